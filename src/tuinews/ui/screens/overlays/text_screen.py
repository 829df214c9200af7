"""An overlay that shows lines of text: the help, the notices."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tuinews.language import _
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import Scope
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.text_page import TextPage, TextPageLine
from tuinews.ui.words import overlays


class TextScreen(Sheet[None], inherit_bindings=False):
    """Shows lines, and scrolls them by the keys of the panes and those of reading on and back."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,h,left,enter", "close")]

    def __init__(self, keymap: Keymap, title: str, lines: Sequence[TextPageLine]) -> None:
        super().__init__()
        self._keymap, self._heading, self._lines = keymap, title, tuple(lines)
        self._first_key: str | None = None

    @property
    def note(self) -> str:
        """What its keys are, beside the title."""
        return _(overlays.ESC_CLOSES)

    def compose(self) -> ComposeResult:
        """A title and the text."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="text-page-title", classes="-active")
            yield TextPage(self._lines, id="text-page")

    def on_mount(self) -> None:
        """Name it and say how it closes."""
        if is_empty(self):
            return
        title = self.query_one(PaneTitle)
        title.title, title.note = self._heading, self.note
        self.query_one(TextPage).focus()

    def on_key(self, event: events.Key) -> None:
        """Scroll by two keys that are one command, and by those that read on and back in an article."""
        if self.takes(event):
            event.stop()
            return
        first, self._first_key = self._first_key, None
        chord = self._keymap.chords.get((first, event.key)) if first else None
        motion = {
            **dict.fromkeys(self._keymap.command("read_on").each, Motion.PAGE_DOWN),
            **dict.fromkeys(self._keymap.command("read_back").each, Motion.PAGE_UP),
        }.get(event.key)
        if chord is not None and chord.scope is Scope.PANE:
            motion = Motion(chord.id)
        elif self._keymap.starts_chord(event.key):
            event.stop()
            self._first_key = event.key
        if motion is not None:
            event.stop()
            self.query_one(TextPage).move(motion)

    def takes(self, event: events.Key) -> bool:
        """Whether a key means something else here than to scroll, and was obeyed."""
        return False

    def action_close(self) -> None:
        """Go back."""
        close(self)
