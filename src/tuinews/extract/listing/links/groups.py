"""Groups of links with the same markup, and how likely each group is to be the headlines of the page.

A list repeats a record. Its headlines have the same elements and classes around them, on any site; so have the
links of a menu. The difference is in the headline (heading, length), its record (a date, a summary, a picture),
the address, and the place on the page.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import fmean, median

from tuinews.extract.listing.links.apart import TOPIC, apart
from tuinews.extract.listing.links.links import Link, Rank, article_likeness, same_words, width
from tuinews.extract.listing.links.page_zones import MENU, POPULAR, SIDEBAR
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import record_of

_STRONGEST_AND_WEAKEST = (Rank.HEADING, Rank.LABELLED)
_SENTENCE = 40
"""Letters of plain text before a link in its line from which the link is inside a sentence."""

_PROSE = 60
"""Letters of plain text in the line of a link from which that line is prose."""

_LEAST_SUMMARY, _MOST_SUMMARY = 50, 3000
"""Letters of plain text in a record that make a summary; less is a date or a byline, more is a whole article."""

_LONGEST_DATE_LINE = 90
"""Letters of a text that may be the date of a record; a longer one is prose that mentions a date."""

_MOSTLY, _NEARLY_ALL = 0.5, 0.8
"""Shares of a group: the greater part, and all but a few exceptions."""

_LEAST_RECORDS = 3
"""Addresses from which a group repeats itself as lists do."""

_REPEATS = 0.3
"""Points of a group that repeats itself."""

_WEIGHTS = {
    "likeness": 0.8,
    "heading": 1.6,
    "titled": 0.9,
    "pictured": 0.4,
    "dated": 0.6,
    "described": 0.4,
    "listing": -2.5,
    "penalty": -1.5,
    "recurrence": -2.0,
    "labelled": -1.0,
    "embedded": -2.5,
    "offsite": -1.2,
}
"""Points for each property of a group (see `LinkGroup`), for each unit of its value.

Set by hand, so that it takes two good signs (a heading and a good length) to pass the threshold of 2.2, and one
sign of another kind of link (an address of a list, a place inside sentences) to fall below it again.
"""

_WIDTHS = ((10, -2.0), (16, -1.0), (24, 0.0), (36, 1.0), (150, 1.7), (220, 0.8))
"""Points by the median width of the words, below each limit; none above. Menu items have under 16 letters,
headlines 36 to 150; longer texts are whole cards or sentences."""

_STANDS_OUT = 3.5
"""Score from which a group outside the sidebars is certainly a list, so that the names of zones can be trusted."""

_DISCOUNTED_PENALTY = 0.5
"""Highest penalty of a zone for headings with dates and summaries or pictures, where no group is certain."""

_SIDE_COUNTS = 0.3
"""What the mass of a group in a sidebar counts; a long one then stays behind a short main list."""

_MOST_COUNTED, _MOST_WIDTH = 25, 60
"""Addresses and letters of a title that count for the mass; an archive of hundreds is no better list."""

_NUMBERS = re.compile(r"\d[\d.,:]*")

_DATE_LIKE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d|\bago\b|trước|前|назад|fa$|\bvor \d|il y a"
)


@dataclass(slots=True)
class LinkGroup:
    """Links with the same markup, and what their records have in common.

    Shares of the group, 0 to 1: `heading` (in a heading element), `titled` (in an element with a class of titles),
    `labelled` (known by a label alone), `listing` (to a list, a service or a "#topic"), `offsite`, `pictured`,
    `dated`, `described` (with a summary), `embedded` (inside a sentence), `in_prose` (in a line of prose),
    `recurrence` (links to an address that the group already has), `alike` (with the commonest words, but for
    numbers). `penalty` is the mean of the zones, `typical_width` the median width of each article's words,
    `likeness` the mean of `article_likeness`, -4 to 3.
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
    score: float = 0.0


