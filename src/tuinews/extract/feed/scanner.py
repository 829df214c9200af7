"""Feed XML, however broken, read by a scanner of tags that never fails.

XML as feeds have it is not XML: entities of HTML without a DTD, unclosed elements, naked markup, a PHP warning
before the first tag. So no XML parser reads it. The scanner knows no entity declarations (a DOCTYPE is dropped, so
that nothing can be expanded), goes over each character a bounded number of times, and makes elements only of what
makes up the feed.
"""

import re

from tuinews.extract.feed.elements import MAX_TAG, Element, ElementScope
from tuinews.extract.feed.feed_reader import UNREAD
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

MAX_DEPTH = 64
"""Elements within each other; deeper ones stay in the source of their ancestor and get no node."""

MAX_ELEMENTS = 200_000
"""Elements of one feed; what follows is not read."""

TEXTS = {
    "title", "description", "summary", "content", "subtitle", "tagline", "abstract", "body", "fullitem", "info",
    "rights", "copyright", "content:encoded", "xhtml:body", "dc:title", "dc:description", "dc:rights",
    "media:title", "media:description", "itunes:summary", "itunes:subtitle", "itunes:title",
    "encoded", "fulltext", "full-text", "yandex:full-text", "turbo:content",
}  # fmt: skip
"""Elements that hold text or markup and never elements of the feed."""

ENTRIES = frozenset(("item", "entry"))

_NAMED_BY = frozenset(("link", "guid", "id", "enclosure"))
_BESIDE_TITLE = frozenset((
    "guid", "link", "pubdate", "description", "author", "dc:creator", "dc:date", "id", "updated", "published",
    "content", "content:encoded", "category", "enclosure", "comments",
))  # fmt: skip
"""What stands beside the title of an entry: within it, the title was never closed."""

_LONGEST_TITLE = 5000
"""Characters of a title in which its closing tag is looked for."""

_LONG = frozenset(
    (
        "description",
        "summary",
        "content",
        "abstract",
        "body",
        "fullitem",
        "content:encoded",
        "xhtml:body",
        "encoded",
    )
)
"""What an entry is told by, and what may be cut without it being another."""

_NAME = r"[A-Za-z_\x80-\U0010ffff][\w.:\-]*"
_INSIDE = r"(?>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(?=>)|[^<>]*+"
_TAG = late_pattern(rf"</({_NAME})[^<>]*+>|<({_NAME})({_INSIDE})>(?:([^<]*+)</\2\s*+>)?+|<(!\[CDATA\[|!--|!|\?)")
"""A closing tag; an opening one, with its closing tag where only text is between; the start of anything else."""

_CLOSE, _LEAF, _OTHER = 1, 4, 5
"""The last group of `_TAG` that matched, which is the kind of the tag."""

_END = late_pattern(r"</(?:rss|feed|channel|rdf:rdf)\s*>\s*\Z", re.IGNORECASE)
_ROOT = late_pattern(r"(?:[\w.-]+:)?(?:rss|feed|rdf)", re.IGNORECASE)
_TAIL = 200
"""Characters at the end in which a whole document closes its root."""

_DECLARATION = late_pattern(r"[^<>]*+>")
_DOCTYPE = late_pattern(r"[^\[<>]*+(?:\[(?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')*+\]\s*)?>")


_PREFIXES = {"atom": "", "a10": "", "atom10": "", "": ""}
"""Prefixes that feeds forget to declare."""


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """The elements of a feed: a nameless root with everything below it, and the entries wherever they are.

    `placed` is whether an element may have a base or a language of its own.
    """

    root: Element
    entries: list[Element]
    placed: bool


def parse_xml(source: str) -> FeedDocument:
    """The elements of `source`; never raises."""
    return _Scanner(source).run()


