"""The lead: the standfirst between headline and text, in whichever element it is."""

import re

from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.authors.line_mentions import byline_beside_day, has_date
from tuinews.extract.article.authors.persons import is_person
from tuinews.extract.article.body.captions import is_caption
from tuinews.extract.article.body.interruptions.machine_summaries import is_machine_note
from tuinews.extract.page.letters import ENDS_OF_LEAD, VIETNAMESE, WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import LEAD_NAME, SURE_LEAD_NAME
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of

LONGEST_LEAD = 900
"""Letters of a lead; a longer one is the article itself in an element called "summary"."""

LEAST_NAMED, LEAST_DESCRIBED = 30, 40
"""Letters from which a line is a lead by the name of its element, and by the page's description; shorter ones are
labels, and descriptions of so few letters repeat the title."""

MOST_LINKED = 0.4
"""Share of linked letters from which a line is a list of links and no lead."""

SAME_LETTERS = 60
"""Letters at the beginning of a line that must agree with the description; sites cut the end of it off."""

MOST_LINES = 12
"""Lines between headline and text: byline, date, share buttons, the lead."""

FIRST_LINES = 2
"""Lines at the beginning of the text among which the lead may be, by the name of its element."""

NAME_HEIGHT = 2
"""Elements around a line whose names are looked at: its own and the next."""

LEAST_CHANCE, LEAST_CALLED = 0.15, 0.02
"""Probability of being text that a lead needs (as `GENEROUS` in `body`), and where its element is surely called a
standfirst."""

LEAST_BETWEEN, MOST_BETWEEN = 0.25, 0.5
"""Probabilities between which a sentence directly below the headline is a lead; a likelier one that is not kept is
of another text."""

LEAST_WIDE = 18
"""Letters of such a line in ideographs."""

LEAST_IN_HEADER = 60
"""Letters from which a sentence in the `header` of an article is its lead."""

LEAST_WORDS = 6
"""Words of a lead without a stop."""

NEAR_HEADLINE = 4
"""Lines below the headline among which a lead above the box of the text is: a date, a byline."""

LEAST_BYLINE = 2
"""Lines from a lead above the byline to the text, that of the byline among them."""

LONGEST_PREFIX = 40
"""Letters of the name of a paper, or of a place, before a lead."""


_LESSER = frozenset(("h2", "h3", "h4"))
_HEADER, _ARTICLE, _HIDDEN = int(Trait.HEADER), int(Trait.ARTICLE), int(Trait.HIDDEN)
_HEADING, _LIST = int(Trait.HEADING), int(Trait.LIST | Trait.TABLE | Trait.QUOTE | Trait.PREFORMATTED)
_PREFIX = re.compile(
    r"\s*(?:\((?=[^()]{2,30}\)\s*[-–])[^()]+\)\s*[-–]|(?:[A-ZĐ]{2,6}O?|[A-Z]{2,12}\.(?:VN|vn))\s+[-–])\s*(?=[^\W\d_])"
)
"""The name of the paper before a lead: "(Dân trí) -", "TTO -", "VOV.VN -"."""


def lead_of(page_lines: PageLines, kept: list[int], chances: list[float], description: str) -> int | None:
    """The line of the lead, None if the page has none that differs from the other text."""
    if not kept:
        return None
    start, stop = max(page_lines.h1 + 1, 0), kept[0]
    places = list(range(max(start, stop - MOST_LINES), stop)) if 0 <= page_lines.h1 < stop else []
    prefix = _PREFIX.match(description)
    wanted = key_of(description[prefix.end() :] if prefix else description)
    shown = not page_lines.traits[page_lines.lines[kept[0]].element] & _HIDDEN
    called = [
        place
        for place in places
        if chances[place] >= LEAST_CALLED
        and not is_caption(page_lines, place)
        and not byline_beside_day(page_lines.lines[place].text)
        and not is_machine_note(page_lines.lines[place].text)
        and not (shown and page_lines.traits[page_lines.lines[place].element] & _HIDDEN)
    ]
    places = [place for place in called if chances[place] >= LEAST_CHANCE]
    named = _by_its_name(page_lines, kept, called, places)
    if named is not None:
        return named
    if len(kept) > 1 and _stands_out(page_lines, kept[0], kept[1]):
        places = [*places, kept[0]]
    described = _by_the_description(page_lines, places, wanted)
    return _by_its_look(page_lines, kept, called, chances) if described is None else described


