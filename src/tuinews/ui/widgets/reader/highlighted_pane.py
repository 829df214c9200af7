"""Passages that are highlighted, shown where they stand, whatever has become of the text around them."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var

from tuinews.late import late_imports
from tuinews.typeset.page.find import Match
from tuinews.typeset.page.selecting import Marked, Place, copied_text
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.picture_pane import PicturePane
from tuinews.ui.widgets.reader.reader_line import painted
from tuinews.ui.widgets.reader.reader_state import Annotations

with late_imports(__name__):
    from tuinews.typeset.page import quoting


class HighlightedPane(PicturePane, Layer):
    """An article of which passages may be highlighted."""

    annotations: var[Annotations] = var(Annotations, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._passages: dict[int, Match] = {}

    @property
    def note(self) -> str:
        """What a person wrote to the article that is shown."""
        return self.annotations.note if self.annotations.entry_id == self.reader_state.entry_id else ""

    def watch_annotations(self) -> None:
        """Show other highlights, and another note."""
        self._find_passages()
        self.set_ending()

    def take_lines(self, is_other: bool) -> None:
        """Find the passages in other lines."""
        super().take_lines(is_other)
        self._find_passages()

    def segments_of(self, number: int) -> list[Segment]:
        """A line in its looks, what is highlighted on its own paper."""
        segments = super().segments_of(number)
        if not self._passages:
            return segments
        look, seen = self.look("reader--highlight"), self.text.seen_of(number)
        paper = Style(bgcolor=look.bgcolor, underline=look.underline or None, bold=look.bold or None)
        for match in self._passages.values():
            for part in match.parts:
                shown = seen.part(part) if part.line == number else None
                if shown is not None:
                    segments = list(painted(segments, shown, paper))
        return segments

    def highlights_at(self, marked: Marked) -> dict[int, bool]:
        """The highlights that a selection touches, by their numbers: whether it holds all of each."""
        found: dict[int, bool] = {}
        for number, match in self._passages.items():
            ends = [(Place(part.line, part.start), Place(part.line, part.end)) for part in match.parts]
            start, end = ends[0][0], ends[-1][1]
            if start < marked.end and end > marked.start:
                found[number] = marked.start <= start and end <= marked.end
        return found

    def is_passage(self, highlight_id: int, marked: Marked) -> bool:
        """Whether a selection has just the words of a highlight, and no others."""
        match = self._passages.get(highlight_id)
        if match is None:
            return False
        shown, selected = (
            "".join(self.text.lines[part.line].text[part.start : part.end] for part in match.parts),
            copied_text(self.text.lines, marked),
        )
        return "".join(shown.split()) == "".join(selected.split())

    def show_passage(self, highlight_id: int) -> bool:
        """Bring a highlight into sight; False where the text has it no more."""
        match = self._passages.get(highlight_id)
        if match is not None:
            self.show_line(match.line)
        return match is not None

    def _find_passages(self) -> None:
        # A teaser, or the text of another article, has none of the passages: looking would cost a frame.
        highlights = self.annotations.highlights
        if not highlights or self.annotations.entry_id != self.reader_state.entry_id:
            self._passages = {}
            return
        self._passages = quoting.passages_of(self.text.article_lines, highlights)
