"""The list of downloads: queries and changes."""

from collections.abc import Callable, Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.media.downloads import Download, DownloadState, NewDownload, QueueingResult
from tuinews.store.interface.connected import Changes, Queries

with late_imports(__name__):
    from tuinews.store.tables import downloads


class DownloadQueries(Queries):
    """The queries about downloads."""

    def downloads(self) -> list[Download]:
        """All downloads, in the order in which they were wanted."""
        with self._database.reading() as sql:
            return downloads.every(sql)

    def download(self, download_id: int) -> Download:
        """The download of an id; raises NotFoundError."""
        with self._database.reading() as sql:
            return downloads.one(sql, download_id)

    def download_claims(self) -> dict[int, str]:
        """Which processes are at which downloads."""
        with self._database.reading() as sql:
            return downloads.claims(sql)


class DownloadChanges(Changes):
    """The changes of the list of downloads."""

    def add_downloads(self, new: Sequence[NewDownload], now: datetime) -> QueueingResult:
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
