"""Edit a source: its name and its folder, each on a line."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuinews.address import masked
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words import overlays


@dataclass(frozen=True, slots=True)
class Edited:
    """A source's name and folder as they were typed; "" for no folder."""

    title: str
    folder: str


class EditSourceScreen(ModalScreen[Edited | None], inherit_bindings=False):
    """Asks for the name and the folder of a source, and gives what was typed, None for nothing."""

    CSS_PATH = stylesheet("overlays")
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close"),
        ("tab,down", "app.focus_next"),
        ("shift+tab,up", "app.focus_previous"),
    ]

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source

    def compose(self) -> ComposeResult:
        """Two lines with what is so now, and a line that says what the keys do."""
        with Vertical(classes="sheet edit"):
            yield PaneTitle(id="edit-title", classes="-active")
            yield Static(_(overlays.NAME), classes="label")
            yield Input(clean_line(self._source.title), id="name", compact=True, select_on_focus=False)
            yield Static(_(overlays.FOLDER), classes="label")
            yield Input(clean_line(self._source.folder), id="folder", compact=True, select_on_focus=False)
            yield Static(id="said")

    def on_mount(self) -> None:
        """Name what is edited, and take the keys."""
        if is_empty(self):
            return
        title = self.query_one(PaneTitle)
        title.title, title.note = _(overlays.EDIT_TITLE), clean_line(masked(self._source.url), 60)
        self.query_one("#name", Input).focus()
        self.query_one("#said", Static).update(Content(_(overlays.EDIT_HELP)))

    def action_close(self) -> None:
        """Go back, nothing changed."""
        close(self, None)

    @on(Input.Submitted)
    def _keep(self) -> None:
        name, folder = (self.query_one(which, Input).value for which in ("#name", "#folder"))
        if not clean_line(name):
            said = self.query_one("#said", Static)
            said.add_class("-problem")
            said.update(Content(_(overlays.NAME_EMPTY)))
            return
        close(self, Edited(name, folder))
