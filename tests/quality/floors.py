"""The least that extraction must reach on each corpus: where it is kept, how it is measured, and how it is moved.

    python tests/quality/floors.py CORPORA [--lower WHY]

Each floor is raised to what is measured now, less a small margin. One that no longer holds stays where it is and
is told, unless `--lower` says why it may fall: then the reason goes into the changelog. Another corpus than the
one that the floors were measured on (by its SHA-256) is refused.
"""

import argparse
import hashlib
import importlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article

KEPT = Path(__file__).with_name("floors.json")
CHANGELOG = Path(__file__).parents[2] / "docs" / "changelog.md"
MARGIN = 0.006
"""How far under the measured figure a floor is set: another version of lexbor may read a page otherwise."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A corpus: its SHA-256, which pages are read (each n-th), and the least of each field."""

    digest: str
    every: int
    least: dict[str, float]


def floors() -> dict[str, Floor]:
    """The floor of each corpus by its name."""
    return {name: Floor(**values) for name, values in json.loads(KEPT.read_text("utf-8")).items()}


def bench_beside(corpora: Path) -> ModuleType:
    """The measuring program, which stands in `bench` beside the folder of the corpora."""
    place = str(corpora.resolve().parent / "bench")
    if place not in sys.path:
        sys.path.insert(0, place)
    return importlib.import_module("articles")


def digest_of(corpora: Path, name: str) -> str:
    """The SHA-256 of a corpus."""
    return hashlib.sha256(_path(corpora, name).read_bytes()).hexdigest()


def measured(bench: ModuleType, corpora: Path, name: str, every: int) -> dict[str, Any]:
    """The figures of each n-th page of a corpus."""
    pages = list(bench.pages(_path(corpora, name)))[::every]
    scores = [bench.score(page.truth, answer(page.raw, page.truth.get("url"))) for page in pages]
    figures: dict[str, Any] = bench.summary(scores, 0.0, [])
    return figures | {"date a year later": bench.mean(_dates_a_year_later(bench, pages))}


def _dates_a_year_later(bench: ModuleType, pages: list[Any]) -> Iterator[float]:
    """Whether the date of each page is right where it is fetched a year after its day, as a library tells it."""
    for page in pages:
        day = bench.day(page.truth.get("date"))
        try:
            later = datetime.fromisoformat(f"{day}T12:00+00:00") + timedelta(days=365)
        except ValueError:
            continue  # no date, or none of the calendar
        found = answer(page.raw, page.truth.get("url"), now=later)
        yield float(bench.day(found.get("date")) == day)


def answer(raw: bytes, url: str | None, *, now: datetime | None = None) -> dict[str, Any]:
    """What `tuinews parse article` answers, as far as it is scored; `now` is the time of the fetch."""
    try:
        article = extract_article(decode(raw), url, now=now)
    except ExtractError:
        return {}
    return {
        "title": article.title,
        "author": list(article.authors),
        "date": article.published.date if article.published else None,
        "text": article.text,
        "captions": article.document.captions,
    }


def moved(floor: Floor, figures: dict[str, Any], *, lower: bool) -> dict[str, float]:
    """The least of each field after this measurement; only with `lower` does one fall that no longer holds."""
    now = {field: round(figures[field] - MARGIN, 3) for field in floor.least}
    return {
        field: now[field] if lower and figures[field] < least else max(least, now[field])
        for field, least in floor.least.items()
    }


def fallen(before: Floor, least: dict[str, float]) -> list[str]:
    """The fields whose floor is lower now, with both figures."""
    return [f"{field} {old} → {least[field]}" for field, old in before.least.items() if least[field] < old]


def _path(corpora: Path, name: str) -> Path:
    return corpora / "articles" / f"{name}.zip"


def _told(lines: list[str], why: str) -> None:
    """Writes why the floors fell on top of the newest changes."""
    first, heading, rest = CHANGELOG.read_text("utf-8").partition("\n## ")
    version, changes = rest.split("\n\n", 1)
    CHANGELOG.write_text(f"{first}{heading}{version}\n\n- {why} ({'; '.join(lines)})\n{changes}", "utf-8")


def main() -> None:
    """Measures every corpus and moves its floors."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpora", type=Path)
    cli.add_argument("--lower", metavar="WHY", help="let floors fall, and write why into the changelog")
    asked = cli.parse_args()
    bench, kept, lines = bench_beside(asked.corpora), floors(), []
    for name, floor in kept.items():
        if digest_of(asked.corpora, name) != floor.digest:
            sys.exit(f"{name}: another corpus than its floors were measured on")
        figures = measured(bench, asked.corpora, name, floor.every)
        least = moved(floor, figures, lower=bool(asked.lower))
        short = [field for field in least if figures[field] < least[field]]
        print(name, *(f"{field} {figures[field]:.3f} ≥ {value}" for field, value in least.items()), sep="  ")
        if short:
            print(f"  below its floor: {', '.join(short)}; --lower WHY would move it")
        lines += [f"{name} {line}" for line in fallen(floor, least)]
        kept[name] = Floor(floor.digest, floor.every, least)
    KEPT.write_text(json.dumps({name: asdict(floor) for name, floor in kept.items()}, indent=1) + "\n", "utf-8")
    if lines:
        _told(lines, asked.lower)


if __name__ == "__main__":
    main()
