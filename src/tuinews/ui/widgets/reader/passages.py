"""Passages that are highlighted, shown where they stand, whatever has become of the text around them."""

from collections.abc import Iterable, Sequence

from rich.style import Style

from tuinews.late import late_imports
from tuinews.typeset.page.find import Match
from tuinews.typeset.page.selecting import TextPosition, TextRange, copied_text
from tuinews.ui.widgets.reader.text.line_painter import StyleOverlay
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight
    from tuinews.typeset.page import quoting


class Passages:
    """The highlights that the text has, by their numbers."""

    def __init__(self, text: ShownText, window: Window) -> None:
        self._text, self._window = text, window
        self._found: dict[int, Match] = {}

    def seek(self, highlights: Sequence[Highlight]) -> None:
        """Look where these highlights stand in the text as it is set."""
        self._found = quoting.passages_of(self._text.article_lines, highlights) if highlights else {}

    def reliefs(self, number: int) -> Iterable[StyleOverlay]:
        """What of a line is highlighted, on its own paper."""
        if not self._found:
            return
        look = self._window.look("reader--highlight")
        paper = Style(bgcolor=look.bgcolor, underline=look.underline or None, bold=look.bold or None)
        for match in self._found.values():
            for part in match.parts:
                if part.line == number:
                    yield StyleOverlay(part, paper)

    def touched_by(self, marked: TextRange) -> dict[int, bool]:
        """The highlights that a selection touches, by their numbers: whether it holds all of each."""
        found: dict[int, bool] = {}
        for number, match in self._found.items():
            ends = [
                (TextPosition(part.line, part.start), TextPosition(part.line, part.end)) for part in match.parts
            ]
            start, end = ends[0][0], ends[-1][1]
            if start < marked.end and end > marked.start:
                found[number] = marked.start <= start and end <= marked.end
        return found

    def is_same(self, highlight_id: int, marked: TextRange) -> bool:
        """Whether a selection has just the words of a highlight, and no others."""
        match = self._found.get(highlight_id)
        if match is None:
            return False
        lines = self._text.lines
        shown = "".join(lines[part.line].text[part.start : part.end] for part in match.parts)
        return "".join(shown.split()) == "".join(copied_text(lines, marked).split())

    def show(self, highlight_id: int) -> bool:
        """Bring a highlight into sight; False where the text has it no more."""
        match = self._found.get(highlight_id)
        if match is not None:
            self._window.show_line(match.line)
        return match is not None
