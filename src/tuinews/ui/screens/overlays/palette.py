"""The palette: every command and every source by its name."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tuinews.folding import fold
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import LINK_ID, Scope, shown_keys
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.widgets.line_input import LineInput
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.words import overlays

_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}
_SHOWN = 200
_WORD = re.compile(r"\w+")


class PaletteScreen(ModalScreen[str | View | None], inherit_bindings=False):
    """Type a few letters, press Enter; gives a command's id or the view of a source."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close")]

    def __init__(self, keymap: Keymap, sources: Sequence[Source], views: Sequence[SavedView] = ()) -> None:
        super().__init__()
        scopes = (Scope.SCREEN, Scope.EVERYWHERE)
        commands = [c for c in keymap.commands if c.scope in scopes and c.id not in ("palette", LINK_ID)]
        self._all = [Choice(command.id, command.words, shown_keys(command.each)) for command in commands]
        self._all += [Choice(View(saved_id=view.id), view.name, view.query) for view in views]
        self._all += [Choice(View(source_id=source.id), source.title, source.folder or "") for source in sources]

    def compose(self) -> ComposeResult:
        """An input and what it finds."""
        with Vertical(classes="sheet"):
            yield LineInput(placeholder=_(overlays.PALETTE_PLACEHOLDER), compact=True)
            yield Choices(id="palette")

    def on_mount(self) -> None:
        """Offer everything."""
        if is_empty(self):
            return
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
            close(self, message.value)

    def action_close(self) -> None:
        """Go back, nothing chosen."""
        close(self, None)

    def _found(self, typed: str) -> list[Choice]:
        """What is named so, the best first; a row that says so where nothing is."""
        found = named_so(typed, self._all) if typed else self._all
        return found[:_SHOWN] or [Choice(None, _(overlays.NOTHING_MATCHES))]


def named_so(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices whose words or id hold what is typed, the best first.

    Whole words come before beginnings of words, and those before any other part. Where nothing holds it, letters
    left out of one word are forgiven (`vnxp`: VnExpress), and the first letters of words are enough (`tt`).
    """
    needle = _plain(typed)
    texts = [(_plain(f"{choice.words} {_id(choice)}"), choice) for choice in choices]
    ranked = [(rank, choice) for text, choice in texts if (rank := _rank(needle, text)) is not None]
    if ranked:
        return [choice for _, choice in sorted(ranked, key=lambda pair: pair[0])]
    return [choice for text, choice in texts if _abbreviates(needle, text)]


def _id(choice: Choice) -> str:
    return choice.value if isinstance(choice.value, str) else ""


def _plain(text: str) -> str:
    """The text in which a name is looked for: an id, too, is typed as it is written or as its words."""
    return fold(" ".join(text.replace("_", " ").split()))


def _rank(needle: str, text: str) -> int | None:
    """How well `text` holds `needle`, 0 the best; None where it does not."""
    words, wanted = _WORD.findall(text), _WORD.findall(needle)
    if wanted and all(word in words for word in wanted):
        return 0
    if wanted and all(any(word.startswith(part) for word in words) for part in wanted):
        return 1
    return 2 if needle in text else None


def _abbreviates(needle: str, text: str) -> bool:
    words = _WORD.findall(text)
    if "".join(word[0] for word in words).startswith(needle):
        return True
    return any(word[0] == needle[0] and _in_order(needle, word) for word in words)


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
