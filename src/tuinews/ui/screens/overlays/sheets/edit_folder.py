"""Rename a folder, or move it into another one: its path on a line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tuinews.language import _
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.fields.line_input import LineInput
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.sources import source_sheet


class EditFolderScreen(Sheet[str | None], inherit_bindings=False):
    """Asks for the path of a folder, and gives what was typed, "" for no folder; None if it is as before."""

    CSS_PATH = stylesheet("overlays")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close")]

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """One line with the path, and one that says what the keys do."""
        with Vertical(classes="sheet edit-folder"):
            yield PaneTitle(id="edit-title", classes="-active")
            yield LineInput(clean_line(self._folder), id="path", compact=True, select_on_focus=False)
            yield Said(Content(_(source_sheet.FOLDER_HELP)), id="said")

    def on_mount(self) -> None:
        """Name what is edited, and take the keys."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(source_sheet.FOLDER_TITLE)
        self.query_one("#path", Input).focus()

    def action_close(self) -> None:
        """Go back, nothing changed."""
        close(self, None)

    @on(Input.Submitted)
    def _keep(self) -> None:
        typed = self.query_one("#path", Input).value
        close(self, None if typed == clean_line(self._folder) else typed)
