"""Dates as pages print them: a text, and what a careful reader says it is."""

from datetime import datetime

import pytest

from tuinews.extract.dates import date_in_url, parse_date

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHỦ NHẬT, NGÀY 28 THÁNG 04 NĂM 2024 01:30", "2024-04-28T01:30+07:00"),
        ("26/10/2021 | 10:42", "2021-10-26T10:42"),
        ("07/03/2026 08:01 GMT+7", "2026-03-07T08:01+07:00"),
        ("Thứ Năm 15/01/2024 - 10:30", "2024-01-15T10:30+07:00"),
        ("3 ngày trước", "2026-03-05"),
        ("heute, 17:00 Uhr", "2026-03-08T17:00"),
        ("1.2.3", None),
    ],
)
def test_a_text_gives_its_date(text: str, expected: str | None) -> None:
    when = parse_date(text, NOW)
    assert (when and when.date) == expected


def test_an_address_gives_its_day() -> None:
    when = date_in_url("https://example.vn/mot-bai-20211026034200.htm")
    assert when is not None
    assert when.date == "2021-10-26"
