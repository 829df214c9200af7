"""What the screens that add sources ask of a library besides: apart, since the first paint needs no catalogue."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from tuinews.catalogue import CatalogueSource
from tuinews.model.accounts.account import Account, NewAccount
from tuinews.model.discovery import DiscoveryResult
from tuinews.model.kept_article import KeptArticle
from tuinews.model.saved.articles import ImportedArticles, SavedArticles
from tuinews.model.source import Source
from tuinews.model.source_list import ImportedSources
from tuinews.subscriptions.subscription_list import SubscriptionList
from tuinews.ui.library_protocol import LibraryProtocol


class AddingLibrary(LibraryProtocol, Protocol):
    """A library that takes many sources at once, without the network; a refresh brings their entries."""

    async def add_catalogue(self, chosen: Sequence[CatalogueSource]) -> list[Source]:
        """Add sources of the catalogue."""

    async def add_account(self, new: NewAccount, password: str | None = None) -> Account:
        """Sign in to a server, and keep the account where that went well."""

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

    async def import_sources(self, sources: SubscriptionList) -> ImportedSources:
        """Add the sources of a list."""
