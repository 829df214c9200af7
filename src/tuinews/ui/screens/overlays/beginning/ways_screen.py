"""A sheet that greets, with a few ways to go on from an empty library."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.text import clean_line
from tuinews.ui.app_context import Guide
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.screens.overlays.help import HelpScreen
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.said import Said
from tuinews.ui.words import overlays
from tuinews.ui.words.sources import source_messages


class WaysScreen(Sheet[AddResult | None], inherit_bindings=False):
    """Offers ways to begin, of which `choices` are the rows, and `take` goes one."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,l,right", "choose"),
        ("g", "guide"),
        ("escape", "close"),
        ("q,Q,ctrl+q", "quit"),
        ("question_mark", "help"),
        ("ctrl+c,super+c", "how_to_quit"),
    ]

    def __init__(self, library: LibraryProtocol, guide: Guide | None, keymap: Keymap) -> None:
        super().__init__()
        self.library, self.guide, self.keymap = library, guide, keymap

    @property
    def words(self) -> tuple[str, str]:
        """What stands over the ways, and the keys under them."""
        raise NotImplementedError

    @property
    def choices(self) -> Sequence[Choice]:
        """The ways to begin that are offered."""
        raise NotImplementedError

    def take(self, way: object) -> None:
        """Begin in the way that was chosen."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """A greeting, the choices, and a line that says what goes on."""
        introduction, keys = self.words
        with Vertical(classes="sheet welcome"):
            yield Static(Content("tuinews"), id="greeting")
            yield Static(Content(introduction), id="introduction")
            yield Choices(id="ways")
            yield Said(Content(keys), id="said")

    def on_mount(self) -> None:
        """Offer the choices."""
        if is_empty(self):
            return
        choices = self.query_one(Choices)
        choices.offer(self.choices)
        choices.focus()

    def action_choose(self) -> None:
        """Take the choice under the cursor."""
        self.query_one(Choices).choose()

    def action_guide(self) -> None:
        """Put the guide into the library, and list it."""
        if self.guide is not None:
            self.work(partial(self._open_guide, self.guide))

    def action_close(self) -> None:
        """Go back, nothing begun."""
        close(self, None)

    def action_help(self) -> None:
        """Show every key; they come into force behind this screen."""
        self.app.push_screen(HelpScreen(self.keymap))

    def action_how_to_quit(self) -> None:
        """Say how to quit, for which Ctrl-C is often meant."""
        self._say(_(overlays.Q_QUITS))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    def came(self, result: AddResult | None) -> None:
        """Take what came of a screen over this one."""
        if result is not None:
            close(self, result)

    def work(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do what takes a while, and say what goes wrong with it."""
        begin_worker(self, partial(self._guarded, job), exclusive=True)

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self.take(message.value)

    async def _open_guide(self, guide: Guide) -> None:
        source = await guide(self.library)
        close(self, AddResult(_(source_messages.GUIDE), source))

    async def _guarded(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await job()
        except TuinewsError as error:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(clean_line(words)))
