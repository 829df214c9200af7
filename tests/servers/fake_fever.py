"""A server that speaks Fever as Miniflux and FreshRSS do."""

import html
from hashlib import md5

from json_server import Asked, Said
from server_stock import PASSWORD, USER, ServerStock

KEY = md5(f"{USER}:{PASSWORD}".encode()).hexdigest()


class FakeFever:
    """Answers at `path`; `requests` counts what came."""

    def __init__(self, stock: ServerStock, path: str = "/fever/") -> None:
        self.stock, self.path, self.requests = stock, path, 0
        self.key = KEY
        self.said: Said | None = None

    def __call__(self, asked: Asked) -> Said:
        if asked.path != self.path or "api" not in asked.query:
            return Said(b"<html>not here</html>", 404)
        self.requests += 1
        if self.said is not None:
            return self.said
        if asked.form.get("api_key") != self.key:
            return Said({"api_version": 3, "auth": 0})
        value: dict[str, object] = {"api_version": 3, "auth": 1, "last_refreshed_on_time": 0}
        if asked.form.get("mark") == "item":
            self._mark(asked.form)
        if "feeds" in asked.query:
            value["feeds"] = [
                {"id": one.number, "title": one.title, "url": one.url, "site_url": one.url, "is_spark": 0}
                for one in self.stock.feeds.values()
            ]
            value["groups"] = [{"id": 5, "title": "News"}]
            value["feeds_groups"] = [
                {"group_id": 5, "feed_ids": ",".join(str(n) for n, one in self.stock.feeds.items() if one.folder)}
            ]
        if "unread_item_ids" in asked.query:
            value["unread_item_ids"] = ",".join(map(str, self.stock.ids("unread")))
        if "saved_item_ids" in asked.query:
            value["saved_item_ids"] = ",".join(map(str, self.stock.ids("starred")))
        if "items" in asked.query:
            wanted = [int(one) for one in asked.query["with_ids"].split(",")][:50]
            value["items"] = [self._item(one) for one in wanted if one in self.stock.items]
        return Said(value)

    def _item(self, number: int) -> dict[str, object]:
        one = self.stock.items[number]
        return {
            "id": number,
            "feed_id": one.feed,
            "title": html.escape(one.title),
            "author": "Ada",
            "html": one.body,
            "url": one.url,
            "is_saved": int(one.starred),
            "is_read": int(one.read),
            "created_on_time": 1_790_000_000 + number,
        }

    def _mark(self, form: dict[str, str]) -> None:
        one, how = self.stock.items[int(form["id"])], form["as"]
        if how in ("read", "unread"):
            one.read = how == "read"
        else:
            one.starred = how == "saved"
