"""Controls that are words of a sentence: a term with a glossary behind it is a button, a share a meter.

A button beside a text stays one: it ends its line after a full stop, or its line has no other text.
"""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute, elements_beside

LONGEST = 60
"""Letters of a control that is a word or two of a sentence."""

LONGEST_ITEM = 200
"""Letters of an item that one can tick off."""

LEAST_TITLE, LEAST_PANEL, MOST_LINKS = 6, 20, 20
"""Letters of a button that is the title of a text, letters of that text, and links of it that are looked at."""

LEAST_TITLES = 2
"""Such buttons from which they are titles; a menu has one, and its lists have no paragraphs."""

LEAST_AROUND = 12
"""Letters of the sentence around it."""

CONTROLS = ("button", "label", "meter", "progress")
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SENTENCES = _HEADINGS | {"p", "li", "td", "dd", "blockquote"}
_INLINE = frozenset(("a", "b", "i", "em", "strong", "span", "code", "kbd", "dfn", "abbr"))
_PANELS = frozenset(("div", "section", "article", "li", "dd"))
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
    controls = elements.of(*CONTROLS)
    said = [
        node for node in controls if _may_be_said(node) and (_is_word(node) or _is_item(node) or _is_heading(node))
    ]
    for node in said:
        elements.unwrapped(node)
        node.unwrap()
    titles = [
        node
        for node, attributes in elements.attributed("button")
        if "aria-expanded" in attributes and _opens_text(node)
    ]
    if len(titles) < LEAST_TITLES:
        return
    for node in titles:
        heading = elements.tree.create_node("h4")
        heading.attrs["aria-expanded"] = "false"
        heading.attrs["aria-controls"] = attribute(node, "aria-controls")
        heading.insert_child(node.text(deep=True).strip())
        node.replace_with(heading)
    elements.changed()


def _opens_text(node: LexborNode) -> bool:
    """Whether a button is the title of the text behind it, which a click opens: a question of a list of them."""
    box = node.parent
    if box is None or box.tag not in _PANELS:
        return False
    title = node.text(deep=True).strip()
    panel = next(elements_beside(node, "next"), None)
    if panel is None or panel.tag not in _PANELS or not LEAST_TITLE <= len(title) <= LONGEST_ITEM:
        return False
    text = len(" ".join(panel.text(deep=True).split()))
    links = sum(len(link.text(deep=True)) for link in panel.css("a")[:MOST_LINKS])
    return text >= LEAST_PANEL and 2 * links < text and panel.css_first("p") is not None


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
