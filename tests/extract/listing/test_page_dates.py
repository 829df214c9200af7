"""How a page writes its dates: what it tells of their order and their year."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.dates import date_in_url
from tuinews.extract.listing.outline import outline_of
from tuinews.extract.listing.records.page_dates import DateReader, date_reader
from tuinews.extract.page.tree import parse


def reader(
    page: str, titles: tuple[str, ...] = (), url: str = "https://a.example/", lang: str | None = None
) -> DateReader:
    return date_reader(outline_of(parse(page)), titles, url, lang, None)


def read(how: DateReader, text: str) -> str | None:
    found = how.read(text)
    return found.date if found else None


@pytest.mark.parametrize(
    ("page", "titles", "url", "lang", "date"),
    [
        ("<p>8/28/2023</p>", (), "https://a.example/", "en", "2023-09-04"),
        ("<p>28/8/2023</p>", (), "https://a.example/", "en", "2023-04-09"),
        ("", (), "https://a.example.au/", "en", "2023-04-09"),
        ("", ("Cầu cảng đóng cửa", "Phà trễ giờ"), "https://a.example/", "en", "2023-04-09"),
        ("", ("Η γέφυρα κλείνει",), "https://a.example/", "en-US", "2023-04-09"),
        ("", (), "https://a.example/", "en-US", "2023-09-04"),
        ("", (), "https://a.example/", "de", "2023-04-09"),
    ],
)
def test_order_of_day_and_month(page: str, titles: tuple[str, ...], url: str, lang: str, date: str) -> None:
    assert (read(reader(page, titles, url, lang), "9/4/2023") or "")[:10] == date


def test_a_year_that_is_left_out_comes_from_the_page() -> None:
    stated = reader('<time datetime="2024-03-09T10:00:00Z">x</time>')
    assert read(stated, "7 March") == "2024-03-07"
    assert read(stated, "yesterday") is None
    assert read(stated, "3 hours ago") is None
    assert read(reader("<p>© 2019 - 2022 The Post</p>"), "7 March") == "2022-03-07"
    assert read(reader("<p>nothing</p>"), "7 March") is None


def test_a_year_that_is_left_out_comes_from_the_stamp_first() -> None:
    stamp = date_in_url("https://a.example/2021/12/30/story.html")
    assert stamp
    found = reader("<p>© 2024 The Post</p>").read("30 December", stamp)
    assert found
    assert found.date == "2021-12-30"


def test_the_time_of_fetching_goes_before_what_the_page_tells() -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    how = date_reader(outline_of(parse("<p>© 2019 The Post</p>")), (), "https://a.example/", "en", now)
    assert read(how, "7 March") == "2026-03-07"