class _Scanner:
    """One pass over the tags of a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root = self.top = Element("", "", 0, len(source), None, ElementScope(source, _PREFIXES))
        self.elements = self.depth = self.inner = 0
        self.cdata_end = -1
        self.no_comment_end = self.doctype_seen = self.placed = False
        self.entries: list[Element] = []

    def run(self) -> FeedDocument:
        """Read to the end, or to the limit of elements."""
        source, search = self.source, _TAG.search
        position = 0
        while self.elements < MAX_ELEMENTS:
            found = search(source, position)
            if found is None:
                break
            position = found.end()
            kind = found.lastindex
            if kind == _CLOSE:
                self._close(found[1], found.start())
                if self.top is self.root and self.entries and _ROOT.fullmatch(found[1]):
                    break  # behind its end stands what a host adds to all that it serves
            elif kind == _OTHER:
                position = self._skip(found[5], position)
            elif self.top.name in TEXTS and not self._ends_text(found[2], found.start()):
                self._inside_text(found[2], found[3], leaf=kind == _LEAF)
            elif kind == _LEAF and not found[3].endswith("/"):
                if found[2] not in UNREAD:
                    self._add(found[2], found[3], *found.span(4), found.start())
            else:
                position = self._open(found[2], found[3], found.end(3) + 1, found.start())
        if not _END.search(source[-_TAIL:]) and _is_cut_short(self.top, self.entries):
            self.entries.pop()
        self._close_to(self.root, len(source))
        return FeedDocument(self.root, self.entries, self.placed)

    def _add(self, raw: str, tag: str, start: int, end: int, before: int) -> Element:
        """A new element in the one that is open; an entry ends an entry that is still open."""
        top = self.top
        self.elements += 1
        element = Element(raw, tag, start, end, top, top.scope)
        if element.name in ENTRIES:
            top = element.parent = self._outside_entry(before)
            self.entries.append(element)
        if tag and ("lang" in tag or "base" in tag or "LANG" in tag or "BASE" in tag):
            self.placed = True
        if top.children:
            top.children.append(element)  # type: ignore[attr-defined]  # a list as soon as it is not empty
        else:
            top.children = [element]
        return element

    def _open(self, raw: str, tag: str, start: int, before: int) -> int:
        """Where reading goes on: after the tag, or after the closing one where a CDATA section is all between."""
        if tag.endswith("/"):
            self._add(raw, tag, start, start, before)
        elif self.depth >= MAX_DEPTH:
            self.inner += 1
        elif self.source.startswith("<![CDATA[", start) and (end := self._leaf_end(raw, start + 9)):
            self._add(raw, tag, start, end, before)
            return end + len(raw) + 3
        else:
            self.top = self._add(raw, tag, start, start, before)
            self.depth += 1
        return start

    def _leaf_end(self, raw: str, position: int) -> int:
        end = self._after_cdata(raw, position)
        return end if self.source.startswith(f"</{raw}>", end) else 0

    def _outside_entry(self, position: int) -> Element:
        place: Element | None = self.top
        while place is not None:
            if place.name in ENTRIES and place.parent is not None:
                self._close_to(place.parent, position)
                break
            place = place.parent
        return self.top

    def _ends_text(self, raw: str, position: int) -> bool:
        """An entry within a text, or a field of one within its title: that text was never closed."""
        if self.top.name == "title" and self.top.parent is not None and self._is_open_title(raw):
            self._close_to(self.top.parent, position)
            return True
        if raw.rpartition(":")[2].lower() not in ENTRIES or self.top.scope.name(raw) not in ENTRIES:
            return False
        self._outside_entry(position)
        if self.top.name in TEXTS and self.top.parent is not None:
            self._close_to(self.top.parent, position)  # a text of the feed itself
        return self.top.name not in TEXTS

    def _is_open_title(self, raw: str) -> bool:
        """Whether no closing tag comes before the next title; where one does, "<link>" is a word of this one."""
        if self.top.scope.name(raw) not in _BESIDE_TITLE:
            return False
        start, limit = self.top.start, self.top.start + _LONGEST_TITLE
        closing = self.source.find("</title", start, limit)
        following = self.source.find("<title", start, limit)
        return closing < 0 or 0 <= following < closing

    def _inside_text(self, raw: str, tag: str, *, leaf: bool) -> None:
        self.top.markup = True
        if raw == self.top.raw and not leaf and not tag.endswith("/"):
            self.inner += 1

    def _close(self, raw: str, position: int) -> None:
        place: Element | None = self.top
        if self.inner and (raw == self.top.raw or self.top.name not in TEXTS):
            self.inner -= 1
            return
        small = raw.lower()
        while place is not None and place.raw != raw and place.raw.lower() != small:
            place = place.parent
        if place is not None and place.parent is not None:
            self._close_to(place.parent, position)

    def _close_to(self, place: Element, position: int) -> None:
        while self.top is not place and self.top.parent is not None:
            self.top.end = position
            self.top = self.top.parent
            self.depth -= 1
        self.inner = 0

    def _skip(self, opening: str, position: int) -> int:
        """Where reading goes on after a CDATA section, comment, processing instruction or declaration."""
        if opening == "![CDATA[":
            return self._after_cdata(self.top.raw, position)
        if opening == "!--":
            end = -1 if self.no_comment_end else self.source.find("-->", position)
            self.no_comment_end = end < 0
            return position if end < 0 else end + 3
        pattern = _DECLARATION
        if not self.doctype_seen and self.source[position : position + 7].upper() == "DOCTYPE":
            self.doctype_seen = True
            pattern = _DOCTYPE
        ended = pattern.match(self.source, position, position + MAX_TAG)
        return ended.end() if ended else position

    def _after_cdata(self, raw: str, position: int) -> int:
        """The end of a CDATA section; one that another begins within was never closed, and ends with its tag."""
        if self.cdata_end < position:
            # Kept, so that a thousand openings before one end do not each look for it.
            end = self.source.find("]]>", position)
            self.cdata_end = len(self.source) if end < 0 else end
        following = self.source.find("<![CDATA[", position, self.cdata_end)
        if following < 0 and self.cdata_end < len(self.source):
            return self.cdata_end + 3
        limit = self.cdata_end if following < 0 else following
        tag_end = self.source.find(f"</{raw}", position, limit)
        return limit if tag_end < 0 else tag_end


def _is_cut_short(place: Element | None, entries: list[Element]) -> bool:
    """Whether a source without an end breaks off in its last entry before all is there that tells it from others.

    Half a title or half an address would be another article than the whole one of the next time.
    """
    is_within_name = place is not None and place.name not in ENTRIES and place.name not in _LONG
    while place is not None and place.name not in ENTRIES:
        place = place.parent
    if place is None or is_within_name:
        return place is not None
    return len(entries) > 1 and not any(child.name in _NAMED_BY for child in place.children)
