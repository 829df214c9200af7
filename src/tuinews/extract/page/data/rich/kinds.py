"""What a block of rich text in JSON is, by what editors and newspapers call it.

Portable text (Sanity), Contentful, ProseMirror, Slate, Lexical, Draft.js, Editor.js, Gutenberg, Wix, Prismic, Arc
and Medium all say `type` and mean the same dozen things in other words: `paragraph`, `ParagraphBlock`,
`core/paragraph`, `unstyled`, `P`. The words of the name decide.
"""

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache

from tuinews.extract.page.patterns import words


class BlockKind(Enum):
    """The kinds of blocks that editors have."""

    PARAGRAPH = auto()
    HEADING = auto()
    LIST = auto()
    ITEM = auto()
    QUOTE = auto()
    IMAGE = auto()
    CODE = auto()
    RULE = auto()
    BREAK = auto()
    INLINE = auto()
    LEFT_OUT = auto()


_TYPES = (
    "_type",
    "type",
    "nodeType",
    "__typename",
    "tagName",
    "tag",
    "blockType",
    "blockName",
    "kind",
    "component",
    "__component",
)
_WORD = re.compile(r"[A-Z]+(?![a-z])\d?|[A-Z]?[a-z]+\d?|\d")

_LEFT_OUT = words(
    """
    ad ads advert adverts advertisement advertising promo promotion newsletter signup related readmore
    recommended recommendation recommendations interstitial seealso teaser teasers embed oembed video audio script
    style social poll form tags share comments comment subscription paywall cta button sponsor sponsored breadcrumb
    breadcrumbs navigation menu byline toc iframe player podcast livestream
    """
)
_BY_WORD: Mapping[str, BlockKind] = {
    word: kind
    for kind, names in (
        (BlockKind.IMAGE, "image img figure picture photo asset"),
        (BlockKind.CODE, "code pre codeblock"),
        (BlockKind.QUOTE, "blockquote quote pullquote bq pq citation"),
        (BlockKind.ITEM, "listitem li uli oli bullet"),
        (BlockKind.LIST, "list ul ol bulletlist orderedlist numberedlist"),
        (
            BlockKind.HEADING,
            "heading header headline subhead subheading subtitle crosshead intertitle h1 h2 h3 h4 h5 h6 heading1 "
            "heading2 heading3 heading4 heading5 heading6",
        ),
        (BlockKind.RULE, "hr divider delimiter separator thematic horizontal"),
        (BlockKind.BREAK, "br hardbreak linebreak softbreak"),
        (BlockKind.PARAGRAPH, "paragraph p para unstyled prose"),
        (BlockKind.INLINE, "text span fragment inline link hyperlink a strong em b i bold italic emphasis mark"),
    )
    for word in names.split()
}
_LEVELS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ORDERED = re.compile(r"^(?:ol|oli|number)|ordered(?<!unordered)|numbered", re.IGNORECASE)


def name_of(block: Mapping[str, object]) -> str:
    """What a block is called, "" where it says nothing: its type, of portable text its style."""
    item, style = block.get("listItem"), block.get("style")
    if block.get("_type") == "block":
        return f"{item} item" if isinstance(item, str) else style if isinstance(style, str) else "paragraph"
    for key in _TYPES:
        value = block.get(key)
        if isinstance(value, str) and value:
            return value
    name = block.get("name")
    return name if isinstance(name, str) and name.startswith("core/") else ""


def kind_of(block: Mapping[str, object]) -> BlockKind | None:
    """What a block is, None if its name tells nothing."""
    return _kind_of_name(name_of(block)[-80:])


@lru_cache(maxsize=4_000)
def _kind_of_name(name: str) -> BlockKind | None:
    found = [word.lower() for word in _WORD.findall(name)]
    if not found:
        return None
    if any(word in _LEFT_OUT for word in found):
        return BlockKind.LEFT_OUT
    if name in ("normal", "block"):
        return BlockKind.PARAGRAPH
    if name == "item" or (found[-1] == "item" and {"list", "bullet", "number", "numbered"} & set(found)):
        return BlockKind.ITEM
    kinds = [_BY_WORD[word] for word in found if word in _BY_WORD]
    if BlockKind.LIST in kinds and found[-1] in ("list", "lists"):
        return BlockKind.LIST
    for kind in BlockKind:
        if kind in kinds and kind is not BlockKind.INLINE:
            return kind
    return kinds[0] if kinds else None


def level_of(block: Mapping[str, object]) -> int:
    """The level of a heading, 2 where it says none."""
    for holder in (block, *(block.get(key) for key in ("data", "attrs", "attributes", "model", "headingData"))):
        if isinstance(holder, Mapping):
            level = holder.get("level")
            if isinstance(level, int | str) and str(level).lstrip("h").isdigit():
                return min(max(int(str(level).lstrip("h")), 1), 6)
            tag = holder.get("tag")
            if isinstance(tag, str) and re.fullmatch(r"h[1-6]", tag):
                return int(tag[1])
    name = name_of(block).lower()
    digit = re.search(r"[1-6]", name)
    return int(digit[0]) if digit else next((level for word, level in _LEVELS.items() if word in name), 2)


def is_ordered(block: Mapping[str, object]) -> bool:
    """Whether a list or an item of one is numbered."""
    data = block.get("data") or block.get("attributes")
    said = [name_of(block), block.get("listType"), block.get("list_type"), block.get("style")]
    said += [data.get("style"), data.get("ordered")] if isinstance(data, Mapping) else []
    return any(
        value is True or (isinstance(value, str) and _ORDERED.search(value) is not None)
        for value in (*said, block.get("ordered"))
    )
