"""Find in the text of an article, shown in relief where it stands."""

from rich.segment import Segment
from textual.reactive import var

from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.typeset.page.find import find
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.finding import FindResult
from tuinews.ui.widgets.reader.highlighted_pane import HighlightedPane
from tuinews.ui.widgets.reader.reader_line import painted

with late_imports(__name__):
    from tuinews.typeset.page import searched


class FindingPane(HighlightedPane, Layer):
    """An article in which something may be sought."""

    find_query: var[str] = var("", init=False)
    search: var[str | None] = var(None, init=False)
    """The query of the list that the article stands in, whose words are lit while nothing is sought."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.found = FindResult()
        self._lit: FindResult | None = None
        self._article: Article | None = None

    def step_match(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match of the find."""
        self.found.step(direction)
        self._show_match()

    def watch_find_query(self) -> None:
        """Find another text, from the window on."""
        self.found = self._find()
        self._show_match()

    def watch_search(self) -> None:
        """Light the words of another search."""
        self._lit = None
        self.refresh()

    def typeset(self) -> None:
        """Set the article in lines; find again what is sought, at the same match."""
        super().typeset()
        article = self.reader_state.article
        same_text, self._article, self._lit = article is self._article, article, None
        before, self.found = self.found, self._find()
        if same_text:
            self.found.go_as(before)

    def segments_of(self, number: int) -> list[Segment]:
        """A line in its looks, what was found in relief."""
        seen = self.text.seen_of(number)
        here = self.found.here.parts if self.found.here else ()
        found = self.found if self.find_query else self._lit_words()
        matches = [(seen.part(part), part in here) for part in found.parts(number)]
        segments = super().segments_of(number)
        for part, is_here in matches:
            if part is not None:
                look = self.look("reader--match-here" if is_here else "reader--match")
                segments = list(painted(segments, part, look))
        return segments

    def _lit_words(self) -> FindResult:
        """The words of the search in the article as it is set."""
        if self._lit is None:
            self._lit = FindResult(searched.places_of(self.text.article_lines, self.search) if self.search else ())
        return self._lit

    def _find(self) -> FindResult:
        """What is sought in the lines as they are, at the first match from the window on."""
        found = FindResult(find(self.text.lines, self.find_query))
        found.go_near(self.top_line)
        return found

    def _show_match(self) -> None:
        if self.found.here is not None:
            self.text.show_sideways(self.found.here.parts[0])
            self.show_line(self.found.here.line)
        self.refresh()
