"""What changes stories beside what arrives; a base of the store's interface."""

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from tuinews.late import late
from tuinews.store.database import Database

if TYPE_CHECKING:
    from tuinews.store.stories import joining
else:
    (joining,) = late("tuinews.store.stories", "joining")


class StoryChanges:
    """The changes of stories."""

    _database: Database

    def settle_stories(self, now: datetime) -> bool:
        """Look for stories in some of the entries that came before there were any; whether there are more."""
        with self._database.writing() as sql:
            return joining.settle(sql, now)

    def _forget_likeness(self, sql: sqlite3.Connection, now: datetime) -> None:
        joining.forget_old(sql, now)
