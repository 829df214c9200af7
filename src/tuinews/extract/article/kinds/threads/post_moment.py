"""When something was posted: as the page shows it, and as it tells machines."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.post_names import DAY, EDITED, MEMBERSHIP
from tuinews.extract.dates import parse_date, words_beside
from tuinews.model.when import Precision
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LONGEST_DAY = 60
"""Letters of a date as it is shown."""

_LONGEST_LABEL = 200
"""Characters of the text around a moment that may say what it is."""
_LONGEST_NAME = 30
"""Letters of what a moment is called in an element of its own."""

_TIMES = frozenset(("time", "relative-time", "time-ago", "local-time", "abbr"))
_PUBLISHED = frozenset(("datePublished", "dateCreated", "commentTime"))
_UNSEEN = frozenset(("svg", "script", "style", "template", "button"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d[:.h]\d\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\dT")
_SECONDS = re.compile(r"(\b\d{1,2}:\d\d):\d\d(?:\.\d+)?")
_ZONE = re.compile(r"\s*(?:Z|UTC|GMT|\+00:?00)$")
_LABEL = re.compile(r"^.{0,60}?[^\d\s]:\s+(?=\S)")
"""What a moment is called, up to a colon: "Reply #1 on: "."""

_EPOCH = re.compile(r"(1\d{9})(?:\d{3})?$")
_BEFORE_DAY = re.compile(
    r"^(?:(?:posted|answered|asked|commented|submitted|written|replied|published|created|originally|re|date|time|"
    r"đăng|gửi|lúc|ngày|on|at|am|le|el|il|»|«|:|-|–|—|·|•|,)(?:\s+|(?=\W)|$))+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PostMoment:
    """A moment as it is shown, and as machines read it."""

    day: str
    stated: str


def moment_of(nodes: list[LexborNode]) -> PostMoment | None:
    """The moment that the surest of these elements tells; where several tell it, as it is shown to people."""
    found: list[tuple[int, PostMoment]] = []
    for node in nodes:
        rank = _rank(node)
        if rank < _NO_MOMENT and (moment := _moment_in(node)) is not None:
            found.append((rank, moment))
    if not found:
        return None
    best = min(found, key=lambda one: (one[0], not _has_clock(one[1])))[1]
    shown = (
        one.day for rank, one in found if rank < _CHANGED and one.day and _is_same_day(one.stated, best.stated)
    )
    return PostMoment(best.day or next(shown, "") or readable(best.stated), best.stated)


_CHANGED, _NO_MOMENT = 4, 9


def _has_clock(moment: PostMoment) -> bool:
    """Whether a moment tells a time of day, as that of a post does, and the day on which one joined does not."""
    return _CLOCK.search(f"{moment.day} {moment.stated}") is not None


def _rank(node: LexborNode) -> int:
    """How surely an element is the moment of a post, from 0; a change comes after all others."""
    attributes = node.attributes
    item = attributes.get("itemprop") or ""
    if item in _PUBLISHED or (node.tag in _TIMES and attributes.get("datetime")):
        rank = 0
    elif node.tag in _TIMES or attributes.get("datetime"):
        rank = 1
    elif DAY.search(attributes.get("class") or ""):
        rank = 2
    elif any(_YEAR.search(text) for text in _own_texts(node)):
        rank = 3
    else:
        return _NO_MOMENT
    text = node.text(deep=True)[:_LONGEST_LABEL]
    if MEMBERSHIP.search(text) or MEMBERSHIP.search(_label_before(node)):
        return _NO_MOMENT
    above = node.parent
    around = above.text(deep=True)[:_LONGEST_LABEL] if above is not None else ""
    return rank + _CHANGED if EDITED.match(text) or EDITED.match(around) else rank


def _label_before(node: LexborNode) -> str:
    """The short text directly before an element, as a `dt` or a `label` calls a moment: "Join Date"."""
    before = node.prev
    while before is not None:
        text = _text_if_any(before)
        if text:
            return text if len(text) <= _LONGEST_NAME else ""
        before = before.prev
    return ""


def _text_if_any(node: LexborNode) -> str:
    tag = node.tag or "-"
    if tag == "-text":
        return (node.text_content or "").strip()
    return "" if tag[0] in "-!" else node.text(deep=True).strip()


def _moment_in(node: LexborNode) -> PostMoment | None:
    attributes = node.attributes
    text, title = _shown(node), clean_line(attributes.get("title") or "", LONGEST_DAY)
    stated = attributes.get("datetime") or (attributes.get("content") or "" if attributes.get("itemprop") else "")
    texts = (text, title) if is_date(text) else (*_own_days(node), title)
    stated = stated or _epoch(node) or next((one for one in (title, *texts) if is_date(one)), "")
    if not stated:
        return None
    return PostMoment(next((one for one in texts if _YEAR.search(one) and _tells_day(one)), ""), stated)


def _own_days(node: LexborNode) -> Iterator[str]:
    """The texts directly in an element without their labels: a note on a change may stand behind the day."""
    for text in _own_texts(node):
        line = clean_line(text, _LONGEST_LABEL)
        if _YEAR.search(line):
            yield _LABEL.sub("", line)[:LONGEST_DAY].strip(" ,·•»«|#-(")


def _tells_day(text: str) -> bool:
    """Whether a text is a date with its day."""
    when = parse_date(text) if is_date(text) else None
    return when is not None and when.precision not in (Precision.MONTH, Precision.YEAR)


def _epoch(node: LexborNode) -> str:
    """The moment in an attribute for a script, in seconds or milliseconds since 1970."""
    for name, value in node.attributes.items():
        if "time" in name and value and (found := _EPOCH.match(value)):
            return datetime.fromtimestamp(int(found[1]), UTC).isoformat()
    return ""


def _own_texts(node: LexborNode) -> Iterator[str]:
    child = node.child
    while child is not None:
        if child.tag == "-text":
            yield child.text_content or ""
        child = child.next


def _shown(node: LexborNode) -> str:
    """The text of an element up to the length of a date, without words before it and a second way to say it."""
    pieces = [piece for piece in text_of(node, "\n").split("\n") if piece.strip()]
    rest = " ".join(pieces[1:])
    if len(pieces) > 1 and _YEAR.search(pieces[0]) and not _CLOCK.search(rest):
        pieces = pieces[:1]
    text = clean_line(" ".join(pieces), LONGEST_DAY + 1)
    return "" if len(text) > LONGEST_DAY else _LABEL.sub("", _BEFORE_DAY.sub("", text)).strip(" ,·•»«|#-")


def text_of(node: LexborNode, between: str = "") -> str:
    """The text of an element as it is seen, without that of drawings and buttons."""
    if node.tag in _UNSEEN:
        return ""
    parts: list[str] = []
    child = node.child
    while child is not None:
        tag = child.tag or "-"
        if tag == "-text":
            parts.append(child.text_content or "")
        elif tag[0] not in "-!":
            parts.append(text_of(child, between))
        child = child.next
    return between.join(parts)


def is_date(text: str) -> bool:
    """Whether a text is a date, with a word beside it at most; a year alone tells no day."""
    if text.strip(" ,.").isdigit():
        return False
    return bool(text) and parse_date(text) is not None and len(words_beside(text)) <= 1


def _is_same_day(one: str, other: str) -> bool:
    """Whether two moments may be the same, as they are shown in two zones."""
    first, second = parse_date(one), parse_date(other)
    return first is not None and second is not None and abs((first.latest.date() - second.latest.date()).days) <= 1


def readable(stated: str) -> str:
    """A moment for machines as people read it: the day and the minute."""
    return stated[:16].replace("T", " ") if _ISO.match(stated) else stated


def to_the_minute(day: str) -> str:
    """A moment as it is shown, without its seconds and the zone of machines, which nobody reads."""
    return _ZONE.sub("", _SECONDS.sub(r"\1", day))
