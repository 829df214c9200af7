"""The page that an entry, or a feed, leads people to, among the addresses that its elements hold."""

import re
from collections.abc import Callable, Sequence

from tuinews.address import OUTSIDE
from tuinews.extract.feed.elements import Element
from tuinews.extract.feed.values import resolve

ByName = dict[str, list[Element]]
BaseOf = Callable[[Element], str | None]

_HTML_TYPES = frozenset(("", "text/html", "html", "xhtml", "application/xhtml+xml"))
_RELATIONS = "http://www.iana.org/assignments/relation/"
"""What stands before the name of a relation where it is written as an address (RFC 4287, 4.2.7.2)."""

_ORIGINAL = ("feedburner:origlink", "pheedo:origlink")
"""The address itself, where a link leads to it by way of somebody who counts."""

_HREF = re.compile(r"<a\s[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_SCHEME_TWICE = re.compile(r"https?:/{0,2}(?=https?:/)", re.IGNORECASE)
_BROKEN_LINE = re.compile(r"\s*[\r\n]\s*")
"""Where a program broke a long address over two lines and indented the second."""

_NO_PAGE = ("javascript:", "data:", "about:", "mailto:")


def page_link(by_name: ByName, base_of: BaseOf) -> str | None:
    """The page for people: the original address, RSS's link, Atom's alternate of an HTML type, any alternate, the
    page that is the content.
    """
    for name in _ORIGINAL:
        for element in by_name.get(name, ()):
            address = _address(element, base_of)
            if address:
                return address
    fallback = None
    for element in by_name.get("link", ()):
        href = _href(element)
        if href is None:
            address = _address(element, base_of)
            if address:
                return address
        elif relation(element) == "alternate":
            address = resolve(base_of(element), href)
            if (element.get("type") or "").lower() in _HTML_TYPES:
                return address
            fallback = fallback or address
    return fallback or _source_of_content(by_name.get("content", ()), base_of)


def related_link(by_name: ByName, base_of: BaseOf) -> str | None:
    """What an entry without a page of its own is about, else where it was found, else the entry by itself."""
    for wanted in ("related", "via", "self"):
        for element in by_name.get("link", ()):
            href = _href(element)
            if href is not None and relation(element) == wanted:
                return resolve(base_of(element), href)
    return None


def _href(element: Element) -> str | None:
    return element.get("href") or element.get("url") or element.get("uri")


def relation(element: Element) -> str:
    """What a link of Atom is to its entry: "alternate" where it does not say."""
    return (element.get("rel") or "alternate").lower().removeprefix(_RELATIONS)


def _address(element: Element, base_of: BaseOf) -> str | None:
    """The address that an element holds as its text: escaped once too often, with its scheme twice, or as markup,
    which no address is on purpose.
    """
    text = element.text
    is_markup = "<" in text or element.scope.source.find("<a", element.start, element.end) >= 0
    found = (_HREF.search(text) or _HREF.search(element.inner)) if is_markup else None
    text = found[1] if found else text
    text = _BROKEN_LINE.sub("", text) if "\n" in text or "\r" in text else text
    text = _SCHEME_TWICE.sub("", text.replace("&amp;", "&")).strip(OUTSIDE)
    return None if not text or text.lower().startswith(_NO_PAGE) else resolve(base_of(element), text)


def _source_of_content(contents: Sequence[Element], base_of: BaseOf) -> str | None:
    """The page that an entry has in place of its text (RFC 4287, 4.1.3.2)."""
    for content in contents:
        source = content.get("src")
        if source and (content.get("type") or "").lower() in _HTML_TYPES:
            return resolve(base_of(content), source)
    return None
