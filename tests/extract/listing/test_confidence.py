"""How sure a list of articles is: links that stand in a page's furniture are none, however good they look."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Listing

TITLES = (
    "The council decides on a new bridge over the river",
    "Ferries sail again after the long winter storm",
    "Schools open their gardens to all neighbours in May",
    "Farmers bring the first cherries to the old market",
    "The museum shows letters that nobody had read before",
    "A night train will link the two harbours next year",
    "Rain fills the reservoir for the first time in years",
    "Students build a boat from bottles they collected",
)
PAPER = "<main><h1>About this paper</h1>" + "<p>We are small.</p>" * 60 + "</main>"


Item = Callable[[int, str], str]


def headline(number: int, title: str) -> str:
    return f'<a href="/news/2024/05/{number}-{title.lower().replace(" ", "-")}">{title}</a>'


def card(number: int, title: str) -> str:
    return f"<li><h3>{headline(number, title)}</h3><p>{title}, as the town was told on Monday.</p></li>"


def dated(number: int, title: str) -> str:
    return (
        f'<li><time datetime="2024-05-0{number + 1}">{number + 1} May 2024</time> {headline(number, title)}</li>'
    )


def dated_card(number: int, title: str) -> str:
    return card(number, title).replace("<p>", f'<time datetime="2024-05-0{number + 1}">{number + 1} May</time><p>')


def listing_in(opening: str, closing: str, items: list[str]) -> Listing:
    page = f'<html lang="en"><body>{PAPER}{opening}{"".join(items)}{closing}</body></html>'
    return extract_listing(page, "https://post.example/about")


@pytest.mark.parametrize("item", [card, dated], ids=lambda item: item.__name__)
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<nav><ul>", "</ul></nav>"),
        ("<footer><ul>", "</ul></footer>"),
        ("<aside><ul>", "</ul></aside>"),
        ('<div class="main-menu"><ul>', "</ul></div>"),
    ],
)
def test_the_furniture_of_a_page_is_no_list_of_its_articles(opening: str, closing: str, item: Item) -> None:
    items = [item(number, title) for number, title in enumerate(TITLES)]
    assert listing_in("<ul>", "</ul>", items).confidence > 0.7
    furniture = listing_in(opening, closing, items)
    assert len(furniture.entries) == len(TITLES)
    assert furniture.confidence <= 0.3


def test_links_to_sections_are_no_list_of_articles() -> None:
    items = [f'<li><h3><a href="/tag/{n}">{title}</a></h3></li>' for n, title in enumerate(TITLES)]
    assert listing_in("<ul>", "</ul>", items).confidence <= 0.3


def test_headlines_with_dates_are_a_list_wherever_they_stand() -> None:
    items = [dated_card(number, title) for number, title in enumerate(TITLES)]
    assert listing_in("<aside><ul>", "</ul></aside>", items).confidence > 0.7


SHORT = ("Ice", "Fog", "Ink", "Owl", "Rye", "Elm", "Oak")


def strips(days: tuple[int, ...], around: str = "<div>{}</div>") -> Listing:
    rows = "".join(
        f'<div><i>#{300 - n}</i> <a href="/comic/{300 - n}">{title}</a> <span>May {days[n]}</span></div>'
        for n, title in enumerate(SHORT)
    )
    page = f'<html lang="en"><body><h1>Mill Pond comics</h1>{around.format(rows)}</body></html>'
    return extract_listing(page, "https://pond.example/archive", now=datetime(2024, 5, 30, tzinfo=UTC))


@pytest.mark.parametrize("days", [(29, 27, 24, 20, 19, 14, 9), (29, 29, 24, 20, 20, 14, 9)])
def test_short_titles_whose_days_go_back_one_after_another_are_a_list(days: tuple[int, ...]) -> None:
    found = strips(days)
    assert [entry.title for entry in found.entries] == list(SHORT)
    assert found.confidence >= 0.5


@pytest.mark.parametrize("days", [(9, 27, 14, 20, 29, 19, 24), (9, 14, 19, 20, 24, 27, 29), (9, 9, 9, 9, 9, 9, 9)])
def test_short_titles_with_other_days_may_be_forums_files_or_events(days: tuple[int, ...]) -> None:
    assert strips(days).confidence < 0.5


def test_a_menu_is_none_however_its_days_go() -> None:
    assert strips((29, 27, 24, 20, 19, 14, 9), "<nav>{}</nav>").confidence < 0.5
