"""Keeps the lists of a text whole, and its series of headings: the line model sees each item alone.

A list is text where most of it is, where it stands among paragraphs without links, and where a paragraph that ends
with a colon leads to it. Steps of a recipe may have their numbers in elements of their own. A listicle is a
series: the same element again and again, of which the first are text.
"""

import re
from collections import defaultdict
from functools import lru_cache

from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

LINKED = 0.3
"""Share of linked letters from which a line is a link to another page and no prose."""

ALONE = 0.6
"""Share of linked letters from which an item of a list of the text is nothing but a link."""

LEAST_ITEMS = 2
"""Kept items from which a list is one of the text."""

LEAST_ITEM, LEAST_LIST = 0.1, 0.25
"""Probability that an item needs in a list of the text, and the mean of a list of which no item is kept."""

LEAST_WIDE_LIST = 0.15
"""The mean where the items are in ideographs, of which a fourth says as much: the model goes by letters."""

FEW_ITEMS = 4
"""Items of a list of which one kept is enough, where the others are likely."""

LONGEST_LEADING = 160
"""Letters of a sentence that leads to a list."""

LEAST_BESIDE = 3
"""Kept lines in the box of a list behind the text from which it is the last of the text."""

LEAST_SAID = 15
"""Letters of an item beside its link from which it says something of what the link leads to."""

LONGEST_NAME = 30
"""Letters of an item that is a name and not the title of an article, on average of a list."""

LEAST_SERIES = 3
"""Headings of one kind that are a series; all but one of so many must be kept."""

LEAST_STEPS = 3
"""Steps from which they are a series and no numbers by chance."""

LEAST_STEP, LONGEST_NUMBER = 30, 12
"""Letters of a step, and of the line with its number."""

LEAST_CHANCE = 0.3
"""Mean probability of the steps from which they are text; numbered teasers ("most read") have less."""

_HEADING = int(Trait.HEADING)
_NUMBER = re.compile(
    r"(?:(?:step|schritt|étape|paso|passo|stap|steg|trin|krok|шаг|bước|langkah|adım)\s*)?0?(\d{1,2})[.):]?", re.I
)
_LEADS = re.compile(
    r"以下|次の|下記|아래|다음|如下|\b(?:following|listed below|folgende[nrs]?|hier aufgelistet|suivant(?:e?s)?"
    r"|ci-dessous|siguientes|a continuación|seguenti|следующи\w+|ниже|sau đây|dưới đây)\b",
    re.IGNORECASE,
)
"""What a sentence says that leads to a list without a colon."""

_LISTS = frozenset(("ul", "ol"))
_COLONS = frozenset(":：")
_FIGURE = int(Trait.FIGURE | Trait.CAPTION)
_DIGITS = re.compile(r"(?<=[A-Za-z_-])\d{1,2}(?!\d)")
"""What counts the members of a series in their names, "item-1", "item-2"; longer numbers are of other articles."""

_SERIES = frozenset(("h2", "h3", "h4", "h5", "h6"))
_APART = int(
    Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.HEADING | Trait.FIGURE | Trait.CAPTION
)
_BESIDE = int(Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.FOOTER)


def has_apart_trait(page_lines: PageLines, place: int) -> bool:
    """Whether a line is hidden, a heading, a caption, or beside the text."""
    return bool(page_lines.traits[page_lines.lines[place].element] & _APART)


def is_linked(page_lines: PageLines, place: int) -> bool:
    """Whether a line is a link to another page."""
    line = page_lines.lines[place]
    return line.linked >= LINKED * line.size


def _is_link_alone(page_lines: PageLines, place: int) -> bool:
    """Whether an item has no words beside its link, which other articles have and items of a text have not."""
    line = page_lines.lines[place]
    return line.linked >= ALONE * line.size


def list_lines(page_lines: PageLines, text: set[int], chances: list[float]) -> set[int]:
    """The items of the lists that belong to the text, with the paragraph that leads to each."""
    first, last = min(text), max(text)
    boxes = {page_lines.parent[page_lines.lines[place].element] for place in text}
    found: set[int] = set()
    for element, places in _lists(page_lines):
        between = (
            places.start - 1 in text
            and places.stop in text
            and not any(page_lines.lines[one].links for one in places)
        )
        inside = first < places.start <= last + 1 and (page_lines.parent[element] in boxes or between)
        if places.stop <= first or places.start > last + 1:
            continue
        if _is_of_text(text, places) or _is_likely(text, places, chances):
            found.update(p for p in places if chances[p] >= LEAST_ITEM and not _is_link_alone(page_lines, p))
        elif inside and (
            _stands_among(page_lines, text, places, chances)
            or _is_led_to(page_lines, text, element, places)
            or _is_in_prose(page_lines, text | found, element, places)
            or _ends_text(page_lines, text, element, places)
        ):
            found.update(places)
    return found | _leading(page_lines, text | found)


