"""The one gate for text from outside: a feed, a page, an HTTP reason, an OPML file, a file name.

Text passes here at the door (before it is kept) and again at the screen, because a title from a feed may hold
whole terminal commands: OSC 52 writes the clipboard, OSC 8 hides a link, bidi controls reverse a name.
Order matters: whole escape sequences first, so that their parameters do not stay behind as litter, then
every control that is left (ECMA-48; Unicode TR 36 and TR 39 for the bidi and zero-width characters).
"""

import re
import unicodedata

TITLE_LIMIT = 500
"""Characters that a line of outside text may have; a title is cut there with an ellipsis."""

TEXT_LIMIT = 2_000_000
"""Characters that a text of many lines may have."""

MAX_MARKS = 8
"""Combining marks kept on one letter; more is "Zalgo" text that draws over other lines."""

_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # OSC, ended or not
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c)?"  # DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"  # any other
)
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1 less tab, line feed, return, NEL
    "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_JOINERS = re.compile("([\u200c\u200d\ufe00-\ufe0f])[\u200c\u200d\ufe00-\ufe0f]+")
_LINE_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_MARK = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_SUSPICIOUS = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u1e00-\u1fff\u3001-\u3163\u3400-\u9fff]")


def clean_line(text: object, limit: int = TITLE_LIMIT) -> str:
    """`text` as one safe line of at most `limit` characters, white space collapsed; None is "".

    Costs about 2 µs for a plain title and 10 µs for one with something to take out.
    """
    value = _as_text(text, limit)
    if _SUSPICIOUS.search(value):
        value = _without_danger(value)
    return _cut(" ".join(value.split()), limit)


def clean_text(text: object, limit: int = TEXT_LIMIT) -> str:
    """`text` as safe lines (tabs and line feeds stay) of at most `limit` characters in all."""
    value = _as_text(text, limit)
    if _SUSPICIOUS.search(value):
        value = _without_danger(value)
    return _cut(value, limit)


def _as_text(text: object, limit: int) -> str:
    if text is None:
        return ""
    value = text if isinstance(text, str) else str(text)
    # A 10 MB title must not cost more than a long one: what lies far beyond the limit is never looked at.
    return value[: limit * 8 + 1000]


def _without_danger(value: str) -> str:
    value = _ESCAPE_SEQUENCE.sub("", value)
    value = _LINE_BREAKS.sub("\n", value)
    value = _DROPPED.sub("", value)
    value = _NO_CHARACTER.sub("\ufffd", value)
    value = unicodedata.normalize("NFC", _JOINERS.sub(r"\1", value))
    return _without_piled_marks(value) if _MARK.search(value) else value


def _without_piled_marks(value: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in value:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _cut(value: str, limit: int) -> str:
    return value if len(value) <= limit else value[: limit - 1].rstrip() + "…"
