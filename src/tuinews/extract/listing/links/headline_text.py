"""The words of a headline without what else stands in its element: kickers, counts, dates, bullets."""

import re

from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import LABEL, TITLE

_SMALL = 8
_BULLET = re.compile(r"^(?:[•·▪■►▶●○◦»›]+\s*|[-–—]\s+)(?=\S)")
_STAMP = re.compile(r"[\s(\[]*\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d(?::\d\d)?)?[\s)\]]*$")
_STAMP_BEHIND = re.compile(
    r"(?<=\S)\s*[(\[]\s*\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?:[\s,|-]*\d{1,2}:\d\d)?\s*[)\]]$"
)


def without_labels(outline: Outline, index: int) -> str:
    """A headline's text less the kickers, counts and times that stand inside its element."""
    labels = {
        n.index for n in outline.nodes[index + 1 : outline.nodes[index].end] if n.tag and _is_label(outline, n)
    }
    whole = outline.text(index)
    if not labels:
        return _bare(whole)
    text = outline.text_between(index, outline.nodes[index].end, labels)
    return _bare(text if 2 * width(text) > width(whole) or width(text) >= 15 else whole)


def _is_label(outline: Outline, node: Node) -> bool:
    if TITLE.search(node.names):
        return False
    if node.tag in ("time", "small", "sup") or LABEL.search(node.names):
        return True
    return node.end - node.index <= _SMALL and bool(_STAMP.match(outline.text(node.index)))


def _bare(title: str) -> str:
    """A headline less a bullet before it and a date in brackets behind it."""
    return _STAMP_BEHIND.sub("", _BULLET.sub("", title))
