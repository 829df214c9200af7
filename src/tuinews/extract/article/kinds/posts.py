"""Finds the posts of a thread: elements with the name of a post's text, each under the name of its poster.

A page is a thread by its structure alone: a program for threads names its posts so that one is enough; elsewhere
two or more posts of one name, each with a poster, none under a title of its own (that is a list of articles), and
no article outside them (those are its comments).
"""

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.post_bodies import BODY_OF_PROGRAM, bodies_of, group_of, owners_of
from tuinews.extract.article.kinds.post_header import PostHeader, header_in, header_of
from tuinews.extract.article.kinds.post_names import OPENING
from tuinews.extract.article.kinds.unnamed_posts import unnamed_bodies
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tags import Trait
from tuinews.quick_dataclass import dataclass

WITH_POSTER = 0.7
"""Share of posts whose poster is named, from which the page is a thread; one who left has no name."""

ENOUGH = 400
"""Letters of text before the posts that are an article, to which the posts are comments."""

_THREADS = frozenset(("DiscussionForumPosting", "QAPage"))


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
    bodies = bodies_of(page_lines)
    sure = any(rank == BODY_OF_PROGRAM for rank in bodies.values())
    group = group_of(page_lines, bodies, sure=sure) if bodies else unnamed_bodies(page_lines)
    if not group:
        return []
    marked = not sure and _is_marked(page_lines, group[0])
    if len(group) < 2 and not (sure or marked):
        return []
    declared = declared or marked
    owners, holders = owners_of(page_lines, group)
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
    alone = len({(post.header.poster, post.header.moment) for post in posts}) == 1
    return [] if alone or _have_titles(page_lines, posts, owners) else posts


def opener_of(page_lines: PageLines, posts: Sequence[Post]) -> PostHeader:
    """Who began the thread, and when: the first poster, or the one of the link that the posts are about."""
    first = page_lines.first[posts[0].element]
    for element, name in enumerate(page_lines.names):
        if page_lines.last[element] <= first and name and OPENING.search(name):
            header = header_in(page_lines.node[element])
            if header.poster:
                return header
    return posts[0].header


def _is_marked(page_lines: PageLines, element: int) -> bool:
    """Whether an element lies in one that says in its attributes that it is a thread (microdata)."""
    while element >= 0:
        kind = page_lines.node[element].attributes.get("itemtype") or ""
        if kind.rpartition("/")[2] in _THREADS:
            return True
        element = page_lines.parent[element]
    return False


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
