"""What commands remember from one key to the next: each of these belongs to one room of commands."""

import asyncio
from dataclasses import field

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.view import View
from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.reader.reader_state import ReaderState

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight
    from tuinews.model.discovery import Candidate


@dataclass(slots=True)
class OpenEntry:
    """What is known of the open article beside its text (`commands/reader/opening.py`)."""

    row: EntryRow | None = None
    """Its row, which the list need not show."""

    files: tuple[Enclosure, ...] = ()
    """The files that go with it."""

    marked_read_id: int | None = None
    """Its id once it was marked read, which is done once however often it is looked at."""

    listed_on_page: Candidate | None = None
    """The list that the page behind a followed link announces, which the next key may add."""

    passage_to_show: Highlight | None = None
    """The highlight to go to as soon as its article is open."""


@dataclass(slots=True)
class Preview:
    """The preview of a row, and the one that is due next; `commands/reader/previewing.py` begins them."""

    entry_id: int | None = None
    """The entry that is previewed, None if the reader shows the open article."""

    view: View | None = None
    """The view in whose list it stood."""

    covered: ReaderState | None = None
    """The open article as it was left, which is shown again once the preview ends."""

    timer: Timer | None = None
    """Runs until the next preview may be due."""

    due: float = 0.0
    """When the next preview is due, in seconds of `monotonic`."""

    def end(self) -> ReaderState | None:
        """Note that nothing is previewed any more; returns what was covered, if anything was."""
        self.entry_id, covered, self.covered = None, self.covered, None
        return covered


@dataclass(slots=True)
class PassedRows:
    """Rows that the cursor passed, marked read if the settings say so (`commands/entries/mark_on_scroll.py`)."""

    ids: set[int] = field(default_factory=set)

    timer: Timer | None = None
    """Runs until they are marked."""


@dataclass(slots=True)
class SearchPrompt:
    """What is typed as a search (`commands/entries/searching.py`, `commands/views.py`)."""

    timer: Timer | None = None
    """Runs until typing has rested."""

    query_to_save: str = ""
    """The search for which a name is being typed."""


@dataclass(slots=True)
class PassingMessages:
    """What the status line says only for as long as what it speaks of is there; each goes with that."""

    of_matches: str = ""
    """Of the matches of the last find."""

    of_query: str = ""
    """Of a mistyped query."""

    of_link: str = ""
    """Of the link under the mouse, or chosen by letters."""

    of_number: str = ""
    """Of the link whose number is typed."""


@dataclass(slots=True)
class GraphicsAnswer:
    """Whether the terminal draws pictures itself (`commands/reader/graphics.py`)."""

    is_asked: bool = False

    known: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once that is decided."""
