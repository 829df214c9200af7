"""What a refresh counts while it runs."""

import time
from collections.abc import Callable
from dataclasses import field
from urllib.parse import urlsplit

from tuinews.address import host_of
from tuinews.errors import DiskFullError, ExtractError, FetchError, StoreError, TuinewsError, WallError
from tuinews.language import TranslatedText
from tuinews.library.offline.allowance import Allowance
from tuinews.model.page import Wall
from tuinews.model.refresh import Failure, RefreshProgress, RefreshResult
from tuinews.model.source import Source
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

Report = Callable[[RefreshProgress], None]
"""Takes how far a refresh is, whenever that changed."""


_OF_SITES = frozenset((Wall.ROBOTS, Wall.CONSENT, Wall.SCRIPT, Wall.GONE, Wall.MAINTENANCE, Wall.REGION))
"""What the sites of one publisher, or behind one guard, may all show at once."""

_MANY_NAMES = 3
"""Hosts of which none is known to the name servers, from which it is the network and not the addresses."""


@dataclass(frozen=True, slots=True)
class UnresolvedSource:
    """A source whose host has no address: its own fault, or the network's, as the others will tell."""

    source: Source
    error: FetchError


@dataclass(frozen=True, slots=True)
class ReplacedSource:
    """A source that was answered with another page, and what that says: its site's own, or the network's."""

    source: Source
    error: ExtractError
    said: str


@dataclass(slots=True)
class RefreshTally:
    """What a running refresh has counted so far."""

    total: int
    report: Report
    done: int = 0
    articles_done: int = 0
    articles_total: int = 0
    new_entries: int = 0
    articles: int = 0
    articles_failed: int = 0
    not_modified: int = 0
    offline: int = 0
    failed: list[Failure] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    begun: set[int] = field(default_factory=set)
    unnamed: list[UnresolvedSource] = field(default_factory=list)
    replaced: dict[int, ReplacedSource] = field(default_factory=dict)
    refusal: StoreError | None = None
    elsewhere: int = 0
    allowance: Allowance = field(default_factory=Allowance)
    started: float = field(default_factory=time.monotonic)

    @property
    def is_offline(self) -> bool:
        """Whether nothing at all could be reached."""
        return self.offline > 0 and self.offline == self.done

    @property
    def has_no_names(self) -> bool:
        """Whether nothing answered and no name was known: of several hosts, or of one that was reached before."""
        hosts = {host_of(one.source.url) for one in self.unnamed}
        was_there = any(one.source.total for one in self.unnamed)
        return self.done == len(self.unnamed) + self.offline and (len(hosts) >= _MANY_NAMES or was_there)

    @property
    def is_behind_sign_in(self) -> bool:
        """Whether everything, at several sites, was answered with one page that says of itself nothing that sites
        do: a network's own, which wants a sign-in first.
        """
        replaced = self.replaced.values()
        sites = {urlsplit(one.source.url).netloc for one in replaced}
        are_walls = any(isinstance(one.error, WallError) and one.error.wall in _OF_SITES for one in replaced)
        is_one_page = len({one.said for one in replaced}) == 1
        is_all = self.done == len(replaced) + self.offline + len(self.unnamed)
        return is_all and is_one_page and len(sites) > 1 and not are_walls

    def tell(self) -> None:
        """Report how far it is."""
        self.report(
            RefreshProgress(
                self.done,
                self.total,
                self.articles_done,
                self.articles_total,
                tuple(self.failed),
                tuple(self.changed),
                self.is_offline,
                self.new_entries,
            )
        )

    def unwritten(self, source: Source | None, error: StoreError) -> None:
        """Count a source of which something could not be kept. On a full disk nothing more is asked for."""
        if isinstance(error, DiskFullError):
            self.refusal = error
        if source is not None and all(failure.source_id != source.id for failure in self.failed):
            self.failed.append(Failure(source.id, source.title, source.url, reason(error)))

    def result(self) -> RefreshResult:
        """How it ended."""
        return RefreshResult(
            self.total,
            tuple(self.failed),
            self.new_entries,
            self.articles,
            self.not_modified,
            time.monotonic() - self.started,
            self.is_offline,
            self.articles_failed,
            self.elsewhere,
            self.allowance.left_out,
            self.allowance.used,
        )


def reason(error: TuinewsError) -> str:
    """Why a source failed, and what to do: it is cleaned where it is shown, and keeps what it was made of."""
    if not error.do:
        return error.why
    parts = {"why": error.why, "do": error.remedy}
    return TranslatedText.of(clean_line(f"{error.why}; {error.remedy}"), "{why}; {do}", parts)
