"""Train the line model of the article extractor: the trees and words of `src/tuinews/extract/article/*.json`.

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
import math
import re
import statistics
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tuinews.charset import decode
from tuinews.extract.article.body.body import core_of
from tuinews.extract.article.body.corrections import corrected
from tuinews.extract.article.body.features import (
    FEATURES,
    Elements,
    Known,
    Lexicon,
    Row,
    full_features,
    local_features,
)
from tuinews.extract.article.body.posts import first_post_only, without_comments
from tuinews.extract.article.metadata import headline_of, known_of, site_names, title_from, titles_of
from tuinews.extract.page.lines import PageLines, page_lines_of
from tuinews.extract.page.metadata_nodes import metadata_nodes_of
from tuinews.extract.page.names import MAX_NAME, text_words, words_of_one
from tuinews.extract.page.structured import structured_of
from tuinews.extract.page.tree import parse

OUT = Path(__file__).resolve().parents[3] / "src" / "tuinews" / "extract" / "article"
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

LEAST_HOSTS = 4
"""Hosts that must use a word before it means anything."""

PRIOR = 3.0
"""Hosts' worth of doubt added to each word."""

WIDE_WEIGHT = 3.0
"""What a page in a script without spaces counts: there are few, and their lines are unlike the others."""


@dataclass(slots=True)
class Sample:
    """One page with its lines labelled: 1 text, 0 not, -1 unknown."""

    corpus: str
    host: str
    lang: str
    truth: str
    size: int
    flow: PageLines
    known: Known
    words: list[int]
    labels: list[float]
    first: list[float] = field(default_factory=list)
    local: list[Row] = field(default_factory=list)
    full: list[Row | float] = field(default_factory=list)
    elements: Elements | None = None


def name_words(name: str) -> tuple[str, ...]:
    """The words of an element's class, id and itemprop, whole names beside their parts; no digits."""
    return tuple(dict.fromkeys(word for whole in name[:MAX_NAME].split() for word in words_of_one(whole)))


def samples(
    folder: Path, tokens: Callable[[str], list[str]], pages: Callable[[Path], Iterable[Any]]
) -> list[Sample]:
    """Every page of every corpus."""
    found = []
    for corpus in sorted(folder.glob("*.zip")):
        for page in pages(corpus):
            tree = parse(decode(page.raw))
            if tree.body is None:
                continue
            own, url = structured_of(metadata_nodes_of(tree)), page.truth.get("url")
            titles, flow = titles_of(metadata_nodes_of(tree).headings, own), page_lines_of(tree.body)
            flow.h1 = headline_of(flow, title_from(titles, site_names(own, url)))
            if not flow.lines:
                continue
            truth = _truth(page.truth)
            texts = [line.text for line in flow.lines]
            labels = aligned(texts, truth, tokens) if truth else _by_snippets(texts, page.truth)
            host = _host(url or own.links.get("canonical") or own.meta("og:url")) or f"{corpus.stem}/{page.name}"
            words = [len(tokens(text)) for text in texts]
            lang = page.truth.get("lang") or ""
            size = len(tokens(truth)) or sum(words)
            found.append(Sample(corpus.stem, host, lang, truth, size, flow, known_of(own, titles), words, labels))
    return found


def _truth(truth: dict[str, Any]) -> str:
    text = truth.get("text") or ""
    text = "\n".join(text) if isinstance(text, list) else text
    lead = truth.get("lead") or ""
    return f"{lead}\n{text}" if lead and lead not in text else text


def _host(url: str) -> str:
    """The registered name of a host, so that editions of one house stay together; an archive is no host."""
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    if not host or "archive.org" in host:
        return ""
    parts = host.split(".")
    country = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3
    return ".".join(parts[-3:] if country else parts[-2:])


def _by_snippets(texts: list[str], truth: dict[str, Any]) -> list[float]:
    """Labels of a page of which only pieces are known."""
    labels = [-1.0] * len(texts)
    for value, pieces in ((1.0, truth.get("with")), (0.0, truth.get("without"))):
        for piece in pieces or []:
            flat = re.sub(r"\s+", " ", piece)
            for place, text in enumerate(texts):
                if flat in text or (len(text) > 30 and text in flat):
                    labels[place] = value if labels[place] < 0 else -1.0
    return labels


def aligned(texts: list[str], truth: str, tokens: Callable[[str], list[str]]) -> list[float]:
    """For each line the share of its words that stand in the truth, along the heaviest chain in reading order."""
    wanted = tokens(truth)
    grams: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(wanted)):
        for length in (1, 4):
            if place + length <= len(wanted):
                grams[tuple(wanted[place : place + length])].append(place)
    candidates: list[tuple[int, int, int, float]] = []
    for number, text in enumerate(texts):
        words = tokens(text)
        size = len(words)
        if 0 < size < 4:
            starts = {p for p in grams.get((words[0],), [])[:60] if wanted[p : p + size] == words}
            share = 1.0
        else:
            hits = [tuple(words[p : p + 4]) for p in range(size - 3)]
            share = sum(gram in grams for gram in hits) / len(hits) if hits else 0.0
            starts = (
                {p - back for back, gram in enumerate(hits) for p in grams.get(gram, [])[:12]}
                if share >= 0.3
                else set()
            )
        candidates += [(number, start, size, share) for start in sorted(starts)[:16]]
    return _chain(candidates, len(texts), len(wanted))


