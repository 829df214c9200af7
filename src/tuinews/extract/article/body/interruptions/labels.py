"""Labels that say of what follows that it is none of the text: advertisements, and what else one may read."""

import re
from collections.abc import Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.article.body.interruptions.label_words import LEADS_AWAY, READ_ALSO, SPONSORED, label_key
from tuinews.extract.page.lines import PageLine

LONGEST_LABEL, LONGEST_READ_ALSO = 50, 300
"""Letters of a label, and of a line with the title of another article."""

LINKED = 0.4
"""Share of linked letters from which a line that begins so leads to another article."""

LEAST_TITLE = 32
"""Letters of the title of another article behind a label in small letters."""

ALL_LINKED = 0.8
"""Share of linked letters from which a line is a link and nothing else."""

_WORDS_OF_LABEL = 2
"""Words with which a longer label begins; one alone begins a sentence as well."""

MOST_LINES, FEW_LINES = 10, 3
"""Lines of a box of other articles with its label, and lines below it of which one need be a link."""

MOST_OF_ONE_KIND = 3
"""Lines with the names of such a label that it may introduce."""

_AROUND = " \t:：»›>→▶►•|-–—…*[]()【】“”\"'"
_ARROW = re.compile(r"\s*(?:>{2,}|[»►▶→☞➤➜▼▽]+)\s*")
_INVITES = re.compile(r"(?:kính )?mời (?:\w+ ){1,4}(?:xem|đọc|theo dõi|nghe)\b", re.IGNORECASE)
"""How a Vietnamese paper asks its readers to see another article."""

_END_OF_LABEL = re.compile(r"[:：»›→▶►|\]】]|\s[-–—]\s")


def labelled_lines(boxes: Boxes) -> Iterator[int]:
    """The kept lines that are such labels, what they introduce in a box of its own, and links under them."""
    page_lines = boxes.page_lines
    for place in boxes.near():
        line = page_lines.lines[place]
        if line.size <= LONGEST_LABEL:
            key = label_key(line.text.strip(_AROUND))
            if key in SPONSORED:
                yield place
                yield from _of_its_kind(boxes, place)
            elif key in READ_ALSO:
                yield from _linked_box(boxes, place)
                yield from _links_below(boxes, place)
        if line.size <= LONGEST_READ_ALSO and _is_called_aloud(line.text):
            yield place
        if (
            line.links
            and LINKED * line.size <= line.linked
            and line.size <= LONGEST_READ_ALSO
            and (_reads_also(line) or _is_pointed_at(line))
        ):
            yield place


def _reads_also(line: PageLine) -> bool:
    """Whether a line begins with such a label, set apart by a sign or by its element."""
    end = _END_OF_LABEL.search(line.text, 0, LONGEST_LABEL)
    if end and line.linked >= ALL_LINKED * (line.size - end.end()):
        label = line.text[: end.start()].strip(_AROUND)
        set_off = label.isupper() or not label.isascii() or _is_bold_label(line, end.end())
        if label_key(label) in LEADS_AWAY and set_off:
            return True
        if _INVITES.match(label) or _begins_so(label.casefold()):
            return True
    first = line.parts[0] if len(line.parts) > 1 else ""
    return any(
        label_key(part.strip(_AROUND)) in READ_ALSO for part in (line.text[: end.start()] if end else "", first)
    )


def _begins_so(label: str) -> bool:
    """Whether a label begins with the words of one: "Xem thêm tại đây", "Read more about the storm"."""
    words = label.split()
    return len(words) > _WORDS_OF_LABEL and " ".join(words[:_WORDS_OF_LABEL]) in READ_ALSO


def _is_bold_label(line: PageLine, end: int) -> bool:
    """Whether a line is a bold label and one link with a title; a list of a text has shorter names behind it."""
    return line.links == 1 and end <= line.bold + 1 < line.size and line.size - end >= LEAST_TITLE


def _is_called_aloud(text: str) -> bool:
    """Whether a line begins with such a label in capitals and a bar: "WATCH | What the harbour says"."""
    label, bar, title = text.partition(" | ")
    return bool(bar and title) and label.isupper() and label_key(label) in (READ_ALSO | LEADS_AWAY)


def _is_pointed_at(line: PageLine) -> bool:
    """Whether a line is a link behind an arrow and nothing else, or a label: ">> Title of another article"."""
    if line.text[0] == "[" and line.text[-1] == "]":
        return line.linked >= ALL_LINKED * (line.size - len("[  ]"))
    arrow = _ARROW.match(line.text)
    if arrow is None:
        return False
    label = line.text.find(": ", arrow.end(), LONGEST_LABEL) + 1
    return line.linked >= ALL_LINKED * (line.size - max(arrow.end(), label))


def _links_below(boxes: Boxes, place: int) -> Iterator[int]:
    """Such a label and the links directly below it, where no box of their own holds them."""
    lines, below = boxes.page_lines.lines, place + 1
    while below < min(len(lines), place + MOST_LINES) and lines[below].linked >= ALL_LINKED * lines[below].size:
        below += 1
    if below > place + 1:
        yield from range(place, below)


def _linked_box(boxes: Boxes, place: int) -> Iterator[int]:
    """The box under such a label, with a title that is a link."""
    page_lines = boxes.page_lines
    element = page_lines.lines[place].element
    box = boxes.around(element, _is_short)
    if box is None or len(boxes.places(box)) < 2:
        box = boxes.around(page_lines.parent[element], _is_short)
    if box is None or page_lines.first[box] != place or not 2 <= len(boxes.places(box)) <= MOST_LINES:
        return
    below = boxes.lines(box)[1:]
    linked = sum(line.linked >= LINKED * line.size for line in below)
    if linked and (2 * linked >= len(below) or len(below) <= FEW_LINES):
        yield from boxes.places(box)


def _of_its_kind(boxes: Boxes, place: int) -> Iterator[int]:
    """The lines after a label with its names, which others have not, and those that share its box."""
    page_lines = boxes.page_lines
    label = page_lines.lines[place]
    names = page_lines.names[label.element]
    same = [one for one in boxes.kept if names and page_lines.names[page_lines.lines[one].element] == names]
    if 1 < len(same) <= MOST_OF_ONE_KIND:
        yield from same
    box = boxes.around(page_lines.parent[label.element], _is_short)
    if box is not None and page_lines.first[box] == place:
        yield from boxes.places(box)


def _is_short(line: PageLine) -> bool:
    return line.size <= LONGEST_READ_ALSO
