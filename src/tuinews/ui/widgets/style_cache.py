"""The styles of component classes, remembered, and lines that are drawn in no more steps than they need."""

from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual._border import get_box
from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.style import Style as Look
from textual.widget import Widget


class _LineCache(StylesCache):
    """Textual's cache of a widget's lines, which are made anew with less.

    Textual asks the sheet some twenty things for each line. Here they are asked once a paint, and where the sheet
    has no more than a border at the left, a line is that and its content; else it is Textual that draws.
    """

    def __init__(self) -> None:
        super().__init__()
        self._edge: tuple[Segment, ...] | None = None

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """Textual's: the lines of a widget in `crop`."""
        self._edge = _edge_of(widget) if _is_plain(widget) else None
        return super().render_widget(widget, crop)

    def render_line(self, styles: StylesBase, y: int, size: Size, content_size: Size, *others: Any) -> Strip:
        """Textual's: one line, with what the sheet has around it."""
        if self._edge is None:
            return super().render_line(styles, y, size, content_size, *others)
        _padding, base, paper, content = others[:4]
        inner, _outer = self.get_inner_outer(base, paper)
        line: Strip = content(y).adjust_cell_length(content_size.width, inner.rich_style)
        return Strip([*self._edge, *line], size.width) if self._edge else line


def _edge_of(widget: Widget) -> tuple[Segment, ...]:
    """The border at the left of a line."""
    name, colour = widget.styles.border.left
    if not name:
        return ()
    base, paper = widget.background_colors
    inner, outer = Look(background=base + paper), Look(background=base)
    return (get_box(name, inner, outer, Look(foreground=base + colour))[1][0],)


def _is_plain(widget: Widget) -> bool:
    """Whether a line of a widget is its content, with a border at its left at most."""
    styles = widget.styles
    border = styles.border
    return (
        not (border.top[0] or border.right[0] or border.bottom[0])
        and not any(edge[0] for edge in styles.outline)
        and styles.padding == Spacing()
        and not styles.tint.a
        and styles.text_opacity == widget.opacity == 1.0
        and not styles.has_rule("hatch")
    )


class StyleCache(Widget):
    """A widget that draws by the line in the looks of its style sheet.

    They are kept until the styles change: Textual forgets its own at every refresh, which would cost as much
    as the drawing.
    """

    ALLOW_SELECT = False

    _looks: dict[str, Style] | None = None

    def __init__(self, **of_widget: Any) -> None:
        super().__init__(**of_widget)
        self._styles_cache = _LineCache()

    def look(self, name: str) -> Style:
        """The style that the sheet gives to the component class `name`; none once the widget has gone.

        Work that ends while the screen goes away still gives its widgets what it found, and nobody sees it.
        """
        if self._looks is None:
            self._looks = {}
        style = self._looks.get(name)
        if style is None:
            if not self.is_attached:
                return Style.null()
            style = self._looks[name] = self.get_component_rich_style(name)
        return style

    def notify_style_update(self) -> None:
        """Textual's: the theme, the focus or a class changed."""
        self._looks = None
        super().notify_style_update()
