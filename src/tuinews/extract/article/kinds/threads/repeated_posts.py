"""The texts of posts on a page that is known to be a thread, told by repetition alone.

Each post is one of several elements of one tag, name and depth, with a day and a text in it. Menus and cards of
other articles repeat as well, so this is only asked of pages with the marks of a thread.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate

from tuinews.extract.article.kinds.threads.post_bodies import is_apart
from tuinews.extract.article.kinds.threads.unnamed_posts import LEAST_TEXT, MOST_POSTS, is_day
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait
from tuinews.quick_dataclass import dataclass

MOST_OF_THEM = 0.7
"""Share of the elements of a row with a day and a text, from which they are posts."""

NEARLY_ALL = 0.8
"""Share of the letters of the row with the most, from which another row with more elements is preferred."""

IN_ONE = 0.85
"""Share of the letters of a text that one element inside has, which is the text then."""

_BOXES = frozenset(("div", "article", "section", "li", "tr", "tbody", "table", "dl", "dd"))
_OUTSIDE = int(Trait.NAVIGATION)


@dataclass(frozen=True, slots=True)
class _Sums:
    """For each line, how many letters outside of links, and how many days, stand before it."""

    letters: list[int]
    days: list[int]

    def letters_in(self, page_lines: PageLines, element: int) -> int:
        return self.letters[page_lines.last[element]] - self.letters[page_lines.first[element]]

    def days_in(self, page_lines: PageLines, element: int) -> int:
        return self.days[page_lines.last[element]] - self.days[page_lines.first[element]]


def repeated_bodies(page_lines: PageLines) -> list[int]:
    """The element with the text of each post, [] where nothing on the page repeats like posts."""
    times = {place for place, _ in page_lines.times}
    days = [place in times or is_day(line.text) for place, line in enumerate(page_lines.lines)]
    letters = [line.size - line.linked for line in page_lines.lines]
    sums = _Sums([0, *accumulate(letters)], [0, *accumulate(map(int, days))])
    row = _row(page_lines, sums)
    inner = _by_parent(page_lines)
    found = [body for element in row if (body := _body(page_lines, inner, sums, element)) is not None]
    if 2 * len(found) <= len(row):
        return []
    kind = Counter(_kind(page_lines, body) for body in found).most_common(1)[0][0]
    bodies = [_of_kind(page_lines, inner, element, kind) for element in row]
    return [body for body in bodies if body is not None]


def _row(page_lines: PageLines, sums: _Sums) -> Sequence[int]:
    """The elements of the posts: of all rows with days and texts that with most letters, of these the longest."""
    rows = [
        row
        for row in _rows(page_lines)
        if sum(sums.days_in(page_lines, one) > 0 and sums.letters_in(page_lines, one) >= LEAST_TEXT for one in row)
        >= MOST_OF_THEM * len(row)
    ]
    sizes = [sum(sums.letters_in(page_lines, one) for one in row) for row in rows]
    most = max(sizes, default=0)
    large = [row for row, size in zip(rows, sizes, strict=True) if size >= NEARLY_ALL * most]
    return max(large, key=len, default=())


def _rows(page_lines: PageLines) -> list[list[int]]:
    """Elements of one tag, name and depth; those without a name in one parent."""
    depths: list[int] = []
    rows: defaultdict[tuple[int, str, str, int], list[int]] = defaultdict(list)
    for element, above in enumerate(page_lines.parent):
        depths.append(depths[above] + 1 if above >= 0 else 0)
        tag = page_lines.tag[element]
        if tag in _BOXES and not page_lines.traits[element] & _OUTSIDE:
            name = _first_name(page_lines, element)
            rows[depths[element], tag, name, -1 if name else above].append(element)
    return [row for row in rows.values() if 1 < len(row) <= MOST_POSTS]


def _first_name(page_lines: PageLines, element: int) -> str:
    return page_lines.names[element].strip().split(" ", 1)[0].rstrip("0123456789")


def _kind(page_lines: PageLines, element: int) -> str:
    return page_lines.tag[element] + " " + _first_name(page_lines, element)


def _by_parent(page_lines: PageLines) -> dict[int, list[int]]:
    inner: defaultdict[int, list[int]] = defaultdict(list)
    for element, above in enumerate(page_lines.parent):
        inner[above].append(element)
    return inner


def _of_kind(page_lines: PageLines, inner: dict[int, list[int]], post: int, kind: str) -> int | None:
    """The first element of a post with this tag and name."""
    todo = [post]
    while todo:
        element = todo.pop()
        if element != post and _kind(page_lines, element) == kind:
            return element
        todo += reversed(inner.get(element, ()))
    return None


def _body(page_lines: PageLines, inner: dict[int, list[int]], sums: _Sums, post: int) -> int | None:
    """The element in a post with most of its letters and no day, as small as it may be, if there is one."""
    best, todo = None, [post]
    while todo:
        element = todo.pop()
        if is_apart(page_lines.names[element]):
            continue
        if sums.days_in(page_lines, element):
            todo += inner.get(element, ())
        elif best is None or sums.letters_in(page_lines, element) > sums.letters_in(page_lines, best):
            best = element
    if best is None or sums.letters_in(page_lines, best) < LEAST_TEXT:
        return None
    while True:
        size = sums.letters_in(page_lines, best)
        one = next((one for one in inner.get(best, ()) if sums.letters_in(page_lines, one) >= IN_ONE * size), None)
        if one is None or page_lines.tag[one] not in _BOXES:
            return best
        best = one
