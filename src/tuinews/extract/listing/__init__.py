"""Finds the articles that any web page lists (docs/decisions/0005-listings.md).

`extract_listing` takes the HTML of a page and gives its entries, its next page and a confidence. No selectors are
needed and nothing is learned about a site: a list is recognized by its repeated records.
"""

from tuinews.late import late_imports

# Feeds need the words of links, and nothing else of this room.
with late_imports(__name__):
    from tuinews.extract.listing.listing import extract_listing

__all__ = ["extract_listing"]
