"""What a fetch asks for, and on which terms."""

import re
from enum import Enum, auto

from tuinews.quick_dataclass import dataclass
from tuinews.web.urgency import USUAL, Demand

_HEADER_VALUE = re.compile(r"[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?")


class Accept(Enum):
    """What a fetch hopes for; the value is its Accept header (RFC 9110, 12.5.1)."""

    LISTING = (
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
    )
    FEED = (
        "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
        "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
    )
    ARTICLE = "text/html, application/xhtml+xml, */*;q=0.5"
    PICTURE = "image/webp, image/avif, image/jpeg, image/png, image/gif;q=0.9, */*;q=0.1"


class OversizePolicy(Enum):
    """What becomes of a body that is larger than the limit."""

    REFUSE = auto()
    CUT = auto()
    """Its beginning is taken: a feed has its newest entries there."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page that is wanted: the latest, or nothing where `etag` or `last_modified` still hold.

    `trusted` is the address that a person typed, whose host and port alone may be private, and whose user and
    password go along to its own origin; `demand` says how much the page is wanted, where others wait for their
    turn too; `excess` what becomes of a body above the limit.
    """

    url: str
    trusted: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    accept: Accept = Accept.LISTING
    demand: Demand = USUAL
    excess: OversizePolicy = OversizePolicy.REFUSE

    @property
    def conditions(self) -> list[tuple[str, str]]:
        """The conditional headers (RFC 9110, 13.1), byte for byte as they once came; a damaged one is left out."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return [(name, value) for name, value in pairs if value and _HEADER_VALUE.fullmatch(value)]
