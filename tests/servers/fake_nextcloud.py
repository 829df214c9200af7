"""A Nextcloud with News, API v1-3, as its documentation has it."""

from base64 import b64encode

from json_server import Asked, Said
from server_stock import PASSWORD, USER, Feed, ServerStock

API = "/index.php/apps/news/api/v1-3"
LOGIN = "Basic " + b64encode(f"{USER}:{PASSWORD}".encode()).decode()


class FakeNextcloud:
    """Answers below `API`."""

    def __init__(self, stock: ServerStock) -> None:
        self.stock = stock
        self.folders = {7: "News"}
        self.said: Said | None = None
        self.requests: list[str] = []

    def __call__(self, asked: Asked) -> Said:
        self.requests.append(f"{asked.method} {asked.path.removeprefix(API)}")
        if not asked.path.startswith(API):
            return Said(b"<html>Nextcloud</html>", 404)
        if asked.headers.get("authorization") != LOGIN:
            return Said({"message": "not signed in"}, 401)
        if self.said is not None:
            return self.said
        parts = asked.path.removeprefix(f"{API}/").split("/")
        if parts[0] == "folders":
            return self._folders(asked)
        if parts[0] == "feeds":
            return self._feeds(asked, parts[1:])
        return self._items(asked, parts[1:])

    def _folders(self, asked: Asked) -> Said:
        if asked.method == "POST":
            name = str(asked.json["name"])
            if name in self.folders.values():
                return Said({"message": "exists"}, 409)
            self.folders[len(self.folders) + 7] = name
        return Said(
            {"folders": [{"id": number, "name": name, "feeds": []} for number, name in self.folders.items()]}
        )

    def _feeds(self, asked: Asked, parts: list[str]) -> Said:
        own = {name: number for number, name in self.folders.items()}
        if asked.method == "DELETE":
            return Said([]) if self.stock.feeds.pop(int(parts[0]), None) else Said({"message": "no"}, 404)
        if asked.method == "POST" and parts:
            feed = self.stock.feeds[int(parts[0])]
            if parts[1] == "rename":
                feed.title = str(asked.json["feedTitle"])
            else:
                number = asked.json["folderId"]
                feed.folder = self.folders[number] if isinstance(number, int) else None
            return Said(None)
        if asked.method == "POST":
            url = str(asked.json["url"])
            if any(one.url == url for one in self.stock.feeds.values()):
                return Said({"message": "exists"}, 409)
            if "refused" in url:
                return Said({"message": "no feed"}, 422)
            number = max(self.stock.feeds) + 1
            self.stock.feeds[number] = Feed(number, url, "Its own name")
        return Said(
            {
                "feeds": [
                    {"id": one.number, "url": one.url, "title": one.title, "folderId": own.get(one.folder or "")}
                    for one in self.stock.feeds.values()
                ]
            }
        )

    def _items(self, asked: Asked, parts: list[str]) -> Said:
        if asked.method == "POST":
            ids = asked.json["itemIds"]
            assert isinstance(ids, list)
            for number in ids:
                one = self.stock.items[number]
                match parts[0]:
                    case "read" | "unread":
                        one.read = parts[0] == "read"
                    case _:
                        one.starred = parts[0] == "star"
            return Said(None)
        size, offset = int(asked.query["batchSize"]), int(asked.query["offset"])
        kept = "starred" if asked.query["type"] == "2" else "unread"
        below = [number for number in self.stock.ids(kept) if not offset or number < offset]
        return Said({"items": [self._item(number) for number in below[:size]]})

    def _item(self, number: int) -> dict[str, object]:
        one = self.stock.items[number]
        return {
            "id": number,
            "guid": f"tag:{number}",
            "url": one.url,
            "title": one.title,
            "author": "Ada",
            "pubDate": 1_790_000_000 + number,
            "body": one.body,
            "enclosureMime": "audio/mpeg" if number == 1 else None,
            "enclosureLink": "https://a.example/1.mp3" if number == 1 else None,
            "feedId": one.feed,
            "unread": not one.read,
            "starred": one.starred,
        }