def _lists(page_lines: PageLines) -> list[tuple[int, range]]:
    return [
        (element, range(page_lines.first[element], page_lines.last[element]))
        for element in page_lines.index.tagged(*_LISTS)
        if page_lines.first[element] < page_lines.last[element]
    ]


def _is_of_text(text: set[int], places: range) -> bool:
    """Whether half or more of a list is kept."""
    kept = sum(place in text for place in places)
    return len(places) > kept >= LEAST_ITEMS and 2 * kept >= len(places)


def _is_likely(text: set[int], places: range, chances: list[float]) -> bool:
    """Whether half or more of a list of a few items is kept, and no other is unlikely."""
    kept = sum(place in text for place in places)
    few = 1 < len(places) <= FEW_ITEMS
    return few and kept > 0 and 2 * kept >= len(places) and all(chances[place] >= LEAST_LIST for place in places)


def _stands_among(page_lines: PageLines, text: set[int], places: range, chances: list[float]) -> bool:
    """Whether a list without links stands between kept lines and is likely enough as a whole."""
    return (
        places.stop - 1 < max(text)
        and not any(
            place in text or is_linked(page_lines, place) or has_apart_trait(page_lines, place) for place in places
        )
        and sum(chances[place] for place in places) >= _least_mean(page_lines, places) * len(places)
    )


def _least_mean(page_lines: PageLines, places: range) -> float:
    """The mean probability that a list of which no item is kept needs: items in ideographs have few letters."""
    return LEAST_WIDE_LIST if WIDE.search(page_lines.lines[places.start].text) else LEAST_LIST


def _is_in_prose(page_lines: PageLines, text: set[int], element: int, places: range) -> bool:
    """Whether a list without links stands between two kept lines of its own box, captions left aside."""
    if any(is_linked(page_lines, place) or has_apart_trait(page_lines, place) for place in places):
        return False
    if BESIDE_NAME.matches(page_lines.names[element]):
        return False
    before, after = places.start - 1, places.stop
    while before > 0 and page_lines.traits[_of(page_lines, before)] & _FIGURE:
        before -= 1
    while after < len(page_lines.lines) and page_lines.traits[_of(page_lines, after)] & _FIGURE:
        after += 1
    box = page_lines.parent[element]
    if before not in text:
        return False
    return any(
        page_lines.parent[_of(page_lines, place)] == box or _in_list_of(page_lines, place, box)
        for place in (before, after)
        if place in text
    ) and (after in text or _in_list_of(page_lines, after, box))


def _ends_text(page_lines: PageLines, text: set[int], element: int, places: range) -> bool:
    """Whether a list without links stands directly behind the text, in the box of several of its lines."""
    if places.start - 1 != max(text.difference(places), default=-1) or any(
        page_lines.lines[place].links or has_apart_trait(page_lines, place) for place in places
    ):
        return False
    if page_lines.traits[element] & _BESIDE or BESIDE_NAME.matches(page_lines.names[element]):
        return False
    box = page_lines.parent[element]
    return sum(page_lines.parent[_of(page_lines, place)] == box for place in text) >= LEAST_BESIDE


def _in_list_of(page_lines: PageLines, place: int, box: int) -> bool:
    """Whether a line is an item of a list in this box."""
    if place >= len(page_lines.lines):
        return False
    element = _of(page_lines, place)
    while page_lines.parent[element] > box:
        element = page_lines.parent[element]
    return page_lines.tag[element] in _LISTS and page_lines.parent[element] == box


def _is_led_to(page_lines: PageLines, text: set[int], element: int, places: range) -> bool:
    """Whether the kept line before a list ends with a colon or says what follows; a list of links has names then,
    no titles.
    """
    before = page_lines.lines[places.start - 1]
    leads = before.text[-1] in _COLONS or (
        before.size <= LONGEST_LEADING and _LEADS.search(before.text) is not None
    )
    if places.start - 1 not in text or not leads or is_linked(page_lines, places.start - 1):
        return False
    if page_lines.traits[element] & _BESIDE or BESIDE_NAME.matches(page_lines.names[element]):
        return False
    size = sum(page_lines.lines[place].size for place in places)
    linked = sum(page_lines.lines[place].linked for place in places)
    headed = page_lines.traits[before.element] & _HEADING
    names = linked < LINKED * size or size <= LONGEST_NAME * len(places)
    return names or (not headed and _are_sentences(page_lines, places))


