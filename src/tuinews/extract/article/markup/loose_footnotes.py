"""Footnotes that no link joins to their marks, or a link to an anchor: brought to links to blocks with ids.

A mark is a number or a sign, raised or in brackets, in a line of text; its note is a later block that begins with
the same one. An exponent has no such block, so it stays what it is.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.blocks.footnotes import NOTE_ID
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tags import BLOCKS
from tuinews.extract.page.tree import attribute

_LABEL = re.compile(r"[\s\[(]*((?:\*|※|注|註)?\d{1,3}|[*†‡§¶]{1,3})[\s\]).:]*")
_COLONS = frozenset((":", "：", ".", ")"))
_NUMBERED = re.compile(r"(\d{1,3})$")
_MARKS = "sup, hr, p > strong:first-child, p > b:first-child"
_ANCHORED = "a[href^='#']"
LONGEST_BEGINNING = 200
"""Characters of a note in which its number is looked for; markup may begin with blanks."""

MOST_ANCHORED = 60
"""Marks from which they refer to a list of literature, which is a part of the article like others."""

MOST_MARKS = 2_000
"""Marks of one page that are looked at; books on the web have some hundred."""


def joined_footnotes(elements: PageElements) -> None:
    """Makes `<a href="#fn-1">` of the marks, and `id="fn-1"` of the blocks of their notes."""
    marks = [
        link
        for link, attributes in elements.attributed("a")
        if (attributes.get("href") or "").startswith("#") and _label_of(link)
    ]
    if marks and len(marks) <= MOST_ANCHORED:
        _join_anchors(elements.tree, marks)
        elements.changed()
    if elements.of("sup") and _join_raised(elements.tree):
        elements.changed()


def _label_of(node: LexborNode) -> str:
    found = _LABEL.fullmatch(node.text(deep=True))
    return found[1] if found else ""


def _block_of(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and (above.tag or "") not in BLOCKS:
        above = above.parent
    return above if above is not None and above.tag != "body" else None


def _begins(node: LexborNode, block: LexborNode) -> bool:
    """Whether nothing but blanks stands before a node in its block."""
    here: LexborNode | None = node
    while here is not None and here.mem_id != block.mem_id:
        before = here.prev
        while before is not None:
            if (before.tag or "-")[0] != "!" and before.tag != "-comment" and before.text(deep=True).strip():
                return False
            before = before.prev
        here = here.parent
    return True


def _is_joined(node: LexborNode, tree: LexborHTMLParser) -> bool:
    """Whether a mark leads to a note already."""
    link = node if node.tag == "a" else node.css_first("a")
    link = link or (node.parent if node.parent is not None and node.parent.tag == "a" else None)
    return link is not None and NOTE_ID.match(attribute(link, "href")[1:]) is not None


def _join_raised(tree: LexborHTMLParser) -> bool:
    """Marks and notes that are told by the same raised number; after a rule the notes may be numbered in bold.

    Whether the page has such marks.
    """
    marks: dict[str, LexborNode] = {}
    notes: dict[str, tuple[LexborNode, LexborNode]] = {}
    rule: LexborNode | None = None
    named = _named_notes(tree)
    for node in tree.css(_MARKS)[:MOST_MARKS]:
        if node.tag == "hr":
            rule = node
            continue
        label, block = _label_of(node), _block_of(node)
        if not label or block is None or _is_joined(node, tree):
            continue
        if _begins(node, block):
            if label in marks and label not in notes and (node.tag == "sup" or rule is not None):
                notes[label] = (block, node)
        elif node.tag == "sup":
            marks.setdefault(label, node)
    for label, mark in marks.items():
        if label not in notes and label in named:
            _link(tree, mark, label, named[label])
    for label, (block, number) in notes.items():
        if _has_more(block, number):
            _link(tree, marks[label], label)
            _number(
                tree, block, number, label, [one.mem_id for one, _ in notes.values()], after_rule=rule is not None
            )
    return bool(marks)


def _has_more(block: LexborNode, number: LexborNode) -> bool:
    return len(block.text(deep=True).strip()) > len(number.text(deep=True).strip()) + 1


def _named_notes(tree: LexborHTMLParser) -> dict[str, str]:
    """The ids of blocks that are called notes and to which nothing leads, by the number in them."""
    named: dict[str, str] = {}
    led_to = {attribute(link, "href")[1:] for link in tree.css(_ANCHORED)}
    for node in tree.css("li[id], div[id], p[id], dd[id]"):
        found = _NUMBERED.search(node.id or "")
        if found and NOTE_ID.match(node.id or "") and node.id not in led_to:
            named.setdefault(found[1], node.id or "")
    return named


def _link(tree: LexborHTMLParser, mark: LexborNode, label: str, name: str = "") -> None:
    link = tree.create_node("a")
    link.attrs["href"] = f"#{name or 'fn-' + label}"
    link.insert_child(label)
    for child in list(mark.iter(include_text=True)):
        child.decompose()
    mark.insert_child(link)


def _number(
    tree: LexborHTMLParser,
    block: LexborNode,
    number: LexborNode,
    label: str,
    others: list[int],
    *,
    after_rule: bool,
) -> None:
    """Gives the block of a note its id; after a rule what follows up to the next note is of it."""
    number.decompose()
    following = []
    beside = block.next
    while beside is not None and beside.mem_id not in others:
        if (beside.tag or "-")[0] not in "-!":
            following.append(beside)
        beside = beside.next
    if not (following and after_rule and _follows_rule(block)):
        block.attrs["id"] = f"fn-{label}"
        if following and block.parent is not None:
            block.parent.insert_child(block)
            block.decompose()
        return
    note = tree.create_node("div")
    note.attrs["id"] = f"fn-{label}"
    for part in (block, *following):
        note.insert_child(part)
    block.replace_with(note)
    for part in following:
        part.decompose()


def _follows_rule(block: LexborNode) -> bool:
    before = block.prev
    while before is not None:
        if before.tag == "hr":
            return True
        before = before.prev
    return False


def _apart(tree: LexborHTMLParser) -> None:
    """Makes blocks of notes that stand in one, an anchor before each and line breaks between them."""
    for block in {
        one.mem_id: one for link in tree.css("p > br + a[name]") if (one := link.parent) is not None
    }.values():
        parts: list[LexborNode] = [tree.create_node("p")]
        for child in block.iter(include_text=True):
            if child.tag == "a" and attribute(child, "name") and _label_of(child):
                parts.append(tree.create_node("p"))
            parts[-1].insert_child(child)
        for part in reversed(parts):
            if part.text(deep=True).strip():
                block.insert_after(part)
        block.decompose()


def _join_anchors(tree: LexborHTMLParser, marks: list[LexborNode]) -> None:
    """Marks that link to an anchor at the beginning of a block, or to a block whose id says nothing of notes."""
    _apart(tree)
    places = {one.id: one for one in tree.css("[id]") if one.id}
    places |= {attribute(one, "name"): one for one in tree.css("a[name]")}
    for mark in marks:
        target = places.get(attribute(mark, "href")[1:])
        block = _block_of(mark)
        if target is None or block is None or _begins(mark, block):
            continue
        name = attribute(mark, "href")[1:]
        note = target if (target.tag or "") in BLOCKS else _block_of(target)
        if note is None or NOTE_ID.match(note.id or "") or note.mem_id == block.mem_id:
            continue
        if _begins(target, note) and _first_label(note) == _label_of(mark):
            mark.attrs["href"], note.attrs["id"] = f"#fn-{name}", f"fn-{name}"
            if note.mem_id != target.mem_id and _label_of(target):
                _without_label(target)


def _without_label(label: LexborNode) -> None:
    """Takes the label of a note out, with the colon in an element of its own behind it."""
    colon = label.next
    if colon is not None and (colon.tag or "-")[0] not in "-!" and colon.text(deep=True).strip() in _COLONS:
        colon.decompose()
    label.decompose()


def _first_label(note: LexborNode) -> str:
    """The number or the sign with which a note begins."""
    found = _LABEL.match(note.text(deep=True)[:LONGEST_BEGINNING].lstrip())
    return found[1] if found else ""
