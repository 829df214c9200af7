"""How many of the articles that a person sees on a listing page the program sees: pinned floors.

The corpora are no part of the project. TUINEWS_CORPORA names the folder of `listings.zip` and `listings-vi.zip`,
which hold NAME.html beside NAME.json {url, items: [{title, url, date?, date_range?, summary?}], also: [{url}],
retrieved?, masthead_date?, summary_judged?, home?, page?}. To lower a floor, or to measure another corpus, this
file must be changed.
"""

import hashlib
import json
import os
import re
import unicodedata
import zipfile
from collections import Counter
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from tuinews.charset import decode
from tuinews.extract.listing import extract_listing
from tuinews.model.entry import Entry, Listing

DIGESTS = {
    "listings": "9afc7d85eb4d83c7809c48ba478bdc34b84be457916ec791a41f67b2c1955afc",
    "listings-vi": "b121cbfe882db6da17cb49403f70fbc5f78874e24401d706146a998abb0bd437",
}
FLOORS = {
    "listings": {
        "f1": 0.994,
        "once": 1.0,
        "title": 0.994,
        "summary": 0.991,
        "date": 0.994,
        "order": 0.994,
        "confident": 0.97,
    },
    "listings-vi": {
        "f1": 0.993,
        "once": 1.0,
        "title": 0.994,
        "summary": 0.994,
        "date": 0.994,
        "order": 0.994,
        "confident": 0.97,
    },
}
"""Means over the pages; `confident` is the share of pages whose list is not called a guess."""

_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|hpt|iref|xtor|at_\w+|mc_\w+|itm_\w+|cmpid|intcid|section|ref|ref_src|src|source)$",
    re.IGNORECASE,
)
Json = dict[str, Any]
Key = tuple[str, str, str]


def corpus(name: str) -> zipfile.ZipFile:
    folder = os.environ.get("TUINEWS_CORPORA")
    if not folder:
        pytest.skip("TUINEWS_CORPORA names no folder: the quality of listings was not measured")
    path = Path(folder) / f"{name}.zip"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == DIGESTS[name], (
        "another corpus than the floors were measured on"
    )
    return zipfile.ZipFile(path)


def key(url: str | None) -> Key:
    """What makes an address an item's own, judged apart from `address.canonical`."""
    parts = urlsplit(url or "")
    host = re.sub(r"^(?:www|m)\.", "", (parts.hostname or "").lower())
    pairs = sorted(p for p in parts.query.split("&") if p and not _TRACKING.match(p.split("=")[0]))
    return host, unicodedata.normalize("NFC", unquote(parts.path)).rstrip("/") or "/", "&".join(pairs)


def plain(text: str | None) -> str:
    quotes = str.maketrans("“”„«»‘’‚`´", "\"\"\"\"\"'''''")
    return " ".join(unicodedata.normalize("NFKC", text or "").translate(quotes).split()).casefold()


def overlap(one: str, other: str | None) -> float:
    """The F1 of two texts' words; ideographs are words one by one."""
    ideographs = r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+"
    a, b = (Counter(re.findall(ideographs, plain(text))) for text in (one, other))
    return 2 * sum((a & b).values()) / (sum(a.values()) + sum(b.values())) if a and b else 0.0


def dated(truth: Json, entry: Entry) -> bool:
    first, last = truth.get("date_range") or (truth["date"], truth["date"])
    return entry.published is not None and first[:10] <= entry.published.date[:10] <= last[:10]


def scores(truth: Json, listing: Listing) -> dict[str, float]:
    want = {key(item["url"]): item for item in truth["items"]}
    also = {key(item["url"]) for item in truth.get("also") or ()}
    got = [(key(entry.url), entry) for entry in listing.entries]
    counts = Counter(k for k, _ in got)
    hits = [(want[k], entry) for k, entry in got if k in want]
    found = [k for k in counts if k in want]
    wrong = sum(k not in want and k not in also for k in counts)
    precision, recall = len(found) / max(len(found) + wrong, 1), len(found) / len(want)
    places = {k: i for i, k in enumerate(want)}
    order = [places[k] for k in dict.fromkeys(k for k, _ in got) if k in want]
    lists = {
        "f1": [2 * precision * recall / (precision + recall) if found else 0.0],
        "once": [float(counts[k] == 1) for k in found],
        "title": [float(plain(item["title"]) == plain(entry.title)) for item, entry in hits],
        "summary": [
            float(overlap(item["summary"], entry.summary) >= 0.8)
            for item, entry in hits
            if item.get("summary") and truth.get("summary_judged", True)
        ],
        "date": [float(dated(item, entry)) for item, entry in hits if item.get("date")],
        "order": []
        if truth.get("page") == "home" or truth.get("home")
        else [float(b > a) for a, b in pairwise(order)],
        "confident": [float(listing.confidence >= 0.5)],
    }
    return {name: fmean(values) for name, values in lists.items() if values}


@pytest.mark.parametrize("collection", FLOORS)
def test_listings_are_seen_as_a_person_sees_them(collection: str) -> None:
    floors = FLOORS[collection]
    measured: dict[str, list[float]] = {name: [] for name in floors}
    with corpus(collection) as zipped:
        for name in sorted(n for n in zipped.namelist() if n.endswith(".json")):
            truth = json.loads(zipped.read(name))
            text = decode(zipped.read(name.removesuffix(".json") + ".html"))
            fetched = truth.get("masthead_date") or truth.get("retrieved")
            now = datetime.fromisoformat(fetched) if fetched else None
            for column, value in scores(truth, extract_listing(text, truth["url"], now=now)).items():
                measured[column].append(value)
    means = {name: round(fmean(values), 4) for name, values in measured.items()}
    assert {name: value for name, value in means.items() if value < floors[name]} == {}, means
