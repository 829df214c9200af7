"""The pictures of an article, one at a time, as large as the screen."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.document import Figure, plain
from tuinews.model.kept_article import Picture
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.pictures.graphics import TerminalGraphics
from tuinews.ui.widgets.pictures.picture_view import PictureView
from tuinews.ui.words import overlays

Load = Callable[[str], Awaitable[Picture]]
"""Brings the picture of an address; raises TuinewsError."""


class PictureScreen(ModalScreen[None]):
    """A picture over everything; the others of its article are one key away."""

    CSS_PATH = stylesheet("overlays")
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,enter,h", "close"),
        ("n,j,l,right,down,space,pagedown", "step(1)"),
        ("p,k,left,up,b,pageup", "step(-1)"),
    ]

    def __init__(
        self,
        keymap: Keymap,
        figures: Sequence[Figure],
        shown: int,
        load: Load,
        browse: Callable[[str], None],
        graphics: TerminalGraphics | None = None,
    ) -> None:
        super().__init__()
        self._keymap, self._figures, self._shown = keymap, tuple(figures), shown
        self._load, self._browse, self._graphics = load, browse, graphics

    def compose(self) -> ComposeResult:
        """A title and the picture."""
        yield PaneTitle(classes="-active")
        yield PictureView(self._graphics)

    def on_mount(self) -> None:
        """Show the one that was chosen."""
        if not is_empty(self):
            self.query_one(PictureView).focus()
            self._show()

    def on_key(self, event: events.Key) -> None:
        """Open it in the browser by the key that opens articles there."""
        if event.key in self._keymap.command("browser").each:
            event.stop()
            self._browse(self._figures[self._shown].url)

    def on_click(self) -> None:
        """Go back."""
        self.action_close()

    def action_step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) picture, round and round."""
        if len(self._figures) > 1:
            self._shown = (self._shown + by) % len(self._figures)
            self._show()

    def action_close(self) -> None:
        """Go back."""
        close(self)

    def _show(self) -> None:
        figure = self._figures[self._shown]
        title = self.query_one(PaneTitle)
        title.title = overlays.picture_of(self._shown + 1, len(self._figures))
        title.note = overlays.picture_keys(self._keymap, len(self._figures))
        view = self.query_one(PictureView)
        view.words = plain(figure.caption) or figure.alt or ""
        view.show(None, _(overlays.PICTURE_COMES))
        begin_worker(self, partial(self._bring, figure.url, view), group="picture", exclusive=True)

    async def _bring(self, address: str, view: PictureView) -> None:
        try:
            picture = await self._load(address)
        except TuinewsError as error:
            view.show(None, error.why)
        else:
            view.show(picture)
