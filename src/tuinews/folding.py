"""Text as it is compared: without capitals, without diacritics, scripts without blanks between words as pairs.

For whatever looks for words or puts them in order: the search, find in an article, lists sorted by name.
FTS5's unicode61 folds tones but not đ, which is a letter of its own; and it takes a run of CJK for one word, in
which nothing can be found. So a run becomes its overlapping pairs, and its last character alone (東京都: 東京 京都
都), which stand in the text at its place. Both the text and the question pass through here.

`index_text` and `marked_words` say what stands in the index of every library there is: an entry is taken out of
the index by saying again what was put in, so a change of theirs needs a migration that makes the index anew.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain, filterfalse

from tuinews.late import late_pattern

CJK = late_pattern(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""A run of Han, kana or Hangul."""

# Signs of vowels that stand above, below and around letters: without them "दिन" and "दान" are one word.
_INDIC = "".join(
    f"{chr(block)}-{chr(block + 3)}{chr(block + 0x3A)}-{chr(block + 0x57)}{chr(block + 0x62)}{chr(block + 0x63)}"
    for block in range(0x900, 0xD80, 0x80)
)
VOWEL_SIGNS = (
    f"\u07a6-\u07b0{_INDIC}\u0a70\u0a71\u0a75\u0afa-\u0aff\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc"
    "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d"
    "\u17b4-\u17d3\u17dd"
)
"""Signs of a word that Unicode calls marks (Mn, Mc), as what stands between brackets in a pattern: FTS5 takes them
for blanks, and so does `\\w`."""

POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08ca-\u08ff"
)
"""Signs of Hebrew, Arabic and Syriac that are mostly not written, and the line that only stretches a word."""

OF_UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u108f\u109a-\u109d\u1780-\u17d3\u17dd"
    "\ue700-\ue7ff\ue900-\ue99f\uf080-\uf0ff"
)
"""Characters of scripts without blanks between words, as what stands between brackets in a pattern, as they are
written and as `index_letters` has them: CJK, Thai, Lao, Burmese and Khmer."""

UNSPACED = late_pattern(f"[{OF_UNSPACED}]+")
"""A run of them."""

