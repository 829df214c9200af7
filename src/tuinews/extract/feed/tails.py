"""The last paragraph that programs add to each text of a feed: "The post TITLE appeared first on SITE."

Told by its links, since each language has its own words: one to the entry itself, by its title, and one to the
front page of a site, in a short paragraph at the end.
"""

import re
from urllib.parse import urlsplit

from tuinews import address
from tuinews.text import unescaped

_LAST = re.compile(r"<p\b[^<>]*>((?:(?!</?p\b).){1,3000})</p>\s*\Z", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<a\b[^<>]*?\shref\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_ANY = re.compile(r"<[^<>]*>")
_BESIDE = 100
"""Letters that such a paragraph may have beside the title."""

_TAIL = 5000
"""Characters at the end of a text among which its last paragraph is looked for."""


def without_tail(markup: str | None, link: str | None, title: str) -> str | None:
    """`markup` without such a paragraph, for the entry at `link` that is called `title`."""
    if not markup or not link or "</p>" not in markup[-_TAIL:]:
        return markup
    begin = markup.lower().rfind("<p", max(0, len(markup) - _TAIL))
    last = _LAST.match(markup, begin) if begin >= 0 else None
    if last is None or len(_words(last[1])) > len(title) + _BESIDE:
        return markup
    links = _LINK.findall(last[1])
    leads_to_itself = any(_same(href, link) and _words(text) == title for href, text in links)
    leads_to_front = any(urlsplit(href.strip()).path in ("", "/") for href, _ in links if not _same(href, link))
    return markup[: last.start()].rstrip() if leads_to_itself and leads_to_front else markup


def _same(href: str, link: str) -> bool:
    return address.canonical(unescaped(href.strip())) == address.canonical(link)


def _words(markup: str) -> str:
    return " ".join(unescaped(_ANY.sub("", markup)).split())
