"""Where the words of a query stand in a text, so that what was found can be seen there in its own spelling.

As the index finds them: whole words, of the last one the beginning too; Chinese, Japanese and Korean anywhere.
Where a text has a word with just the marks that were typed, only these places count, else all that are equal
without marks.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tuinews.errors import QueryError
from tuinews.folding import OF_UNSPACED, POINTS, UNSPACED, VOWEL_SIGNS, fold, lowercase, move_tones_late, spellings
from tuinews.late import late_pattern
from tuinews.query.expression import Expression, Not, Term
from tuinews.query.parser import parse

PREFIX_LENGTH = 3
"""Letters a lone word needs to find longer words too (fewer would find half the library); beside others 2."""

_LETTERS = rf"\w{VOWEL_SIGNS}{POINTS}"
_WORD = late_pattern(rf"[{_LETTERS}]+")
_NOT_BEHIND = rf"(?:(?<![{_LETTERS}])|(?<=[{OF_UNSPACED}]))"
_NOT_BEFORE = rf"(?![^\W{OF_UNSPACED}]|[{VOWEL_SIGNS}{POINTS}])"
"""Where a word begins and ends: also beside a script without blanks (NHKが)."""

_POINTS = late_pattern(f"[{POINTS}]+")
_OF_OTHER_SCRIPTS = late_pattern("[\u0590-\u0dff]")
_UNWRITTEN = f"[{POINTS}\u200c\u200d]*"
"""What may stand in a text between the letters of a word that was typed without it."""


def letters_in(word: str) -> int:
    """How many letters, digits and signs of vowels a word has: what else stands in it (C++) begins no word."""
    return sum(map(len, _WORD.findall(word)))


@lru_cache(16)
def typed_words(typed: str | None) -> tuple[Term, ...]:
    """The words of what was typed that can stand in what it finds; none where it cannot be read."""
    try:
        expression = parse(typed or "")
    except QueryError:
        return ()
    return () if expression is None else tuple(words_in(expression))


def words_in(expression: Expression) -> Iterator[Term]:
    """The words of an expression that are wanted, in its order."""
    if isinstance(expression, Term):
        yield expression
    elif not isinstance(expression, Not):
        inner = getattr(expression, "inner", ())
        for one in inner if isinstance(inner, tuple) else ():
            yield from words_in(one)


def hits_in(text: str, words: Sequence[Term]) -> list[range]:
    """The places of `words` in `text`, in its order, none within another; each as a range of characters."""
    if not text or not words:
        return []
    spellings_of_text = (move_tones_late(lowercase(text)), fold(text))
    found: list[range] = []
    least = PREFIX_LENGTH if len(words) == 1 else PREFIX_LENGTH - 1
    for number, word in enumerate(words):
        may_begin = number == len(words) - 1 and not word.quoted and letters_in(word.text) >= least
        found += _places(spellings_of_text, word.text, may_begin)
    return _apart(sorted(found, key=lambda hit: (hit.start, -hit.stop)))


def _places(texts: tuple[str, str], typed: str, may_begin: bool) -> list[range]:
    """The places of one word or phrase: the best kind of them that there is."""
    for is_marked, pattern in _patterns(typed, may_begin):
        found = [range(*hit.span()) for hit in pattern.finditer(texts[0 if is_marked else 1])]
        if found:
            return found
    return []


@lru_cache(64)
def _patterns(typed: str, may_begin: bool) -> "tuple[tuple[bool, re.Pattern[str]], ...]":
    """What is looked for, the best first, and whether in the text with its marks."""
    marked, folded = move_tones_late(lowercase(typed)), fold(typed)
    kinds = [(True, _pattern(marked, is_whole=True))] if marked != folded else []
    kinds.append((False, _pattern(folded, is_whole=True)))
    if may_begin:
        kinds.append((False, _pattern(folded, is_whole=False)))
    return tuple(kinds)


def _pattern(words: str, *, is_whole: bool) -> re.Pattern[str]:
    found = [word for word in _WORD.findall(_POINTS.sub("", words)) if word]
    between = rf"[^{_LETTERS}]+".join(f"(?:{'|'.join(map(_spelt, spellings(word)))})" for word in found)
    start = "" if not found or UNSPACED.match(found[0]) else _NOT_BEHIND
    end = "" if not found or not is_whole or UNSPACED.search(found[-1][-1]) else _NOT_BEFORE
    return re.compile(f"{start}{between}{end}" if found else r"(?!)")


def _spelt(word: str) -> str:
    """The pattern of one word."""
    if not _OF_OTHER_SCRIPTS.search(word):
        return re.escape(word)
    return "".join(re.escape(letter) + _UNWRITTEN for letter in word)


def _apart(hits: list[range]) -> list[range]:
    apart: list[range] = []
    for hit in hits:
        if not apart or hit.start >= apart[-1].stop:
            apart.append(hit)
    return apart
