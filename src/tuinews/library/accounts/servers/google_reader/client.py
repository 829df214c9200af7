"""The Google Reader API: the way that survives all servers that speak it (docs/decisions and docs/sync.md).

Whole lists of ids, and contents by id, never by feed; one mark a request; the header on everything, and the token
besides on what changes something; 400, 404 and an empty list mean "not there".
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from tuinews.address import source_key
from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.server import Ask, PasswordOf
from tuinews.library.accounts.servers.google_reader.ids import feed_key, sent_id
from tuinews.library.accounts.servers.google_reader.items import entries_of
from tuinews.library.accounts.servers.google_reader.lists import IdPage, page_of, whole_list
from tuinews.library.accounts.servers.google_reader.session import ReaderSession
from tuinews.library.accounts.servers.google_reader.subscriptions import label_names, subscriptions
from tuinews.model.accounts.server_state import MarkChange, ServerEntry, ServerMark, ServerMarks, ServerSource

_STATE = "user/-/state/com.google/"
_LABEL = "user/-/label/"
_STATES = {ServerMark.READ: "read", ServerMark.STARRED: "starred"}

IDS_AT_ONCE = 10_000
"""Ids that a page is asked for: the most that servers give."""
CONTENTS_AT_ONCE = 100
"""Entries whose contents are asked for in a request."""

MARKS_AT_ONCE = 200
"""Items of one request."""
READING_AHEAD = 2
"""Batches of contents that are under way at a time."""


class GoogleReader:
    """A server that speaks the Google Reader API, as one person sees it (`AccountServer`)."""

    def __init__(self, ask: Ask, address: str, user: str, password: PasswordOf) -> None:
        self._session = ReaderSession(ask, address, user, password)
        self._host = (urlsplit(address).hostname or address).lower()
        self._sources: Mapping[str, ServerSource] = {}

    @property
    def address(self) -> str:
        """Where the interface was found."""
        return self._session.address

    async def sign_in(self) -> None:
        """See `AccountServer`."""
        await self._session.sign_in()

    async def sources(self) -> Sequence[ServerSource]:
        """See `AccountServer`."""
        value = await self._session.get("subscription/list")
        if value is None:
            raise FetchError(self._host, _("it does not list its subscriptions"), _("try again later"))
        found = subscriptions(self._host, value)
        self._sources = {feed_key(one.id): one for one in found}
        return found

    async def marks(self) -> ServerMarks:
        """See `AccountServer`."""
        unread = await self._ids(f"{_STATE}reading-list", ("xt", f"{_STATE}read"))
        if unread is None:
            raise FetchError(self._host, _("it does not list what is unread"), _("try again later"))
        starred = await self._ids(f"{_STATE}starred")
        labels: dict[str, frozenset[str]] = {}
        for name in await self._labels():
            listed = await self._ids(f"{_LABEL}{name}")
            if listed is not None:
                labels[name] = listed
        return ServerMarks(unread, starred, labels)

    async def entries(self, ids: Sequence[str]) -> AsyncIterator[Sequence[ServerEntry]]:
        """See `AccountServer`."""
        if not self._sources:
            await self.sources()
        parts = [ids[start : start + CONTENTS_AT_ONCE] for start in range(0, len(ids), CONTENTS_AT_ONCE)]
        running: list[asyncio.Task[list[ServerEntry]]] = []
        try:
            while parts or running:
                while parts and len(running) < READING_AHEAD:
                    running.append(asyncio.create_task(self._contents(parts.pop(0))))
                yield await running.pop(0)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def send(self, change: MarkChange) -> None:
        """See `AccountServer`."""
        is_label = change.mark is ServerMark.LABEL
        tag = f"{_LABEL}{change.label}" if is_label else f"{_STATE}{_STATES[change.mark]}"
        how = "a" if change.value else "r"
        for start in range(0, len(change.entry_ids), MARKS_AT_ONCE):
            part = change.entry_ids[start : start + MARKS_AT_ONCE]
            await self._session.post("edit-tag", [(how, tag), *(("i", sent_id(one)) for one in part)])

    async def subscribe(self, url: str, title: str | None, folder: str | None) -> ServerSource:
        """See `AccountServer`."""
        fields = [("ac", "subscribe"), ("s", f"feed/{url}"), *([("t", title)] if title else [])]
        fields += [("a", f"{_LABEL}{folder}")] if folder else []
        refused: FetchError | None = None
        for path, those in (("subscription/edit", fields), ("subscription/quickadd", [("quickadd", url)])):
            try:
                await self._session.post(path, those, answers_ok=path.endswith("edit"))
            except FetchError as error:
                # Some fetch the feed before they answer: where that takes too long, it may be there all the same.
                if error.status not in (None, 200, 400, 404, 409) or error.offline:
                    raise
                refused = error
            found = await self._subscribed(url)
            if found is not None:
                return found
            if refused is not None and refused.status is None:
                raise refused
        why = _("the server does not accept {address}", address=url)
        raise FetchError(self._host, why, _("try to subscribe to it there"), status=400) from refused

    async def _subscribed(self, url: str) -> ServerSource | None:
        return next((one for one in await self.sources() if source_key(one.url) == source_key(url)), None)

    async def arrange(self, source: ServerSource) -> None:
        """See `AccountServer`."""
        before = self._sources.get(feed_key(source.id))
        fields = [("ac", "edit"), ("s", source.id), ("t", source.title)]
        if before is None or before.folder != source.folder:
            fields += [("a", f"{_LABEL}{source.folder}")] if source.folder else []
            fields += [("r", f"{_LABEL}{before.folder}")] if before and before.folder else []
        await self._session.post("subscription/edit", fields)

    async def unsubscribe(self, source_id: str) -> None:
        """See `AccountServer`."""
        try:
            await self._session.post("subscription/edit", [("ac", "unsubscribe"), ("s", source_id)])
        except FetchError as error:
            if error.status not in (400, 404) or source_id in {one.id for one in await self.sources()}:
                raise

    async def _labels(self) -> list[str]:
        """The labels that articles have: those that are no folders of subscriptions."""
        value = await self._session.get("tag/list")
        folders = {one.folder for one in self._sources.values() if one.folder}
        return [] if value is None else [name for name in label_names(value) if name not in folders]

    async def _ids(self, stream: str, *more: tuple[str, str]) -> frozenset[str] | None:
        fields = [("s", stream), ("n", str(IDS_AT_ONCE)), *more]

        async def get(place: str | None) -> IdPage | None:
            at = [("c", place)] if place is not None else []
            value = await self._session.get("stream/items/ids", [*fields, *at])
            return None if value is None else page_of(self._host, value)

        return await whole_list(self._host, get)

    async def _contents(self, ids: Sequence[str]) -> list[ServerEntry]:
        value = await self._session.post_for("stream/items/contents", [("i", sent_id(one)) for one in ids])
        items: Any = value.get("items") if isinstance(value, dict) else None
        if not isinstance(items, list):
            raise FetchError(self._host, _("the answer has no articles"), _("try again later"))
        sources = {key: one.id for key, one in self._sources.items()}
        return await asyncio.to_thread(entries_of, items, sources)
