"""The welcome: first sources for an empty library."""

from collections.abc import Coroutine
from enum import StrEnum
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuinews.catalogue import CatalogueSource, starter_set
from tuinews.errors import TuinewsError
from tuinews.language import _, language_name, own_language
from tuinews.text import clean_line
from tuinews.ui.app_context import Guide
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.adding.add_source import AddSourceScreen, ImportScreen
from tuinews.ui.screens.overlays.adding.library import AddingLibrary
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.screens.overlays.help import HelpScreen
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.words import overlays, source_messages


class StartOption(StrEnum):
    """The ways to begin; the values are their keys, where they have one."""

    ADDRESS = "a"
    CATALOGUE = "c"
    LIST = "i"
    GUIDE = "g"
    LATER = "Esc"


class WelcomeScreen(ModalScreen[AddResult | None], inherit_bindings=False):
    """Offers ways to begin; its result is what came of the chosen one."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,l,right", "choose"),
        ("a,slash", "way('a')"),
        ("c", "way('c')"),
        ("i", "way('i')"),
        ("g", "way('g')"),
        ("escape", "way('Esc')"),
        ("q,Q,ctrl+q", "quit"),
        ("question_mark", "help"),
        ("ctrl+c,super+c", "how_to_quit"),
    ]

    def __init__(self, library: AddingLibrary, guide: Guide | None, keymap: Keymap) -> None:
        super().__init__()
        self._library, self._guide, self._keymap = library, guide, keymap

    def compose(self) -> ComposeResult:
        """A greeting, the choices, and a line that says what goes on."""
        with Vertical(classes="sheet welcome"):
            yield Static(Content("tuinews"), id="greeting")
            yield Static(Content(_(overlays.WELCOME)), id="introduction")
            yield Choices(id="ways")
            yield Static(Content(_(overlays.WELCOME_HELP)), id="said")

    def on_mount(self) -> None:
        """Offer the choices, the starter sets first."""
        if is_empty(self):
            return
        choices = self.query_one(Choices)
        choices.offer(self._choices())
        choices.focus()

    def action_choose(self) -> None:
        """Take the choice under the cursor."""
        self.query_one(Choices).choose()

    def action_way(self, key: str) -> None:
        """Take a choice by its key."""
        self._take(StartOption(key))

    def action_help(self) -> None:
        """Show every key; they come into force behind this screen."""
        self.app.push_screen(HelpScreen(self._keymap))

    def action_how_to_quit(self) -> None:
        """Say how to quit, for which Ctrl-C is often meant."""
        self._say(_(overlays.Q_QUITS))

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, StartOption):
            self._take(message.value)
        elif isinstance(message.value, tuple):
            self._work(self._start(message.value))

    def _take(self, way: StartOption) -> None:
        if way is StartOption.LATER:
            close(self, None)
        elif way is StartOption.GUIDE:
            self._work(self._open_guide())
        else:
            screen = ImportScreen if way is StartOption.LIST else AddSourceScreen
            self.app.push_screen(screen(self._library), self._came)

    def _came(self, result: AddResult | None) -> None:
        if result is not None:
            close(self, result)

    def _choices(self) -> list[Choice]:
        rows = [Choice(None, _(overlays.STARTER_SETS))]
        own = own_language()
        for lang in dict.fromkeys((own, "vi", "en")):
            chosen = starter_set(lang)
            names = ", ".join(source.name for source in chosen[:4])
            rows.append(
                Choice(chosen, overlays.starter_set(language_name(lang), names), overlays.set_size(len(chosen)))
            )
        rows += [
            Choice(None, ""),
            Choice(None, _(overlays.OR_CHOOSE)),
            Choice(StartOption.ADDRESS, _(overlays.TYPE_ADDRESS), key="a"),
            Choice(StartOption.CATALOGUE, _(overlays.BROWSE_CATALOGUE), key="c"),
            Choice(StartOption.LIST, _(overlays.IMPORT_LIST), key="i"),
        ]
        if self._guide is not None:
            rows.append(Choice(StartOption.GUIDE, _(overlays.READ_GUIDE), key="g"))
        return [*rows, Choice(StartOption.LATER, _(overlays.LOOK_AROUND), key="Esc")]

    async def _start(self, chosen: tuple[CatalogueSource, ...]) -> None:
        sources = await self._library.add_catalogue(chosen)
        close(self, AddResult(source_messages.added(len(sources)), to_fetch=True))

    async def _open_guide(self) -> None:
        if self._guide is not None:
            source = await self._guide(self._library)
            close(self, AddResult(_(source_messages.GUIDE), source))

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(self._guarded(job), exclusive=True)

    async def _guarded(self, job: Coroutine[Any, Any, None]) -> None:
        try:
            await job
        except TuinewsError as error:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(clean_line(words)))
