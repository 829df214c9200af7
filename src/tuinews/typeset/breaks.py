"""Where lines break: greedily, at blanks and hyphens, between ideographs and syllables, last of all in a word.

Chinese and Japanese by the rules of JIS X 4051 and CLREQ: no line begins with a closing mark or a small kana,
none ends with an opening one. Thai and Lao break before a leading vowel, Burmese, Khmer and Tibetan between
syllables: not always between words, which would take a dictionary, but never inside a cluster.
"""

import re
from collections.abc import Iterator
from functools import cache

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import clusters, is_narrow, joined, width

_SPACE = late_pattern("[^\\S\u00a0\u202f\n]+")
_LOST_JOINER = late_pattern("(?<=\\s)[\u200c\u200d\ufe00-\ufe0f]+")
_HYPHEN = late_pattern(r"(?<=[^\W\d_]{2})[-‐](?=[^\W\d_]{2})|—(?=\w)")
_IN_ADDRESS = late_pattern(r"[/?&=._#-](?=[^/?&=._#-])")

_GLUED = late_pattern(r"(?<=\S) (?=[:;!?»%‰]+(?: |$))|(?<=«) (?=\S)")
"""The blanks of French punctuation, and before the sign of a percentage: nobody begins a line with these."""

_GLUED_FROM = 20
"""Cells of a line from which such blanks are kept from breaking."""

_CLOSE = "\\]、。，．・：；？！）〕］｝〉》」』】〙〗〟’”｠»›〜～‼⁇⁈⁉…‥—–％‰℃｡｣､･,.;:!?)}%⁰¹²³⁴⁵⁶⁷⁸⁹⁾"
_SMALL = "ー々〻ヽヾゝゞァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖㇰ-ㇿｰ"
_WIDE_CLOSE = "、。，．・：；？！）〕］｝〉》」』】〙〗〟｠〜～％｡｣､･"
_WIDE_OPEN = "（〔［｛〈《「『【〘〖〝｟￥＄｢"
_OPEN = "(\\[{“‘«‹$£¥€"
_IDEOGRAPH = (
    "\u2e80-\u2fdf\u3003-\u3007\u3012\u3013\u3020-\u302f\u3041-\u3096\u309d-\u30ff\u3105-\u31ff\u3220-\u33ff"
    "\uff66-\uff9d"
)
"""The small blocks; `_MANY` are the others."""

_MANY = "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"
_ONE_OF_MANY = "\u4e00"
_LEADING_VOWEL = "\u0e40-\u0e44\u0ec0-\u0ec4"
_THAI = "\u0e01-\u0e3f\u0e45-\u0e5b\u0e81-\u0ebf\u0ec6-\u0edf"
_TAIL = f"[{_CLOSE}{_SMALL}]*(?:\\[[0-9]{{1,4}}\\][{_CLOSE}{_SMALL}]*)*"
"""What stays with the character before it: closing marks, small kana, the number of a link or a note."""

_OTHER = (
    f" {_WIDE_OPEN}{_WIDE_CLOSE}{_SMALL}{_IDEOGRAPH}{_LEADING_VOWEL}{_THAI}\u0f00-\u0fff\u1000-\u109f\u1780-\u17dd"
)
_SHORT_WORD = 6
"""Letters of a word that may be brought down from the end of a line."""

_HYPHENATED = 3
"""Characters that a word with a hyphen at which it may be broken has more of."""


@dataclass(frozen=True, slots=True)
class LineSpan:
    """The characters of a text that stand on one line, and what joins them to the next (see `Line.joint`)."""

    start: int
    end: int
    joint: str


def collapse(text: str) -> str:
    """`text` with each run of white space as one blank; no-break blanks and line feeds stay.

    A joiner with nothing before it to join goes: the cells of what follows it could not be told.
    """
    return _SPACE.sub(" ", text if text.isascii() else _LOST_JOINER.sub("", text))


def stretches(text: str, limit: int) -> list[LineSpan]:
    """`text` (collapsed; a line feed breaks the line) as lines of at most `limit` cells, at least 2."""
    limit = max(2, limit)
    found: list[LineSpan] = []
    position = 0
    for part in text.split("\n"):
        if limit >= _GLUED_FROM:
            part = _glued(part, limit)
        find = _narrow if is_narrow(part) else _wide
        lines = _without_widow(part, list(find(part, limit)), limit)
        found += [LineSpan(s.start + position, s.end + position, s.joint) for s in lines]
        position += len(part) + 1
    return found


def _glued(text: str, limit: int) -> str:
    """`text` with the blanks unbreakable at which no line should end, where what they join fits on a line."""
    for match in _GLUED.finditer(text):
        place = match.start()
        start, end = text.rfind(" ", 0, place) + 1, text.find(" ", place + 1)
        if width(text[start : end if end >= 0 else len(text)]) <= limit:
            text = f"{text[:place]}\u00a0{text[place + 1 :]}"
    return text


def _narrow(text: str, limit: int) -> Iterator[LineSpan]:
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
        yield LineSpan(start, end, joint)
        start = end + len(joint)
    if total > start:
        yield LineSpan(start, total, "\n")


