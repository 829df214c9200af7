"""The parts of a headline that its markup sets apart: a kicker before it, a count or a duration behind it.

Many pages have no class names that say so, or only a program's ("css-1i4ie53"). But a part that is short, stands
first or last in an element of its own, and is set apart by a line break, a separator or nothing at all
("OPINIONThe bridge" would be no word) is read by nobody as one sentence with the rest.
"""

import re
import unicodedata

from tuinews.extract.listing.links.link_words import MORE
from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import LABEL, TITLE
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.page.letters import UNSPACED, WIDE

_LONGEST = 24
"""Letters of the longest kicker: "Editors' recommendations"."""

_LONGEST_PLACE = 2
"""Figures of a place in a ranking, in an element before that of the headline."""

_LEAST_REST = 10
"""Letters that must stay for a headline."""

_MORE_AND_TITLE = 2
"""The parts of a text that is "read more" and the headline."""

_MOST_PARTS = 12
"""Parts of a headline that are looked at; more are the pieces of a title that a script has cut up."""

_DEPTH = 8
"""Elements around all of a headline that are opened."""

_WIDE_KICKER, _UNSPACED_KICKER, _WORDS_OF_KICKER = 4, 12, 2
"""Letters of a kicker in ideographs or kana, letters of one in Thai, and words of one in other scripts, where the
headline stands in an element of the same kind.
"""

_FIGURES = re.compile(r"\d+")

_EMPHASIS = frozenset(("em", "i", "mark", "sup", "sub", "u"))
"""Elements of a part of a sentence, which may begin in the midst of a word: what a search has found."""

_SEPARATED = re.compile(r"[|/•·»›]$")
_SPOKEN = re.compile(r"^\S+(?: \S+)?[,،、]$")
"""What is only read aloud before a headline: "Video,"."""

_CALLS_TITLE = re.compile(
    r"^(?:titles?|tiêu đề|titre|titel|título|titolo|tytuł|название|заголовок|назва|العنوان|标题|標題|題名|"
    r"タイトル|제목)\s?[:：]$",
    re.IGNORECASE,
)
"""What only says that a title follows."""

_TIME_OR_COUNT = re.compile(r"^[(\[]?\s*(?:\d{1,2}\s?[:h]\s?\d\d|\d{1,4})\s*[)\]]?[.:]?$")
_BRACKETED = re.compile(r"^[(\[]\s*\d[\d.,k]*\s*[)\]]$")


def parts_beside(outline: Outline, index: int) -> set[int]:
    """The nodes inside the headline at `index` that are no part of its words."""
    parts = parts_of(outline, index)
    if not 1 < len(parts) <= _MOST_PARTS:
        return set()
    texts = [outline.text(part.index) for part in parts]
    beside: set[int] = set()
    if _may_go(parts[0], texts[0], texts[1:]) and _is_kicker(outline, parts, texts):
        beside.add(parts[0].index)
    if _may_go(parts[-1], texts[-1], texts[:-1]) and _is_behind(outline, parts, texts):
        beside.add(parts[-1].index)
    return beside


def more_before(outline: Outline, index: int) -> int | None:
    """The node that says "Read more" before the headline at `index`, which is there for screen readers; None where
    none does.
    """
    parts = parts_of(outline, index)
    if len(parts) != _MORE_AND_TITLE:
        return None
    first, rest = (part.text.strip() if part.is_text else outline.text(part.index) for part in parts)
    return parts[0].index if MORE.match(first) and width(rest) >= _LEAST_REST else None


def parts_of(outline: Outline, index: int) -> list[Node]:
    """The children of a headline that have text, of the innermost element that holds all of it."""
    parts: list[Node] = []
    for _ in range(_DEPTH):
        parts = [outline.nodes[i] for i in outline.children(index)]
        parts = [part for part in parts if (part.text.strip() if part.is_text else outline.text(part.index))]
        if len(parts) != 1 or parts[0].is_text:
            return parts
        index = parts[0].index
    return parts


def _may_go(part: Node, text: str, others: list[str]) -> bool:
    rest = sum(map(width, others))
    return not part.is_text and width(text) <= _LONGEST and rest >= max(_LEAST_REST, width(text))


def _is_kicker(outline: Outline, parts: list[Node], texts: list[str]) -> bool:
    first, second = parts[0], parts[1]
    is_set_apart = not second.is_text or not (_ends_in_space(outline, first) or second.text[:1].isspace())
    if is_set_apart and _is_day_or_age(texts[0]):
        return True
    if _SEPARATED.search(texts[0]) or _SPOKEN.match(texts[0]) or _CALLS_TITLE.match(texts[0]):
        return True
    if _is_called_kicker(first, second) and not any(map(str.isdigit, texts[0])):
        return True
    is_loud = texts[0].isupper() and not texts[1].isupper()
    if not is_loud and _runs_on(first, second, texts):
        return False
    if any(node.tag == "br" for node in outline.nodes[first.end : second.index]):
        return True
    if is_loud and first.names and " " in texts[0]:
        return True
    if first.tag in _EMPHASIS or second.is_text:
        return False
    if texts[0].isdecimal() and len(texts[0]) <= _LONGEST_PLACE:
        return True
    if _TIME_OR_COUNT.match(texts[0]) and ":" in texts[0]:
        return True
    return is_loud or (second.index == first.end and not _ends_in_space(outline, first) and len(texts[0]) > 1)


def _is_called_kicker(first: Node, second: Node) -> bool:
    """Whether the first of two elements has the name of a kicker, or the second alone that of a headline."""
    if second.is_text or not first.names:
        return False
    labelled = LABEL.search(first.names) and not LABEL.search(second.names)
    return bool(labelled) or bool(TITLE.search(second.names) and not TITLE.search(first.names))


def _runs_on(first: Node, second: Node, texts: list[str]) -> bool:
    """Whether two elements of the same kind and class are the lines of one headline.

    The second begins with a small letter or in the midst of a word, or the first has more words than a kicker.
    """
    if second.is_text or first.tag != second.tag or LABEL.search(first.names):
        return False
    begins = texts[1][0]
    if begins.islower() and not texts[1][1:2].isupper():
        return True
    if _FIGURES.sub("", first.names) != _FIGURES.sub("", second.names):
        return False
    if unicodedata.combining(begins) or unicodedata.category(begins) in ("Mn", "Mc"):
        return True
    if WIDE.search(texts[0]):
        return len(texts[0]) > _WIDE_KICKER
    if UNSPACED.search(texts[0]):
        return len(texts[0]) > _UNSPACED_KICKER
    return len(texts[0].split()) > _WORDS_OF_KICKER


def _is_behind(outline: Outline, parts: list[Node], texts: list[str]) -> bool:
    if texts[-1][0] in ",،、" or _BRACKETED.match(texts[-1]):
        return True
    before, last = parts[-2], parts[-1]
    is_glued = last.index == before.end and not _ends_in_space(outline, before)
    if _is_day_or_age(texts[-1]) and (is_glued or (not before.is_text and before.names != last.names)):
        return True
    return is_glued and bool(_TIME_OR_COUNT.match(texts[-1]))


def _is_day_or_age(text: str) -> bool:
    """Whether a part says when, and nothing else: "20. November 2026", "vor 3 Std."; a year alone is a word."""
    return not text.isdecimal() and any(map(str.isdigit, text)) and is_date(text)


def _ends_in_space(outline: Outline, part: Node) -> bool:
    """Whether white space stands at the end of a part, so that it is set apart as words are."""
    return outline.nodes[part.end - 1].text[-1:].isspace()
