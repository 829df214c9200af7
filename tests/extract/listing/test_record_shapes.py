"""Date and summary of a record, in many kinds of markup."""

from datetime import datetime

import pytest

from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Entry

from .stories import SITE, TITLES, Shape, Story, page, page_of, stories

NOW = datetime.fromisoformat("2026-03-07T12:00:00+00:00")
AGES = {"en": "{} days ago", "vi": "{} ngày trước", "ru": "{} дней назад", "ar": "منذ {} أيام", "ja": "{}日前"}


def entries(html: str) -> list[Entry]:
    return list(extract_listing(html, SITE + "/news", now=NOW).entries)


def dates(html: str) -> list[str]:
    return [entry.published.date[:10] if entry.published else "" for entry in entries(html)]


def dated_path(s: Story) -> str:
    return f"/2015/03/{s.number + 11}/story-{71000 + s.number}.html"


def counter_in_link(s: Story) -> str:
    return f'<li><a href="{dated_path(s)}">{s.title}</a> <a href="{dated_path(s)}">{s.number + 4}/12</a></li>'


def counter_under_picture(s: Story) -> str:
    picture = f'<a href="{dated_path(s)}"><img src="a.jpg"><span class="date-n">1/{s.number + 5}</span></a>'
    return f'<div>{picture}<h3><a href="{dated_path(s)}">{s.title}</a></h3></div>'


def score_in_cell(s: Story) -> str:
    link = f'<a href="{dated_path(s)}">{s.title}</a>'
    return f"<table><tr><td>{s.number + 1}-2</td><td><h4>{link}</h4></td></tr></table>"


def year_in_title(s: Story) -> str:
    return f'<p class="time-line"><a href="{dated_path(s)}">{s.title} 2019</a></p>'


def year_beside_title(s: Story) -> str:
    return f'<div><h3><a href="{dated_path(s)}">{s.title}</a></h3><span class="meta">2019</span></div>'


COUNTERS: tuple[Shape, ...] = (
    *(counter_in_link, counter_under_picture, score_in_cell, year_in_title, year_beside_title),
)


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", COUNTERS)
def test_a_counter_or_a_year_is_no_date_where_the_address_tells_one(shape: Shape, lang: str) -> None:
    assert dates(page_of(shape, lang)) == [f"2015-03-{s.number + 11}" for s in stories(lang)]


def test_a_date_without_its_year_is_one_near_the_day_in_the_address() -> None:
    records = "".join(
        f'<li><a href="{dated_path(s)}">{s.title}</a> <span>{s.number + 13}/03</span></li>' for s in stories("vi")
    )
    assert dates(page(records, "vi")) == [f"2015-03-{s.number + 13}" for s in stories("vi")]


def age(s: Story) -> str:
    return AGES[s.lang].format(s.number + 3)


def day(s: Story) -> str:
    return f"2026-03-0{s.number + 1}"


def age_then_day(s: Story) -> str:
    line = f'<span class="ago-time">{age(s)}</span><span>{day(s)}</span>'
    return f'<div><h3><a href="{s.path}">{s.title}</a></h3><p>{line}</p></div>'


def day_then_age(s: Story) -> str:
    return f'<li><a href="{s.path}">{s.title}</a> <em>{day(s)}</em> <em class="date">{age(s)}</em></li>'


def age_in_cell(s: Story) -> str:
    cells = f"<td class='time'>{age(s)}</td><td>{day(s)} 09:1{s.number}</td>"
    return f'<table><tr><td><a href="{s.path}">{s.title}</a></td>{cells}</tr></table>'


@pytest.mark.parametrize("lang", TITLES)
@pytest.mark.parametrize("shape", [age_then_day, day_then_age, age_in_cell])
def test_of_two_dates_the_exact_one(shape: Shape, lang: str) -> None:
    assert dates(page_of(shape, lang)) == [day(s) for s in stories(lang)]


def test_time_and_day_in_elements_of_their_own() -> None:
    clock = "<i>14:0{}</i><i>{}</i>"
    records = "".join(
        f'<h3><a href="{s.path}">{s.title}</a></h3><p>{clock.format(s.number, day(s))}</p>' for s in stories("vi")
    )
    found = [entry.published.date for entry in entries(page(records, "vi")) if entry.published]
    assert found == [f"{day(s)}T14:0{s.number}+07:00" for s in stories("vi")]


def test_a_name_with_a_number_before_an_age_is_no_part_of_it() -> None:
    records = "".join(
        f'<h3><a href="{s.path}">{s.title}</a></h3><div><a href="/u/m{s.number}">mod{s.number}</a>'
        f"<span>{s.number + 1} ngày trước</span><span>Bình luận: 21</span></div>"
        for s in stories("vi")
    )
    assert dates(page(records, "vi")) == [f"2026-03-0{6 - s.number}" for s in stories("vi")]


def related_in_summary(s: Story) -> str:
    return f'<div><h3><a href="{s.path}">{s.title}</a></h3><div>{s.summary}<br>{related(s, ">> ")}</div></div>'


def related_in_paragraph(s: Story) -> str:
    return f'<li><h2><a href="{s.path}">{s.title}</a></h2><p>{s.summary}<br>{related(s, "")}</p></li>'


def related_in_list(s: Story) -> str:
    more = f"<ul><li>{related(s, '')}</li></ul>"
    return f'<article><h2><a href="{s.path}">{s.title}</a></h2><p>{s.summary}</p>{more}</article>'


def related(s: Story, arrow: str) -> str:
    return f'<a href="/life/more-{82000 + s.number}.html">{arrow}{s.title[::-1]}</a>' if s.number % 2 else ""


