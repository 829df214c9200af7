"""A refresh: how far it is, what it brought, which sources failed, what is stored of one, what is fetched."""

from dataclasses import replace
from datetime import datetime

from tuinews.model.entry import Listing
from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source, SourceKind
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A source whose refresh failed, and the one line why; `account_id` where it is an account, of no source."""

    source_id: int
    title: str
    url: str
    error: str
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class FetchAhead:
    """What one run fetches to be read without a network: `pictures` too, whatever the settings say of them, and at
    most `budget` bytes of everything, None for no bound.
    """

    pictures: bool = False
    budget: int | None = None

    def after(self, received: int) -> "FetchAhead":
        """What is left of it once that many bytes were fetched."""
        return replace(self, budget=None if self.budget is None else max(0, self.budget - received))


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """A refresh under way: sources first, then the pages of their newest articles.

    `changed` are the ids of the sources that brought something new so far, `new_entries` how many that is;
    `offline` says that the network itself seems to be away.
    """

    done: int
    total: int
    articles_done: int = 0
    articles_total: int = 0
    failed: tuple[Failure, ...] = ()
    changed: tuple[int, ...] = ()
    offline: bool = False
    new_entries: int = 0


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """A refresh that ended; `seconds` is how long it took.

    `articles` were kept, `articles_failed` could not be fetched; `elsewhere` are sources that another tuinews was
    refreshing. `left_out` are articles that were not fetched since the budget of the run was used up, `received`
    the bytes of all that was. `went_on` says that the process which refreshed ended early, and this one went on.
    """

    sources: int
    failed: tuple[Failure, ...]
    new_entries: int
    articles: int
    not_modified: int
    seconds: float
    offline: bool = False
    articles_failed: int = 0
    elsewhere: int = 0
    left_out: int = 0
    received: int = 0
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A source's listing as it came at `fetched` (UTC), with what to remember for the next time.

    `etag` and `last_modified` are the server's own bytes; None forgets the old ones, since they belong to
    this very answer. `url` is where the source lives from now on (a permanent move), `kind` what it turned out
    to be; None leaves both as they are. `next_refresh` (UTC) is when it is due again.
    """

    listing: Listing
    fetched: datetime
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None
    kind: SourceKind | None = None
    next_refresh: datetime | None = None


@dataclass(frozen=True, slots=True)
class FailedRefresh:
    """A source that could not be read when it was asked at `asked` (UTC), with the one line why.

    `next_refresh` (UTC) is when it is due again, None for at once; `is_gone` says that its server
    answered 410, so that it is not asked again.
    """

    error: str
    asked: datetime
    next_refresh: datetime | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class PageToFetch:
    """An entry whose page is about to be fetched, the source under which it is shown, and the HTML that its feed
    gives of it.
    """

    row: EntryRow
    source: Source
    content: str | None
