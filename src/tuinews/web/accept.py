"""What a fetch asks for."""

from enum import Enum


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
