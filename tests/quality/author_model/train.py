"""Train the weights that choose an article's authors: `src/tuinews/extract/article/authors/author_weights.json`.

    python tests/quality/author_model/train.py CORPORA [--check] [--leave-out CORPUS]

CORPORA is a folder of NAME.zip with pages and truths; the measuring programs stand in `../../bench` from there.
numpy and scipy are needed; they are no dependencies of the project. Without `--check` the weights are learned from
every page and written; with it they are learned five times with a fifth of the hosts left out, and the share of
those pages with exactly the right authors is printed: the figure to choose by. `--leave-out` leaves a whole
corpus out instead.

A page is one choice among its answers and none, whose score is 0 (a conditional logit): the weights of the marks
of the right answer are raised against those of the others. Pages whose right answer is not among them teach
nothing.
"""

import argparse
import importlib
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article.authors.authors import LEAST_SCORE, Answer, answers
from tuinews.extract.article.body.body import body_of
from tuinews.extract.article.metadata import headline_of, known_of, site_names, title_from, titles_of
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.lines import page_lines_of
from tuinews.extract.page.metadata_nodes import metadata_nodes_of
from tuinews.extract.page.structured import structured_of
from tuinews.extract.page.tree import parse

OUT = Path(__file__).resolve().parents[3] / "src" / "tuinews/extract/article/authors/author_weights.json"
CORPORA = ("fundus", "aefd", "wcxb-article", "trafilatura", "newspaper4k", "chinese-wced", "press-vi")
AUTHORLESS = frozenset(["fundus", "aefd", "wcxb-article"])
"""Corpora whose truth is without author where the page has none."""

FOLDS = 5
PENALTY = 5.0
LEAST_PAGES = 6
"""Pages that must have a mark before it means anything."""

COUNTS = {"press-vi": 4.0}
"""What a page of a corpus counts beside one of another: there are few, and their signatures are like no others."""

DOUBT = 1.0
"""What a page counts whose truth has no author: some have one that nobody wrote down."""


@dataclass(slots=True)
class Sample:
    """A page, its answers, and which of them are right."""

    corpus: str
    host: str
    authorless: bool
    answers: list[Answer]
    right: list[bool]


def samples(folder: Path, bench: Any) -> list[Sample]:
    """Every page of the corpora that has an author, or says that it has none."""
    found = []
    for corpus in CORPORA:
        for page in bench.pages(folder / f"{corpus}.zip"):
            wanted = bench.names(page.truth.get("author"))
            if not wanted and corpus not in AUTHORLESS:
                continue
            url = page.truth.get("url")
            try:
                given = answers_of(decode(page.raw), url)
            except ExtractError:
                given = []
            host = ".".join((urlsplit(url or "").hostname or page.name).split(".")[-2:])
            right = [bool(wanted) and bench.names(list(answer.names)) == wanted for answer in given]
            found.append(Sample(corpus, host, not wanted, given, right))
    return found


def answers_of(html: str, url: str | None) -> list[Answer]:
    """The answers of a page, as `extract_article` gathers them."""
    tree = parse(html)
    page = structured_of(metadata_nodes_of(PageElements(tree)))
    titles = titles_of(metadata_nodes_of(PageElements(tree)).headings, page)
    sites = site_names(page, url)
    root = tree.body or tree.root
    if root is None:
        return []
    flow = page_lines_of(root)
    if not flow.lines:
        return []
    flow.h1 = headline_of(flow, title_from(titles, sites))
    kept = body_of(flow, known_of(page, titles)).kept
    return answers(page, flow, sites, kept)


def learned(pages: list[Sample]) -> dict[str, float]:
    """The weights of marks."""
    numpy = importlib.import_module("numpy")
    minimize = importlib.import_module("scipy.optimize").minimize
    counts = Counter(mark for page in pages for mark in {mark for answer in page.answers for mark in answer.marks})
    marks = sorted(mark for mark, count in counts.items() if count >= LEAST_PAGES)
    place = {mark: number for number, mark in enumerate(marks)}
    useful = [page for page in pages if page.authorless or any(page.right)]
    sizes = numpy.array([len(page.answers) + 1 for page in useful])
    rows = numpy.zeros((sizes.sum(), len(marks)))
    right = numpy.zeros(len(rows))
    number = 0
    for page in useful:
        for answer, good in zip(page.answers, page.right, strict=True):
            rows[number, [place[mark] for mark in answer.marks if mark in place]] = 1.0
            right[number] = good
            number += 1
        right[number] = page.authorless
        number += 1
    starts = numpy.concatenate([[0], numpy.cumsum(sizes)[:-1]])
    of_page = numpy.repeat(numpy.arange(len(sizes)), sizes)
    worth = numpy.array([DOUBT if page.authorless else COUNTS.get(page.corpus, 1.0) for page in useful])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = rows @ weights
        power = numpy.exp(scores - numpy.maximum.reduceat(scores, starts)[of_page])
        total = numpy.add.reduceat(power, starts)
        good = numpy.add.reduceat(power * right, starts)
        push = (power / total[of_page] - power * right / good[of_page]) * worth[of_page]
        value = -(worth * numpy.log(good / total)).sum() + 0.5 * PENALTY * (weights @ weights)
        return value, rows.T @ push + PENALTY * weights

    found = minimize(loss, numpy.zeros(len(marks)), jac=True, method="L-BFGS-B").x
    return {mark: round(float(weight), 2) for mark, weight in zip(marks, found, strict=True) if abs(weight) > 0.01}


def chosen(page: Sample, weights: dict[str, float]) -> tuple[float, bool]:
    """The score of the best answer, and whether it is right."""
    scored = (
        (sum(weights.get(mark, 0.0) for mark in answer.marks), right)
        for answer, right in zip(page.answers, page.right, strict=True)
    )
    return max(scored, default=(-99.0, False), key=lambda pair: pair[0])


def check(pages: list[Sample], left_out: Callable[[Sample], object]) -> None:
    """Prints how many pages of each corpus have exactly the right authors when their group is left out."""
    groups = defaultdict(list)
    for page in pages:
        groups[left_out(page)].append(page)
    right: dict[str, list[bool]] = defaultdict(list)
    given: list[bool] = []
    for group in groups.values():
        weights = learned([page for page in pages if page not in group])
        for page in group:
            score, good = chosen(page, weights)
            stated = score > LEAST_SCORE
            if page.authorless:
                given.append(stated)
            else:
                right[page.corpus].append(good and stated)
    for corpus, marks in right.items():
        print(f"{corpus:14}{sum(marks) / len(marks):.3f}  of {len(marks)}")
    print(f"given one where there is none: {sum(given) / max(1, len(given)):.3f}  of {len(given)}")


def main() -> None:
    """Reads the corpora, then trains or checks."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpora", type=Path)
    cli.add_argument("--check", action="store_true")
    cli.add_argument("--leave-out")
    given = cli.parse_args()
    sys.path.insert(0, str(given.corpora.resolve().parents[1] / "bench"))
    pages = samples(given.corpora, importlib.import_module("articles"))
    if given.leave_out:
        check(pages, lambda page: page.corpus == given.leave_out)
    elif given.check:
        check(pages, lambda page: zlib.crc32(page.host.encode()) % FOLDS)
    else:
        weights = learned(pages)
        OUT.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
        print(f"{len(weights)} weights, {sum(page.authorless for page in pages)} pages without author")


if __name__ == "__main__":
    main()
