"""The styles of component classes, remembered, and lines that are drawn in no more steps than they need."""

from typing import Any

from rich.style import Style
from textual.widget import Widget

from tuinews.ui.widgets.line_cache import LineCache, is_usable


class StyleCache(Widget):
    """A widget that draws by the line in the looks of its style sheet.

    They are kept until the styles change: Textual forgets its own at every refresh, which would cost as much
    as the drawing.
    """

    ALLOW_SELECT = False

    _looks: dict[str, Style] | None = None

    def __init__(self, **of_widget: Any) -> None:
        super().__init__(**of_widget)
        self._line_cache = LineCache() if is_usable() else None
        self._styles_cache = self._line_cache or self._styles_cache

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
        if self._line_cache is not None:
            self._line_cache.forget_frame()
        super().notify_style_update()
