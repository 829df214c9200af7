"""Whether an address that came again without a date leads to other news now, or to what was known under it.

Headlines are rewritten, and a page without feeds says no dates: a title that has some of the known one's words, or
an address that is one article's own, says that it is the same. Where nothing says so it is another: twice is
better than lost.
"""

from difflib import SequenceMatcher
from urllib.parse import unquote, urlsplit

from tuinews.folding import CJK, cjk_bigrams, fold
from tuinews.late import late_pattern

_WORD = late_pattern(r"\w+")
_NUMBER = late_pattern(r"(?<!\d)\d{5,}(?!\d)|(?<![0-9a-z])(?=[a-z]*\d)[0-9a-f]{8,}(?![0-9a-z])")
"""A number or a code by which a site keeps its articles; a year and a day have fewer digits."""

_SHORTEST = 3
"""Letters of a word that says what an address is about, and words of an address that are those of a title."""

_ALIKE = 0.6
"""Share of its letters that a title in which a slip was mended has in their order; two others have about .4."""


def is_wholly_other(title: str, before: str) -> bool:
    """Whether a title has next to nothing of another: fewer than a quarter of the shorter one's words, and it is
    none with a slip that was mended."""
    said, known = _words(title), _words(before)
    if not said or not known or 4 * len(said & known) >= min(len(said), len(known)):
        return False
    return SequenceMatcher(None, fold(title), fold(before), autojunk=False).ratio() < _ALIKE


def is_of_one_article(url: str, *titles: str) -> bool:
    """Whether an address is made for one article: its last part has a number that counts articles, or the words of
    one of the titles."""
    parts = urlsplit(fold(unquote(url)))
    last = f"{parts.path.rstrip('/').rpartition('/')[2]}?{parts.query}"
    if _NUMBER.search(last):
        return True
    words = {word for word in _WORD.findall(last.replace("_", " ")) if len(word) >= _SHORTEST}
    return any(len(words & _words(title)) * 2 > len(words) >= _SHORTEST for title in titles)


def _words(title: str) -> set[str]:
    """The words of a title, and of a run of ideographs its pairs."""
    words: set[str] = set()
    for word in _WORD.findall(fold(title)):
        words.update(cjk_bigrams(word) if CJK.match(word) else (word,))
    return words
