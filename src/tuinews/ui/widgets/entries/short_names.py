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
_NOTHING = frozenset(
    (
        *("rss", "atom", "feed", "feeds", "latest", "news", "home", "index", "all", "top", "stories", "headlines"),
        *("articles", "posts", "blog", "main"),
        *("trang chủ", "tin mới", "tin mới nhất", "tin tức", "mới nhất", "tất cả", "trang nhất"),
        *("最新", "新着", "ニュース", "トップ", "首页", "新闻"),
        *("aktuell", "startseite", "nachrichten", "accueil", "actualités", "à la une"),
        *("inicio", "noticias", "portada"),
    )
)
_BEHIND = frozenset(("rss", "feed", "feeds", "news", "stories", "headlines", "articles", "posts"))
"""Words that say no more behind one of `_NOTHING`."""
_AROUND = late_pattern(r"^rss\s+|\s+(?:rss(?:\s+feed)?|online|điện tử)$", re.IGNORECASE)


_BETWEEN = " -–—|·:»•/"
"""Signs between the parts of a name."""
_SIGNS = frozenset(_BETWEEN.strip())
_LEAST_BEGINNING = 4
"""Cells of a shared beginning before what tells names apart; with fewer it says nothing."""


@lru_cache(1024)
def short_name(title: str) -> str:
    """The name of a paper without what is said around it: "VnExpress" of "Tin mới nhất - VnExpress RSS".

    The first part that says something; all of the title where no part does.
    """
    title = clean_line(title)
    # A name without any such sign is one part, and the pattern need not be there.
    all_parts = [title] if _SIGNS.isdisjoint(title) else _PARTS.split(title)
    parts = [part for part in all_parts if part and not _says_nothing(part)]
    name = parts[0] if parts else title
    return _AROUND.sub("", name).strip() or name


def _says_nothing(part: str) -> bool:
    words = part.lower().split()
    while words and " ".join(words) not in _NOTHING:
        if words.pop() not in _BEHIND:
            return False
    return bool(words)


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
