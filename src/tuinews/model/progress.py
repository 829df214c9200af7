"""How a refresh goes, and how it ended."""

from dataclasses import dataclass

from tuinews.model.source import Source, SourceKind
from tuinews.model.when import When


@dataclass(frozen=True, slots=True)
class Failure:
    """A source whose refresh failed, and the one line why."""

    source_id: int
    title: str
    url: str
    error: str


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """A refresh under way: sources first, then the pages of their newest articles.

    `changed` are the ids of the sources that brought something new so far; `offline` says that the network
    itself seems to be away.
    """

    done: int
    total: int
    articles_done: int = 0
    articles_total: int = 0
    failed: tuple[Failure, ...] = ()
    changed: tuple[int, ...] = ()
    offline: bool = False


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """A refresh that ended; `seconds` is how long it took.

    `articles` are those that were kept, `articles_failed` those that should have been and could not be had.
    """

    sources: int
    failed: tuple[Failure, ...]
    new_entries: int
    articles: int
    not_modified: int
    seconds: float
    offline: bool = False
    articles_failed: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something at an address that could be a source: what it is, its name, and how many articles it lists."""

    url: str
    title: str
    kind: SourceKind
    entries: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Added:
    """A source that was added (or was known already), with the other candidates found at its address.

    `before` is a known source as it was before it took on a title or folder that was given.
    """

    source: Source
    entries: int
    known: bool = False
    others: tuple[Candidate, ...] = ()
    before: Source | None = None

    @property
    def renamed(self) -> bool:
        """Whether a known source was given another name."""
        return self.before is not None and self.before.title != self.source.title

    @property
    def moved(self) -> bool:
        """Whether a known source was put into another folder."""
        return self.before is not None and self.before.folder != self.source.folder


@dataclass(frozen=True, slots=True)
class SkippedSource:
    """A line of a list of sources that was not taken, and why."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list of sources: addresses added, addresses known already, lines skipped."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    skipped: tuple[SkippedSource, ...]


@dataclass(frozen=True, slots=True)
class Probe:
    """What an address gives when it is asked once: its kind, how many entries, and the newest date among them."""

    kind: SourceKind
    title: str
    entries: int
    newest: When | None
