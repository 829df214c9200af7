"""Removes what stands in the text a second time: copies for other screens, pull quotes, transcripts.

Some templates write the body once for each width of the screen and hide all but one by their style sheet. A pull
quote prints a sentence of the text again. Hostile pages repeat thousands of lines at any depth, so every search
here has a bound.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from tuinews.extract.article.body.next_article import letters_up_to
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of

LEAST_COPY = 200
"""Letters of kept lines in an element from which it may be a copy of the text before it."""

LEAST_SHARE = 0.6
"""Share of all that is said once, from which a copy is one of the whole body and no section that comes twice."""

LEAST_PREVIEW, MOST_PREVIEW = 60, 12
"""Letters of the first line of a text that is repeated where the text begins anew, and lines before that."""

LEAST_LINES = 3
"""Lines of a copy."""

COPIED = 0.8
"""Share of the letters of an element that stand before it, from which it is a copy."""

LEAST_QUOTE, LEAST_WIDE_QUOTE = 20, 8
"""Letters and digits of a pull quote that are compared with the text, and those of one in ideographs."""

LONGEST_SPEAKER = 80
"""Letters of the line below a pull quote that says who said it."""

MOST_QUOTES = 60
"""Quotations that are compared with the text; a page of more is a collection of them."""

LINES_OF_LAYOUT = 5
"""Lines of a cell from which its table sets the page, and no data."""

HIGHEST = 30
"""Elements around a line that may be a copy."""

_PULLED = NamePattern(
    r"pull-?-?quote|block-?quote|pulled|quote-?(?:box|block|text)|(?:^|[\s_-])(?:quote|callout|"
    r"zitat\w*|citation|exergue|destacado|citat|trich-?dan|box-?quote|tweet-?(?:quote|this))(?=$|[\s_-])",
    *("quote", "pulled", "callout", "zitat", "citat", "exergue", "destacado", "trich", "tweet"),
)
_QUOTES = frozenset(("blockquote", "aside", "figure", "q"))
_MARKS = frozenset("\"“”„«»‹›「」『』'’‘")
_ENDS = frozenset(".!?…:")
_HEIGHT = 3
"""Elements around a copy that are looked at."""

_CELLS = frozenset(("td", "th"))
_TABLE = int(Trait.TABLE)
_OTHER = int(Trait.PREFORMATTED | Trait.HEADING | Trait.LIST | Trait.TABLE)


def without_repetitions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without copies of others and pull quotes."""
    kept = [place for place in kept if page_lines.lines[place].text not in _MARKS]
    kept = _without_preview(page_lines, _without_copies(page_lines, kept))
    return _without_pulled(page_lines, _without_folded(page_lines, kept))


