"""Date texts of some forty languages beside what a careful reader says they are.

dates.tsv holds whole texts as pages print them; dates_relative.tsv the relative words of each language.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tuinews.extract.dates import parse_date

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")


def table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_each_text_is_read_as_a_person_reads_it() -> None:
    rows = table("dates.tsv")
    wrong = {}
    for lang, date, precision, text in rows:
        when = parse_date(text, NOW, None if lang == "-" else lang)
        read = ("-", "-") if when is None else (when.date, when.precision.value)
        if read != (date, precision):
            wrong[lang, text] = f"read as {read}, but it is {(date, precision)}"
    assert len(rows) > 500
    assert wrong == {}


AGO = [
    *(NOW - timedelta(minutes=1), NOW - timedelta(minutes=5), NOW - timedelta(hours=1), NOW - timedelta(hours=3)),
    *(NOW - timedelta(days=1), NOW - timedelta(days=3), NOW.replace(month=2), NOW.replace(year=2025, month=12)),
    *(NOW.replace(year=2025), NOW.replace(year=2024)),
]
DAYS = [NOW.date() - timedelta(days=days) for days in (1, 0, 2)]


@pytest.mark.parametrize("row", table("dates_relative.tsv"), ids=lambda row: str(row[0]))
def test_relative_words_are_read_in_every_language_and_without_its_name(row: list[str]) -> None:
    lang, *texts = row
    for told in (lang, None):
        for text, moment in zip(texts[: len(AGO)], AGO, strict=True):
            when = parse_date(text, NOW, told)
            assert when is not None, text
            assert when.latest == moment, text
            assert when.earliest is not None, text
        for text, day in zip(texts[len(AGO) :], DAYS, strict=False):
            for said in (text, text.upper(), f"{text}, 10:30"):
                when = parse_date(said, NOW, told)
                assert when is not None, said
                assert (when.latest.date(), when.earliest) == (day, None), said