class Sums:
    """Prefix sums over an outline, so that any range of it is one subtraction.

    `plain_width`, `dates` and `pictures` are the sums before each node: of text outside links, of texts that look
    like a date, of pictures. `before` is the width of plain text before a node in its line, `line` that of the
    whole line.
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
            dated = node.tag == "time" or bool(text and len(text) < _LONGEST_DATE_LINE and _DATE_LIKE.search(text))
            self.plain_width.append(self.plain_width[-1] + loose)
            self.dates.append(self.dates[-1] + dated)
            self.pictures.append(self.pictures[-1] + (node.tag in ("img", "picture")))
        self._end_line(begun)

    def _end_line(self, begun: int) -> None:
        self.line.extend([self.plain_width[-1] - begun] * (len(self.before) - len(self.line)))


def groups_of(outline: Outline, links: list[Link], named: list[Link], penalties: list[float]) -> list[LinkGroup]:
    """The links with words (`named`, out of all `links` of the page), grouped by their markup."""
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in named:
        set_apart = link.rank.name if link.rank in _STRONGEST_AND_WEAKEST else ""
        beside = penalties[link.node] >= POPULAR
        alike[f"{link.signature} {set_apart} {link.inner != link.node} {beside}"].append(link)
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
    dated = described = 0
    for start in firsts:
        record = record_of(outline, bounds, start)
        end = outline.nodes[record].end
        dated += sums.dates[end] > sums.dates[record]
        described += _LEAST_SUMMARY <= sums.plain_width[end] - sums.plain_width[record] <= _MOST_SUMMARY
    return LinkGroup(
        links=links,
        keys=frozenset(keys),
        heading=float(links[0].rank is Rank.HEADING),
        titled=fmean(link.rank is Rank.TITLED for link in links),
        labelled=float(links[0].rank is Rank.LABELLED),
        typical_width=median(widths.values()),
        likeness=fmean(article_likeness(link) for link in keys.values()),
        listing=fmean(link.listing or bool(TOPIC.match(link.title)) for link in keys.values()),
        offsite=fmean(link.offsite for link in keys.values()),
        penalty=fmean(penalties[link.node] for link in links),
        recurrence=1 - len(keys) / len(links),
        pictured=fmean(key in pictured for key in keys),
        dated=dated / len(firsts),
        described=described / len(firsts),
        embedded=fmean(sums.before[link.node] >= _SENTENCE for link in links),
        in_prose=fmean(sums.line[link.node] >= _PROSE for link in links),
        alike=_share_alike(links),
    )


def _share_alike(links: list[Link]) -> float:
    words = Counter(_NUMBERS.sub("0", same_words(link.title)) for link in links)
    return max(words.values()) / len(links)


def score_all(groups: list[LinkGroup]) -> None:
    """Set the score of each group: how much it looks like headlines; from about 2 it is a list of articles.

    Where no group outside the sidebars is certain, the names of zones count less: some themes call the box of the
    main list "pagination-container" or "sidebar-left".
    """
    for group in groups:
        group.score = _score(group, group.penalty)
    if not any(g.score > _STANDS_OUT and g.penalty < SIDEBAR for g in groups):
        for group in groups:
            group.score = _score(group, _discounted_penalty(group))


def _score(group: LinkGroup, penalty: float) -> float:
    # Two links to each article are a picture and a headline; more are buttons.
    recurrence = group.recurrence if group.recurrence > _MOSTLY else 0.0
    known = {"penalty": penalty, "recurrence": recurrence}
    value = 0.0
    for name, weight in _WEIGHTS.items():
        value += weight * float(known.get(name, getattr(group, name)))
    value += _worth_of_width(group.typical_width)
    return value + (_REPEATS if len(group.keys) >= _LEAST_RECORDS else 0.0)


def _discounted_penalty(group: LinkGroup) -> float:
    """The penalty of a zone; low where headings with dates and summaries say more than its name."""
    has_records = group.dated > _MOSTLY and (group.described > _MOSTLY or group.pictured > _MOSTLY)
    if group.heading and has_records and group.penalty < MENU:
        return min(group.penalty, _DISCOUNTED_PENALTY)
    return group.penalty


def _worth_of_width(typical: float) -> float:
    for limit, worth in _WIDTHS:
        if typical < limit:
            return worth
    return 0.0


def mass(group: LinkGroup) -> float:
    """How much of the page a group makes up; one in a sidebar counts less."""
    size = max(group.score, 0.0) * min(len(group.keys), _MOST_COUNTED) * min(group.typical_width, _MOST_WIDTH)
    return size * (_SIDE_COUNTS if group.penalty >= SIDEBAR else 1.0)


def is_set_out(group: LinkGroup) -> bool:
    """Whether a group is more than bare links: it has headings, title classes, dates or summaries."""
    return bool(group.heading) or group.titled > _NEARLY_ALL or group.dated > _MOSTLY or group.described > _MOSTLY
