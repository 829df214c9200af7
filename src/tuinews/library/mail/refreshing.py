"""Refreshes a source that is a mailbox: its new mails become entries, and no request is made for any of it."""

from datetime import timedelta

from tuinews.language import ngettext
from tuinews.library.extraction import Extraction
from tuinews.library.mail.mailboxes import path_of
from tuinews.library.mail.new_mails import new_mails
from tuinews.library.sources.refresh_tally import RefreshTally
from tuinews.library.sources.rhythms import Rhythms
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.entry import Listing
from tuinews.model.refresh import FailedRefresh
from tuinews.model.source import Source
from tuinews.store.store import Store

_AT_ONCE = 200
"""Mails that are read and kept in one step: a mailbox of 10,000 shows its first ones at once."""

_STEPS = 10
"""Steps of one refresh. What is left after them is due again at once, so that other sources have their turn."""

_UNREADABLE_AGAIN = timedelta(hours=1)


class MailboxRefresher:
    """Brings what is new in mailboxes."""

    def __init__(self, store: StoreThread, extraction: Extraction, rhythms: Rhythms) -> None:
        self._store, self._extraction, self._rhythms = store, extraction, rhythms

    async def refresh(self, source: Source, tally: RefreshTally) -> None:
        """Keep the new mails of a source. Raises ExtractError if it is gone, StoreError."""
        unreadable = 0
        is_changed = is_done = False
        for _step in range(_STEPS):
            key = f"mailbox:{source.id}"
            before = await self._store(Store.state, key)
            found = await self._extraction.extract(new_mails, str(path_of(source.url)), before, _AT_ONCE)
            new = await self._store(
                Store.record_mails, source.id, Listing(found.entries), Listing(found.seen), utc_now()
            )
            if found.state != before:
                await self._store(Store.keep_state, key, found.state)
            tally.new_entries += len(new)
            is_changed = is_changed or bool(new or found.seen)
            is_done, unreadable = found.is_done, unreadable + found.unreadable
            if is_done:
                break
        now = utc_now()
        next_refresh = await self._rhythms.after_not_modified(source, now) if is_done else now
        await self._store(Store.record_not_modified, source.id, now, next_refresh)
        if is_changed:
            tally.changed.append(source.id)
        else:
            tally.not_modified += 1
        if unreadable:
            why = ngettext(
                "1 mail could not be opened; check whether you may read it",
                "{count} mails could not be opened; check whether you may read them",
                unreadable,
            )
            failed = FailedRefresh(why, now, now + _UNREADABLE_AGAIN)
            await self._store(Store.record_failure, source.id, failed)
