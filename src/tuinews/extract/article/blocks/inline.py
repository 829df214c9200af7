"""Elements inside a line of text: the marks that they set, the links, line breaks."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.builder import Builder
from tuinews.extract.article.blocks.credits import LONGEST_CREDIT, begins_as_credit
from tuinews.extract.article.blocks.frames import Leave
from tuinews.extract.article.blocks.spans import MARKS
from tuinews.extract.page.patterns import CREDIT_NAME, SPOKEN_ONLY
from tuinews.extract.page.tree import after_blanks, attribute
from tuinews.model.document import Mark

_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+", re.IGNORECASE)


_PIECES = frozenset(("span", "small", "cite", "i", "em"))
"""Elements of which a caption is made."""


def open_inline(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    """An element of the line: its mark, if it sets one; in a figure it may be told to be the credit."""
    mark = MARKS.get(tag)
    marks, opens = builder.marks, not builder.run
    if mark is not None and mark not in marks and not (builder.heading and mark is Mark.STRONG):
        builder.marks = (*marks, mark)
    name = attribute(node, "class") if builder.in_figure or (opens and tag == "span") else ""
    if name and builder.in_figure and SPOKEN_ONLY.matches(name):
        return None
    if is_credit(builder, node) or (builder.in_figure and _is_credit_piece(node)):
        return builder.open_credit()

    def leave() -> None:
        builder.marks = marks
        if name and opens and tag == "span":
            builder.run.end_of_label()

    return leave


def _is_credit_piece(node: LexborNode) -> bool:
    """Whether a piece of a caption beside another one is nothing but who made the picture: "Image: Mo Reed"."""
    before = node.prev
    if before is None or before.tag not in _PIECES or node.tag not in _PIECES:
        return False
    text = " ".join(node.text(deep=True).split())
    return len(text) <= LONGEST_CREDIT and not text.startswith("Credit.") and begins_as_credit(text)


def is_credit(builder: Builder, node: LexborNode) -> bool:
    """Whether an element of a caption is named as the credit."""
    if not builder.has_captions:
        return False
    attributes = node.attributes
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return name != " " and CREDIT_NAME.matches(name) and builder.in_caption(node)


def open_link(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    """A link; the way back from a note to its reference is none of the text."""
    before, unresolved, href = builder.href, builder.unresolved, (node.attributes.get("href") or "").strip()
    label = node.text(deep=True).strip() if href.startswith("#") else ""
    if href.startswith("#"):
        in_note = any(frame.kind == "note" for frame in builder.frames)
        if builder.notes.is_way_back(label) or (in_note and builder.notes.leads_back(href)):
            return None
        builder.href = builder.notes.reference(href, label)
    elif _MAIL.match(href):
        builder.href = href
    else:
        builder.href, builder.unresolved = None, href

    def leave() -> None:
        builder.href, builder.unresolved = before, unresolved

    return leave


def break_line(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    """A line break; two of them end the paragraph."""
    following = after_blanks(node)
    if following is not None and following.tag == "br":
        builder.flush()
    elif builder.run:
        builder.run.line_break()
    return None
