"""What stands at an address: a source that was added, or candidates for one; an article that a link leads to."""

from tuinews.model.kept_article import KeptArticle
from tuinews.model.source import Source, SourceKind
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something at an address that could be a source: what it is, its name, and how many articles it lists."""

    url: str
    title: str
    kind: SourceKind
    entries: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AddedSource:
    """A source that was added (or was known already), with the other candidates found at its address.

    `before` is a known source as it was before it took on a title or folder that was given; `article` is the title
    of the article that the address itself is, None if it is none.
    """

    source: Source
    entries: int
    known: bool = False
    others: tuple[Candidate, ...] = ()
    before: Source | None = None
    article: str | None = None

    @property
    def renamed(self) -> bool:
        """Whether a known source was given another name."""
        return self.before is not None and self.before.title != self.source.title

    @property
    def moved(self) -> bool:
        """Whether a known source was put into another folder."""
        return self.before is not None and self.before.folder != self.source.folder


@dataclass(frozen=True, slots=True)
class DiscoveryResult:
    """What stands at an address, before anything of it is kept: the likeliest source, and the title of the article
    that the address itself is, None if it is none.
    """

    best: Candidate
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Probe:
    """What an address gives when it is asked once: its kind, how many entries, and the newest date among them."""

    kind: SourceKind
    title: str
    entries: int
    newest: When | None


@dataclass(frozen=True, slots=True)
class FollowedLink:
    """What a link leads to: an article, which is kept now, a list of articles, or a page that is both.

    At least one of the two is there; `listed` is what could be added as a source.
    """

    kept: KeptArticle | None = None
    listed: Candidate | None = None
