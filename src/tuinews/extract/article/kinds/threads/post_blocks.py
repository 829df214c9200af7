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
    """All text of a post but what stands in its heading (`told`) and what its program puts into it.

    Quotations of other posts are told by their names.
    """
    kept: set[int] = set()
    dropped: set[int] = set(told)
    roles: dict[int, ElementRole] = {}
    notes: list[LexborNode] = []
    signs: list[LexborNode] = []
    stack: list[tuple[LexborNode, str]] = [(body, "")]
    while stack:
        node, quotation = stack.pop()
        child = node.child
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                kept.add(child.mem_id)
                text = child.text_content or ""
                if begins_note(text):
                    notes.append(child)
                if begins_signature(text):
                    signs.append(child)
            elif tag[0] not in "-!" and tag not in _UNREAD:
                name = child.attributes.get("class") or ""
                role = _role(tag, name, quotation)
                if role is ElementRole.QUOTE and INNER_QUOTE in (node.attributes.get("class") or ""):
                    role = ElementRole.FLAT
                title = title_of_card(child, name) if name else None
                if child.mem_id in told or _is_beside(child, tag, name, furniture):
                    dropped.add(child.mem_id)
                elif title is not None:
                    dropped.update(picture.mem_id for picture in child.css("img"))
                    stack.append((title, quotation))
                else:
                    if role:
                        roles[child.mem_id] = role
                    stack.append((child, tag if role and tag != "cite" else quotation))
            child = child.next
    around = (note_around(text, body) for text in notes[-MOST_NOTES:])
    dropped.update(note.mem_id for note in around if note is not None)
    for sign in signs:
        after = {one.mem_id for one in from_signature(sign, body)}
        dropped |= after
        kept -= after
    return NodeSelection(kept, frozenset(), frozenset(dropped), roles)


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
