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
