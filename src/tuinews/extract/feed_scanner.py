"""Feed XML, however broken, read by a scanner of tags that never fails.

XML as feeds have it is not XML: entities of HTML without a DTD, unclosed elements, naked markup, a PHP warning
before the first tag. So no XML parser reads it. The scanner knows no entity declarations (a DOCTYPE is dropped, so
that nothing can be expanded), goes over each character a bounded number of times, and makes elements only of what
makes up the feed.
"""

import re

from tuinews.extract.feed_xml import MAX_TAG, Element, Scope

MAX_DEPTH = 64
"""Elements within each other; deeper ones stay in the source of their ancestor and get no node."""

MAX_ELEMENTS = 400_000
"""Elements of one feed; what follows is not read."""

TEXTS = {
    "title", "description", "summary", "content", "subtitle", "tagline", "abstract", "body", "fullitem", "info",
    "rights", "copyright", "content:encoded", "xhtml:body", "dc:title", "dc:description", "dc:rights",
    "media:title", "media:description", "itunes:summary", "itunes:subtitle", "itunes:title",
}  # fmt: skip
"""Elements that hold text or markup and never elements of the feed."""

ENTRIES = frozenset(("item", "entry"))

_TAG = re.compile(
    r"<(?:(/?)([A-Za-z_\x80-\U0010ffff][\w.:\-]*)"
    r"((?>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(?=>)|[^<>]*+)>"
    r"|(!\[CDATA\[|!--|!|\?))"
)
_DECLARATION = re.compile(r"[^<>]*+>")
_DOCTYPE = re.compile(r"[^\[<>]*+(?:\[(?:[^\]\"']++|\"[^\"]*+\"|'[^']*+')*+\]\s*)?>")


def parse_xml(source: str) -> Element:
    """A nameless root element with everything of `source` below it; never raises."""
    return _Scanner(source).run()


class _Scanner:
    """One pass over the tags of a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        scope = Scope({"atom": "", "a10": "", "atom10": "", "": ""})
        self.root = self.top = Element(source, "", "", 0, None, scope)
        self.depth = 0
        self.too_deep = 0
        self.elements = 0
        self.cdata_end = -1
        self.no_comment_end = self.doctype_seen = False

    def run(self) -> Element:
        """Read to the end, or to the limit of elements."""
        position = 0
        search = _TAG.search
        while self.elements < MAX_ELEMENTS:
            found = search(self.source, position)
            if found is None:
                break
            position = found.end()
            end, raw, tag, other = found.groups()
            if other:
                position = self._skip(other, position)
            elif end:
                self._close(raw, found.start())
            else:
                self._open(raw, tag, found.start(), position)
        while self.top.parent is not None:
            self._pop(len(self.source))
        self.root.end = len(self.source)
        return self.root

    def _open(self, raw: str, tag: str, start: int, position: int) -> None:
        empty = tag.endswith("/")
        top = self.top
        if top.markup or top.name in TEXTS:
            if raw.rpartition(":")[2].lower() not in ENTRIES or top.scope.name(raw) not in ENTRIES:
                if not empty and raw == top.raw:
                    self.too_deep += 1
                top.markup = True
                return
            # an entry within a text: that text was never closed
            self.too_deep = 0
        elif self.depth >= MAX_DEPTH:
            self.too_deep += not empty
            return
        element = Element(self.source, raw, tag, position, top, top.scope)
        if element.name in ENTRIES:
            self._close_entry(start)
            element.parent = self.top
        self.elements += 1
        siblings = self.top.children
        if isinstance(siblings, list):
            siblings.append(element)
        else:
            self.top.children = [element]
        if not empty:
            self.top = element
            self.depth += 1

    def _close_entry(self, position: int) -> None:
        """An entry begins: one that is still open ends here."""
        element: Element | None = self.top
        while element is not None:
            if element.name in ENTRIES:
                while self.top is not element:
                    self._pop(position)
                self._pop(position)
                return
            element = element.parent

    def _close(self, raw: str, position: int) -> None:
        if self.too_deep and (raw == self.top.raw or not self.top.markup):
            self.too_deep -= 1
            return
        element: Element | None = self.top
        while element is not None and element.raw != raw:
            element = element.parent
        if element is None:
            return
        while self.top is not element:
            self._pop(position)
        self._pop(position)
        self.too_deep = 0

    def _pop(self, position: int) -> None:
        self.top.end = position
        if self.top.parent is not None:
            self.top = self.top.parent
            self.depth -= 1

    def _skip(self, opening: str, position: int) -> int:
        """Where reading goes on after a CDATA section, comment, processing instruction or declaration."""
        if opening == "![CDATA[":
            return self._after_cdata(position)
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

    def _after_cdata(self, position: int) -> int:
        """The end of a CDATA section; one that another begins within was never closed, and ends with its tag."""
        if self.cdata_end < position:
            # Kept, so that a thousand openings before one end do not each look for it.
            end = self.source.find("]]>", position)
            self.cdata_end = len(self.source) if end < 0 else end
        following = self.source.find("<![CDATA[", position, self.cdata_end)
        if following < 0 and self.cdata_end < len(self.source):
            return self.cdata_end + 3
        limit = self.cdata_end if following < 0 else following
        tag_end = self.source.find(f"</{self.top.raw}", position, limit)
        return limit if tag_end < 0 else tag_end
