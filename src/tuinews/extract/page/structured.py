"""What a page says of itself to machines: meta tags, links, JSON-LD (schema.org); read once, and leniently.

Nothing here is believed: pages repeat a template's defaults. `metadata` weighs it against what the reader sees.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from selectolax.lexbor import LexborNode

from tuinews.extract.mojibake import mended_value
from tuinews.extract.page.metadata_nodes import MetadataNodes
from tuinews.extract.page.tree import attribute
from tuinews.text import clean_line

MAX_NODES = 2_000
"""JSON-LD objects of one page that are looked at."""

_ARTICLE = re.compile(
    r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|Review|NewsReport|SocialMediaPosting|Posting)$"
)
_COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*.*?\*/|//[^\n]*\n)|(?:-->|\]\]>|//\s*\]\]>|;)\s*$", re.DOTALL)
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_TAG = re.compile(r"<[^>]{0,500}>")

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Structured:
    """The meta tags by lower-case name, the `link`s by relation, the JSON-LD objects, `<title>`, and `lang`."""

    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    nodes: tuple[Node, ...] = ()
    title: str = ""
    lang: str = ""
    base: str = ""
    """The `href` of the `base` element, "" where there is none."""

    def meta(self, *names: str) -> str:
        """The first content among meta tags of these names, in the order asked; "" where there is none."""
        for name in names:
            for value in self.metas.get(name, ()):
                if value:
                    return value
        return ""

    @property
    def articles(self) -> tuple[Node, ...]:
        """The JSON-LD objects that describe an article, in page order."""
        return tuple(node for node in self.nodes if _is_article(node))

    @property
    def body(self) -> str:
        """The longest `articleBody`, as plain text in one line; "" where there is none."""
        return max((string_of(node.get("articleBody")) for node in self.articles), key=len, default="")


def structured_of(marked: MetadataNodes) -> Structured:
    """What the tags of a page tell."""
    metas: dict[str, tuple[str, ...]] = {}
    for node in marked.metas:
        _read_meta(node.attributes, metas)
    links: dict[str, str] = {}
    for node in marked.links:
        attributes = node.attributes
        links.setdefault((attributes.get("rel") or "").lower(), attributes.get("href") or "")
    links.pop("", None)
    title = clean_line(marked.titles[0].text(), 500) if marked.titles else ""
    lang = attribute(marked.root, "lang") or attribute(marked.root, "xml:lang")
    base = next((href for node in marked.bases if (href := attribute(node, "href"))), "")
    return Structured(metas, links, tuple(_nodes(marked.scripts)), title, lang, base)


def _read_meta(attributes: Mapping[str, str | None], metas: dict[str, tuple[str, ...]]) -> None:
    content = attributes.get("content")
    if content:
        for key in ("property", "name", "itemprop"):
            name = attributes.get(key)
            if name:
                name = name.lower()
                metas[name] = (*metas.get(name, ())[:20], clean_line(content, 2000))


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
    return clean_line(mended_value(unescape(value) if "&" in value else value), 200_000)


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
    """The JSON of a script: comments around it, trailing commas and raw newlines in strings are forgiven."""
    for candidate in (text, _TRAILING_COMMA.sub("", _COMMENT.sub("", _COMMENT.sub("", text)))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(value: object, depth: int = 0) -> Iterator[Node]:
    """Every object of a list, a `@graph`, or a page's `mainEntity`."""
    if isinstance(value, list):
        for item in value[:MAX_NODES]:
            yield from _flat(item, depth + 1)
    elif isinstance(value, dict) and depth < 8:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "item"):
            if isinstance(value.get(key), list | dict):
                yield from _flat(value[key], depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
