"""Text in UTF-8 with pieces of windows-1252 in it: an aggregator that joins feeds as they come, an old database.

Only where the rest is written in Latin letters, and only bytes that are no half of a character that was cut: a
text that a program shortened by bytes ends in such halves, and they say nothing.
"""

import codecs

_SAMPLE = 65_536
"""Letters that are looked through."""

_SIGNS = frozenset(b"\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xbb")
"""Quotes, dashes and blanks, which stand behind a letter, a blank or a tag."""

_LEADS = frozenset((*range(0xC2, 0xC6), 0xE2))
"""Bytes with which the characters of Latin texts begin in UTF-8: they are letters of theirs that were cut."""

_LETTERS = frozenset(range(0xC0, 0x100)) - _LEADS - {0xD7, 0xF7}


def with_stray_letters(body: bytes, loose: str) -> str:
    """`body`, of which `loose` is the text in UTF-8 with marks for what cannot be read."""
    others = [c for c in loose[:_SAMPLE] if c > "\x7f" and c != "\ufffd"]
    latin = sum(c < "\u0250" or "\u2000" <= c <= "\u20ff" for c in others)
    return body.decode("utf-8", "tuinews.stray") if latin * 10 >= len(others) * 9 else loose


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    place, body = error.start, error.object
    byte = body[place]
    before = body[place - 1 : place]
    is_letter = byte in _LETTERS and body[place + 1 : place + 2].isascii()
    if body[place + 1 : place + 2] and before.isascii() and (is_letter or byte in _SIGNS):
        return bytes((byte,)).decode("cp1252"), place + 1
    return "\ufffd", error.end


codecs.register_error("tuinews.stray", _stray)