_IDEOGRAPH = late_pattern(
    "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SYLLABIC = late_pattern("[\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u109f\u1780-\u17dd]")
"""Thai, Lao, Burmese and Khmer."""
_SYLLABIC_WORD = 5
"""Characters of a word of theirs: Thai has 4 to 5."""

_TO_LETTERS = 0xE000 - 0x0700
"""From a sign of a vowel to its place in the private area (Co), whose characters FTS5 takes for letters."""

_VOWEL_SIGN = late_pattern(f"[{VOWEL_SIGNS}]")
_UNWRITTEN = late_pattern(f"[{POINTS}]|(?<=[\u0900-\u0dff])[\u200c\u200d]")
_OTHER_FORMS = late_pattern("[\u00b2\u00b3\u00b9\u2070-\u209c\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uffee]+")
_OF_OTHER_FORMS = (
    "\u00b2\u00b3\u00b9\u0370-\u109f\u1780-\u17ff\u1f00-\u1fff\u2070-\u209c\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uffee"
)
_OTHER_SCRIPTS = late_pattern(f"[{_OF_OTHER_FORMS}]")
"""What may be written otherwise than it is typed; no Latin letter is among it."""

_NOT_LATIN = late_pattern(f"[{_OF_OTHER_FORMS}{OF_UNSPACED}]")
"""The same, and what stands there in pairs."""

_SAME_LETTERS = dict(zip("أإآٱىیةۀہۂەکςЁё", "اااايي" + "ههههه" + "كσЕе", strict=True))
"""Letters of Arabic that are typed one for the other, here or in Persian and Urdu, and the last sigma."""

_DIACRITICS = late_pattern("[\u0300-\u036f]")
_NO_LETTERS = bytes(place for place in range(128) if not chr(place).isalnum())
_STROKED = str.maketrans("đĐłŁøØı", "dDlLoOi")
"""Letters that Unicode does not take apart, and the plain ones that are typed for them."""

_TYPED_AS = {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\u2010": "-", "\u2011": "-"}
"""Signs of the press, and what a keyboard has for them."""

_FORMS = ("<super>", "<sub>", "<wide>", "<narrow>")
"""Decompositions (UAX 15) that are another look of the same character: ² ₂ Ａ."""

_LATE_AND_EARLY_TONES = tuple(
    pair
    for lates, earlies in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for pair in zip(lates.split(), earlies.split(), strict=True)
)
"""The two schools of where the tone of an open Vietnamese syllable stands: hoà, hòa."""

_EARLY = dict(_LATE_AND_EARLY_TONES)
_LATE = {early: late for late, early in _LATE_AND_EARLY_TONES}
_LATE_TONE_AT_THE_END = late_pattern(rf"(?<![qQ])(?:{'|'.join(_EARLY)})(?!\w)", re.IGNORECASE)
_EARLY_TONE = late_pattern("|".join(_LATE))

_OPEN_SYLLABLE = late_pattern(r"(qu|[bcdghklmnprstvx]|ch|gh|kh|nh|ph|th|tr)([iy])")
"""A whole syllable that ends with i or y, without its marks."""

_MARKED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_LATIN_WORD = late_pattern(f"[0-9A-Za-z{_MARKED}]+")

_REMEMBERED = 4096
"""Words with marks whose spelling is remembered: those of half of all Vietnamese texts, in a megabyte."""


def strip_diacritics(text: str) -> str:
    """`text` in NFC without the diacritics of Latin, Greek and Cyrillic letters; đ, ł, ø, ı are d, l, o, i."""
    if text.isascii():
        return text
    bare = _DIACRITICS.sub("", unicodedata.normalize("NFD", text)).translate(_STROKED)
    return unicodedata.normalize("NFC", bare)


def lowercase(text: str) -> str:
    """`text` in lower case, character for character, so that places in it stay.

    Raised, lowered, wide and narrow characters are plain ones (H₂O: h2o), a blank of any kind is a blank, curly
    quotes are straight.
    """
    return text.translate(_LOWER)


def fold(text: str) -> str:
    """`text` in lower case without diacritics, character for character, so that places in it stay."""
    return text.translate(_FOLDED)


def key_of(text: str) -> str:
    """`text` for comparison: its letters and digits alone, in lower case."""
    if text.isascii():
        return text.encode().translate(None, _NO_LETTERS).decode().lower()
    return "".join(filter(str.isalnum, text)).casefold()


def move_tones_late(text: str) -> str:
    """`text`, which is in lower case, each Vietnamese tone at its late place (hòa: hoà); as long as before."""
    return text if text.isascii() else _EARLY_TONE.sub(lambda early: _LATE[early[0]], text)


def spellings(word: str) -> tuple[str, ...]:
    """A word, and in plain letters how else it is written: an open Vietnamese syllable (kĩ, ky), ß, œ and æ."""
    syllable = _OPEN_SYLLABLE.fullmatch(strip_diacritics(word).lower())
    if syllable is None:
        return (word, *spelt_apart(word))
    return (word, syllable[1] + ("y" if syllable[2] == "i" else "i"))


def spelt_apart(word: str) -> tuple[str, ...]:
    """How else a word with ß, œ or æ, or with the letters that are typed for them, is written: Strasse, straße."""
    lower = word.lower()
    pairs = (("ss", "ß"), ("oe", "œ"), ("ae", "æ"))
    return tuple(lower.replace(*way) for pair in pairs for way in (pair, pair[::-1]) if way[0] in lower)


def may_be_spelt_otherwise(text: str) -> bool:
    """Whether a text has letters that `index_letters` may write otherwise, or that stand there as pairs."""
    return not text.isascii() and _OTHER_SCRIPTS.search(text) is not None


def index_letters(text: str) -> str:
    """`text` in the letters in which the index has it, whose signs of vowels are letters too; capitals stay."""
    if not may_be_spelt_otherwise(text):
        return text
    text = _OTHER_FORMS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    text = _UNWRITTEN.sub("", text).translate(_LETTERS)
    return _VOWEL_SIGN.sub(lambda sign: chr(ord(sign[0]) + _TO_LETTERS), text)


def cjk_bigrams(run: str) -> list[str]:
    """The overlapping pairs of a run of CJK; the character itself where there is only one."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def index_text(text: str | None) -> str:
    """`text` for the index that folds marks."""
    if not text:
        return ""
    if text.isascii():
        return text
    if _NOT_LATIN.search(text):
        text = _with_bigrams(index_letters(text))
    # str.replace is many times faster than translate here, and only đ is frequent.
    text = text.replace("đ", "d").replace("Đ", "D")
    return text.replace("ø", "o").replace("ł", "l").replace("Ł", "L").replace("Ø", "O").replace("ı", "i")


def marked_words(texts: Iterable[str]) -> str:
    """Each word of `texts` that has a mark, once, for the index that keeps marks; hoà and hòa are one word."""
    # Each piece between blanks is looked at once: most stand in a text several times.
    pieces = dict.fromkeys(" ".join([text for text in texts if not text.isascii()]).split())
    marked = chain.from_iterable(map(_marked_in, filterfalse(str.isascii, pieces)))
    return " ".join(map(_with_early_tone, dict.fromkeys(marked)))


@lru_cache(maxsize=_REMEMBERED)
def _marked_in(piece: str) -> tuple[str, ...]:
    return tuple([word for word in _LATIN_WORD.findall(piece) if not word.isascii()])


@lru_cache(maxsize=_REMEMBERED)
def _with_early_tone(word: str) -> str:
    return _LATE_TONE_AT_THE_END.sub(lambda late: _EARLY[late[0].lower()], word)


def _with_bigrams(text: str) -> str:
    if text.isascii():
        return text
    return UNSPACED.sub(
        lambda run: f" {' '.join(cjk_bigrams(run[0]))} {run[0][-1] if len(run[0]) > 1 else ''} ", text
    )


class _Table(dict[int, str]):
    """A table for str.translate that works a character out when it first meets it: one character for one."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, code: int) -> str:
        character = chr(code)
        changed = self._change(character)
        self[code] = changed if len(changed) == 1 else character
        return self[code]


def _lower(character: str) -> str:
    if unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.decomposition(character).startswith(_FORMS):
        plain = unicodedata.normalize("NFKC", character)
        character = plain if len(plain) == 1 else character
    lower = _TYPED_AS.get(character, character).lower()
    return lower if len(lower) == 1 else strip_diacritics(lower)


def _folded(character: str) -> str:
    return strip_diacritics(_same(_lower(character)))


def _same(character: str) -> str:
    """The letter or the digit that is typed for one."""
    digit = unicodedata.decimal(character, None)
    return _SAME_LETTERS.get(character, character) if digit is None else str(digit)


def _letter(character: str) -> str:
    """A letter of the index: of Greek without its accent, else the one that is typed for it."""
    if "\u0370" <= character <= "\u03ff" or "\u1f00" <= character <= "\u1fff":
        character = strip_diacritics(character)
    return _same(character)


_LOWER = _Table(_lower)
_FOLDED = _Table(_folded)
_LETTERS = _Table(_letter)


def word_count(text: str) -> int:
    """How many words a text has; without blanks between them each ideograph is one, as word processors count."""
    count = len(text.split())
    if text.isascii():
        return count
    return count + len(_IDEOGRAPH.findall(text)) + len(_SYLLABIC.findall(text)) // _SYLLABIC_WORD
