"""The help: every key, made from the table of `keys` with the user's own changes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import Group, shown_keys
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.entry_row import KEPT, STAR, UNREAD
from tuinews.ui.widgets.leaflet import Leaflet, LeafletLine
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.source_list import FAILED

_KEY_CELLS = 14


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """The keys, over the reading screen."""

    CSS_PATH = stylesheet("over")
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,h,left,enter", "close")]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """A title and the leaflet."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="help-title", classes="-active")
            yield Leaflet(help_lines(self._keymap), id="help")

    def on_mount(self) -> None:
        """Name it and say how it closes."""
        title = self.query_one(PaneTitle)
        title.title, title.note = "Keys", "Esc closes"

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


def help_lines(keymap: Keymap) -> list[LeafletLine]:
    """The lines of the help: a heading a group, a line a command, the signs of the list."""
    lines: list[LeafletLine] = []
    for group in Group:
        lines += [(), ((f" {group.value}", "heading"),)]
        for command in keymap.commands:
            if command.group is group:
                keys = shown_keys(command.each)
                lines.append(((f"   {keys:<{_KEY_CELLS}} ", "key"), (command.words, "words")))
    lines += [(), ((" Signs", "heading"),)]
    for sign, words in (
        (UNREAD, "not read yet"),
        (STAR, "starred"),
        (KEPT, "its text is kept: it can be read without a network"),
        (FAILED, "a source whose last refresh failed; its list says why"),
        ("[3]", "a link and its number"),
    ):
        lines.append(((f"   {sign:<{_KEY_CELLS}} ", "key"), (words, "words")))
    lines.append(())
    return lines
