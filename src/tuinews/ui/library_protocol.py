"""What the screen asks of a library: `library.library.Library` answers it, and so does the tests' fake.

A protocol rather than an import, so that the first paint waits for neither SQLite nor httpx.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tuinews.late import late_imports

with late_imports(__name__):
    from tuinews.catalogue import CatalogueSource
    from tuinews.model.article import Article, SelectorRule
    from tuinews.model.discovery import AddedSource, DiscoveryResult, FollowedLink
    from tuinews.model.entry import Enclosure
    from tuinews.model.entry_row import EntryRow
    from tuinews.model.kept_article import Alternatives, KeptArticle, RevisionDiff
    from tuinews.model.refresh import FetchAhead, RefreshProgress, RefreshResult
    from tuinews.model.saved.articles import ImportedArticles, SavedArticles
    from tuinews.model.screen.state import ScreenState
    from tuinews.model.source import NewSource, Source, SourceKind
    from tuinews.model.source_list import ImportedSources
    from tuinews.model.sources.pane import SourcesPane
    from tuinews.model.standing.queries import ArrivalRule, Mute, SavedView
    from tuinews.model.view import Counts, ListedIds, View
    from tuinews.settings import Settings
    from tuinews.subscriptions.subscription_list import SubscriptionList
    from tuinews.ui.library_services import (
        AccountsProtocol,
        AnnotationsProtocol,
        DownloadsProtocol,
        NewsProtocol,
        PicturesProtocol,
        RetentionProtocol,
    )


class LibraryProtocol(Protocol):
    """A library that is open. Every method that can fail raises a TuinewsError."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about the library itself."""

    @property
    def accounts(self) -> AccountsProtocol:
        """Its accounts on servers."""

    @property
    def annotations(self) -> AnnotationsProtocol:
        """The notes and highlights in its articles."""

    @property
    def pictures(self) -> PicturesProtocol:
        """The pictures of its articles."""

    @property
    def retention(self) -> RetentionProtocol:
        """How long its articles are kept."""

    @property
    def downloads(self) -> DownloadsProtocol:
        """The files that go with its articles."""

    @property
    def news(self) -> NewsProtocol:
        """What it tells somebody who does not look."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""

    async def write_again(self) -> bool:
        """Try to write again to a library that could only be read on a full disk; whether that goes now."""

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        """Have `report` called with True when a write waits for another process, with False when it is over."""

    async def close(self) -> None:
        """End what is under way and close the file."""

    async def sources(self) -> list[Source]:
        """The sources in order of folder and title."""

    async def counts(self) -> Counts:
        """How many entries each filter lists."""

    async def views(self) -> list[SavedView]:
        """The saved views, in their order."""

    async def unread_of_view(self, view: SavedView) -> int | None:
        """How many unread entries a view lists, None if counting takes too long."""

    async def add_view(self, name: str, query: str) -> SavedView:
        """Save a query as a view; one step to undo."""

    async def set_view(self, view_id: int, typed: Mapping[str, str]) -> SavedView:
        """Change what is set for a view; one step to undo."""

    async def remove_view(self, view_id: int) -> None:
        """Remove a view; one step to undo."""

    async def tags(self) -> list[str]:
        """The names of all tags."""

    async def set_tags(self, entry_id: int, names: Sequence[str]) -> None:
        """Give an entry these tags and no others; one step to undo."""

    async def change_tags(self, ids: Sequence[int], more: Sequence[str], fewer: Sequence[str]) -> int:
        """Give entries tags, and take others from them; how many changed. One step to undo."""

    async def mutes(self) -> list[Mute]:
        """The mutes, in the order in which they were made."""

    async def mute(self, query: str, until: datetime | None = None) -> Mute:
        """Leave what a query finds out of lists and counts; one step to undo."""

    async def unmute(self, mute_id: int) -> Mute:
        """End a mute; one step to undo."""

    async def rules(self) -> list[ArrivalRule]:
        """The rules, in the order in which they were made."""

    async def keep_standing(
        self, before: Mute | ArrivalRule | None, after: Mute | ArrivalRule
    ) -> Mute | ArrivalRule:
        """Keep a rule or a mute, in the place of another; one step to undo."""

    async def remove_standing(self, one: Mute | ArrivalRule) -> None:
        """Keep a rule or a mute no longer; one step to undo."""

    async def settle_mutes(self) -> bool:
        """Look at entries anew where mutes changed or came to their end; whether any did."""

    async def story(self, entry_id: int) -> list[int]:
        """The entries that tell an entry's story, itself among them."""

    async def with_stories(self, ids: Sequence[int]) -> list[int]:
        """These entries, and those that tell the same where stories are one row."""

    async def part_story(self, entry_id: int) -> bool:
        """Have an entry tell a story of its own; one step to undo. Whether it told one with others."""

    async def settle_stories(self) -> bool:
        """Look for stories in what came before there were any; whether there was anything to do."""

    async def muted_count(self, view: View) -> int:
        """How many entries a list leaves out since they are muted."""

    async def found_count(self, query: str) -> int:
        """How many entries a query finds, muted or not."""

    async def screen_state(self) -> ScreenState:
        """How the screen was left."""

    async def note_seen(self) -> None:
        """Remember that all that is listed now was seen."""

    async def keep_screen_state(self, state: ScreenState) -> None:
        """Remember how the screen is left."""

    async def entry_ids(self, view: View, limit: int | None = None) -> array[int]:
        """The ids of a view, in its order."""

    async def listing(self, view: View, limit: int | None = None) -> ListedIds:
        """The ids of a view in its order, with the groups in which they stand; with a limit its two ends."""

    async def unread_beyond(self, view: View, entry_id: int | None, most: int) -> array[int]:
        """The first unread ids of a view by date beyond an entry of it; from its beginning for None."""

    async def ids_before(self, view: View, moment: datetime) -> array[int]:
        """The ids of a view that stand before a moment."""

    async def rows(self, ids: Sequence[int]) -> list[EntryRow]:
        """The rows of ids, in their order."""

    async def snippets(self, query: str, ids: Sequence[int]) -> dict[int, str]:
        """A piece of text around the first hit of a query in each of `ids`."""

    async def article(self, entry_id: int) -> KeptArticle | None:
        """The kept article, never from the network."""

    async def enclosures(self, entry_id: int) -> tuple[Enclosure, ...]:
        """The files that go with an entry."""

    async def preview(self, entry_id: int) -> Article:
        """What is known without the network."""

    async def open_article(self, entry_id: int) -> KeptArticle:
        """The article: kept, else fetched and kept."""

    async def follow(self, address: str, entry_id: int) -> FollowedLink:
        """Where a link of an entry's article leads: to an article, which is kept, or to a list."""

    async def fetch_again(self, entry_id: int) -> KeptArticle:
        """The article, fetched anew."""

    async def keep_page(self, entry_id: int, path: Path) -> KeptArticle:
        """Keep the page in a file, which a browser saved, as the text of an article."""

    async def changes(self, entry_id: int, back: int = 1) -> RevisionDiff | None:
        """What was changed in an article since the version `back` versions before; None if there is none."""

    async def alternatives(self, entry_id: int) -> Alternatives:
        """The versions of an article's text."""

    async def choose(self, entry_id: int, article: Article) -> None:
        """Keep one of the versions as the article."""

    async def set_selector_rule(self, source_id: int, rule: SelectorRule | None) -> None:
        """Set the selector rule of a source (None: no rule); one step to undo."""

    async def position(self, entry_id: int) -> int:
        """Where reading stopped: the characters of the article before that line."""

    async def set_position(self, entry_id: int, position: int) -> None:
        """Remember where reading stopped (see `position`)."""

    async def note_opened(self, entry_id: int) -> None:
        """Mark read because it was opened, where the settings say so."""

    async def mark_read(self, ids: Sequence[int], read: bool) -> list[int]:
        """Mark read or unread; the ids that changed."""

    async def star(self, ids: Sequence[int], starred: bool) -> list[int]:
        """Star or unstar; the ids that changed."""

    async def keep_text(self, entry_id: int) -> bool:
        """Fetch and keep a text in the background; whether it is kept."""

    async def mark_all_read(self, view: View) -> int:
        """Mark a whole view read; how many changed."""

    async def remove_sources(self, ids: Sequence[int]) -> None:
        """Remove sources."""

    async def set_source(self, source_id: int, typed: Mapping[str, str]) -> Source:
        """Change a source's title, folder and options to what was typed; one step to undo."""

    async def move_folder(self, folder: str, typed: str) -> str | None:
        """Give a folder another path, with all that is in it; the path. One step to undo."""

    async def sources_pane(self) -> SourcesPane:
        """How the sources pane was left."""

    async def keep_sources_pane(self, pane: SourcesPane) -> None:
        """Remember how the sources pane is left."""

    async def undo(self) -> str | None:
        """Take the last step back; its words."""

    async def redo(self) -> str | None:
        """Do the undone step again; its words."""

    async def add(
        self,
        address: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        kind: SourceKind | None = None,
        options: Mapping[str, str] = ...,
    ) -> AddedSource:
        """Find out what an address is and store it."""

    async def add_catalogue(self, chosen: Sequence[CatalogueSource]) -> list[Source]:
        """Add sources of the catalogue."""

    async def look(self, address: str) -> DiscoveryResult:
        """What an address is: a list of articles, perhaps beside an article that it is itself."""

    async def read_address(self, address: str) -> KeptArticle:
        """The article of any address; it is kept."""

    async def export_in_file(self, path: Path) -> SubscriptionList | SavedArticles:
        """The saved articles that a file of another program holds, or else the sources that it names."""

    async def preview_articles(self, found: SavedArticles) -> ImportedArticles:
        """What `import_articles` would do."""

    async def import_articles(self, found: SavedArticles, tell: Callable[[int], None]) -> ImportedArticles:
        """Bring saved articles into the library; nothing is fetched. `tell` is called with how many are done."""

    async def keep_edition(
        self, where: NewSource, articles: Sequence[Article], pictures: Mapping[str, bytes]
    ) -> Source:
        """Keep articles that need no network, and their pictures, as a source that nothing refreshes."""

    async def import_sources(self, sources: SubscriptionList) -> ImportedSources:
        """Add the sources of a list."""

    async def export_opml(self) -> str:
        """The sources as OPML."""

    async def older(self, source_id: int) -> int:
        """Fetch the next older entries of a source; how many are new."""

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        due_only: bool = False,
        articles: int | None = None,
        progress: Callable[[RefreshProgress], None] = ...,
        ahead: FetchAhead = ...,
    ) -> RefreshResult:
        """Refresh sources and keep their newest articles."""
