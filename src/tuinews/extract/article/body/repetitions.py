"""Removes what stands in the text a second time: copies for other screens, pull quotes; and a next article.

Some templates write the body once for each width of the screen and hide all but one by their style sheet. A pull
quote prints a sentence of the text again. Some themes append the next article, under a headline and byline of its
own. Hostile pages repeat thousands of lines at any depth, so every search here has a bound.
"""

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate, islice, takewhile

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of

LEAST_COPY = 200
"""Letters of kept lines in an element from which it may be a copy of the text before it."""

LEAST_SHARE = 0.6
"""Share of all that is said once, from which a copy is one of the whole body and no section that comes twice."""

LEAST_LINES = 3
"""Lines of a copy."""

COPIED = 0.8
"""Share of the letters of an element that stand before it, from which it is a copy."""

LEAST_QUOTE = 24
"""Letters and digits of a pull quote that are compared with the text."""

MOST_QUOTES = 60
"""Quotations that are compared with the text; a page of more is a collection of them."""

MOST_HEADLINES = 8
"""Second headlines that are looked at."""

HIGHEST = 30
"""Elements around a line that may be a copy, or the box of an appended article."""

ENOUGH = 250
"""Letters of kept text before a second headline, from which the first article is one."""

_PULLED = NamePattern(
    r"pull-?-?quote|block-?quote|pulled|quote-?(?:box|block|text)|(?:^|[\s_-])(?:quote|callout|"
    r"zitat\w*|citation|exergue|destacado|citat|trich-?dan|box-?quote|tweet-?(?:quote|this))(?=$|[\s_-])",
    *("quote", "pulled", "callout", "zitat", "citat", "exergue", "destacado", "trich", "tweet"),
)
_NEXT = re.compile(
    r"(?:^|[\s_-])(?:post-add|next-?(?:post|article|story)|infinite\w*|auto-?load\w*|alp|load-?more|more-?article)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:^|[\s_-])(?:author\w*|byline|entry-meta|post-meta|posted-on)(?=$|[\s_-])", re.IGNORECASE)
_QUOTES = frozenset(("blockquote", "aside", "figure", "q"))
_HEIGHT = 3
_OTHER = int(Trait.PREFORMATTED | Trait.HEADING | Trait.LIST | Trait.TABLE)


def without_repetitions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without copies of others, pull quotes and an appended article."""
    return _without_pulled(
        page_lines, _without_folded(page_lines, _without_copies(page_lines, _without_next(page_lines, kept)))
    )


def _without_folded(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without what is folded up (`details`) and stands outside of it too: a transcript."""
    dropped: set[int] = set()
    lines = page_lines.lines
    elements = [element for element, tag in enumerate(page_lines.tag) if tag == "details"]
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
    sizes = _sums(page_lines, set(kept))
    repeated = _sums(page_lines, set(again))
    dropped: set[int] = set()
    for place, original in again.items():
        if place not in dropped:
            dropped.update(_copy_around(page_lines, place, original, least, sizes, repeated))
    return [place for place in kept if place not in dropped]


def _sums(page_lines: PageLines, places: set[int]) -> list[int]:
    """The letters of these lines up to each line of the page."""
    letters = (line.size if place in places else 0 for place, line in enumerate(page_lines.lines))
    return list(accumulate(letters, initial=0))


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
    )
    if not 0 < len(pulled) <= MOST_QUOTES:
        return kept
    quotes = set(pulled)
    lines = page_lines.lines
    others = "\n".join(key_of(lines[place].text) for place in kept if place not in quotes)
    dropped = {place for place in pulled if len(key := key_of(lines[place].text)) >= LEAST_QUOTE and key in others}
    return [place for place in kept if place not in dropped]


def is_called_quote(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in an element with the name of a quotation."""
    return any(_PULLED.matches(page_lines.names[element]) for element in _around(page_lines, place))


def _quotations(page_lines: PageLines) -> set[int]:
    """The elements that set a quotation by their tag or name."""
    return {
        element
        for element, (tag, name) in enumerate(zip(page_lines.tag, page_lines.names, strict=True))
        if tag in _QUOTES or (name and _PULLED.matches(name))
    }


def _around(page_lines: PageLines, place: int) -> list[int]:
    """The nearest elements around a line that may set it as a quotation; none for code, headings and the like."""
    element = page_lines.lines[place].element
    found: list[int] = []
    while element > 0 and len(found) < _HEIGHT and not page_lines.traits[element] & _OTHER:
        found.append(element)
        element = page_lines.parent[element]
    return found


def _without_next(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without those under further headlines, which a byline or their box tells as such."""
    if not kept:
        return kept
    sizes = _sums(page_lines, set(kept))
    headlines = (
        place
        for place in range(kept[0] + 1, len(page_lines.lines))
        if page_lines.tag[page_lines.lines[place].element] == "h1" and sizes[place] >= ENOUGH
    )
    dropped: set[int] = set()
    for place in islice(headlines, MOST_HEADLINES):
        box = _box_of(page_lines, sizes, place) if place > page_lines.h1 else None
        if box is not None and (_is_article(page_lines, box, place) or _is_like_first(page_lines, box)):
            dropped.update(range(page_lines.first[box], page_lines.last[box]))
    return [place for place in kept if place not in dropped]


def _box_of(page_lines: PageLines, sizes: list[int], headline: int) -> int | None:
    """The outermost element around a headline with text after it and none before it."""
    found: int | None = None
    element = page_lines.parent[page_lines.lines[headline].element]
    for _ in range(HIGHEST):
        if element <= 0 or sizes[headline] > sizes[page_lines.first[element]]:
            break
        found, element = element, page_lines.parent[element]
    return found if found is not None and sizes[page_lines.last[found]] > sizes[headline + 1] else None


def _is_like_first(page_lines: PageLines, box: int) -> bool:
    """Whether a box is called as its neighbour around the first headline, and both hold an `article`.

    Without one they may be sections of a text that has a headline for each.
    """
    element, above = page_lines.lines[page_lines.h1].element if page_lines.h1 >= 0 else -1, page_lines.parent[box]
    while element >= 0 and page_lines.parent[element] != above:
        element = page_lines.parent[element]
    return (
        element >= 0
        and element != box
        and bool(page_lines.names[box])
        and (page_lines.tag[element], page_lines.names[element]) == (page_lines.tag[box], page_lines.names[box])
        and all(_holds_article(page_lines, one) for one in (element, box))
    )


def _holds_article(page_lines: PageLines, box: int) -> bool:
    """Whether an element is an `article` or holds one."""
    inside = takewhile(lambda one: page_lines.first[one] < page_lines.last[box], range(box, len(page_lines.tag)))
    return any(page_lines.tag[one] == "article" for one in inside)


def _is_article(page_lines: PageLines, box: int, headline: int) -> bool:
    """Whether the element around a headline is an article: by its name, or signed between headline and text."""
    first, last = page_lines.first[box], page_lines.last[box]
    for element in range(box, len(page_lines.tag)):
        if page_lines.first[element] >= last:
            break
        name = page_lines.names[element]
        if page_lines.first[element] <= headline and _NEXT.search(name):
            return True
        if element > box and headline - 3 <= page_lines.first[element] <= headline + 3 and _SIGNED.search(name):
            return True
    return any(first <= place < min(last, headline + 5) for place, _ in page_lines.times)
