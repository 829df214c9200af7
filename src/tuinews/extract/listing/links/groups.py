"""Links that are set alike, and how likely each group is to be the headlines of the page's articles.

A list repeats a record. Its headlines share the path of elements and classes above them, whatever site it is;
so do a menu's links. What tells them apart are the headline (size, length), the record round it (a date, a
summary, a picture), the address, and the place on the page.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean, median

from tuinews.extract.listing.links.links import Link, Rank, article_likeness, width
from tuinews.extract.listing.links.page_zones import MENU, SIDEBAR
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import record_of

_STRONGEST_AND_WEAKEST = (Rank.HEADING, Rank.LABELLED)
_SENTENCE = 40
_PROSE = 60
_TOLD = 0.5
_STANDS_OUT = 3.5
_SIDE_COUNTS = 0.3
_DATE_LIKE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d|\bago\b|trước|前|назад|fa$|\bvor \d|il y a"
)


@dataclass(slots=True)
class LinkGroup:
    """Links set alike with what their records have in common, each a share of the group, 0 to 1."""

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
    score: float = 0.0


class Sums:
    """Running sums over an outline, so that any stretch of it is asked in no time.

    `plain_width`, `dates` and `pictures` are the sums before each node: of text that is no link, of what looks
    like a date, of pictures. `before` is the width of plain text before a node in its line, `line` that
    of the whole line.
    """

    def __init__(self, outline: Outline) -> None:
        inside_link = begun = 0
        self.plain_width, self.dates, self.pictures = [0], [0], [0]
        self.before: list[int] = []
        self.line: list[int] = []
        for node in outline.nodes:
            if node.index in outline.breaks:
                self._end_line(begun)
                begun = self.plain_width[-1]
            self.before.append(self.plain_width[-1] - begun)
            if node.tag == "a":
                inside_link = max(inside_link, node.end)
            text = node.text.strip()
            loose = width(text) if text and node.index >= inside_link else 0
            dated = node.tag == "time" or bool(text and len(text) < 90 and _DATE_LIKE.search(text))
            self.plain_width.append(self.plain_width[-1] + loose)
            self.dates.append(self.dates[-1] + dated)
            self.pictures.append(self.pictures[-1] + (node.tag in ("img", "picture")))
        self._end_line(begun)

    def _end_line(self, begun: int) -> None:
        self.line.extend([self.plain_width[-1] - begun] * (len(self.before) - len(self.line)))


def groups_of(outline: Outline, links: list[Link], named: list[Link], penalties: list[float]) -> list[LinkGroup]:
    """The links that have words (`named`, of all the page's `links`), grouped by how they are set."""
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in named:
        set_apart = link.rank.name if link.rank in _STRONGEST_AND_WEAKEST else ""
        alike[f"{link.signature} {set_apart} {link.inner != link.node}"].append(link)
    sums = Sums(outline)
    pictured = {
        link.key for link in links if sums.pictures[outline.nodes[link.node].end] > sums.pictures[link.node]
    }
    others = sorted({link.key: link.node for link in named if not link.listing}.values())
    return [_group(outline, members, penalties, pictured, sums, others) for members in alike.values()]


def _group(
    outline: Outline,
    links: list[Link],
    penalties: list[float],
    pictured: set[str],
    sums: Sums,
    others: list[int],
) -> LinkGroup:
    keys = {link.key: link for link in links}
    firsts = sorted({link.key: link.node for link in reversed(links)}.values())
    # A list bounds its records itself; one alone is bounded by whatever else the page links to.
    bounds = firsts if len(firsts) > 1 else sorted({*others, *firsts})
    dated = described = 0
    for start in firsts:
        record = record_of(outline, bounds, start)
        end = outline.nodes[record].end
        dated += sums.dates[end] > sums.dates[record]
        described += 50 <= sums.plain_width[end] - sums.plain_width[record] <= 3000
    return LinkGroup(
        links=links,
        keys=frozenset(keys),
        heading=float(links[0].rank is Rank.HEADING),
        titled=fmean(link.rank is Rank.TITLED for link in links),
        labelled=float(links[0].rank is Rank.LABELLED),
        typical_width=median(width(link.title) for link in links),
        likeness=fmean(article_likeness(link) for link in keys.values()),
        listing=fmean(link.listing for link in keys.values()),
        offsite=fmean(link.offsite for link in keys.values()),
        penalty=fmean(penalties[link.node] for link in links),
        recurrence=1 - len(keys) / len(links),
        pictured=fmean(key in pictured for key in keys),
        dated=dated / len(firsts),
        described=described / len(firsts),
        embedded=fmean(sums.before[link.node] >= _SENTENCE for link in links),
        in_prose=fmean(sums.line[link.node] >= _PROSE for link in links),
    )


def score_all(groups: list[LinkGroup]) -> None:
    """Give each group its score: how much it looks like headlines; about 2 and more is a list of articles.

    Where nothing stands out in a place of its own, the names of zones are believed less: themes call the box of
    the main list "pagination-container" or "sidebar-left".
    """
    for group in groups:
        group.score = _score(group, group.penalty)
    if not any(g.score > _STANDS_OUT and g.penalty < SIDEBAR for g in groups):
        for group in groups:
            group.score = _score(group, _felt(group))


def _score(group: LinkGroup, penalty: float) -> float:
    value = (
        0.8 * group.likeness
        + 1.6 * group.heading
        + 0.9 * group.titled
        + 0.4 * group.pictured
        + 0.6 * group.dated
        + 0.4 * group.described
        - 2.5 * group.listing
        - 1.5 * penalty
        - 2.0 * group.recurrence * (group.recurrence > 0.5)
        - 1.0 * group.labelled
        - 2.5 * group.embedded
        - 1.2 * group.offsite
    )
    value += _worth_of_width(group.typical_width)
    return value + (0.3 if len(group.keys) >= 3 else 0.0)


def _felt(group: LinkGroup) -> float:
    """What a zone's penalty counts: little where headings with dates and summaries say more than its name."""
    told = group.heading and group.dated > 0.5 and (group.described > 0.5 or group.pictured > 0.5)
    return min(group.penalty, _TOLD) if told and group.penalty < MENU else group.penalty


def _worth_of_width(typical: float) -> float:
    for limit, worth in ((10, -2.0), (16, -1.0), (24, 0.0), (36, 1.0), (150, 1.7), (220, 0.8)):
        if typical < limit:
            return worth
    return 0.0


def mass(group: LinkGroup) -> float:
    """How much of the page a group is, what stands at the side counting less."""
    size = max(group.score, 0.0) * min(len(group.keys), 25) * min(group.typical_width, 60)
    return size * (_SIDE_COUNTS if group.penalty >= SIDEBAR else 1.0)


def is_set_out(group: LinkGroup) -> bool:
    """Whether a group is more than bare links: headlines, or with dates or summaries."""
    return bool(group.heading) or group.titled > 0.8 or group.dated > 0.5 or group.described > 0.5
