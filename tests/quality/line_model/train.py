"""Train the line model of the article extractor: the trees and words of
`src/tuinews/extract/article/body/model/*.json`.

    python tests/quality/line_model/train.py CORPORA [--check] [--leave-out CORPUS]

CORPORA is a folder of NAME.zip with pages and truths; the measuring programs stand in `../../bench` from there.
numpy and lightgbm are needed (`pip install lightgbm`); they are no dependencies of the project. Without `--check`
the model is trained on every page and written; with it, it is trained five times with a fifth of the hosts left
out, and the F1 of those pages is printed: the figure to choose by, since a site that was learnt says nothing of
the next one. `--leave-out` leaves a whole corpus out instead and prints the F1 of that one.

A line is text where the truth holds its words; it counts by the share of the page's words that it has, so that the
loss is close to the F1 that the bench prints. What is learnt of words is asked, for the lines of a host, of the
other hosts alone: otherwise the trees would trust words that only that host has.
"""

import argparse
import importlib
import json
import statistics
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from samples import Sample, samples
from words import Words

from tuinews.extract.article.body.body import core_of
from tuinews.extract.article.body.corrected.corrections import corrected
from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.features import FEATURES, Row
from tuinews.extract.article.body.model.local_features import local_features
from tuinews.extract.article.body.model.page_features import FullFeatures
from tuinews.extract.article.body.posts import first_post_only, without_comments

OUT = Path(__file__).resolve().parents[3] / "src" / "tuinews" / "extract" / "article" / "body" / "model"
FOLDS = 5
FIRST: dict[str, Any] = {"n_estimators": 30, "num_leaves": 12, "learning_rate": 0.25, "min_child_samples": 300}
SECOND: dict[str, Any] = {
    "n_estimators": 150,
    "num_leaves": 16,
    "learning_rate": 0.1,
    "min_child_samples": 200,
    "subsample": 0.7,
    "subsample_freq": 1,
    "colsample_bytree": 0.5,
    "reg_lambda": 5,
    "max_bin": 63,
}
STAGES = {
    "first": {"leading": 8, "certain": 1.5, "scale": 1.6},
    "second": {"leading": 12, "certain": 1.1, "scale": 2.5},
}
"""How many trees are asked first, beyond which log-odds the rest is not, and what the sum would be."""

WIDE_WEIGHT = 3.0
"""What a page in a script without spaces counts: there are few, and their lines are unlike the others."""


def weights(page: Sample) -> list[float]:
    """What each line counts: its share of the page's words."""
    every = min(max(page.size, 150), 4000)
    factor = WIDE_WEIGHT if page.lang in ("zh", "ja", "ko", "th") else 1.0
    if not page.truth:
        return [0.02 if label >= 0 else 0.0 for label in page.labels]
    return [factor * (min(words, 80) / every + 0.0005) for words in page.words]


def fit(pages: list[Sample], which: str) -> Any:
    """The trees of one pass, trained on the rows of these pages."""
    np, lightgbm = importlib.import_module("numpy"), importlib.import_module("lightgbm")
    lines = [
        (row, label >= 0.5, weight)
        for page in pages
        for row, label, weight in zip(
            page.local if which == "first" else page.full, page.labels, weights(page), strict=True
        )
        if not isinstance(row, float)
    ]
    rows, text = np.array([row for row, _, _ in lines]), np.array([int(is_text) for _, is_text, _ in lines])
    weight = np.array([weight for _, _, weight in lines])
    options = FIRST if which == "first" else SECOND
    model = lightgbm.LGBMClassifier(**options, boost_from_average=False, verbose=-1, random_state=1)
    return model.fit(rows, text, sample_weight=weight / weight.mean())


def judged(model: Any, rows: Sequence[Row | float], which: str) -> list[float]:
    """The probabilities as the program computes them: leading trees, the rest only where these are not certain."""
    np, stage = importlib.import_module("numpy"), STAGES[which]
    asked = [row for row in rows if not isinstance(row, float)]
    array = np.array(asked or [[0.0] * len(FEATURES)])
    leading = model.predict(array, raw_score=True, num_iteration=stage["leading"])
    whole = model.predict(array, raw_score=True)
    score = np.where(abs(leading) > stage["certain"], leading * stage["scale"], whole)
    answers = iter(1 / (1 + np.exp(-score)))
    return [row if isinstance(row, float) else float(next(answers)) for row in rows]


