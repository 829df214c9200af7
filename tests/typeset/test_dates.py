"""Ages and full dates."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.language import LANGUAGES, choose
from tuinews.model.when import Precision, When
from tuinews.typeset.dates import age, age_cells, full_date

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=10), "now"),
        (timedelta(minutes=-5), "now"),
        (timedelta(days=-4000), "now"),
        (timedelta(minutes=5), "5m"),
        (timedelta(hours=3, minutes=50), "3h"),
        (timedelta(hours=30), "1d"),
        (timedelta(days=6), "6d"),
        (timedelta(days=10), "1w"),
        (timedelta(days=20), "2w"),
        (timedelta(days=23), "3w"),
        (timedelta(days=31), "1mo"),
        (timedelta(days=150), "4mo"),
        (timedelta(days=364), "11mo"),
        (timedelta(days=400), "1y"),
        (timedelta(days=800), "2y"),
    ],
)
def test_age_of_a_moment(ago: timedelta, text: str) -> None:
    assert age(NOW - ago, NOW) == text


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=10), "mới"),
        (timedelta(minutes=59), "59 phút"),
        (timedelta(hours=3), "3 giờ"),
        (timedelta(days=2), "2 ngày"),
        (timedelta(days=20), "2 tuần"),
        (timedelta(days=364), "11 tháng"),
        (timedelta(days=800), "2 năm"),
    ],
)
def test_age_in_vietnamese(ago: timedelta, text: str, speak: Callable[[str], str]) -> None:
    speak("vi")
    assert age(NOW - ago, NOW) == text
    assert age(When(NOW - ago, Precision.DAY), NOW) in (text, "hôm nay")


def test_a_date_without_a_time_has_no_hours() -> None:
    today = datetime(2026, 3, 10, tzinfo=HANOI)
    assert age(When(today, Precision.DAY), NOW) == "today"
    assert age(When(today - timedelta(days=1), Precision.DAY), NOW) == "1d"


LATE = datetime(2026, 11, 29, 22, 0, tzinfo=UTC)
"""Five in the morning of the 30th in Hanoi, five in the evening of the 29th in New York."""


@pytest.mark.parametrize(
    ("zone", "offset", "day", "text"),
    [
        ("Asia/Ho_Chi_Minh", None, 29, "1d"),
        ("Asia/Ho_Chi_Minh", UTC, 29, "1d"),
        ("Asia/Ho_Chi_Minh", HANOI, 29, "1d"),
        ("Asia/Ho_Chi_Minh", None, 30, "today"),
        ("Asia/Ho_Chi_Minh", HANOI, 30, "today"),
        ("America/New_York", None, 29, "today"),
        ("America/New_York", None, 28, "1d"),
        ("America/New_York", HANOI, 29, "1d"),
        ("America/New_York", HANOI, 30, "today"),
        ("UTC", None, 29, "today"),
    ],
)
def test_a_day_is_over_at_midnight_here_or_where_it_was_printed(
    users_zone: Callable[[str], None], zone: str, offset: timezone | None, day: int, text: str
) -> None:
    users_zone(zone)
    assert age(When(datetime(2026, 11, day, tzinfo=offset), Precision.DAY), LATE) == text


def test_a_moment_without_a_zone_is_of_the_users(users_zone: Callable[[str], None]) -> None:
    users_zone("Asia/Ho_Chi_Minh")
    assert age(datetime(2026, 11, 30, 4, 42), LATE) == "18m"
    assert age(datetime(2026, 11, 29, 21, 42, tzinfo=UTC), LATE) == "18m"


@pytest.mark.parametrize(
    ("zone", "text"),
    [("Asia/Ho_Chi_Minh", "29 November 2026, 05:00"), ("America/New_York", "28 November 2026, 17:00")],
)
def test_a_time_with_its_zone_is_said_in_the_users(
    users_zone: Callable[[str], None], zone: str, text: str
) -> None:
    users_zone(zone)
    moment = datetime(2026, 11, 28, 22, 0, tzinfo=UTC)
    assert full_date(When(moment), "en") == text
    assert full_date(When(moment.astimezone(HANOI)), "en") == text
    assert full_date(When(moment.replace(tzinfo=None)), "en") == "28 November 2026, 22:00"
    assert full_date(When(moment, Precision.DAY), "en") == "28 November 2026"


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_a_date_at_the_end_of_the_calendar_has_words(moment: datetime) -> None:
    for zone in (None, UTC, HANOI, timezone(timedelta(hours=-7))):
        assert str(moment.year) in full_date(When(moment.replace(tzinfo=zone)))


def test_an_interval_is_approximate() -> None:
    latest = NOW - timedelta(days=730)
    assert age(When(latest, Precision.YEAR, latest - timedelta(days=365)), NOW) == "~2y"
    assert age(When(NOW - timedelta(hours=2), Precision.HOUR, NOW - timedelta(hours=3)), NOW) == "~2h"


@given(st.datetimes(), st.sampled_from(Precision), st.booleans(), st.datetimes(), st.sampled_from(LANGUAGES))
def test_an_age_fits_into_its_cells_and_is_never_negative(
    moment: datetime, precision: Precision, approximate: bool, now: datetime, language: str
) -> None:
    choose(language)
    text = age(When(moment, precision, moment if approximate else None), now)
    assert len(text) <= age_cells() <= 8
    assert "-" not in text
    choose()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("vi", "26 tháng 10, 2021 10:42"),
        ("vi-VN", "26 tháng 10, 2021 10:42"),
        ("en", "26 October 2021, 10:42"),
        ("de", "26. Oktober 2021, 10:42"),
        ("fr", "26 octobre 2021, 10:42"),
        ("es", "26 de octubre de 2021, 10:42"),
        ("ja", "2021年10月26日 10:42"),
        ("zh-Hant", "2021年10月26日 10:42"),
        ("ko", "2021년 10월 26일 10:42"),
        ("ru", "2021-10-26 10:42"),
        (None, "2021-10-26 10:42"),
    ],
)
def test_a_full_date_is_written_as_the_language_does(lang: str | None, text: str) -> None:
    assert full_date(When(datetime(2021, 10, 26, 10, 42, tzinfo=HANOI)), lang) == text


@pytest.mark.parametrize(
    ("precision", "lang", "text"),
    [
        (Precision.DAY, "vi", "1 tháng 10, 2021"),
        (Precision.DAY, "fr", "1er octobre 2021"),
        (Precision.MONTH, "vi", "tháng 10, 2021"),
        (Precision.MONTH, "en", "October 2021"),
        (Precision.MONTH, "ru", "2021-10"),
        (Precision.YEAR, "en", "2021"),
        (Precision.WEEK, "en", "~ 1 October 2021"),
    ],
)
def test_a_date_is_no_finer_than_it_is_known(precision: Precision, lang: str, text: str) -> None:
    assert full_date(When(datetime(2021, 10, 1), precision), lang) == text


def test_an_interval_over_two_years_names_both() -> None:
    latest = datetime(2022, 4, 28)
    assert full_date(When(latest, Precision.YEAR, datetime(2021, 4, 28)), "vi") == "~ 2021–2022"