def _by_its_name(page_lines: PageLines, kept: list[int], called: list[int], places: list[int]) -> int | None:
    """The lead that a name tells: a sure one of a line above the text, or a likely one of the first lines."""
    for place in called:
        line = page_lines.lines[place]
        name = page_lines.names[line.element]
        sure = SURE_LEAD_NAME.search(name) or (place == page_lines.h1 + 1 and name.strip() == "description")
        if LEAST_NAMED <= line.size <= LONGEST_LEAD and name and sure and not line.linked:
            return place
    for place in [*kept[:FIRST_LINES], *places]:
        line = page_lines.lines[place]
        if (
            LEAST_NAMED <= line.size <= LONGEST_LEAD
            and line.linked < MOST_LINKED * line.size
            and _is_named(page_lines, place)
        ):
            return place
    return None


def _by_the_description(page_lines: PageLines, places: list[int], wanted: str) -> int | None:
    """The line that begins as the page's description, whose letters are `wanted`."""
    for place in places:
        line = page_lines.lines[place]
        if (
            LEAST_DESCRIBED <= line.size <= LONGEST_LEAD
            and wanted
            and wanted[:SAME_LETTERS] in key_of(line.text)[: SAME_LETTERS + LONGEST_PREFIX]
        ):
            return place
    return None


def _by_its_look(page_lines: PageLines, kept: list[int], between: list[int], chances: list[float]) -> int | None:
    """The lead that neither a name nor the description tells.

    It is a sentence in the header of the article, or that may be text between it and the headline, in Vietnamese
    anywhere there; or the first line of the text, if the name of the paper stands before it, if it is bold in a
    box of its own, or grouped with the headline, in Vietnamese also if it stands above the box of the text.
    """
    below, text = (between[0], kept[0]) if between else (kept[0], kept[1] if len(kept) > 1 else -1)
    if below == page_lines.h1 + 1 and _is_lesser_headline(page_lines, below, text, kept):
        return below
    for place in between:
        line = page_lines.lines[place]
        in_header = page_lines.traits[line.element] & _HEADER and page_lines.traits[line.element] & _ARTICLE
        likely = LEAST_BETWEEN <= chances[place] <= MOST_BETWEEN and place == page_lines.h1 + 1
        if (
            (in_header or likely or VIETNAMESE.search(line.text))
            and LEAST_IN_HEADER <= line.size <= LONGEST_LEAD
            and not line.linked
            and line.text[-1] in ENDS_OF_LEAD
        ):
            return place
    for place in between[:1]:
        below = _is_directly_below(page_lines, place, chances[place]) or _is_told_first(page_lines, place, kept[0])
        if below and not _says_headline(page_lines, place):
            return place
    if len(kept) < 2:
        return None
    first = page_lines.lines[kept[0]]
    apart = first.is_bold and _stands_apart(page_lines, kept[0], kept[1])
    if VIETNAMESE.search(first.text) and first.size >= LEAST_DESCRIBED and first.text[-1] in ENDS_OF_LEAD:
        apart = apart or _is_set_off(page_lines, kept[0], kept[1]) or _is_above_the_text(page_lines, kept)
    apart = apart or (first.size >= LEAST_NAMED and _is_above_byline(page_lines, kept))
    apart = apart or _is_unended(page_lines, kept)
    apart = apart or page_lines.tag[max(page_lines.parent[first.element], 0)] == "hgroup"
    if (LEAST_NAMED if apart else LEAST_DESCRIBED) <= first.size <= LONGEST_LEAD and (
        apart or _PREFIX.match(first.text)
    ):
        return kept[0]
    return None


def _is_directly_below(page_lines: PageLines, place: int, chance: float) -> bool:
    """Whether a line directly below the headline says as much as a lead does, though it has no stop."""
    line = page_lines.lines[place]
    least = LEAST_WIDE if WIDE.search(line.text) else LEAST_DESCRIBED
    enough = least <= line.size <= LONGEST_LEAD and (least == LEAST_WIDE or len(line.text.split()) >= LEAST_WORDS)
    return (
        enough
        and place == page_lines.h1 + 1
        and LEAST_CHANCE <= chance <= MOST_BETWEEN
        and not (line.linked or line.pictures)
        and line.text[-1] not in ":："
        and not begins_with_authorship(line.text)
        and not has_date(line.text)
    )


