"""The headline of each link: its own words, those of a heading beside it, or its label."""

from collections import Counter, defaultdict

from tuinews.extract.listing.links.headline_text import without_labels
from tuinews.extract.listing.links.link_words import COMMENTS, MORE
from tuinews.extract.listing.links.links import Link, Rank, same_words, width
from tuinews.extract.listing.outline import BLOCKS, HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import LABEL, NOT_TITLE, TITLE
from tuinews.extract.listing.records.records import record_of

_LEAF_TAGS = frozenset(("p", "div", "span", "strong", "b", "em", "font", "dt", "td", "li"))
_CARD = 300
"""Nodes of a link that is a whole card, and of a heading; more are a part of the page."""

_REACH = 400
"""Nodes before a "Read more" among which its heading is looked for: a record with a long summary."""

_HEADLINE = 8
"""Letters from which a heading beside a link can be its headline; shorter ones are labels ("Video")."""

_WIDE = 15
"""Letters from which the first text of a card can be its headline; shorter ones are kickers and dates."""

_SHARED_BY = 2
"""Addresses that different articles may have under one title; the same words for more are "Read more"."""

_GENERIC = 0.6
"""Share of links with the same markup whose words lead to many addresses, from which these words say nothing."""

_LEAST_HEADINGS = 3
"""Headings of the same kind that a group of links needs to be named by them, or one for each address if fewer."""

_HEADING_HEIGHT = 3
"""Elements around a link among which its heading is looked for."""

_HEADING_TEXT, _HEADING_REST = 2, 20
"""A heading is that of the link inside it if it has less than twice the link's letters and 20 more (a kicker)."""


def name_links(outline: Outline, links: list[Link]) -> list[Link]:
    """Set the headline of each link. Returns the links that have one, without those that only say "Read more"."""
    for link in links:
        link.title, link.inner, link.rank = headline(outline, link.node)
    generic = _generic(links)
    named = {
        link.key for link in links if link.title and link.rank is not Rank.LABELLED and link.node not in generic
    }
    keys = {link.node: link.key for link in links}
    needy: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.key not in named and not link.listing:
            needy[link.signature].append(link)
    for members in needy.values():
        _take_headings_beside(outline, members, generic, keys)
    return [
        link
        for link in links
        if link.title
        and (link.node not in generic or link.rank is Rank.HEADING)
        and (link.rank is not Rank.LABELLED or link.key not in named)
    ]


def _generic(links: list[Link]) -> set[int]:
    """The nodes of links whose words say nothing of the article: "Read more", one text for many addresses."""
    leads_to: dict[str, set[str]] = defaultdict(set)
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.title:
            leads_to[same_words(link.title)].add(link.key)
            alike[link.signature].append(link)
    generic: set[int] = set()
    for members in alike.values():
        repeated = [m for m in members if len(leads_to[same_words(m.title)]) > _SHARED_BY]
        if len(repeated) > _GENERIC * len(members):
            generic.update(m.node for m in repeated)
        generic.update(m.node for m in members if MORE.match(m.title) or COMMENTS.match(m.title))
    return generic


def _take_headings_beside(outline: Outline, needy: list[Link], generic: set[int], keys: dict[int, str]) -> None:
    """Name links with the same markup and without words of their own by the headings beside them."""
    if len({link.key for link in needy}) < 2:
        return
    starts = sorted({link.node for link in needy})
    stretches: list[tuple[Link, list[Node]]] = []
    previous = 0
    for link in needy:
        record = outline.nodes[record_of(outline, starts, link.node)]
        near = _headings(outline, range(max(record.index, previous), record.end), keys, link.key)
        if not near:
            near = _headings(outline, range(max(previous, link.node - _REACH), link.node), keys, link.key)
        stretches.append((link, near))
        previous = link.node
    kinds = Counter(kind for _, near in stretches for kind in {_kind(n) for n in near})
    if not kinds:
        return
    usual = max(kinds, key=lambda k: (kinds[k], k.startswith("h"), -ord(k[1:2] or "9")))
    found = [(link, next((n for n in reversed(near) if _kind(n) == usual), None)) for link, near in stretches]
    distinct = {heading.index for _, heading in found if heading}
    if len(distinct) < min(_LEAST_HEADINGS, len({link.key for link in needy})):
        return
    taken: set[int] = set()
    for link, heading in found:
        if heading is not None and heading.index not in taken:
            taken.add(heading.index)
            label = link.title if link.node not in generic else ""
            text = without_labels(outline, heading.index)
            link.title = label if label and same_words(label) in same_words(text) else text
            link.inner, link.rank = heading.index, Rank.HEADING


def _headings(outline: Outline, stretch: range, keys: dict[int, str], own: str) -> list[Node]:
    """The headings in a range of nodes, except those that link to something else."""
    found: list[Node] = []
    for node in outline.nodes[stretch.start : stretch.stop]:
        if not node.tag or not (node.tag in HEADINGS or _is_titled(node)) or node.end - node.index >= _CARD:
            continue
        inside = range(node.index, node.end)
        if any(keys.get(i, own) != own for i in (*inside, *outline.ancestors(node.index))):
            continue
        if width(outline.text(node.index)) >= _HEADLINE:
            found.append(node)
    return found


def _kind(node: Node) -> str:
    return f"{node.tag}.{node.first_class}"


def headline(outline: Outline, index: int) -> tuple[str, int, Rank]:
    """The words of a link's headline, the node that holds them, and their rank."""
    node = outline.nodes[index]
    for inner, rank in ((_heading_in(outline, index), Rank.HEADING), (_titled_in(outline, index), Rank.TITLED)):
        if inner is not None:
            return without_labels(outline, inner), inner, rank
        if rank is Rank.HEADING and _stands_in_heading(outline, index):
            return without_labels(outline, index), index, rank
    rank = Rank.TITLED if _is_titled(node) or _is_titled(outline.nodes[node.parent]) else Rank.PLAIN
    card = _first_block(outline, index)
    if card is not None:
        return without_labels(outline, card), card, rank
    text = without_labels(outline, index)
    if text:
        return text, index, rank
    return _label(outline, index), index, Rank.LABELLED


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
        if node.names and _is_titled(node) and outline.text(node.index):
            return node.index
    return None


def _is_titled(node: Node) -> bool:
    return bool(TITLE.search(node.names)) and not NOT_TITLE.search(node.names)


def _stands_in_heading(outline: Outline, index: int) -> bool:
    for parent in outline.ancestors(index, _HEADING_HEIGHT):
        node = outline.nodes[parent]
        if node.tag in HEADINGS or node.attributes.get("role") == "heading":
            return len(outline.text(parent)) < _HEADING_TEXT * len(outline.text(index)) + _HEADING_REST
    return False


def _first_block(outline: Outline, index: int) -> int | None:
    """The first text that is long enough for a headline, in a link that is a whole card of several texts."""
    nodes = outline.nodes
    leaves = [
        n
        for n in nodes[index + 1 : min(nodes[index].end, index + _CARD)]
        if n.tag in _LEAF_TAGS and not LABEL.search(n.names) and _is_leaf(outline, n) and outline.text(n.index)
    ]
    wide = [n for n in leaves if width(outline.text(n.index)) >= _WIDE]
    blocks = sum(n.tag in BLOCKS for n in leaves)
    return wide[0].index if len(wide) > 1 or (wide and blocks > 1) else None


def _is_leaf(outline: Outline, node: Node) -> bool:
    inside = outline.nodes[node.index + 1 : node.end]
    return not any(n.tag in BLOCKS or n.tag == "span" for n in inside)
