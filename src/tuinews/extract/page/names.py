"""Splits class names and ids into words: `article-body__text` into "article", "body", "text".

Every site has other class names, but they consist of few words. What a word is worth for the line model is in
`article/body/model/lexicon.json`.
"""

import re
from functools import lru_cache

from tuinews.late import late_pattern

_WORD, _NUMBER = late_pattern(r"\w+"), late_pattern(r"\d+")
_BORDER = late_pattern(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_NOT_SMALL = late_pattern("[^a-z]+")
_COMMENTS = late_pattern(
    r"(?:^|[\s_#-])(?:comments?(?:[-_]?(?:list|area|section|thread|container|wrap(?:per)?))?|disqus\w*|respond)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = late_pattern(
    r"(?:^|[\s_#-])(?:wp-caption-text|(?:(?:image|img|photo|picture|media|fig(?:ure)?|slide|gallery|lead|hero|main|"
    r"article|header|cover|PhotoCMS|video|field|featured?|attachment|thumb(?:nail)?|post|entry|inline|item|story)"
    r"[-_]{0,2}){0,3}caption|(?!wp)[a-z]{1,3}[-_]{1,2}caption|(?:img|image|photo|pic(?:ture)?|fig(?:ure)?)[-_]{0,2}(?:desc(?:r|ription)?|legend))"
    r"(?:[-_]{0,2}(?:text|content|wrap(?:per)?|inner|title|container|body|full))?"
    r"(?=$|[\s_-])|[a-z]Caption(?=$|[A-Z\s_-])|(?:^|[\s_#-])(?:img[_-]?)?chu[_-]?thich(?=$|[\s_-])"
    r"|(?:^|[\s_#-])(?:pie[-_]?(?:de[-_]?)?foto|bild-?unterschrift|bildtext|legende|legenda|didascalia|onderschrift)"
    r"(?=$|[\s_-])|(?:^|\s)pie(?=$|\s)",
    re.IGNORECASE,
)
_JOINT = late_pattern(r"[^A-Za-z0-9]+")
_PIECE = late_pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_DIGIT = late_pattern(r"\d")
_VOWEL = late_pattern("[aeiouy]")
LONGEST_MADE = 2
"""Letters up to which a name is taken for one that a program made: they count `a`, `b`, … `aa`, `ab`."""

SHORTEST_HASH = 5
"""Letters and digits from which a part of a name may be a hash."""

SHORT_PIECE = 2.5
"""Letters of the mean piece between capitals and digits, under which a part is no words written as one."""

MAX_NAME = 300
"""Characters of the names of one element that are read."""


def words_of_one(whole: str) -> tuple[str, ...]:
    """The words of one name: its parts, its first two and last two joined, and its first five joined.

    A name that a program made has none: it means something else on each page, and was learnt by chance.
    """
    if whole.isalpha() and whole.isascii() and whole.islower():
        return (whole,) if len(whole) > LONGEST_MADE and not _has_no_vowel(whole) else ()
    parts = _plain_parts(whole)
    if parts is None:
        if not whole.islower() or _DIGIT.search(whole):
            whole = "-".join(part for part in _JOINT.split(whole) if not _is_hash(part))
        parts = _small_parts(whole) if whole.islower() else _parts(whole)
    if not parts or max(map(len, parts)) <= LONGEST_MADE:
        return ()
    match len(parts):
        case 0 | 1:
            return tuple(parts)
        case 2:
            return (*parts, "-".join(parts))
        case _:
            return (*parts, "-".join(parts[:5]), "-".join(parts[:2]), "-".join(parts[-2:]))


def _plain_parts(whole: str) -> list[str] | None:
    """The parts of a name of small letters alone, as most are, that lines join; None of any other."""
    joined = whole.replace("_", "-")
    if joined.isascii() and joined.islower() and joined.replace("-", "").isalpha():
        return [part for part in joined.split("-") if len(part) > 1]
    return None


def _small_parts(whole: str) -> list[str]:
    parts = _plain_parts(whole)
    return [part for part in _NOT_SMALL.split(whole) if len(part) > 1] if parts is None else parts


def _is_hash(part: str) -> bool:
    """Whether a part of a name is a sum of something: digits among its letters, or capitals among small ones."""
    if len(part) < SHORTEST_HASH or not part.isascii() or (part.isalpha() and part.islower()):
        return False
    pieces = _PIECE.findall(part)
    return len(pieces) > 1 and len(part) < SHORT_PIECE * len(pieces)


def _has_no_vowel(word: str) -> bool:
    return len(word) >= SHORTEST_HASH and not _VOWEL.search(word)


def _parts(whole: str) -> list[str]:
    return [part.lower() for part in _BORDER.split(whole) if len(part) > 1]


def text_words(text: str) -> tuple[str, ...]:
    """The words of a short line, its first two and last two, and the line as a whole; every number is "0"."""
    small = text.lower()
    words = _WORD.findall(_NUMBER.sub("0", small) if _DIGIT.search(small) else small)[:24]
    if not words:
        return ()
    found = dict.fromkeys(words)
    first, last = words[:2], words[-2:]
    whole = ("=" + " ".join(words),) if len(words) <= 6 else ()
    return (*found, "^" + " ".join(first), "$" + " ".join(last), *whole)


COMMENT_STEMS = ("comment", "disqus", "respond")
"""Parts of words, of which each name of comments has one."""


@lru_cache(maxsize=20_000)
def holds_comments(name: str) -> bool:
    """Whether an element with this name contains the comments of readers."""
    small = name[:MAX_NAME].lower()
    return any(stem in small for stem in COMMENT_STEMS) and bool(_COMMENTS.search(small))


CAPTION_STEMS = ("caption", "thich", "desc", "legend", "pie", "bild", "didascalia", "onderschrift")
"""Parts of words, of which each name of a caption has one."""


@lru_cache(maxsize=20_000)
def holds_caption(name: str) -> bool:
    """Whether an element with this name contains a caption."""
    small = name[:MAX_NAME].lower()
    return any(stem in small for stem in CAPTION_STEMS) and bool(_CAPTION.search(name[:MAX_NAME]))
