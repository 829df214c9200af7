"""Titles that the page shows in one place and tells otherwise in another, as sites of other programs have them.

Each page is written for its kind: names of sites that stand twice, an h1 that is the site's, a headline as the
words of the address, an attribute that ends at a quotation mark.
"""

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.page.tree import parse
from tuinews.model.document import Heading, plain

TEXT = "".join(
    f"<p>On day {day} the crews of the harbour carried the nets up to the shed, mended what the storm had torn, "
    "and agreed with the office that the boats would leave again as soon as the wind turned to the south.</p>"
    for day in range(3, 8)
)


def title(head: str, body: str, url: str = "https://www.coast.example/a/17.html", lang: str = "en") -> str:
    page = f'<html lang="{lang}"><head>{head}</head><body>{body}<main>{TEXT}</main></body></html>'
    return extract_article(page, url).title


def told(text: str) -> str:
    return f'<title>{text}</title><meta property="og:title" content="{text}">'


@pytest.mark.parametrize(
    ("whole", "headline"),
    [
        (
            "Coast! Weekly | www.coast.example - Nets on the hill after the storm",
            "Nets on the hill after the storm",
        ),
        ("Nets on the hill after the storm | Coast | Coast", "Nets on the hill after the storm"),
        ("港口的网：风暴之后的一周！-海岸网", "港口的网：风暴之后的一周！"),
        ("港の網、嵐のあとに直す_海岸新聞", "港の網、嵐のあとに直す"),
        ("Netze am Hang » ★★★", "Netze am Hang"),
    ],
)
def test_names_of_the_site_and_signs_go_from_a_title_without_a_heading(whole: str, headline: str) -> None:
    assert title(f'<title>{whole}</title><meta property="og:site_name" content="Coast">', "") == headline


def test_an_application_that_is_called_as_the_headline_is_no_name_of_the_site() -> None:
    headline = "Nets on the hill after the storm"
    head = (
        f'{told(headline)}<meta name="application-name" content="{headline}">'
        '<meta property="og:site_name" content="Coast Post">'
    )
    assert title(head, f"<h1>The morning show</h1><h1>{headline}</h1>") == headline


@pytest.mark.parametrize(
    "url",
    ["https://coast.example/a/nets-on-the-hill-what-the-crews-saved-17.html", "https://coast.example/a/17.html"],
)
def test_the_only_h1_goes_before_what_search_engines_are_told_unless_the_address_says_that(url: str) -> None:
    shown, searched = (
        "Nets on the hill: what the crews saved",
        "Storm on the hill: nets, crews and 5 facts to know",
    )
    assert title(told(searched), f"<h1>{shown}</h1>", url) == shown
    other = "https://coast.example/a/storm-on-the-hill-nets-crews-and-5-facts-to-know.html"
    data = f'<script type="application/ld+json">{{"@type":"Article","headline":"{searched}"}}</script>'
    assert title(told(searched) + data, f"<h1>{shown}</h1>", other) == searched


def test_an_h1_that_is_told_behind_a_colon_stays() -> None:
    kicker, shown = "The harbour and its old nets again", "Who pays for it"
    body = f"<h2>{kicker}</h2><h1>{shown}</h1>"
    assert title(told(f"{kicker}: {shown}"), body, "https://coast.example/!5/") == shown


def test_a_heading_of_a_part_that_spells_the_h1_otherwise_is_not_the_title() -> None:
    shown = "Gardens in a warming harbour"
    body = f"<h1>{shown}</h1><h3>GARDENS IN A WARMING HARBOUR:</h3>"
    assert title(f"<title>{shown} | The Coast Society of Gardeners</title>", body) == shown


def test_the_first_words_of_the_told_title_in_a_trail_are_not_the_title() -> None:
    shown = "lI net clock has begun to run: seven years remain for the harbour"
    body = f"<h2>Il net clock has</h2><h1>{shown}</h1>"
    assert title(told("Il net clock has begun to run: seven years remain for the harbour"), body) == shown


@pytest.mark.parametrize(
    ("name", "headline"), [("Zoll", "Neue Netze für den ganzen Hafen"), ("Hải quan", "Lưới mới")]
)
def test_of_two_h1_that_are_told_the_one_behind_the_section_is_the_headline(name: str, headline: str) -> None:
    section = "Mitteilungen aus dem Hafen"
    body = f"<h1>{section}</h1><h1>{headline} im Sturm</h1>"
    assert title(f"<title>{name} online - {section} - {headline} im Sturm</title>", body) == f"{headline} im Sturm"


def test_two_labels_as_h1_are_not_the_title() -> None:
    body = "<h1>Page</h1><h1>User</h1>"
    assert title("<title>Nets on the hill</title>", body) == "Nets on the hill"


def test_numbered_sections_as_h1_are_not_the_title() -> None:
    sections = "".join(
        f"<h1>{place}. {name} of a MEND</h1>" for place, name in enumerate(("Parts", "Order", "Limit"), 1)
    )
    assert title("<title>MEND</title>", sections) == "MEND"


