"""What the confidence in a list is made of: its group, its records, and the text around them."""

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.extract.listing.confidence import CONFIDENT, confidence
from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.links import page_link
from tuinews.extract.listing.links.page_zones import penalties
from tuinews.extract.listing.outline import outline_of
from tuinews.extract.listing.records.records import Record
from tuinews.extract.page.tree import parse

TITLES = (
    "The council decides on a new bridge over the river",
    "Ferries sail again after the long winter storm",
    "Schools open their gardens to all neighbours in May",
    "Farmers bring the first cherries to the old market",
    "The museum shows letters that nobody had read before",
    "A night train will link the two harbours next year",
)


def group(score: float, dated: float = 0.0, *, listing: float = 0.0, penalty: float = 0.0) -> LinkGroup:
    rest = dict.fromkeys(("offsite", "recurrence", "pictured", "described", "embedded", "in_prose"), 0.0)
    rest |= dict.fromkeys(("heading", "titled", "labelled", "typical_width", "likeness"), 0.0)
    return LinkGroup([], frozenset(), dated=dated, listing=listing, penalty=penalty, score=score, **rest)


def certainty(
    best: LinkGroup, count: int, *, item: str = "A title of forty letters, no more and no less", rest: str = ""
) -> float:
    outline = outline_of(parse(f"<ul>{f'<li>{item}</li>' * count}</ul>{rest}"))
    link = page_link("https://post.example/a")
    assert link
    records = [Record(link, node.index, node.end) for node in outline.nodes if node.tag == "li"]
    return confidence(best, records, outline, penalties(outline))


@pytest.mark.parametrize(
    ("score", "dated", "count", "wanted"),
    [
        (2.2, 0.0, 1, 0.565),
        (1.0, 0.0, 1, 0.385),
        (1.0, 1.0, 1, 0.685),
        (2.2, 0.5, 1, 0.715),
        (2.2, 0.0, 5, 0.705),
        (2.2, 0.0, 10, 0.73),
        (2.2, 0.0, 30, 0.83),
        (2.2, 0.0, 60, 0.83),
        (4.0, 1.0, 30, 1.0),
        (-5.0, 0.0, 3, 0.0),
    ],
)
def test_the_group_its_dates_and_its_records_add_up(score: float, dated: float, count: int, wanted: float) -> None:
    assert certainty(group(score, dated), count) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("best", "wanted"),
    [
        (group(4.0, 1.0, listing=0.4), 1.0),
        (group(4.0, 1.0, listing=0.6), 0.3),
        (group(4.0, 1.0, penalty=0.9), 1.0),
        (group(4.0, 1.0, penalty=1.0), 0.3),
    ],
)
def test_a_list_of_lists_or_in_the_furniture_of_a_page_is_doubtful(best: LinkGroup, wanted: float) -> None:
    assert certainty(best, 10) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("letters", "paragraphs", "wanted"),
    [(70, 3, 1.0), (70, 20, 440 / 1401), (55, 25, 1.0), (65, 20, 440 / 1301)],
)
def test_sentences_outside_the_records_speak_against_a_list(letters: int, paragraphs: int, wanted: float) -> None:
    rest = f"<p>{'x' * letters}</p>" * paragraphs
    assert certainty(group(4.0, 1.0), 10, item="y" * 38, rest=rest) == pytest.approx(wanted)


def test_one_whole_article_among_teasers_is_no_text_of_the_list() -> None:
    items = f"<li>{'y' * 40}</li>" * 9 + f"<li>{'z' * 5000}</li>"
    outline = outline_of(parse(f"<ul>{items}</ul><p>{'x' * 2000}</p>"))
    link = page_link("https://post.example/a")
    assert link
    records = [Record(link, node.index, node.end) for node in outline.nodes if node.tag == "li"]
    counted = 9 * 40 + (4 * 40 + 120) + 60
    assert confidence(group(4.0, 1.0), records, outline, penalties(outline)) == pytest.approx(counted / 2001)


def card(number: int, title: str) -> str:
    link = f'<a href="/news/2024/05/{number}-{title.lower().replace(" ", "-")}">{title}</a>'
    date = f'<time datetime="2024-05-0{number + 1}">{number + 1} May</time>'
    return f"<li><h3>{link}</h3>{date}<p>{title}, again.</p></li>"


LIST = "<ul>" + "".join(card(number, title) for number, title in enumerate(TITLES)) + "</ul>"
PUBLISHED = '<meta property="article:published_time" content="2024-05-09T08:00:00Z">'


@pytest.mark.parametrize(
    ("head", "heading", "is_list"),
    [
        (PUBLISHED, "The bridge over the river is closed for a year", False),
        (PUBLISHED, "News of the harbour", True),
        ("", "The bridge over the river is closed for a year", True),
    ],
)
def test_the_list_on_the_page_of_an_article_is_none_of_its_own(head: str, heading: str, is_list: bool) -> None:
    page = f"<html><head>{head}</head><body><h1>{heading}</h1>{LIST}</body></html>"
    found = extract_listing(page, "https://post.example/harbour").confidence
    assert (found >= CONFIDENT) is is_list
    assert found > 0.4


@pytest.mark.parametrize(
    ("url", "is_list"),
    [("/news/2024/05/9-the-bridge-over-the-river-is-closed", False), ("/news/harbour/the-bridge", True)],
)
def test_a_page_with_an_address_like_those_it_lists_is_an_article(url: str, is_list: bool) -> None:
    found = extract_listing(f"<body>{LIST}</body>", f"https://post.example{url}")
    assert (found.confidence >= CONFIDENT) is is_list


def data(count: int, *, date: str = "", title: str = "A title that is long enough for a headline") -> str:
    items = ",".join(f'{{"headline": "{title} {n}", "url": "/story-{n}"{date}}}' for n in range(count))
    return f'<script type="application/ld+json">{{"itemListElement": [{items}]}}</script>'


DATED = ', "datePublished": "2024-05-09"'
MENU = '<nav><a href="/about">About us</a> <a href="/contact">Contact</a></nav>'


@pytest.mark.parametrize(
    ("page", "count", "certain"),
    [
        (data(3, date=DATED), 3, 0.8),
        (data(3), 3, 0.4),
        (data(2, date=DATED), 2, 0.8),
        (data(2, date=DATED) + MENU, 2, None),
        (data(3, date=DATED) + MENU, 3, 0.8),
        (data(3, title="Short"), 0, 0.0),
        (data(3, title="Twenty letters, no mo"), 0, 0.0),
    ],
)
def test_a_list_in_the_data_of_a_page_is_certain_by_its_dates(
    page: str, count: int, certain: float | None
) -> None:
    listing = extract_listing(f"<body>{page}</body>", "https://post.example/")
    is_from_data = all("/story-" in (entry.url or "") for entry in listing.entries)
    if certain is None:
        assert not is_from_data
    else:
        assert (len(listing.entries), listing.confidence) == (count, certain)
        assert is_from_data
