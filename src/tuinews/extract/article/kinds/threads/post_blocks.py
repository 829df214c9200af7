"""The blocks of a thread: for each post a heading with its poster and moment, then what it says."""

from collections.abc import Callable, Sequence

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.blocks import ElementRole, NodeSelection, blocks_of
from tuinews.extract.article.document import document_of
from tuinews.extract.article.kinds.live import LiveEntry
from tuinews.extract.article.kinds.threads.post_ends import (
    begins_signature,
    from_signature,
    is_sign,
    labels_code,
)
from tuinews.extract.article.kinds.threads.post_moment import to_the_minute
from tuinews.extract.article.kinds.threads.post_names import BESIDE_POST, INNER_QUOTE, PICTURE_OF_TEXT, QUOTE
from tuinews.extract.article.kinds.threads.post_notes import MOST_NOTES, begins_note, note_around, title_of_card
from tuinews.extract.article.kinds.threads.post_previews import without_preview
from tuinews.extract.article.kinds.threads.post_quotes import with_short_quotes
from tuinews.extract.article.kinds.threads.posts import Post
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.model.document import Block, Document, Heading, Span

POST_LEVEL = 2
"""The level of the heading of a post: the title of the thread is the first."""

_UNREAD = frozenset(("script", "style", "template", "svg", "button", "form", "input"))


def thread_document(page_lines: PageLines, posts: Sequence[Post], base: str | None) -> Document:
    """The posts in their order; one without text or pictures is left out."""
    return Document(tuple(with_short_quotes(_post(page_lines, post, base) for post in posts)))


def _post(page_lines: PageLines, post: Post, base: str | None) -> list[Block]:
    blocks: Sequence[Block] = (
        document_of(page_lines, list(post.lines), None, base).blocks
        if post.lines
        else blocks_of(post.node, base, _selection(post.node))
    )
    if not blocks:
        return []
    title = " · ".join(part for part in (post.header.poster, to_the_minute(post.header.day)) if part)
    return [*([Heading(POST_LEVEL, (Span(title),), post=True)] if title else []), *without_preview(blocks)]


def live_document(
    page_lines: PageLines, entries: Sequence[LiveEntry], before: Document, base: str | None
) -> Document:
    """What stands before the entries of a live blog, then each under its time."""
    blocks = list(before.blocks)
    for entry in entries:
        node = page_lines.node[entry.element]
        own = blocks_of(node, base, _selection(node, entry.told_by, BESIDE_NAME.matches))
        if own:
            title = [Heading(POST_LEVEL, (Span(entry.heading),), post=True)] if entry.heading else []
            blocks += [*title, *own]
    return Document(tuple(blocks))


def _is_called_beside(name: str) -> bool:
    return BESIDE_POST.search(name) is not None


def _selection(
    body: LexborNode, told: frozenset[int] = frozenset(), furniture: Callable[[str], bool] = _is_called_beside
) -> NodeSelection:
    """All text of a post but what stands in its heading (`told`) and what its program puts into it."""
    walk = _PostWalk(body, told, furniture)
    while walk.stack:
        walk.enter(*walk.stack.pop())
    return walk.selection()


class _PostWalk:
    """A walk over a post: what of it is kept, what is dropped, and which elements are quotations."""

    def __init__(self, body: LexborNode, told: frozenset[int], furniture: Callable[[str], bool]) -> None:
        self._body, self._told, self._furniture = body, told, furniture
        self._kept: set[int] = set()
        self._dropped: set[int] = set(told)
        self._roles: dict[int, ElementRole] = {}
        self._notes: list[LexborNode] = []
        self._signs: list[LexborNode] = []
        self.stack: list[tuple[LexborNode, str]] = [(body, "")]
        """Elements to be entered, each with the tag of the quotation that it is in."""

    def enter(self, node: LexborNode, quotation: str) -> None:
        """Look at what is directly in an element."""
        child = node.child
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                self._take_text(child)
            elif tag[0] not in "-!" and tag not in _UNREAD:
                self._take_element(node, child, tag, quotation)
            child = child.next

    def _take_text(self, node: LexborNode) -> None:
        self._kept.add(node.mem_id)
        text = node.text_content or ""
        if begins_note(text):
            self._notes.append(node)
        if begins_signature(text):
            self._signs.append(node)

    def _take_element(self, parent: LexborNode, node: LexborNode, tag: str, quotation: str) -> None:
        name = node.attributes.get("class") or ""
        role = _role(tag, name, quotation)
        if role is ElementRole.QUOTE and INNER_QUOTE in (parent.attributes.get("class") or ""):
            role = ElementRole.FLAT
        title = title_of_card(node, name) if name else None
        if node.mem_id in self._told or _is_beside(node, tag, name, self._furniture):
            self._dropped.add(node.mem_id)
        elif title is not None:
            self._dropped.update(picture.mem_id for picture in node.css("img"))
            self.stack.append((title, quotation))
        else:
            if role:
                self._roles[node.mem_id] = role
            self.stack.append((node, tag if role and tag != "cite" else quotation))

    def selection(self) -> NodeSelection:
        """What was found, without notes on the post and without its signature."""
        around = (note_around(text, self._body) for text in self._notes[-MOST_NOTES:])
        self._dropped.update(note.mem_id for note in around if note is not None)
        for sign in self._signs:
            after = {one.mem_id for one in from_signature(sign, self._body)}
            self._dropped |= after
            self._kept -= after
        return NodeSelection(self._kept, frozenset(), frozenset(self._dropped), self._roles)


def _is_beside(node: LexborNode, tag: str, name: str, furniture: Callable[[str], bool]) -> bool:
    if tag == "img":
        return bool(PICTURE_OF_TEXT.search(f"{name} {node.attributes.get('src') or ''}"))
    if tag == "a" and is_sign(node.text(deep=True)):
        return True
    if tag in ("p", "div", "dt") and labels_code(node):
        return True
    return bool(name) and furniture(name)


def _role(tag: str, name: str, quotation: str) -> ElementRole | None:
    """What an element of a post is, inside the element of a quotation with this tag ("" where none is open).

    A quotation in `blockquote` may hold others; in another element it may have its text in a `blockquote`.
    """
    if tag == "blockquote" or (name and QUOTE.search(name)) or (tag == "td" and name == "alt2"):
        return ElementRole.QUOTE if quotation in ("", "blockquote") else ElementRole.FLAT
    return ElementRole.FLAT if quotation and tag == "cite" else None
