"""Nextcloud News, API v1-3 (docs/api/api-v1-3.md of its repository): JSON, Basic authentication.

It lists no ids alone: what is unread and starred comes as whole items, in pages. They are kept until they were
asked for as entries, so that nothing is fetched twice.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from urllib.parse import urlsplit

from tuinews.address import source_key
from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.server import Ask, PasswordOf
from tuinews.library.accounts.servers.entries import (
    enclosures,
    moment,
    not_of_protocol,
    number,
    persons,
    server_entries,
    text,
    unsupported,
    whole_parts,
)
from tuinews.model.accounts.server_state import MarkChange, ServerEntry, ServerMark, ServerMarks, ServerSource
from tuinews.model.entry import FeedEntry
from tuinews.web.api_requests import ApiAnswer, ApiRequest, Method

API = "/index.php/apps/news/api/v1-3"
ITEMS_AT_ONCE = 500
"""Items of a page: at some 5 kB each a few MB, under the limit of an answer."""
MARKS_AT_ONCE = 1000
"""Entries that are marked in a request."""

_ALL, _STARRED = "3", "2"
"""Types of an item list: everything, starred."""
_NOT_TAKEN = (400, 422)
_WORDS = {
    (ServerMark.READ, True): "read",
    (ServerMark.READ, False): "unread",
    (ServerMark.STARRED, True): "star",
    (ServerMark.STARRED, False): "unstar",
}


class NextcloudNews:
    """A Nextcloud with News, as one person sees it (`AccountServer`)."""

    def __init__(self, ask: Ask, address: str, user: str, password: PasswordOf) -> None:
        self._ask, self._user, self._password = ask, user, password
        self._address = address.rstrip("/").removesuffix(API)
        self._host = (urlsplit(address).hostname or address).lower()
        self._login: tuple[str, str] | None = None
        self._items: dict[str, Mapping[str, object]] = {}
        self._sources: dict[str, ServerSource] = {}
        self._folders: dict[str, int] = {}

    @property
    def address(self) -> str:
        """Where the Nextcloud is."""
        return self._address

    async def sign_in(self) -> None:
        """See `AccountServer`."""
        self._login = (self._user, await self._password())
        await self._get("/folders")

    async def sources(self) -> Sequence[ServerSource]:
        """See `AccountServer`."""
        folders = whole_parts(self._host, await self._get("/folders"), "folders")
        names = {number(one.get("id")): text(one, "name") for one in folders}
        self._folders = {name: own for own, name in names.items() if name and own is not None}
        found = []
        for feed in whole_parts(self._host, await self._get("/feeds"), "feeds"):
            feed_id, url = number(feed.get("id")), text(feed, "url")
            if feed_id is not None and url:
                folder = names.get(number(feed.get("folderId")))
                found.append(ServerSource(str(feed_id), url, text(feed, "title") or url, folder))
        self._sources = {one.id: one for one in found}
        return found

    async def marks(self) -> ServerMarks:
        """See `AccountServer`."""
        self._items.clear()
        unread = await self._whole_list(_ALL, "false")
        return ServerMarks(unread, await self._whole_list(_STARRED, "true"))

    async def entries(self, ids: Sequence[str]) -> AsyncIterator[Sequence[ServerEntry]]:
        """See `AccountServer`; of what `marks` listed."""
        for start in range(0, len(ids), ITEMS_AT_ONCE):
            known = [self._items.pop(one) for one in ids[start : start + ITEMS_AT_ONCE] if one in self._items]
            yield server_entries((str(item.get("feedId", "")), _feed_entry(item)) for item in known)

    async def send(self, change: MarkChange) -> None:
        """See `AccountServer`; News has no labels."""
        if change.mark is ServerMark.LABEL:
            raise unsupported(self._host, _("Nextcloud News has no labels"))
        numbers = [int(one) for one in change.entry_ids if one.isdigit()]
        for start in range(0, len(numbers), MARKS_AT_ONCE):
            part = {"itemIds": numbers[start : start + MARKS_AT_ONCE]}
            await self._change(Method.POST, f"/items/{_WORDS[change.mark, change.value]}/multiple", part)

    async def subscribe(self, url: str, title: str | None, folder: str | None) -> ServerSource:
        """See `AccountServer`."""
        folder_id = await self._folder(folder)
        try:
            await self._change(Method.POST, "/feeds", {"url": url, "folderId": folder_id}, known=409)
        except FetchError as error:
            if error.status not in _NOT_TAKEN:
                raise
            raise self._not_taken(url) from None
        own = next((one for one in await self.sources() if source_key(one.url) == source_key(url)), None)
        if own is None:
            raise self._not_taken(url)
        await self.arrange(ServerSource(own.id, own.url, title or own.title, folder))
        return own

    async def arrange(self, source: ServerSource) -> None:
        """See `AccountServer`."""
        before = self._sources.get(source.id)
        if before is None or before.title != source.title:
            await self._change(Method.POST, f"/feeds/{source.id}/rename", {"feedTitle": source.title})
        if before is None or before.folder != source.folder:
            to = await self._folder(source.folder)
            await self._change(Method.POST, f"/feeds/{source.id}/move", {"folderId": to})

    async def unsubscribe(self, source_id: str) -> None:
        """See `AccountServer`."""
        await self._change(Method.DELETE, f"/feeds/{source_id}", None, known=404)

    async def _whole_list(self, kind: str, read_too: str) -> frozenset[str]:
        """The ids of a list, which is read downwards from its newest item to its end."""
        found: dict[str, None] = {}
        offset = 0
        while True:
            asked = [("type", kind), ("id", "0"), ("getRead", read_too), ("batchSize", str(ITEMS_AT_ONCE))]
            value = await self._get("/items", [*asked, ("offset", str(offset)), ("oldestFirst", "false")])
            items = whole_parts(self._host, value, "items")
            ids = [item_id for item in items if (item_id := number(item.get("id"))) is not None]
            if len(ids) != len(items):
                raise not_of_protocol(self._host)
            new = [str(one) for one in ids if str(one) not in found]
            found |= dict.fromkeys(new)
            self._items |= {str(item["id"]): item for item in items}
            if len(items) < ITEMS_AT_ONCE:
                return frozenset(found)
            if not new:  # the same page again: a list that is not whole would take marks away
                raise not_of_protocol(self._host)
            offset = min(ids)

    async def _folder(self, name: str | None) -> int | None:
        """The number of a folder, made if there is none of that name; None for no folder."""
        if not name:
            return None
        if name not in self._folders:
            await self._change(Method.POST, "/folders", {"name": name}, known=409)
            await self.sources()
        return self._folders.get(name)

    async def _get(self, path: str, query: Sequence[tuple[str, str]] = ()) -> object:
        if self._login is None:
            await self.sign_in()
        answer = await self._ask(ApiRequest.get(f"{self._address}{API}{path}", query, login=self._login))
        if not answer.is_success:
            raise self._refusal(answer)
        return answer.json()

    async def _change(self, method: Method, path: str, value: object, *, known: int = 0) -> None:
        """Change something; `known` is the status that says that it is so already."""
        if self._login is None:
            await self.sign_in()
        url = f"{self._address}{API}{path}"
        asked = (
            ApiRequest(method, url, login=self._login)
            if value is None
            else ApiRequest.json(url, value, method=method, login=self._login)
        )
        answer = await self._ask(asked)
        if not answer.is_success and answer.status != known:
            raise self._refusal(answer)

    def _not_taken(self, url: str) -> FetchError:
        why = _("the server does not accept {address}", address=url)
        return FetchError(self._host, why, _("try to subscribe to it there"), status=400)

    def _refusal(self, answer: ApiAnswer) -> FetchError:
        if answer.status in (401, 403):
            why = _("the user or the password was refused")
            do = _("check both; Nextcloud makes passwords for programs under Settings, Security")
            return FetchError(self._host, why, do, status=answer.status)
        if answer.status == 404:
            do = _("check the address, and whether the app News is installed there")
            return FetchError(self._host, _("there is no Nextcloud News at this address"), do, status=404)
        return answer.refusal()


def _feed_entry(item: Mapping[str, object]) -> FeedEntry:
    people = persons(text(item, "author"))
    return FeedEntry(
        id=str(item["id"]),
        title=text(item, "title"),
        link=text(item, "url"),
        published=moment(item.get("pubDate")),
        updated=moment(item.get("updatedDate")),
        author=people[0] if people else None,
        authors=people,
        image=text(item, "mediaThumbnail"),
        content=text(item, "body"),
        content_type="html",
        enclosures=enclosures([(text(item, "enclosureLink"), text(item, "enclosureMime"), None)]),
    )
