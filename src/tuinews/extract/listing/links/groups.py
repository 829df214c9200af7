"""Groups of links with the same markup, and what their records have in common.

A list repeats a record. Its headlines have the same elements and classes around them, on any site; so have the
links of a menu. The difference is in the headline (heading, length), its record (a date, a summary, a picture),
the address, and the place on the page.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import fsum
from statistics import median

from tuinews.extract.listing.links.apart import TOPIC, apart
from tuinews.extract.listing.links.links import Link, Rank, article_likeness, width, without_numbers
from tuinews.extract.listing.links.page_zones import POPULAR
from tuinews.extract.listing.links.sums import Sums
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.records import record_of
from tuinews.quick_dataclass import dataclass

_STRONGEST_AND_WEAKEST = (Rank.HEADING, Rank.LABELLED)
_SENTENCE = 40
"""Letters of plain text before a link in its line from which the link is inside a sentence."""

_PROSE = 60
"""Letters of plain text in the line of a link from which that line is prose."""

_LEAST_SUMMARY, _MOST_SUMMARY = 50, 3000
"""Letters of plain text in a record that make a summary; less is a date or a byline, more is a whole article."""


_LONGEST_DATE = 40
"""Letters of the words of a link that may be a date alone."""


@dataclass(slots=True)
class LinkGroup:
    """Links with the same markup, and what their records have in common.

    Shares of the group, 0 to 1: `heading` (in a heading element), `titled` (in an element with a class of titles),
    `labelled` (known by a label alone), `listing` (to a list, a service or a "#topic"), `offsite`, `pictured`,
    `dated`, `described` (with a summary), `embedded` (inside a sentence), `in_prose` (in a line of prose),
    `recurrence` (links to an address that the group already has), `alike` (with the commonest words, but for
    numbers), `dates` (a day or an age and nothing else, beside other links). `penalty` is the mean of the zones,
    `typical_width` the median width of each article's words, `similarity` the mean of `article_likeness`, -4 to 3.
    """

    links: list[Link]
    keys: frozenset[str]
    heading: float
    titled: float
    labelled: float
    typical_width: float
    likeness: float
    listing: float
    offsite: float
    penalty: float
    recurrence: float
    pictured: float
    dated: float
    described: float
    embedded: float
    in_prose: float
    alike: float = 0.0
    dates: float = 0.0
    score: float = 0.0


def _mean(values: Iterable[float]) -> float:
    """What `fmean` says, which counts what it does not know the length of one by one."""
    known = list(values)
    return fsum(known) / len(known)


def groups_of(outline: Outline, links: list[Link], named: list[Link], penalties: list[float]) -> list[LinkGroup]:
    """The links with words (`named`, out of all `links` of the page), grouped by their markup."""
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in named:
        set_apart = link.rank.name if link.rank in _STRONGEST_AND_WEAKEST else ""
        beside = penalties[link.node] >= POPULAR
        place = f"{link.signature} {set_apart} {link.inner != link.node} {beside} {_is_age(link.title)}"
        alike[place].append(link)
    sums = Sums(outline)
    pictured = {
        link.key for link in links if sums.pictures[outline.nodes[link.node].end] > sums.pictures[link.node]
    }
    others = sorted({link.key: link.node for link in named if not link.listing}.values())
    groups = (part for members in alike.values() for part in apart(outline, members))
    return [_group(outline, members, penalties, pictured, sums, others) for members in groups]


def _group(
    outline: Outline,
    links: list[Link],
    penalties: list[float],
    pictured: set[str],
    sums: Sums,
    others: list[int],
) -> LinkGroup:
    keys = {link.key: link for link in links}
    widths: dict[str, int] = defaultdict(int)
    for link in links:
        widths[link.key] = max(widths[link.key], width(link.title))
    firsts = sorted({link.key: link.node for link in reversed(links)}.values())
    # The links of a list bound each other's records; a single one is bounded by the other links of the page.
    bounds = firsts if len(firsts) > 1 else sorted({*others, *firsts})
    records = [outline.nodes[record_of(outline, bounds, start)] for start in firsts]
    return LinkGroup(
        links=links,
        keys=frozenset(keys),
        heading=float(links[0].rank is Rank.HEADING),
        titled=_mean(link.rank is Rank.TITLED for link in links),
        labelled=float(links[0].rank is Rank.LABELLED),
        typical_width=median(widths.values()),
        likeness=_mean(article_likeness(link) for link in keys.values()),
        listing=_mean(link.listing or bool(TOPIC.match(link.title)) for link in keys.values()),
        offsite=_mean(link.offsite for link in keys.values()),
        penalty=_mean(penalties[link.node] for link in links),
        recurrence=1 - len(keys) / len(links),
        pictured=_mean(key in pictured for key in keys),
        dated=_mean(sums.dates[record.end] > sums.dates[record.index] for record in records),
        described=_mean(_is_described(sums, record) for record in records),
        embedded=_mean(sums.before[link.node] >= _SENTENCE for link in links),
        in_prose=_mean(sums.line[link.node] >= _PROSE for link in links),
        alike=_share_alike(links),
        dates=_share_beside(firsts, others) if _is_age(links[0].title) else 0.0,
    )


def _is_described(sums: Sums, record: Node) -> bool:
    """Whether a record has as much plain text as a summary."""
    return _LEAST_SUMMARY <= sums.plain_width[record.end] - sums.plain_width[record.index] <= _MOST_SUMMARY


def _share_beside(firsts: list[int], others: list[int]) -> float:
    """The share of links (nodes in order, as those of all `others`) that have another one before the next."""
    between = [bisect_left(others, end) - bisect_left(others, start) > 1 for start, end in pairwise(firsts)]
    return sum(between) / len(between) if between else 0.0


def _is_age(title: str) -> bool:
    """Whether the words of a link are a day or an age and nothing else: most lead to what stands beside them."""
    return len(title) <= _LONGEST_DATE and is_date(title)


def _share_alike(links: list[Link]) -> float:
    words = Counter(without_numbers(link.title) for link in links)
    return max(words.values()) / len(links)
