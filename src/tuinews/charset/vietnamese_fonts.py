"""Vietnamese that was written for fonts with signs of their own, before Unicode: TCVN3 and VNI.

Such a page says that it is windows-1252, or nothing, and shows "Céng hßa" or "Coäng hoøa" in any other font. TCVN3
(TCVN 5712:1993 VN3, the fonts .VnTime) has a byte for each small letter; capitals with a tone have fonts of their
own, whose names end in H. VNI (the fonts VNI-Times) writes the tone as a byte behind the letter. Neither has a
codec in Python, nor a name in the list of charsets of the web.

A page is touched only if it has many of the commonest words in one of these spellings, and of it only the texts
that have no letter of Vietnamese in Unicode.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from tuinews.quick_dataclass import dataclass

LEAST_WORDS, LEAST_KINDS = 8, 4
"""Common words of a page in a spelling, and different ones, from which it is written so."""

LEAST_WORDS_NAMED, LEAST_KINDS_NAMED = 3, 2
"""The same where the page names the fonts, or a charset that nobody else knows."""

SAMPLE = 200_000
"""Characters of a page among which the common words are counted."""

HEAD = 4096
"""Characters at the beginning of a page in which it names its charset."""

_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"
_TCVN3_TONES = "àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ"
_TCVN3 = {chr(0xA1 + place): letter for place, letter in enumerate(_TCVN3_LETTERS)} | {
    chr(0xB5 + place): letter for place, letter in enumerate(_TCVN3_TONES) if letter != "\0"
}
"""TCVN 5712:1993, VN3: the letters by their bytes, which are those of Latin-1 here."""

_TONES = {"\xf9": "\u0301", "\xf8": "\u0300", "\xfb": "\u0309", "\xf5": "\u0303", "\xef": "\u0323"}
_HATS = {
    "\xe2": "\u0302",
    "\xe1": "\u0302\u0301",
    "\xe0": "\u0302\u0300",
    "\xe5": "\u0302\u0309",
    "\xe3": "\u0302\u0303",
    "\xe4": "\u0302\u0323",
}
_BREVES = {
    "\xea": "\u0306",
    "\xe9": "\u0306\u0301",
    "\xe8": "\u0306\u0300",
    "\xfa": "\u0306\u0309",
    "\xfc": "\u0306\u0303",
    "\xeb": "\u0306\u0323",
}
_VNI_LETTERS = {
    "\xf4": "ơ",
    "\xf6": "ư",
    "\xf1": "đ",
    "\xed": "í",
    "\xec": "ì",
    "\xe6": "ỉ",
    "\xf3": "ĩ",
    "\xf2": "ị",
    "\xee": "ỵ",
}
_MARKED = {"a": _TONES | _HATS | _BREVES, "e": _TONES | _HATS, "o": _TONES | _HATS, "u": _TONES, "y": _TONES}
_MARKED |= {"\xf4": _TONES, "\xf6": _TONES}


def _vni() -> dict[str, str]:
    """Every letter of VNI by its one or two bytes, in capitals too, with the mark in either case."""
    letters = dict(_VNI_LETTERS)
    for base, marks in _MARKED.items():
        for sign, mark in marks.items():
            letters[base + sign] = unicodedata.normalize("NFC", _VNI_LETTERS.get(base, base) + mark)
    capitals = {sign.upper(): letter.upper() for sign, letter in letters.items()}
    mixed = {sign[0].upper() + sign[1]: letter.upper() for sign, letter in letters.items() if len(sign) == 2}
    return letters | mixed | capitals


_VNI = _vni()
_COMMON = """
được không của những người và là một với đã này để các từ đến năm ngày tại vào cũng nhiều việc nước về khi rằng lại
phải thì như nhưng trên số thành hội đồng xã
"""
_WORDS = tuple(_COMMON.split())
_RUN = re.compile(r"(<[^<>]*>)([^<>]*)|(?<![^>])[^<>]+")
_VALUE = re.compile(r"""(?:content|alt|title|value)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_UNICODE_VIETNAMESE = re.compile("[ăĂđĐơƠưƯạ-ỹẠ-Ỹ]")
_CAPITAL_FONT = re.compile(r"\.Vn[A-Za-z ]*H\b")
_FONTS = (".Vn", "VNI-")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*(?:x-)?(?:viet-)?(?:tcvn|vni)", re.IGNORECASE)


@dataclass(frozen=True)
class _Spelling:
    """One way to write Vietnamese in the characters of Latin-1; `signs` are four that every text in it has."""

    letters: Mapping[str, str]
    signs: str

    @cached_property
    def _letter(self) -> re.Pattern[str]:
        longest_first = sorted(self.letters, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        written = {letter: sign for sign, letter in reversed(list(self.letters.items())) if letter.islower()}
        spelt = {"".join(written.get(letter, letter) for letter in word) for word in _WORDS}
        words = "|".join(sorted((re.escape(word) for word in spelt if not word.isascii()), key=len, reverse=True))
        return re.compile(rf"(?<![^\s>(“\"])(?:{words})(?![^\s<.,;:!?)”\"])")

    def is_of(self, text: str, *, named: bool) -> bool:
        """Whether a text is written so."""
        found = self._words.findall(text)
        words, kinds = (LEAST_WORDS_NAMED, LEAST_KINDS_NAMED) if named else (LEAST_WORDS, LEAST_KINDS)
        return len(found) >= words and len(set(found)) >= kinds

    def read(self, text: str) -> str:
        """The texts between the tags of a page in Unicode, but for those that are in it already."""
        return _RUN.sub(self._run, text)

    def _run(self, found: re.Match[str]) -> str:
        tag, text = found[1] or "", found[2] if found[1] else found[0]
        read = self._text(text)
        if read != text and _CAPITAL_FONT.search(tag):
            read = read.upper()
        tag = tag if tag.isascii() else _VALUE.sub(lambda value: self._text(value[0]), tag)
        return tag + read

    def _text(self, text: str) -> str:
        if text.isascii() or _UNICODE_VIETNAMESE.search(text):
            return text
        return self._letter.sub(lambda letter: self.letters[letter[0]], text)


_SPELLINGS = (_Spelling(_TCVN3, "®\xb5\xb8\xad"), _Spelling(_VNI, "ñöïø"))


def in_unicode(text: str) -> str:
    """A page with what was written for the fonts of TCVN3 or VNI in Unicode; almost every page is unchanged."""
    if text.isascii():
        return text
    likely = [one for one in _SPELLINGS if all(text.find(sign, 0, SAMPLE) >= 0 for sign in one.signs)]
    if not likely:
        return text
    sample = text[:SAMPLE]
    named = any(font in sample for font in _FONTS) or _CHARSET.search(sample[:HEAD]) is not None
    return next((one.read(text) for one in likely if one.is_of(sample, named=named)), text)
