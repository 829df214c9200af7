"""Charsets of two bytes a character that nobody declared, told by the rows that a text is in.

The first byte of a character is a row of the charset's table, and nearly all that is written stands in a few of
these rows: the frequent ideographs come first, kana and Hangul have rows of their own (Ken Lunde, CJKV Information
Processing, chapter 3). The bytes of one such charset read as another scatter over its rare rows. So short texts
are told apart too, a headline or two, of which a detector that counts single characters knows too little.
"""

import codecs
import re
from collections import Counter
from math import log

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class _Table:
    """A charset: shares of its characters by ranges of first bytes, and how many second bytes there are."""

    codec: str
    rows: tuple[tuple[int, int, float], ...]
    common: tuple[tuple[int, int], ...]
    seconds: int


_TABLES = (
    _Table(
        "gb18030",
        ((0xB0, 0xD7, 0.9), (0xA1, 0xA3, 0.08), (0xD8, 0xF7, 0.02)),
        ((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xD7)),
        94,
    ),
    _Table(
        "cp949",
        ((0xB0, 0xC8, 0.95), (0xA1, 0xA3, 0.04), (0xCA, 0xFD, 0.01)),
        ((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xC8)),
        94,
    ),
    _Table(
        "euc_jis_2004",
        ((0xB0, 0xCF, 0.35), (0xA4, 0xA4, 0.4), (0xA5, 0xA5, 0.15), (0xA1, 0xA3, 0.09), (0xD0, 0xF4, 0.01)),
        ((0xA1, 0xA1), (0xA3, 0xA5), (0xB0, 0xCF)),
        94,
    ),
    _Table("big5hkscs", ((0xA4, 0xC6, 0.9), (0xA1, 0xA3, 0.08), (0xC9, 0xF9, 0.02)), ((0xA1, 0xC6),), 157),
    _Table(
        "cp932",
        ((0x88, 0x97, 0.35), (0x82, 0x82, 0.4), (0x83, 0x83, 0.15), (0x81, 0x81, 0.09), (0x98, 0xEA, 0.01)),
        ((0x81, 0x83), (0x88, 0x97)),
        188,
    ),
)
"""Rows of the frequent characters: level 1 of GB 2312, Big5 and JIS X 0208, and the Hangul of KS X 1001."""

_RARE = 1e-4
"""Share of the characters that stand in any other row."""

_COMMON = 0.9
"""Share of a text's characters that must stand in the frequent rows."""

_TOGETHER = 0.8
"""Share of the characters that must stand beside another: of a single byte's letters and quotes few do, "it’s"."""

_RUN = re.compile(r"[^\x00-\x7f]+")

LEAST = 4
"""Different characters from which a text can be told: a headline stands twice in a feed."""


def double_byte_codec(sample: bytes) -> str | None:
    """The charset of two bytes that a text is in; None if it is in none, or too short to say."""
    best: tuple[float, str] | None = None
    for table in _TABLES:
        rows = _rows(sample, table)
        count = sum(rows.values())
        common = sum(number for row, number in rows.items() if _is_within(row, table.common))
        if common < max(1, _COMMON * count):
            continue
        likely = sum(number * _likelihood(row, table) for row, number in rows.items())
        if best is None or likely > best[0]:
            best = likely, table.codec
    return best[1] if best else None


def _rows(sample: bytes, table: _Table) -> Counter[int]:
    """How many characters a text has of each row; none where it cannot be in this charset."""
    try:
        text = codecs.getincrementaldecoder(table.codec)().decode(sample)
    except UnicodeDecodeError:
        return Counter()
    runs = _RUN.findall(text)
    together = sum(len(run) for run in runs if len(run) > 1)
    if len(set().union(*runs)) < LEAST or together < _TOGETHER * sum(map(len, runs)):
        return Counter()
    return Counter(sign.encode(table.codec, "replace")[0] for run in runs for sign in run)


def _is_within(row: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= row <= last for first, last in ranges)


def _likelihood(row: int, table: _Table) -> float:
    share = next((share / (last - first + 1) for first, last, share in table.rows if first <= row <= last), _RARE)
    return log(share / table.seconds)