def prepare(pages: list[Sample], words: Words, groups: list[int]) -> None:
    """Fills in the rows of every page; the first judgement of a page comes from trees that never saw its group."""
    for page in pages:
        lexicon = words.without(page.host)
        page.elements = ElementFeatures(page.flow, lexicon)
        page.local = local_features(page.flow, page.elements, lexicon)
    for group in sorted(set(groups)):
        model = fit([page for page, g in zip(pages, groups, strict=True) if g != group], "first")
        for page, g in zip(pages, groups, strict=True):
            if g == group and page.elements is not None:
                page.first = [float(p) for p in judged(model, page.local, "first")]
                core = core_of(page.flow, page.first)
                page.full = list(FullFeatures(page.flow, page.elements, page.known, page.local, page.first, core))


def check(
    pages: list[Sample], groups: list[int], score: Callable[[str, str], Any], only: set[int] | None = None
) -> None:
    """Prints the F1 of each corpus, its pages judged by trees that saw none of their group."""
    scores: defaultdict[str, list[Any]] = defaultdict(list)
    for group in sorted(only or set(groups)):
        model = fit([page for page, g in zip(pages, groups, strict=True) if g != group], "second")
        for page, g in zip(pages, groups, strict=True):
            if g == group and page.truth:
                chances = judged(model, page.full, "second")
                likely = [place for place, chance in enumerate(chances) if chance > 0.5]
                mine = first_post_only(page.flow, without_comments(page.flow, likely))
                kept = corrected(page.flow, mine, chances)
                text = "\n".join(page.flow.lines[place].text for place in kept)
                scores[page.corpus].append(score(page.truth, text))
    for corpus, results in scores.items():
        p = statistics.fmean(r[0] for r in results if r[0] is not None)
        r = statistics.fmean(r[1] for r in results)
        print(f"{corpus:14} {len(results):4} pages  F1 {2 * p * r / (p + r):.4f}  P {p:.4f}  R {r:.4f}")


def write(pages: list[Sample], words: Words) -> None:
    """Trains on every page and writes the package data."""
    model: dict[str, Any] = {"features": list(FEATURES)}
    for which in ("first", "second"):
        dump = fit(pages, which).booster_.dump_model()
        model[which] = STAGES[which] | {"trees": [_nested(tree["tree_structure"]) for tree in dump["tree_info"]]}
    lexicon = {
        name: {word: odds for word, odds in sorted(scores.items()) if abs(odds) >= least}
        for name, scores, least in (("names", words.whole[0], 0.15), ("words", words.whole[1], 0.25))
    }
    compact = ",", ":"
    (OUT / "line_model.json").write_text(json.dumps(model, separators=compact), "utf-8")
    (OUT / "lexicon.json").write_text(json.dumps(lexicon, separators=compact, ensure_ascii=False), "utf-8")


def _nested(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    threshold = float(f"{node['threshold']:.5g}")
    return [node["split_feature"], threshold, _nested(node["left_child"]), _nested(node["right_child"])]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpora", type=Path)
    cli.add_argument("--check", action="store_true", help="print the F1 of hosts left out, write nothing")
    cli.add_argument("--leave-out", help="print the F1 of this corpus, left out whole; write nothing")
    arguments = cli.parse_args()
    sys.path.insert(0, str(arguments.corpora.resolve().parents[1] / "bench"))
    bench, corpora = importlib.import_module("articles"), importlib.import_module("corpora")
    pages = samples(arguments.corpora, bench.tokens, corpora.pages)
    out = {page.host for page in pages if page.corpus == arguments.leave_out}
    pages = [page for page in pages if page.host not in out or page.corpus == arguments.leave_out]
    words = Words([page for page in pages if page.host not in out])
    groups = [int(page.host in out) if out else zlib.crc32(page.host.encode()) % FOLDS for page in pages]
    prepare(pages, words, groups)
    if arguments.check or arguments.leave_out:
        check(pages, groups, bench.shingle_score, {1} if arguments.leave_out else None)
    else:
        write(pages, words)


if __name__ == "__main__":
    main()