def test_a_title_that_its_attribute_ends_at_a_quotation_mark_is_whole() -> None:
    shown = 'Harbour run 2031: a late winner and "royal nets"'
    head = f'<title>{shown} - Coast</title><meta property="og:title" content="{shown}">'
    assert title(head, "") == shown


def test_signs_of_markdown_in_what_is_told_are_not_in_the_title() -> None:
    body = "<h1><em>A Treatise on Nets</em> (1792)</h1>"
    assert title(told("*A Treatise on Nets* (1792)"), body) == "A Treatise on Nets (1792)"


def test_what_the_heading_of_a_page_without_h1_says_whole_is_not_cut() -> None:
    whole = "How to mend a net by hand | A guide in steps"
    assert title(told(whole), f"<h2>{whole}</h2>") == whole


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (told("7 ways to mend | Coast"), "<h2>7 ways to help you mend a net</h2>"),
        (
            told("The storm took all you had!"),
            '<h1><a href="/">Coast</a></h1><h2>7 ways to help you mend a net</h2>',
        ),
        (
            "<title>Coast » Archive of our blog » 7 ways to help you mend a net</title>",
            '<h1><a href="/">Coast</a></h1>'
            '<h2><a href="https://coast.example/blog/7-ways-to-help-you-mend-a-net/">'
            "7 ways to help you mend a net</a></h2>",
        ),
    ],
)
def test_the_heading_with_the_words_of_the_address_is_the_title_where_no_h1_is(head: str, body: str) -> None:
    url = "https://coast.example/blog/7-ways-to-help-you-mend-a-net/"
    assert title(head, body, url) == "7 ways to help you mend a net"


def test_a_canonical_address_without_a_host_is_one_of_this_site() -> None:
    head = '<title>Mending by hand - Nets - Coast talk</title><link rel="canonical" href="/73/mending-by-hand">'
    body = (
        '<h1><a href="/">Coasts</a></h1><p><a href="/73/mending-by-hand#9">Mending by hand</a> by <b>ivo</b></p>'
    )
    assert title(head, body, "https://talk.example/73/mending-by-hand") == "Mending by hand"


@pytest.mark.parametrize(
    ("whole", "body", "headline"),
    [
        (
            "Knots and hooks - Rope work - Rope in Riga",
            '<h1><a href="/">Rope work - Rope in Riga</a></h1><div id="page-title">Knots and hooks</div>',
            "Knots and hooks",
        ),
        (
            "Nets for the night | Guides | Coast Hospital",
            '<h1 class="sr-only">Nets for the night | Guides | Coast Hospital</h1><h2>Nets for the night</h2>',
            "Nets for the night",
        ),
        (
            "海辺の日記 - 網を直すための七つの方法について",
            '<h1>海辺の日記</h1><h3><a href="#p1">■</a> 網を直すための七つの方法について</h3>',
            "網を直すための七つの方法について",
        ),
        (
            "rope.example High knots",
            '<h1><a href="/">rope.example</a></h1><h2>Two kinds of High</h2><h3 class="title">High knots</h3>',
            "High knots",
        ),
        (
            "rope.example - Rope news - High maps of knots on Rope",
            "<h1>Rope news | Entry</h1><h2>High maps of knots on Rope</h2>",
            "High maps of knots on Rope",
        ),
    ],
)
def test_the_part_that_the_page_shows_is_the_title(whole: str, body: str, headline: str) -> None:
    url = "https://rope.example/2031/high-knots.html"
    assert title(f"<title>{whole}</title>", body, url).removeprefix("■ ") == headline


def test_a_panel_above_the_text_is_not_the_title_where_the_address_is_in_the_title() -> None:
    head = "<title>Rigging - Overview | Bureau of Harbour Safety and Works</title>"
    body = '<div class="panel"><h5 class="panel-title"><strong>Safety first this week</strong></h5></div>'
    assert title(head, body, "https://www.bhsw.example/rigging") == "Rigging - Overview"


def test_drawings_do_not_count_as_nested() -> None:
    drawing = "<svg>" + "<rect x='1' y='1'/><path d='M0'/>" * 8_000 + "</svg>"
    body = f"<main><h1>MEND</h1>{TEXT}{drawing}{TEXT}<h2>The order of it</h2>{TEXT}</main>"
    article = extract_article(f"<html><head><title>MEND</title></head><body>{body}</body></html>")
    assert "The order of it" in [
        plain(block.spans) for block in article.document.blocks if isinstance(block, Heading)
    ]


def test_tags_that_close_themselves_outside_of_a_drawing_are_nested_and_bounded() -> None:
    assert len(parse("<path/>" * 20_000).css("path")) < 500
    assert len(parse("<!--<svg>-->" + "<path/>" * 40_000).css("path")) < 17_000
