"""Choose what of an article, or of several, is muted, and for how long."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tuinews.language import _
from tuinews.model.standing.queries import Mute
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.screens.overlays.standing.offers import MuteOffer
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.standing import mutes as words

_DURATIONS: Sequence[tuple[str, timedelta | None]] = (
    (words.FOR_EVER, None),
    (words.FOR_A_DAY, timedelta(days=1)),
    (words.FOR_A_WEEK, timedelta(days=7)),
    (words.FOR_A_MONTH, timedelta(days=30)),
)


class MuteScreen(Sheet[Mute | None], inherit_bindings=False):
    """Gives a mute that is to be made, or one that is to be ended, which has its id; None for nothing."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,h,left", "close"), ("enter,l,right", "choose")]

    def __init__(self, offers: Sequence[MuteOffer], mutes: Sequence[Mute], sources: Mapping[int, str]) -> None:
        super().__init__()
        self._offers, self._mutes, self._sources = tuple(offers), tuple(mutes), sources
        self._query = ""

    def compose(self) -> ComposeResult:
        """A title, the choices and the keys."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="mute-title", classes="-active")
            yield Choices(id="mutes")
            yield Said(_(words.KEYS), id="said", markup=False)

    def on_mount(self) -> None:
        """Offer what can be muted, then the mutes that there are."""
        if is_empty(self):
            return
        self._offer_all()
        self.query_one(Choices).focus()

    def _offer_all(self) -> None:
        title = self.query_one(PaneTitle)
        title.title, title.note = _(words.TITLE), ""
        self.query_one("#said", Static).update(_(words.KEYS))
        offers = [Choice(offer.query, offer.name, _(offer.kind)) for offer in self._offers]
        ends = [Choice(mute.id, words.unmute(words.called(mute.query, self._sources))) for mute in self._mutes]
        self.query_one(Choices).offer([*offers, *ends])

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        value = message.value
        if isinstance(value, int):
            close(self, next((mute for mute in self._mutes if mute.id == value), None))
        elif isinstance(value, timedelta):
            until = None if not value else datetime.now(UTC) + value
            close(self, Mute(query=self._query, until=until))
        elif isinstance(value, str):
            self._ask_how_long(value)

    def _ask_how_long(self, query: str) -> None:
        self._query = query
        title = self.query_one(PaneTitle)
        title.title, title.note = words.called(query, self._sources), _(words.HOW_LONG)
        self.query_one("#said", Static).update(_(words.HOW_LONG_KEYS))
        self.query_one(Choices).offer([Choice(time or timedelta(), _(said)) for said, time in _DURATIONS])

    def action_choose(self) -> None:
        """Take what is under the cursor."""
        self.query_one(Choices).choose()

    def action_close(self) -> None:
        """Go back, nothing muted: from how long, to what."""
        if self._query:
            self._query = ""
            self._offer_all()
        else:
            close(self, None)
