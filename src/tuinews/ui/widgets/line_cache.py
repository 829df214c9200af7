"""The lines of a widget with what its style sheet sets around them, put together faster than Textual does.

Textual asks the sheet for borders, outlines, padding, tints and opacities at every line, which costs several times
what a line of ours does. What we draw by the line has a border at its left at most; what that looks like is worked
out once. Where a sheet of the user's sets more, Textual's own way is taken.
"""

from collections.abc import Callable
from typing import Any

from rich.segment import Segment
from textual._border import get_box
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style

from tuinews.quick_dataclass import dataclass

_NO_EDGE = ""

_ASKED = (
    *("self", "styles", "y", "size", "content_size", "padding", "base_background", "background"),
    *("render_content_line", "border_title", "border_subtitle", "opacity", "ansi_theme", "native_ansi"),
)
"""What Textual 8.2 to 8.x gives to `render_line`, which is not part of its interface."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around each line: nothing but a border before it, which may be none. `is_plain` says so."""

    is_plain: bool
    left: tuple[Segment, ...] = ()


def is_usable() -> bool:
    """Whether the Textual that is installed asks for a line as it did; else its own way is left to it."""
    code = StylesCache.render_line.__code__
    return code.co_varnames[: code.co_argcount] == _ASKED


class LineCache(StylesCache):
    """Textual's cache of a widget's lines, for one that draws by the line."""

    def __init__(self) -> None:
        super().__init__()
        self._frames: dict[tuple[Color, Color, float], _Frame] = {}

    def forget_frame(self) -> None:
        """Ask the sheet anew, since the styles changed."""
        self._frames.clear()

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Any,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        border_title: Any,
        border_subtitle: Any,
        opacity: float,
        *themes: Any,
    ) -> Strip:
        """Textual's: line `y` of the widget, with what is around it."""
        key = (base_background, background, opacity)
        frame = self._frames.get(key)
        if frame is None:
            frame = self._frames[key] = self._frame(styles, base_background, background, opacity)
        if not frame.is_plain or y >= content_size.height:
            return super().render_line(
                styles,
                y,
                size,
                content_size,
                padding,
                base_background,
                background,
                render_content_line,
                border_title,
                border_subtitle,
                opacity,
                *themes,
            )
        line = render_content_line(y)
        if line.cell_length != content_size.width:
            inner, _ = self.get_inner_outer(base_background, background)
            line = line.adjust_cell_length(content_size.width, inner.rich_style)
        return Strip([*frame.left, *line], size.width) if frame.left else line

    def _frame(self, styles: StylesBase, base_background: Color, background: Color, opacity: float) -> _Frame:
        (top, _top), (right, _right), (bottom, _bottom), (left, left_color) = styles.border
        is_plain = (
            {top, right, bottom} == {_NO_EDGE}
            and {edge for edge, _colour in styles.outline} == {_NO_EDGE}
            and not any(styles.padding)
            and not styles.tint.a
            and (opacity, styles.text_opacity) == (1.0, 1.0)
            and not styles.has_rule("hatch")
        )
        if not is_plain or left == _NO_EDGE:
            return _Frame(is_plain)
        inner, outer = self.get_inner_outer(base_background, background)
        ink = Style(foreground=base_background + left_color)
        return _Frame(True, (get_box(left, inner, outer, ink)[1][0],))
