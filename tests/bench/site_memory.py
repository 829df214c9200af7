"""Precision and recall of articles with and without what is remembered of their site, and each line that goes.

    python tests/bench/site_memory.py CORPORA/articles/*.zip [--together] [--lines FILE] [--pages]

A corpus is a zip of NAME.html beside NAME.json {url, text, lead…}; only hosts (the registered part of the name)
with two pages or more are read. Each page is extracted once and read three times:

none      as it is, without a memory
first     in page order, each page after those before it: what the very first reading shows
kept      after all pages of its site were read: as a library reads what it has kept

P, R and F1 are means over the pages with a truth, of all of their corpus (a page alone on its host changes
nothing), by the measure of the corpora' own program. `--together` puts the pages of all corpora that have one host
together, since most corpora have two or three a host; `--lines` writes each line that went, for the eye.
"""

import argparse
import importlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from tuinews.errors import TuinewsError
from tuinews.extract.article import extract_article
from tuinews.extract.recurring import article_key, lines_of, remember, shortened
from tuinews.library.decoding import text_of
from tuinews.model.article import Article
from tuinews.model.kept_article import SiteMemory

WAYS = ("none", "first", "kept")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\w+/(?=.)")
_PLATFORM = re.compile(r"\.(?:blogspot|wordpress|substack|tumblr|medium|hypotheses|github|readthedocs)\.")
_SHARED_SUFFIX = re.compile(r"\.(?:com?|net|org|gov|edu|ac|or|ne|gob|go)\.\w\w$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a corpus, read."""

    name: str
    url: str
    truth: dict[str, Any]
    article: Article


@dataclass(frozen=True, slots=True)
class Reading:
    """What a page says by each of the ways, and the lines that went by the last one."""

    page: Page
    articles: dict[str, Article]

    @property
    def gone(self) -> list[str]:
        """The lines that went, of all that were there."""
        kept = set(self.articles["kept"].text.split("\n"))
        return [line for line in self.page.article.text.split("\n") if line not in kept]


def host_of(url: str) -> str:
    """The registered part of an address's host, an archived page's original one; a blog's own on a platform."""
    url = _ARCHIVED.sub("", url)
    host = (urlsplit(url if "://" in url else f"http://{url}").hostname or "").removeprefix("www.")
    parts = 3 if _SHARED_SUFFIX.search(host) or _PLATFORM.search(f".{host}.") else 2
    return ".".join(host.split(".")[-parts:])


def pages_of(bench: ModuleType, corpus: Path) -> Iterator[Page]:
    """The pages that have an article and an address; each address once."""
    seen = set()
    for page in bench.pages(corpus):
        url = str(page.truth.get("url") or "")
        if not url or url in seen:
            continue
        seen.add(url)
        try:
            article = extract_article(text_of(page.raw, None, page.name), url)
        except TuinewsError:
            continue
        yield Page(f"{corpus.stem}/{page.name}", url, page.truth, article)


def readings(pages: Sequence[Page]) -> list[Reading]:
    """The pages of one site, by each way."""
    memory, first = SiteMemory(), []
    for page in pages:
        key = article_key(page.url)
        first.append(shortened(page.article, memory, key).article)
        memory = remember(memory, lines_of(page.article, key))
    kept = [shortened(page.article, memory, article_key(page.url)).article for page in pages]
    return [
        Reading(page, dict(zip(WAYS, (page.article, one, other), strict=True)))
        for page, one, other in zip(pages, first, kept, strict=True)
    ]


def sites(pages: Iterable[Page]) -> dict[str, list[Page]]:
    """The pages by their hosts."""
    found: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if host := host_of(page.url):
            found[host].append(page)
    return found


def report(bench: ModuleType, name: str, by_host: dict[str, list[Page]], *, each_page: bool) -> list[str]:
    """Print the figures of a corpus; the lines that went."""
    read = [one for pages in by_host.values() for one in readings(pages)]
    several = sum(len(pages) for pages in by_host.values() if len(pages) > 1)
    print(f"\n{name}: {len(read)} pages, {several} of hosts with two or more")
    scores = {way: [_score(bench, one.page, one.articles[way]) for one in read] for way in WAYS}
    for way in WAYS:
        figures = bench.summary(scores[way], 0.0, [])
        shown = [f"{field} {figures[field]:.5f}" for field in ("F1", "P", "R", "snipF1") if figures.get(field)]
        print(f"  {way:6}", "  ".join(shown), flush=True)
    if each_page:
        for place, one in enumerate(read):
            before, after = scores["none"][place], scores["kept"][place]
            if one.gone:
                changes = [f"{f} {before[f]:.3f} -> {after[f]:.3f}" for f in ("p", "r") if f in before]
                print("   ", one.page.name, *changes)
    return [f"{host_of(one.page.url)}\t{one.page.name}\t{line}" for one in read for line in one.gone]


def _score(bench: ModuleType, page: Page, article: Article) -> dict[str, Any]:
    scored: dict[str, Any] = bench.score(page.truth, {"text": article.text})
    return scored


def main() -> None:
    """Print the figures."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpora", nargs="+", type=Path)
    cli.add_argument("--together", action="store_true")
    cli.add_argument("--lines", type=Path)
    cli.add_argument("--pages", action="store_true")
    asked = cli.parse_args()
    sys.path.insert(0, str(asked.corpora[0].resolve().parents[2] / "bench"))
    bench = importlib.import_module("articles")
    pages = {corpus.stem: list(pages_of(bench, corpus)) for corpus in asked.corpora}
    groups = {"together": [one for some in pages.values() for one in some]} if asked.together else pages
    gone = [
        line for name, some in groups.items() for line in report(bench, name, sites(some), each_page=asked.pages)
    ]
    if asked.lines:
        asked.lines.write_text("\n".join(gone) + "\n", "utf-8")


if __name__ == "__main__":
    main()
