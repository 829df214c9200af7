"""Every page of the corpora as the program sees it when it chooses lines, with the labels of its truth."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from alignment import aligned, labelled_by_snippets

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article.article_page import ArticlePage
from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.features import Row
from tuinews.extract.article.body.model.page_features import DeclaredTexts
from tuinews.extract.page.lines import PageLines


@dataclass(slots=True)
class Sample:
    """One page with its lines labelled: 1 text, 0 not, -1 unknown."""

    corpus: str
    host: str
    lang: str
    truth: str
    size: int
    flow: PageLines
    known: DeclaredTexts
    words: list[int]
    labels: list[float]
    first: list[float] = field(default_factory=list)
    local: list[Row] = field(default_factory=list)
    full: list[Row | float] = field(default_factory=list)
    elements: ElementFeatures | None = None
    year: str = ""


def samples(
    folder: Path, tokens: Callable[[str], list[str]], pages: Callable[[Path], Iterable[Any]]
) -> list[Sample]:
    """Every page of every corpus whose truth has text."""
    found = []
    for corpus in sorted(folder.glob("*.zip")):
        for page in pages(corpus):
            truth = _truth(page.truth)
            if truth or page.truth.get("with") or page.truth.get("without"):
                try:
                    found.append(_sample(corpus.stem, page, truth, tokens))
                except ExtractError as error:
                    print(f"{corpus.stem}/{page.name}: {error}")
    return [sample for sample in found if sample.flow.lines]


def _sample(corpus: str, page: Any, truth: str, tokens: Callable[[str], list[str]]) -> Sample:
    url = page.truth.get("url")
    read = ArticlePage(decode(page.raw), url, None)
    own, flow = read.declared, read.page_lines
    texts = [line.text for line in flow.lines]
    words = [len(tokens(text)) for text in texts]
    return Sample(
        corpus=corpus,
        host=_host(url or own.links.get("canonical") or own.meta("og:url")) or f"{corpus}/{page.name}",
        lang=page.truth.get("lang") or "",
        truth=truth,
        size=len(tokens(truth)) or sum(words),
        flow=flow,
        known=read.known,
        words=words,
        labels=aligned(texts, truth, tokens) if truth else labelled_by_snippets(texts, page.truth),
        year=str(page.truth.get("date") or "")[:4],
    )


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
