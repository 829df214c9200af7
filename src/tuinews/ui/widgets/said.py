"""What a sheet says below what it offers."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Static

from tuinews.language import ellipsis
from tuinews.typeset.cells import cut_at_word, width


class Said(Static):
    """Textual's `Static`, whose text ends with a sign where it has more lines than there is room for."""

    def render_line(self, y: int) -> Strip:
        """Textual's: a line, the last one with a sign where there were more."""
        strip = super().render_line(y)
        size = self.size
        if y != size.height - 1 or self.get_content_height(size, size, size.width) <= size.height:
            return strip
        end = ellipsis()
        words, room = strip.text.rstrip(), size.width - width(end)
        if width(words) > room:
            words = cut_at_word(words, room).removesuffix(end)
        style = next((segment.style for segment in strip), None)
        return Strip([Segment(words + end, style)]).adjust_cell_length(size.width, style)
