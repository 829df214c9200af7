"""What changes the list of downloads, each one transaction; a base of the store's interface."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from tuinews.model.media.downloads import Download, DownloadState, NewDownload, Wanted
from tuinews.store.database import Database
from tuinews.store.tables import downloads


class DownloadChanges:
    """The changes of the list of downloads."""

    _database: Database

    def _marking(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def add_downloads(self, new: Sequence[NewDownload], now: datetime) -> Wanted:
        """Put files into the queue of downloads; what is in it, or here, stays as it is."""
        with self._marking() as sql:
            return downloads.add(sql, new, now)

    def take_download(self, download_id: int, mine: str, is_free: Callable[[str], bool]) -> Download | None:
        """Claim a download for `mine`; None where it is another's, or does not go on. `is_free` as in `claim`."""
        with self._database.writing() as sql:
            return downloads.take(sql, download_id, mine, is_free)

    def note_download(self, now: Download, mine: str, next_claim: str | None) -> bool:
        """Keep how far a download is, and the claim to it from now on; False where it is not `mine` any more."""
        with self._database.writing() as sql:
            return downloads.note(sql, now, mine, next_claim)

    def set_download(self, download_id: int, state: DownloadState) -> None:
        """Have a download wait, or stand still."""
        with self._marking() as sql:
            downloads.set_state(sql, download_id, state)

    def remove_download(self, download_id: int) -> None:
        """Take a download out of the list."""
        with self._marking() as sql:
            downloads.remove(sql, download_id)
