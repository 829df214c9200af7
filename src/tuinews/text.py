"""The one gate for text from outside: a feed, a page, an HTTP reason, an OPML file, a file name.

Text is cleaned here when it comes in (before it is kept) and again for the screen, because a title from a feed may
hold whole terminal commands: OSC 52 writes the clipboard, OSC 8 hides a link, bidi controls reverse a name. Order
matters: whole escape sequences first, so that their parameters do not stay behind as litter, then every control
that is left (ECMA-48; Unicode TR 36 and TR 39 for the bidi and zero-width characters). A sequence without its end
takes no text with it: the control alone goes, which is what makes it safe.
"""

import re
import unicodedata

from tuinews.language.signs import ellipsis
from tuinews.late import late_imports, late_pattern

with late_imports(__name__):
    from html import unescape
    from html.entities import html5

TITLE_LIMIT = 500
"""Characters that a line of outside text may have; a title is cut there with an ellipsis."""

TEXT_LIMIT = 2_000_000
"""Characters that a text of many lines may have."""

MAX_MARKS = 8
"""Combining marks of any kind (Mn, Mc, Me) kept on one letter; more is "Zalgo" text that draws over other lines.

No script needs as many: the fullest letters of Burmese, Tibetan and pointed Hebrew have five or six.
"""

MAX_SEQUENCE = 4096
"""Characters that one escape sequence may take with it; a longer one is text behind a stray control."""

_ENTITY = late_pattern(r"&(?:#[0-9]{1,8};?|#[xX][0-9A-Fa-f]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};)")
_LINE = "\x0a-\x0d\x85"
_ESCAPE_SEQUENCE = late_pattern(
    # The strings of a terminal with their end, on one line: OSC, then DCS, SOS, PM and APC.
    rf"\x1b\][^\x07\x1b\x9c{_LINE}]{{0,{MAX_SEQUENCE}}}(?:\x07|\x1b\\|\x9c)"
    rf"|\x1b[PX^_][^\x1b\x9c{_LINE}]{{0,{MAX_SEQUENCE}}}(?:\x1b\\|\x9c)"
    # In eight bits only what is plainly one: the same characters end a quote that was encoded twice.
    rf"|\x9d\d{{1,4}};[^\x00-\x1f\x7f-\x9f]{{0,{MAX_SEQUENCE}}}(?:\x07|\x1b\\|\x9c)"
    rf"|[\x90\x98\x9d-\x9f][ -~]{{0,{MAX_SEQUENCE}}}(?:\x1b\\|\x9c)"
    r"|\x9b[<-?]?[\d;:]+[@-~]"
    # Without an end: the introducer and its number. What follows may be the rest of a title, and harms nobody.
    r"|\x1b\](?:\d{1,4};)?"
    r"|\x1b\[[0-?]*[ -/]*[@-~]?"  # CSI
    # Any other, less what may as well be the first letter of a word behind a stray control.
    r"|\x1b(?:[!-/]+[0-~]?|[0-~](?![a-z])| [FGLMN](?![a-z]))?"
)
_DROPPED = late_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1 less tab, line feed, return, NEL
    "\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb]"
)
_TAGGED_FLAG = late_pattern("(\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f)|[\U000e0000-\U000e0fff]")
"""The flags of England, Scotland and their like (UTS 51, ED-14a); elsewhere tags are text that nobody sees."""

_NO_CHARACTER = late_pattern("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_JOINERS = late_pattern(
    r"(?=[\u200c\u200d\ufe00-\ufe0f]{2})([\ufe00-\ufe0f]?)[\ufe00-\ufe0f]*([\u200c\u200d]?)[\u200c\u200d\ufe00-\ufe0f]*"
)
"""A run of joiners and variation selectors; emoji have one selector and then one joiner (UTS 51, ED-16)."""

_LINE_BREAKS = late_pattern("\r\n?|[\x85\u2028\u2029]")
_PILE = late_pattern(rf"[^\w\x00-\xbf]{{{MAX_MARKS + 1}}}")
"""Where more than MAX_MARKS marks may stand in a row: no mark is a letter, a digit, or below U+0300."""

_PLAIN = (
    "\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u3001-\u3029\u3030-\u3098\u309b-\u3163"
)
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "\u3400", "\u9fff"
_UNUSUAL = late_pattern(f"[^{_PLAIN}]")
_SUSPICIOUS = late_pattern(f"[^{_PLAIN}{_FIRST_IDEOGRAPH}-{_LAST_IDEOGRAPH}]")

_first_texts = iter(range(100))
"""Texts with ideographs that are looked at without the second pattern: to compile it, `re` goes through every
character of a range, and no start is to wait for that (5 ms) for the sake of a few titles."""


def clean_line(text: object, limit: int = TITLE_LIMIT) -> str:
    """`text` as one safe line of at most `limit` characters, white space collapsed; None is "".

    Costs about 2 µs for a plain title and 10 µs for one with something to take out.
    """
    value = _as_text(text, limit)
    if _is_suspicious(value):
        value = _without_danger(value)
    return _cut(" ".join(value.split()), limit)


def clean_text(text: object, limit: int = TEXT_LIMIT) -> str:
    """`text` as safe lines (tabs and line feeds stay) of at most `limit` characters in all."""
    value = _as_text(text, limit)
    if _is_suspicious(value):
        value = _without_danger(value)
    return _cut(value, limit)


def unescaped(text: str) -> str:
    """`text` with its character references and the entities of HTML, those alone that a semicolon ends.

    Browsers take some without one, and make of `?a=1&section=2` a sign of paragraphs.
    """
    return _ENTITY.sub(_sign, text) if "&" in text else text


def _is_suspicious(value: str) -> bool:
    # Plain text is told ten times as fast by its characters' kind than by the pattern. Tabs and line feeds stay.
    if value.isascii() and value.isprintable():
        return False
    found = _UNUSUAL.search(value)
    if found is None or not _FIRST_IDEOGRAPH <= found[0] <= _LAST_IDEOGRAPH:
        return found is not None
    rest = value[found.end() :]
    if next(_first_texts, None) is None:
        return _SUSPICIOUS.search(rest) is not None
    return any(not _FIRST_IDEOGRAPH <= one <= _LAST_IDEOGRAPH and _UNUSUAL.match(one) for one in set(rest))


def _sign(found: re.Match[str]) -> str:
    return html5.get(found[0][1:]) or unescape(found[0])


def _as_text(text: object, limit: int) -> str:
    if text is None:
        return ""
    value = text if isinstance(text, str) else str(text)
    # A 10 MB title must not cost more than a long one: what lies far beyond the limit is never looked at.
    return value[: limit * 8 + 1000]


def _without_danger(value: str) -> str:
    value = _ESCAPE_SEQUENCE.sub("", value)
    value = _LINE_BREAKS.sub("\n", value)
    value = _TAGGED_FLAG.sub(r"\1", _DROPPED.sub("", value))
    value = _NO_CHARACTER.sub("\ufffd", value)
    value = unicodedata.normalize("NFC", _JOINERS.sub(r"\1\2", value))
    return _without_piled_marks(value) if _PILE.search(value) else value


def _without_piled_marks(value: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in value:
        category = unicodedata.category(character)
        if category in ("Mn", "Mc", "Me"):
            marks += 1
        elif category != "Cf":  # a joiner between marks begins no new letter
            marks = 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)


def _cut(value: str, limit: int) -> str:
    return value if len(value) <= limit else value[: limit - len(ellipsis())].rstrip() + ellipsis()
