"""What dates promise beyond the table of dates.tsv: intervals, zones, and that nothing breaks them."""

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.extract.dates import date_in_url, parse_date
from tuinews.extract.dates.calendars import hebrew, hijri
from tuinews.extract.dates.vocabulary.words import Words
from tuinews.extract.dates.vocabulary.words_asia import ASIA
from tuinews.extract.dates.vocabulary.words_east import EAST
from tuinews.extract.dates.vocabulary.words_more import MORE
from tuinews.extract.dates.vocabulary.words_rest import REST
from tuinews.extract.dates.vocabulary.words_west import WEST
from tuinews.model.when import Precision, When

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")
NAMED = [words for words in (*WEST, *EAST, *ASIA, *MORE, *REST) if words.months]
ISSUE = frozenset(
    [
        "vi",
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "no",
        "da",
        "pl",
        "cs",
        "ru",
        "uk",
        "tr",
        "el",
        "id",
        "th",
    ]
)
DATES = st.dates(date(1970, 1, 1), date(2068, 12, 31))


def first_name(words: Words, month: int) -> str:
    return words.months.split(";")[month - 1].split(",")[0].strip()


@given(
    st.sampled_from(NAMED),
    DATES,
    st.times(),
    st.sampled_from(("{d} {m} {y}", "{d}. {m} {y}, {t}", "{m} {d}, {y}")),
)
def test_a_named_month_is_read_in_its_language(words: Words, day: date, clock: object, shape: str) -> None:
    text = shape.format(d=day.day, m=first_name(words, day.month), y=day.year, t=str(clock)[:5])
    when = parse_date(text, None, words.lang)
    assert when is not None
    assert when.latest.date() == day
    assert when.latest.strftime("%H:%M") == (str(clock)[:5] if "{t}" in shape else "00:00")


@given(st.sampled_from([words for words in NAMED if words.lang in ISSUE]), DATES)
def test_a_named_month_is_read_in_a_language_not_told(words: Words, day: date) -> None:
    when = parse_date(f"{day.day} {first_name(words, day.month)} {day.year}")
    assert when is not None
    assert when.latest.date() == day


@given(
    DATES,
    st.sampled_from("/-."),
    st.sampled_from(("vi", "de", "fr", "es", "it", "pt", "pl", "ru", "tr", "id", None)),
)
def test_numbers_are_read_day_first(day: date, mark: str, lang: str | None) -> None:
    when = parse_date(f"{day.day:02}{mark}{day.month:02}{mark}{day.year}", None, lang)
    assert when is not None
    assert when.latest.date() == day


@given(DATES, st.sampled_from("/-."), st.sampled_from(("zh", "ja", "ko", "hu", "vi", "en", None)))
def test_numbers_that_begin_with_the_year_are_read_so_everywhere(day: date, mark: str, lang: str | None) -> None:
    when = parse_date(f"{day.year}{mark}{day.month}{mark}{day.day}", None, lang)
    assert when is not None
    assert when.latest.date() == day


@given(DATES)
def test_an_american_number_is_read_month_first(day: date) -> None:
    when = parse_date(f"{day.month}/{day.day}/{day.year}", None, "en-US")
    assert when is not None
    assert when.latest.date() == day


@given(DATES)
def test_plain_english_is_never_read_the_wrong_way_round(day: date) -> None:
    when = parse_date(f"{day.month}/{day.day}/{day.year}", None, "en")
    assert when is None or when.latest.date() == day


