"""Feeds: RSS, RDF, Atom, CDF and JSON Feed, read by a scanner of our own (decision 6).

`parse_feed` gives the raw values as they were written, `feed_listing` what the program shows of them.
"""

from tuinews.extract.feed.entries import feed_listing
from tuinews.extract.feed.feed import parse_feed

__all__ = ["feed_listing", "parse_feed"]
