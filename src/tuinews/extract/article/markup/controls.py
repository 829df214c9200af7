"""Controls that are words of a sentence: a term with a glossary behind it is a button, a share a meter.

A button beside a text stays one: it ends its line after a full stop, or its line has no other text.
"""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute

LONGEST = 60
"""Letters of a control that is a word or two of a sentence."""

LONGEST_ITEM = 200
"""Letters of an item that one can tick off."""

LEAST_AROUND = 12
"""Letters of the sentence around it."""

CONTROLS = ("button", "label", "meter", "progress")
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SENTENCES = _HEADINGS | {"p", "li", "td", "dd", "blockquote"}
_INLINE = frozenset(("a", "b", "i", "em", "strong", "span", "code", "kbd", "dfn", "abbr"))
_NO_SENTENCES = frozenset(("form", "fieldset", "nav"))
_ACTION = re.compile(
    r"(?:^|[\s_-])(?:copy|share|close|play|save|bookmark|follow|subscribe|like|toggle|expand|collapse|btn|submit|next|prev)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_ENDS = frozenset(".!?…。！？।؟:;")
_WORD = re.compile(r"\w")


def spoken_controls(elements: PageElements) -> None:
    """Makes plain text of the controls of a page that are words of a sentence."""
    said = [
        node
        for node in elements.of(*CONTROLS)
        if _may_be_said(node) and (_is_word(node) or _is_item(node) or _is_heading(node))
    ]
    for node in said:
        elements.unwrapped(node)
        node.unwrap()


def _is_item(node: LexborNode) -> bool:
    """Whether a label is all of an item that one can tick off, as the ingredients of a recipe are."""
    item = node.parent
    if node.tag != "label" or item is None or item.tag != "li":
        return False
    return item.css_first("input[type=checkbox]") is not None and _is_all_of(node, item)


def _is_heading(node: LexborNode) -> bool:
    """Whether a button is all of a heading, which opens what it heads: a question of a list of them."""
    heading = node.parent
    if node.tag != "button" or heading is None or heading.tag not in _HEADINGS:
        return False
    pieces = [
        one for one in node.traverse(include_text=True) if one.tag == "-text" and one.text(deep=True).strip()
    ]
    return "aria-expanded" in node.attributes and len(pieces) == 1 and _is_all_of(node, heading)


def _is_all_of(node: LexborNode, item: LexborNode) -> bool:
    text = node.text(deep=True).strip()
    return 0 < len(text) <= LONGEST_ITEM and text == item.text(deep=True).strip()


def _is_word(node: LexborNode) -> bool:
    text = node.text(deep=True).strip()
    if not 0 < len(text) <= LONGEST or not _WORD.search(text) or node.css_first("input, select, svg, img"):
        return False
    if _ACTION.search(attribute(node, "class")):
        return False
    before, after = _text_beside(node, "prev"), _text_beside(node, "next")
    if len(before) + len(after) < LEAST_AROUND:
        return False
    return bool(after) or (bool(before) and before[-1] not in _ENDS)


def _text_beside(node: LexborNode, step: str) -> str:
    """The text on one side of an element, in its line: what is wrapped around the control is none of it."""
    parts: list[str] = []
    here: LexborNode | None = node
    while here is not None:
        beside: LexborNode | None = getattr(here, step)
        while beside is not None:
            if beside.tag == "-text" or (beside.tag in _INLINE and "hidden" not in beside.attributes):
                parts.append(beside.text_content or "" if beside.tag == "-text" else beside.text(deep=True))
            beside = getattr(beside, step)
        here = here.parent
        if here is None or not (here.tag in _INLINE or "-" in (here.tag or "")):
            break
    return " ".join("".join(parts if step == "next" else parts[::-1]).split())


def _may_be_said(node: LexborNode) -> bool:
    """Whether an element lies in what holds sentences, and in no form."""
    above, said = node.parent, False
    while above is not None:
        if above.tag in _NO_SENTENCES:
            return False
        said = said or above.tag in _SENTENCES
        above = above.parent
    return said
