"""All queries of a library, on one connection."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tuinews.store.database import Database
from tuinews.store.interface.accounts import AccountQueries
from tuinews.store.interface.articles import ArticleQueries
from tuinews.store.interface.downloads import DownloadQueries
from tuinews.store.interface.lists import ListQueries
from tuinews.store.interface.pictures import PictureQueries
from tuinews.store.interface.refreshing import RefreshQueries
from tuinews.store.interface.retention import RetentionQueries
from tuinews.store.interface.sources import SourceQueries
from tuinews.store.interface.standing import StandingQueries
from tuinews.store.interface.stories import StoryQueries
from tuinews.store.picture_files import PictureFiles
from tuinews.store.tables import key_values

_STEPS_BETWEEN_LOOKS = 50_000
"""Steps of SQLite after which it is asked whether the answer is still wanted: a few milliseconds."""


class StoreReader(
    SourceQueries,
    ListQueries,
    StandingQueries,
    StoryQueries,
    ArticleQueries,
    PictureQueries,
    DownloadQueries,
    RefreshQueries,
    RetentionQueries,
    AccountQueries,
):
    """The queries to a library's file, on a connection of its own, so that they wait for no write.

    Synchronous, for one thread at a time. Every method may raise StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._frequent = None
        self._picture_files = PictureFiles(database.path.parent) if database.path else None

    def close(self) -> None:
        """Close the connection; closing twice is no error."""
        self._database.close()

    @contextmanager
    def while_wanted(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Within the block a query ends with a StoreError as soon as nobody wants its rows any more."""
        self._database.connection.set_progress_handler(lambda: int(not is_wanted()), _STEPS_BETWEEN_LOOKS)
        try:
            yield
        finally:
            self._database.connection.set_progress_handler(None, 0)

    def state(self, key: str) -> str | None:
        """The value kept under `key`, or None."""
        with self._database.reading() as sql:
            return key_values.state(sql, key)
