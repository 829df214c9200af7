"""Patterns of class names and addresses that help to recognize a list of articles.

The names are those that many sites share (schema.org, WordPress, Bootstrap, Vietnamese and other CMSs), never
those of one site. Most only shift a score; `NO_ARTICLE` and `SHARE_HOSTS` exclude a link.
"""

import re

from tuinews.late import late_pattern


def _named(words: str) -> re.Pattern[str]:
    """A pattern for whole words inside class names and ids: "main-menu" and "main_menu" have the word menu."""
    return late_pattern(rf"(?<![a-zA-Z])(?:{words})(?![a-z])", re.IGNORECASE)


FURNITURE = (
    frozenset(
        ("nav", "navs", "navbar", "navigation", "menu", "menus", "submenu", "megamenu", "offcanvas", "drawer")
    )
    | frozenset(("footer", "breadcrumb", "breadcrumbs", "pagination", "paging", "pager", "topbar", "toolbar"))
    | frozenset(
        ("share", "sharing", "shares", "social", "socials", "cookie", "cookies", "consent", "modal", "popup")
    )
    | frozenset(("subscribe", "newsletter", "login", "signin", "tagcloud", "copyright", "banner", "respond"))
    | frozenset(("sponsor", "sponsored", "advert", "advertisement", "advertising"))
)
"""Words of names of containers that hold no list of articles: menus, footers, share bars, advertisements."""

WHOLE_FURNITURE = late_pattern(
    r"(?:\w+-)?(?:tags?|tags?-?(?:list|cloud|links?|box|container|wrap\w*)|search(?:-?(?:form|box|bar))?|lang|langs|"
    r"languages?(?:-?switch\w*)?|skip(?:-links?)?|ads?|ads?-\w+|promo|foot|bottom-?bar|sitemap)",
)
"""Whole names of such containers, where a single word is not enough ("tag-boats" is the class of a post)."""

SIDE = frozenset(
    (
        "sidebar",
        "sidenav",
        "aside",
        "related",
        "popular",
        "trending",
        "blogroll",
    )
) | {"calendar", "rail", "ticker", "mostread", "mostviewed", "xemnhieu", "docnhieu"}
"""Words of names of containers beside the list: they may hold articles, but not the page's own list."""

WHOLE_SIDE = late_pattern(
    r"side(?:-?col\w*)?|secondary|most-?\w+|"
    r"recent-?(?:posts|comments)|archives?-?list|xem-nhieu|doc-nhieu|tin-(?:doc|xem)-nhieu",
)
"""Whole names of containers beside the list, where a single word is not enough."""


TITLE = late_pattern(
    r"title|headline|heading|titulo|titre|titel|(?<![a-zA-Z])(?:tit|hed|subject|ttl)(?![a-zA-Z])",
    re.IGNORECASE,
)
"""Class names of a headline."""

NOT_TITLE = _named(
    r"sub-?titles?|subtitulo|subhead\w*|section-?title|widget-?title|block-?title|box-?title|cat-?title"
)
"""Class names with "title" in them that belong to a subtitle or the heading of a section."""

SUMMARY = late_pattern(
    r"summary|desc|excerpt|intro|lead|lede|sapo|(?<![a-zA-Z])dek|teaser|snippet|abstract|standfirst|blurb|"
    r"(?<![a-z])(?:entry|post|article|item|card)[-_]*(?:content|body|text)|"
    r"(?<![a-zA-Z])(?:txt|text|content|body|sub|subtitle|rundown|preview|synopsis|story)(?![a-z])",
    re.IGNORECASE,
)
"""Class names of a summary."""

LABEL = _named(
    r"date|dates|datetime|time|author|authors|byline|by-line|meta\w*|posted\w*|category|categories|cats?|tag|tags|"
    r"comments?|published|pubdate|timestamp|info|credit|credits|share|more|read-?more|readmore|caption|kicker|"
    r"eyebrow|labels?|votes?|rating|badge|source|section|topic|topics|rubric|rubrik|count|counter|views?|icon|"
    r"sr-only|visually-?hidden|screen-?reader\w*|overline|top-?line|roof-?line|dachzeile|pre-?title|pre-?headline|volanta|"
    r"cintillo|antet[ií]tulo|sur-?titre|flag|sponsored|prefix|num|number|rank|index"
)
"""Class names of what is beside a headline and not part of it: dates, bylines, categories, counts."""

DATE = late_pattern(r"date|time|publish|posted|meta|ngay|thoi-?gian|fecha|datum|info|stamp", re.IGNORECASE)
"""Class names of a date."""

AUTHOR = _named(r"authors?|byline|by-line|by|writer|creator|tac-?gia|autor|auteur|vcard|posted-by|contributor\w*")
"""Class names of a byline."""

NO_ARTICLE = late_pattern(
    r"/(?:tags?|categor(?:y|ies|ia|ias|ie)|kategorie|kategoria|rubri(?:que|k|c)|authors?|users?|profiles?|"
    r"login|logout|signin|sign-in|signup|register|search|rss|feeds?|about(?:-us)?|contact(?:-us)?|privacy(?:-policy)?|"
    r"terms(?:-of-\w+)?|subscribe|subscriptions?|newsletters?|advertise|account|share|cart|page|tac-gia|chu-de|"
    r"lien-he)(?:/[^/]*)?/?$|/(?:authors?|contributors?|tac-gia|organi[sz]ations?)/\d+(?:/[^/]*)?/?$|/topics?(?:/[^/.\d]*)?/?$"
    r"|^(?:/[\w-]+)?/(?:19|20)\d\d(?:/[01]?\d)?/?$|/page/\d+|/(?:feed|rss|amp|comments|respond)/?$|(?:^|/)(?:rss|feed|atom)\.xml$"
    r"|^[^?]*\?(?:(?:page|paged|cat|tag|s|q|limit|start|limitstart|replytocom|action|share|lang|sort|order)=[^&]*&?)+$"
    r"|[?&](?:replytocom|reply|share)=|\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp3|mp4|xml|rss|css|js|exe|apk|t?gz|xz|"
    r"bz2|7z|rar|dmg|msi|deb|rpm|whl|epub|m4a|ogg|wav|webm|mov)$",
    re.IGNORECASE,
)
"""Paths (with their query) of pages that are no article: lists, services, files."""

RELEASE = late_pattern(
    r"/(?:releases?|tags?|changelogs?|versions?|release-?notes)/(?:[\w.-]+/)?[a-z-]*v?\d+\.\d+[\w.+-]*/?$",
    re.IGNORECASE,
)
"""Paths of the notes of one release, whose tag is no topic: "/releases/tag/v2.30.0"."""

SHARE_HOSTS = late_pattern(
    r"(?:^|\.)(?:facebook|twitter|x|linkedin|pinterest|instagram|tiktok|whatsapp|telegram|t|reddit|tumblr|zalo|"
    r"weibo|vk|ok|line|flipboard|addthis|addtoany|sharethis|doubleclick|googlesyndication)\.(?:com|me|ru|net|org)$"
)
"""Hosts of share buttons and advertisements."""
