"""The elements of a feed: names with known prefixes, attributes, and the text of a slice of the source.

The tree is shallow: what lies inside a title or a content is no elements but a slice of the source, made into text
or markup when someone asks for it.
"""

import html
import re
from collections.abc import Sequence

from tuinews.late import late_pattern

MAX_TAG = 65_536
"""Characters of one tag; the attributes of a longer one are not looked at."""

NAMESPACES = {
    "backend.userland.com/rss": "",
    "blogs.law.harvard.edu/tech/rss": "",
    "purl.org/rss/1.0": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "",
    "purl.org/rss/1.0/modules/rss091": "",
    "purl.org/net/rss1.1": "",
    "www.w3.org/2005/atom": "",
    "purl.org/atom/ns": "",
    "example.com/newformat": "",
    "example.com/necho": "",
    "purl.org/echo": "",
    "uri/of/echo/namespace": "",
    "purl.org/pie": "",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/rss/1.0/modules/syndication": "sy",
    "purl.org/rss/1.0/modules/slash": "slash",
    "purl.oclc.org/net/rss_2.0/enc": "enc",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "search.yahoo.com/mrss": "media",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "www.pheedo.com/namespace/pheedo": "pheedo",
    "news.yandex.ru": "yandex",
    "turbo.yandex.ru": "turbo",
    "wellformedweb.org/commentapi": "wfw",
    "purl.org/syndication/thread/1.0": "thr",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/xml/1998/namespace": "xml",
}
"""Namespace addresses in lower case without their scheme and the sign at their end, which feeds mistake, and the
prefix under which the rest of the code knows them."""

_XHTML = "www.w3.org/1999/xhtml"
_NO_XHTML = frozenset(("rss", "feed", "channel", "item", "entry"))
"""Elements that are none of a page, whatever a template says of their namespace."""

