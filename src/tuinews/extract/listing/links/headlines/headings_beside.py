"""The headlines of links without words of their own: an empty link over a card, a "Full story" below a post.

Links with the same markup are named together: each by the heading that stands in the same place of its record. On
a page without headings it is the first text of each record, where these differ.
"""

import re
from bisect import bisect_right
from collections import Counter
from statistics import median
from typing import NamedTuple

from tuinews.extract.listing.links.headlines.headline_text import without_labels
from tuinews.extract.listing.links.link_words import COMMENTS, MORE
from tuinews.extract.listing.links.links import Link, Rank, same_words, width
from tuinews.extract.listing.outline import BLOCKS, HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import LABEL, NOT_TITLE, TITLE
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.records import record_of
from tuinews.quick_dataclass import dataclass

NUMBER = re.compile(r"^[^\W\d]{0,8}\W?\d{4}\S*$")
"""A number of an article ("arXiv:2603.10017"), which is its name only where no headline stands beside it."""

LEAF_TAGS = frozenset(("p", "div", "span", "strong", "b", "em", "font", "dt", "td", "li"))
"""Elements that may hold the text of a headline and nothing else."""

_REACH = 400
"""Nodes before a "Read more" among which its heading is looked for: a record with a long summary."""

_CARD = 300
"""Nodes of a heading; more are a part of the page."""

_HEADING_HEIGHT = 3
"""Elements around a link among which its heading is looked for."""

_HEADLINE = 8
"""Letters from which a heading beside a link can be its headline; shorter ones are labels ("Video")."""

_LEAST_HEADINGS = 3
"""Headings of the same kind that a group of links needs to be named by them, or one for each address if fewer."""

_LEAST_FIRST, _MOST_FIRST = 20, 150
"""Letters of the first texts of records, in the median, that may be headlines: labels are shorter, summaries
longer."""


_FIRST_TEXTS = 3
"""Texts of a row of which one is its headline: behind a number and a day."""


class _Near(NamedTuple):
    """A link and the headings near it."""

    link: Link
    headings: list[Node]


class _Named(NamedTuple):
    """A link and what it is named by, None where nothing is found."""

    link: Link
    heading: Node | None


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The nodes around a link: those of its record that no link before it has, those shortly before it, and those
    behind it up to the next.
    """

    link: Link
    record: range
    before: range
    behind: range


def take_headings_beside(
    outline: Outline, needy: list[Link], generic: set[int], keys: dict[int, str], stamped: set[int]
) -> None:
    """Name links with the same markup and without words of their own by the headings beside them.

    `generic` are the nodes of links whose words say nothing, `keys` the addresses of all links by their nodes;
    those in `stamped` say when, and are named by what stands in their own records alone.
    """
    needy = _leading_on(needy)
    if len({link.key for link in needy}) < 2:
        return
    is_within = any(link.node in stamped for link in needy)
    found = _by_headings(outline, needy, keys, is_within=is_within)
    found = found or _by_first_texts(outline, needy, generic, keys)
    taken: set[int] = set()
    for link, heading in found:
        if heading is not None and heading.index not in taken:
            taken.add(heading.index)
            label = link.title if link.node not in generic else ""
            text = without_labels(outline, heading.index)
            link.title = label if label and same_words(label) in same_words(text) else text
            link.inner, link.rank = heading.index, Rank.HEADING


def _leading_on(needy: list[Link]) -> list[Link]:
    """Those links that say "Full story", "12 comments" or a number, where some do: the others are in the text."""
    for is_leading in (NUMBER.match, lambda title: MORE.match(title) or COMMENTS.match(title)):
        leading = [link for link in needy if is_leading(link.title)]
        if len({link.key for link in leading}) >= _LEAST_HEADINGS:
            return leading
    return needy


def _by_headings(outline: Outline, needy: list[Link], keys: dict[int, str], *, is_within: bool) -> list[_Named]:
    """Each link with the heading of the usual kind beside it; [] where too few have one.

    `is_within`: in its record, and none that is a day itself.
    """
    records = _surroundings(outline, needy)
    inside = [_Near(one.link, _headings(outline, one.record, keys, one.link.key)) for one in records]
    if is_within:
        inside = [
            _Near(link, [node for node in headings if not is_date(outline.text(node.index))])
            for link, headings in inside
        ]
        return _usual_of(inside, needy)
    further = [
        near if near.headings else _Near(one.link, _headings(outline, one.before, keys, one.link.key))
        for near, one in zip(inside, records, strict=True)
    ]
    stretches = further
    if not any(near.headings for near in inside):
        behind = [_Near(one.link, _headings(outline, one.behind, keys, one.link.key)[:1]) for one in records]
        stretches = max(further, behind, key=_most_of_a_kind)
    return _usual_of(stretches, needy)


def _usual_of(stretches: list[_Near], needy: list[Link]) -> list[_Named]:
    """Each link with its heading of the kind that most have; [] where too few have one."""
    kinds = _kinds(stretches)
    if not kinds:
        return []
    usual = max(kinds, key=lambda k: (kinds[k], k.startswith("h"), -ord(k[1:2] or "9")))
    found = [
        _Named(link, next((node for node in reversed(headings) if _kind(node) == usual), None))
        for link, headings in stretches
    ]
    distinct = {heading.index for _, heading in found if heading}
    return found if len(distinct) >= min(_LEAST_HEADINGS, len({link.key for link in needy})) else []


def _kinds(stretches: list[_Near]) -> Counter[str]:
    return Counter(kind for near in stretches for kind in {_kind(node) for node in near.headings})


def _most_of_a_kind(stretches: list[_Near]) -> int:
    return max(_kinds(stretches).values(), default=0)


def _by_first_texts(outline: Outline, needy: list[Link], generic: set[int], keys: dict[int, str]) -> list[_Named]:
    """Each wordless link with the first text of its record, where these are alike in kind and differ in words.

    In the row of a table it may be one of the next, behind a number. What stands behind the headline of another
    address is the summary of that one, and the link a second one of its record: a transcript, a permanent link.
    """
    wordless = [link for link in needy if not link.title or link.node in generic]
    said = [
        (one.link, _first_texts(outline, one.record, keys, one.link.key))
        for one in _surroundings(outline, wordless)
        if not _follows_headline(outline, one, keys)
    ]
    if 2 * len(said) < len(wordless):
        return []
    for place in range(_FIRST_TEXTS):
        found = [(link, texts[place]) for link, texts in said if len(texts) > place]
        kinds = Counter(_kind(node) for _, node in found)
        usual = max(kinds, key=lambda k: kinds[k], default="")
        found = [(link, node) for link, node in found if _kind(node) == usual]
        if place and not usual.startswith("td"):
            break
        texts = [outline.text(node.index) for _, node in found]
        if len(set(texts)) < max(_LEAST_HEADINGS, len(wordless) / 2):
            break
        if _LEAST_FIRST <= median(map(width, texts)) <= _MOST_FIRST:
            return [_Named(link, node) for link, node in found]
    return []


def _surroundings(outline: Outline, links: list[Link]) -> list[_Surroundings]:
    """The surroundings of each of these links."""
    starts = sorted({link.node for link in links})
    firsts = {link.key: link.node for link in reversed(links)}
    found: list[_Surroundings] = []
    previous = 0
    for link in links:
        record = outline.nodes[record_of(outline, starts, link.node)]
        inside = range(max(record.index, previous), record.end)
        place = bisect_right(starts, link.node)
        following = min(starts[place] if place < len(starts) else len(outline), link.node + _REACH)
        rest = range(link.node, following) if firsts[link.key] == link.node else range(0)
        found.append(_Surroundings(link, inside, range(max(previous, link.node - _REACH), link.node), rest))
        previous = link.node
    return found


def _follows_headline(outline: Outline, around: _Surroundings, keys: dict[int, str]) -> bool:
    """Whether the first words in the record of a link are those of a link to another address, and a headline's."""
    own = around.link.key
    for node in outline.nodes[around.record.start : around.link.node]:
        is_link = node.tag == "a"
        if not is_link and (node.tag not in LEAF_TAGS or _holds_link(outline, node)):
            continue
        letters = width(outline.text(node.index))
        if letters >= _LEAST_FIRST or (is_link and letters >= _HEADLINE):
            is_headline = letters >= _LEAST_FIRST or _is_in_heading(outline, node)
            return is_link and is_headline and keys.get(node.index, own) != own
    return False


