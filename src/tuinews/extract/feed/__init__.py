"""Reads feeds (RSS, RDF, Atom, CDF, JSON Feed) and sitemaps, however broken (docs/decisions/0006-feeds.md).

`parse_feed` gives the values as the feed has them, `feed_listing` the entries that the program lists.
"""

from tuinews.extract.feed.entries import feed_listing
from tuinews.extract.feed.feed import parse_feed

__all__ = ["feed_listing", "parse_feed"]
