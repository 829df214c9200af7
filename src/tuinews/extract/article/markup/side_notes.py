"""Notes that stand inside a sentence, shown in the margin or on a click: made notes below the text.

Where the page has the same note at its end too, as themes do for narrow screens, the one in the sentence goes.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.markup.nodes import class_of, outermost
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tags import BLOCKS

_SIDE = re.compile(
    r"(?:^|[\s_-])(?:side-?note|margin-?note|inline-?footnote|footnote-?inline)(?=$|[\s])", re.IGNORECASE
)
_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡§¶])[\]).:]*\s*")
MOST_NOTES = 500
"""Notes of one page that are taken out of their sentences; a long essay has a hundred."""

_SELECTOR = "span[class*='note'], small[class*='note'], aside[class*='note']"


def notes_out_of_lines(elements: PageElements) -> None:
    """Takes these notes out of their sentences."""
    names = elements.inline_names()
    if "note" not in names or not _SIDE.search(names):
        return
    tree = elements.tree
    notes = [node for node in outermost(tree.css(_SELECTOR)) if _SIDE.search(class_of(node)) and _is_note(node)]
    if not notes:
        return
    body = tree.body.text(deep=True, separator=" ") if tree.body is not None else ""
    whole = " ".join(body.split())
    for count, node in enumerate(notes[:MOST_NOTES], 1):
        text = " ".join(node.text(deep=True, separator=" ").split())
        number = _NUMBER.match(text)
        said = text[number.end() :] if number else text
        if said and whole.count(said) > 1 and _is_told_below(node, said):
            node.decompose()
        else:
            _below(tree, node, number[1] if number else str(count))
    elements.changed()


def _is_note(node: LexborNode) -> bool:
    """Whether an element is in a line and shown; what is hidden until a script fills it has no number."""
    if node.parent is None or (node.tag or "") in BLOCKS:
        return False
    return "hidden" not in node.attributes or _NUMBER.match(node.text(deep=True)) is not None


def _is_told_below(node: LexborNode, said: str) -> bool:
    """Whether the words of a note stand outside of it too."""
    inside = " ".join(node.text(deep=True, separator=" ").split())
    return inside.count(said) == 1


def _below(tree: LexborHTMLParser, node: LexborNode, label: str) -> None:
    """Puts a note below the text in which it stands, with a mark in its place."""
    block = node.parent
    while block is not None and (block.tag or "") not in BLOCKS:
        block = block.parent
    if block is None or block.tag == "body":
        return
    note, mark = tree.create_node("div"), tree.create_node("a")
    note.attrs["id"], mark.attrs["href"] = f"fn-{label}", f"#fn-{label}"
    mark.insert_child(label)
    shown = [child for child in node.iter(include_text=True) if not _NUMBER.fullmatch(child.text(deep=True))]
    for child in shown:
        if child.tag != "-text" and "style" in child.attributes:
            del child.attrs["style"]
        note.insert_child(child)
    if block.parent is not None:
        block.parent.insert_child(note)
        node.replace_with(mark)
