"""The plain text of a title in which markup and the names of tags are written alike.

RSS does not say whether a title is text or HTML, and people write both: `<b>Storm</b> nine`, `The <video> tag`.
Markup is a tag with attributes or with its partner; without either it is a name, and stays.
"""

import re

from tuinews.extract.feed.elements import joined_surrogates
from tuinews.text import TITLE_LIMIT, clean_line, unescaped

_ELEMENTS = frozenset((
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote",
    "br", "button", "canvas", "caption", "center", "cite", "code", "data", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "i", "iframe", "img", "input", "ins", "kbd", "label", "li", "main", "mark", "marquee",
    "math", "nav", "nobr", "object", "ol", "p", "path", "picture", "pre", "q", "rb", "rp", "rt", "rtc", "ruby",
    "s", "samp", "section", "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "svg",
    "table", "tbody", "td", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
))  # fmt: skip
_VOID = frozenset((
    "br", "hr", "img", "input", "wbr", "embed", "source",
))  # fmt: skip
_READINGS = re.compile(
    r"<(rt|rp|rtc)\b[^<>]*>.*?(?:</\1\s*>|(?=<(?:rt|rp|rtc|rb|/ruby)\b)|\Z)", re.DOTALL | re.IGNORECASE
)
"""What ruby sets above its word: the word is the title."""

_DRAWN = re.compile(
    r"<img\b[^<>]*?\salt\s*=\s*[\"'](?=[^\"']{0,11}[^\x00-\x7f])([^\"'<>\w\s]{1,12})[\"'][^<>]*>", re.IGNORECASE
)
"""An emoji that a program made a picture of, with the sign itself as its words."""

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:[\s/][^<>]*)?)>")
_ATTRIBUTE = re.compile(r"\s[A-Za-z_:@][\w:.\-]*\s*=")
_GLUED = re.compile(r"\S")


def plain_title(text: str | None, kind: str | None) -> str:
    """A title as one safe line. What is not said to be text may be HTML."""
    value = (text or "")[: TITLE_LIMIT * 16]
    if kind != "text":
        value = _without_markup(value) if "<" in value else value
        value = unescaped(joined_surrogates(value) if "&#" in value else value)
    return clean_line(value)


def with_signs(markup: str) -> str:
    """`markup` with the emoji that stand in it as pictures as the signs that they are."""
    return _DRAWN.sub(r"\1", markup) if "alt=" in markup and not markup.isascii() else markup


def _without_markup(value: str) -> str:
    value = with_signs(value)
    if "<r" in value or "<R" in value:
        value = _READINGS.sub("", value)
    tags = [tag for tag in _TAG.finditer(value) if tag["name"].lower() in _ELEMENTS]
    if not tags:
        return value
    markup = _partners(tags) | {place for place, tag in enumerate(tags) if _ATTRIBUTE.search(tag["rest"])}
    if markup:
        markup |= {place for place, tag in enumerate(tags) if tag["name"].lower() in _VOID}
    parts: list[str] = []
    end = 0
    for place, tag in enumerate(tags):
        if place in markup or _is_break(tag):
            parts += [value[end : tag.start()], " " if tag["name"].lower() in _BLOCKS else ""]
            end = tag.end()
    return "".join([*parts, value[end:]])


def _partners(tags: list[re.Match[str]]) -> set[int]:
    """The places of the tags that are closed, and of those that close them."""
    open_tags: dict[str, list[int]] = {}
    found: set[int] = set()
    for place, tag in enumerate(tags):
        name = tag["name"].lower()
        if not tag["close"]:
            open_tags.setdefault(name, []).append(place)
        elif open_tags.get(name):
            found |= {open_tags[name].pop(), place}
    return found


def _is_break(tag: re.Match[str]) -> bool:
    """Whether a lone tag parts two words or begins the title: glued to both, it is no word of a sentence.

    Nor is one that closes what was cut off before, glued to the last word.
    """
    before, after = tag.string[: tag.start()], tag.string[tag.end() :]
    if tag["close"] and not after.strip():
        return bool(_GLUED.match(before[-1:])) and before[-1] != ">"
    if tag["name"].lower() not in _BLOCKS:
        return False
    return bool(_GLUED.match(after)) and after[0] != "<" and (not before or bool(_GLUED.match(before[-1])))