@pytest.mark.parametrize("lang", ["en", "vi", "ru"])
@pytest.mark.parametrize("shape", [related_in_summary, related_in_paragraph, related_in_list])
def test_a_related_article_is_no_part_of_the_summary(shape: Shape, lang: str) -> None:
    found = {entry.url: entry for entry in entries(page_of(shape, lang))}
    assert [found[s.url].summary for s in stories(lang)] == [s.summary for s in stories(lang)]
    others = [entry for entry in found.values() if entry.url and "more-" in entry.url]
    assert [(entry.title, entry.summary) for entry in others] == [
        (s.title[::-1], None) for s in stories(lang) if s.number % 2
    ]


def strip(s: Story) -> str:
    return f'<li class="s"><h4><a href="{s.path}"><img src="a.jpg" alt="">{s.title}</a></h4></li>'


def told(s: Story) -> str:
    return f'<h3><a href="{s.path}">{s.title}</a></h3><span>{day(s)}</span><p>{s.summary}</p>'


@pytest.mark.parametrize("lang", TITLES)
def test_what_one_place_leaves_out_another_tells(lang: str) -> None:
    first, rest = stories(lang)[:4], stories(lang)[2:]
    html = f"<ul>{''.join(map(strip, first))}</ul>" + "".join(f"<div>{told(s)}</div>" for s in rest)
    found = entries(page(html, lang))
    assert [entry.title for entry in found] == [s.title for s in stories(lang)]
    assert [entry.summary for entry in found] == [None, None] + [s.summary for s in rest]
    assert [entry.published.date for entry in found if entry.published] == [day(s) for s in rest]


DAYS = {
    "en": ("March {d}, 2026", "{d} March 2026 10:2{d}", "Mar {d}, 2026 at 10:2{d} AM"),
    "vi": ("0{d}/03/2026 10:2{d}", "Thứ Sáu, {d}/3/2026, 10:2{d} (GMT+7)", "0{d}/03/2026"),
    "ru": ("{d} марта 2026, 10:2{d}", "0{d}.03.2026", "10:2{d}, 0{d}.03.2026"),
    "ar": ("{d} مارس 2026", "{d} مارس 2026 10:2{d}", "2026/03/0{d}"),
    "ja": ("2026年3月{d}日", "2026/03/0{d}", "2026年3月{d}日 10:2{d}"),
}
SHOWN = [(lang, form) for lang, forms in DAYS.items() for form in forms]


def said(s: Story) -> str:
    """A summary that differs from those of the other stories."""
    return f"{TITLES[s.lang][s.number - 1]}: {s.summary}"


def told_line_by_line(s: Story, date: str) -> str:
    return f'<p><b><a href="{s.path}">{s.title}</a></b><br>{date}<br>{said(s)}</p>'


def told_in_one_line(s: Story, date: str) -> str:
    return f'<ul><li><a href="{s.path}">{s.title}</a>, {date}. {said(s)}</li></ul>'


def told_before_the_summary(s: Story, date: str) -> str:
    return f'<div><h3><a href="{s.path}">{s.title}</a></h3><p>{date} — {said(s)}</p></div>'


def told_in_cells(s: Story, date: str) -> str:
    link = f'<a href="{s.path}">{s.title}</a>'
    return f"<table><tr><td>{date}</td><td>{link}<br><small>{said(s)}</small></td></tr></table>"


@pytest.mark.parametrize(("lang", "form"), SHOWN)
@pytest.mark.parametrize(
    "shape",
    [told_line_by_line, told_in_one_line, told_before_the_summary, told_in_cells],
    ids=lambda s: s.__name__,
)
def test_date_and_summary_in_one_text_are_told_apart(lang: str, form: str, shape: object) -> None:
    assert callable(shape)
    html = page("".join(shape(s, form.format(d=s.number + 1)) for s in stories(lang)), lang)
    assert dates(html) == [day(s) for s in stories(lang)]
    assert [entry.summary for entry in entries(html)] == [said(s) for s in stories(lang)]


@pytest.mark.parametrize("lang", TITLES)
def test_a_summary_of_two_paragraphs_is_both(lang: str) -> None:
    records = "".join(
        f'<li><h3><a href="{s.path}">{s.title}</a></h3><p>{said(s)[:60]}</p><p>{said(s)}</p></li>'
        for s in stories(lang)
    )
    wanted = [f"{said(s)[:60].strip()} {said(s)}" for s in stories(lang)]
    assert [entry.summary for entry in entries(page(records, lang))] == wanted


def test_a_number_at_the_beginning_of_a_summary_stays() -> None:
    rest = ", and nobody there was told of it on Monday."
    beginnings = (
        "2026 was the year of",
        "12.5 tons of herring",
        "24/7: the watch of",
        "3 March is when",
        "10:20 came",
    )
    records = "".join(
        f'<div><h3><a href="{s.path}">{s.title}</a></h3><p>{begun} the harbour{rest}</p></div>'
        for s, begun in zip(stories("en"), beginnings, strict=False)
    )
    found = [entry.summary or "" for entry in entries(page(records, "en"))]
    assert [text.startswith(begun) for text, begun in zip(found, beginnings, strict=True)] == [True] * 5


def test_a_day_in_the_title_of_an_age_is_exact() -> None:
    rows = "".join(
        f'<li><a href="/p{n}.htm">{TITLES["vi"][n]}</a>'
        f'<span title="0{n + 1}/03/2026 14:0{n}">{5 - n} ngày trước</span></li>'
        for n in range(4)
    )
    html = f"<html lang=vi><body><h1>Tin</h1><ul>{rows}</ul>"
    found = [entry.published.date if entry.published else "" for entry in entries(html)]
    assert found == [f"2026-03-0{n + 1}T14:0{n}+07:00" for n in range(4)]
