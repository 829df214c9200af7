"""Publication dates of articles, as the library asks for them: right must not depend on the time of the fetch.

    python tests/bench/article_dates.py CORPUS [CORPUS ...] [--names] [--every N]

A corpus is a zip or a folder of NAME.html beside NAME.json, its truth {url, date, …}. Each dated page is read
three times: without the time of the fetch, fetched two hours after the noon of its day, and a year after that.
A date is right where it is the same day as written, without converting zones. `--names` lists the pages that are
wrong, with what was read each time.
"""

import argparse
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article

AFTER = {"no now": None, "+2 h": timedelta(hours=2), "+1 year": timedelta(days=365, hours=2)}
"""How long after the noon of its day a page is fetched; None where nothing says when."""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    raw: bytes
    url: str | None
    day: str

    def fetched(self, after: timedelta | None) -> datetime | None:
        noon = datetime.fromisoformat(f"{self.day}T12:00:00").replace(tzinfo=UTC)
        return None if after is None else noon + after


def pages(corpus: Path) -> Iterator[Page]:
    """The pages of a corpus whose truth has a day."""
    for name, truth, raw in _folder(corpus) if corpus.is_dir() else _archive(corpus):
        day = str(truth.get("date") or "")[:10]
        if _is_day(day):
            yield Page(name, raw, truth.get("url"), day)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _folder(corpus: Path) -> Iterator[tuple[str, dict[str, Any], bytes]]:
    for truth in sorted(corpus.glob("*.json")):
        yield truth.stem, json.loads(truth.read_text("utf-8")), truth.with_suffix(".html").read_bytes()


def _archive(corpus: Path) -> Iterator[tuple[str, dict[str, Any], bytes]]:
    with zipfile.ZipFile(corpus) as archive:
        for name in sorted(name[:-5] for name in archive.namelist() if name.endswith(".json")):
            yield name, json.loads(archive.read(f"{name}.json")), archive.read(f"{name}.html")


def read(page: Page, after: timedelta | None) -> str | None:
    """The date of a page fetched so long after its noon."""
    try:
        published = extract_article(decode(page.raw), page.url, now=page.fetched(after)).published
    except ExtractError:
        return None
    return published.date if published else None


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpus", nargs="+", type=Path)
    cli.add_argument("--every", type=int, default=1, metavar="N", help="take each n-th page")
    cli.add_argument("--names", action="store_true", help="list the pages that are wrong")
    asked = cli.parse_args()
    for corpus in asked.corpus:
        todo = list(pages(corpus))[:: asked.every]
        if not todo:
            print(f"{corpus.stem}: no truth has a date")
            continue
        right = dict.fromkeys(AFTER, 0)
        for page in todo:
            found = {name: read(page, after) for name, after in AFTER.items()}
            for name, when in found.items():
                right[name] += (when or "")[:10] == page.day
            if asked.names and any((when or "")[:10] != page.day for when in found.values()):
                print(f"  {page.name}  {page.day}", *(when or "-" for when in found.values()), sep="  ")
        figures = "  ".join(f"{name} {count / len(todo):.3f}" for name, count in right.items())
        print(f"{corpus.stem}, {len(todo)}:  {figures}", flush=True)


if __name__ == "__main__":
    main()
