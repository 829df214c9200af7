"""The share of two parsers' published feed tests (feedparser: BSD-2, gofeed: MIT) that ours gets right: a floor.

The corpora are no part of the project. TUINEWS_CORPORA names the folder of `feeds.zip`, which holds NAME.feed
beside NAME.json {url?, headers?, n_entries?, feed, entries} with the fields that a test asserts. To lower the
floor, or to measure another corpus, this file must be changed.
"""

import hashlib
import html
import json
import os
import re
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.feed import parse_feed
from tuinews.model.entry import FeedEntry
from tuinews.model.feed import Feed

FLOOR = 0.99
DIGEST = "edd655d3a81c5dd2864ac5e914dd5684339249ee20b897f424def10c9c3b9b91"
UNKNOWN_CHARSETS = re.compile(r"x80_(viscii|tcvn|mac|cp?\d|\d|hp|kz|ptcp|johab|dos)", re.IGNORECASE)
"""Charsets that the web does not know (WHATWG Encoding)."""

TEXTS = {"title", "summary", "content", "description", "author", "author_name", "comments", "id"}
Json = dict[str, Any]


def corpus() -> zipfile.ZipFile:
    folder = os.environ.get("TUINEWS_CORPORA")
    if not folder:
        pytest.skip("TUINEWS_CORPORA names no folder: the quality of feeds was not measured")
    path = Path(folder) / "feeds.zip"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == DIGEST, "another corpus than the floor was measured on"
    return zipfile.ZipFile(path)


def plain(text: str) -> str:
    return " ".join(html.unescape(html.unescape(re.sub(r"<[^>]*>", " ", text))).split())


def same(field: str, got: Any, want: Any) -> bool:
    if got == want or (want in ("", None) and not got):
        return True
    if field == "enclosures":
        pairs = zip(got, want, strict=False)
        return len(got) >= len(want) and all(str(g[k]) == str(v) for g, w in pairs for k, v in w.items())
    if not isinstance(want, str):
        return False
    text = str(got or "")
    if field in TEXTS:
        return plain(text) == plain(want)
    if field == "link":
        return text.rstrip("/") == want.rstrip("/")
    return field in ("published", "updated") and text[:19] == want[:19]


def fields(of: Feed | FeedEntry) -> Json:
    author = of.author
    named = {"author": author and author.text, "author_name": author and author.name}
    return asdict(of) | named | {"author_email": author and author.email}


def right(truth: Json, feed: Feed) -> bool:
    entries = [fields(entry) for entry in feed.entries]
    if truth.get("n_entries", len(entries)) != len(entries) or len(entries) < len(truth["entries"]):
        return False
    pairs = [(fields(feed), truth["feed"]), *zip(entries, truth["entries"], strict=False)]
    return all(same(field, got.get(field), want) for got, wanted in pairs for field, want in wanted.items())


def parsed(raw: bytes, truth: Json) -> Feed:
    headers = {str(key).lower(): str(value) for key, value in (truth.get("headers") or {}).items()}
    try:
        return parse_feed(decode(raw, headers.get("content-type")), truth.get("url"), headers)
    except ExtractError:
        return Feed()


def test_feeds_are_read_as_the_tests_of_mature_parsers_say() -> None:
    wrong = []
    count = 0
    with corpus() as archive:
        for name in sorted(n.removesuffix(".json") for n in archive.namelist() if n.endswith(".json")):
            truth = json.loads(archive.read(f"{name}.json"))
            if UNKNOWN_CHARSETS.search(name) or "ACCEPTABLE" in truth.get("skip_unless", ""):
                continue
            count += 1
            if not right(truth, parsed(archive.read(f"{name}.feed"), truth)):
                wrong.append(name)
    assert count > 700
    assert 1 - len(wrong) / count >= FLOOR, wrong
