"""Choose what of an article is muted, and for how long."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import ClassVar
from urllib.parse import urlsplit

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuinews.folding import strip_diacritics
from tuinews.language import _
from tuinews.model.entry_row import EntryRow
from tuinews.model.standing.queries import Mute
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words import overlays
from tuinews.ui.words.standing import mutes as words

_MOST_WORDS, _FIRST_WORDS = 24, 6
_SHORTEST = 3
"""Letters of a word that is offered alone."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST_SYLLABLE = 7
"""Letters of a Vietnamese syllable at most: nghiêng."""


@dataclass(frozen=True, slots=True)
class MuteOffer:
    """Something that can be muted: what it is, the query that finds it, and how it is called, if not so."""

    kind: str
    query: str
    name: str = ""


def mute_offers(row: EntryRow) -> list[MuteOffer]:
    """What of an article can be muted: names and words of its title, its authors, its source, its address."""
    titled = [MuteOffer(words.WORD, f"title:{_quoted(word)}") for word in _title_words(row)]
    authors = [MuteOffer(words.AUTHOR, f"author:{_quoted(name)}") for name in row.authors[:4]]
    source = [MuteOffer(words.SOURCE, f"source:{row.source_id}", clean_line(row.source_title))]
    # All kinds are in sight at once, whatever the length of a title.
    first, rest = titled[:_FIRST_WORDS], titled[_FIRST_WORDS:]
    return [*first, *authors, *source, *_address_offers(row.url), *rest]


def _title_words(row: EntryRow) -> list[str]:
    """Names first (runs of words with a capital letter, but for the first word alone), then pairs and words."""
    said = _WORD.findall(clean_line(row.title))
    names: list[str] = []
    run: list[str] = []
    for word in [*said, ""]:
        if word[:1].isupper():
            run.append(word)
            continue
        if len(run) > 1 or (run and run[0] is not said[0]):
            names.append(" ".join(run))
        run = []
    pairs = [" ".join(pair) for pair in pairwise(said)] if _is_syllables(said) else []
    single = [word for word in said if len(word) >= _SHORTEST]
    return list(dict.fromkeys([*names, *pairs, *single]))[:_MOST_WORDS]


def _is_syllables(said: Sequence[str]) -> bool:
    """Whether words are Vietnamese syllables, two of which are often one word: short, some with marks."""
    whole = "".join(said)
    return strip_diacritics(whole) != whole and all(len(word) <= _LONGEST_SYLLABLE for word in said)


def _address_offers(url: str | None) -> list[MuteOffer]:
    parts = urlsplit(url or "")
    if not parts.hostname:
        return []
    host = parts.hostname.removeprefix("www.")
    folders = [part for part in parts.path.split("/")[:-1] if part]
    sections = [f"{host}/{folders[0]}/"] if folders else []
    return [MuteOffer(words.ADDRESS, f"url:{part}") for part in sections] + [
        MuteOffer(words.ADDRESS, f"site:{host}")
    ]


def _quoted(text: str) -> str:
    plain = text.replace('"', " ")
    return f'"{plain}"' if re.search(r"[\s()]", plain) else plain


_DURATIONS: Sequence[tuple[str, timedelta | None]] = (
    (words.FOR_EVER, None),
    (words.FOR_A_DAY, timedelta(days=1)),
    (words.FOR_A_WEEK, timedelta(days=7)),
    (words.FOR_A_MONTH, timedelta(days=30)),
)


class MuteScreen(ModalScreen[Mute | None], inherit_bindings=False):
    """Gives a mute that is to be made, or one that is to be ended, which has its id; None for nothing."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,h,left", "close"), ("enter,l,right", "choose")]

    def __init__(self, row: EntryRow, mutes: Sequence[Mute]) -> None:
        super().__init__()
        self._row, self._mutes = row, tuple(mutes)
        self._query = ""

    def compose(self) -> ComposeResult:
        """A title and the choices."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="mute-title", classes="-active")
            yield Choices(id="mutes")

    def on_mount(self) -> None:
        """Offer what can be muted, then the mutes that there are."""
        if is_empty(self):
            return
        title = self.query_one(PaneTitle)
        title.title, title.note = _(words.TITLE), _(overlays.ESC_CLOSES)
        choices = self.query_one(Choices)
        offers = [
            Choice(offer.query, offer.name or offer.query, _(offer.kind)) for offer in mute_offers(self._row)
        ]
        ends = [Choice(mute.id, words.unmute(mute.query)) for mute in self._mutes]
        choices.offer([*offers, *ends])
        choices.focus()

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
        title.title, title.note = query, _(words.HOW_LONG)
        self.query_one(Choices).offer([Choice(time or timedelta(), _(said)) for said, time in _DURATIONS])

    def action_choose(self) -> None:
        """Take what is under the cursor."""
        self.query_one(Choices).choose()

    def action_close(self) -> None:
        """Go back, nothing muted."""
        close(self, None)