def _is_in_heading(outline: Outline, node: Node) -> bool:
    return any(outline.nodes[parent].tag in HEADINGS for parent in outline.ancestors(node.index, _HEADING_HEIGHT))


def _holds_link(outline: Outline, node: Node) -> bool:
    return any(one.tag == "a" for one in outline.nodes[node.index : node.end])


def _first_texts(outline: Outline, stretch: range, keys: dict[int, str], own: str) -> list[Node]:
    found: list[Node] = []
    for node in outline.nodes[stretch.start : stretch.stop]:
        if node.tag not in LEAF_TAGS or LABEL.search(node.names) or not is_leaf(outline, node):
            continue
        if width(outline.text(node.index)) >= _HEADLINE and _leads_nowhere_else(outline, node, keys, own):
            found.append(node)
            if len(found) == _FIRST_TEXTS:
                break
    return found


def _headings(outline: Outline, stretch: range, keys: dict[int, str], own: str) -> list[Node]:
    """The headings in a range of nodes, except those that link to something else."""
    found: list[Node] = []
    for node in outline.nodes[stretch.start : stretch.stop]:
        if not node.tag or not (node.tag in HEADINGS or is_titled(node)) or node.end - node.index >= _CARD:
            continue
        if _leads_nowhere_else(outline, node, keys, own) and width(outline.text(node.index)) >= _HEADLINE:
            found.append(node)
    return found


def _leads_nowhere_else(outline: Outline, node: Node, keys: dict[int, str], own: str) -> bool:
    around = (*range(node.index, node.end), *outline.ancestors(node.index))
    return all(keys.get(i, own) == own for i in around)


def _kind(node: Node) -> str:
    return f"{node.tag}.{node.first_class}"


def is_titled(node: Node) -> bool:
    """Whether an element has a class of headlines."""
    return bool(node.names) and bool(TITLE.search(node.names)) and not NOT_TITLE.search(node.names)


def is_leaf(outline: Outline, node: Node) -> bool:
    """Whether an element holds no blocks and no further parts."""
    inside = outline.nodes[node.index + 1 : node.end]
    return not any(n.tag in BLOCKS or n.tag == "span" for n in inside)
