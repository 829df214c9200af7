"""Reading dates beside dateparser: how many are right, microseconds a text, and how many times faster.

    python tests/bench/dates.py [ROUNDS]

Both read the table of tests/extract/dates.tsv in turns, so that a busy machine is busy for both. dateparser is
given each text's language where the table names it, and the same `now`; that is the fastest that it goes. The
table was written beside our own reader, so its share of right answers flatters us; the other's does not.
"""

import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import dateparser

from tuinews.extract.dates import parse_date

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")
TABLE = Path(__file__).parents[1] / "extract" / "dates.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    lang: str | None
    date: str
    text: str


Read = Callable[[Row], str]


def rows() -> list[Row]:
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [Row(None if lang == "-" else lang, date, text) for lang, date, _, text in lines if text]


def ours(row: Row) -> str:
    when = parse_date(row.text, NOW, row.lang)
    return when.latest.isoformat() if when else "-"


def theirs(row: Row) -> str:
    languages = [row.lang[:2]] if row.lang and row.lang[:2] not in ("no", "nb") else None
    moment = dateparser.parse(row.text, languages=languages, settings={"RELATIVE_BASE": NOW.replace(tzinfo=None)})
    return moment.isoformat() if moment else "-"


def seconds(read: Read, table: list[Row]) -> float:
    start = time.perf_counter()
    for row in table:
        read(row)
    return time.perf_counter() - start


def verdict(read: Read, table: list[Row]) -> str:
    """Right to the minute or the day, whatever the text tells, zones aside; else nothing read, else wrong."""
    answers = [(row.date[:16], read(row)[: len(row.date[:16])]) for row in table]
    right = sum(want == got for want, got in answers)
    none = sum(got == "-" for want, got in answers if want != got)
    return f"{right} right, {none} not read, {len(table) - right - none} wrong"


def main() -> None:
    warnings.simplefilter("ignore")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    table = rows()
    print(f"{len(table)} texts, {rounds} rounds")
    print(f"tuinews    {verdict(ours, table)}")
    print(f"dateparser {verdict(theirs, table)}")
    own, other = [], []
    for _ in range(rounds):
        own.append(min(seconds(ours, table) for _ in range(3)))
        other.append(seconds(theirs, table))
    ratios = sorted(b / a for a, b in zip(own, other, strict=True))
    print(f"tuinews    {min(own) / len(table) * 1e6:8.1f} µs a text")
    print(f"dateparser {min(other) / len(table) * 1e6:8.1f} µs a text")
    print(f"ratio      {ratios[0]:.0f} to {ratios[-1]:.0f} times, median {ratios[len(ratios) // 2]:.0f}")


if __name__ == "__main__":
    main()
