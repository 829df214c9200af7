"""What the fake servers hold: feeds, items with their marks."""

from dataclasses import dataclass, field

USER, PASSWORD = "ada", "pass wörd&"


@dataclass
class Feed:
    number: int
    url: str
    title: str
    folder: str | None = None


@dataclass
class Item:
    number: int
    feed: int
    title: str
    read: bool = False
    starred: bool = False
    labels: set[str] = field(default_factory=set)
    text: str = ""

    @property
    def body(self) -> str:
        return self.text or f"<p>Text {self.number}</p>"

    @property
    def url(self) -> str:
        return f"https://paper.example/{self.number}"


@dataclass
class ServerStock:
    feeds: dict[int, Feed] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)

    @staticmethod
    def filled(count: int = 7) -> "ServerStock":
        """Two feeds, one in a folder; the first item is starred, the second read, the last of the other feed."""
        stock = ServerStock(
            {1: Feed(1, "https://a.example/feed?x=1&y=2", "A", "News"), 2: Feed(2, "https://b.example/feed", "B")}
        )
        for number in range(1, count + 1):
            stock.items[number] = Item(number, 2 if number == count else 1, f"Bài {number} & đủ")
        stock.items[1].starred = stock.items[2].read = True
        return stock

    def ids(self, kept: str) -> list[int]:
        """The numbers of what is unread or starred, the newest first."""

        def is_kept(one: Item) -> bool:
            return one.starred if kept == "starred" else not one.read

        return sorted((number for number, one in self.items.items() if is_kept(one)), reverse=True)
