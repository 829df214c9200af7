"""Cells of the terminal: how wide text is, and where it may be cut without cutting a character in two.

Widths are those of `rich.cells`, because Textual draws by them, less two: vowel signs with a place of their own
(Devanagari, Tamil, Burmese: category Mc) are nothing to it and a cell to terminals, and a joiner hides nothing.
`drawn` adds the blanks that make up the difference, so that what counts as fitting here fits there.
Clusters follow UAX 29 as far as a page of news needs it: combining marks, emoji sequences and modifiers,
flags, Indic and Khmer conjuncts, Thai and Lao vowels, Hangul jamo.
"""

import unicodedata
from functools import lru_cache

from rich.cells import cell_len

from tuinews.language import ellipsis
from tuinews.late import late_pattern

_NARROW = late_pattern(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20c0\u2100-\u218b\u2500-\u25fc]*"
)
_SPACING_MARK = late_pattern(
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u1cff\u302e\u302f\ua800-\uabff\U00011000-\U00011fff\U00016f00-\U00016fff"
    "\U0001d100-\U0001d1ff]"
)
"""The blocks that have marks of category Mc."""

_VIRAMAS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u0dca\u1039\u17d2")
_ZWJ = "\u200d"
_MAX_CLUSTER = 32
"""Characters of one cluster; what joins more is not a writing."""


def is_narrow(text: str) -> bool:
    """Whether every character is one cell and stands alone, so that cells and characters are the same."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def width(text: str) -> int:
    """The cells that `text` takes: as terminals draw it, or as `rich.cells` has it where that is more."""
    if is_narrow(text):
        return len(text)
    cells = cell_len(text) if _ZWJ not in text else sum(cell_len(part) for part in _parts_between_joiners(text))
    return cells + sum(map(_spacing, _SPACING_MARK.findall(text))) if _SPACING_MARK.search(text) else cells


def drawn(text: str) -> list[tuple[str, str]]:
    """`text` in stretches, each as it is written and as it is to be drawn.

    There is a blank behind what terminals draw wider than Textual counts it, and a joiner that joins nothing is
    left out, so that `cell_len` of what is drawn is `width` of the text.
    """
    if text.isascii() or not (_ZWJ in text or _SPACING_MARK.search(text)):
        return [(text, text)]
    found: list[tuple[str, str]] = []
    begun = ""
    for cluster in clusters(text):
        one = cluster.rstrip(_ZWJ)
        one += " " * (width(one) - cell_len(one))
        begun += cluster
        if one != cluster:
            found.append((begun, begun.removesuffix(cluster) + one))
            begun = ""
    return [*found, (begun, begun)] if begun else found


def clusters(text: str) -> list[str]:
    """`text` as the characters that a reader sees, none of which may be broken."""
    if is_narrow(text):
        return list(text)
    found: list[str] = []
    for character in text:
        if found and len(found[-1]) < _MAX_CLUSTER and _joins(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def joined(before: str, text: str) -> int:
    """How many characters at the start of `text` belong to the last cluster of `before`."""
    if not before or not text or is_narrow(text[0]):
        return 0
    cluster = clusters(before[-_MAX_CLUSTER:])[-1]
    for count, character in enumerate(text):
        if len(cluster) >= _MAX_CLUSTER or not _joins(cluster, character):
            return count
        cluster += character
    return len(text)


def fitting(text: str, limit: int) -> int:
    """How many characters of `text` fit into `limit` cells without breaking a cluster."""
    if is_narrow(text):
        return min(limit, len(text))
    count = used = 0
    for cluster in clusters(text):
        used += width(cluster)
        if used > limit:
            break
        count += len(cluster)
    return count


def cut(text: str, limit: int) -> str:
    """`text` in at most `limit` cells, an ellipsis in place of what is left out."""
    if width(text) <= limit:
        return text
    end = ellipsis()
    if limit < len(end):
        return text[: fitting(text, limit)] if limit > 0 else ""
    return text[: fitting(text, limit - len(end))].rstrip() + end


_LONGEST_WORD = 12
"""Cells of the beginning of a word that are left out rather than shown: more of them are an address, or a script
without blanks, and tell something without their end.
"""


def cut_at_word(text: str, limit: int) -> str:
    """`text` in at most `limit` cells, cut between words where that fills more than two thirds of the room.

    What has no blank for long is not a word, and is cut where the room ends.
    """
    shown = cut(text, limit)
    end = ellipsis()
    if shown == text or not shown.endswith(end):
        return shown
    kept = shown.removesuffix(end)
    whole = kept if text[len(kept) : len(kept) + 1].isspace() else kept.rpartition(" ")[0]
    begun = width(kept) - width(whole)
    whole = whole.rstrip(" ,;:(–-")
    return whole + end if width(whole) * 3 > limit * 2 and begun <= _LONGEST_WORD else shown


def _parts_between_joiners(text: str) -> list[str]:
    parts = [""]
    for part in text.split(_ZWJ):
        if parts[-1] and not (part and _kind(part[0]) == "symbol"):
            parts.append(part)
        else:
            parts[-1] += part if not parts[-1] else _ZWJ + part
    return parts


def _joins(cluster: str, character: str) -> bool:
    """Whether `character` belongs to the cluster before it."""
    kind = _kind(character)
    last = cluster[-1]
    if kind == "mark" or (kind == "symbol" and last == _ZWJ):
        return True
    if kind == "flag":
        return len(cluster) == 1 and _kind(last) == "flag"
    if kind == "letter" and cluster.rstrip(_ZWJ)[-1:] in _VIRAMAS:
        return True
    return kind == "jamo" and _kind(last) in ("jamo", "lead")


@lru_cache(4096)
def _spacing(character: str) -> int:
    """1 for a mark with a cell of its own that `rich.cells` does not count."""
    return int(unicodedata.category(character) == "Mc" and cell_len(character) == 0)


@lru_cache(4096)
def _kind(character: str) -> str:
    """What a character is to its neighbours: mark, flag, jamo, lead (a leading jamo or a syllable), symbol."""
    code = ord(character)
    if (
        0x200C <= code <= 0x200D
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
        or code in (0xE33, 0xEB3)
    ):
        return "mark"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "flag"
    if 0x1160 <= code <= 0x11FF:
        return "jamo"
    if 0x1100 <= code <= 0x115F or 0xAC00 <= code <= 0xD7A3:
        return "lead"
    category = unicodedata.category(character)
    if category in ("Mn", "Mc", "Me") or code in (0xFF9E, 0xFF9F):
        return "mark"
    return {"Lo": "letter", "So": "symbol"}.get(category, "other")
