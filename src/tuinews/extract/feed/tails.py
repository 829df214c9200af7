"""What programs add at the end of each text of a feed: "The post TITLE appeared first on SITE.", "Read more".

Told by its links, since each language has its own words: one to the entry itself, by its title, and one to the
front page of a site, in a short paragraph at the end; or one to the entry alone, below a line that counts posts.
What Reddit and the feeds of Hacker News add is told by its words, which are in no other language.
"""

import re
from urllib.parse import urlsplit

from tuinews import address
from tuinews.extract.listing.links.link_words import MORE
from tuinews.late import late_pattern
from tuinews.text import unescaped

_LAST = late_pattern(r"<p\b[^<>]*>((?:(?!</?p\b).){1,3000})</p>\s*\Z", re.DOTALL | re.IGNORECASE)
_LINK = late_pattern(r"<a\b[^<>]*?\shref\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>(.*?)</a>", re.DOTALL | re.IGNORECASE)
_COUNTED = late_pattern(
    r"<p\b[^<>]*>\s*<small>[^<>]{0,80}\d[^<>]{0,80}</small>\s*</p>\s*"
    r"<p\b[^<>]*>\s*<a\b[^<>]*?\shref\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>[^<>]{1,80}</a>\s*</p>\s*\Z",
    re.IGNORECASE,
)
"""How Discourse ends the first post of a topic: so many posts and people, and the way to them."""

_LONE = late_pattern(
    r"(?:<p\b[^<>]*>\s*|<br\s*/?>\s*)?<a\b[^<>]*?\shref\s*=\s*[\"']([^\"'<>]+)[\"'][^<>]*>([^<>]{1,60})</a>"
    r"\s*(?:</p>\s*)?\Z",
    re.IGNORECASE,
)
"""A last link: "Read more", where it leads to the entry."""

_END_OF_LINK = late_pattern(r"</a>\s*(?:</p>\s*)?\Z", re.IGNORECASE)
_END = 40
"""Characters at the end of a text in which that link ends."""

_SUBMITTED = late_pattern(
    r"(?:&#32;|\s)*submitted by(?:&#32;|\s)*<a\b[^<>]*>\s*/?u/[^<>]{1,60}</a>"
    r".{0,1000}?\[comments\]</a>(?:\s*</span>)?",
    re.DOTALL,
)
_OF_HACKER_NEWS = late_pattern(
    r"(?:<hr\s*/?>\s*)?(?:<p>Article URL: <a\b[^<>]*>[^<>]*</a></p>\s*)?"
    r"<p>Comments URL: <a\b[^<>]*>[^<>]*</a></p>\s*(?:<p>Points: \d+</p>\s*)?(?:<p># Comments: \d+</p>)?"
)
_ANY = late_pattern(r"<[^<>]*>")
_BESIDE = 100
"""Letters that such a paragraph may have beside the title."""

_TAIL = 5000
"""Characters at the end of a text among which its last paragraph is looked for."""


def without_tail(markup: str | None, link: str | None, title: str) -> str | None:
    """`markup` without such a paragraph, for the entry at `link` that is called `title`."""
    if not markup or not link:
        return markup
    if "submitted by" in markup or "Comments URL" in markup:
        markup = _SUBMITTED.sub("", _OF_HACKER_NEWS.sub("", markup)).strip()
    ends_in_link = _END_OF_LINK.search(markup, max(0, len(markup) - _END)) is not None
    begin = markup.rfind("<a", max(0, len(markup) - _TAIL)) if ends_in_link else -1
    lone = _LONE.search(markup, max(0, begin - _BESIDE)) if begin >= 0 else None
    if lone is not None and MORE.match(_words(lone[2])) and _same(lone[1], link):
        markup = markup[: lone.start()].rstrip()
    if "</p>" not in markup[-_TAIL:]:
        return markup
    counted = _COUNTED.search(markup, max(0, len(markup) - _TAIL))
    if counted is not None and _same(counted[1], link):
        return markup[: counted.start()].rstrip()
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
