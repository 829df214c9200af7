"""Stories that several entries tell: queries and changes."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.store.interface.connected import Changes, Queries

with late_imports(__name__):
    from tuinews.store.stories import joining, members


class StoryQueries(Queries):
    """The queries about stories."""

    def stories_are_due(self) -> bool:
        """Whether `settle_stories` has something to do."""
        with self._database.reading() as sql:
            return joining.is_due(sql)

    def story(self, entry_id: int) -> list[int]:
        """The entries that tell an entry's story and are listed, itself among them, newest first."""
        with self._database.reading() as sql:
            return members.members(sql, entry_id)

    def with_stories(self, ids: Sequence[int]) -> list[int]:
        """These entries and those that are listed and tell their stories, each once."""
        with self._database.reading() as sql:
            return members.with_members(sql, ids)


class StoryChanges(Changes):
    """The changes of stories beside what arrives."""

    def settle_stories(self, now: datetime) -> bool:
        """Look for stories in some of the entries that came before there were any; whether there are more."""
        with self._database.writing() as sql:
            return joining.settle(sql, now)

    def _forget_likeness(self, sql: sqlite3.Connection, now: datetime) -> None:
        joining.forget_old(sql, now)
