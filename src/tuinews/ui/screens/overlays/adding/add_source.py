"""Add sources: type or paste an address, name a file, or choose from the catalogue."""

import re
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widgets import Input

from tuinews.address import MAX_LENGTH
from tuinews.catalogue import CatalogueSource
from tuinews.language import _
from tuinews.model.source import SourceKind
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.overlays.adding import addresses, lists
from tuinews.ui.screens.overlays.adding.offers import (
    AccountOffer,
    AddressesOffer,
    AddressOffer,
    ArticlesOffer,
    FileOffer,
    GuessOffer,
    ListOffer,
    ReadOffer,
    SiteListOffer,
)
from tuinews.ui.screens.overlays.adding.rows import offers
from tuinews.ui.screens.overlays.adding.sheet import AddingSheet
from tuinews.ui.screens.overlays.adding.typed_addresses import joined_lines, typed_addresses
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.widgets.fields.choices import Choices
from tuinews.ui.widgets.fields.line_input import AddressInput
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words.sources import adding

_TYPED_LINES = 10
"""Lines of a paste that are taken as if they were typed; more are a list."""

_LONGEST_PASTE = 4_000_000
"""Characters of a pasted list; a longer one is read from its file."""

_OPML = re.compile(r"<(?:\?xml|!|opml|outline)", re.IGNORECASE)
_MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}


class AddSourceScreen(AddingSheet, inherit_bindings=False):
    """Adds sources and gives what came."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "close"), ("tab", "mark")]

    def __init__(self, library: LibraryProtocol) -> None:
        super().__init__(library)
        self._joined: str | None = None

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
        self.query_one(Choices).offer(offers("", self.catalogue))
        self.say(_(self.HELP))

    def on_key(self, event: events.Key) -> None:
        """Move in the list while typing."""
        if event.key in _MOVES:
            event.stop()
            self.query_one(Choices).move(_MOVES[event.key])
            self.marking, self.refused = False, ""
            self.tell_marked()

    def action_close(self) -> None:
        """Go back with what was added, if anything was."""
        close(self, self.result)

    def action_mark(self) -> None:
        """Mark a source of the catalogue, to add several at once."""
        choices = self.query_one(Choices)
        if isinstance(choices.current, CatalogueSource):
            choices.toggle()
            self.marking, self.refused = True, ""
            self.tell_marked()

    @on(Input.Changed)
    def _offer_typed(self, event: Input.Changed) -> None:
        self.marking, self.refused = False, ""
        self.query_one(Choices).offer(offers(event.value, self.catalogue, self.marked))
        self.tell_marked()
        if event.value == self._joined:
            self.say(_(adding.JOINED))

    @on(AddressInput.Pasted)
    def _take_paste(self, message: AddressInput.Pasted) -> None:
        """Several lines: addresses as if they were typed, or a list of sources."""
        lines = joined_lines(message.text) if len(message.text) <= _LONGEST_PASTE else []
        if not lines:
            self.refuse(_(adding.TOO_LONG))
        elif len(lines) > _TYPED_LINES or len(message.text) > MAX_LENGTH or _OPML.match(message.text):
            self.refuse(_(adding.READING_PASTE), problem=False)
            self.work(lambda: lists.read_paste(self, message.text))
        else:
            typed = self.query_one(AddressInput)
            typed.put(" ".join(lines))
            if len(lines) == 1 and len(message.text.splitlines()) > 1 and typed_addresses(lines[0]):
                self._joined = typed.value

    @on(Input.Submitted)
    def _choose(self) -> None:
        choices = self.query_one(Choices)
        if self.refused:
            self.refuse(self.refused, problem=self.refused != _(adding.READING_PASTE))
        elif self.enter_adds_marked:
            self.work(lambda: lists.add_catalogue(self, self.marked))
        elif choices.current is None:
            self.say(_(adding.NO_OFFER), problem=True)
        else:
            choices.choose()

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        match message.value:
            case AccountOffer(address):
                addresses.ask_for_account(self, address)
            case AddressOffer(address):
                self.work(lambda: addresses.look_and_add(self, address))
            case SiteListOffer(address):
                self.work(lambda: addresses.add(self, address))
            case GuessOffer(address):
                self.work(lambda: addresses.add(self, address, SourceKind.LISTING))
            case ReadOffer(address):
                self.work(lambda: addresses.read(self, address))
            case AddressesOffer(several):
                self.work(lambda: addresses.add_each(self, several))
            case FileOffer(path):
                self.work(lambda: lists.read_file(self, path))
            case ArticlesOffer(articles):
                self.work(lambda: lists.import_articles(self, articles))
            case ListOffer(sources):
                self.work(lambda: lists.import_list(self, sources))
            case CatalogueSource() as source:
                self.work(lambda: lists.add_catalogue(self, [source]))


class ImportScreen(AddSourceScreen):
    """The same, for somebody who has a list."""

    HELP = adding.HELP_FOR_LISTS
