"""Add sources: type or paste an address, name a file, or choose from the catalogue."""

import asyncio
import re
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuinews.address import MAX_LENGTH, masked
from tuinews.catalogue import CatalogueSource, for_language
from tuinews.errors import NoListError, TuinewsError
from tuinews.language import _, own_language
from tuinews.model.accounts.account import NewAccount
from tuinews.model.saved.articles import SavedArticles
from tuinews.model.source import Source, SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.opml import SubscriptionList, parse_source_list
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.add_result import AddResult
from tuinews.ui.screens.overlays.adding import AddingLibrary
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.screens.overlays.offers import (
    AccountOffer,
    AddressesOffer,
    AddressOffer,
    ArticlesOffer,
    FileOffer,
    GuessOffer,
    ListOffer,
    ReadOffer,
    SiteListOffer,
    again_row,
    article_rows,
    instead_rows,
    joined_lines,
    marked_rows,
    offers,
    other_rows,
    typed_addresses,
)
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.widgets.line_input import AddressInput
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words import adding
from tuinews.ui.words.servers import accounts

_TYPED_LINES = 10
"""Lines of a paste that are taken as if they were typed; more are a list."""

_LONGEST_PASTE = 4_000_000
"""Characters of a pasted list; a longer one is read from its file."""

_OPML = re.compile(r"<(?:\?xml|!|opml|outline)", re.IGNORECASE)
_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}