_ATTRIBUTE = late_pattern(r"([^\s=\"'/<>]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_USUAL_ATTRIBUTE = late_pattern(r"\s([^\s=\"'/<>]+)=\"([^\"=]*)\"")
_ENTITY = late_pattern(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
_OTHER_ENTITY = late_pattern(r"&(?:#|(?!amp;)[A-Za-z])")
_SURROGATES = late_pattern(
    r"&#(?:x([dD][89abAB][0-9a-fA-F]{2})|(5[56]\d{3}));&#(?:x([dD][c-fC-F][0-9a-fA-F]{2})|(5[67]\d{3}));",
    re.IGNORECASE,
)
_CDATA = late_pattern(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_ESCAPED_CDATA = late_pattern(r"<!?\[CDATA\[(.*)\]\]>", re.DOTALL)
_NO_TEXT = late_pattern(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ANY_TAG = late_pattern(r"<(?:/?[A-Za-z_\x80-\U0010ffff][^<>]*|![^<>]*)>")
_PREFIX = late_pattern(r"(</?)[A-Za-z_][\w.\-]*:(?=[A-Za-z_])")


class ElementScope:
    """The source, and the namespace prefixes that hold at one place of it."""

    __slots__ = ("_prefixes", "names", "source")

    def __init__(self, source: str, prefixes: dict[str, str]) -> None:
        self.source, self._prefixes = source, prefixes
        self.names: dict[str, str] = {}

    def name(self, raw: str) -> str:
        """The name of a tag with the prefix that this code knows, in lower case ("a10:Link" is "link").

        `names` remembers it.
        """
        prefix, _, local = raw.lower().rpartition(":")
        prefix = self._prefixes.get(prefix, prefix)
        name = self.names[raw] = f"{prefix}:{local}" if prefix else local
        return name

    def declared(self, raw: str, attributes: dict[str, str]) -> "ElementScope":
        """The scope within the tag `raw` with these attributes."""
        prefixes = dict(self._prefixes)
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                prefix = key[6:]
                uri = value.strip().lower().rpartition("://")[2].rstrip("/#")
                if uri.startswith("backend.userland.com/rss"):
                    uri = "backend.userland.com/rss"
                if uri == _XHTML and raw.lower() in _NO_XHTML:
                    continue
                # an unknown namespace keeps the prefix that the feed gave it
                prefixes[prefix] = NAMESPACES.get(uri, prefix)
        return ElementScope(self.source, prefixes)


class Element:
    """A tag of a feed with what it holds; `start` and `end` are where its content lies in the source.

    `raw` is the name as written, `tag` what follows it up to the ">"; `markup` says that tags lie within a text.
    """

    __slots__ = ("_attributes", "children", "end", "markup", "name", "parent", "raw", "scope", "start", "tag")

    def __init__(
        self, raw: str, tag: str, start: int, end: int, parent: "Element | None", scope: ElementScope
    ) -> None:
        self.raw = raw
        self.tag = tag
        self.start = start
        self.end = end
        self.parent = parent
        self.children: Sequence[Element] = ()
        self.markup = False
        if tag:
            self._attributes: dict[str, str] | None = None
            if "xmlns" in tag:
                scope = scope.declared(raw, self.attributes)
        self.scope = scope
        self.name = scope.names.get(raw) or scope.name(raw)

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by lower-case name, entities decoded; the first of two of one name counts."""
        if self._attributes is None:
            self._attributes = _attributes(self.tag) if len(self.tag) <= MAX_TAG else {}
        return self._attributes

    def get(self, name: str) -> str | None:
        """The value of an attribute without white space around it, or None."""
        if not self.tag:
            return None
        value = self.attributes.get(name)
        if value is None and ":" in name and ":" in self.tag:
            value = next((said for key, said in self.attributes.items() if self._means(key, name)), None)
        return None if value is None else value.strip()

    def _means(self, key: str, name: str) -> bool:
        """Whether an attribute is `name` under the prefix that the feed has for its namespace."""
        return key.endswith(name[name.index(":") :]) and self.scope.name(key) == name

    def child(self, name: str) -> "Element | None":
        """The first child of that name."""
        return next((c for c in self.children if c.name == name), None)

    @property
    def text(self) -> str:
        """The text within, entities decoded and tags left out."""
        return text_of(self.scope.source[self.start : self.end])

    @property
    def inner(self) -> str:
        """The markup within as HTML: CDATA escaped, comments out, prefixes off the tags."""
        raw = self.scope.source[self.start : self.end]
        if "<!" in raw or "<?" in raw:
            raw = _CDATA.sub(lambda m: html.escape(m[1], quote=False), raw)
            raw = _NO_TEXT.sub("", raw)
        return _PREFIX.sub(r"\1", raw).strip()


def _attributes(tag: str) -> dict[str, str]:
    if "'" not in tag and "&" not in tag:
        pairs = _USUAL_ATTRIBUTE.findall(tag)
        if len(pairs) == tag.count("="):
            return {key.lower(): value for key, value in reversed(pairs)}
    found: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(key.lower(), decode_entities(double or single or bare))
    return found


def joined_surrogates(text: str) -> str:
    """`text` with one character for each two references to the halves of a surrogate pair, as programs write them
    whose strings are UTF-16.
    """
    return _SURROGATES.sub(_joined, text)


def _joined(pair: re.Match[str]) -> str:
    high, low = (
        int(hexadecimal or "0", 16) or int(number) for hexadecimal, number in (pair.group(1, 2), pair.group(3, 4))
    )
    is_pair = 0xD800 <= high < 0xDC00 <= low < 0xE000
    return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00) if is_pair else pair[0]


def decode_entities(text: str) -> str:
    """Character references and the entities of HTML, each once and only where a semicolon ends it."""
    if "&" not in text:
        return text
    # The five of XML make up nearly all and are quickest as replacements; "&amp;" must come last.
    if "&#" in text:
        text = joined_surrogates(text)
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
    if _OTHER_ENTITY.search(text):
        return _ENTITY.sub(lambda m: html.unescape(m[0]), text)
    return text.replace("&amp;", "&")


def text_of(raw: str) -> str:
    """The text of a slice of a feed: CDATA unchanged, the rest without tags and with entities decoded."""
    if "<" not in raw:
        return _within_marks(decode_entities(raw).strip())
    stripped = raw.strip()
    if stripped.startswith("<![CDATA[") and stripped.find("]]>") == len(stripped) - 3:
        return stripped[9:-3].strip()
    parts: list[str] = []
    for i, part in enumerate(_CDATA.split(raw)):
        parts.append(part if i % 2 else decode_entities(_ANY_TAG.sub("", _NO_TEXT.sub("", part))))
    return _within_marks("".join(parts).strip())


def _within_marks(text: str) -> str:
    """What is marked as not to be escaped by a program that escaped the marks, or set them twice."""
    section = _ESCAPED_CDATA.fullmatch(text) if text.startswith(("<![CDATA[", "<[CDATA[")) else None
    return section[1].strip() if section else text
