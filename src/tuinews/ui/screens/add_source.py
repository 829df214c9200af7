"""Add sources: type or paste an address, name a file, or choose from the catalogue."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuinews.catalogue import CatalogueSource, for_language
from tuinews.errors import TuinewsError
from tuinews.model.progress import Added
from tuinews.model.source import SourceKind
from tuinews.opml import MAX_CHARACTERS, SourceList, parse_source_list
from tuinews.text import clean_line
from tuinews.ui import wording
from tuinews.ui.language import user_language
from tuinews.ui.screens.adding import AddingLibrary
from tuinews.ui.screens.arrival import Arrival
from tuinews.ui.screens.offers import AddressOffer, FileOffer, offers
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.pane_title import PaneTitle

ASK_FROM = 1000
"""Sources of one list from which it asks before it adds them."""

_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}
_KINDS = {
    SourceKind.FEED: "feed",
    SourceKind.LISTING: "web page, no feed found",
    SourceKind.SITEMAP: "sitemap",
    SourceKind.PAGES: "pages",
}
_HELP = "Enter adds · ↑ ↓ choose · Tab marks several · Esc closes"


class AddSourceScreen(ModalScreen[Arrival | None], inherit_bindings=False):
    """Adds sources and gives what came."""

    CSS_PATH = stylesheet("over")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close"), ("tab", "mark")]

    def __init__(self, library: AddingLibrary) -> None:
        super().__init__()
        self._library = library
        self._catalogue = for_language(user_language())
        self._long_list: SourceList | None = None
        self._arrival: Arrival | None = None

    def compose(self) -> ComposeResult:
        """An input, what it offers, and a line that says what goes on."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="add-title", classes="-active")
            yield Input(placeholder="An address, a file of sources (OPML), or a name", compact=True)
            yield Choices(id="offers")
            yield Static(id="said")

    def on_mount(self) -> None:
        """Offer the catalogue."""
        self.query_one(PaneTitle).title = "Add a source"
        self.query_one(Choices).can_focus = False
        self.query_one(Choices).offer(offers("", self._catalogue))
        self.query_one(Input).focus()
        self._say(_HELP)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing."""
        if event.key in _MOVES:
            event.stop()
            self.query_one(Choices).move(_MOVES[event.key])

    def action_close(self) -> None:
        """Go back with what was added, if anything was."""
        self.dismiss(self._arrival)

    def action_mark(self) -> None:
        """Mark a source of the catalogue, to add several at once."""
        choices = self.query_one(Choices)
        if isinstance(choices.current, CatalogueSource):
            choices.toggle()
            self._say(f"{wording.many(len(choices.marked), 'source')} marked; Enter adds them")

    @on(Input.Changed)
    def _offer(self, event: Input.Changed) -> None:
        self._long_list = None
        self.query_one(Choices).offer(offers(event.value, self._catalogue))

    @on(Input.Submitted)
    def _choose(self) -> None:
        choices = self.query_one(Choices)
        marked = [one for one in self._catalogue if one in choices.marked]
        if self._long_list is not None:
            self._work(self._import(self._long_list))
        elif marked:
            self._work(self._add_catalogue(marked))
        elif choices.current is None:
            self._say("This is neither an address nor a file, and the catalogue has no such name", problem=True)
        else:
            choices.choose()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        match message.value:
            case AddressOffer(address):
                self._work(self._add(address))
            case FileOffer(path):
                self._work(self._read_file(path))
            case CatalogueSource() as source:
                self._work(self._add_catalogue([source]))

    async def _add(self, address: str) -> None:
        self._say(f"Looking at {address}…")
        added = await self._library.add(address)
        self._arrival = Arrival(_added_words(added), added.source)
        if added.others:
            rows = [Choice(None, f"{_added_words(added)}. Also found there (Esc is enough):")]
            rows += [Choice(AddressOffer(o.url), f"Add {o.title}", f"{o.entries} articles") for o in added.others]
            self.query_one(Choices).offer(rows)
            self._say(_HELP)
        else:
            self.dismiss(self._arrival)

    async def _read_file(self, path: Path) -> None:
        self._say(f"Reading {path.name}…")
        try:
            text = await asyncio.to_thread(_text_of, path)
        except OSError as error:
            self._say(f"{path.name} cannot be read: {error.strerror or 'unknown reason'}", problem=True)
            return
        found = parse_source_list(text)
        if len(found.sources) >= ASK_FROM:
            self._long_list = found
            self._say(f"It names {wording.many(len(found.sources), 'source')}. Enter adds them all, Esc none.")
        else:
            await self._import(found)

    async def _import(self, found: SourceList) -> None:
        imported = await self._library.import_sources(found)
        words = f"{wording.many(len(imported.added), 'source')} added"
        if imported.known:
            words += f", {len(imported.known)} known already"
        if imported.skipped:
            first = imported.skipped[0]
            words += f", {len(imported.skipped)} skipped: {clean_line(first.url, 60)}: {first.why}"
        self.dismiss(Arrival(words, to_fetch=bool(imported.added)))

    async def _add_catalogue(self, chosen: list[CatalogueSource]) -> None:
        sources = await self._library.add_catalogue(chosen)
        shown = sources[0] if len(sources) == 1 else None
        self.dismiss(Arrival(f"{wording.many(len(sources), 'source')} added", shown, to_fetch=True))

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(self._guarded(job), exclusive=True)

    async def _guarded(self, job: Coroutine[Any, Any, None]) -> None:
        try:
            await job
        except TuinewsError as error:
            self._say(str(error), problem=True)

    def _say(self, words: str, *, problem: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(clean_line(words)))


def _added_words(added: Added) -> str:
    title = clean_line(added.source.title)
    if added.known:
        return f"{title} is in the library already"
    what = _KINDS[added.source.kind]
    if not added.entries:
        return f"{title} is added ({what}), but no articles are listed there now"
    return f"{title} is added: {what}, {wording.many(added.entries, 'article')}"


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(4 * MAX_CHARACTERS).decode("utf-8", "replace")
