"""Notices that stand word for word in several places of one text: in the place of what a reader did not allow."""

from collections import Counter
from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.page.tags import Trait

LEAST, TIMES = 70, 3
"""Letters of such a notice, and how often it stands there: a refrain is shorter, a paragraph comes but twice."""

_QUESTION = frozenset("?？؟")
"""What a sentence has that is asked of several people in turn."""

_SET = int(Trait.TABLE | Trait.PREFORMATTED | Trait.LIST)


def repeated_notices(boxes: Boxes) -> Iterator[int]:
    """The kept lines that recur so, with the label above each that recurs as often."""
    lines, traits = boxes.page_lines.lines, boxes.page_lines.traits
    number = Counter(lines[place].text for place in boxes.kept if lines[place].size >= LEAST)
    often = {text for text, times in number.items() if times >= TIMES and _QUESTION.isdisjoint(text)}
    if not often:
        return
    labels = Counter(lines[place].text for place in boxes.kept if lines[place].size < LEAST)
    for place in boxes.kept:
        line = lines[place]
        if line.text in often and not traits[line.element] & _SET:
            yield place
            label = lines[place - 1].text if place else ""
            if labels[label] >= TIMES and any(map(str.isalpha, label)):
                yield place - 1
