"""What stands in the element of a headline and is none of its words, in many kinds of markup."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, TITLES, Shape, Story, page, page_of, stories

SPOKEN = {"en": "Video", "vi": "Video", "ru": "Видео", "ar": "فيديو", "ja": "動画"}
LASTS = {"en": "Duration", "vi": "Thời lượng", "ru": "Продолжительность", "ar": "المدة", "ja": "所要時間"}
KICKERS = {"en": "Opinion", "vi": "Ý kiến", "ru": "Мнение", "ar": "رأي", "ja": "社説"}


def arrow_in_heading(s: Story) -> str:
    return f'<div class="n"><h3><a href="{s.path}">&gt;&gt; {s.title}</a></h3><p>{s.summary}</p></div>'


def arrow_in_list(s: Story) -> str:
    return f'<ul><li>» <a href="{s.path}">→ {s.title}</a></li></ul>'


def arrow_behind(s: Story) -> str:
    return f'<table><tr><td><h4><a href="{s.path}">{s.title} &gt;&gt;</a></h4></td></tr></table>'


def spoken_medium(s: Story) -> str:
    before, behind = f'<span class="css-1i4">{SPOKEN[s.lang]}, </span>', f"<span>, {LASTS[s.lang]} 2,12</span>"
    words = f'<span role="text">{before}<span>{s.title}</span>{behind}</span>' if s.number % 3 else s.title
    return f'<li><h3><a href="{s.path}">{words}</a></h3><time datetime="2026-03-01">x</time></li>'


def plain_medium(s: Story) -> str:
    words = f"{SPOKEN[s.lang]}, {s.title}" if s.number % 2 else s.title
    return f'<div><a href="{s.path}"><img src="a.jpg"></a><h2><a href="{s.path}">{words}</a></h2></div>'


def time_and_bar(s: Story) -> str:
    return f'<p><a href="{s.path}">19:2{s.number} | {s.title}</a></p>'


def time_in_span(s: Story) -> str:
    return f'<div class="x"><a href="{s.path}"><span>19:2{s.number}</span> <span>{s.title}</span></a></div>'


def vietnamese_time(s: Story) -> str:
    return f'<table><tr><td><h4><a href="{s.path}"><b>1{s.number}h30</b> - {s.title}</a></h4></td></tr></table>'


def marker_of_paid_articles(s: Story) -> str:
    return f'<h3><a href="{s.path}">{"[$] " if s.number % 2 else ""}{s.title}</a></h3><p>{s.summary}</p>'


def kicker_without_space(s: Story) -> str:
    return (
        f'<article><h3><a href="{s.path}"><span>{KICKERS[s.lang]}</span><span>{s.title}</span></a></h3></article>'
    )


def kicker_in_block(s: Story) -> str:
    words = f"<div>{KICKERS[s.lang]}</div><div>{s.title}</div>"
    return f'<article><a href="{s.path}">{words}</a><p>{s.summary}</p></article>'


def kicker_and_slash(s: Story) -> str:
    return f'<li><h3><a href="{s.path}"><span class="k9">{KICKERS[s.lang]} / </span>{s.title}</a></h3></li>'


def kicker_and_line_break(s: Story) -> str:
    return (
        f'<table><tr><td><h3><a href="{s.path}"><b>{KICKERS[s.lang]}</b><br>{s.title}</a></h3></td></tr></table>'
    )


def kicker_outside_link(s: Story) -> str:
    return f'<div><h3><span>{KICKERS[s.lang]}</span> <a href="{s.path}">{s.title}</a></h3><p>{s.summary}</p></div>'


def kicker_is_link(s: Story) -> str:
    return f'<div><h3><a href="/opinion/">{KICKERS[s.lang]}</a> <a href="{s.path}">{s.title}</a></h3></div>'


def number_in_span(s: Story) -> str:
    return f'<li><a href="{s.path}"><span>{s.number + 1}</span><span>{s.title}</span></a></li>'


def comments_in_span(s: Story) -> str:
    return f'<div><h3><a href="{s.path}">{s.title} <span>({s.number + 3})</span></a></h3><p>{s.summary}</p></div>'


def cut_with_title_attribute(s: Story) -> str:
    cut = s.title[: len(s.title) * 2 // 3]
    return f'<li><h4><a href="{s.path}" title="{s.title}">{cut} ...</a></h4></li>'


def cut_in_titled_heading(s: Story) -> str:
    cut = s.title[: len(s.title) * 2 // 3]
    return f'<div><h3 title="{s.title}"><a href="{s.path}">{cut}…</a></h3><p>{s.summary}</p></div>'


def cut_beside_picture(s: Story) -> str:
    cut, picture = s.title[: len(s.title) * 2 // 3], f'<img src="a.jpg" alt="{s.title}">'
    return f'<td><a href="{s.path}">{picture}</a><p class="t"><a href="{s.path}">{cut}...</a></p></td>'


SHAPES: tuple[Shape, ...] = (
    *(arrow_in_heading, arrow_in_list, arrow_behind, spoken_medium, plain_medium),
    *(time_and_bar, time_in_span, vietnamese_time, marker_of_paid_articles),
    *(kicker_without_space, kicker_in_block, kicker_and_slash, kicker_and_line_break),
    *(kicker_outside_link, kicker_is_link, number_in_span, comments_in_span),
    *(cut_with_title_attribute, cut_in_titled_heading, cut_beside_picture),
)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_headline_alone(shape: Shape, lang: str) -> None:
    found = extract_listing(page_of(shape, lang), SITE + "/news").entries
    assert [(entry.title, entry.url) for entry in found] == [(s.title, s.url) for s in stories(lang)]


@pytest.mark.parametrize(
    "title",
    [
        "<em>Lantern</em> opens in all cinemas of the island",
        "<mark>Har</mark><span>bour chapel rebuilt after forty years</span>",
        "Video: the whole storm in ninety seconds",
        "The ferry that was late <b>10</b> times in a week",
        "Chapter <span>Two</span>: how the mill was lost",
        "They closed the mill, and then…",
        "«Fires on the mountain» wins the prize of «The Lantern»",
        "Storm Osk: <span>harbour closed until Friday</span>",
    ],
)
def test_words_that_are_its_own_stay(title: str) -> None:
    others = "".join(f'<h3><a href="{s.path}">{s.title}</a></h3>' for s in stories("en"))
    found = extract_listing(f'<h3><a href="/life/own-83000.html">{title}</a></h3>{others}', SITE + "/news").entries
    plain = title
    for tag in ("em", "mark", "span", "b"):
        plain = plain.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert found[0].title == plain


def test_a_place_in_a_ranking_and_a_loud_label_are_no_words_of_a_headline() -> None:
    for kicker in ("<b>{n}</b> ", '<em class="live">TRỰC TIẾP</em> '):
        cards = "".join(
            f'<li><a href="/n/{n}-tin-40{n}.html">{kicker.format(n=n + 1)}<span>{title}</span></a></li>'
            for n, title in enumerate(TITLES["vi"][:4])
        )
        found = extract_listing(f"<html lang=vi><body><h1>Tin</h1><ul>{cards}</ul>", SITE + "/tin").entries
        assert [entry.title for entry in found] == list(TITLES["vi"][:4])


def test_a_headline_set_in_two_elements_of_one_line_is_read_to_its_end() -> None:
    cut = [
        ("The village that moved its church stone by stone", "to the other bank of the river last spring"),
        ("How nine families kept the ferry running by hand", "through the longest winter that they knew"),
        ("Làng chài dời cả ngôi chùa cổ từng viên gạch", "sang bờ bên kia trước mùa nước nổi"),
        ("Деревня перенесла свою церковь камень за камнем", "на другой берег реки прошлой весной"),
    ]
    behind = {
        "<span>{0}</span> <span>{1}</span>": "{0} {1}",
        "<strong>{0}</strong> and not, <strong>{1}</strong>": "{0} and not, {1}",
        "<span>{0}</span> <span>The council spoke for hours and agreed to ask.</span>": "{0}",
        "<span>{0}</span> <span>by Anna Field and Tom Reed</span>": "{0}",
        "<div>{0}</div> <div>{1}</div>": "{0}",
        "<span>{0}</span><span>Anna Field</span><span>20 Nov 2026</span>": "{0}",
    }
    for inside, title in behind.items():
        records = "".join(
            f'<div class="c"><a href="/life/story-7200{n}.html">{inside.format(*parts)}</a></div>'
            for n, parts in enumerate(cut)
        )
        found = extract_listing(page(records, "en"), SITE + "/news").entries
        assert [entry.title for entry in found] == [title.format(*parts) for parts in cut]


@pytest.mark.parametrize(
    "when",
    [
        "vor 1 Std.",
        "vor 2 Tagen",
        "hace 3 horas",
        "há 3 horas",
        "acum 3 ore",
        "منذ 3 ساعات",
        "לפני 3 שעות",
        "3 giờ trước",
    ],
)
@pytest.mark.parametrize(
    "shape",
    [
        '<span class="t">{title}</span><span class="x">{when}</span>',
        '<span class="t">{title}</span> <span class="x">{when}</span>',
        "<b>{title}</b><small>{when}</small>",
        "<small>{when}</small><b>{title}</b>",
    ],
)
def test_an_age_in_an_element_of_its_own_is_read_and_is_no_word_of_the_headline(shape: str, when: str) -> None:
    now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    cards = "".join(
        f'<a class="card" href="/n/{n}-the-bridge">{shape.format(title=title, when=when)}</a>'
        for n, title in enumerate(TITLES["en"])
    )
    listed = extract_listing(f"<html><body><main>{cards}</main></body></html>", SITE, now=now)
    assert [entry.title for entry in listed.entries] == list(TITLES["en"])
    assert all(entry.published is not None and entry.published.approximate for entry in listed.entries)


def test_a_day_before_a_headline_is_its_date_and_one_in_a_sentence_is_a_word_of_it() -> None:
    rows = "".join(
        f'<li><a href="/n/{n}-the-bridge"><span>{20 + n}. November 2026</span>{title}</a></li>'
        for n, title in enumerate(TITLES["en"])
    )
    listed = extract_listing(f"<html><body><main><ul>{rows}</ul></main></body></html>", SITE)
    found = [(entry.title, entry.published and entry.published.date) for entry in listed.entries]
    assert found == [(title, f"2026-11-{20 + n}") for n, title in enumerate(TITLES["en"])]
    said = rows.replace("</span>", "</span> was when: ")
    listed = extract_listing(f"<html><body><main><ul>{said}</ul></main></body></html>", SITE)
    assert all(entry.title.startswith("2") for entry in listed.entries)


def test_a_kicker_that_is_called_so_is_no_word_of_its_headline() -> None:
    for kicker, headline in (("topline", "headline"), ("a1", "card-title"), ("volanta", "b2")):
        items = "".join(
            f'<article><a href="{s.path}"><h2><span class="{kicker}">{("Sport", "Money")[s.number % 2]}</span> '
            f'<span class="{headline}">{s.title}</span></h2></a></article>'
            for s in stories("en")
        )
        entries = extract_listing(page(items, "en"), SITE + "/news").entries
        assert [entry.title for entry in entries] == [s.title for s in stories("en")], kicker


def test_the_author_in_a_summary_is_none_of_its_words() -> None:
    items = "".join(
        f'<article><h2><a href="{s.path}">{s.title}</a></h2>'
        f'<p>{s.summary} <span class="author">By Ada Reed</span></p></article>'
        for s in stories("en")
    )
    entries = extract_listing(page(items, "en"), SITE + "/news").entries
    assert [entry.summary for entry in entries] == [s.summary for s in stories("en")]
