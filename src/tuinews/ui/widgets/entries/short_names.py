"""Short names of sources, for rows in which each cell counts."""

import re
from functools import lru_cache

from tuinews.late import late_pattern
from tuinews.text import clean_line

_PARTS = late_pattern(r"\s+[-–—|·:»•/]+\s+|\s*[|»•]\s*|:\s+")
_NOTHING = late_pattern(
    r"^(?:rss|atom|feeds?|latest|news|home|index|all|top|stories|headlines|articles|posts|blog|main|"
    r"trang chủ|tin mới|tin mới nhất|tin tức|mới nhất|tất cả|trang nhất|最新|新着|ニュース|トップ|首页|新闻|"
    r"aktuell|startseite|nachrichten|accueil|actualités|à la une|inicio|noticias|portada)"
    r"(?:\s+(?:rss|feeds?|news|stories|headlines|articles|posts))*$",
    re.IGNORECASE,
)
_AROUND = late_pattern(r"^rss\s+|\s+(?:rss(?:\s+feed)?|online|điện tử)$", re.IGNORECASE)


@lru_cache(1024)
def short_name(title: str) -> str:
    """The name of a paper without what is said around it: "VnExpress" of "Tin mới nhất - VnExpress RSS".

    The first part that says something; all of the title where no part does.
    """
    title = clean_line(title)
    parts = [part for part in _PARTS.split(title) if part and not _NOTHING.match(part)]
    name = parts[0] if parts else title
    return _AROUND.sub("", name).strip() or name
