"""Where lines break: greedily, at blanks and hyphens, between ideographs and syllables, last of all in a word.

Chinese and Japanese by the rules of JIS X 4051 and CLREQ: no line begins with a closing mark or a small kana,
none ends with an opening one. Thai and Lao break before a leading vowel, Burmese, Khmer and Tibetan between
syllables: not always between words, which would take a dictionary, but never inside a cluster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tuinews.typeset.cells import clusters, is_narrow, width

_SPACE = re.compile("[^\\S\u00a0\u202f\n]+")
_LOST_JOINER = re.compile("(?<=\\s)[\u200c\u200d\ufe00-\ufe0f]+")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-‐](?=[^\W\d_]{2})|—(?=\w)")
_IN_ADDRESS = re.compile(r"[/?&=._#-](?=[^/?&=._#-])")

_CLOSE = "\\]、。，．・：；？！）〕］｝〉》」』】〙〗〟’”｠»›〜～‼⁇⁈⁉…‥—–％‰℃｡｣､･,.;:!?)}%"
_SMALL = "ー々〻ヽヾァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿｰ"
_WIDE_CLOSE = "、。，．・：；？！）〕］｝〉》」』】〙〗〟｠〜～％｡｣､･"
_WIDE_OPEN = "（〔［｛〈《「『【〘〖〝｟￥＄｢"
_OPEN = "(\\[{“‘«‹$£¥€"
_IDEOGRAPH = (
    "\u2e80-\u2fdf\u3003-\u3007\u3012\u3013\u3020-\u302f\u3041-\u3096\u309d-\u30ff\u3105-\u31ff\u3220-\u4dbf"
    "\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_LEADING_VOWEL = "\u0e40-\u0e44\u0ec0-\u0ec4"
_THAI = "\u0e01-\u0e3f\u0e45-\u0e5b\u0e81-\u0ebf\u0ec6-\u0edf"
_TAIL = f"[{_CLOSE}{_SMALL}]*"
_OTHER = (
    f" {_WIDE_OPEN}{_WIDE_CLOSE}{_SMALL}{_IDEOGRAPH}{_LEADING_VOWEL}{_THAI}\u0f00-\u0fff\u1000-\u109f\u1780-\u17dd"
)
_SHORT_WORD = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters of a text that stand on one line, and what joins them to the next (see `Line.joint`)."""

    start: int
    end: int
    joint: str


def collapse(text: str) -> str:
    """`text` with each run of white space as one blank; no-break blanks and line feeds stay.

    A joiner with nothing before it to join goes: the cells of what follows it could not be told.
    """
    return _SPACE.sub(" ", text if text.isascii() else _LOST_JOINER.sub("", text))


def stretches(text: str, limit: int) -> list[Stretch]:
    """`text` (collapsed; a line feed breaks the line) as lines of at most `limit` cells, at least 2."""
    limit = max(2, limit)
    found: list[Stretch] = []
    position = 0
    for part in text.split("\n"):
        find = _narrow if is_narrow(part) else _wide
        lines = _without_widow(part, list(find(part, limit)), limit)
        found += [Stretch(s.start + position, s.end + position, s.joint) for s in lines]
        position += len(part) + 1
    return found


def _narrow(text: str, limit: int) -> Iterator[Stretch]:
    """Where cells are characters, a search for the last blank of each line is enough."""
    start = len(text) - len(text.lstrip(" "))
    total = len(text.rstrip(" "))
    while total - start > limit:
        blank = text.rfind(" ", start, start + limit + 1)
        end, joint = blank, " "
        for match in _HYPHEN.finditer(text, max(blank, start) + 1, start + limit + 2):
            if match.end() <= start + limit:
                end, joint = match.end(), ""
        if end <= start:
            end, joint = _inside_word(text, start, start + limit), ""
        yield Stretch(start, end, joint)
        start = end + len(joint)
    if total > start:
        yield Stretch(start, total, "\n")


def _inside_word(text: str, start: int, end: int) -> int:
    """Where to break a word that fills the whole line: behind a stroke or dot of an address, else at its end."""
    found = _IN_ADDRESS.finditer(text, start + (end - start) // 2, end + 1)
    marks = [match.end() for match in found if match.end() <= end]
    return marks[-1] if marks else end


@cache
def _atom() -> re.Pattern[str]:
    """What stays together on a line; compiled at the first text that is not plain (6 ms)."""
    return re.compile(
        f"[{_WIDE_OPEN}{_OPEN}]{{0,4}}(?:"
        f"(?![{_SMALL}])[{_IDEOGRAPH}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
        f"|[{_LEADING_VOWEL}]*[{_THAI}]+|[{_LEADING_VOWEL}]+"
        "|[\u0f00-\u0f0a\u0f0c-\u0fff]+\u0f0b?|\u0f0b"
        "|[\u1000-\u102a\u103f-\u1049\u104e](?:\u1039[\u1000-\u1021]|[\u102b-\u103e\u1056-\u1059]|[\u1000-\u1021]\u103a)*"
        "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*"
        f"|(?:[^{_OTHER}{_OPEN}]|[{_OPEN}](?=[^{_OTHER}]))+"
        f"){_TAIL}|[{_CLOSE}{_SMALL}]+|[^ ]"
    )


def _wide(text: str, limit: int) -> Iterator[Stretch]:
    start = end = used = 0
    for match in _atom().finditer(text):
        atom = match.group()
        gap = match.start() - end if used else 0
        size = width(atom)
        if used and used + gap + size > limit:
            yield Stretch(start, end, " " if gap else "")
            used = gap = 0
        if not used:
            start = match.start()
            if size > limit:
                *full, rest = _chopped(atom, start, limit)
                yield from full
                start, size = rest.start, width(text[rest.start : rest.end])
        used += gap + size
        end = match.end()
    if used:
        yield Stretch(start, end, "\n")


def _chopped(atom: str, position: int, limit: int) -> list[Stretch]:
    """The parts of a word too wide for a line, broken between clusters (one wider than a line inside it)."""
    parts: list[Stretch] = []
    start, used = position, 0
    for cluster in clusters(atom):
        for part in [cluster] if width(cluster) <= limit else cluster:
            size = width(part)
            if used + size > limit:
                parts.append(Stretch(start, position, ""))
                start, used = position, 0
            used += size
            position += len(part)
    return [*parts, Stretch(start, position, "")]


def _without_widow(text: str, lines: list[Stretch], limit: int) -> list[Stretch]:
    """The same lines, a short word that would stand alone on the last one joined by the word before it."""
    if len(lines) < 2 or lines[-2].joint != " ":
        return lines
    before, last = lines[-2:]
    word = text[last.start : last.end]
    blank = text.rfind(" ", before.start, before.end)
    if " " in word or len(word) > _SHORT_WORD or text.count(" ", before.start, before.end) < 3:
        return lines
    moved = width(text[blank + 1 : last.end])
    if moved > limit or moved - width(word) > limit // 4:
        return lines
    return [*lines[:-2], Stretch(before.start, blank, " "), Stretch(blank + 1, last.end, last.joint)]
