"""Finds the posts of a thread: elements with the name of a post's text, each under the name of its poster.

A page is a thread by its structure alone: a program for threads names its posts so that one is enough; elsewhere
two or more posts of one name, each with a poster, none under a title of its own (that is a list of articles), and
no article outside them (those are its comments).
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.post_header import PostHeader, header_of
from tuinews.extract.article.kinds.post_names import (
    BODY,
    NOT_BODY,
    OF_PROGRAMS,
    PLAIN_BODY,
    POST,
    QUOTED,
    SIGN,
    WITH_SIGN,
)
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import MAX_NAME, holds_comments
from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tags import Trait

MOST_POSTS = 1000
"""Posts of one page that are read; programs show some twenty."""

WITH_POSTER = 0.7
"""Share of posts whose poster is named, from which the page is a thread; one who left has no name."""

ENOUGH = 400
"""Letters of text before the posts that are an article, to which the posts are comments."""

POST_ABOVE = 3
"""Elements above a text among which the post is looked for by its name."""

_BOXES = frozenset(("div", "td", "section", "article", "li", "blockquote", "p", "tr", "main"))
_OUTSIDE = int(Trait.NAVIGATION)
_THREADS = frozenset(("DiscussionForumPosting", "QAPage"))
_BODY_OF_PROGRAM, _WITH_SIGN, _BODY_BY_WORDS, _PLAIN, _NO_BODY = range(5)


@dataclass(frozen=True, slots=True)
class Post:
    """One post: the elements of its text (one as a rule), and its header."""

    element: int
    node: LexborNode
    header: PostHeader


def is_declared_thread(page: Structured) -> bool:
    """Whether a page tells machines that it is a thread, or a question with its answers (schema.org)."""
    return any(node.get("@type") in _THREADS for node in page.nodes if isinstance(node.get("@type"), str))


def posts_of(page_lines: PageLines, kept: list[int], *, declared: bool) -> list[Post]:
    """The posts in page order, [] where the page is no thread.

    `kept` are the lines that look like an article's; `declared` is whether the page says that it is a thread.
    """
    bodies = _bodies(page_lines)
    if not bodies:
        return []
    sure = any(rank == _BODY_OF_PROGRAM for rank in bodies.values())
    group = _group(page_lines, bodies, sure=sure)
    if not group or (len(group) < 2 and not sure):
        return []
    owners, holders = _owners(page_lines, group)
    others = {page_lines.node[element].mem_id for element in (*holders, *owners)}
    posts = [
        Post(
            body,
            page_lines.node[body],
            header_of(page_lines.node[owner], page_lines.node[body], others, sure=sure or declared),
        )
        for body, owner in zip(group, owners, strict=True)
    ]
    named = sum(bool(post.header.poster) for post in posts)
    if named < WITH_POSTER * len(posts):
        return []
    if _is_under_article(page_lines, group, kept):
        return []
    if sure or declared:
        return posts
    own = {(post.header.poster, post.header.moment) for post in posts}
    return [] if len(own) * 2 <= len(posts) or _have_titles(page_lines, posts, owners) else posts


@lru_cache(maxsize=20_000)
def _rank(name: str) -> int:
    """What a name says of an element: the text of a post, surely or by its words, or nothing."""
    name = name[:MAX_NAME]
    if OF_PROGRAMS.search(name):
        return _BODY_OF_PROGRAM
    if WITH_SIGN.search(name):
        return _WITH_SIGN
    if BODY.search(name):
        return _NO_BODY if NOT_BODY.search(name) else _BODY_BY_WORDS
    return _PLAIN if PLAIN_BODY.search(name) and not NOT_BODY.search(name) else _NO_BODY


@lru_cache(maxsize=20_000)
def _is_post(name: str) -> bool:
    return POST.search(name[:MAX_NAME]) is not None


@lru_cache(maxsize=20_000)
def _is_apart(name: str) -> bool:
    return NOT_BODY.search(name[:MAX_NAME]) is not None


@lru_cache(maxsize=20_000)
def _is_quoted(name: str) -> bool:
    return QUOTED.search(name[:MAX_NAME]) is not None


def _bodies(page_lines: PageLines) -> dict[int, int]:
    """Elements that may be the text of a post, with their rank."""
    found: dict[int, int] = {}
    names = page_lines.names
    for element, name in enumerate(names):
        if not name or page_lines.tag[element] not in _BOXES:
            continue
        rank = _rank(name)
        is_blank = page_lines.first[element] == page_lines.last[element]
        if rank == _NO_BODY or page_lines.traits[element] & _OUTSIDE or (is_blank and rank != _BODY_OF_PROGRAM):
            continue
        above = _above(page_lines, element)
        if rank == _WITH_SIGN:
            is_told = any(names[one] and SIGN.search(names[one]) for one in above)
            rank = _BODY_OF_PROGRAM if is_told else _BODY_BY_WORDS
        if rank == _PLAIN and not any(names[one] and _is_post(names[one]) for one in above[:POST_ABOVE]):
            continue
        is_apart = _is_quoted if rank == _BODY_OF_PROGRAM else _is_apart
        if any(names[one] and is_apart(names[one]) for one in above[:POST_ABOVE]):
            continue
        if rank != _BODY_OF_PROGRAM and any(names[one] and holds_comments(names[one]) for one in above):
            continue
        found[element] = rank
    for line in page_lines.lines:
        if line.own and _rank(line.own) != _NO_BODY and "post" in line.own:
            found.setdefault(line.element, _rank(line.own))
    return found


def _above(page_lines: PageLines, element: int) -> list[int]:
    above = []
    element = page_lines.parent[element]
    while element > 0:
        above.append(element)
        element = page_lines.parent[element]
    return above


def _group(page_lines: PageLines, bodies: dict[int, int], *, sure: bool) -> list[int]:
    """The bodies of the posts: those of programs, else the name with the most text; the innermost of each post."""
    if sure:
        chosen = [element for element, rank in bodies.items() if rank == _BODY_OF_PROGRAM]
    else:
        sizes: Counter[str] = Counter()
        inner = set(_innermost(page_lines, sorted(bodies)))
        for element in inner:
            sizes[_kind(page_lines, element)] += _size(page_lines, element)
        if not sizes:
            return []
        kind = sizes.most_common(1)[0][0]
        chosen = [element for element in inner if _kind(page_lines, element) == kind]
    return _innermost(page_lines, sorted(chosen))[:MOST_POSTS]


def _innermost(page_lines: PageLines, elements: list[int]) -> list[int]:
    """The elements that hold no other of them; in a post within a post the outer one's name says the same."""
    holding = {above for element in elements for above in _above(page_lines, element)}
    return [element for element in elements if element not in holding]


