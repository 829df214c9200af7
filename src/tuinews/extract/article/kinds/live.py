"""Live blogs: entries of one kind, each with its time, in the order of the page; its time is its heading."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.post_header import MOST_NODES, name_of_poster
from tuinews.extract.article.kinds.threads.post_moment import readable, text_of
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import MAX_NAME
from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tree import attribute
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LEAST_ENTRIES, LEAST_WRITTEN = 3, 2
"""Entries from which a page is a live blog, and those of them whose text looks like an article's."""

LONGEST_TIME = 40
"""Letters of a time as it is shown: "11.05am EDT", "14 April, 11:05"."""

WITH_TIME = 0.8
"""Share of the entries that show their time; a pinned one may have none."""

_ENTRY = late_pattern(
    r"(?:^|[\s_#-])(?:live-?(?:blog)?[-_]{0,2}(?:post|entry|update|item|event|card|content-item)s?|"
    r"liveblog-?\w*-?(?:post|entry)|"
    r"lb[-_]{0,2}(?:post|entry|item)|live-?ticker[-_]{0,2}(?:entry|item|post|event)|ticker[-_]{0,2}(?:entry|event|item|post)|"
    r"liveblogupdate|"
    r"timeline[-_]{0,2}(?:entry|post)|(?:tuong-?thuat|truc-?tiep)[-_]?(?:item|post)?)(?=$|[\s_])",
    re.IGNORECASE,
)
"""Names of an entry."""

_WORDS = ("live", "lb-", "lbpost", "ticker", "timeline", "thuat", "tiep")
"""Those of which each has one."""

_TIME_NAME = late_pattern(
    r"(?:^|[\s_-])(?:time\w*|date\w*|clock|hour|published|timestamp|gio|thoi-?gian)(?=$|[\s_-])", re.IGNORECASE
)
_CLOCK = late_pattern(
    r"(?:^|(?<=[\s,·|]))(?:[01]?\d|2[0-3])(?:[:.hH]|時|点)[0-5]\d(?::[0-5]\d)?(?:\s?(?:[ap]\.?\s?m\.?|uhr|h|分))?"
    r"(?=$|[\s,·|)A-Z])",
    re.IGNORECASE,
)
_AGE = late_pattern(
    r"^\W*(?:il y a |vor |hace |há )?\d+\s?(?:s|m|min\w*|h|hrs?|hours?|stunden?|heures?|horas?|d|days?|phút|giờ|"
    r"ngày|分|小时|時間)\b",
    re.IGNORECASE,
)
_TITLE = late_pattern(
    r"\blive(?:[ -]?(?:blog|updates?|ticker|coverage))?\b|\bas it happened\b|\bticker\b|\ben direct\b"
    r"|\ben (?:vivo|directo)\b|\bao vivo\b|\bin diretta\b|\bna żywo\b|онлайн|трансляц|\bcanlı\b"
    r"|\btrực tiếp\b|直播|实况|ライブ|速報中|실시간|مباشر",
    re.IGNORECASE,
)
"""Words of the title of a live blog; an article with them has no row of entries with their times."""

_BOXES = frozenset(("div", "li", "section", "article", "tr", "dd"))


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One entry: its element, its heading (time, and who wrote it), and the elements that this was read from."""

    element: int
    heading: str
    told_by: frozenset[int]


def is_declared_live(page: Structured) -> bool:
    """Whether a page tells machines that it is a live blog (schema.org), or people in its title."""
    return (
        any(node.get("@type") == "LiveBlogPosting" for node in page.nodes) or _TITLE.search(page.title) is not None
    )


def live_entries(page_lines: PageLines, kept: list[int], *, declared: bool) -> list[LiveEntry]:
    """The entries in page order, [] where the page is no live blog.

    `kept` are the lines that look like an article's, of which most entries must have some; `declared` is whether
    the page says that it is a live blog, so that its entries need no name.
    """
    text = [0]
    lines = set(kept)
    for place in range(len(page_lines.lines)):
        text.append(text[-1] + (place in lines))
    for group in _groups(page_lines, declared=declared):
        written = [one for one in group if text[page_lines.last[one]] > text[page_lines.first[one]]]
        if len(written) < LEAST_WRITTEN or 2 * len(written) < len(group):
            continue
        entries = [_entry(page_lines, element, declared=declared) for element in group]
        if sum(bool(entry.heading) for entry in entries) >= WITH_TIME * len(entries):
            return entries
    return []


@lru_cache(maxsize=20_000)
def _is_entry(name: str) -> bool:
    return _ENTRY.search(name[:MAX_NAME]) is not None


def _groups(page_lines: PageLines, *, declared: bool) -> list[list[int]]:
    """Elements of one name in one parent, the group with the most lines first."""
    index = page_lines.index
    if not declared and not any(word in index.small for word in _WORDS):
        return []
    called = {name for name in index.each if _is_entry(name) and name not in index.comments}
    if not called and not declared:
        return []
    groups: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for element, name in enumerate(page_lines.names):
        if page_lines.tag[element] not in _BOXES or page_lines.first[element] == page_lines.last[element]:
            continue
        if declared or name in called:
            key = page_lines.tag[element] + " " + name.strip().split(" ", 1)[0].rstrip("0123456789")
            groups[page_lines.parent[element], key].append(element)
    several = [group for group in groups.values() if len(group) >= LEAST_ENTRIES]
    return sorted(several, key=lambda group: -sum(page_lines.last[one] - page_lines.first[one] for one in group))


def _entry(page_lines: PageLines, element: int, *, declared: bool) -> LiveEntry:
    node = page_lines.node[element]
    inner = [one for one in islice(node.traverse(), MOST_NODES) if one.mem_id != node.mem_id]
    shown = next(((time, one) for one in inner if (time := _time_of(one))), None)
    if shown is None and declared:
        first = page_lines.node[page_lines.lines[page_lines.first[element]].element]
        time = clean_line(text_of(first, " "), LONGEST_TIME + 1).strip(" ·|-–")
        shown = (time, first) if len(time) <= LONGEST_TIME and _CLOCK.fullmatch(time) else None
    if shown is None:
        return LiveEntry(element, "", frozenset())
    time, told_by = shown
    poster, poster_node = name_of_poster(inner)
    dropped = {told_by.mem_id, *([poster_node.mem_id] if poster_node is not None else [])}
    return LiveEntry(element, " · ".join(part for part in (time, poster) if part), frozenset(dropped))


def _time_of(node: LexborNode) -> str:
    """The time that an element shows: of a `time` or of what is called so; of an age the moment itself."""
    if node.tag != "time" and not _TIME_NAME.search(attribute(node, "class")):
        return ""
    text = clean_line(text_of(node, " "), LONGEST_TIME + 1).strip(" ·|-–")
    stated = attribute(node, "datetime")
    if stated and (not text or _AGE.match(text)):
        return readable(stated)
    return text if len(text) <= LONGEST_TIME and _CLOCK.search(text) else ""
