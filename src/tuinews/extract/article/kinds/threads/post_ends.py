"""What a program sets beside the words of a post, told by its shape: a signature, a label above code, an arrow."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.page.tree import elements_beside

LONGEST_SIGNATURE = 600
"""Letters behind the line above a signature; more are a text that is parted by lines."""

LONGEST_LABEL = 40
"""Letters of what stands above a block of code: "Code:", and a link that selects all of it."""

_RULE = re.compile(r"\s*_{10,}\s*")
_ARROW = re.compile(r"[\s#¶↑↗⬆▲►\ufe0f]+")


def begins_signature(text: str) -> bool:
    """Whether a text is the line that old programs set above a signature (phpBB 2, vBulletin)."""
    return text.lstrip().startswith("____") and _RULE.fullmatch(text) is not None


def from_signature(rule: LexborNode, body: LexborNode) -> list[LexborNode]:
    """The line above a signature and all behind it in the post; [] where that is too much."""
    found: list[LexborNode] = []
    node: LexborNode | None = rule
    while node is not None and node.mem_id != body.mem_id:
        beside: LexborNode | None = node if node.mem_id == rule.mem_id else node.next
        while beside is not None:
            found.append(beside)
            beside = beside.next
        node = node.parent
    size = sum(len(_text(one)) for one in found)
    whole = len(body.text(deep=True))
    return found if size <= LONGEST_SIGNATURE and 2 * size < whole + LONGEST_SIGNATURE else []


def _text(node: LexborNode) -> str:
    return node.text_content or "" if node.tag == "-text" else node.text(deep=True)


def is_sign(text: str) -> bool:
    """Whether the text of a link is nothing but an arrow, which leads to the post that is quoted."""
    return bool(text.strip()) and _ARROW.fullmatch(text) is not None


def labels_code(node: LexborNode) -> bool:
    """Whether an element stands above a block of code in a box that holds nothing else.

    A paragraph is such a label only with a link in it: people write "Try this:" above their code, too.
    """
    text = node.text(deep=True).strip()
    if not 0 < len(text) <= LONGEST_LABEL or (node.tag == "p" and node.css_first("a") is None):
        return False
    if next(elements_beside(node, "prev"), None) is not None:
        return False
    after = list(elements_beside(node, "next"))
    if len(after) != 1 or node.parent is None:
        return False
    code = after[0] if after[0].tag in ("pre", "code") else after[0].css_first("pre, code")
    if code is None or code.text(deep=True).strip() != after[0].text(deep=True).strip():
        return False
    return len(node.parent.text(deep=True).strip()) <= len(text) + len(after[0].text(deep=True)) + 2