def _kind(page_lines: PageLines, element: int) -> str:
    """The tag and first name of an element, without numbers."""
    name = "".join(
        "0" if letter.isdigit() else letter for letter in page_lines.names[element].strip().split(" ", 1)[0]
    )
    return page_lines.tag[element] + " " + name.rstrip("0")


def _size(page_lines: PageLines, element: int) -> int:
    return sum(line.size for line in page_lines.lines[page_lines.first[element] : page_lines.last[element]])


def _owners(page_lines: PageLines, group: list[int]) -> tuple[list[int], set[int]]:
    """For each body the outermost element that holds no other body; and the elements that hold several."""
    count: Counter[int] = Counter()
    for body in group:
        count.update((body, *_above(page_lines, body)))
    owners = []
    for body in group:
        owner = body
        for step, above in enumerate(_above(page_lines, body)):
            if count[above] > 1 or (len(group) == 1 and step >= 2 * POST_ABOVE):
                break
            owner = above
        owners.append(owner)
    return owners, {element for element, number in count.items() if number > 1}


def _is_under_article(page_lines: PageLines, group: list[int], kept: list[int]) -> bool:
    """Whether there is an article before the posts, which are its comments then."""
    first = page_lines.first[group[0]]
    return sum(page_lines.lines[place].size for place in kept if place < first) >= ENOUGH


def _have_titles(page_lines: PageLines, posts: list[Post], owners: list[int]) -> bool:
    """Whether most posts have a title of their own, as the articles of a list do; "Re: Title" is none."""
    titles: set[str] = set()
    for post, owner in zip(posts, owners, strict=True):
        for place in range(page_lines.first[owner], page_lines.first[post.element]):
            line = page_lines.lines[place]
            if page_lines.traits[line.element] & Trait.HEADING and post.header.poster not in line.text:
                titles.add(line.text.removeprefix("Re:").strip())
                break
    return len(titles) * 2 > len(posts)