@given(st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1)))
def test_iso_comes_back_as_it_went(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert parse_date(moment.isoformat()) == When(moment, Precision.MINUTE)
    assert parse_date(moment.replace(tzinfo=UTC).isoformat()) == When(moment.replace(tzinfo=UTC), Precision.MINUTE)


@given(st.integers(1, 23))
def test_relative_words_are_an_interval_because_sites_round_down(hours: int) -> None:
    now = datetime(2026, 3, 8, 12, tzinfo=UTC)
    expected = When(now - timedelta(hours=hours), Precision.HOUR, now - timedelta(hours=hours + 1))
    for text in (f"{hours} giờ trước", f"{hours} hours ago", f"vor {hours} Stunden", f"{hours}時間前"):
        assert parse_date(text, now) == expected


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_date_without_a_year_has_happened(now: datetime, month: int, day: int) -> None:
    when = parse_date(f"{day}. {first_name(NAMED[2], month)}", now, "de")
    assert when is not None
    assert now - timedelta(days=366) < when.latest <= now + timedelta(days=2)


@pytest.mark.parametrize(
    "text", ["3 ngày trước", "yesterday", "15 January", "15/01 10:30", "vừa xong", "gestern, 10:30"]
)
def test_without_the_time_of_reading_nothing_is_guessed(text: str) -> None:
    assert parse_date(text) is None


def test_yesterday_in_vietnam_is_yesterday_there() -> None:
    late = datetime(2026, 3, 7, 20, tzinfo=UTC)  # the eighth has begun in Hanoi
    when = parse_date("Hôm qua", late)
    assert when is not None
    assert when.date == "2026-03-07"


def test_a_vietnamese_page_is_at_seven_hours_unless_it_says_otherwise() -> None:
    for text, lang, expected in (
        ("26/10/2021 10:42", "vi", "2021-10-26T10:42+07:00"),
        ("ngày 26/10/2021 10:42", "en", "2021-10-26T10:42+07:00"),
        ("26/10/2021 10:42 GMT+8", "vi", "2021-10-26T10:42+08:00"),
        ("26/10/2021 10:42", None, "2021-10-26T10:42"),
    ):
        when = parse_date(text, None, lang)
        assert when is not None
        assert when.date == expected


@given(st.text(max_size=80), st.sampled_from((None, NOW)), st.sampled_from((None, "vi", "en", "th", "xx-YY")))
def test_no_text_breaks_it(text: str, now: datetime | None, lang: str | None) -> None:
    assert is_sound(parse_date(text, now, lang))


def is_sound(when: When | None) -> bool:
    """Whether a date is none, or can be printed and ends after it begins."""
    return when is None or (bool(when.date) and (when.earliest is None or when.earliest < when.latest))


@given(
    st.lists(
        st.sampled_from(
            [
                "1",
                "12",
                "31",
                "2024",
                "/",
                "-",
                ".",
                ":",
                "h",
                "ngày",
                "tháng",
                "năm",
                "trước",
                "ago",
                "May",
                "Thứ",
                "(",
                ")",
                "|",
                ",",
                "GMT",
                "+",
                "'",
                "PM",
                "年",
                "月",
            ]
        )
    )
)
def test_no_order_of_its_words_breaks_it(words: list[str]) -> None:
    assert is_sound(parse_date(" ".join(words), NOW))


@pytest.mark.parametrize("piece", ["1/", "1. ", "đ", "ngày 1 tháng ", " ", "年月", "12:30 ", "a" * 7])
def test_a_text_of_ten_megabytes_is_not_read_to_its_end(piece: str) -> None:
    text = piece * (10_000_000 // len(piece))
    start = time.process_time()
    parse_date(text, NOW)
    assert time.process_time() - start < 0.5


def test_leading_space_does_not_hide_a_date() -> None:
    when = parse_date("\n\t " * 400 + "12/05/2024")
    assert when is not None
    assert when.date == "2024-05-12"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/2021/10/26/slug", "2021-10-26"),
        ("/2021/3/6/slug", "2021-03-06"),
        ("/world/2021/oct/26/slug", "2021-10-26"),
        ("/news/2021-10-26-slug", "2021-10-26"),
        ("/news/2021-10/26/slug", "2021-10-26"),
        ("/news/26-10-2021-slug", "2021-10-26"),
        ("/slug-20211026.html", "2021-10-26"),
        ("/slug-20211026034200.htm", "2021-10-26"),
        ("/slug-20211026103012345.htm", "2021-10-26"),
        ("/slug-196211026103012345.htm", "2021-10-26"),
        ("/slug-188211026103012345.chn", "2021-10-26"),
        ("/slug-10221102610301234.htm", "2021-10-26"),
        ("/2021/10/5-blogger-slug", "2021-10-01"),
        ("/notes/2021/October/26/slug", "2021-10-26"),
        ("/2021/oct/26/slug", "2021-10-26"),
        ("/2021/octopus/26/slug", None),
        ("/2021/13/45/slug", None),
        ("/slug-5047621.html", None),
        ("/slug-123456789012345.html", None),
        ("/2021/slug", None),
        ("/slug?date=2021-10-26", None),
    ],
)
def test_an_address_gives_its_day(path: str, expected: str | None) -> None:
    when = date_in_url("https://example.vn" + path)
    assert (when and when.date) == expected


def test_the_folder_of_a_month_is_a_month() -> None:
    when = date_in_url("https://example.org/2021/10/slug/")
    assert when == When(datetime(2021, 10, 1), Precision.MONTH)


def test_an_archived_copy_has_the_date_of_what_was_archived() -> None:
    when = date_in_url("https://archive.example/web/20190717140047/http://example.org/2014/01/27/slug")
    assert when is not None
    assert when.date == "2014-01-27"
    assert date_in_url("https://archive.example/web/20190717140047/example.org/slug") is None


@given(st.text(max_size=60))
def test_no_address_breaks_it(path: str) -> None:
    assert is_sound(date_in_url("https://example.org/" + path))
    assert is_sound(date_in_url(path))


@pytest.mark.parametrize(("calendar", "years"), [(hijri, range(1390, 1501)), (hebrew, range(5730, 5861))])
def test_a_calendar_of_the_moon_has_each_day_once(calendar: ModuleType, years: range) -> None:
    days = [calendar.common_day(*day) for day in product(years, range(1, 14), range(1, 31))]
    there = [day for day in days if day is not None]
    assert {later - day for day, later in pairwise(there)} == {timedelta(days=1)}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8h tối qua", "2026-03-07T20:00:00+07:00"),
        ("5h rạng sáng nay", "2026-03-08T05:00:00+07:00"),
        ("10h sáng nay", "2026-03-08T10:00:00+07:00"),
        ("2h chiều hôm kia", "2026-03-06T14:00:00+07:00"),
        ("22h đêm qua", "2026-03-07T22:00:00+07:00"),
        ("Toi qua", "2026-03-07T00:00:00+07:00"),
        ("20h toi qua", "2026-03-07T20:00:00+07:00"),
    ],
)
def test_a_part_of_a_day_told_from_now_has_its_hours(text: str, moment: str) -> None:
    when = parse_date(text, datetime.fromisoformat("2026-03-08T12:00:00+07:00"), "vi")
    assert when is not None
    assert when.latest.isoformat() == moment
