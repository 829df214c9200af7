"""Corrections of the judge of lines: what structure says for a line that it left out, or against one it kept.

The line model sees each line with its neighbours and is wrong in the middle of its range. What a person sees is
that a table has all its cells, that a paragraph among paragraphs is one of them, that a note belongs to the text
that refers to it, and that the headline and the byline are said elsewhere.
"""

import re
from bisect import bisect_left
from collections import defaultdict

from tuinews.extract.article.captions import is_caption
from tuinews.extract.article.definitions import definition_lines
from tuinews.extract.article.flow import Flow
from tuinews.extract.article.names import holds_caption
from tuinews.extract.article.notes import NOTE_ID, note_key
from tuinews.extract.article.persons import authorless, begins_with_authorship, byline_of, is_person
from tuinews.extract.article.shown import is_called_author, is_right_aligned, is_wide_byline
from tuinews.extract.article.tags import Trait

LEAST_BETWEEN, LEAST_NEXT = 0.1, 0.25
"""Probability that a line needs between lines of its kind, and right behind the last of them."""

LEAST_SUBHEAD = 0.25
"""Probability that a heading needs between kept lines."""

SHOWN = 0.6
"""Share of the kept letters that are shown from which hidden lines are no text; else the page hides its text."""

SURE_ENOUGH = 0.8
"""Probability from which not even a box called related makes a line none."""

PROSE = 40
"""Letters from which a line with the end of a sentence is prose."""

LONGEST_BYLINE, LONGEST_CAPTION = 120, 400
MOST_CELL_LINES = 3
"""Lines of one cell; where one has more, the table sets a page."""

_ENDS = frozenset(".!?…。！？\"'”’»」』।؟")
_TABLE, _QUOTE, _LIST = int(Trait.TABLE), int(Trait.QUOTE), int(Trait.LIST)
_APART = int(
    Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.HEADING | Trait.FIGURE | Trait.CAPTION
)
_HIDDEN, _CAPTION, _HEADING = int(Trait.HIDDEN), int(Trait.CAPTION), int(Trait.HEADING)
_LISTS = frozenset(("ul", "ol"))
_CELLS = frozenset(("td", "th"))
_TEASER = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|read-?(?:more|also|next)|newsletter|subscri\w+|promo\w*|advert\w*|sponsor\w*|"
    r"teasers?|share|social|tags?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_IDENTITY = re.compile(r"#(\S+)")


