"""How well articles are extracted from real pages: pinned floors, corpus by corpus and field by field.

The corpora are no part of the project. TUINEWS_CORPORA names the folder that holds `articles/NAME.zip`; the
measure is that of `../bench/articles.py` beside it. The floors (`floors.json`) are those of pages that the line
model was trained on, so they say that nothing broke; how well it does on sites that it never saw is measured by
`line_model/train.py --check` and told in docs/notes/extraction.md. `floors.py` moves them; to lower one needs
`--lower WHY`, and the reason goes into the changelog.
"""

import json
import os
from pathlib import Path
from types import ModuleType

import pytest
from floors import Floor, answer, bench_beside, digest_of, fallen, floors, measured, moved


@pytest.fixture(scope="module")
def corpora() -> Path:
    """The folder of the corpora."""
    folder = os.environ.get("TUINEWS_CORPORA")
    if not folder:
        pytest.skip("TUINEWS_CORPORA names no folder: the quality of articles was not measured")
    return Path(folder)


@pytest.fixture(scope="module")
def bench(corpora: Path) -> ModuleType:
    """The measuring program of the corpora."""
    return bench_beside(corpora)


@pytest.mark.parametrize("name", floors())
def test_no_corpus_falls_below_its_floors(name: str, corpora: Path, bench: ModuleType) -> None:
    floor = floors()[name]
    assert digest_of(corpora, name) == floor.digest, "another corpus than the floors were measured on"
    figures = measured(bench, corpora, name, floor.every)
    below = {field: figures[field] for field, least in floor.least.items() if figures[field] < least}
    assert below == {}, figures


@pytest.mark.parametrize("name", ["article.html", "article_timeago.html"])
def test_the_users_own_example_comes_out_whole(name: str, corpora: Path, bench: ModuleType) -> None:
    seed = corpora / "seed"
    truth = json.loads((seed / "article.json").read_text("utf-8"))
    given = answer((seed / name).read_bytes(), truth["url"])
    score = bench.score(truth, given)
    assert {
        field: score[field] for field in ("exact", "title", "author", "date", "lead", "caps")
    } == dict.fromkeys(("exact", "title", "author", "date", "lead", "caps"), 1.0)
    assert given["date"] == "2021-10-26T10:42+07:00"


def test_a_floor_rises_by_itself_and_falls_only_when_it_is_told_to() -> None:
    floor = Floor("", 1, {"F1": 0.95, "title": 0.9, "date": 0.8})
    figures = {"F1": 0.966, "title": 0.856, "date": 0.802}
    assert moved(floor, figures, lower=False) == {"F1": 0.96, "title": 0.9, "date": 0.8}
    lowered = moved(floor, figures, lower=True)
    assert lowered == {"F1": 0.96, "title": 0.85, "date": 0.8}
    assert fallen(floor, lowered) == ["title 0.9 → 0.85"]
