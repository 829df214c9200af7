"""The names that pages give their elements, as words: `article-body__text` says "article", "body", "text".

Every page has other class names, but they are made of few words. How much a word speaks for text or against it is
learned (`lexicon.json`); here a name is taken apart, once for each spelling.
"""

import re
from functools import lru_cache

_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
MAX_NAME = 300


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of an element's class, id and itemprop, whole names beside their parts; no digits."""
    found: dict[str, None] = {}
    for whole in name[:MAX_NAME].split():
        parts = [part.lower() for part in _BORDER.split(whole) if len(part) > 1]
        found.update(dict.fromkeys(parts))
        if len(parts) > 1:
            found["-".join(parts[:5])] = None
            found["-".join(parts[:2])] = None
            found["-".join(parts[-2:])] = None
    return tuple(found)


@lru_cache(maxsize=20_000)
def text_words(text: str) -> tuple[str, ...]:
    """The words of a short line, and the line as a whole; numbers are one word."""
    words = [re.sub(r"\d+", "0", word) for word in re.findall(r"\w+", text.lower())][:24]
    found = dict.fromkeys(words)
    if words:
        found["^" + " ".join(words[:2])] = None
        found["$" + " ".join(words[-2:])] = None
        if len(words) <= 6:
            found["=" + " ".join(words)] = None
    return tuple(found)
