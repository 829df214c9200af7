"""Reading dates beside dateparser: microseconds a text, and how many times faster.

    python tests/bench/dates.py [ROUNDS]

Both read the table of tests/extract/dates.tsv in turns, so that a busy machine is busy for both. dateparser is
given each text's language where the table names it, and the same `now`; that is the fastest that it goes.
"""

import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import dateparser

from tuinews.extract.dates import parse_date

NOW = datetime.fromisoformat("2026-03-08T12:00:00+07:00")
TABLE = Path(__file__).parents[1] / "extract" / "dates.tsv"


def rows() -> list[tuple[str, str | None]]:
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [(text, None if lang == "-" else lang) for lang, _, _, text in lines if text]


def ours(text: str, lang: str | None) -> None:
    parse_date(text, NOW, lang)


def theirs(text: str, lang: str | None) -> None:
    languages = [lang[:2]] if lang and lang[:2] not in ("no", "nb") else None
    dateparser.parse(text, languages=languages, settings={"RELATIVE_BASE": NOW.replace(tzinfo=None)})


def seconds(read: Callable[[str, str | None], None], texts: list[tuple[str, str | None]]) -> float:
    start = time.perf_counter()
    for text, lang in texts:
        read(text, lang)
    return time.perf_counter() - start


def main() -> None:
    warnings.simplefilter("ignore")
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    texts = rows()
    seconds(ours, texts)
    seconds(theirs, texts)
    own, other = [], []
    for _ in range(rounds):
        own.append(min(seconds(ours, texts) for _ in range(3)))
        other.append(seconds(theirs, texts))
    ratios = sorted(b / a for a, b in zip(own, other, strict=True))
    print(f"{len(texts)} texts, {rounds} rounds")
    print(f"tuinews    {min(own) / len(texts) * 1e6:8.1f} µs a text")
    print(f"dateparser {min(other) / len(texts) * 1e6:8.1f} µs a text")
    print(f"ratio      {ratios[0]:.0f} to {ratios[-1]:.0f} times, median {ratios[len(ratios) // 2]:.0f}")


if __name__ == "__main__":
    main()