def _chain(candidates: list[tuple[int, int, int, float]], lines: int, wanted: int) -> list[float]:
    """The shares of the candidates of the heaviest chain; lines out of order whose place nobody took are added."""
    size = wanted + 12
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 2)
    best, before = [0.0] * len(candidates), [-1] * len(candidates)

    def ask(end: int) -> tuple[float, int]:
        found, end = (0.0, -1), min(end, size)
        while end > 0:
            found, end = max(found, tree[end]), end - (end & -end)
        return found

    def tell(end: int, value: tuple[float, int]) -> None:
        end = max(1, end)
        while end <= size:
            tree[end], end = max(tree[end], value), end + (end & -end)

    waiting: list[int] = []
    for place, (number, start, length, share) in enumerate(candidates):
        if waiting and candidates[waiting[0]][0] != number:
            for told in waiting:
                tell(candidates[told][1] + candidates[told][2] + 3, (best[told], told))
            waiting = []
        value, before[place] = ask(start + 3)
        best[place] = value + length * share
        waiting.append(place)
    for told in waiting:
        tell(candidates[told][1] + candidates[told][2] + 3, (best[told], told))
    labels, taken = [0.0] * lines, bytearray(wanted + 1)
    at = ask(size)[1]
    while at >= 0:
        number, start, length, share = candidates[at]
        labels[number] = share
        taken[max(0, start) : max(0, start) + length] = b"\1" * length
        at = before[at]
    for number, start, length, share in candidates:
        span = taken[max(0, start) : max(0, start) + length]
        if not labels[number] and length >= 6 and share >= 0.8 and sum(span) < 0.3 * len(span):
            labels[number] = share
            taken[max(0, start) : max(0, start) + length] = b"\1" * length
    return labels


Table = dict[str, list[float]]


class Words:
    """The log-odds of words, of all hosts or of all but one."""

    def __init__(self, pages: list[Sample]) -> None:
        self.hosts: dict[str, tuple[Table, Table]] = {}
        for page in pages:
            self._add(page, *self.hosts.setdefault(page.host, ({}, {})))
        self.totals = [self._total(which, soft) for which, soft in ((0, 100.0), (1, 0.5))]
        self.whole = [
            {word: _odds(n, s, base) for word, (n, s) in sums.items() if n >= LEAST_HOSTS}
            for sums, base in self.totals
        ]

    def _add(self, page: Sample, names: Table, words: Table) -> None:
        flow = page.flow
        chains: list[set[str]] = []
        for above, tag, name in zip(flow.parent, flow.tag, flow.names, strict=True):
            chains.append({*name_words(name), f"<{tag}>", *(chains[above] if above >= 0 else ())})
        for line, label in zip(flow.lines, page.labels, strict=True):
            if label < 0:
                continue
            text, weight = float(label >= 0.5), min(line.size, 400)
            for word in (*chains[line.element], *(name_words(line.own) if line.own else ())):
                _count(names, word, text * weight, weight)
            for word in text_words(line.text) if line.size <= 120 else ():
                _count(words, word, text, 1)

    def _total(self, which: int, soft: float) -> tuple[dict[str, tuple[int, float]], float]:
        sums: defaultdict[str, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
        for tables in self.hosts.values():
            for word, (text, every) in tables[which].items():
                n, s = sums[word]
                sums[word] = n + 1, s + (text + soft * 0.3) / (every + soft)
        return dict(sums), sum(s for _, s in sums.values()) / sum(n for n, _ in sums.values())

    def without(self, host: str) -> Lexicon:
        """What the other hosts say."""
        tables = []
        for which, soft in ((0, 100.0), (1, 0.5)):
            (sums, base), scores = self.totals[which], dict(self.whole[which])
            for word, (text, every) in self.hosts.get(host, ({}, {}))[which].items():
                if word in scores:
                    n, s = sums[word]
                    rest = s - (text + soft * 0.3) / (every + soft)
                    if n - 1 >= LEAST_HOSTS:
                        scores[word] = _odds(n - 1, rest, base)
                    else:
                        del scores[word]
            tables.append(scores)
        return Lexicon(tables[0], tables[1])


def _count(table: Table, word: str, text: float, weight: float) -> None:
    entry = table.setdefault(word, [0.0, 0.0])
    entry[0] += text
    entry[1] += weight


def _odds(hosts: int, total: float, base: float) -> float:
    share = min(max((total + PRIOR * base) / (hosts + PRIOR), 0.01), 0.99)
    return round(math.log(share / (1 - share)) - math.log(base / (1 - base)), 2)


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
        page.elements = Elements(page.flow, lexicon)
        page.local = local_features(page.flow, page.elements, lexicon)
    for group in sorted(set(groups)):
        model = fit([page for page, g in zip(pages, groups, strict=True) if g != group], "first")
        for page, g in zip(pages, groups, strict=True):
            if g == group and page.elements is not None:
                page.first = [float(p) for p in judged(model, page.local, "first")]
                core = core_of(page.flow, page.first)
                page.full = full_features(page.flow, page.elements, page.known, page.local, page.first, core)


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
    left_out = [int(page.corpus == arguments.leave_out) for page in pages]
    groups = left_out if arguments.leave_out else [zlib.crc32(page.host.encode()) % FOLDS for page in pages]
    words = Words([page for page, out in zip(pages, left_out, strict=True) if not out])
    prepare(pages, words, groups)
    if arguments.check or arguments.leave_out:
        check(pages, groups, bench.shingle_score, {1} if arguments.leave_out else None)
    else:
        write(pages, words)


if __name__ == "__main__":
    main()
