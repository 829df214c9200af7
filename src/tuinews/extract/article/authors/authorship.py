"""The words of authorship in a line: those that begin it or stand in it, and those of other work than writing."""

import re
from functools import lru_cache

from tuinews.extract.article.authors.byline_words import (
    AUTHORSHIP,
    AUTHORSHIP_OF_MORE,
    BEGIN_AUTHORSHIP_OF_MORE,
    GLUED,
    NOBODY,
    OTHER_WORK,
    WIDE_AUTHORSHIP,
)
from tuinews.extract.page.patterns import words
from tuinews.late import late_pattern

LONGEST_NOBODY = 40
"""Letters of a placeholder with its words of authorship."""

_PARTS = frozenset(".,;|/·")
"""Signs between the parts of a byline, of which one may be a name."""

LONGEST_AUTHORSHIP = 24
"""Letters of words of authorship without a name."""

_AUTHORSHIP = late_pattern(
    r"^[^\w(©]*(?:(?:tác giả|author|autora?|auteur|автор|penulis|yazan|نویسنده|الكاتب|مصنف|लेखक)[,،]\s+"
    rf"|(?:{AUTHORSHIP})(?:\s*[:：/–-]\s*|\s+))",
    re.IGNORECASE,
)
_OTHER_WORK = late_pattern(rf"^[^\w(©]*(?:{OTHER_WORK})(?:\s*[:：/–-]\s*|\s+)", re.IGNORECASE)
_PICTURE_CREDIT = late_pattern(
    r"^[^\w(©]*(?:photos?(?:graph\w*)?(?: by| credits?)?|foto(?:s|grafie)?(?: von)?|pictures? by|"
    r"images?(?: by| credits?)?|"
    r"bild(?:er)?)\s*[:：/–-]|^[^\w(©]*(?:photos?|images?|pictures?|illustrat(?:ed|ions?)) by\s"
    r"|^\W*©\s*(?!\d)[^\d/]{3,40}\s?/\s?\w",
    re.IGNORECASE,
)
_OTHER_WORK_LAST = late_pattern(rf"(?:^|\W)(?:{OTHER_WORK})\s*:?\s*$", re.IGNORECASE)
_GLUED = late_pattern(rf"^[^\w(]*(?:{GLUED})(?=[^\W\d_a-zß-ÿ][a-zß-ÿ.])")
_OTHER_AUTHORSHIP = late_pattern(rf"^[^\w(©]*(?:{AUTHORSHIP_OF_MORE})(?:\s*[:：/–-]\s*|\s+)", re.IGNORECASE)
_FIRST_WORD = late_pattern(r"[^\w(©]*([^\s:：/–-]+)")
_ONLY_AUTHORSHIP = late_pattern(rf"^\W*(?:{AUTHORSHIP}|{AUTHORSHIP_OF_MORE}|{WIDE_AUTHORSHIP})\W*$", re.IGNORECASE)
_INLINE = late_pattern(
    r"(?:(?<=[\s·|•,–—/>])|(?<=\d))(?:by|von|vom|par|por|door|av|af|oleh|yazan|di|da)\s*:?\s+(?=[^\W\d_])"
    r"|\b(?:author|autor|auteur|autore|writer|text|par|por|by|von)\s*[:：]\s*",
    re.IGNORECASE,
)
_INLINE_WORDS = words(
    """
    by von vom par por door av af oleh yazan di da author autor auteur autore writer text
    """
)


@lru_cache(maxsize=4_000)
def _end_of_authorship(text: str) -> int:
    """Where words of authorship end with which a text begins, 0 where it begins with none, or has no other."""
    found = _AUTHORSHIP.match(text) or _GLUED.match(text)
    if found is None and (first := _FIRST_WORD.match(text)) and first[1].lower() in BEGIN_AUTHORSHIP_OF_MORE:
        found = _OTHER_AUTHORSHIP.match(text)
    return found.end() if found is not None and found.end() < len(text) else 0


def authorless(text: str) -> str:
    """A text without words of authorship at its beginning."""
    return text[_end_of_authorship(text) :]


def begins_with_authorship(text: str) -> bool:
    """Whether a text begins like a byline: "By …", "Geschrieben von …", "ByJane …"."""
    return _end_of_authorship(text) > 0


def is_authorship(text: str) -> bool:
    """Whether a text is nothing but words of authorship."""
    return len(text) < LONGEST_AUTHORSHIP and _ONLY_AUTHORSHIP.match(text) is not None


@lru_cache(maxsize=4_000)
def is_nobody(text: str) -> bool:
    """Whether a text is a placeholder for a name and nothing else: "Staff Reporter", "Por Redacción"."""
    if len(text) > LONGEST_NOBODY or not _PARTS.isdisjoint(text):
        return False
    if NOBODY.match(text):
        return True
    rest = authorless(text)
    return rest != text and NOBODY.match(rest) is not None


def other_work(text: str) -> str:
    """The text after "Photo by", "Edited by" and the like at its beginning; "" if there is none."""
    found = _OTHER_WORK.match(text)
    return text[found.end() :] if found else ""


def is_picture_credit(text: str) -> bool:
    """Whether a text begins as the credit of a picture does: "Photo: Jane Doe", "Foto von …"."""
    return _PICTURE_CREDIT.match(text) is not None


def ends_with_other_work(text: str) -> bool:
    """Whether a text ends with "Reviewed by" and the like: what follows is no author."""
    return _OTHER_WORK_LAST.search(text) is not None


def after_inline_authorship(text: str) -> str:
    """The text after a word of authorship inside a line, after a date or a heading; "" if there is none."""
    if _INLINE_WORDS.isdisjoint(word.rstrip(":：") for word in text.lower().split()):
        return ""
    found = _INLINE.search(text)
    return text[found.end() :] if found else ""
