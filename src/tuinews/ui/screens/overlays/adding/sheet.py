"""What the sheet that adds sources shows and remembers, for the work that a choice on it begins."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tuinews.catalogue import CatalogueSource, for_language
from tuinews.errors import TuinewsError
from tuinews.language import _, own_language
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.text import clean_line
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.overlays.adding.rows import marked_rows
from tuinews.ui.screens.overlays.closing import Sheet, close
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.fields.line_input import AddressInput
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.sources import adding


class AddingSheet(Sheet[AddResult | None], inherit_bindings=False):
    """An input, what it offers, and a line that says what goes on."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    HELP: ClassVar[str] = adding.HELP

    def __init__(self, library: LibraryProtocol) -> None:
        super().__init__()
        self.library = library
        self.catalogue = for_language(own_language())
        self.result: AddResult | None = None
        """What is given back; None while nothing came."""
        self.marking = False
        """Whether the last key marked a source, so that Enter means all that are marked."""
        self.refused = ""
        """Why the pasted text is not taken, which Enter says again; empty where none was."""
        self._skipped: tuple[SkippedSource, ...] = ()

    @property
    def marked(self) -> list[CatalogueSource]:
        """The sources that are marked, in the catalogue's order."""
        marked = self.query_one(Choices).marked
        return [one for one in self.catalogue if one in marked]

    @property
    def enter_adds_marked(self) -> bool:
        """Whether Enter means what is marked: right after a mark, and on a marked source."""
        choices = self.query_one(Choices)
        return bool(choices.marked) and (self.marking or choices.current in choices.marked)

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="add-title", classes="-active")
            yield AddressInput(placeholder=_(adding.PLACEHOLDER), compact=True)
            yield Choices(id="offers")
            yield Said(id="said")

    def say(self, message: str, *, problem: bool = False) -> None:
        """Say what goes on in the last line of the sheet."""
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(clean_line(message)))

    def refuse(self, why: str, *, problem: bool = True) -> None:
        """Say why a pasted text is not taken, or not yet; Enter, which is meant for it, takes nothing else."""
        self.refused = why
        self.say(why, problem=problem)

    def tell_marked(self) -> None:
        """Say what Enter does while sources are marked, some of them perhaps out of sight."""
        count = len(self.marked)
        current = self.query_one(Choices).current
        if not count:
            self.say(_(self.HELP))
        elif self.enter_adds_marked:
            self.say(adding.marked(count))
        elif isinstance(current, CatalogueSource):
            self.say(adding.selected_before_marked(current.name, count))
        else:
            self.say(adding.row_before_marked(count))

    def offer_instead(self, rows: Sequence[Choice]) -> None:
        """Offer rows in place of what is typed."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.query_one(Choices).offer(list(rows))

    def ask(self, row: Choice, question: str) -> None:
        """Ask whether what was read is to be taken, over the sources that are marked."""
        self.query_one(Choices).offer([row, *marked_rows(self.marked)])
        self.marking, self.refused = False, ""
        self.say(question)

    def note_added(self, message: str, source: Source | None, *, to_fetch: bool) -> None:
        """Note what came: the source to show, None if the whole list shows it."""
        to_fetch = to_fetch or (self.result is not None and self.result.to_fetch)
        self.result = AddResult(message, source, to_fetch, self._skipped)

    def note_skipped(self, skipped: Sequence[SkippedSource]) -> None:
        """Note lines of a list that were not taken; told with the next result."""
        self._skipped = (*self._skipped, *skipped)

    def go_on(self, heading: str, rows: Sequence[Choice] = ()) -> None:
        """Close, unless there are `rows` or marked sources that may be added too."""
        count = len(self.marked)
        if not rows and not count:
            close(self, self.result)
            return
        self.offer_instead([Choice(None, heading), *rows, *marked_rows(self.marked)])
        self.marking = False
        if count and not rows:
            self.say(adding.still_marked(count))
        else:
            self.tell_marked()

    def work(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do what a choice asks for; what was under way before is given up, and a failure is said."""
        begin_worker(self, partial(self._guarded, job), exclusive=True)

    async def _guarded(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await job()
        except TuinewsError as error:
            if self.refused:
                self.refuse(str(error))
            else:
                self.say(str(error), problem=True)
