"""How well articles are extracted from real pages: pinned floors, corpus by corpus and field by field.

The corpora are no part of the project. TUINEWS_CORPORA names the folder that holds `articles/NAME.zip`; the
measure is that of `../bench/articles.py` beside it. The floors are those of pages that the line model was
trained on, so they say that nothing broke; how well it does on sites that it never saw is measured by
`line_model/train.py --check` and told in docs/notes/extraction.md. To lower a floor, or to measure another
corpus, this file must be changed, with a line in the changelog.
"""

import hashlib
import importlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article


@dataclass(frozen=True, slots=True)
class Floor:
    """A corpus: the start of its SHA-256, which pages are read (each n-th), and the least of each field."""

    digest: str
    every: int
    least: dict[str, float]


FLOORS = {
    "scrapinghub": Floor("36d5da4c246e7069", 1, {"F1": 0.978}),
    "fundus": Floor("c92e86e042cb13a3", 1, {"F1": 0.978, "title": 0.907, "author": 0.86, "date": 0.98}),
    "aefd": Floor("ab68b456358f15a4", 3, {"F1": 0.946, "title": 0.98, "author": 0.937, "date": 0.925}),
    "wcxb-article": Floor(
        "b01902e61339bd2a", 4, {"F1": 0.956, "snipF1": 0.923, "title": 0.829, "author": 0.827, "date": 0.892}
    ),
    "chinese-wced": Floor("9a295dc810d7ba2c", 1, {"F1": 0.974, "author": 0.344, "date": 0.864}),
    "readability": Floor("78dd2e11dfc7c179", 1, {"F1": 0.944, "title": 0.401, "date": 0.994}),
    "newspaper4k": Floor("f508fdbe1127f70b", 1, {"F1": 0.961, "title": 0.63, "author": 0.869, "date": 0.994}),
    "press-vi": Floor(
        "77a85b8e50a693ef",
        1,
        {"F1": 0.996, "title": 0.994, "author": 0.994, "date": 0.994, "lead": 0.994, "caps": 0.994},
    ),
    "trafilatura": Floor("db66bf86045b9729", 4, {"snipF1": 0.951, "title": 0.859, "author": 0.737, "date": 0.857}),
}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The measuring program of the corpora."""
    folder = os.environ.get("TUINEWS_CORPORA")
    if not folder:
        pytest.skip("TUINEWS_CORPORA names no folder: the quality of articles was not measured")
    place = str(Path(folder).resolve().parent / "bench")
    if place not in sys.path:
        sys.path.insert(0, place)
    return importlib.import_module("articles")


def answer(raw: bytes, url: str | None) -> dict[str, Any]:
    """What `tuinews parse article` answers, as far as it is scored."""
    try:
        article = extract_article(decode(raw), url)
    except ExtractError:
        return {}
    return {
        "title": article.title,
        "author": list(article.authors),
        "date": article.published.date if article.published else None,
        "text": article.text,
        "captions": article.document.captions,
    }


@pytest.mark.parametrize("name", FLOORS)
def test_no_corpus_falls_below_its_floors(name: str, bench: ModuleType) -> None:
    floor = FLOORS[name]
    corpus = Path(os.environ["TUINEWS_CORPORA"]) / "articles" / f"{name}.zip"
    digest = hashlib.sha256(corpus.read_bytes()).hexdigest()
    assert digest.startswith(floor.digest), "another corpus than the floors were measured on"
    pages = list(bench.pages(corpus))[:: floor.every]
    scores = [bench.score(page.truth, answer(page.raw, page.truth.get("url"))) for page in pages]
    measured = bench.summary(scores, 0.0, [])
    below = {field: measured[field] for field, least in floor.least.items() if measured[field] < least}
    assert below == {}, measured


@pytest.mark.parametrize("name", ["article.html", "article_timeago.html"])
def test_the_users_own_example_comes_out_whole(name: str, bench: ModuleType) -> None:
    seed = Path(os.environ["TUINEWS_CORPORA"]) / "seed"
    truth = json.loads((seed / "article.json").read_text("utf-8"))
    given = answer((seed / name).read_bytes(), truth["url"])
    score = bench.score(truth, given)
    assert {
        field: score[field] for field in ("exact", "title", "author", "date", "lead", "caps")
    } == dict.fromkeys(("exact", "title", "author", "date", "lead", "caps"), 1.0)
    assert given["date"] == "2021-10-26T10:42+07:00"
