"""A zone that its heading calls the most read is not the page's own list, in whatever markup it stands."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, Shape, Story, page, stories

HEADINGS = {
    "en": ("Most read", "Most popular this week", "Trending now", "Recommended for you"),
    "vi": ("Đọc nhiều nhất", "Tin đọc nhiều", "Xem nhiều", "Có thể bạn quan tâm"),
    "ru": ("Самое читаемое", "Популярное", "Популярные статьи", "Сейчас читают"),
    "ar": ("الأكثر قراءة", "الأكثر مشاهدة", "الأكثر شعبية", "الأكثر تداولا"),
    "ja": ("アクセスランキング", "人気記事", "よく読まれている記事", "ランキング"),
}
CASES = [(lang, heading) for lang, headings in HEADINGS.items() for heading in headings]


def card(s: Story) -> str:
    date = f'<time datetime="2026-03-0{s.number + 1}">x</time>'
    return f'<div class="c"><h3><a href="{s.path}">{s.title}</a></h3>{date}<p>{s.summary}</p></div>'


def line(s: Story) -> str:
    return f'<ul class="l"><li><a href="{s.path}">{s.title}</a> <span>2026-03-0{s.number + 1}</span></li></ul>'


def cell(s: Story) -> str:
    return f'<table><tr><td><b><a href="{s.path}">{s.title}</a></b><br>{s.summary}</td></tr></table>'


def others(lang: str) -> list[tuple[str, str]]:
    return [(f"/world/other-{81000 + s.number}.html", s.title[::-1]) for s in stories(lang)[:4]]


def section(heading: str, lang: str) -> str:
    items = "".join(f'<li><a href="{path}">{title}</a></li>' for path, title in others(lang))
    return f"<section><h2>{heading}</h2><ol>{items}</ol></section>"


def boxes(heading: str, lang: str) -> str:
    items = "".join(f'<div class="i"><h4><a href="{path}">{title}</a></h4></div>' for path, title in others(lang))
    return f'<div class="b3"><div class="hd"><span>{heading}</span></div>{items}</div>'


def table(heading: str, lang: str) -> str:
    items = "".join(f'<li><a href="{path}">{title}</a></li>' for path, title in others(lang))
    return f"<table><tr><th>{heading}</th></tr><tr><td><ul>{items}</ul></td></tr></table>"


def flat(heading: str, lang: str) -> str:
    return f"<p><strong>{heading}</strong></p>" + "".join(
        f'<p class="x"><a href="{path}">{title}</a></p>' for path, title in others(lang)
    )


@pytest.mark.parametrize("zone", [section, boxes, table, flat])
@pytest.mark.parametrize(("lang", "heading"), CASES)
@pytest.mark.parametrize("shape", [card, line, cell])
def test_the_most_read_after_the_list_is_left_out(shape: Shape, lang: str, heading: str, zone: object) -> None:
    assert callable(zone)
    html = page("".join(map(shape, stories(lang))) + zone(heading, lang), lang)
    found = extract_listing(html, SITE + "/news")
    assert [entry.url for entry in found.entries] == [s.url for s in stories(lang)]
    assert found.confidence >= 0.5


@pytest.mark.parametrize("lang", TITLES)
def test_a_list_below_the_most_read_stays(lang: str) -> None:
    html = page(section(HEADINGS[lang][0], lang) + "".join(map(card, stories(lang))), lang)
    assert [entry.url for entry in extract_listing(html, SITE + "/").entries] == [s.url for s in stories(lang)]


def test_the_page_of_the_most_read_has_a_list() -> None:
    html = page("".join(map(card, stories("en"))), "en").replace("<h1>Post</h1>", "<h1>Most read</h1>")
    assert len(extract_listing(html, SITE + "/most-read").entries) == 6


def test_a_headline_that_mentions_what_is_popular_names_no_zone() -> None:
    first = '<div class="c"><h3><a href="/life/popular-80000.html">Popular stories</a></h3></div>'
    found = extract_listing(page(first + "".join(map(card, stories("en"))), "en"), SITE + "/news").entries
    assert [entry.url for entry in found][1:] == [s.url for s in stories("en")]
