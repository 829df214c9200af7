"""The articles of any page that lists articles, without selectors (decision 5)."""

from tuinews.extract.listing.listing import extract_listing

__all__ = ["extract_listing"]
