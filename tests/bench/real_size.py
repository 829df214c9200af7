"""How much room a library of real articles takes, beside their texts.

    python tests/bench/real_size.py DIR CORPUS [CORPUS ...]

A corpus is a zip of NAME.html beside NAME.json, its truth {url, …}. Each page is read as the library reads it,
and kept as an entry of one of a hundred sources, by its host, with what a feed would say of it (title, address,
the lead or the first 200 characters, day, authors). DIR becomes a data directory. Prints the bytes of the texts,
of the file, their ratio, and what each table and index has in hundredths of the texts.
"""

import argparse
import json
import sqlite3
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article
from tuinews.library.decoding import text_of
from tuinews.model.article import Article
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import View
from tuinews.store.store import Store

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
SOURCES = 100


def articles(corpora: list[Path]) -> Iterator[Article]:
    """The articles of the pages that have any, each address once."""
    seen: set[str] = set()
    for corpus in corpora:
        with zipfile.ZipFile(corpus) as pages:
            for name in sorted(name for name in pages.namelist() if name.endswith(".html")):
                truth = json.loads(pages.read(name.removesuffix(".html") + ".json"))
                url = truth.get("url") or f"https://{corpus.stem}.example/{name}"
                if url in seen:
                    continue
                seen.add(url)
                try:
                    yield extract_article(text_of(pages.read(name), None, "page"), url, now=NOW)
                except ExtractError:
                    print(f"{name}: no article")


def entry_of(article: Article) -> Entry:
    """What a feed would say of an article."""
    return Entry(
        id=article.url or "",
        title=article.title,
        url=article.url,
        summary=article.lead or article.text[:200],
        published=article.published,
        authors=article.authors,
    )


def fill(store: Store, found: dict[int, list[Article]]) -> int:
    """Keep the articles of each source as a refresh does; the bytes of their texts."""
    texts = 0
    for number, of_source in sorted(found.items()):
        source = store.add_source(NewSource(SourceKind.FEED, f"https://s{number}.example/feed", f"S{number}"), NOW)
        listing = Listing(tuple(map(entry_of, of_source)))
        store.record_listing(source.id, Refreshed(listing, NOW, next_refresh=NOW))
        by_address = {article.url or "": article for article in of_source}
        ids = store.entry_ids(View(source_id=source.id))
        for row in store.rows(ids):
            article = by_address[row.url or ""]
            store.keep_article(row.id, article, NOW)
            texts += len(article.text.encode())
        store.pack_articles(ids)
    return texts


def report(library: Path, texts: int) -> None:
    """Print the sizes."""
    with closing(sqlite3.connect(library)) as sql:
        sql.execute("pragma wal_checkpoint(truncate)")
        size = library.stat().st_size
        print(f"texts {texts:,}   file {size:,}   ratio {size / texts:.2f}")
        tables = sql.execute(
            "select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc limit 12"
        )
        for name, taken in tables:
            print(f"{100 * taken / texts:6.1f}  {name}")


def main() -> None:
    """Read the arguments, fill and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("corpora", type=Path, nargs="+")
    chosen = parser.parse_args()
    found = defaultdict(list)
    for article in articles(chosen.corpora):
        host = str(urlsplit(article.url or "").hostname)
        found[zlib.crc32(host.encode()) % SOURCES].append(article)
    with closing(Store.open(chosen.directory, NOW)) as store:
        texts = fill(store, found)
    report(chosen.directory / "library.sqlite3", texts)


if __name__ == "__main__":
    main()
