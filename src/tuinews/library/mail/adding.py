"""A mailbox that somebody typed becomes a source, with the mails that are in it."""

from pathlib import Path

from tuinews.errors import ExtractError
from tuinews.library.sources.discovery import renamed, told_apart
from tuinews.library.sources.refresh import Refresher
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.discovery import AddedSource, Candidate
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.sources.options import SourceOptions
from tuinews.store.store import Store


def candidate_of(path: Path) -> Candidate:
    """What is offered for a mailbox, under the name of its folder."""
    return Candidate(path.as_uri(), path.stem or str(path), SourceKind.MAIL, 0)


class MailboxAdder:
    """Adds mailboxes."""

    def __init__(self, store: StoreThread, refresher: Refresher) -> None:
        self._store, self._refresher = store, refresher

    async def add(self, path: Path, title: str | None, folder: str | None, options: SourceOptions) -> AddedSource:
        """Keep the mailbox at a path as a source and read it; raises ExtractError if it cannot be read."""
        candidate = renamed(told_apart(candidate_of(path), await self._store(Store.sources)), title)
        known = await self._store(Store.source_of_address, candidate.url)
        new = NewSource(SourceKind.MAIL, candidate.url, candidate.title, folder=folder, options=options)
        source = await self._store(Store.add_source, new, utc_now())
        result = await self._refresher.refresh([source], lambda _: 0, lambda _: None)
        for failure in result.failed:
            raise ExtractError(str(path), failure.error)
        source = await self._store(Store.source, source.id)
        return AddedSource(source, source.total, known is not None)
