"""Find in the text of an article, shown in relief where it stands: which matches there are, which is gone to."""

from collections.abc import Iterable, Sequence

from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.typeset.page.find import Match, MatchPart, find
from tuinews.ui.widgets.reader.text.line_painter import StyleOverlay
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.typeset.page import searched


class FindResult:
    """The matches of a find, with the one that is gone to."""

    def __init__(self, matches: Sequence[Match] = ()) -> None:
        self.matches = tuple(matches)
        self._index = 0
        self._parts: dict[int, list[MatchPart]] = {}
        for match in self.matches:
            for part in match.parts:
                self._parts.setdefault(part.line, []).append(part)

    @property
    def here(self) -> Match | None:
        """The match that is gone to; None if nothing was found."""
        return self.matches[self._index] if self.matches else None

    @property
    def number(self) -> int:
        """Which match that is, from 1; 0 where nothing was found."""
        return self._index + 1 if self.matches else 0

    def parts(self, line: int) -> list[MatchPart]:
        """What was found on a line."""
        return self._parts.get(line, [])

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match, round and round."""
        if self.matches:
            self._index = (self._index + direction) % len(self.matches)

    def go_near(self, line: int) -> None:
        """Go to the first match from `line` on."""
        self._index = next((n for n, match in enumerate(self.matches) if match.line >= line), 0)

    def go_as(self, other: "FindResult") -> None:
        """Go to the match of the same number as in `other`, the same text set in other lines."""
        self._index = min(other._index, max(0, len(self.matches) - 1))


class TextFinding:
    """What is sought in the text; while nothing is, the words of the search that the article was listed by."""

    def __init__(self, text: ShownText, window: Window) -> None:
        self._text, self._window = text, window
        self._query = ""
        self._search: str | None = None
        self._lit: FindResult | None = None
        self._article: Article | None = None
        self.found = FindResult()

    def seek(self, query: str) -> None:
        """Find another text, from the window on."""
        self._query = query
        self.found = self._find()
        self._show()

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match."""
        self.found.step(direction)
        self._show()

    def light(self, search: str | None) -> None:
        """Light the words of another search."""
        if search != self._search:
            self._search, self._lit = search, None
            self._window.refresh()

    def seek_again(self, article: Article | None) -> None:
        """Find in other lines what is sought, at the same match where the article is the same."""
        same_text, self._article = article is self._article, article
        before, self.found, self._lit = self.found, self._find(), None
        if same_text:
            self.found.go_as(before)

    @property
    def part_in_sight(self) -> MatchPart | None:
        """Where the match begins that is gone to, None if that is out of sight or there is none."""
        part = self.found.here.parts[0] if self.found.here else None
        return part if part is not None and 0 <= part.line - self._window.top_line < self._window.page else None

    def reliefs(self, number: int) -> Iterable[StyleOverlay]:
        """What was found on a line."""
        here = self.found.here.parts if self.found.here else ()
        found = self.found if self._query else self._lit_words()
        for part in found.parts(number):
            look = "reader--match-here" if part in here else "reader--match"
            yield StyleOverlay(part, self._window.look(look))

    def _lit_words(self) -> FindResult:
        """The words of the search in the article as it is set."""
        if self._lit is None:
            lines = self._text.article_lines
            self._lit = FindResult(searched.places_of(lines, self._search) if self._search else ())
        return self._lit

    def _find(self) -> FindResult:
        """What is sought in the lines as they are, at the first match from the window on."""
        found = FindResult(find(self._text.lines, self._query))
        found.go_near(self._window.top_line)
        return found

    def _show(self) -> None:
        if self.found.here is not None:
            self._text.show_sideways(self.found.here.parts[0])
            self._window.show_line(self.found.here.line)
        self._window.refresh()
