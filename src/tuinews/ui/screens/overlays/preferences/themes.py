"""The themes: each is shown on the whole screen while the cursor is on it; Enter keeps it, Esc the one before."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer

from tuinews.language import _
from tuinews.settings import OWN_THEMES, TEXTUAL_THEMES
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words import themes as words

_REST = 0.08
"""Seconds that the cursor rests on a theme before it is shown: new colours for all that is there take as long."""


class ThemesScreen(Sheet[str | None], inherit_bindings=False):
    """Offers the themes and gives the one that is kept, None for the one before; `show` shows one meanwhile."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,t", "close"), ("enter,l,right,space", "choose")]

    def __init__(self, chosen: str, show: Callable[[str], None], note: str = "") -> None:
        super().__init__()
        self._before, self._show, self._note = chosen, show, note
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        """The themes, narrow, so that what they change can be seen beside them."""
        with Vertical(classes="sheet themes"):
            yield PaneTitle(id="themes-title", classes="-active")
            yield Choices(id="themes")
            yield Said(Content(self._note or _(words.HELP)), id="said")

    def on_mount(self) -> None:
        """Offer them, the cursor on the one in force."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(words.TITLE)
        choices = self.query_one(Choices)
        rows = [Choice(None, _(words.OWN))]
        rows += [Choice(name, name, _(words.ABOUT[name])) for name in OWN_THEMES]
        rows += [Choice(None, _(words.TEXTUAL)), *(Choice(name, name) for name in TEXTUAL_THEMES)]
        choices.offer(rows)
        choices.go_to(self._before)
        choices.focus()

    def action_close(self) -> None:
        """Take the theme from before."""
        self._show(self._before)
        close(self, None)

    def action_choose(self) -> None:
        """Keep the theme under the cursor."""
        self.query_one(Choices).choose()

    @on(Choices.Moved)
    def _moved(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_REST, self._preview)

    def _preview(self) -> None:
        current = self.query_one(Choices).current if self.is_active else None
        if isinstance(current, str):
            self._show(current)

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, str):
            close(self, message.value)
