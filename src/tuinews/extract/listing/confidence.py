"""How likely it is that a page is a list of articles and that the right entries were found."""

from collections.abc import Sequence
from statistics import median

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.links import Link, article_likeness, width
from tuinews.extract.listing.links.page_zones import ASIDE, FURNISHED
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import Record
from tuinews.model.entry import Entry
from tuinews.model.when import Precision

CONFIDENT = 0.5
"""Confidence from which a page is treated as a list; below it the library asks the user."""

_BASE, _PER_SCORE, BY_DATES = 0.2, 0.15, 0.3
"""Parts of the confidence: any group at all, each point of its score, and a date in every record.

So a single record of a group at the usual threshold (2.2, see `selection`) just passes `CONFIDENT`, and a weaker
group needs dates or more records.
"""

_LEAST_OF_DIARY = 5
"""Entries, and days among them, that go back one after another by no chance."""

_EXACT = (Precision.DAY, Precision.MINUTE)

_FIRST_RECORDS, _PER_FIRST_RECORD, _MORE_RECORDS, _PER_RECORD = 5, 0.03, 30, 0.005
"""What records add: the first few make a list of links, more than a screen of them say nothing new."""

_SENTENCE = 60
"""Letters from which a text outside the records counts as a sentence: longer than a menu item or a button."""

_USUAL_TEXTS = 4
"""Times the median text of a record above which more text of one record is not counted, so that one whole article
among teasers does not pass for text of the list."""

_ARTICLE = 0.45
"""Factor for the list on an article's page: even a perfect one (1.0) then stays under `CONFIDENT`."""

_FURNITURE = 0.3
"""Highest confidence in a list inside a menu, footer or sidebar, well under `CONFIDENT`: it is not the page's
own."""

_MOST_TO_LISTS = 0.5
"""Share of links to tags, categories and services above which a group is navigation."""

_MOSTLY = 0.5
"""Share of a group above which a property holds for most of it."""

_HEADLINE = 30
"""Letters from which an h1 is a headline and not the name of a section."""

_ARTICLE_ADDRESS = 1.5
"""Likeness of an address (see `article_likeness`) from which a page may be an article: a date or an article
number."""


def confidence(
    group: LinkGroup | None,
    records: list[Record],
    outline: Outline,
    penalties: list[float],
    *,
    is_diary: bool = False,
) -> float:
    """The confidence in `records`, 0 to 1; `group` is the best of the groups that they come from, `is_diary` says
    whether their days go back one after another (see `goes_back`): so does nothing but a list, however short its
    titles are.

    The score of the group counts most. Dates make up for short titles (poems, notes). A page with most of its
    sentences outside the records is an article with links rather than a list.
    """
    if group is None or not records:
        return 0.0
    count = len(records)
    many = _PER_FIRST_RECORD * min(count, _FIRST_RECORDS) + _PER_RECORD * min(count, _MORE_RECORDS)
    certainty = _BASE + _PER_SCORE * group.score + many + BY_DATES * group.dated
    certainty = max(certainty, CONFIDENT) if is_diary else certainty
    has_dated_headings = group.heading and group.dated > _MOSTLY
    if group.listing > _MOST_TO_LISTS or (group.penalty >= ASIDE and not has_dated_headings):
        certainty = min(certainty, _FURNITURE)
    listed, prose = _text_inside_and_outside(records, outline, penalties)
    return max(0.0, min(1.0, certainty) * min(1.0, (listed + _SENTENCE) / (prose + 1)))


def goes_back(entries: Sequence[Entry]) -> bool:
    """Whether each entry has its day, and none is younger than the one above it, as in a diary."""
    dates = [entry.published for entry in entries]
    days = [date.timestamp for date in dates if date is not None and date.precision in _EXACT]
    if len(days) < max(_LEAST_OF_DIARY, len(entries)) or len(set(days)) < _LEAST_OF_DIARY:
        return False
    return days == sorted(days, reverse=True)


def is_article(tree: LexborHTMLParser, page: Link | None, records: list[Record], outline: Outline) -> bool:
    """Whether the page itself is an article: it has a date and a headline, or an address like those of its
    links."""
    if tree.css_first("meta[property='article:published_time']") is not None and _has_headline(outline, records):
        return True
    if page is None or article_likeness(page) < _ARTICLE_ADDRESS:
        return False
    return 2 * sum(record.link.shape == page.shape for record in records) > len(records)


def _has_headline(outline: Outline, records: list[Record]) -> bool:
    inside = {i for record in records for i in range(record.start, record.end)}
    heads = (n for n in outline.nodes if n.tag == "h1" and n.index not in inside)
    return any(width(outline.text(n.index)) >= _HEADLINE for n in heads)


def lowered_for_article(certainty: float) -> float:
    """The confidence in the list of a page that itself is an article: it is the list of related articles."""
    return certainty * _ARTICLE


def _text_inside_and_outside(
    records: list[Record], outline: Outline, penalties: list[float]
) -> tuple[float, float]:
    """Letters in the records, an unusually long record cut off, and letters of the sentences outside them."""
    record_at: dict[int, int] = {i: n for n, r in enumerate(records) for i in range(r.start, r.end)}
    inside = [0] * len(records)
    prose = 0
    for node in outline.nodes:
        if not node.text:
            continue
        wide = width(node.text.strip())
        place = record_at.get(node.index)
        if place is not None:
            inside[place] += wide
        elif wide >= _SENTENCE and penalties[node.index] < FURNISHED:
            prose += wide
    usual = _USUAL_TEXTS * median(inside) + 2 * _SENTENCE
    return sum(min(wide, usual) for wide in inside), prose
