"""How much one fetch may cost, and what it asks for."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of every fetch; whoever runs into one gets a FetchError.

    `deadline` is seconds over everything (connect, redirects, body) but the wait for one's turn; `max_body` is
    bytes after decompression; `max_headers` bytes of one answer's header lines; `per_host` and `total` requests
    at the same time.
    """

    max_redirects: int = 5
    deadline: float = 30.0
    max_body: int = 15_000_000
    max_headers: int = 65_536
    per_host: int = 1
    total: int = 8


USUAL_LIMITS = Limits()


class Accept(Enum):
    """What a fetch hopes for; the value is its Accept header (RFC 9110, 12.5.1)."""

    LISTING = (
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
    )
    ARTICLE = "text/html, application/xhtml+xml, */*;q=0.5"
    IMAGE = "image/webp, image/png, image/jpeg, image/gif, image/*;q=0.8, */*;q=0.1"
