"""Which of the titles that a page tells is the one of its article."""

import pytest

from tuinews.extract.article.metadata import site_names, title_from, titles_of
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.metadata_nodes import metadata_nodes_of
from tuinews.extract.page.structured import structured_of
from tuinews.extract.page.tree import parse

URL = "https://www.coastpost.example/harbour/reopens"


def title_in(body: str, *, head: str = "", open_graph: str = "", json_ld: str = "", slug: str = "") -> str:
    """The title of a page with this body, these titles for machines, and this last part of its address."""
    if slug:
        head += f'<link rel="canonical" href="https://www.coastpost.example/harbour/{slug}">'
    if open_graph:
        head += f'<meta property="og:title" content="{open_graph}">'
    if json_ld:
        head += f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{json_ld}"}}</script>'
    tree = parse(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    page = structured_of(metadata_nodes_of(PageElements(tree)))
    return title_from(titles_of(metadata_nodes_of(PageElements(tree)).headings, page), site_names(page, URL))


SHOWN = "Ferry runs again after nine days of storm"
FOR_ENGINES = "Harbour: ferry timetable, storm news and prices"

TRAILS = {
    "in a navigation": f"<nav><ul><li><a href='/'>Home</a></li><li><h1>{FOR_ENGINES}</h1></li></ul></nav>",
    "in a box called breadcrumb": (
        f"<div class='c-breadcrumbs'><a href='/'>Home</a><span><h1>{FOR_ENGINES}</h1></span></div>"
    ),
    "behind links from the front page": (
        f"<div><a href='/'>Home</a><a href='/coast/'>Coast</a><h1>{FOR_ENGINES}</h1></div>"
    ),
    "behind a box of such links": (
        f"<div><div><a href='/'>Home</a> | <a href='/coast/'>Coast</a> |</div><h1>{FOR_ENGINES}</h1></div>"
    ),
}


@pytest.mark.parametrize("trail", TRAILS)
def test_the_last_step_of_a_trail_is_no_headline(trail: str) -> None:
    body = f"{TRAILS[trail]}<article><h2>{SHOWN}</h2><p>The ferry left at six.</p></article>"
    head = f"<title>{FOR_ENGINES} | The Coast Post</title>"
    assert title_in(body, head=head, open_graph=SHOWN, json_ld=FOR_ENGINES) == SHOWN
    assert title_in(body, head=head, open_graph=FOR_ENGINES, json_ld=SHOWN) == SHOWN


def test_a_trail_tells_the_title_where_nothing_else_does() -> None:
    assert title_in(TRAILS["in a navigation"]) == FOR_ENGINES


NO_TRAILS = {
    "one link is a kicker": f"<header><a href='/'>Coast</a><h1>{SHOWN}</h1></header>",
    "the first link leads elsewhere": (
        f"<div><a href='/coast/'>Coast</a><a href='/sea/'>Sea</a><h1>{SHOWN}</h1></div>"
    ),
    "the trail is a box of its own": (
        f"<div><ul><li><a href='/'>Home</a></li><li><a href='/coast/'>Coast</a></li></ul><h1>{SHOWN}</h1></div>"
    ),
    "a byline follows": (
        f"<div><p><a href='/'>Home</a> <a href='/coast/'>Coast</a> |</p><h1>{SHOWN}</h1><p>By Ann Poe</p></div>"
    ),
    "words stand between": (
        "<div><p><a href='/'>We</a> asked <a href='/b/'>her</a> about her work at sea and at home.</p>"
        f"<h1>{SHOWN}</h1></div>"
    ),
}


@pytest.mark.parametrize("place", NO_TRAILS)
def test_a_headline_below_links_is_one(place: str) -> None:
    assert title_in(NO_TRAILS[place], open_graph=FOR_ENGINES) == SHOWN


def test_an_h1_that_links_to_the_front_page_is_the_name_of_the_site() -> None:
    body = f"<h1><a href='/'>Post of the Coast</a></h1><h1>{SHOWN}</h1>"
    assert title_in(body, head=f"<title>{SHOWN}</title>") == SHOWN


def test_styles_and_ruby_are_no_part_of_a_headline() -> None:
    assert title_in("<h1><style>.a{color:red}</style>Ferry runs<br>again</h1>") == "Ferry runs again"
    assert title_in("<h1><ruby>港<rt>みなと</rt></ruby>が<ruby>開<rt>ひら</rt></ruby>く</h1>") == "港が開く"


def test_blocks_of_a_headline_are_set_apart() -> None:
    assert title_in("<h1><div>Ferry runs</div><div>again</div></h1>") == "Ferry runs again"


@pytest.mark.parametrize(
    "title", ["«We sailed» for nine days", "Chief of «harbour and sea» steps down", "«We sailed»"]
)
def test_angular_quotation_marks_separate_nothing(title: str) -> None:
    assert (
        title_in(f"<h1>{title}</h1>", open_graph=title, head=f"<title>{title} | The Coast Post</title>") == title
    )


def test_a_bar_or_guillemet_before_the_name_of_the_site_does() -> None:
    assert title_in("", head=f"<title>{SHOWN} » The Coast Post</title>") == SHOWN
    assert title_in("", head=f"<title>{SHOWN} › The Coast Post</title>") == SHOWN


def test_a_separator_that_nothing_follows_goes() -> None:
    assert title_in("", head=f"<title>{SHOWN} - </title>", open_graph=f"{SHOWN} –") == SHOWN


@pytest.mark.parametrize("first", ["Menu", "Our pages and services", "Bureau of Harbours (BoH)"])
def test_of_several_h1_the_one_that_others_echo_is_the_headline(first: str) -> None:
    body = f"<h1>{first}</h1><h1>{first}</h1><h1>{SHOWN}</h1>"
    assert title_in(body, head=f"<title>Press releases - {SHOWN}</title>") == SHOWN
    assert title_in(body, head="<title>Ferry runs again: nine days of storm end</title>") == SHOWN


def test_an_h1_of_which_nothing_else_has_a_word_counts_little() -> None:
    assert title_in("<h1>Newsroom</h1>", open_graph=SHOWN, head=f"<title>{SHOWN}</title>") == SHOWN
    assert title_in("<h1>Newsroom</h1>") == "Newsroom"


def test_a_headline_told_otherwise_to_machines_stays_as_it_is_shown() -> None:
    said = "Storm over: ferry back on the water"
    head = f'<title>{said}</title><meta name="twitter:title" content="{said}">'
    assert title_in(f"<h1>{SHOWN}</h1>", open_graph=said, head=head) == SHOWN


def test_where_sources_differ_the_address_tells() -> None:
    first, later = "Ferry sails again", "After nine days of storm: timetable of the ferry"
    body, head = f"<h1>{first}</h1>", f'<title>{later}</title><meta name="twitter:title" content="{later}">'
    assert title_in(body, open_graph=later, json_ld=later, head=head, slug="timetable") == later
    assert title_in(body, open_graph=later, head=head, slug="ferry-sails-again-17") == first
    filed = "after-nine-days-of-storm-timetable-of-the-ferry.html"
    assert title_in(body, open_graph=later, head=head, slug=filed) == later


def test_a_title_that_holds_a_separator_of_its_own_stays_whole() -> None:
    title = "Storm on the coast – nine days without a ferry"
    assert (
        title_in(f"<h1>{title}</h1>", open_graph=title, head=f"<title>{title} | The Coast Post</title>") == title
    )


@pytest.mark.parametrize(
    "hidden", ["class='sr-only'", "class='u-visually-hidden x'", "hidden", "style='display:none'"]
)
def test_an_h1_that_nobody_sees_gives_way_to_what_is_told_to_machines(hidden: str) -> None:
    said = "Storm on the coast: ferry runs again"
    assert title_in(f"<h1 {hidden}>{SHOWN}</h1><h2>{said}</h2>", open_graph=said) == said
    assert title_in(f"<h1 {hidden}>{SHOWN}</h1>") == SHOWN


def test_a_kicker_before_the_headline_is_told_to_machines_alone() -> None:
    said = f"Harbour and coast: {SHOWN}"
    head = f'<title>{said} | Coast Post</title><meta name="twitter:title" content="{said}">'
    assert title_in(f"<h1>{SHOWN}</h1>", open_graph=said, head=head) == SHOWN


@pytest.mark.parametrize(
    "title",
    [
        "Vinh - lịch sử ngắn của những chuyến tàu điện bến cảng",
        "Iceland – nine days without a ferry to the north",
        '"Ann Poe - Songs of the coast". The radio remembers the singer of the north',
    ],
)
def test_a_beginning_that_nothing_tells_from_the_headline_stays(title: str) -> None:
    assert title_in("", head=f"<title>{title}</title>") == title
    assert title_in(f"<h1>{title}</h1>", head="<title>Songs of the coast - all of them</title>") == title


def test_the_name_of_the_site_goes_behind_a_colon_too() -> None:
    told = f"Storm: {SHOWN}: Sea and Blog"
    named = '<meta property="og:site_name" content="Sea and Blog">'
    assert title_in("", head=f"{named}<title>{told}</title>", open_graph=told) == f"Storm: {SHOWN}"
    assert title_in("", head=f"<title>{told}</title>", open_graph=told) == told


def test_an_h1_that_repeats_but_the_name_of_the_site_is_a_box() -> None:
    head = '<meta property="og:site_name" content="Notes by Ann Poe"><title>On ferries – Notes by Ann Poe</title>'
    body = "<h1><a href='/'>Notes by Ann Poe</a></h1><h2>On ferries</h2><h1>By Ann Poe</h1><h1>Letters</h1>"
    assert title_in(body, head=head, open_graph="On ferries") == "On ferries"


@pytest.mark.parametrize("widget", ['class="skiptranslate" dir="ltr"', 'id="goog-gt-tt"'])
def test_a_heading_of_a_translating_browser_is_none(widget: str) -> None:
    body = f"<p>The ferry left at six.</p><div {widget}><div><h1>Original text</h1></div></div>"
    assert title_in(body, head=f"<title>{SHOWN}</title>") == SHOWN
    assert title_in(f"<h1>{SHOWN}</h1>{body}", head="<title>Ferries</title>") == SHOWN


def test_of_many_short_headings_with_a_word_of_the_title_none_is_the_headline() -> None:
    body = "<h1>Choose</h1><h1>Ferry</h1><h1>Harbour</h1><h1>Prices</h1>"
    told = "How the ferry sails again after nine days of storm"
    assert title_in(body, open_graph=told, head=f"<title>{told}</title>") == told


def test_an_h1_without_a_word_of_the_address_yields_to_what_is_filed_there() -> None:
    filed = "ferry-runs-again-after-nine-days-of-storm"
    head = f"<title>{SHOWN} | The Coast Post</title>"
    assert title_in("<h1>Pulse of sea!</h1>", head=head, slug=filed) == SHOWN
    assert title_in("<h1>Pulse of sea!</h1>", head=head, slug="a-b-c-17") == "Pulse of sea!"
    headline = "What nine days of wind did to us"
    assert title_in(f"<h1>{headline}</h1>", head=head, slug=filed) == headline


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<span>The Best of the Coast</span><span>Nine ferries compared</span>", "Coast Nine"),
        ("<span>T</span>he ferry runs again", "The ferry"),
        ("The new e<b>Ferry</b> runs again", "eFerry"),
    ],
)
def test_lines_of_a_headline_that_styles_set_apart_have_a_blank(markup: str, title: str) -> None:
    assert title in title_in(f"<h1>{markup}</h1>")


@pytest.mark.parametrize("told", [f"{SHOWN}: pictures", f"Storm on the coast: {SHOWN}"])
def test_a_label_in_an_element_of_its_own_is_no_part_of_a_headline_that_others_tell_without_it(told: str) -> None:
    body = f"<h1><span>Weather</span><span class='sr-only'>-</span><span>{SHOWN}</span></h1>"
    assert title_in(body, open_graph=told, head=f"<title>{told}</title>") == SHOWN
