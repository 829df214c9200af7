"""The small boxes of a page, between paragraphs or below them, and how much of the text is in them."""

from collections import defaultdict
from collections.abc import Callable
from itertools import accumulate

from selectolax.lexbor import LexborNode

from tuinews.extract.page.letters import ENDS
from tuinews.extract.page.lines import PageLine, PageLines

MOST_LINES, LONGEST = 14, 1400
"""Lines and letters of a box beside a text; what has more is a part of the text, or the text."""

MOST_OF_TEXT = 0.5
"""Share of the kept letters that one box may have."""

PROSE = 80
"""Letters from which a line with the end of a sentence is a paragraph."""

NEAR = 12
"""Lines after the text in which a box may begin that is below it."""

LEAST_LETTERS, LONGEST_LINE = 8, 800
"""Letters of a line that says what its box is."""

MOST_READ = 12_000
"""Letters of such lines in which words are looked for; the pages of newspapers have a third."""

_NOTHING_SAID = frozenset(("li", "td", "th", "dd", "dt", "pre"))


class Boxes:
    """The boxes around the kept lines of a page."""

    def __init__(self, page_lines: PageLines, kept: list[int]) -> None:
        self.page_lines, self.kept = page_lines, kept
        text = set(kept)
        sizes = [line.size for line in page_lines.lines]
        self._letters = [0, *accumulate(sizes)]
        self._kept = [0, *accumulate([size if place in text else 0 for place, size in enumerate(sizes)])]
        self._elements: dict[int, int] | None = None
        self._prosaic: defaultdict[tuple[int, str, str], list[int]] | None = None
        self.odd = self._odd()
        """The lines near the text with other names than most of it has: what a box says is among them."""
        self.text = "\n".join([page_lines.lines[place].text for place in self.odd])[:MOST_READ]
        """Those lines, in which words are looked for at once; `small_text` is the same in lower case."""
        self.small_text = self.text.lower()

    def _odd(self) -> list[int]:
        sizes: defaultdict[tuple[str, str], int] = defaultdict(int)
        for place in self.kept:
            sizes[self._names(place)] += self.page_lines.lines[place].size
        most = max(sizes, key=lambda kind: sizes[kind])
        lines, tags = self.page_lines.lines, self.page_lines.tag
        return [
            place
            for place in self.near()
            if LEAST_LETTERS <= (line := lines[place]).size <= LONGEST_LINE
            and 2 * line.linked < line.size
            and tags[line.element] not in _NOTHING_SAID
            and self._names(place) != most
        ]

    def _names(self, place: int) -> tuple[str, str]:
        """What a line and its box are called; where neither has a name, which box it is."""
        element = self.page_lines.lines[place].element
        names, above = self.page_lines.names, max(self.page_lines.parent[element], 0)
        return names[element], names[above] or ("" if names[element] else str(above))

    def places(self, element: int) -> range:
        """The lines in an element."""
        return range(self.page_lines.first[element], self.page_lines.last[element])

    def lines(self, element: int) -> list[PageLine]:
        """The lines in an element."""
        return self.page_lines.lines[self.page_lines.first[element] : self.page_lines.last[element]]

    def is_small(self, element: int) -> bool:
        """Whether an element may be a box beside the text."""
        first, last = self.page_lines.first[element], self.page_lines.last[element]
        return (
            element > 0
            and last - first <= MOST_LINES
            and self._letters[last] - self._letters[first] <= LONGEST
            and self._kept[last] - self._kept[first] <= MOST_OF_TEXT * self._kept[-1]
            and not first <= self.page_lines.h1 < last
        )

    def around(self, element: int, belongs: Callable[[PageLine], bool]) -> int | None:
        """The outermost small element around one, of which each paragraph belongs to it; None if it is large."""
        found: int | None = None
        while self.is_small(element) and all(
            belongs(line) or not is_paragraph(line) for line in self.lines(element)
        ):
            found, element = element, self.page_lines.parent[element]
        return found

    def element_of(self, node: LexborNode) -> int | None:
        """The element in which a node of the tree lies; None outside of what was read."""
        if self._elements is None:
            self._elements = {one.mem_id: element for element, one in enumerate(self.page_lines.node)}
        above: LexborNode | None = node
        while above is not None:
            element = self._elements.get(above.mem_id)
            if element is not None:
                return element
            above = above.parent
        return None

    def has_prose_beside(self, element: int) -> bool:
        """Whether a box is a part of the text: another of its parent, tag and names has a line of prose."""
        page_lines = self.page_lines
        if self._prosaic is None:
            self._prosaic = defaultdict(list)
            prose = [0, *accumulate([line.size >= PROSE for line in page_lines.lines])]
            for one, (first, last) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
                if prose[first] < prose[last]:
                    self._prosaic[self._kind(one)].append(one)
        return any(one != element for one in self._prosaic[self._kind(element)][:2])

    def _kind(self, element: int) -> tuple[int, str, str]:
        page_lines = self.page_lines
        return page_lines.parent[element], page_lines.tag[element], page_lines.names[element]

    def near(self) -> range:
        """The lines between the first kept line and a few after the last."""
        return range(self.kept[0], min(self.kept[-1] + NEAR, len(self.page_lines.lines)))

    def text_root(self) -> LexborNode:
        """The innermost element with all kept lines in it."""
        element, last = self.page_lines.lines[self.kept[0]].element, self.kept[-1]
        while self.page_lines.last[element] <= last and self.page_lines.parent[element] >= 0:
            element = self.page_lines.parent[element]
        return self.page_lines.node[element]


def is_paragraph(line: PageLine) -> bool:
    """Whether a line is a sentence or more."""
    return line.size >= PROSE and line.text[-1] in ENDS
