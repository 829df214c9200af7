"""The headline of each link: its own words, those of a heading beside it, or its label."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from tuinews.extract.listing.links.headlines.headings_beside import (
    LEAF_TAGS,
    NUMBER,
    is_leaf,
    is_titled,
    take_headings_beside,
)
from tuinews.extract.listing.links.headlines.headline_text import without_labels
from tuinews.extract.listing.links.headlines.repeated_marks import without_repeated_marks
from tuinews.extract.listing.links.headlines.wordless_links import generic_links, numbered_links, stamped_links
from tuinews.extract.listing.links.links import Link, Rank, same_words, width
from tuinews.extract.listing.outline import BLOCKS, HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import LABEL
from tuinews.extract.listing.records.leading_dates import is_stamp_line

_CARD = 300
"""Nodes of a link that is a whole card; more are a part of the page."""

_WIDE = 15
"""Letters from which the first text of a card can be its headline; shorter ones are kickers and dates."""

_SECTION_HEAD = 12
"""Nodes at the beginning of a section in which its heading is looked for."""

_EMPHASES = frozenset(("em", "strong", "b"))
"""Elements that set off a part of a sentence."""

_HEADING_HEIGHT = 3
"""Elements around a link among which its heading is looked for."""

_HEADING_TEXT, _HEADING_REST = 2, 20
"""A heading is that of the link inside it if it has less than twice the link's letters and 20 more (a kicker)."""


def name_links(outline: Outline, links: list[Link]) -> list[Link]:
    """Set the headline of each link. Returns the links that have one, without those that only say "Read more"."""
    for link in links:
        link.title, link.inner, link.rank = headline(outline, link.node)
        _without_kicker(outline, link)
    without_repeated_marks(outline, links)
    generic = generic_links(links)
    stamped = stamped_links(links) | numbered_links(links, generic)
    wordless = generic | stamped
    speaking = [
        link for link in links if link.title and link.rank is not Rank.LABELLED and link.node not in wordless
    ]
    named = {link.key for link in speaking if not NUMBER.match(link.title)}
    keys = {link.node: link.key for link in links}
    needy: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.key not in named and not link.listing:
            needy[link.signature].append(link)
    for members in needy.values():
        take_headings_beside(outline, members, wordless, keys, stamped)
    return [
        link
        for link in links
        if any(c.isalnum() for c in link.title)
        and (link.node not in generic or link.rank is Rank.HEADING)
        and ((link.rank is not Rank.LABELLED and link.node not in stamped) or link.key not in named)
    ]


def _without_kicker(outline: Outline, link: Link) -> None:
    """Take for the headline what a link says in its title, where an element in it says the same and stands beside
    other words ("Traffic | Harbour bridge closed").
    """
    node = outline.nodes[link.node]
    said = " ".join((node.attributes.get("title") or "").split())
    if width(said) < _WIDE or said == link.title or not link.title.endswith(said):
        return
    inside = outline.nodes[link.node + 1 : min(node.end, link.node + _CARD)]
    holder = next((n for n in inside if not n.is_text and outline.text(n.index) == said), None)
    if holder is not None:
        link.title, link.inner = said, holder.index


class Headline(NamedTuple):
    """The words of a link's headline, the node that holds them, and their rank."""

    text: str
    node: int
    rank: Rank


def headline(outline: Outline, index: int) -> Headline:
    """The headline of the link in a node."""
    node = outline.nodes[index]
    for inner, rank in ((_heading_in(outline, index), Rank.HEADING), (_titled_in(outline, index), Rank.TITLED)):
        if inner is not None:
            return Headline(without_labels(outline, inner), inner, rank)
        if rank is Rank.HEADING and _stands_in_heading(outline, index):
            words = _heading_of_same(outline, index)
            return Headline(without_labels(outline, words), words, rank)
    if _is_heading_of_section(outline, index):
        return Headline(without_labels(outline, index), index, Rank.HEADING)
    rank = Rank.TITLED if is_titled(node) or is_titled(outline.nodes[node.parent]) else Rank.PLAIN
    card = _first_block(outline, index)
    if card is not None:
        return Headline(without_labels(outline, card), card, rank)
    text = without_labels(outline, index)
    if text:
        return Headline(text, index, rank)
    return Headline(_label(outline, index), index, Rank.LABELLED)


def _label(outline: Outline, index: int) -> str:
    node = outline.nodes[index]
    label = node.attributes.get("aria-label") or node.attributes.get("title") or ""
    if not label:
        pictures = (n.attributes.get("alt") for n in outline.nodes[index + 1 : node.end] if n.tag == "img")
        label = next((alt for alt in pictures if alt), "")
    return " ".join(label.split())


