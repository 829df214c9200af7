"""Which charset a text of few accented letters is in, where they were taken for those of some charset of Europe.

A headline has one or two letters beyond ASCII, which detection by their frequency takes for any charset's. Their
language tells: all of them must be letters of one alphabet, and the plain letters around them are as frequent as
in it.
"""

import re
from collections.abc import Callable

from tuinews.late import late_pattern

MOST_LETTERS = 4
"""Different letters beyond ASCII up to which a text says too little by their frequency."""

_HARDLY_USED = re.compile(r"iso8859-(?:3|4|10|14|16)|mac.*")
"""Charsets of which the web has no pages to speak of; what is taken for one is nearly always another."""

_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ", "äõöüšž")
"""Polish, Czech, Slovak, Hungarian, Croatian and Slovene, Romanian, Estonian."""

_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")
"""Lithuanian, Latvian, Estonian."""

_TURKISH = ("âçğıîöşüû",)
_ALPHABETS = {"iso8859-13": _BALTIC, "cp1257": _BALTIC, "iso8859-9": _TURKISH, "cp1254": _TURKISH}
"""The alphabets for which a charset is, where they are not those of Central Europe."""

_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",
    "äöüß",
    "áéíñóúü",
    "áàâãçéêíóôõúü",
    "àèéìíîòóùú",
    "åäöéæøà",
    "àéèïíóòúüç·",
    "éëïöüèê",
)
"""French, German, Spanish, Portuguese, Italian, the Nordic languages, Catalan, Dutch."""

_USED = ("cp1250", "cp1257", "cp1254")
"""Charsets beside the Western one that pages with Latin letters are in."""

_SIGNS = frozenset("‘’“”„«»‹›–—…•·€£©®°¿¡´ª")
_TAG = late_pattern(r"<[^>]*>|&#?\w+;")
_EASTERN_PLAIN = frozenset("jkwyz")
_LEAST_PLAIN = 0.05
"""Share of these among the plain letters of a text: a tenth and more in the Slavic and Baltic languages and in
Hungarian and Turkish, 1 to 3 in a hundred in the Romance ones."""


def likelier(codec: str, read: Callable[[str], str]) -> str:
    """The charset of Latin letters that a text is in which was taken for one in `codec`; `read` is the text in
    another one."""
    if _is_rather_western(read("cp1252"), read(codec), codec):
        return "cp1252"
    if not _HARDLY_USED.fullmatch(codec):
        return codec
    used = (one for one in _USED if _fits(_beyond_ascii(read(one)), _ALPHABETS.get(one, _CENTRAL)))
    return next(used, codec)


def _is_rather_western(western: str, other: str, codec: str) -> bool:
    letters, others = _beyond_ascii(western), _beyond_ascii(other)
    if not letters or len(letters) > MOST_LETTERS or not _fits(letters, _WESTERN):
        return False
    if "õ" in letters and "õe" not in western.lower():
        return False  # in Portuguese it stands before an e alone
    if _HARDLY_USED.fullmatch(codec) or not _fits(others, _ALPHABETS.get(codec, _CENTRAL)):
        return True
    if letters == others:
        return False
    plain = [letter for letter in _TAG.sub(" ", western).lower() if "a" <= letter <= "z"]
    return sum(letter in _EASTERN_PLAIN for letter in plain) < _LEAST_PLAIN * len(plain)


def _beyond_ascii(text: str) -> frozenset[str]:
    return frozenset(letter for letter in text.lower() if letter > "\x7f") - _SIGNS


def _fits(letters: frozenset[str], alphabets: tuple[str, ...]) -> bool:
    """Whether letters are all of one of some alphabets."""
    return any(letters <= frozenset(alphabet) for alphabet in alphabets)
