"""Archives by year and by month: what a day without its year means there, whenever the page is fetched."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, Story, page, stories

NOW = datetime(2026, 11, 29, 3, 30, tzinfo=UTC)
DAYS = ((11, 21), (8, 14), (2, 3)) * 2
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WANTED = ["2024-11-21", "2024-08-14", "2024-02-03", "2022-11-21", "2022-08-14", "2022-02-03"]

Item = Callable[[Story, int, int], str]
HEADINGS = (
    "<h2>{}</h2><ul>{}</ul>",
    "<div>{}</div><div>{}</div>",
    "<section><h3>{}</h3><ul>{}</ul></section>",
    '<div class="year"><a href="/archive/{0}">{0}</a></div><ul>{1}</ul>',
)


def before(s: Story, month: int, day: int) -> str:
    return f'<li><span>{MONTHS[month]} {day}</span> <a href="{s.path}">{s.title}</a></li>'


def behind(s: Story, month: int, day: int) -> str:
    return f'<li><a href="{s.path}">{s.title}</a> <small>{day} {MONTHS[month]}</small></li>'


def in_its_line(s: Story, month: int, day: int) -> str:
    return f'<li>{MONTHS[month]} {day} &raquo; <a href="{s.path}">{s.title}</a></li>'


def in_numbers(s: Story, month: int, day: int) -> str:
    return f'<li><time>{day:02}/{month:02}</time> <a href="{s.path}">{s.title}</a></li>'


def dates(html: str) -> list[str]:
    found = extract_listing(html, SITE + "/archive", now=NOW).entries
    return [entry.published.stated if entry.published else "" for entry in found]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("item", [before, behind, in_its_line, in_numbers])
def test_a_day_is_of_the_year_above_it(item: Item, heading: str) -> None:
    lang = "vi" if item is in_numbers else "en"
    items = [item(s, *day) for s, day in zip(stories(lang), DAYS, strict=True)]
    years = heading.format("2024", "".join(items[:3])) + heading.format("2022 (3)", "".join(items[3:]))
    assert dates(page(years, lang)) == WANTED


def test_a_date_that_states_its_year_stays_under_another() -> None:
    items = [f'<li><a href="{s.path}">{s.title}</a> <i>3 May 2019</i></li>' for s in stories("en")]
    years = HEADINGS[0].format("2024", "".join(items[:3])) + HEADINGS[0].format("2022", "".join(items[3:]))
    assert dates(page(years, "en")) == ["2019-05-03"] * 6


@pytest.mark.parametrize(
    "number",
    [
        *("{} {}", "<span>{}.</span> {}", "<b>{}:</b> {}", "{1} <small>({0}th)</small>"),
        *("<i>{}日</i>{}", "<b>Fri {}</b> {}"),
    ],
)
@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("en", "March 2025", "February 2025"),
        ("vi", "Tháng 3/2025", "Tháng 2 năm 2025"),
        ("ja", "2025年3月", "2025年2月"),
    ],
)
def test_a_number_under_a_month_is_its_day(number: str, lang: str, first: str, last: str) -> None:
    linked = [f'<a href="{s.path}">{s.title}</a>' for s in stories(lang)]
    items = [
        f"<li>{number.format(day, link)}</li>" for day, link in zip((21, 14, 4, 28, 9, 9), linked, strict=True)
    ]
    months = f"<h2>{first}</h2><ul>{''.join(items[:3])}</ul><h2>{last}</h2><ul>{''.join(items[3:])}</ul>"
    march, february = ["2025-03-21", "2025-03-14", "2025-03-04"], ["2025-02-28", "2025-02-09", "2025-02-09"]
    assert dates(page(months, lang)) == march + february


def test_numbers_in_no_order_are_counts_and_a_month_alone_is_of_the_year_above_it() -> None:
    items = [
        f'<li><a href="{s.path}">{s.title}</a> ({count})</li>'
        for s, count in zip(stories("en"), (3, 19, 7, 2, 2, 9), strict=True)
    ]
    november, may = f"<h3>November</h3><ul>{''.join(items[:3])}</ul>", f"<h3>May</h3><ul>{''.join(items[3:])}</ul>"
    assert dates(page(f"<h2>2024</h2>{november}<h2>2023</h2>{may}", "en")) == ["2024-11"] * 3 + ["2023-05"] * 3
