"""Short names of sources, for rows in which each cell counts."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise, takewhile

from tuinews.language import ellipsis
from tuinews.late import late_pattern
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width

_PARTS = late_pattern(r"\s+[-–—|·:»•/]+\s+|\s*[|»•]\s*|:\s+")
_NOTHING = late_pattern(
    r"^(?:rss|atom|feeds?|latest|news|home|index|all|top|stories|headlines|articles|posts|blog|main|"
    r"trang chủ|tin mới|tin mới nhất|tin tức|mới nhất|tất cả|trang nhất|最新|新着|ニュース|トップ|首页|新闻|"
    r"aktuell|startseite|nachrichten|accueil|actualités|à la une|inicio|noticias|portada)"
    r"(?:\s+(?:rss|feeds?|news|stories|headlines|articles|posts))*$",
    re.IGNORECASE,
)
_AROUND = late_pattern(r"^rss\s+|\s+(?:rss(?:\s+feed)?|online|điện tử)$", re.IGNORECASE)


_BETWEEN = " -–—|·:»•/"
"""Signs between the parts of a name."""
_LEAST_BEGINNING = 4
"""Cells of a shared beginning before what tells names apart; with fewer it says nothing."""


@lru_cache(1024)
def short_name(title: str) -> str:
    """The name of a paper without what is said around it: "VnExpress" of "Tin mới nhất - VnExpress RSS".

    The first part that says something; all of the title where no part does.
    """
    title = clean_line(title)
    parts = [part for part in _PARTS.split(title) if part and not _NOTHING.match(part)]
    name = parts[0] if parts else title
    return _AROUND.sub("", name).strip() or name


@lru_cache(2)
def shared_beginnings(names: tuple[str, ...]) -> Mapping[str, str]:
    """For each name the longest beginning that another one has too; names that share none are left out."""
    found: dict[str, str] = {}
    for one, other in pairwise(sorted(set(names))):
        shared = one[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))]
        for name in (one, other):
            if len(shared) > len(found.get(name, "")):
                found[name] = shared
    return found


def cut_apart(name: str, shared: str, cells: int) -> str:
    """A name in that many cells; what tells it from one with the same beginning stays in sight."""
    own = name[len(shared) :].lstrip(_BETWEEN)
    if width(name) <= cells or not own or width(shared) + 2 <= cells:
        return cut(name, cells)
    left = cells - width(own) - 1
    return f"{cut(name, left)} {own}" if left >= _LEAST_BEGINNING else ellipsis() + cut(own, cells - 1)
