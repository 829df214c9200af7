"""Text that was written as UTF-8, read as Latin-1 or cp1252, and written as UTF-8 again: "youâ€™ve" for "you've".

A single value (a title, a summary) is repaired if all of it can be decoded once more, which real text cannot. A
page is repaired piece by piece, since such pages are often repaired in part, and only if it has what no language
writes: â with a C1 control or a euro sign, or three such pieces in a row. Otherwise `tuinews.text` would remove
the controls as terminal codes.
"""

import re
from html import unescape

from tuinews.late import late_pattern

_WINDOWS = {
    sign: 0x80 + place
    for place, sign in enumerate(bytes(range(0x80, 0xA0)).decode("cp1252", "replace"))
    if sign != "\ufffd"
}
"""The characters of cp1252 by their bytes; the five bytes without one stay controls."""

_SIGNS = "".join(_WINDOWS)
_BYTES = str.maketrans(_WINDOWS)
_NEXT = f"[\x80-\xbf{_SIGNS}]"
_LETTER = f"(?:[\xc2-\xdf]{_NEXT}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}})"
_ENDINGS = "\u2013\u2014\u2018\u2019\u201c-\u201e\u2026\u203a"
_PIECE = late_pattern(
    # Begins with one set of characters, since `re` then skips the others quickly.
    # Written on purpose: "liberté »" with its hard space, "chanté…”", capitals before a quote or a dash.
    rf"[\xc2-\xf4](?:(?P<meant>(?<=[A-Za-z\xc0-\xff][\xe0-\xef])[\xa0\xbb{_ENDINGS}]{{2}}|(?<=\xe0)\xa0\xbb"
    r"|(?<=[\xc9-\xcd\xd2-\xd6\xd9-\xdd])(?<![\x80-\xbf\xc2-\xf4][\xc9-\xcd\xd2-\xd6\xd9-\xdd])"
    rf"[{_ENDINGS}](?![\xc2-\xf4])|(?<=[A-Z\xc0-\xde]\xc3)[\xbb{_ENDINGS}](?!\w))"
    f"|{_NEXT}{{1,3}})"
)
_BEGINNING = 500
"""Characters among which a sign that is not of it is looked for first: Vietnamese has one in every word."""

_PAIR = late_pattern(f"[\xc2-\xf4]{_NEXT}")
"""What every piece begins with."""

_PLAINLY = late_pattern(
    # Begins with one set of characters, since `re` then skips the others quickly.
    f"[\xc2-\xf4](?:(?<=\xe2)[\x80\u20ac]"
    f"|(?:(?<=[\xc2-\xdf]){_NEXT}|(?<=[\xe0-\xef]){_NEXT}{{2}}|(?<=[\xf0-\xf4]){_NEXT}{{3}}){_LETTER}{{2}})"
)
_SIGN_BYTES = b"|".join(sign.encode() for sign in _WINDOWS)
_NEXT_BYTES = b"(?:\xc2[\x80-\xbf]|" + _SIGN_BYTES + b")"
_PERHAPS = late_pattern(
    # The bytes of what `_PLAINLY` finds all begin with one byte, to which `re` leaps.
    b"\xc3(?:\xa2(?:\xc2\x80|\xe2\x82\xac)|[\x82-\xb4]"
    + _NEXT_BYTES
    + b"(?:\xc3[\x82-\xb4]|"
    + _NEXT_BYTES
    + b"))"
)
"""What must stand in the UTF-8 bytes of a text in which `_PLAINLY` finds something."""

_NOT_OF_IT = late_pattern(f"[^\0-\xff{_SIGNS}]")
_WRITTEN = late_pattern(
    r"(?:\xe2|&(?:acirc|\#0*226|\#x0*e2);)(?:(?:€|\x80|&(?:euro|\#0*128|\#x0*80|\#0*8364|\#x0*20ac);)"
    rf"(?:{_NEXT}|&(?:\#\d{{2,5}}|\#x[0-9a-f]{{2,4}}|[A-Za-z]{{2,7}});))",
    re.IGNORECASE,
)
_EURO = r"&(?:euro|\#0*128|\#[xX]0*80|\#0*8364|\#[xX]0*20[aA][cC]);"
_A_WRITTEN = late_pattern(rf"&(?:acirc|\#0*226|\#[xX]0*[eE]2);(?:€|\x80|{_EURO})")
_EURO_WRITTEN = late_pattern(rf"\xe2(?:(?:€|\x80)&|{_EURO})")
"""What `_WRITTEN` begins with; each begins with one sign, to which `re` leaps."""


def mended(html: str, raw: bytes | None = None) -> str:
    """`html` with what was encoded twice decoded once more; almost every page is returned unchanged.

    `raw` are its bytes in UTF-8, where they are known already.
    """
    # That the first sign of a pattern is not there at all is told five times as fast as by the pattern.
    if "&" in html and (_A_WRITTEN.search(html) or ("\xe2" in html and _EURO_WRITTEN.search(html))):
        html, raw = _WRITTEN.sub(_unescaped, html), None
    if html.isascii():
        return html
    raw = html.encode(errors="replace") if raw is None else raw
    if b"\xc3" not in raw or not _PERHAPS.search(raw):
        return html
    return _PIECE.sub(_decoded, html) if _PLAINLY.search(html) else html


def mended_value(text: str) -> str:
    """`text`, one title or summary, decoded once more if it was encoded twice, as a whole or in part."""
    if text.isascii():
        return text if "&" not in text else mended(text)
    if (
        not _NOT_OF_IT.search(text, 0, _BEGINNING)
        and _PAIR.search(text)
        and not _NOT_OF_IT.search(text)
        and any(piece["meant"] is None for piece in _PIECE.finditer(text))
    ):
        try:
            return _once_more(text)
        except UnicodeError:
            pass
    return mended(text)


def _once_more(text: str) -> str:
    """Raises UnicodeError if `text` is not UTF-8 that was read as cp1252."""
    return text.translate(_BYTES).encode("latin-1").decode("utf-8")


def _unescaped(match: re.Match[str]) -> str:
    text = unescape(match[0])
    return match[0] if re.search("[\0-\x7f]", text) else text


def _decoded(match: re.Match[str]) -> str:
    piece = match[0]
    if match["meant"] is not None:
        return piece
    for length in range(len(piece), 1, -1):
        try:
            return _once_more(piece[:length]) + piece[length:]
        except UnicodeDecodeError:
            continue
    return piece
