"""Headlines that a page cuts short ("Two ferries late after ..."), made whole from elsewhere on the page.

The whole headline stands in the title attribute of the link or its heading, in the picture's description, or where
the page links to the same article a second time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from tuinews.extract.listing.links.links import Link, Rank, same_words, width
from tuinews.extract.listing.outline import Outline
from tuinews.text import clean_line

_CUT = re.compile(r"\s*[\[(]?(?:\.{2,}|…)+[\])]?\s*$")
_ATTRIBUTES = ("title", "aria-label", "alt", "data-title")
_LEAST_LEFT = 10
"""Letters that must be left of a headline to find the rest by them."""

_LONGEST = 300
"""Letters above which a text that goes on from a headline is a summary."""

_MOST_PLACES = 20
"""Links to one article that are looked at."""

_HEIGHT = 2
"""Elements around a link whose title attribute may be its headline: `h3`, and the box of both."""


def complete_titles(outline: Outline, links: list[Link]) -> None:
    """Give each cut headline among `links` its whole words, where the page has them."""
    cut = [link for link in links if _CUT.search(link.title)]
    keys = {link.key for link in cut}
    same: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.key in keys:
            same[link.key].append(link)
    for link in cut:
        begun = same_words(_CUT.sub("", link.title))
        whole = (text for text in _said_of(outline, link, same[link.key][:_MOST_PLACES]) if _goes_on(text, begun))
        link.title = next(whole, link.title)


def _said_of(outline: Outline, link: Link, others: list[Link]) -> Iterator[str]:
    """What a page calls the article of `link`: by attributes, then at its other places."""
    for place in (link, *others):
        node = outline.nodes[place.node]
        around = [*range(node.index, node.end), *outline.ancestors(node.index, _HEIGHT)]
        for index in around:
            attributes = outline.nodes[index].attributes
            for name in _ATTRIBUTES if attributes else ():
                yield clean_line(attributes.get(name) or "")
    for other in others:
        if other.rank is not Rank.LABELLED:
            yield other.title


def _goes_on(text: str, begun: str) -> bool:
    if width(begun) < _LEAST_LEFT or len(text) > _LONGEST or _CUT.search(text):
        return False
    words = same_words(text)
    return len(words) >= len(begun) and words.startswith(begun)
