"""Moments: what is printed, and what sorts before what."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tuinews.model.when import Precision, When

HANOI = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("when", "date"),
    [
        (When(datetime(2021, 10, 26, 10, 42, tzinfo=HANOI)), "2021-10-26T10:42+07:00"),
        (When(datetime(2021, 10, 26, 10, 42, 7, tzinfo=UTC)), "2021-10-26T10:42:07+00:00"),
        (When(datetime(2021, 10, 26, 10, 42)), "2021-10-26T10:42"),
        (When(datetime(2021, 10, 26, 23), Precision.HOUR), "2021-10-26T23:00"),
        (When(datetime(2021, 10, 26, 23), Precision.DAY), "2021-10-26"),
        (When(datetime(2021, 10, 1), Precision.YEAR), "2021-10-01"),
    ],
)
def test_the_date_says_no_more_than_is_known(when: When, date: str) -> None:
    assert when.date == date


@pytest.mark.parametrize(
    ("when", "stated"),
    [
        (When(datetime(2004, 4, 1), Precision.MONTH), "2004-04"),
        (When(datetime(2004, 1, 1), Precision.YEAR), "2004"),
        (When(datetime(2004, 4, 1), Precision.DAY), "2004-04-01"),
        (When(datetime(2004, 4, 1), Precision.MONTH, datetime(2004, 3, 1)), "2004-04-01"),
        (When(datetime(2004, 4, 1, 10, 42)), "2004-04-01T10:42"),
    ],
)
def test_a_month_that_a_page_prints_has_no_day(when: When, stated: str) -> None:
    assert when.stated == stated


def test_an_interval_is_approximate() -> None:
    two_years_ago = When(datetime(2022, 4, 28), Precision.YEAR, datetime(2021, 4, 28))
    assert two_years_ago.approximate
    assert two_years_ago.earliest_date == "2021-04-28"
    assert not When(datetime(2022, 4, 28)).approximate


def test_moments_sort_across_zones() -> None:
    hanoi = When(datetime(2024, 1, 1, 7, 0, tzinfo=HANOI))
    london = When(datetime(2024, 1, 1, 0, 0, tzinfo=UTC))
    assert hanoi.timestamp == london.timestamp
    assert When(datetime(1960, 1, 1)).timestamp < 0
