"""The styles of component classes, remembered."""

from rich.style import Style
from textual.widget import Widget


class StyleCache(Widget):
    """A widget that draws by the line in the looks of its style sheet.

    They are kept until the styles change: Textual forgets its own at every refresh, which would cost as much
    as the drawing.
    """

    ALLOW_SELECT = False

    _looks: dict[str, Style] | None = None

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
