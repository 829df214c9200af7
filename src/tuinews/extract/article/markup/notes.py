"""Notes that stand in `aside` and are of the text: boxes of documentation ("Note", "Warning"), and footnotes.

`aside` is beside the text as a rule; here it becomes a plain block, so that its lines are read where they stand.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.blocks.footnotes import NOTE_ID
from tuinews.extract.article.markup.nodes import class_of, outermost
from tuinews.extract.page.tree import attribute

_BOX = re.compile(
    r"(?:^|[\s_-])(?:note|warning|tip|caution|danger|important|hint|admonition|callout|notecard|starlight-aside)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_REFERS = ("data-definition", "data-footnote", "data-note", "aria-describedby", "aria-controls")
"""Attributes by which a mark that a script opens names its note."""


def plain_notes(tree: LexborHTMLParser) -> None:
    """Makes `<div>` of `<aside>` where it is a note of the text."""
    marks: dict[str, LexborNode] | None = None
    for aside in outermost(tree.css("aside")):
        identity = aside.id or ""
        if NOTE_ID.match(identity):
            marks = _marks(tree) if marks is None else marks
            if identity in marks:
                marks[identity].attrs["href"] = "#" + identity
                _as_block(tree, aside)
        elif attribute(aside, "role") == "note" or _BOX.search(class_of(aside)):
            _as_block(tree, aside)


def _marks(tree: LexborHTMLParser) -> dict[str, LexborNode]:
    """The links that refer to a note, by its id."""
    found: dict[str, LexborNode] = {}
    for link in tree.css("a[href^='#']"):
        names = [attribute(link, "href")[1:], *(attribute(link, name) for name in _REFERS)]
        for name in names:
            if NOTE_ID.match(name):
                found.setdefault(name.removeprefix("#"), link)
    return found


def _as_block(tree: LexborHTMLParser, aside: LexborNode) -> None:
    block = tree.create_node("div")
    for name in ("id", "class"):
        if value := attribute(aside, name):
            block.attrs[name] = value
    child = aside.child
    while child is not None:
        block.insert_child(child)
        child = child.next
    aside.replace_with(block)
