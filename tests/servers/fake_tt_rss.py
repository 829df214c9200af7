"""A server of tt-rss as the real one of Debian answers (tests/servers/tt_rss.py starts that one)."""

import html
from collections.abc import Callable

from json_server import Asked, Said
from server_stock import PASSWORD, USER, Feed, ServerStock

HEADLINES = 200


class FakeTtRss:
    """Answers at /api/; `while_listing` is called at each list of headlines, as what is done elsewhere."""

    def __init__(self, stock: ServerStock) -> None:
        self.stock = stock
        self.labels = {-1025: "later"}
        self.sessions = 0
        self.ends_after: int | None = None
        self.said: Said | None = None
        self.ops: list[str] = []
        self.while_listing: Callable[[], None] = lambda: None

    def __call__(self, asked: Asked) -> Said:
        if asked.path != "/api/":
            return Said(b"<html>tt-rss</html>", 404)
        body = asked.json
        op = str(body["op"])
        self.ops.append(op)
        if self.said is not None:
            return self.said
        if op == "login":
            if (body["user"], body["password"]) != (USER, PASSWORD):
                return _failure("LOGIN_ERROR")
            self.sessions += 1
            return _content({"session_id": f"s{self.sessions}", "api_level": 15})
        if body.get("sid") != f"s{self.sessions}" or self._has_ended():
            return _failure("NOT_LOGGED_IN")
        answer: Said = getattr(self, f"_{op}")(body)
        return answer

    def _has_ended(self) -> bool:
        if self.ends_after is None:
            return False
        self.ends_after -= 1
        if self.ends_after >= 0:
            return False
        self.ends_after = None
        self.sessions += 1
        return True

    def _getCategories(self, body: dict[str, object]) -> Said:
        return _content(
            [
                {"id": 3, "title": "News", "unread": 0},
                {"id": 0, "title": "Uncategorized"},
                {"id": -1, "title": "Special"},
            ]
        )

    def _getFeeds(self, body: dict[str, object]) -> Said:
        assert body["cat_id"] == "-3"
        return _content(
            [
                {"id": one.number, "feed_url": one.url, "title": one.title, "cat_id": 3 if one.folder else 0}
                for one in self.stock.feeds.values()
            ]
        )

    def _getLabels(self, body: dict[str, object]) -> Said:
        return _content(
            [{"id": number, "caption": name, "checked": False} for number, name in self.labels.items()]
        )

    def _getHeadlines(self, body: dict[str, object]) -> Said:
        feed_id, skip = int(str(body["feed_id"])), body["skip"]
        assert isinstance(skip, int)
        if feed_id in self.labels:
            ids = [n for n, one in self.stock.items.items() if self.labels[feed_id] in one.labels]
        else:
            ids = self.stock.ids({-4: "unread", -1: "starred"}[feed_id])
        page = ids[skip : skip + HEADLINES]
        self.while_listing()
        return _content([{"id": number, "title": "x"} for number in page])

    def _getArticle(self, body: dict[str, object]) -> Said:
        wanted = [int(one) for one in str(body["article_id"]).split(",")]
        return _content([self._item(number) for number in wanted if number in self.stock.items])

    def _updateArticle(self, body: dict[str, object]) -> Said:
        for number in map(int, str(body["article_ids"]).split(",")):
            if body["field"] == "2":
                self.stock.items[number].read = body["mode"] == "0"
            else:
                self.stock.items[number].starred = body["mode"] == "1"
        return _content({"status": "OK", "updated": 1})

    def _setArticleLabel(self, body: dict[str, object]) -> Said:
        name = self.labels[int(str(body["label_id"]))]
        for number in map(int, str(body["article_ids"]).split(",")):
            labels = self.stock.items[number].labels
            labels.add(name) if body["assign"] else labels.discard(name)
        return _content({"status": "OK", "updated": 1})

    def _subscribeToFeed(self, body: dict[str, object]) -> Said:
        url = str(body["feed_url"])
        if "refused" in url:
            return _content({"status": {"code": 5, "message": "no"}})
        known = any(one.url == url for one in self.stock.feeds.values())
        if not known:
            number = max(self.stock.feeds) + 1
            folder = "News" if body["category_id"] == 3 else None
            self.stock.feeds[number] = Feed(number, url, "Its own name", folder)
        return _content({"status": {"code": 0 if known else 1}})

    def _unsubscribeFeed(self, body: dict[str, object]) -> Said:
        known = self.stock.feeds.pop(int(str(body["feed_id"])), None)
        return _content({"status": "OK"}) if known else _failure("FEED_NOT_FOUND")

    def _item(self, number: int) -> dict[str, object]:
        one = self.stock.items[number]
        return {
            "id": number,
            "guid": f"x{number}",
            "title": html.escape(one.title),
            "link": one.url,
            "labels": [],
            "unread": not one.read,
            "marked": one.starred,
            "author": "Ada",
            "updated": 1_790_000_000 + number,
            "content": one.body,
            "feed_id": str(one.feed),
            "attachments": [{"content_url": "https://a.example/1.mp3", "content_type": "audio/mpeg"}]
            if number == 1
            else [],
        }


def _content(value: object) -> Said:
    return Said({"seq": 0, "status": 0, "content": value})


def _failure(code: str) -> Said:
    return Said({"seq": 0, "status": 1, "content": {"error": code}})
