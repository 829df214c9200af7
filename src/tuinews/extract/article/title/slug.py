"""The words in the address of a page, mostly those of its article's first headline."""

import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from tuinews.folding import strip_diacritics
from tuinews.late import late_pattern

LEAST_WORDS = 3
"""Words that a part of a path must have to be a title; fewer are the name of a section."""

_WORD = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]{2,}")
_BETWEEN = late_pattern(r"[-_]")
_IN_ADDRESSES = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "đ": "d"})


def slug_words(address: str) -> frozenset[str]:
    """The words of the part of the path with most words, without numbers; none if it is no title."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return frozenset()
    slug = max(path.split("/"), key=lambda part: len(_BETWEEN.findall(part)), default="")
    words = frozenset(word for word in words_of(slug) if not word.isdigit())
    return words if len(words) >= LEAST_WORDS else frozenset()


@lru_cache(maxsize=2_000)
def words_of(text: str) -> frozenset[str]:
    """The words of a text as addresses spell them: in lower case, without accents; a wide character is a word."""
    text = text.casefold()
    if not text.isascii():
        text = strip_diacritics(unicodedata.normalize("NFKC", text.translate(_IN_ADDRESSES)))
    return frozenset(_WORD.findall(text))
