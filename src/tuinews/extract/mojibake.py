"""Text that was written as UTF-8, read as Latin-1 or cp1252, and written as UTF-8 again: "youâ€™ve" for "you've".

It is told by pairs that no language has (â and a C1 control, â and a euro sign), and mended piece by piece, since
pages of this kind are often mended in part. Without this the gate would take the controls for terminal codes.
"""

import re

_SIGNS = ("\u00e2\u0080", "\u00e2\u20ac")
_CP1252 = (
    "\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_PIECE = re.compile(f"[\u00c2-\u00f4](?:[\u0080-\u00bf{_CP1252}]){{1,3}}")


def mended(html: str) -> str:
    """`html` with what was encoded twice decoded once more; nearly every page comes back as it is."""
    if "\u00e2" not in html or not any(sign in html for sign in _SIGNS):
        return html
    return _PIECE.sub(_decoded, html)


def _decoded(match: re.Match[str]) -> str:
    raw = bytearray()
    for character in match[0]:
        try:
            raw += character.encode("cp1252" if ord(character) > 0xFF else "latin-1")
        except UnicodeEncodeError:
            return match[0]
    for length in range(len(raw), 1, -1):
        try:
            return raw[:length].decode("utf-8") + match[0][length:]
        except UnicodeDecodeError:
            continue
    return match[0]