def corrected(flow: Flow, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without what is said elsewhere, and with what belongs to them, in page order."""
    kept = _without_teasers(flow, without_signature(flow, without_head(flow, kept)), chances)
    kept = _without_captions(flow, _without_hidden(flow, kept))
    if not kept:
        return kept
    text = set(kept)
    text |= _of_tables(flow, text)
    text |= _of_lists(flow, text, chances)
    text |= _lists_between(flow, text, chances)
    text |= definition_lines(flow, text)
    text |= _siblings(flow, text, chances)
    text |= _subheads(flow, text, chances)
    text |= _notes(flow, min(text))
    return sorted(text)


def without_head(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines without the headline, and without a byline between it and the text."""
    start = bisect_left(kept, flow.h1) if flow.h1 >= 0 else 0
    head = [
        place
        for place in kept[start : start + 4]
        if place == flow.h1
        or (
            place <= flow.h1 + 6
            and flow.lines[place].size <= LONGEST_BYLINE
            and flow.lines[place].text[-1] not in _ENDS
            and begins_with_authorship(flow.lines[place].text)
            and byline_of(authorless(flow.lines[place].text)).persons
        )
    ]
    return [place for place in kept if place not in head] if head and len(head) < len(kept) else kept


def without_signature(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines without the author's name at their end: labelled, bold, set to the right, or so called."""
    if len(kept) < 2:
        return kept
    line = flow.lines[kept[-1]]
    signs = is_wide_byline(line.text) or (
        is_person(line.text)
        and not flow.traits[line.element] & _HEADING
        and (
            line.bold >= 0.8 * line.size
            or is_right_aligned(flow, line)
            or is_called_author(f"{flow.names[line.element]} {line.own}")
        )
    )
    return kept[:-1] if signs else kept


def _without_hidden(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines that are shown, where these are the greater part."""
    shown = [place for place in kept if not flow.traits[flow.lines[place].element] & _HIDDEN]
    if len(shown) == len(kept):
        return kept
    sizes = [sum(flow.lines[place].size for place in places) for places in (shown, kept)]
    return shown if sizes[0] >= SHOWN * sizes[1] else kept


def _without_teasers(flow: Flow, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without doubtful ones that are no sentence, in an element called related and the like."""
    return [
        place
        for place in kept
        if chances[place] >= SURE_ENOUGH
        or flow.lines[place].text[-1] in _ENDS
        or not (flow.names[flow.lines[place].element] and _TEASER.search(flow.names[flow.lines[place].element]))
    ]


def _without_captions(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines without those in an element called caption: they go with their picture."""
    return [place for place in kept if not _is_called_caption(flow, place)]


def _is_called_caption(flow: Flow, place: int) -> bool:
    line = flow.lines[place]
    if line.size > LONGEST_CAPTION or flow.tag[line.element] == "caption":
        return False
    name = flow.names[line.element]
    called = bool(name and holds_caption(name)) or bool(line.own and holds_caption(line.own))
    repeats = line.pictures > 0 and line.size > 20 and line.text[:300] in flow.alts
    return called or repeats or bool(flow.traits[line.element] & _CAPTION)


def _of_tables(flow: Flow, text: set[int]) -> set[int]:
    """Every cell of the tables of data of which the greater part is kept."""
    found: set[int] = set()
    first, last = min(text), max(text)
    inner = [
        element
        for element, tag in enumerate(flow.tag)
        if tag == "table" and flow.last[element] > first and flow.first[element] <= last
    ]
    for element in inner:
        places = range(flow.first[element], flow.last[element])
        kept = sum(place in text for place in places)
        if 2 * kept >= len(places) > kept and _is_data(flow, element):
            found.update(places)
    return found


def _is_data(flow: Flow, table: int) -> bool:
    """Whether each line of a table stands alone or nearly so in its cell."""
    cells: defaultdict[int, int] = defaultdict(int)
    for place in range(flow.first[table], flow.last[table]):
        element = flow.lines[place].element
        while element != table and flow.tag[element] not in _CELLS:
            if flow.tag[element] == "table":
                return False
            element = flow.parent[element]
        cells[element] += 1
    return all(count <= MOST_CELL_LINES for element, count in cells.items() if element != table)


def _of_lists(flow: Flow, text: set[int], chances: list[float]) -> set[int]:
    """The items of lists of which the greater part is kept; those that are links alone stay out."""
    found: set[int] = set()
    for lists in {flow.parent[flow.lines[p].element] for p in text if flow.tag[flow.lines[p].element] == "li"}:
        places = range(flow.first[lists], flow.last[lists])
        kept = sum(place in text for place in places)
        if len(places) > kept >= 2 and 2 * kept >= len(places):
            found.update(p for p in places if chances[p] >= LEAST_BETWEEN and not _is_linked(flow, p))
    return found


def _lists_between(flow: Flow, text: set[int], chances: list[float]) -> set[int]:
    """Lists of which nothing is kept, with no links to speak of, beside kept lines and between them."""
    boxes = {flow.parent[flow.lines[place].element] for place in text}
    first, last = min(text), max(text)
    found: set[int] = set()
    for element, tag in enumerate(flow.tag):
        if tag not in _LISTS or flow.parent[element] not in boxes or not first < flow.first[element] < last:
            continue
        places = range(flow.first[element], min(flow.last[element], last))
        if (
            places
            and not any(
                place in text or _is_linked(flow, place) or flow.traits[flow.lines[place].element] & _APART
                for place in places
            )
            and sum(chances[place] for place in places) >= LEAST_NEXT * len(places)
        ):
            found.update(places)
    return found


def _siblings(flow: Flow, text: set[int], chances: list[float]) -> set[int]:
    """Prose of the kind that is kept: between kept lines, or right behind the last; quotes and code between."""
    kinds = {_kind(flow, place) for place in text}
    boxes = {box for box, _, _ in kinds}
    last = max(text)
    found = {
        place
        for place in range(min(text) + 1, last)
        if place not in text
        and (
            (chances[place] >= LEAST_BETWEEN and _is_prose(flow, place, kinds))
            or (chances[place] >= LEAST_BETWEEN and _is_quoted(flow, place))
            or (flow.tag[flow.lines[place].element] == "pre" and _kind(flow, place)[0] in boxes)
        )
    }
    for place in range(last + 1, len(flow.lines)):
        if chances[place] >= LEAST_NEXT and _is_prose(flow, place, kinds):
            found.add(place)
        elif not is_caption(flow, place):
            break
    return found


def _subheads(flow: Flow, text: set[int], chances: list[float]) -> set[int]:
    """Headings without a link that stand right above kept text, and below other kept text."""
    first = min(text)
    return {
        place - 1
        for place in text
        if place - 1 > first
        and place - 1 not in text
        and chances[place - 1] >= LEAST_SUBHEAD
        and flow.traits[flow.lines[place - 1].element] & _HEADING
        and not flow.lines[place - 1].linked
        and _is_sentence(flow, place)
    }


def _is_prose(flow: Flow, place: int, kinds: set[tuple[int, str, str]]) -> bool:
    kind = _kind(flow, place)
    return kind[1] == "p" and kind in kinds and _is_sentence(flow, place)


def _is_quoted(flow: Flow, place: int) -> bool:
    return bool(flow.traits[flow.lines[place].element] & _QUOTE) and _is_sentence(flow, place)


def _kind(flow: Flow, place: int) -> tuple[int, str, str]:
    """Where a line stands and in what: the element around its own, and the tag and names of its own."""
    element = flow.lines[place].element
    return flow.parent[element], flow.tag[element], flow.names[element]


def _is_sentence(flow: Flow, place: int) -> bool:
    line = flow.lines[place]
    return (
        line.size >= PROSE
        and line.text[-1] in _ENDS
        and not _is_linked(flow, place)
        and not flow.traits[line.element] & _APART
    )


def _is_linked(flow: Flow, place: int) -> bool:
    line = flow.lines[place]
    return line.linked >= 0.3 * line.size


def _notes(flow: Flow, start: int) -> set[int]:
    """The footnotes after line `start` to which the page refers."""
    notes: dict[str, range] = {}
    for element, name in enumerate(flow.names):
        if "#" in name and start < flow.first[element] < flow.last[element]:
            identity = _IDENTITY.search(name)
            if identity and NOTE_ID.match(identity[1]):
                notes[note_key(identity[1])] = range(flow.first[element], flow.last[element])
    if not notes:
        return set()
    links = flow.node[0].css("a[href^='#']")
    referred = {note_key((link.attributes.get("href") or "")[1:]) for link in links}
    return {place for key, places in notes.items() if key in referred for place in places}
