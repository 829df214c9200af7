"""The words of a headline without the kickers, counts, dates and bullets in the same element."""

import re

from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import LABEL, TITLE

_LABEL_NODES = 8
"""Nodes of an element that may be a date and nothing else: a few `span`s with numbers."""

_LEAST_TITLE = 15
"""Letters that are enough for a title when its labels are taken off, however long these are; otherwise more than
half of the text must stay, since a class called "date" or "more" may be around the title itself."""

_BULLET = re.compile(r"^(?:[•·▪■►▶●○◦»›]+\s*|[-–—]\s+)(?=\S)")
_STAMP = re.compile(r"[\s(\[]*\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d(?::\d\d)?)?[\s)\]]*$")
_STAMP_BEHIND = re.compile(
    r"(?<=\S)\s*[(\[]\s*\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d)?\s*[)\]]$"
)


def without_labels(outline: Outline, index: int) -> str:
    """The text of a headline without the kickers, counts and times inside its element."""
    labels = {
        n.index for n in outline.nodes[index + 1 : outline.nodes[index].end] if n.tag and _is_label(outline, n)
    }
    whole = outline.text(index)
    if not labels:
        return _bare(whole)
    text = outline.text_between(index, outline.nodes[index].end, labels)
    return _bare(text if 2 * width(text) > width(whole) or width(text) >= _LEAST_TITLE else whole)


def _is_label(outline: Outline, node: Node) -> bool:
    if TITLE.search(node.names):
        return False
    if node.tag in ("time", "small", "sup") or LABEL.search(node.names):
        return True
    return node.end - node.index <= _LABEL_NODES and bool(_STAMP.match(outline.text(node.index)))


def _bare(title: str) -> str:
    """A headline without a bullet before it and a date in brackets after it."""
    return _STAMP_BEHIND.sub("", _BULLET.sub("", title))
