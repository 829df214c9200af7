"""A feed inside a web page, as programs that drive a browser hand it on: what the browser showed of it."""

import html
import re

from tuinews.late import late_pattern

_SNIFFED = 4096
"""Characters in which the feed begins, if it is wrapped."""

_BEFORE = (
    r"\s*+(?:<!doctype[^<>]*>\s*+)?<html[^<>]*>\s*+"
    r"(?:<head[^<>]*>(?:(?!</head>).){0,2000}?</head>\s*+)?<body[^<>]*>\s*+"
)
_SHOWN = late_pattern(
    _BEFORE + r"<pre[^<>]*>\s*+(?=&lt;(?:\?xml|rss|feed|rdf:rdf|urlset|sitemapindex)\b|\{)",
    re.DOTALL | re.IGNORECASE,
)
"""The source of a document as browsers show what they have no other way to show."""

_WITHIN = late_pattern(
    _BEFORE + r"(?:<div\b[^<>]*>\s*+){0,3}(?=<(?:\?xml|rss|feed|rdf:rdf)\b)", re.DOTALL | re.IGNORECASE
)
_DOCTYPE = late_pattern(
    r"\s*+<!doctype\s+html[^<>]*>\s*+(?=<(?:\?xml|rss|feed|rdf:rdf|urlset|sitemapindex)\b)", re.IGNORECASE
)
"""The first line of a page before a document that is none: a template put it there."""

_CALL = late_pattern(
    r"\s*+(?:\)\]\}',?|(?:while|for)\s*\([\d;]*\);|(?:/\*\*/)?\s*[A-Za-z_$][\w$.]{0,60}\()\s*+(?=[{\[])"
)
"""What stands before JSON so that no other site's script can read it, or so that one can (JSONP)."""

_PART = late_pattern(r"&lt;(?:channel|entry|item|url|sitemap)\b|(?:\"|&quot;)items(?:\"|&quot;)", re.IGNORECASE)
"""What a feed has, and a page that shows how one begins has not."""

_END_OF_SOURCE = late_pattern(r"</pre\s*>", re.IGNORECASE)


def unwrapped(text: str) -> str:
    """The feed that a page consists of; `text` itself where it is anything else."""
    start = text[:_SNIFFED]
    before = _DOCTYPE.match(start) or _CALL.match(start)
    if before:
        return text[before.end() :]
    if "<html" not in start and "<HTML" not in start:
        return text
    found = _SHOWN.match(start)
    if found and _PART.search(text, found.end(), found.end() + _SNIFFED):
        end = _END_OF_SOURCE.search(text, found.end())
        return html.unescape(text[found.end() : end.start() if end else len(text)])
    found = _WITHIN.match(start)
    return text[found.end() :] if found else text
