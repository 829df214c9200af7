"""How likely each group of links is to be the headlines of the page, in points."""

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.page_zones import MENU, SIDEBAR

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
    "dates": -2.5,
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
