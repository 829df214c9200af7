"""Removes well-written text that is not the article's: comments and further posts on the same page.

The line model cannot recognize them, so structure decides: an element with the name of comments, if enough text is
left without it; and elements of the same name in a row, each under a title of its own outside the text.
"""

from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait

_TITLE = NamePattern(r"(?:^|[\s_-])(?:title|headline|subject)(?=$|[\s_-])", "title", "headline", "subject")
_POST = NamePattern(r"(?:^|[\s_-])(?:posts?|entry|entries|article|story|blog|topic|message)(?=$|[\s_-])")
_HEADING = int(Trait.HEADING)
_BOXES = frozenset(("div", "td", "section", "li", "article"))

ENOUGH = 200
"""Letters that are an article without the comments; with fewer, the "comments" may be the article."""

LETTERS_OF_ONE = 2.5
"""Letters of an alphabet that say as much as one ideograph."""

LEAST_POST = 100
"""Letters of text from which an element may be a post: more than a heading or a byline."""

TITLE_REACH = 8
"""Lines before a post among which its title is looked for: date, byline, category."""


def without_comments(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without those in an element with the name of comments, if enough is left."""
    index = page_lines.index
    named = set(index.elements(index.comments)) - {0}
    text = set(kept) if named else set[int]()
    named = {element for element in named if not _is_between(page_lines, element, text)}
    if not named:
        return kept
    left = [place for place in kept if not _is_inside(page_lines, page_lines.lines[place].element, named)]
    return (
        left
        if sum(map(_letters, (page_lines.lines[place] for place in left))) >= ENOUGH or len(left) * 2 > len(kept)
        else kept
    )


def _letters(line: PageLine) -> float:
    """The letters of a line, of which an ideograph says as much as several."""
    return line.size * (LETTERS_OF_ONE if WIDE.search(line.text) else 1.0)


def _is_between(page_lines: PageLines, element: int, text: set[int]) -> bool:
    """Whether an element stands between two lines of the text in its box: a section on comments in code."""
    before, after = page_lines.first[element] - 1, page_lines.last[element]
    box = page_lines.parent[element]
    return {before, after} <= text and all(
        page_lines.parent[page_lines.lines[place].element] == box for place in (before, after)
    )


def _is_inside(page_lines: PageLines, element: int, boxes: set[int]) -> bool:
    while element >= 0 and element not in boxes:
        element = page_lines.parent[element]
    return element >= 0


def first_post_only(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines of the first post (or the one under the headline), if the page has several posts."""
    for members in _rows_of_posts(page_lines, kept):
        start, stop = page_lines.first[members[0]], page_lines.first[members[-1]]
        chosen = next((m for m in members if page_lines.first[m] > page_lines.h1 >= 0), members[0])
        if page_lines.h1 >= page_lines.first[members[-1]]:
            continue
        after = [m for m in members if m > chosen]
        end = page_lines.first[after[0]] if after else stop
        begin = start if chosen == members[0] else page_lines.first[chosen]
        outside = [place for place in kept if place < start] if chosen == members[0] else []
        return outside + [place for place in kept if begin <= place < end]
    return kept


def _rows_of_posts(page_lines: PageLines, kept: list[int]) -> list[list[int]]:
    """Groups of elements with one name and depth, each with text, and a title outside the text before each."""
    text = set(kept)
    groups: dict[tuple[int, str], list[int]] = {}
    sums = [0]
    for place, line in enumerate(page_lines.lines):
        sums.append(sums[-1] + (line.size if place in text else 0))
    for element, (first, last) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
        if sums[last] - sums[first] < LEAST_POST or page_lines.tag[element] not in _BOXES:
            continue
        name = page_lines.names[element].split(" ", 1)[0]
        if name and _POST.matches(name):
            groups.setdefault((_depth(page_lines, element), page_lines.tag[element] + name), []).append(element)
    rows = [members for members in groups.values() if len(members) > 1]
    return [members for members in rows if _have_titles(page_lines, text, members)]


def _depth(page_lines: PageLines, element: int) -> int:
    depth = 0
    while element > 0:
        element = page_lines.parent[element]
        depth += 1
    return depth


def _have_titles(page_lines: PageLines, text: set[int], members: list[int]) -> bool:
    """Whether each member, the first too, has a title before it, with the same markup and outside the text."""
    kinds: set[str] | None = None
    seen: set[str] = set()
    starts = [page_lines.last[member] for member in members]
    for member, start in zip(members, [max(0, page_lines.first[members[0]] - TITLE_REACH), *starts], strict=False):
        gap = range(max(start, page_lines.first[member] - TITLE_REACH), page_lines.first[member])
        titles = [
            place for place in gap if _is_title(page_lines, place) and (member == members[0] or place not in text)
        ]
        names = {_kind(page_lines, place) for place in titles}
        kinds = names if kinds is None else kinds & names
        if not kinds or page_lines.lines[titles[-1]].text in seen:
            return False
        seen.add(page_lines.lines[titles[-1]].text)
    return True


def _kind(page_lines: PageLines, place: int) -> str:
    element = page_lines.lines[place].element
    return page_lines.tag[element] + " " + page_lines.names[element]


def _is_title(page_lines: PageLines, place: int) -> bool:
    element = page_lines.lines[place].element
    above = page_lines.parent[element]
    named = _TITLE.matches(page_lines.names[element]) or (above >= 0 and _TITLE.matches(page_lines.names[above]))
    return bool(named) or bool(page_lines.traits[element] & _HEADING)
