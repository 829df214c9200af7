"""Elements of HTML that were written as JSON: those of React, of rehype and of Nuxt's content."""

from collections.abc import Mapping
from html import escape

from tuinews.extract.page.patterns import words
from tuinews.quick_dataclass import dataclass

_KEPT = words(
    """
    p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code a b strong i em s sub sup br hr table thead tbody tr th td
    figure figcaption img picture source dl dt dd cite q mark small time abbr u
    """
)
_LEFT_OUT = words(
    "nav aside footer header form button select script style svg template noscript iframe input label head"
)
_VOID = words("br hr img source")
_ATTRIBUTES = ("href", "src", "srcset", "srcSet", "alt", "datetime", "colspan", "rowspan", "start", "cite")


@dataclass(frozen=True, slots=True)
class StatedElement:
    """An element: its name ("" for a component), its attributes, and what is in it."""

    tag: str
    attributes: Mapping[str, object]
    children: object

    @property
    def is_left_out(self) -> bool:
        """Whether it is furniture of a page."""
        return self.tag in _LEFT_OUT

    @property
    def is_inline(self) -> bool:
        """Whether it stands in the midst of a line."""
        return self.tag in (
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "sub",
            "sup",
            "code",
            "br",
            "span",
            "cite",
            "q",
            "mark",
            "u",
        )

    def around(self, inner: str) -> str:
        """The element as HTML with `inner` in it."""
        if self.tag not in _KEPT:
            return inner if self.is_inline else f"<div>{inner}</div>"
        said = "".join(
            f' {name.lower()}="{escape(value)}"'
            for name in _ATTRIBUTES
            if isinstance(value := self.attributes.get(name), str) and value
        )
        return f"<{self.tag}{said}>" + ("" if self.tag in _VOID else f"{inner}</{self.tag}>")


def element_of(value: object) -> StatedElement | None:
    """The element that a value is, None if it is none."""
    if isinstance(value, list):
        return _listed(value)
    if not isinstance(value, dict):
        return None
    tag, properties = value.get("tagName") or value.get("tag"), value.get("properties") or value.get("props")
    if isinstance(tag, str) and "children" in value and (value.get("type") == "element" or "tagName" in value):
        return StatedElement(tag.lower(), properties if isinstance(properties, Mapping) else {}, value["children"])
    kind, properties = value.get("type"), value.get("props")
    if isinstance(kind, str) and isinstance(properties, Mapping) and "children" in properties and "key" in value:
        return StatedElement(kind if kind.islower() else "", properties, properties["children"])
    return None


def _listed(value: list[object]) -> StatedElement | None:
    """`["$", tag, key, {…}]` of React, or `[tag, {…}, child, …]` of Nuxt's content."""
    if len(value) >= 4 and value[0] == "$" and isinstance(value[1], str) and isinstance(value[3], Mapping):
        tag, properties = value[1] if value[1][:1] != "$" else "", value[3]
        return StatedElement(tag, properties, properties.get("children"))
    if len(value) >= 2 and isinstance(value[0], str) and isinstance(value[1], Mapping) and value[0] in _KEPT:
        return StatedElement(value[0], value[1], value[2:])
    return None
