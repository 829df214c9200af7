"""What the interface stands on: the file of a library, and how it is changed."""

import sqlite3
from contextlib import AbstractContextManager
from datetime import datetime

from tuinews.errors import StoreError
from tuinews.store.database import Database
from tuinews.store.picture_files import PictureFiles


class Queries:
    """What is asked of a library's file. Every method may raise StoreError."""

    _database: Database
    _picture_files: PictureFiles | None


class Changes(Queries):
    """What changes a library's file, each one transaction. A method that raises StoreError has kept nothing."""

    _last_moment: datetime

    @property
    def refusal(self) -> StoreError | None:
        """What every write raises where nothing can be written, else None."""
        return self._database.refusal

    def _marking(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction that is on the disk before it ends: what a person did."""
        raise NotImplementedError

    def _back_up(self, now: datetime) -> None:
        """Make a backup of the day, where it is time for one."""
        raise NotImplementedError
