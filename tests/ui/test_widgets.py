"""The plain parts: merging, ages."""

from array import array
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.model.when import Precision, When
from tuinews.ui.language import user_language
from tuinews.ui.widgets.ages import age
from tuinews.ui.widgets.listed import merged

NOW = datetime(2024, 5, 10, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("old", "new", "staying", "result"),
    [
        ([1, 2, 3], [1, 3], {2}, [1, 2, 3]),
        ([1, 2, 3], [9, 1, 3], {2}, [9, 1, 2, 3]),
        ([1, 2, 3], [2, 3], {1}, [1, 2, 3]),
        ([1, 2, 3], [1, 3], set(), [1, 3]),
        ([1, 2, 3, 4], [1], {2, 4}, [1, 2, 4]),
        ([1, 2], [3], {7}, [3]),
    ],
)
def test_what_stays_stands_where_it_stood(
    old: list[int], new: list[int], staying: set[int], result: list[int]
) -> None:
    assert list(merged(array("q", old), array("q", new), staying)) == result


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=5), "now"),
        (timedelta(minutes=-90), "now"),
        (timedelta(minutes=59), "59m"),
        (timedelta(hours=23), "23h"),
        (timedelta(days=3), "3d"),
        (timedelta(days=20), "2w"),
        (timedelta(days=100), "3mo"),
        (timedelta(days=900), "2y"),
    ],
)
def test_ages_are_short_and_never_negative(new_entry: Any, ago: timedelta, text: str) -> None:
    row = new_entry(1, "Title", published=When(NOW - ago))
    assert age(row, NOW) == text
    assert len(text) <= 5


def test_a_day_is_no_hour_and_an_interval_is_about(new_entry: Any) -> None:
    today = When(datetime(2024, 5, 10), Precision.DAY)
    assert age(new_entry(1, "Title", published=today), NOW) == "today"
    yesterday = When(datetime(2024, 5, 9), Precision.DAY)
    assert age(new_entry(1, "Title", published=yesterday), NOW) == "1d"
    about = When(NOW - timedelta(days=800), Precision.YEAR, NOW - timedelta(days=1165))
    assert age(new_entry(1, "Title", published=about), NOW) == "~2y"


def test_an_entry_without_a_date_has_the_age_of_its_first_sight(new_entry: Any) -> None:
    assert age(new_entry(1, "Title", published=None, first_seen=NOW - timedelta(hours=2)), NOW) == "2h"


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LC_ALL": "vi_VN.UTF-8", "LANG": "en_US"}, "vi"),
        ({"LANG": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
    ],
)
def test_the_users_language(environ: dict[str, str], lang: str) -> None:
    assert user_language(environ) == lang
