"""What stands in or beside a headline and is none of it: labels, buttons, names of the site, boxes of search."""

import pytest

from tuinews.extract.article import extract_article

TITLE = "The choir that sang until the lamps went out"
TEXT = "".join(
    f"<p>{n}. It had learnt the songs in a school without heating, where the singers kept their coats on.</p>"
    for n in range(5)
)


def title(head: str, *, told: str = f"{TITLE} | The Valley", more: str = "", site: str = "The Valley") -> str:
    return extract_article(
        f'<html lang=en><head><title>{told}</title><meta property="og:site_name" content="{site}"></head>'
        f"<body>{more}<article>{head}{TEXT}</article></body></html>",
        "https://valley.example/a",
    ).title


@pytest.mark.parametrize(
    "head",
    [
        f"<h1><small>Opinion</small>{TITLE}</h1>",
        f"<h1><span>Songs of the valley</span><br>{TITLE}</h1>",
        f'<h1><a href="/culture">Culture</a> {TITLE}</h1>',
        f'<h1>{TITLE}<button class="copy">Copy</button></h1>',
    ],
)
def test_a_label_in_the_heading_is_none_of_the_title(head: str) -> None:
    assert title(head) == TITLE


@pytest.mark.parametrize("head", ["<h1><em>Drought</em><br>{}</h1>", '<h1><span class="label">ask</span> {}</h1>'])
def test_a_short_headline_behind_a_label_is_told_by_what_stands_before_the_site(head: str) -> None:
    assert title(head.format("Mill stops"), told="Mill stops | The Coast", site="") == "Mill stops"


def test_an_emphasis_in_the_heading_is_a_part_of_the_title() -> None:
    assert title("<h1>The choir that <em>sang</em> until the lamps went out</h1>") == TITLE


def test_a_heading_that_is_one_button_is_a_title() -> None:
    assert title(f"<h1><button>{TITLE}</button></h1>") == TITLE


@pytest.mark.parametrize(
    "box", ['<div role="dialog">{}</div>', "<dialog>{}</dialog>", '<div role="dialog" aria-hidden="true">{}</div>']
)
def test_the_heading_of_a_box_over_the_page_is_no_title(box: str) -> None:
    assert title(f"<div>{TITLE}</div>", more=box.format("<h1>Search the whole site</h1>")) == TITLE


@pytest.mark.parametrize("told", [f"The Valley: {TITLE}", f"{TITLE} : The Valley", f"{TITLE}: The Valley"])
def test_the_name_of_the_site_may_stand_before_a_colon_or_behind_one(told: str) -> None:
    assert title("", told=told) == TITLE


def test_a_badge_behind_the_headline_is_none_of_it() -> None:
    assert title(f'<h1>{TITLE} <span class="badge">Premium</span></h1>', told=TITLE) == TITLE


def test_a_single_angle_before_the_site_is_no_quotation_mark() -> None:
    assert title("", told=f"{TITLE} « The Valley") == TITLE


def test_a_heading_that_open_graph_repeats_goes_before_the_name_of_the_site_as_h1() -> None:
    more = f'<meta property="og:title" content="{TITLE}">'
    assert title(f'<h1 class="logo">Gazette</h1><h2>{TITLE}</h2>', told="Gazette", more=more) == TITLE


def test_a_number_behind_a_headline_goes_where_the_title_goes_on_with_more() -> None:
    html = """<title>Night ferry: who has tried it? · Issue #481 · sound/ferry</title>
    <h1><bdi>Night ferry: who has tried it?</bdi><span>#481</span></h1><p>Text.</p>"""
    assert extract_article(html).title == "Night ferry: who has tried it?"


def test_a_label_before_a_headline_goes_where_open_graph_says_the_rest() -> None:
    html = """<title>Sundfähre: Boot fährt bald nachts - Blatt</title><meta property="og:title"
    content="Boot fährt bald nachts"><h1><span>Sundfähre</span> <span>Boot fährt bald
nachts</span></h1><p>Text.</p>"""
    assert extract_article(html).title == "Boot fährt bald nachts"


def test_a_label_before_a_short_headline_in_ideographs_goes() -> None:
    html = """<title>夜间渡轮有人坐过吗 - 海岛生活 - 海峡论坛</title>
    <h1><a>[讨论]</a><span>夜间渡轮有人坐过吗</span></h1><p>文。</p>"""
    assert extract_article(html).title == "夜间渡轮有人坐过吗"


def test_a_lesser_heading_that_begins_the_title_is_the_title_where_there_is_no_h1() -> None:
    html = """<title>Night ferry: who has tried it? - ferry-dev - lists.example</title>
    <h2>Night ferry: who has tried it?</h2><p>Text.</p>"""
    assert extract_article(html).title == "Night ferry: who has tried it?"


@pytest.mark.parametrize(
    ("told", "before", "heading", "title"),
    [
        ("Thời sự - Bến phà cũ sắp có cầu mới - Báo Bến", "Thời sự", "<h2>{}</h2>", "Bến phà cũ sắp có cầu mới"),
        ("Diary of a miller - Why the north wheel froze", "Diary of a miller", "<h3>■ {}</h3>", None),
        ("Sport | Boat race called off for wind | Post", "Sport", "<h2>{}</h2>", "Boat race called off for wind"),
        ("Closures - The Weir Book", "The Weir Book", "<h1>{}</h1>", "Closures"),
    ],
)
def test_a_heading_that_is_another_part_of_the_title_goes_before_the_section_or_the_site(
    told: str, before: str, heading: str, title: str | None
) -> None:
    wanted = title or "Why the north wheel froze"
    slug = "closures" if title == "Closures" else "20190211"
    page = f"<title>{told}</title><h1>{before}</h1>{heading.format(wanted)}{TEXT}"
    found = extract_article(page, f"https://post.example/book/{slug}.html").title
    assert found.removeprefix("■ ") == wanted


def test_a_longer_heading_of_the_site_leaves_a_short_headline_alone() -> None:
    told = "Old mills - All about mills and rivers of the north"
    site = "<h2><a href='/'>All about mills and rivers of the north</a></h2>"
    page = f"<title>{told}</title><h1>Old mills</h1>{TEXT}{site}"
    assert extract_article(page, "https://mills.example/p/7").title == "Old mills"


@pytest.mark.parametrize("subtitle", ["<small>{}</small>", "<span>{}</span>", "<em class='sub'>{}</em>"])
def test_a_subtitle_behind_the_headline_is_none_of_it_where_two_sources_say_the_rest(subtitle: str) -> None:
    headline = "Swallows return to the tower"
    behind = subtitle.format("After nine years of silence, a pair nests again")
    graph = f'<meta property="og:title" content="{headline}">'
    for told, wanted in ((graph, headline), ("", f"{headline} After nine years of silence, a pair nests again")):
        page = f"<title>{headline} - Post</title>{told}<h1><span>{headline}</span> {behind}</h1>{TEXT}"
        assert extract_article(page, "https://post.example/a/7").title == wanted
