"""Real pages that a wire cut, a cache mixed up or a disk damaged: read or refused, at once, and nothing made up.

TUINEWS_CORPORA names the folder that holds `articles/NAME.zip`. Each page is spoilt by its own seed, so that a
failure names all that is needed to see it again. TUINEWS_SPOILT tries so many pages instead of a few, by hand.
"""

import gc
import json
import os
import random
import re
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path

import pytest

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article
from tuinews.extract.page.tree import parse
from tuinews.model.article import Article

CORPORA = ("fundus", "aefd", "wcxb-article", "chinese-wced")
PAGES = 12
"""Pages of each corpus, spread over it."""

VARIANTS = 120
MOST_SECONDS = 1.0
"""Of the processor, for one page."""

_TAG = re.compile(rb"<[^<>]{1,300}>")
_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)")

Spoil = Callable[[random.Random, bytes, bytes], bytes]


def cut(chance: random.Random, page: bytes, _: bytes) -> bytes:
    return page[: chance.randrange(len(page) + 1)]


def beheaded(chance: random.Random, page: bytes, _: bytes) -> bytes:
    return page[chance.randrange(len(page) + 1) :]


def spliced(chance: random.Random, page: bytes, other: bytes) -> bytes:
    return page[: chance.randrange(len(page) + 1)] + other[chance.randrange(len(other) + 1) :]


def inserted(chance: random.Random, page: bytes, other: bytes) -> bytes:
    place, start = chance.randrange(len(page) + 1), chance.randrange(len(other) + 1)
    return page[:place] + other[start : start + chance.randrange(20_000)] + page[place:]


def _with_tags(chance: random.Random, page: bytes, times: int) -> bytes:
    share = chance.choice((0.01, 0.1, 0.5))
    return _TAG.sub(lambda tag: tag[0] * times if chance.random() < share else tag[0], page)


def flipped(chance: random.Random, page: bytes, other: bytes) -> bytes:
    spoilt = bytearray(page)
    for _ in range(chance.choice((1, 30, 1000))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


WAYS: tuple[Spoil, ...] = (
    cut,
    beheaded,
    spliced,
    inserted,
    lambda chance, page, _: _with_tags(chance, page, 0),
    lambda chance, page, _: _with_tags(chance, page, 2),
    flipped,
)


def pages() -> Iterator[bytes]:
    folder = os.environ.get("TUINEWS_CORPORA")
    if not folder:
        pytest.skip("TUINEWS_CORPORA names no folder: no real pages were spoilt")
    for name in CORPORA:
        with zipfile.ZipFile(Path(folder) / "articles" / f"{name}.zip") as corpus:
            names = sorted(one for one in corpus.namelist() if one.endswith(".html"))
            chosen = names if "TUINEWS_SPOILT" in os.environ else names[:: max(1, len(names) // PAGES)]
            yield from map(corpus.read, chosen)


def spoilt(seed: int, whole: list[bytes]) -> bytes:
    """A page of the corpora, spoilt in one way or in two."""
    chance = random.Random(seed)
    page = chance.choice(whole)
    for way in chance.sample(WAYS, chance.choice((1, 1, 2))):
        page = way(chance, page, chance.choice(whole)) or b"<p>"
    return page


def complaint(page: bytes) -> str | None:
    """What is wrong with how a page is read, None where nothing is."""
    html = decode(page)
    start = time.process_time()
    try:
        article = extract_article(html, "https://coast.example/news/1.html")
    except ExtractError:
        article = None
    except Exception as error:  # noqa: BLE001 - which it is stands in the complaint
        return f"it raised {error!r}"
    took = time.process_time() - start
    if took > MOST_SECONDS:
        # Once more: what is imported at its first use, and who shares the core, are not the page's fault.
        start = time.process_time()
        with suppress(ExtractError):
            extract_article(html, "https://coast.example/news/1.html")
        took = time.process_time() - start
    if took > MOST_SECONDS:
        return f"it took {took:.2f} s"
    strange = words_of_nowhere(article, html) if article is not None else []
    return f"its page does not say {strange[:5]}" if strange else None


def words_of_nowhere(article: Article, html: str) -> list[str]:
    """The words of an article's text that do not stand on its page, neither as text nor in its data."""
    root = parse(html).root
    text = root.text(deep=True, separator="") if root is not None else ""
    there = _run_together(text) + _run_together(unescape(_ESCAPE.sub(_escaped, html)))
    words = {word for line in article.text.split("\n") for word in _WORD.findall(_composed(line))}
    return sorted(word for word in words if not _stands_in(there, word))


def _stands_in(there: str, word: str) -> bool:
    """Whether a word stands there, or its three parts do: what stood between them on the page may be left out."""
    for _ in range(3):
        if word in there:
            return True
        end = next((end for end in range(len(word) - 1, 0, -1) if word[:end] in there), 0)
        if not end:
            return False
        word = word[end:]
    return False


def _escaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else {"n": "\n", "t": "\t", "r": " "}.get(match[2], match[2])


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _run_together(text: str) -> str:
    return "".join(_WORD.findall(_composed(text)))


@pytest.fixture
def no_old_garbage() -> Iterator[None]:
    """What the tests before left is not searched for garbage in the middle of a page: that takes half a second."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("no_old_garbage")
def test_spoilt_pages_are_read_or_refused_at_once_and_nothing_is_made_up() -> None:
    whole = list(pages())
    count = int(os.environ.get("TUINEWS_SPOILT", VARIANTS))
    found = ((seed, complaint(spoilt(seed, whole))) for seed in range(count))
    wrong = {seed: words for seed, words in found if words}
    assert not wrong, json.dumps(wrong, ensure_ascii=False, indent=1)
