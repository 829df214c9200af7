"""The palette: every command and every source by its name."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.fuzzy import Matcher
from textual.screen import ModalScreen
from textual.widgets import Input

from tuinews.folding import fold
from tuinews.model.row import View
from tuinews.model.source import Source
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import LINK_ID, Scope, shown_keys
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.widgets.line_input import LineInput
from tuinews.ui.widgets.pane import Motion

_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}
_SHOWN = 200


class PaletteScreen(ModalScreen[str | View | None], inherit_bindings=False):
    """Type a few letters, press Enter; gives a command's id or the view of a source."""

    CSS_PATH = stylesheet("over")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close")]

    def __init__(self, keymap: Keymap, sources: Sequence[Source]) -> None:
        super().__init__()
        commands = [c for c in keymap.commands if c.scope is Scope.SCREEN and c.id not in ("palette", LINK_ID)]
        self._all = [Choice(command.id, command.words, shown_keys(command.each)) for command in commands]
        self._all += [Choice(View(source_id=source.id), source.title, source.folder or "") for source in sources]

    def compose(self) -> ComposeResult:
        """An input and what it finds."""
        with Vertical(classes="sheet"):
            yield LineInput(placeholder="A command or a source", compact=True)
            yield Choices(id="palette")

    def on_mount(self) -> None:
        """Offer everything."""
        choices = self.query_one(Choices)
        choices.can_focus = False
        choices.offer(self._all[:_SHOWN])
        self.query_one(Input).focus()

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing."""
        if event.key in _MOVES:
            event.stop()
            self.query_one(Choices).move(_MOVES[event.key])

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self.query_one(Choices).offer(self._found(event.value.strip()))

    @on(Input.Submitted)
    def _choose(self) -> None:
        self.query_one(Choices).choose()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, str | View):
            self.dismiss(message.value)

    def action_close(self) -> None:
        """Go back, nothing chosen."""
        self.dismiss(None)

    def _found(self, typed: str) -> list[Choice]:
        """What matches, the best first."""
        if not typed:
            return self._all[:_SHOWN]
        match = Matcher(fold(typed)).match
        scored = [(match(fold(choice.words)), choice) for choice in self._all]
        found = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        return [choice for _, choice in found[:_SHOWN]]
