"""Who posted, and when: found around the text of a post by attributes, names and addresses, in this order."""

import re
from collections.abc import Iterator, Mapping, Set
from itertools import islice

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.post_moment import is_date, moment_of, text_of
from tuinews.extract.article.kinds.threads.post_names import NOT_POSTER, POSTER, is_profile
from tuinews.extract.article.markup.nodes import holds
from tuinews.extract.page.tree import elements_beside
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LONGEST_POSTER = 60
"""Letters of a name."""

MOST_NODES = 400
"""Elements of a header that are looked at; those of programs have some fifty."""

MOST_BEFORE = 3
"""Elements before a post among which its header may stand by itself."""

AUTHOR_ATTRIBUTES = ("data-author", "data-author-username", "data-username", "data-user-name", "author")
"""Attributes with the name of the poster, for scripts."""

_UNREAD = frozenset(("script", "style", "template", "svg", "textarea", "button", "select", "form", "iframe"))
_INVISIBLE = re.compile(r"^\W*$")
_LETTER = re.compile(r"[^\W\d_]")
_HANDLE = re.compile(r"(?<=\S)\s+@\S+$")
"""The address of an account behind the name of its owner."""


@dataclass(frozen=True, slots=True)
class PostHeader:
    """The name of the poster, the moment as people read it, and as machines do ("" where one is not there)."""

    poster: str = ""
    day: str = ""
    moment: str = ""


def header_of(owner: LexborNode, body: LexborNode, others: Set[int], *, sure: bool = False) -> PostHeader:
    """The header of the post whose text is `body`, in `owner`; `others` are elements that hold other posts.

    Where nothing is named as the poster the first words of the header are, if this is `sure` to be a post.
    """
    owner = _with_own_attributes(owner, body)
    nodes = list(islice(_around(owner, body), MOST_NODES))
    poster, moment = _poster(owner, body, nodes), moment_of(nodes)
    if not poster or moment is None:
        for beside, _ in zip(elements_beside(owner, "prev"), range(MOST_BEFORE), strict=False):
            if beside.mem_id in others:
                break
            more = [beside, *islice(_around(beside, body), MOST_NODES)]
            poster = poster or _poster(beside, beside, more)
            moment = moment or moment_of(more)
    if not poster and sure:
        poster = next((name for node in nodes if (name := _first_words(node))), "")
    return PostHeader(poster, moment.day, moment.stated) if moment is not None else PostHeader(poster)


def _with_own_attributes(owner: LexborNode, body: LexborNode) -> LexborNode:
    """The element of a program's own around a post that names its poster, where its lines know of none such."""
    above: LexborNode | None = body
    while above is not None:
        if any(above.attributes.get(name) for name in AUTHOR_ATTRIBUTES):
            return owner if holds(owner, above) or "-" not in (above.tag or "") else above
        above = above.parent
    return owner


def header_in(node: LexborNode) -> PostHeader:
    """The header that an element holds."""
    nodes = list(islice(node.traverse(), MOST_NODES))
    poster, moment = name_of_poster(nodes)[0], moment_of(nodes)
    return PostHeader(poster, moment.day, moment.stated) if moment is not None else PostHeader(poster)


def _first_words(node: LexborNode) -> str:
    """The text directly in an element, if it may be a name."""
    child = node.child
    while child is not None:
        if child.tag == "-text" and (name := _name(child.text_content or "")):
            return "" if is_date(name) or not _LETTER.search(name) else name
        child = child.next
    return ""


def _around(owner: LexborNode, body: LexborNode) -> Iterator[LexborNode]:
    """The elements in `owner` in page order, without those in `body`."""
    stack = [owner.child] if owner.child is not None and owner.mem_id != body.mem_id else []
    while stack:
        node = stack.pop()
        if node is None:
            continue
        if node.next is not None:
            stack.append(node.next)
        tag = node.tag or "-"
        if tag[0] in "-!" or node.mem_id == body.mem_id or tag in _UNREAD:
            continue
        yield node
        if node.child is not None:
            stack.append(node.child)


def _poster(owner: LexborNode, body: LexborNode, nodes: list[LexborNode]) -> str:
    above: LexborNode | None = body
    while above is not None:
        for name in AUTHOR_ATTRIBUTES:
            value = _name(above.attributes.get(name) or "")
            if value:
                return value
        if above.mem_id == owner.mem_id:
            break
        above = above.parent
    return name_of_poster(nodes)[0]


def name_of_poster(nodes: list[LexborNode]) -> tuple[str, LexborNode | None]:
    """The name that the surest of these elements has, and the element; "" and None where none is a name."""
    ranks: dict[int, tuple[str, LexborNode]] = {}
    for node in nodes:
        rank = _rank(node)
        if rank < _NO_POSTER and rank not in ranks and (name := _name_in(node)):
            ranks[rank] = (name, node)
    return ranks[min(ranks)] if ranks else ("", None)


_NO_POSTER = 9
"""The rank of an element that names no poster; of others the least rank names them."""


def _leads_to_member(attributes: Mapping[str, str | None]) -> bool:
    """Whether a link leads to the page of a member, as its address or that of its card says."""
    addresses = (attributes.get("href"), attributes.get("data-hovercard-url"))
    return any(address and is_profile(address) for address in addresses)


def _rank(node: LexborNode) -> int:
    """How surely an element is the name of the poster, from 0."""
    attributes = node.attributes
    item = attributes.get("itemprop") or ""
    if any(attributes.get(name) for name in AUTHOR_ATTRIBUTES):
        return 0
    if "author" in item.split() or "creator" in item.split():
        return 1
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('data-testid') or ''}"
    if NOT_POSTER.search(names):
        return _NO_POSTER
    if attributes.get("rel") == "author":
        return 2
    is_profile = node.tag == "a" and _leads_to_member(attributes)
    if POSTER.search(names):
        if "byline" in names and node.css_first("a") is None:
            return 5
        return 2 if is_profile or node.tag in ("h3", "h4", "h5") else 3
    return 4 if is_profile else _NO_POSTER


def _name_in(node: LexborNode) -> str:
    """The name in an element: what is marked as the name in it, a link, or its own text."""
    if node.tag == "a" and (shown := _name(text_of(node))):
        return shown
    for name in AUTHOR_ATTRIBUTES:
        if value := _name(node.attributes.get(name) or ""):
            return value
    marked = node.css_first("[itemprop=name]")
    if marked is not None:
        return _name(marked.attributes.get("content") or text_of(marked))
    if content := node.attributes.get("content"):
        return _name(content)
    links = [node, *node.css("a")] if node.tag == "a" else node.css("a")
    return next((name for link in links if (name := _name(text_of(link)))), "") or _name(node.text(deep=True))


def _name(text: str) -> str:
    name = _HANDLE.sub("", clean_line(text, LONGEST_POSTER + 1).strip(" :·•,"))
    return "" if len(name) > LONGEST_POSTER or _INVISIBLE.match(name) else name.removeprefix("@")
