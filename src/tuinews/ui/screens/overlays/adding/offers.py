"""What a row of the screen that adds sources stands for: what is done when it is chosen."""

from pathlib import Path

from tuinews.model.saved.articles import SavedArticles
from tuinews.quick_dataclass import dataclass
from tuinews.subscriptions.subscription_list import SubscriptionList


@dataclass(frozen=True, slots=True)
class AccountOffer:
    """Sign in to a server that keeps one's reading; `address` is what was typed, where that is one."""

    address: str = ""


@dataclass(frozen=True, slots=True)
class AddressOffer:
    """Look at an address and add what it is."""

    address: str


@dataclass(frozen=True, slots=True)
class AddressesOffer:
    """Look at several addresses, one after the other."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileOffer:
    """Add the sources of a list in a file."""

    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class ListOffer:
    """Add the sources of a list that was read."""

    sources: SubscriptionList


@dataclass(frozen=True, slots=True, eq=False)
class ArticlesOffer:
    """Bring the saved articles of a file that was read."""

    articles: SavedArticles


@dataclass(frozen=True, slots=True)
class GuessOffer:
    """Add a page by the best guess at its list."""

    address: str


@dataclass(frozen=True, slots=True)
class ReadOffer:
    """Read a page as an article."""

    address: str


@dataclass(frozen=True, slots=True)
class SiteListOffer:
    """Add the list of the site of an article at an address."""

    address: str
