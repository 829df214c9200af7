"""How sure it is that a page is a list of articles, and that the entries found are they."""

from statistics import median

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.links import Link, article_likeness, width
from tuinews.extract.listing.links.page_zones import FURNISHED
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import Record

_SENTENCE = 60
_ARTICLE = 0.45
_FURNITURE = 0.3
_HEADLINE = 30


def confidence(group: LinkGroup | None, records: list[Record], outline: Outline, penalties: list[float]) -> float:
    """0 to 1 for the entries of `records`, of which `group` is the best.

    The group tells most; short titles (poems, notes) are made up for by a date in each record; a page whose
    sentences stand mostly outside the records is an article with links rather than a list.
    """
    if group is None or not records:
        return 0.0
    many = 0.03 * min(len(records), 5) + 0.005 * min(len(records), 30)
    sure = 0.2 + 0.15 * group.score + many + 0.3 * group.dated
    if group.listing > 0.5 or (group.penalty >= 1 and not (group.heading and group.dated > 0.5)):
        sure = min(sure, _FURNITURE)
    listed, prose = _text_inside_and_outside(records, outline, penalties)
    return max(0.0, min(1.0, sure) * min(1.0, (listed + _SENTENCE) / (prose + 1)))


def is_article(tree: LexborHTMLParser, page: Link | None, records: list[Record], outline: Outline) -> bool:
    """Whether the page is itself an article: it has a date and a headline, or an address like those it links."""
    if tree.css_first("meta[property='article:published_time']") is not None and _has_headline(outline, records):
        return True
    if page is None or article_likeness(page) < 1.5:
        return False
    return 2 * sum(record.link.shape == page.shape for record in records) > len(records)


def _has_headline(outline: Outline, records: list[Record]) -> bool:
    inside = {i for record in records for i in range(record.start, record.end)}
    heads = (n for n in outline.nodes if n.tag == "h1" and n.index not in inside)
    return any(width(outline.text(n.index)) >= _HEADLINE for n in heads)


def lowered_for_article(sure: float) -> float:
    """The confidence in the list of a page that is itself an article: its related items."""
    return sure * _ARTICLE


def _text_inside_and_outside(
    records: list[Record], outline: Outline, penalties: list[float]
) -> tuple[float, float]:
    """The text of the records, none counted far beyond the usual, and the sentences outside them."""
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
    usual = 4 * median(inside) + 2 * _SENTENCE
    return sum(min(wide, usual) for wide in inside), prose
