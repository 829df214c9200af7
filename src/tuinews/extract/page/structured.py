"""The metadata that a page declares: meta tags, links, JSON-LD (schema.org); read once and leniently.

It may be wrong, since pages repeat the defaults of a template. Those who use it compare it with the visible page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from html import unescape
from typing import Any

from selectolax.lexbor import LexborNode

from tuinews.extract.mojibake import mended_value
from tuinews.extract.page.metadata_nodes import MetadataNodes
from tuinews.extract.page.tree import attribute
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

MAX_NODES = 2_000
"""JSON-LD objects of one page that are read."""

MAX_DEPTH = 8
"""Objects inside each other that are read; the graphs of pages nest three or four."""

MAX_TITLE, MAX_CONTENT, MAX_STRING, MAX_SAME = 500, 2000, 200_000, 20
"""Characters of a title, of a meta tag and of a JSON-LD string that are kept, and meta tags of one name."""

_ARTICLE = re.compile(
    r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|Review|NewsReport|SocialMediaPosting|Posting)$"
)
_COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*.*?\*/|//[^\n]*\n)|(?:-->|\]\]>|//\s*\]\]>|;)\s*$", re.DOTALL)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8});", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,500}>")

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Structured:
    """The meta tags by lower-case name, the `link`s by relation, the JSON-LD objects, `<title>`, and `lang`.

    Without slots, since what many ask for is found once.
    """

    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    nodes: tuple[Node, ...] = ()
    title: str = ""
    lang: str = ""
    base: str = ""
    """The `href` of the `base` element, "" if there is none."""

    def meta(self, *names: str) -> str:
        """The first content among meta tags of these names, in the order asked; "" if there is none."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    @cached_property
    def articles(self) -> tuple[Node, ...]:
        """The JSON-LD objects that describe an article, in page order."""
        return tuple(node for node in self.nodes if _is_article(node))

    @cached_property
    def body(self) -> str:
        """The longest `articleBody`, as plain text in one line; "" if there is none."""
        return max((string_of(node.get("articleBody")) for node in self.articles), key=len, default="")


def structured_of(found: MetadataNodes) -> Structured:
    """The metadata in these elements of a page."""
    metas: dict[str, tuple[str, ...]] = {}
    for node in found.metas:
        _read_meta(node.attributes, metas)
    links: dict[str, str] = {}
    for node in found.links:
        attributes = node.attributes
        links.setdefault((attributes.get("rel") or "").lower(), attributes.get("href") or "")
    links.pop("", None)
    title = clean_line(_decoded(found.titles[0].text()), MAX_TITLE) if found.titles else ""
    lang = attribute(found.root, "lang") or attribute(found.root, "xml:lang")
    base = next((href for node in found.bases if (href := attribute(node, "href"))), "")
    return Structured(metas, links, tuple(_nodes(found.scripts)), title, lang, base)


def _read_meta(attributes: Mapping[str, str | None], metas: dict[str, tuple[str, ...]]) -> None:
    content = attributes.get("content")
    if content:
        for key in ("property", "name", "itemprop"):
            name = attributes.get(key)
            if name:
                name = name.lower()
                metas[name] = (*metas.get(name, ())[:MAX_SAME], clean_line(_decoded(content), MAX_CONTENT))


def _decoded(text: str) -> str:
    """A text without the entities that were escaped once too often: "Chi&amp;#7871;n" is read as "Chi&#7871;n"."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def string_of(value: object) -> str:
    """A JSON-LD value as one line of text: a string, the first of a list, an object's `@value` or `name`."""
    if isinstance(value, list):
        value = next((v for v in value if v), None)
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    if "<" in value:
        value = _TAG.sub(" ", value)
    return clean_line(mended_value(_decoded(unescape(value)) if "&" in value else value), MAX_STRING)


def _nodes(scripts: Iterable[LexborNode]) -> Iterator[Node]:
    count = 0
    for script in scripts:
        if "ld+json" not in attribute(script, "type").lower():
            continue
        for node in _flat(_loaded(script.text_content or script.text(deep=True))):
            yield node
            count += 1
            if count >= MAX_NODES:
                return


def _loaded(text: str) -> object:
    """The JSON of a script, also with comments around it, trailing commas and raw newlines in strings."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_TRAILING_COMMA.sub("", _COMMENT.sub("", _COMMENT.sub("", text))), strict=False)
    except (ValueError, RecursionError):
        return None


def _flat(value: object, depth: int = 0) -> Iterator[Node]:
    """Every object of a list, a `@graph`, or a page's `mainEntity`."""
    if isinstance(value, list):
        for item in value[:MAX_NODES]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict) and depth < MAX_DEPTH:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item"):
            if isinstance(value.get(key), list | dict):
                yield from _flat(value[key], depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