def _without_preview(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the first ones, where the text begins anew behind them: what a click opens."""
    lines = page_lines.lines
    if not kept or lines[kept[0]].size < LEAST_PREVIEW:
        return kept
    begin = next((at for at in range(1, len(kept)) if lines[kept[at]].text == lines[kept[0]].text), 0)
    if not LEAST_LINES - 1 <= begin <= MOST_PREVIEW or len(kept) - begin <= 2 * begin:
        return kept
    box = page_lines.parent[lines[kept[0]].element]
    if page_lines.last[box] > kept[begin]:
        return kept  # what holds both is the text
    again = (_is_again(lines[one].text, lines[other].text) for one, other in zip(kept, kept[begin:], strict=False))
    return kept[begin:] if all(islice(again, begin)) else kept


def _is_again(text: str, other: str) -> bool:
    """Whether two lines are the same, or one is the other cut off."""
    return text == other or (text[-1] == "…" and other.startswith(text.rstrip("… ")))


def _without_folded(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without what is folded up (`details`) and stands outside of it too: a transcript."""
    dropped: set[int] = set()
    lines = page_lines.lines
    elements = page_lines.index.tagged("details")
    everywhere = Counter(lines[place].text for place in kept) if elements else Counter[str]()
    for element in elements:
        first, last = page_lines.first[element], page_lines.last[element]
        inside = [lines[place] for place in kept[bisect_left(kept, first) : bisect_left(kept, last)]]
        here = Counter(line.text for line in inside)
        folded = [line for line in inside if line.own != "summary"]
        again = sum(line.size for line in folded if everywhere[line.text] > here[line.text])
        if len(folded) > 1 and again >= COPIED * sum(line.size for line in folded):
            dropped.update(range(first, last))
    return [place for place in kept if place not in dropped]


def _without_copies(page_lines: PageLines, kept: list[int]) -> list[int]:
    seen: dict[str, int] = {}
    again: dict[int, int] = {}
    for place in kept:
        text = page_lines.lines[place].text
        if seen.setdefault(text, place) != place:
            again[place] = seen[text]
    least = max(LEAST_COPY, LEAST_SHARE * sum(map(len, seen)))
    if sum(page_lines.lines[place].size for place in again) < least or len(again) < LEAST_LINES:
        return kept
    sizes = letters_up_to(page_lines, set(kept))
    repeated = letters_up_to(page_lines, set(again))
    dropped: set[int] = set()
    for place, original in again.items():
        if place not in dropped:
            dropped.update(_copy_around(page_lines, place, original, least, sizes, repeated))
    return [place for place in kept if place not in dropped]


def _copy_around(
    page_lines: PageLines, place: int, original: int, least: float, sizes: list[int], repeated: list[int]
) -> range:
    """The lines of the outermost element around a repeated line that is a copy of what stands before it."""
    copy = range(0)
    element = page_lines.lines[place].element
    for _ in range(HIGHEST):
        first, last = page_lines.first[element], page_lines.last[element]
        if element <= 0 or first <= original:
            break
        size = sizes[last] - sizes[first]
        if size >= least and last - first >= LEAST_LINES and repeated[last] - repeated[first] >= COPIED * size:
            copy = range(first, last)
        element = page_lines.parent[element]
    return copy


def _without_pulled(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without those in an element of a quotation that repeat a part of another line."""
    quotations = _quotations(page_lines)
    pulled = (
        [place for place in kept if not quotations.isdisjoint(_around(page_lines, place))] if quotations else []
    ) + _set_apart(page_lines, kept)
    if not 0 < len(pulled) <= MOST_QUOTES:
        return kept
    quotes = set(pulled)
    lines = page_lines.lines
    others = "\n".join(key_of(lines[place].text) for place in kept if place not in quotes)
    keys = {place: key_of(lines[place].text) for place in pulled}
    dropped = {place for place, key in keys.items() if _is_long_enough(key) and key in others}
    dropped |= {place + 1 for place in dropped if place + 1 in keys and _says_who(page_lines, place + 1, keys)}
    return [place for place in kept if place not in dropped]


def _says_who(page_lines: PageLines, place: int, pulled: Iterable[int]) -> bool:
    """Whether the last line of a pull quote, in its box, says who said it."""
    line, above = page_lines.lines[place], page_lines.lines[place - 1]
    box = page_lines.parent[line.element]
    return (
        place + 1 not in pulled
        and line.size <= LONGEST_SPEAKER
        and line.text[-1] not in _ENDS
        and 0 < box == page_lines.parent[above.element]
        and page_lines.last[box] == place + 1
    )


def _is_long_enough(key: str) -> bool:
    return len(key) >= (LEAST_WIDE_QUOTE if WIDE.search(key) else LEAST_QUOTE)


def _set_apart(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The lines in quotation marks that are set otherwise than most of the text, in an element of no such name;
    those below a mark alone, too.
    """
    lines = page_lines.lines
    quoted = [
        place
        for place in kept
        if (
            (lines[place].text[0] in _MARKS and lines[place].text[-1] in _MARKS)
            or (place > 0 and lines[place - 1].text in _MARKS)  # it stands below a mark that is drawn large
        )
        and not _is_of_other(page_lines, lines[place].element)
    ]
    if not quoted:
        return []
    kinds = Counter(page_lines.tag_and_names(place) for place in kept)
    return [place for place in quoted if 2 * kinds[page_lines.tag_and_names(place)] < len(kept)]


def _is_of_other(page_lines: PageLines, element: int) -> bool:
    other = page_lines.traits[element] & _OTHER
    return bool(other & ~_TABLE) or (bool(other) and not _is_in_layout(page_lines, element))


def _is_in_layout(page_lines: PageLines, element: int) -> bool:
    """Whether the cell around an element holds so many lines that its table sets the page."""
    while element > 0 and page_lines.tag[element] not in _CELLS:
        element = page_lines.parent[element]
    return page_lines.last[element] - page_lines.first[element] >= LINES_OF_LAYOUT


def is_called_quote(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in an element with the name of a quotation."""
    return any(_PULLED.matches(page_lines.names[element]) for element in _around(page_lines, place))


def _quotations(page_lines: PageLines) -> set[int]:
    """The elements that set a quotation by their tag or name."""
    return {*page_lines.index.tagged(*_QUOTES), *page_lines.index.matching(_PULLED)}


def _around(page_lines: PageLines, place: int) -> list[int]:
    """The nearest elements around a line that may set it as a quotation; none for code, headings and the like."""
    element = page_lines.lines[place].element
    found: list[int] = []
    in_table = page_lines.traits[element] & _TABLE
    other = _OTHER & ~_TABLE if in_table and _is_in_layout(page_lines, element) else _OTHER
    while element > 0 and len(found) < _HEIGHT and not page_lines.traits[element] & other:
        found.append(element)
        element = page_lines.parent[element]
    return found
