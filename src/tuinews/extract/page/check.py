"""Whether a text is a web page, or what else it is and what the user can do with it.

A piece of HTML with one tag is enough for a page. A text without tags is data or plain text, and one that begins
with the element of a feed is a feed.
"""

import re

from tuinews.errors import ExtractError, Remedy
from tuinews.language import N_, _
from tuinews.late import late_pattern

LOOKED_AT = 200_000
"""Characters at the beginning in which a tag of HTML or the version of a JSON feed is looked for."""

_TAG = late_pattern(r"<(!doctype\s+html|[a-z][\w.:-]*)", re.IGNORECASE)
_OTHER_TAG = late_pattern(r"(?:[\w.-]+:)?(rss|rdf|feed|channel|urlset|sitemapindex|opml)", re.IGNORECASE)
_HTML_TAG = late_pattern(
    r"</?(?:!doctype\s+html|html|head|body|title|meta|link|script|style|main|article|section|header|footer|nav|aside"
    r"|h[1-6r]|p|br|div|span|a|b|i|u|s|q|em|strong|small|big|center|font|sub|sup|ul|ol|li|dl|dt|dd|table|t[rdh]|tbody"
    r"|thead|figure|figcaption|picture|img|svg|video|audio|iframe|blockquote|pre|code|time|form|input|button|label"
    r"|details|summary|[a-z]+-[a-z-]+)(?=[\s/>])",
    re.IGNORECASE,
)
_JSON = late_pattern(r"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\"\]\d-]|true\b|false\b|null\b))")
_JSON_FEED = late_pattern(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_IS = {
    "urlset": (N_("a sitemap"), Remedy.ADD_SOURCE),
    "sitemapindex": (N_("a sitemap"), Remedy.ADD_SOURCE),
    "opml": (N_("a list of sources"), Remedy.ADD_LIST),
}
_FEED = (N_("a feed"), Remedy.ADD_SOURCE)
_DATA = (N_("JSON data"), N_("open it with another program"))
_PLAIN = (N_("plain text"), N_("open it with another program"))


def check_page(text: str, where: str) -> None:
    """Raises ExtractError, which names `where` and says what the text is, if it is not a web page.

    Takes microseconds for a page, since its first tag decides. An empty text passes.
    """
    other = _other_than_page(text)
    if other is not None:
        what, do = other
        raise ExtractError(
            where, _("this is {what}, not a web page", what=_(what)), do if isinstance(do, Remedy) else _(do)
        )


def _other_than_page(text: str) -> tuple[str, str] | None:
    first = _TAG.search(text)
    before = text[: first.start()] if first else text
    start = before.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "[") and _JSON.match(start):
        return _FEED if _JSON_FEED.search(text, 0, LOOKED_AT) else _DATA
    if first is None:
        return _PLAIN if start and not _HTML_TAG.search(text, 0, LOOKED_AT) else None
    other = _OTHER_TAG.fullmatch(first[1])
    if other is not None:
        return _IS.get(other[1].lower(), _FEED)
    return None if _HTML_TAG.match(text, first.start()) or _HTML_TAG.search(text, 0, LOOKED_AT) else _PLAIN
