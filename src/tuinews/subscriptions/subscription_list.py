"""What a list of sources names."""

from tuinews.model.article import SelectorRule
from tuinews.model.source import SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions
from tuinews.model.standing.queries import SavedView
from tuinews.quick_dataclass import dataclass

MOST_UNASKED = 500
"""Sources of one list that are added unasked: nobody follows more by intent, a wrong or hostile file may."""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source as a list names it. `folder` is a path, "News/Asia"; `kind` is None if the list does not say.

    `site_url` is the page for people, which stands in where the feed dies; `selector_rule` is not checked yet.
    """

    url: str
    title: str | None = None
    folder: str | None = None
    kind: SourceKind | None = None
    site_url: str | None = None
    selector_rule: SelectorRule | None = None
    options: SourceOptions = USUAL_OPTIONS


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a list names, in its order; an address that it names twice stands there twice."""

    sources: tuple[ListedSource, ...] = ()
    skipped: tuple[SkippedSource, ...] = ()
    views: tuple[SavedView, ...] = ()
    is_own: bool = False
    """Whether its user wrote it: what it says of sources that are known already counts too."""

    @property
    def asks_first(self) -> bool:
        """Whether a person is to be asked before so many are added."""
        return len(self.sources) > MOST_UNASKED