def _inside_word(text: str, start: int, end: int) -> int:
    """Where to break a word that fills the whole line: behind a stroke or dot of an address, else at its end."""
    found = _IN_ADDRESS.finditer(text, start + (end - start) // 2, end + 1)
    marks = [match.end() for match in found if match.end() <= end]
    return marks[-1] if marks else end


class _Represented(dict[int, int]):
    """A table for `str.translate`: one of the many ideographs is `_ONE_OF_MANY`, and all else itself."""

    def __missing__(self, code: int) -> int:
        ranges = zip(_MANY[::3], _MANY[2::3], strict=True)
        is_one = any(ord(first) <= code <= ord(last) for first, last in ranges)
        self[code] = shape = ord(_ONE_OF_MANY) if is_one else code
        return shape


_represented = _Represented()
_first_texts = iter(range(100))
"""Texts for which the pattern knows one ideograph, which stands for all: to compile it with all of them, `re` goes
through every character of a range, and no start is to wait for that (10 ms) for the sake of a few titles."""


def _atoms_of(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_atom` in a text."""
    if next(_first_texts, None) is None:
        return _atom(_MANY).finditer(text)
    return _atom(_ONE_OF_MANY).finditer(text.translate(_represented))


@cache
def _atom(many: str) -> re.Pattern[str]:
    """What stays together on a line; `many` are the ideographs of the great blocks."""
    other = f"{_OTHER}{many}"
    return re.compile(
        f"[{_WIDE_OPEN}{_OPEN}]{{0,8}}(?:"
        f"(?![{_SMALL}])[{_IDEOGRAPH}{many}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
        f"|[{_LEADING_VOWEL}]*[{_THAI}]+|[{_LEADING_VOWEL}]+"
        "|[\u0f00-\u0f0a\u0f0c-\u0fff]+\u0f0b?|\u0f0b"
        "|[\u1000-\u102a\u103f-\u1049\u104e](?:\u1039[\u1000-\u1021]|[\u102b-\u103e\u1056-\u1059]|[\u1000-\u1021]\u103a)*"
        "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*"
        f"|(?:[^{other}{_OPEN}]|[{_OPEN}](?=[^{other}]))+"
        f"){_TAIL}|[{_CLOSE}{_SMALL}]+|[^ ]"
    )


def _wide(text: str, limit: int) -> Iterator[LineSpan]:
    start = end = used = 0
    is_begun = False  # what has no width, such as a mark alone, begins a line too
    for first, last in _atoms(text):
        gap = first - end if is_begun else 0
        size = width(text[first:last])
        if is_begun and used + gap + size > limit:
            yield LineSpan(start, end, " " if gap else "")
            is_begun, used, gap = False, 0, 0
        if not is_begun:
            start, is_begun = first, True
            if size > limit:
                *full, rest = _chopped(text[first:last], start, limit)
                yield from full
                start, size = rest.start, width(text[rest.start : rest.end])
        used += gap + size
        end = last
    if is_begun:
        yield LineSpan(start, end, "\n")


def _atoms(text: str) -> Iterator[tuple[int, int]]:
    """Where each run begins and ends that stays together; none ends inside a cluster."""
    start = end = 0
    for match in _atoms_of(text):
        first, last = match.span()
        if first == end and end and not _is_plain(text[first]) and joined(text[start:end], text[first]):
            end = last
            continue
        if end - start > _HYPHENATED:
            yield from _parts_at_hyphens(text, start, end)
        elif end:
            yield start, end
        start, end = first, last
    if end:
        yield from _parts_at_hyphens(text, start, end)


def _is_plain(character: str) -> bool:
    """Whether a character surely begins a cluster: an ideograph, a kana, a mark of CJK punctuation."""
    kana = "\u3041" <= character <= "\u3096" or "\u30a1" <= character <= "\u31ff"
    return kana or "\u3400" <= character <= "\u9fff" or "\u3001" <= character <= "\u3029"


def _parts_at_hyphens(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run in the parts that its hyphens set apart."""
    for match in _HYPHEN.finditer(text, start, end):
        if match.end() < end:
            yield start, match.end()
            start = match.end()
    yield start, end


def _chopped(atom: str, position: int, limit: int) -> list[LineSpan]:
    """The parts of a word too wide for a line: broken behind a stroke or dot of an address, else between clusters.

    A cluster that is wider than a line is broken inside.
    """
    marks = {match.end() for match in _IN_ADDRESS.finditer(atom)}
    parts: list[LineSpan] = []
    start = here = used = mark = 0
    for cluster in clusters(atom):
        for part in [cluster] if width(cluster) <= limit else cluster:
            size = width(part)
            while used + size > limit:
                end = mark if mark > start and width(atom[start:mark]) * 2 >= limit else here
                parts.append(LineSpan(position + start, position + end, ""))
                start, used = end, width(atom[end:here])
            used += size
            here += len(part)
            mark = here if here in marks else mark
    return [*parts, LineSpan(position + start, position + here, "")]


def _without_widow(text: str, lines: list[LineSpan], limit: int) -> list[LineSpan]:
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
    return [*lines[:-2], LineSpan(before.start, blank, " "), LineSpan(blank + 1, last.end, last.joint)]
