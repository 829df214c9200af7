"""Ages and full dates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model.when import Precision, When
from tuinews.typeset.dates import age, full_date

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
        (timedelta(days=23), "3w"),
        (timedelta(days=31), "1mo"),
        (timedelta(days=150), "4mo"),
        (timedelta(days=364), "11mo"),
        (timedelta(days=800), "2y"),
    ],
)
def test_age_of_a_moment(ago: timedelta, text: str) -> None:
    assert age(NOW - ago, NOW) == text


def test_a_date_without_a_time_has_no_hours() -> None:
    today = datetime(2026, 3, 10, tzinfo=HANOI)
    assert age(When(today, Precision.DAY), NOW) == "today"
    assert age(When(today - timedelta(days=1), Precision.DAY), NOW) == "1d"


def test_an_interval_is_approximate() -> None:
    latest = NOW - timedelta(days=730)
    assert age(When(latest, Precision.YEAR, latest - timedelta(days=365)), NOW) == "~2y"
    assert age(When(NOW - timedelta(hours=2), Precision.HOUR, NOW - timedelta(hours=3)), NOW) == "~2h"


@given(st.datetimes(), st.sampled_from(Precision), st.booleans(), st.datetimes())
def test_an_age_has_at_most_six_cells_and_is_never_negative(
    moment: datetime, precision: Precision, approximate: bool, now: datetime
) -> None:
    text = age(When(moment, precision, moment if approximate else None), now)
    assert len(text) <= 6
    assert "-" not in text


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
def test_full_date(lang: str | None, text: str) -> None:
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
