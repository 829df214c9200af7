"""Lists cut into days, dates that only programs read, news on one page, and topics that are articles."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Listing

from .stories import SITE, TITLES, Shape, Story, page, page_of, stories

NOW = datetime(2026, 11, 29, 3, 30, tzinfo=UTC)
DAYS = {
    "en": ("29 November 2026", "28 November 2026"),
    "vi": ("Chủ Nhật, 29/11/2026", "Thứ Bảy, 28/11/2026"),
    "ru": ("29 ноября 2026", "28 ноября 2026"),
    "ar": ("29 نوفمبر/تشرين الثاني 2026", "28 تشرين الثاني (نوفمبر) 2026"),
    "ja": ("2026年11月29日", "2026年11月28日"),
}
RELATIVE = {"en": ("Today", "Yesterday"), "vi": ("Hôm nay", "Hôm qua"), "ru": ("Сегодня", "Вчера")}
NUMBERS = (("29/11/2026", "28/11/2026"), ("29.11.2026", "28.11.2026"), ("2026-11-29", "2026-11-28"))
WANTED = ["2026-11-29"] * 3 + ["2026-11-28"] * 3


def listing(html: str, path: str = "/news") -> Listing:
    return extract_listing(html, SITE + path, now=NOW)


def dates(html: str) -> list[str]:
    return [entry.published.date[:10] if entry.published else "" for entry in listing(html).entries]


def boxes(day: str, of_day: list[Story]) -> str:
    return f'<div class="d">{day}</div>' + "".join(
        f'<div class="n"><a href="{s.path}">{s.title}</a></div>' for s in of_day
    )


def lists(day: str, of_day: list[Story]) -> str:
    items = "".join(f'<li><a href="{s.path}">{s.title}</a></li>' for s in of_day)
    return f"<h3>{day}</h3><ul>{items}</ul>"


def rows(day: str, of_day: list[Story]) -> str:
    items = "".join(f'<tr><td>1{s.number}:00</td><td><a href="{s.path}">{s.title}</a></td></tr>' for s in of_day)
    return f'<tr><td colspan="2"><b>{day}</b></td></tr>{items}'


def cards(day: str, of_day: list[Story]) -> str:
    items = "".join(
        f'<article><h4><a href="{s.path}">{s.title}</a></h4><p>{s.summary}</p></article>' for s in of_day
    )
    return f'<section><header><span class="x">{day}</span></header>{items}</section>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("of_day", [boxes, lists, rows, cards])
def test_each_entry_has_the_date_of_its_day(lang: str, of_day: object) -> None:
    assert callable(of_day)
    first, last = stories(lang)[:3], stories(lang)[3:]
    around = "<table>{}</table>" if of_day is rows else "<div>{}</div>"
    html = page(of_day(DAYS[lang][0], first) + of_day(DAYS[lang][1], last), lang, around)
    assert dates(html) == WANTED


@pytest.mark.parametrize("of_day", [boxes, lists, rows, cards])
@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fa", "یکشنبه ۸ آذر ۱۴۰۵", "شنبه ۷ آذر ۱۴۰۵"),
        ("ar", "18 جمادى الآخرة 1448 هـ", "17 جمادى الآخرة 1448 هـ"),
        ("th", "วันอาทิตย์ที่ 29 พฤศจิกายน 2569", "วันเสาร์ที่ 28 พฤศจิกายน 2569"),
        ("ne", "आइतबार, १३ मंसिर २०८३", "शनिबार, १२ मंसिर २०८३"),
    ],
)
def test_days_of_other_calendars_head_a_list_as_well(of_day: object, lang: str, one: str, other: str) -> None:
    assert callable(of_day)
    body = of_day(one, stories("en")[:3]) + of_day(other, stories("en")[3:])
    html = page(f"<table>{body}</table>" if of_day is rows else body, lang)
    assert dates(html) == WANTED


@pytest.mark.parametrize("lang", RELATIVE)
def test_a_day_may_be_told_by_a_word(lang: str) -> None:
    first, last = stories(lang)[:3], stories(lang)[3:]
    html = page(lists(RELATIVE[lang][0], first) + lists(RELATIVE[lang][1], last), lang)
    assert dates(html) == WANTED


@pytest.mark.parametrize("days", NUMBERS)
def test_a_day_may_be_told_in_numbers(days: tuple[str, str]) -> None:
    html = page(boxes(days[0], stories("vi")[:3]) + boxes(days[1], stories("vi")[3:]), "vi")
    assert dates(html) == WANTED


def test_the_date_of_the_page_is_none_of_its_entries() -> None:
    html = page(f"<div>{DAYS['en'][0]}</div>" + lists("All the news", stories("en")), "en")
    assert dates(html) == [""] * 6


def test_a_date_of_its_own_is_kept_under_a_day() -> None:
    own = "".join(f"<li><a href='{s.path}'>{s.title}</a> <i>2026-11-2{s.number}</i></li>" for s in stories("en"))
    html = page(f"<h3>{DAYS['en'][0]}</h3><ul>{own}</ul><h3>{DAYS['en'][1]}</h3>", "en")
    assert dates(html) == [f"2026-11-2{number}" for number in range(6)]


EPOCH = int(datetime(2026, 11, 26, 10, tzinfo=UTC).timestamp())


def milliseconds(s: Story) -> str:
    return f'<li><a href="{s.path}">{s.title}</a><div data-timestamp="{EPOCH - s.number * 86400}000"></div></li>'


def seconds(s: Story) -> str:
    stamp = f'<span data-time="{EPOCH - s.number * 86400}">soon</span>'
    return f'<div class="c"><h3><a href="{s.path}">{s.title}</a></h3>{stamp}</div>'


def in_row(s: Story) -> str:
    stamp = f'<td><time datetime="{EPOCH - s.number * 86400}"></time></td>'
    return f'<table><tr>{stamp}<td><a href="{s.path}">{s.title}</a></td></tr></table>'


def under_another_name(s: Story) -> str:
    stamps = f'data-updated-at="{EPOCH}" data-created-at="{EPOCH - s.number * 86400}"'
    return f'<div class="c"><h3><a href="{s.path}">{s.title}</a></h3><i {stamps}></i></div>'


def for_a_script(s: Story) -> str:
    return f'<li data-livestamp="{EPOCH - s.number * 86400}"><a href="{s.path}">{s.title}</a></li>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [milliseconds, seconds, in_row, under_another_name, for_a_script])
def test_a_count_of_seconds_is_a_date(shape: Shape, lang: str) -> None:
    assert dates(page_of(shape, lang)) == [f"2026-11-{26 - s.number}" for s in stories(lang)]


def test_what_the_page_prints_goes_before_the_count_of_a_script() -> None:
    def printed(s: Story) -> str:
        return f'<li data-unix="{EPOCH}"><a href="{s.path}">{s.title}</a> <i>2026-11-2{s.number}</i></li>'

    assert dates(page_of(printed, "en")) == [f"2026-11-2{number}" for number in range(6)]


def heading_part(s: Story) -> str:
    head = f'<h2><a href="#u{s.number}">{s.title}</a></h2>'
    return f'<div id="u{s.number}">{head}<div class="date">2026-11-2{s.number}</div><p>{s.summary}</p></div>'


def permalink_part(s: Story) -> str:
    head = f'<h3 id="u{s.number}">{s.title} <a href="/news#u{s.number}">¶</a></h3>'
    return f"<section>{head}<p>2026-11-2{s.number}</p><p>{s.summary}</p></section>"


def named_part(s: Story) -> str:
    head = f'<a name="u{s.number}"></a><b><a href="#u{s.number}">{s.title}</a></b>'
    return f"<table><tr><td>2026-11-2{s.number}</td><td>{head}<br>{s.summary}</td></tr></table>"


def unlinked_part(s: Story) -> str:
    return f'<h3 id="u{s.number}">{s.title}</h3><p class="date">2026-11-2{s.number}</p><p>{s.summary}</p>'


def section_part(s: Story) -> str:
    return (
        f'<section id="u{s.number}"><h2>{s.title}</h2><time>2026-11-2{s.number}</time><p>{s.summary}</p></section>'
    )


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [heading_part, permalink_part, named_part, unlinked_part, section_part])
def test_news_on_one_page_are_its_entries(shape: Shape, lang: str) -> None:
    found = listing(page_of(shape, lang))
    assert [(entry.title, entry.url) for entry in found.entries] == [
        (s.title, f"{SITE}/news#u{s.number}") for s in stories(lang)
    ]
    assert len({entry.id for entry in found.entries}) == 6
    assert dates(page_of(shape, lang)) == [f"2026-11-2{number}" for number in range(6)]
    assert found.confidence >= 0.5


def test_the_contents_of_an_article_are_no_news() -> None:
    contents = "".join(f'<li><a href="#p{s.number}">{s.title}</a></li>' for s in stories("en"))
    parts = "".join(f'<h2 id="p{s.number}">{s.title}</h2><p>{s.summary} {s.summary}</p>' for s in stories("en"))
    found = listing(page(f"<ul>{contents}</ul>{parts}", "en"))
    assert found.confidence < 0.5
    assert not [entry for entry in found.entries if "#" in (entry.url or "")]


@pytest.mark.parametrize("path", ["/topics/{}.html", "/topic/2026/91{}", "/en/topics/2026112{}"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_numbered_topics_are_articles(lang: str, path: str) -> None:
    items = "".join(
        f'<li><span>2026.11.2{s.number}</span><a href="{path.format(s.number)}">{s.title}</a></li>'
        for s in stories(lang)
    )
    found = listing(page(f"<ul>{items}</ul>", lang))
    assert [entry.title for entry in found.entries] == [s.title for s in stories(lang)]
    assert found.confidence >= 0.5


def test_a_cell_with_the_day_stands_beside_its_rows() -> None:
    told = iter(stories("ru"))
    table = "".join(
        f"<tr><td rowspan=2>{day}.11.2026</td><td><a href='{(one := next(told)).path}'>{one.title}</a></td></tr>"
        f"<tr><td><a href='{(two := next(told)).path}'>{two.title}</a></td></tr>"
        for day in (29, 28, 27)
    )
    wanted = [day for day in ("2026-11-29", "2026-11-28", "2026-11-27") for _ in range(2)]
    assert dates(page(f"<table>{table}</table>", "ru")) == wanted


def test_days_in_words_and_in_figures_stand_in_one_list() -> None:
    told = stories("vi")
    days = (("Hôm nay", told[:2]), ("Hôm qua", told[2:4]), ("27/11", told[4:]))
    html = page("".join(boxes(day, of_day) for day, of_day in days), "vi")
    assert dates(html) == [day for day in ("2026-11-29", "2026-11-28", "2026-11-27") for _ in range(2)]


def test_a_date_that_only_microdata_have_is_read() -> None:
    items = "".join(
        f"<div itemscope itemtype='https://schema.org/NewsArticle'><a itemprop=url href='{s.path}'>"
        f"<span itemprop=headline>{s.title}</span></a><meta itemprop=dateModified content='2026-11-29'>"
        f"<meta itemprop=datePublished content='2026-11-{20 - s.number:02}'></div>"
        for s in stories("ja")
    )
    assert dates(page(items, "ja")) == [f"2026-11-{20 - s.number:02}" for s in stories("ja")]
