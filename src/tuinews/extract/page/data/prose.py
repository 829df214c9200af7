"""How much of a string is prose: sentences that people read, not names, addresses, styles or code."""

import re
from html import unescape

from tuinews.late import late_pattern

LEAST_STRING, READ = 20, 100_000
"""Characters from which a string may be prose, and characters of it that are read to find out."""

LEAST_WORDS, LEAST_WIDE = 4, 12
"""Words of a string of prose, and characters of one in a script without blanks between words."""

LEAST_PLAIN = 3
"""Words of it that are no names: without a capital, or in a script that has none."""

MOST_SIGNS = 0.03
"""Share of signs of code from which a string is code."""

_TAG = late_pattern(r"<[a-zA-Z/!][^<>]{0,20000}>")
_NO_TEXT = late_pattern(r"<(script|style|svg|iframe|select|button)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_BLOCK = late_pattern(
    r"<(?:p|br|div|h[1-6]|li|blockquote|section|article|figure|table)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ESCAPED_BLOCK = late_pattern(
    r"&lt;(?:p|br|div|h[1-6]|li|blockquote|section|article|figure|table)\b", re.IGNORECASE
)
_STOP = late_pattern(r"[.!?…,;:،؛؟।](?:[\s\"'”’»)]|$)|[。！？，、；]")
ENDS = late_pattern(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
"""The end of a sentence."""

_WIDE = late_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNS = late_pattern(r"[{}<>=|\\_$@#]|\(\)|://|\w\(|\w\.[a-z]\w*[.(]|;\s*(?=[a-z}])|&&")
_WORD = late_pattern(r"[^\W\d_]{2,}")
_ADDRESS = late_pattern(r"^(?:https?:|/|data:|[\w-]+\.)\S+$")


def is_markup(text: str) -> bool:
    """Whether a string holds blocks of HTML."""
    return "<" in text and _BLOCK.search(text) is not None


def unescaped(text: str) -> str:
    """A string of HTML that was escaped once more than its place asks for, as HTML."""
    return unescape(text) if "&lt;" in text and "<" not in text and _ESCAPED_BLOCK.search(text) else text


def plain(text: str) -> str:
    """The words of a string of HTML."""
    if "<" in text:
        text = _TAG.sub(" ", _NO_TEXT.sub(" ", text))
    return " ".join((unescape(text) if "&" in text else text).split())


def letters_of(text: str) -> int:
    """The letters of a string's prose, 0 where it is none."""
    if len(text) < LEAST_STRING or _ADDRESS.match(text):
        return 0
    words = plain(unescaped(text[:READ]))
    if (
        len(words) < LEAST_STRING
        or len(_SIGNS.findall(words)) > MOST_SIGNS * len(words)
        or not _STOP.search(words)
    ):
        return 0
    if _WIDE.search(words[:60]) and len(_WIDE.findall(words)) >= LEAST_WIDE:
        return len(words)
    beginning = words[:2000]
    return len(words) if len(_WORD.findall(beginning)) >= LEAST_WORDS and _has_sentence(beginning) else 0


def _has_sentence(words: str) -> bool:
    """Whether not all words are names, as in a list of fonts or of persons."""
    plain_words = [
        word for word in _WORD.findall(words) if word[0].islower() or word[0].lower() == word[0].upper()
    ]
    return len(plain_words) >= LEAST_PLAIN