def _is_told_first(page_lines: PageLines, place: int, text: int) -> bool:
    """Whether a sentence stands directly below the headline, and who wrote the article, or when, behind it."""
    line = page_lines.lines[place]
    if (
        place != page_lines.h1 + 1
        or not LEAST_IN_HEADER <= line.size <= LONGEST_LEAD
        or line.links
        or line.pictures
    ):
        return False
    if line.text[-1] not in ENDS_OF_LEAD or begins_with_authorship(line.text) or has_date(line.text):
        return False
    behind = (page_lines.lines[one].text for one in range(place + 1, min(text, place + 1 + LEAST_BYLINE)))
    return any(begins_with_authorship(said) or has_date(said) or is_person(said) for said in behind)


def _says_headline(page_lines: PageLines, place: int) -> bool:
    """Whether a line says the headline again, with a label before it."""
    headline = key_of(page_lines.lines[page_lines.h1].text)
    return bool(headline) and headline in key_of(page_lines.lines[place].text)


def _is_lesser_headline(page_lines: PageLines, place: int, text: int, kept: list[int]) -> bool:
    """Whether the line below the headline is a heading, long as a sentence, with a byline or a day behind it."""
    line, h1 = page_lines.lines[place], page_lines.lines[page_lines.h1]
    long = line.size >= (LEAST_WIDE if WIDE.search(line.text) else LEAST_DESCRIBED)
    level = page_lines.tag[line.element]
    if not long or line.size > LONGEST_LEAD or line.linked or level not in _LESSER or place + 1 >= text:
        return False
    return page_lines.tag[h1.element] == "h1" and not any(
        page_lines.tag[page_lines.lines[one].element] == level for one in kept if one > place
    )


def _stands_apart(page_lines: PageLines, first: int, second: int) -> bool:
    """Whether the first line of the text is in another element than the second."""
    one, other = page_lines.lines[first].element, page_lines.lines[second].element
    return page_lines.parent[one] != page_lines.parent[other] and one != other


def _is_unended(page_lines: PageLines, kept: list[int]) -> bool:
    """Whether the first line has no stop, as no paragraph is without, and stands between headline and text."""
    first = page_lines.lines[kept[0]]
    if first.size < LEAST_DESCRIBED or first.links or first.text[-1] in ENDS_OF_LEAD or first.text[-1] in ":：,":
        return False
    if page_lines.traits[first.element] & (_HEADING | _LIST) or kept[0] != page_lines.h1 + 1:
        return False
    return WIDE.search(first.text) is None and _is_above_the_text(page_lines, kept)


def _is_above_the_text(page_lines: PageLines, kept: list[int]) -> bool:
    """Whether the first line stands below the headline, and the box of the two after it begins behind it."""
    if not 0 <= page_lines.h1 < kept[0] <= page_lines.h1 + NEAR_HEADLINE:
        return False
    boxes = [page_lines.parent[page_lines.lines[place].element] for place in kept[1:3]]
    return len(boxes) == 2 and boxes[0] == boxes[1] > 0 and page_lines.first[boxes[0]] > kept[0]


def _is_above_byline(page_lines: PageLines, kept: list[int]) -> bool:
    """Whether the first line of the text stands directly below the headline, and who wrote the article, or when,
    between it and the rest.
    """
    first, second = kept[0], kept[1]
    if first != page_lines.h1 + 1 or second - first < LEAST_BYLINE or second - first > MOST_LINES:
        return False
    is_heading = page_lines.traits[page_lines.lines[first].element] & _HEADING
    if is_heading or page_lines.lines[first].linked or not _stands_apart(page_lines, first, second):
        return False
    between = (page_lines.lines[place].text for place in range(first + 1, second))
    return any(begins_with_authorship(text) or has_date(text) for text in between)


def _stands_out(page_lines: PageLines, first: int, second: int) -> bool:
    """Whether the first line of the text stands apart from the second or is set otherwise: bold, as a heading."""
    one, other = page_lines.lines[first], page_lines.lines[second]
    looks = [(page_lines.tag[line.element], page_lines.names[line.element], line.is_bold) for line in (one, other)]
    return looks[0] != looks[1] or _stands_apart(page_lines, first, second)


def _is_set_off(page_lines: PageLines, first: int, second: int) -> bool:
    """Whether the first line of the text is bold or a heading, as many leads are, and the second is not."""
    strong = [
        line.is_bold or bool(page_lines.traits[line.element] & _HEADING)
        for line in (page_lines.lines[first], page_lines.lines[second])
    ]
    return strong == [True, False]


def _is_named(page_lines: PageLines, place: int) -> bool:
    element = page_lines.lines[place].element
    for _ in range(NAME_HEIGHT):
        if element < 0:
            return False
        if page_lines.names[element] and LEAD_NAME.search(page_lines.names[element]):
            return True
        element = page_lines.parent[element]
    return False
