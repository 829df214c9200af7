"""Tiny Tiny RSS, JSON API (level 15): one address, the operation in the body, a session in every call.

A session that ended is an answer 200 with `status` 1 and NOT_LOGGED_IN. It lists by offsets, which shift while
something is marked elsewhere: so each page is asked for from the last entry of the one before.
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
    parts,
    persons,
    server_entries,
    text,
    unsupported,
    whole_parts,
)
from tuinews.model.accounts.server_state import MarkChange, ServerEntry, ServerMark, ServerMarks, ServerSource
from tuinews.model.entry import FeedEntry
from tuinews.text import clean_line
from tuinews.web.api_requests import ApiRequest

HEADLINES_AT_ONCE = 200
"""Headlines of an answer, at most (SYNC: a limit of 500 gives as many)."""
ARTICLES_AT_ONCE = 50
"""Articles that are asked for in a request."""

MARKS_AT_ONCE = 500
"""Articles that are marked in a request."""

_ALL_ARTICLES, _STARRED = "-4", "-1"
_EVERY_FEED = "-3"
"""Feeds that are lists of all articles, and the category of all feeds but such."""
_FIELDS = {ServerMark.STARRED: "0", ServerMark.READ: "2"}
"""Numbers of what `updateArticle` sets; 2 is "unread"."""
_FIRST_LABEL = -11
"""Labels are feeds of this number and below."""
_LOOKS = 3
"""Times that a list is read from its beginning where it shifted while it was read."""

_SUBSCRIBED = (0, 1)


class TinyTinyRss:
    """A server of tt-rss, as one person sees it (`AccountServer`)."""

    def __init__(self, ask: Ask, address: str, user: str, password: PasswordOf) -> None:
        self._ask, self._user, self._password = ask, user, password
        self._address = address.rstrip("/").removesuffix("/api")
        self._host = (urlsplit(address).hostname or address).lower()
        self._session = ""

    @property
    def address(self) -> str:
        """Where the interface was found."""
        return self._address

    async def sign_in(self) -> None:
        """See `AccountServer`."""
        self._session = ""
        value = await self._once({"op": "login", "user": self._user, "password": await self._password()})
        session = text(value, "session_id") if isinstance(value, dict) else None
        if session is None:
            raise not_of_protocol(self._host)
        self._session = session

    async def sources(self) -> Sequence[ServerSource]:
        """See `AccountServer`."""
        groups = await self._call("getCategories", unread_only=False, enable_nested=False, include_empty=True)
        names = {number(one.get("id")): text(one, "title") for one in self._list(groups)}
        found = []
        for feed in self._list(await self._call("getFeeds", cat_id=_EVERY_FEED)):
            feed_id, url, group = number(feed.get("id")), text(feed, "feed_url"), number(feed.get("cat_id"))
            if feed_id is not None and feed_id > 0 and url:
                folder = names.get(group) if group else None  # 0 is the category of those in none
                found.append(ServerSource(str(feed_id), url, text(feed, "title") or url, folder))
        return found

    async def marks(self) -> ServerMarks:
        """See `AccountServer`."""
        unread = await self._headlines(_ALL_ARTICLES, "unread")
        starred = await self._headlines(_STARRED, "all_articles")
        labels = {}
        for name, label_id in (await self._labels()).items():
            labels[name] = await self._headlines(str(label_id), "all_articles")
        return ServerMarks(unread, starred, labels)

    async def entries(self, ids: Sequence[str]) -> AsyncIterator[Sequence[ServerEntry]]:
        """See `AccountServer`."""
        for start in range(0, len(ids), ARTICLES_AT_ONCE):
            wanted = ",".join(ids[start : start + ARTICLES_AT_ONCE])
            items = self._list(await self._call("getArticle", article_id=wanted))
            yield server_entries((str(item.get("feed_id", "")), _feed_entry(item)) for item in items)

    async def send(self, change: MarkChange) -> None:
        """See `AccountServer`. A label is given where there is one of that name; none can be made."""
        label_id = None
        if change.mark is ServerMark.LABEL:
            label_id = (await self._labels()).get(change.label or "")
            if label_id is None:
                raise unsupported(self._host, _("the API of tt-rss cannot create labels"))
        for start in range(0, len(change.entry_ids), MARKS_AT_ONCE):
            ids = ",".join(change.entry_ids[start : start + MARKS_AT_ONCE])
            if label_id is not None:
                await self._call("setArticleLabel", article_ids=ids, label_id=label_id, assign=change.value)
                continue
            is_set = change.value if change.mark is ServerMark.STARRED else not change.value
            field = _FIELDS[change.mark]
            await self._call("updateArticle", article_ids=ids, field=field, mode="1" if is_set else "0")

    async def subscribe(self, url: str, title: str | None, folder: str | None) -> ServerSource:
        """See `AccountServer`; the name is the server's own, since its API gives none."""
        groups = self._list(await self._call("getCategories", include_empty=True)) if folder else []
        group = next((number(one.get("id")) for one in groups if text(one, "title") == folder), None)
        value = await self._call("subscribeToFeed", feed_url=url, category_id=group or 0)
        status = value.get("status") if isinstance(value, dict) else None
        code = number(status.get("code")) if isinstance(status, dict) else None
        own = next((one for one in await self.sources() if source_key(one.url) == source_key(url)), None)
        if own is None or code not in _SUBSCRIBED:
            why = _("the server does not accept {address}", address=url)
            raise FetchError(self._host, why, _("try to subscribe to it there"), status=400)
        return own

    async def arrange(self, source: ServerSource) -> None:
        """See `AccountServer`; the API cannot."""
        raise unsupported(self._host, _("the API of tt-rss cannot rename or move sources"))

    async def unsubscribe(self, source_id: str) -> None:
        """See `AccountServer`."""
        try:
            await self._call("unsubscribeFeed", feed_id=source_id)
        except FetchError as error:
            if error.status != 404:
                raise

    async def _headlines(self, feed_id: str, mode: str) -> frozenset[str]:
        """The ids of a list, read to its end; from its beginning again where it shifted meanwhile."""
        for _look in range(_LOOKS):
            found = await self._unshifted(feed_id, mode)
            if found is not None:
                return frozenset(found)
        raise FetchError(self._host, _("its list changes faster than it can be read"), _("try again later"))

    async def _unshifted(self, feed_id: str, mode: str) -> list[str] | None:
        """The same; None if a page does not begin with the last of the one before."""
        found: list[str] = []
        while True:
            value = await self._call(
                "getHeadlines",
                feed_id=feed_id,
                view_mode=mode,
                limit=HEADLINES_AT_ONCE,
                skip=max(0, len(found) - 1),
                show_excerpt=False,
                show_content=False,
                order_by="feed_dates",
            )
            ids = [number(one.get("id")) for one in self._list(value)]
            if None in ids:
                raise not_of_protocol(self._host)
            page = [str(one) for one in ids]
            if found and (not page or page[0] != found[-1]):
                return None
            new = page[1:] if found else page
            if not new:
                return found
            found += new

    async def _labels(self) -> dict[str, int]:
        found = {}
        for one in self._list(await self._call("getLabels")):
            label_id, name = number(one.get("id")), text(one, "caption")
            if label_id is not None and label_id <= _FIRST_LABEL and name:
                found[name] = label_id
        return found

    def _list(self, value: object) -> list[Mapping[str, object]]:
        return whole_parts(self._host, {"content": value}, "content")

    async def _call(self, op: str, **fields: object) -> object:
        """What an operation gives; where the session has ended, in another one."""
        if not self._session:
            await self.sign_in()
        try:
            return await self._once({"op": op, "sid": self._session, **fields})
        except _SessionEndedError:
            await self.sign_in()
            return await self._once({"op": op, "sid": self._session, **fields})

    async def _once(self, body: Mapping[str, object]) -> object:
        answer = await self._ask(ApiRequest.json(f"{self._address}/api/", body))
        if not answer.is_success:
            raise answer.refusal()
        value = answer.json()
        if not isinstance(value, dict) or number(value.get("status")) not in (0, 1) or "content" not in value:
            raise not_of_protocol(self._host)
        content: object = value["content"]
        if value["status"] == 1:
            raise self._failure(text(content, "error") or "" if isinstance(content, dict) else "")
        return content

    def _failure(self, code: str) -> FetchError:
        if code == "NOT_LOGGED_IN":
            return _SessionEndedError(self._host, _("the session has ended"), status=401)
        if code == "LOGIN_ERROR":
            why = _("the user or the password was refused")
            return FetchError(self._host, why, _("check both"), status=401)
        if code == "API_DISABLED":
            why, do = _("the API is switched off there"), _("allow it in the preferences of tt-rss")
            return FetchError(self._host, why, do, status=503)
        why = _("it said: {text}", text=clean_line(code, 60))
        return FetchError(self._host, why, _("try again later"), status=404 if "NOT_FOUND" in code else 400)


class _SessionEndedError(FetchError):
    """The server knows the session no longer."""


def _feed_entry(item: Mapping[str, object]) -> FeedEntry:
    item_id = number(item.get("id"))
    people = persons(text(item, "author"))
    files = [(text(one, "content_url"), text(one, "content_type"), None) for one in parts(item, "attachments")]
    return FeedEntry(
        id=None if item_id is None else str(item_id),
        title=text(item, "title"),
        title_type="html",
        link=text(item, "link"),
        published=moment(item.get("updated")),
        author=people[0] if people else None,
        authors=people,
        language=text(item, "lang"),
        comments=text(item, "comments_link"),
        content=text(item, "content"),
        content_type="html",
        enclosures=enclosures(files),
    )