def _heading_in(outline: Outline, index: int) -> int | None:
    inside = [
        n
        for n in outline.nodes[index + 1 : outline.nodes[index].end]
        if (n.tag in HEADINGS or n.attributes.get("role") == "heading") and outline.text(n.index)
    ]
    return min(inside, key=lambda n: n.tag).index if inside else None


def _titled_in(outline: Outline, index: int) -> int | None:
    for node in outline.nodes[index + 1 : outline.nodes[index].end]:
        if node.names and is_titled(node) and outline.text(node.index):
            return node.index
    return None


def _stands_in_heading(outline: Outline, index: int) -> bool:
    for parent in outline.ancestors(index, _HEADING_HEIGHT):
        node = outline.nodes[parent]
        if node.tag in HEADINGS or node.attributes.get("role") == "heading":
            return len(outline.text(parent)) < _HEADING_TEXT * len(outline.text(index)) + _HEADING_REST
    return False


def _heading_of_same(outline: Outline, index: int) -> int:
    """The heading around a link whose words are all linked to the same address, a line each; else the link."""
    heading = next(
        (i for i in outline.ancestors(index, _HEADING_HEIGHT) if outline.nodes[i].tag in HEADINGS), index
    )
    links = [node for node in outline.nodes[heading : outline.nodes[heading].end] if node.tag == "a"]
    target = outline.nodes[index].attributes.get("href")
    if len(links) <= 1 or any(link.attributes.get("href") != target for link in links):
        return index
    said = [outline.text(link.index) for link in links if outline.text(link.index)]
    return heading if len(said) > 1 and " ".join(said) == outline.text(heading) else index


def _is_heading_of_section(outline: Outline, index: int) -> bool:
    """Whether a link says again what the heading of its section says, which may be for screen readers alone."""
    section = next((i for i in outline.ancestors(index) if outline.nodes[i].tag in ("section", "article")), None)
    if section is None:
        return False
    words = same_words(outline.text(index))
    heads = outline.nodes[section + 1 : min(section + _SECTION_HEAD, index)]
    return bool(words) and any(n.tag in HEADINGS and same_words(outline.text(n.index)) == words for n in heads)


def _first_block(outline: Outline, index: int) -> int | None:
    """The first text that is long enough for a headline, in a link that is a whole card of several texts."""
    nodes = outline.nodes
    leaves = [
        n
        for n in nodes[index + 1 : min(nodes[index].end, index + _CARD)]
        if n.tag in LEAF_TAGS and not LABEL.search(n.names) and is_leaf(outline, n) and outline.text(n.index)
    ]
    wide = [n for n in leaves if width(outline.text(n.index)) >= _WIDE]
    many = len(wide) > 1
    if many and all(_runs_on(outline, one, other) for one, other in pairwise(wide)):
        return None
    said = [n for n in wide if not is_stamp_line(outline.text(n.index))] if many else wide
    wide = said or wide
    blocks = sum(n.tag in BLOCKS for n in leaves)
    alone = len(wide) == 1 and _is_set_apart(outline, wide[0], index)
    return wide[0].index if many or (wide and blocks > 1) or alone else None


def _runs_on(outline: Outline, one: Node, other: Node) -> bool:
    """Whether one sentence goes on from an element into another of its line: words stand between two emphases, or
    the second begins with a small letter behind a blank. A summary is a sentence of its own.
    """
    if any(place in outline.breaks for place in range(one.end, other.index + 1)):
        return False
    between = "".join(node.text for node in outline.nodes[one.end : other.index])
    if any(map(str.isalnum, between)):
        return one.tag in _EMPHASES and other.tag in _EMPHASES
    rest = outline.text(other.index)
    is_spaced = between.isspace() or outline.nodes[one.end - 1].text[-1:].isspace()
    return is_spaced and rest[:1].islower() and not is_stamp_line(rest)


def _is_set_apart(outline: Outline, leaf: Node, index: int) -> bool:
    """Whether a text of a card stands on lines of its own, or touches the others, and is not all of it."""
    nodes = outline.nodes
    before = max((n.index for n in nodes[index : leaf.index] if n.text.strip()), default=None)
    after = min((n.index for n in nodes[leaf.end : nodes[index].end] if n.text.strip()), default=None)
    if before is None and after is None:
        return False
    is_begun = before is None or _are_apart(outline, before, leaf.index + 1)
    return is_begun and (after is None or _are_apart(outline, leaf.end - 1, after))


def _are_apart(outline: Outline, one: int, other: int) -> bool:
    """Whether a line ends between two texts, or a word of the first touches a capital or number of the second."""
    if any(place in outline.breaks for place in range(one + 1, other + 1)):
        return True
    before, between, behind = (
        "".join(node.text for node in outline.nodes[start:end])
        for start, end in ((one, one + 1), (one + 1, other), (other, other + 1))
    )
    touching = before[-1:].islower() and not between and (behind[:1].isupper() or behind[:1].isdigit())
    return touching and len(behind) > 1