class AddSourceScreen(ModalScreen[AddResult | None], inherit_bindings=False):
    """Adds sources and gives what came."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    HELP: ClassVar[str] = adding.HELP
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close"), ("tab", "mark")]

    def __init__(self, library: AddingLibrary) -> None:
        super().__init__()
        self._library = library
        self._catalogue = for_language(own_language())
        self._result: AddResult | None = None
        self._skipped: tuple[SkippedSource, ...] = ()
        self._marking = False
        self._joined: str | None = None
        self._refused = ""

    @property
    def _marked(self) -> list[CatalogueSource]:
        marked = self.query_one(Choices).marked
        return [one for one in self._catalogue if one in marked]

    def compose(self) -> ComposeResult:
        """An input, what it offers, and a line that says what goes on."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="add-title", classes="-active")
            yield AddressInput(placeholder=_(adding.PLACEHOLDER), compact=True)
            yield Choices(id="offers")
            yield Static(id="said")

    def on_mount(self) -> None:
        """Name it, and give the keys to the input."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(adding.TITLE)
        self.query_one(Choices).can_focus = False
        self.query_one(Input).focus()
        self.offer_first()

    def offer_first(self) -> None:
        """Offer the catalogue before anything is typed."""
        self.query_one(Choices).offer(offers("", self._catalogue))
        self._say(_(self.HELP))

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing."""
        if event.key in _MOVES:
            event.stop()
            self.query_one(Choices).move(_MOVES[event.key])
            self._marking, self._refused = False, ""
            self._tell_marked()

    def action_close(self) -> None:
        """Go back with what was added, if anything was."""
        close(self, self._result)

    def action_mark(self) -> None:
        """Mark a source of the catalogue, to add several at once."""
        choices = self.query_one(Choices)
        if isinstance(choices.current, CatalogueSource):
            choices.toggle()
            self._marking, self._refused = True, ""
            self._tell_marked()

    @on(Input.Changed)
    def _offer_typed(self, event: Input.Changed) -> None:
        self._marking, self._refused = False, ""
        self.query_one(Choices).offer(offers(event.value, self._catalogue, self._marked))
        self._tell_marked()
        if event.value == self._joined:
            self._say(_(adding.JOINED))

    @on(AddressInput.Pasted)
    def _take_paste(self, message: AddressInput.Pasted) -> None:
        """Several lines: addresses as if they were typed, or a list of sources."""
        lines = joined_lines(message.text) if len(message.text) <= _LONGEST_PASTE else []
        if not lines:
            self._refuse(adding.TOO_LONG)
        elif len(lines) > _TYPED_LINES or len(message.text) > MAX_LENGTH or _OPML.match(message.text):
            self._refuse(adding.READING_PASTE, problem=False)
            self._work(self._ask_for_list(message.text))
        else:
            typed = self.query_one(AddressInput)
            typed.put(" ".join(lines))
            if len(lines) == 1 and len(message.text.splitlines()) > 1 and typed_addresses(lines[0]):
                self._joined = typed.value

    @on(Input.Submitted)
    def _choose(self) -> None:
        choices = self.query_one(Choices)
        if self._refused:
            self._refuse(self._refused, problem=self._refused != adding.READING_PASTE)
        elif self._enter_adds_marked():
            self._work(self._add_catalogue(self._marked))
        elif choices.current is None:
            self._say(_(adding.NO_OFFER), problem=True)
        else:
            choices.choose()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        match message.value:
            case AccountOffer(address):
                self._ask_for_account(address)
            case AddressOffer(address):
                self._work(self._look_and_add(address))
            case SiteListOffer(address):
                self._work(self._add(address))
            case GuessOffer(address):
                self._work(self._add(address, SourceKind.LISTING))
            case ReadOffer(address):
                self._work(self._read(address))
            case AddressesOffer(addresses):
                self._work(self._add_each(addresses))
            case FileOffer(path):
                self._work(self._read_file(path))
            case ArticlesOffer(articles):
                self._work(self._import_articles(articles))
            case ListOffer(sources):
                self._work(self._import(sources))
            case CatalogueSource() as source:
                self._work(self._add_catalogue([source]))

    def _enter_adds_marked(self) -> bool:
        """Whether Enter means what is marked: right after a mark, and on a marked source."""
        choices = self.query_one(Choices)
        return bool(choices.marked) and (self._marking or choices.current in choices.marked)

    def _tell_marked(self) -> None:
        """Say what Enter does while sources are marked, some of them perhaps out of sight."""
        count = len(self._marked)
        current = self.query_one(Choices).current
        if not count:
            self._say(_(self.HELP))
        elif self._enter_adds_marked():
            self._say(adding.marked(count))
        elif isinstance(current, CatalogueSource):
            self._say(adding.selected_before_marked(current.name, count))
        else:
            self._say(adding.row_before_marked(count))

    def _ask_for_account(self, address: str) -> None:
        sheet = import_module("tuinews.ui.screens.overlays.sheets.add_account")
        self.app.push_screen(
            sheet.AddAccountScreen(address),
            lambda typed: self._work(self._sign_in(*sheet.account_of(address, typed))) if typed else None,
        )

    async def _sign_in(self, new: NewAccount, password: str | None) -> None:
        self._say(accounts.signing_in(masked(new.address)))
        account = await self._library.add_account(new, password)
        self._note_added(accounts.added(account), None, to_fetch=True)
        self._go_on(accounts.added(account))

    async def _look_and_add(self, address: str) -> None:
        """Add an address; where it is an article, ask whether that is meant or the list of its site."""
        self._say(adding.checking(address))
        try:
            looked = await self._library.look(address)
        except NoListError as error:
            self._offer_instead(address, error)
            return
        if looked.article is None:
            await self._add(address)
        else:
            self._say(_(adding.IS_ARTICLE))
            self._offer(article_rows(address, looked.article, looked.best))

    async def _add(self, address: str, kind: SourceKind | None = None) -> None:
        self._say(adding.checking(address))
        try:
            added = await self._library.add(address, kind=kind)
        except NoListError as error:
            self._offer_instead(address, error)
            return
        self._note_added(adding.added_one(added), added.source, to_fetch=True)
        heading = adding.added_with_others(added) if added.others else adding.added_one(added)
        self._go_on(heading, other_rows(added))

    def _offer_instead(self, address: str, error: NoListError) -> None:
        """Where no list of articles stands out on a page: to take the guess at one, or to read it."""
        message = adding.no_list_but_guess(error.why) if error.guess else adding.no_list(error.why)
        self._say(message, problem=True)
        self._offer(instead_rows(address, error.guess))

    def _offer(self, rows: Sequence[Choice]) -> None:
        """Offer what the address that was typed can be, in place of what is typed."""
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.query_one(Choices).offer(list(rows))

    async def _read(self, address: str) -> None:
        self._say(adding.checking(address))
        kept = await self._library.read_address(address)
        message = adding.saved_as_article(kept.article.title)
        self._result = replace(
            self._result or AddResult(message), words=message, source=None, opened=kept.entry_id
        )
        close(self, self._result)

    async def _add_each(self, addresses: Sequence[str]) -> None:
        """Add several addresses; those of which nothing comes stay to be tried again."""
        count = known = 0
        failed: dict[str, TuinewsError] = {}
        for address in addresses:
            self._say(adding.checking(address))
            try:
                added = await self._library.add(address)
            except TuinewsError as error:
                failed[address] = error
                continue
            count, known = count + (not added.known), known + added.known
            self._note_added(adding.added_several(count, known), None, to_fetch=True)
        self._go_on(adding.added_several(count, known), [again_row(*one) for one in failed.items()])
        for first in [*failed.values()][:1]:
            self._say(str(first), problem=True)

    def _note_added(self, message: str, source: Source | None, *, to_fetch: bool) -> None:
        """Note what came: the source to show, None where the whole list shows it."""
        before = self._result
        to_fetch = to_fetch or (before is not None and before.to_fetch)
        self._result = AddResult(message, source, to_fetch, self._skipped)

    def _go_on(self, heading: str, rows: Sequence[Choice] = ()) -> None:
        """Close, unless there are `rows` or marked sources that may be added too."""
        choices, count = self.query_one(Choices), len(self._marked)
        if not rows and not count:
            close(self, self._result)
            return
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        choices.offer([Choice(None, heading), *rows, *marked_rows(self._marked)])
        self._marking = False
        if count and not rows:
            self._say(adding.still_marked(count))
        else:
            self._tell_marked()

    async def _read_file(self, path: Path) -> None:
        self._say(adding.reading(path.name))
        found = await self._library.export_in_file(path)
        if isinstance(found, SavedArticles):
            await self._ask_for_articles(found)
        elif not (found.sources or found.skipped):
            self._say(adding.no_sources_in(path.name), problem=True)
        elif found.asks_first:
            self._ask(found)
        else:
            await self._import(found)

    async def _ask_for_list(self, text: str) -> None:
        """Ask whether a pasted list is to be added."""
        found = await asyncio.to_thread(parse_source_list, text)
        if found.sources:
            self._ask(found)
        else:
            self._refuse(adding.NOT_A_LIST)

    def _refuse(self, why: str, *, problem: bool = True) -> None:
        """Say why a pasted text is not taken, or not yet; Enter, which is meant for it, takes nothing else."""
        self._refused = why
        self._say(_(why), problem=problem)

    def _ask(self, found: SubscriptionList) -> None:
        count = len(found.sources)
        self.query_one(Choices).offer(
            [Choice(ListOffer(found), adding.add_list(count)), *marked_rows(self._marked)]
        )
        self._marking, self._refused = False, ""
        self._say(adding.asks_for_list(count))

    async def _import(self, found: SubscriptionList) -> None:
        imported = await self._library.import_sources(found)
        message = adding.added_several(len(imported.added), len(imported.known), len(imported.skipped))
        self._skipped = (*self._skipped, *imported.skipped)
        self._note_added(message, None, to_fetch=bool(imported.added))
        self._go_on(message)

    async def _ask_for_articles(self, found: SavedArticles) -> None:
        """Say what an export of saved articles would bring, and ask whether it is to be brought."""
        would = await self._library.preview_articles(found)
        if not (would.new or would.known):
            self._say(adding.counted(would), problem=True)
            return
        row = adding.import_articles(would.new) if would.new else adding.take_marks_again()
        self.query_one(Choices).offer([Choice(ArticlesOffer(found), row), *marked_rows(self._marked)])
        self._marking, self._refused = False, ""
        self._say(adding.asks_for_articles(would))

    async def _import_articles(self, found: SavedArticles) -> None:
        def tell(done: int) -> None:
            self._say(adding.importing(found.program, done, len(found.articles)))

        tell(0)
        done = await self._library.import_articles(found, tell)
        listed = await self._library.sources() if done.new else []
        source = next((one for one in listed if one.id == done.source_id), None)
        before = self._result
        self._note_added(adding.counted(done), source, to_fetch=before is not None and before.to_fetch)
        self._go_on(adding.counted(done))

    async def _add_catalogue(self, chosen: list[CatalogueSource]) -> None:
        sources = await self._library.add_catalogue(chosen)
        self.query_one(Choices).marked -= set(chosen)
        message = adding.added_several(len(sources))
        self._note_added(message, sources[0] if len(sources) == 1 else None, to_fetch=True)
        self._go_on(message)

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(self._guarded(job), exclusive=True)

    async def _guarded(self, job: Coroutine[Any, Any, None]) -> None:
        try:
            await job
        except TuinewsError as error:
            if self._refused:
                self._refuse(str(error))
            else:
                self._say(str(error), problem=True)

    def _say(self, message: str, *, problem: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(clean_line(message)))


class ImportScreen(AddSourceScreen):
    """The same, for somebody who has a list."""

    HELP = adding.HELP_FOR_LISTS
