"""Text as the search index sees it: đ folded, runs of Chinese, Japanese and Korean cut into pairs.

FTS5's unicode61 folds tones but not đ, which is a letter of its own; and it takes a run of CJK for one word, in
which nothing can be found. So a run becomes its overlapping pairs, and its last character alone (東京都: 東京 京都
都), which stand in the text at its place. Both the text and the question pass through here.
"""

import re
import unicodedata
from collections.abc import Iterable

CJK = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""A run of Han, kana or Hangul."""

_MARKED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKED_WORD = re.compile(f"[0-9A-Za-z]*[{_MARKED}][0-9A-Za-z{_MARKED}]*")
_TONES = {
    late: early
    for lates, earlies in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for late, early in zip(lates.split(), earlies.split(), strict=True)
}
_TONE_AT_THE_END = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)", re.IGNORECASE)
_LETTERS = str.maketrans("đĐłŁøØı", "dDlLoOi")


def indexed(text: str | None) -> str:
    """`text` for the index that folds marks."""
    if not text:
        return ""
    text = _with_pairs(text)
    # str.replace is many times faster than translate here, and only đ is frequent.
    text = text.replace("đ", "d").replace("Đ", "D")
    return text.replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("Ø", "O").replace("ı", "i")


def marked_words(texts: Iterable[str]) -> str:
    """Each word of `texts` that has a mark, once, for the index that keeps marks.

    Vietnamese has two schools of where the tone stands in an open syllable (hoà, hòa): one word here.
    """
    words = {word: None for text in texts if not text.isascii() for word in _MARKED_WORD.findall(text)}
    return _TONE_AT_THE_END.sub(lambda end: _TONES[end[0].lower()], " ".join(words))


def normal(text: str) -> str:
    """`text` in NFC, as everything in the library is."""
    return unicodedata.normalize("NFC", text)


def pairs(run: str) -> list[str]:
    """The overlapping pairs of a run of CJK; the character itself where there is only one."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


class _Bases(dict[int, int]):
    """Each character's bare letter in lower case, one for one, so that places in the text stay the same."""

    def __missing__(self, code: int) -> int:
        lower = chr(code).translate(_LETTERS).lower()
        base = unicodedata.normalize("NFD", lower)[0] if lower else chr(code)
        self[code] = ord(base)
        return self[code]


_BASES = _Bases()


def bare(text: str) -> str:
    """`text` without marks and capitals, as long as before."""
    return text.translate(_BASES)


def _with_pairs(text: str) -> str:
    if text.isascii():
        return text
    return CJK.sub(lambda run: f" {' '.join(pairs(run[0]))} {run[0][-1] if len(run[0]) > 1 else ''} ", text)