def _are_sentences(page_lines: PageLines, places: range) -> bool:
    """Whether each item has words beside its link, as titles of other articles have none, and none leads to a
    section of the page.
    """
    lines = page_lines.lines[places.start : places.stop]
    boxes = (page_lines.node[line.element] for line in lines if line.links)
    if any(attribute(link, "href").startswith("#") for box in boxes for link in box.css("a[href]")):
        return False
    return all(line.linked < ALONE * line.size and line.size - line.linked >= LEAST_SAID for line in lines)


def _leading(page_lines: PageLines, text: set[int]) -> set[int]:
    """The paragraphs between kept lines that end with a colon, directly before a kept list or block of code."""
    first = min(text)
    return {
        place - 1
        for place in text
        if place - 1 > first
        and place - 1 not in text
        and page_lines.lines[place - 1].text[-1] in _COLONS
        and page_lines.tag[page_lines.lines[place - 1].element] == "p"
        and not has_apart_trait(page_lines, place - 1)
        and _follows(page_lines, place)
    }


def _follows(page_lines: PageLines, place: int) -> bool:
    """Whether a line is an item or code, beside the paragraph before it."""
    element, box = page_lines.lines[place].element, page_lines.parent[page_lines.lines[place - 1].element]
    tags = set()
    while element >= 0 and element != box:
        tags.add(page_lines.tag[element])
        element = page_lines.parent[element]
    return element == box and bool(tags & {"ul", "ol", "pre"})


def series_lines(page_lines: PageLines, text: set[int]) -> set[int]:
    """The headings of a series, of which the first ones are kept."""
    kinds: defaultdict[tuple[int, str, str, str], list[int]] = defaultdict(list)
    for place, line in enumerate(page_lines.lines):
        box = page_lines.parent[line.element]
        if page_lines.tag[line.element] in _SERIES and box > 0 and not is_linked(page_lines, place):
            names = _uncounted(page_lines.names[line.element]), _uncounted(page_lines.names[box])
            kinds[(page_lines.parent[box], page_lines.tag[line.element], *names)].append(place)
    found: set[int] = set()
    for (_, _, own, around), places in kinds.items():
        kept = sum(place in text for place in places)
        if (
            kept >= LEAST_SERIES - 1
            and len(places) > max(kept, LEAST_SERIES)
            and (own or around)
            and places[0] in text
            and not BESIDE_NAME.matches(f"{own} {around}")
            and _are_counted(page_lines, places)
        ):
            found.update(place for place in places if not page_lines.traits[_of(page_lines, place)] & _BESIDE)
    return found


@lru_cache(maxsize=4_000)
def _uncounted(names: str) -> str:
    return _DIGITS.sub("", names)


def _are_counted(page_lines: PageLines, places: list[int]) -> bool:
    """Whether the names of a series are the same, or differ by numbers that count its members."""
    elements = [_of(page_lines, place) for place in places]
    names = [f"{page_lines.names[one]} {page_lines.names[page_lines.parent[one]]}" for one in elements]
    if len(set(names)) == 1:
        return True
    numbers = [int(number[0]) if (number := _DIGITS.search(name)) else -1 for name in names]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _of(page_lines: PageLines, place: int) -> int:
    return page_lines.lines[place].element


def step_lines(page_lines: PageLines, chances: list[float]) -> set[int]:
    """The lines after lines that count from one on, each with nothing but its number."""
    lines = page_lines.lines
    found, run = set[int](), list[int]()
    for place in range(len(lines) - 1):
        number = _NUMBER.fullmatch(lines[place].text) if lines[place].size <= LONGEST_NUMBER else None
        step = lines[place + 1]
        if number is None or step.size < LEAST_STEP or step.linked or page_lines.traits[step.element] & _HEADING:
            continue
        if int(number[1]) != len(run) + 1:
            found |= _as_text(run, chances)
            run = []
        if int(number[1]) == len(run) + 1:
            run.append(place + 1)
    return found | _as_text(run, chances)


def _as_text(run: list[int], chances: list[float]) -> set[int]:
    enough = len(run) >= LEAST_STEPS and sum(chances[place] for place in run) >= LEAST_CHANCE * len(run)
    return set(run) if enough else set()
