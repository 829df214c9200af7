"""Fever's API, which reads and marks and does nothing else (FreshRSS, Miniflux, BazQux, coldsweat).

Its key is a hash of user and password without salt: whoever sees it can sign in. It goes over https alone, but to
private addresses (`web.api_requests`).
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from hashlib import md5
from urllib.parse import urlsplit

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.server import Ask, PasswordOf
from tuinews.library.accounts.servers.entries import (
    moment,
    not_of_protocol,
    number,
    parts,
    persons,
    server_entries,
    text,
    unsupported,
    whole_parts,
)
from tuinews.library.accounts.servers.plain_signs import plain_signs
from tuinews.model.accounts.server_state import MarkChange, ServerEntry, ServerMark, ServerMarks, ServerSource
from tuinews.model.entry import FeedEntry
from tuinews.web.api_requests import ApiRequest

PLACES = ("", "/", "/api/fever.php", "/p/api/fever.php", "/fever/")
"""Where servers have it, below the address that people know: FreshRSS twice, Miniflux."""

ITEMS_AT_ONCE = 50
"""Items of one answer, by Fever's own documentation."""

_MARKS = {
    (ServerMark.READ, True): "read",
    (ServerMark.READ, False): "unread",
    (ServerMark.STARRED, True): "saved",
    (ServerMark.STARRED, False): "unsaved",
}


class Fever:
    """A server that speaks Fever, as one person sees it (`AccountServer`)."""

    def __init__(self, ask: Ask, address: str, user: str, password: PasswordOf) -> None:
        self._ask, self._user, self._password = ask, user, password
        self._address = address.rstrip("?&")
        self._host = (urlsplit(address).hostname or address).lower()
        self._key = ""

    @property
    def address(self) -> str:
        """Where the interface was found."""
        return self._address

    async def sign_in(self) -> None:
        """See `AccountServer`."""
        password = await self._password()
        key = md5(f"{self._user}:{password}".encode(), usedforsecurity=False).hexdigest()
        refused, failure = False, None
        for place in PLACES if not self._key else ("",):
            base = self._address.rstrip("/") + place if place else self._address
            try:
                answer = await self._ask(ApiRequest.form(f"{base}?api", [("api_key", key)]))
                value = answer.json() if answer.is_success else None
            except FetchError as error:
                if error.status is None or error.status in (429, 503):
                    raise
                failure = failure or error
                continue
            if isinstance(value, dict) and "auth" in value:
                if number(value["auth"]) == 1:
                    self._address, self._key = base, key
                    return
                refused = True
        raise self._refusal() if refused else failure or self._no_api()

    async def sources(self) -> Sequence[ServerSource]:
        """See `AccountServer`."""
        value = await self._get("feeds&groups")
        names = {number(group.get("id")): _name(group, "title") for group in parts(value, "groups")}
        folders: dict[int | None, str | None] = {}
        for one in parts(value, "feeds_groups"):
            for listed in (text(one, "feed_ids") or "").split(","):
                folders.setdefault(number(listed.strip()), names.get(number(one.get("group_id"))))
        found = []
        for feed in whole_parts(self._host, value, "feeds"):
            feed_id, url = number(feed.get("id")), text(feed, "url")
            if feed_id is not None and url:
                found.append(ServerSource(str(feed_id), url, _name(feed, "title") or url, folders.get(feed_id)))
        return found

    async def marks(self) -> ServerMarks:
        """See `AccountServer`."""
        unread = self._ids(await self._get("unread_item_ids"), "unread_item_ids")
        return ServerMarks(unread, self._ids(await self._get("saved_item_ids"), "saved_item_ids"))

    async def entries(self, ids: Sequence[str]) -> AsyncIterator[Sequence[ServerEntry]]:
        """See `AccountServer`."""
        for start in range(0, len(ids), ITEMS_AT_ONCE):
            wanted = ids[start : start + ITEMS_AT_ONCE]
            value = await self._get(f"items&with_ids={','.join(wanted)}")
            items = whole_parts(self._host, value, "items")
            yield server_entries((str(item.get("feed_id", "")), _feed_entry(item)) for item in items)

    async def send(self, change: MarkChange) -> None:
        """See `AccountServer`; Fever takes one item a request, and has no labels."""
        if change.mark is ServerMark.LABEL:
            raise unsupported(self._host, _("Fever has no labels"))
        for entry_id in change.entry_ids:
            mark = _MARKS[change.mark, change.value]
            await self._post([("mark", "item"), ("as", mark), ("id", entry_id)])

    async def subscribe(self, url: str, title: str | None, folder: str | None) -> ServerSource:
        """See `AccountServer`; Fever cannot."""
        raise unsupported(self._host, _("Fever cannot add subscriptions"))

    async def arrange(self, source: ServerSource) -> None:
        """See `AccountServer`; Fever cannot."""
        raise unsupported(self._host, _("Fever cannot rename or move sources"))

    async def unsubscribe(self, source_id: str) -> None:
        """See `AccountServer`; Fever cannot."""
        raise unsupported(self._host, _("Fever cannot remove subscriptions"))

    async def _get(self, what: str) -> object:
        return await self._signed(f"&{what}", [])

    async def _post(self, fields: Sequence[tuple[str, str]]) -> None:
        await self._signed("", fields)

    async def _signed(self, query: str, fields: Sequence[tuple[str, str]]) -> object:
        """A whole answer. A failed login is a 200 that says `auth: 0`; a password may have been changed."""
        if not self._key:
            await self.sign_in()
        for last in (False, True):
            form = [("api_key", self._key), *fields]
            answer = await self._ask(ApiRequest.form(f"{self._address}?api{query}", form))
            if not answer.is_success:
                raise answer.refusal()
            value = answer.json()
            if not isinstance(value, dict) or "auth" not in value:
                raise not_of_protocol(self._host)
            if number(value["auth"]) == 1:
                return value
            if not last:
                await self.sign_in()
        raise self._refusal()

    def _ids(self, value: object, name: str) -> frozenset[str]:
        listed = value.get(name) if isinstance(value, dict) else None
        ids = [one.strip() for one in listed.split(",")] if isinstance(listed, str) else [""]
        if listed == "":
            return frozenset()
        if not all(one.isascii() and one.isdigit() for one in ids):
            raise not_of_protocol(self._host)
        return frozenset(ids)

    def _refusal(self) -> FetchError:
        why = _("the user or the password was refused")
        do = _("check both; FreshRSS and Miniflux have another password for the API, which their settings show")
        return FetchError(self._host, why, do, status=401)

    def _no_api(self) -> FetchError:
        do = _("check the address, and whether Fever is allowed in the server's settings")
        return FetchError(self._host, _("there is no Fever API at this address"), do)


def _name(part: Mapping[str, object], name: str) -> str | None:
    value = text(part, name)
    return None if value is None else plain_signs(value)


def _feed_entry(item: Mapping[str, object]) -> FeedEntry:
    item_id = number(item.get("id"))
    people = persons(_name(item, "author"))
    return FeedEntry(
        id=None if item_id is None else str(item_id),
        title=_name(item, "title"),
        link=text(item, "url"),
        published=moment(item.get("created_on_time")),
        author=people[0] if people else None,
        authors=people,
        content=text(item, "html"),
        content_type="html",
    )
