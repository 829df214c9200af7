"""Date texts of some thirty languages beside what a careful reader says they are (dates.tsv)."""

from datetime import datetime
from pathlib import Path

import pytest

from tuinews.extract.dates import parse_date

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("lang", "date", "precision", "text"), ROWS)
def test_a_text_is_read_as_a_person_reads_it(lang: str, date: str, precision: str, text: str) -> None:
    when = parse_date(text, NOW, None if lang == "-" else lang)
    read = ("-", "-") if when is None else (when.date, when.precision.value)
    assert read == (date, precision)
