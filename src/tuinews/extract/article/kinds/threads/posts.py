"""Finds the posts of a thread: elements with the name of a post's text, each under the name of its poster.

A page is a thread by its structure alone: a program for threads names its posts so that one is enough; elsewhere
two or more posts of one name, each with a poster, none under a title of its own (that is a list of articles), and
no article outside them (those are its comments).
"""

from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.attributed_posts import attributed_bodies
from tuinews.extract.article.kinds.threads.post_bodies import BODY_OF_PROGRAM, bodies_of, group_of, owners_of
from tuinews.extract.article.kinds.threads.post_header import PostHeader, header_in, header_of
from tuinews.extract.article.kinds.threads.post_names import OPENING
from tuinews.extract.article.kinds.threads.repeated_posts import repeated_bodies
from tuinews.extract.article.kinds.threads.unnamed_posts import unnamed_bodies
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tags import Trait
from tuinews.quick_dataclass import dataclass

WITH_POSTER = 0.7
"""Share of posts whose poster is named, from which the page is a thread; one who left has no name."""

ENOUGH = 400
"""Letters of text before the posts that are an article, to which the posts are comments."""

_THREADS = frozenset(("DiscussionForumPosting", "QAPage"))


LEAST_OPENER = 20
"""Letters of the text before all answers that is a post; a post with fewer may be a picture."""

WITH_POSTER_OF_MARKED = 0.5
"""Share of posts whose poster is named, from which a page with the marks of a thread is one."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post: the element of its text, its header, and the lines of its text where they are not all in there."""

    element: int
    node: LexborNode
    header: PostHeader
    lines: tuple[int, ...] = ()


def is_declared_thread(page: Structured) -> bool:
    """Whether a page tells machines that it is a thread, or a question with its answers (schema.org)."""
    return any(node.get("@type") in _THREADS for node in page.nodes if isinstance(node.get("@type"), str))


def posts_of(page_lines: PageLines, kept: list[int], *, declared: bool) -> list[Post]:
    """The posts in page order, [] where the page is no thread.

    `kept` are the lines that look like an article's; `declared` is whether the page says that it is a thread.
    """
    bodies = bodies_of(page_lines)
    sure = any(rank == BODY_OF_PROGRAM for rank in bodies.values())
    group = [] if sure else attributed_bodies(page_lines)
    group = group or (group_of(page_lines, bodies, sure=sure) if bodies else unnamed_bodies(page_lines))
    if not group:
        return []
    marked = not sure and _is_marked(page_lines, group[0])
    if (len(group) < 2 and not (sure or marked)) or _is_under_article(page_lines, group, kept):
        return []
    declared = declared or marked
    owners, holders = owners_of(page_lines, group)
    others = {page_lines.node[element].mem_id for element in (*holders, *owners)}
    posts = _with_headers(page_lines, group, owners, others, sure=sure or declared)
    named = sum(bool(post.header.poster) for post in posts)
    if named < WITH_POSTER * len(posts):
        return []
    if sure or declared:
        return posts
    alone = len({(post.header.poster, post.header.moment) for post in posts}) == 1
    return [] if alone or _have_titles(page_lines, posts, owners) else posts


def _with_headers(
    page_lines: PageLines, group: list[int], owners: list[int], others: set[int], *, sure: bool
) -> list[Post]:
    nodes = page_lines.node
    return [
        Post(body, nodes[body], header_of(nodes[owner], nodes[body], others, sure=sure))
        for body, owner in zip(group, owners, strict=True)
    ]


def answered_posts(page_lines: PageLines, kept: list[int], *, by_repetition: bool) -> list[Post]:
    """The posts of a page with the marks of a thread, on which the first one is set otherwise than its answers.

    The answers have names as comments have them, or none, and repeat; the first post is the text before them. []
    where there is no such text or no answer.
    """
    bodies = bodies_of(page_lines, with_comments=True)
    sure = any(rank == BODY_OF_PROGRAM for rank in bodies.values())
    group = group_of(page_lines, bodies, sure=sure) if bodies else []
    group = group or unnamed_bodies(page_lines) or unnamed_bodies(page_lines, after=1)
    if not group and by_repetition:
        group = repeated_bodies(page_lines)
        if not _has_most_text(page_lines, group, kept):
            return []
    if not group:
        return []
    owners, holders = owners_of(page_lines, group)
    others = {page_lines.node[element].mem_id for element in (*holders, *owners)}
    answers = _with_headers(page_lines, group, owners, others, sure=True)
    if sum(bool(post.header.poster) for post in answers) < WITH_POSTER_OF_MARKED * len(answers):
        return []
    first = page_lines.first[owners[0]]
    before = tuple(place for place in kept if place < first and place != page_lines.h1)
    if sum(page_lines.lines[place].size for place in before) < LEAST_OPENER:
        return answers if len(answers) > 1 else []
    return [_opener(page_lines, before, group[0]), *answers]


def _has_most_text(page_lines: PageLines, group: list[int], kept: list[int]) -> bool:
    """Whether most of the lines that look like an article's from the first of these elements on lie in them."""
    if not group:
        return False
    held = {place for element in group for place in range(page_lines.first[element], page_lines.last[element])}
    after = [place for place in kept if place >= page_lines.first[group[0]]]
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (held.intersection(after), after)]
    return 2 * sizes[0] >= sizes[1]


def _opener(page_lines: PageLines, before: tuple[int, ...], answer: int) -> Post:
    """The first post, whose lines these are, with the header that stands around them."""
    body = page_lines.lines[before[0]].element
    while page_lines.parent[body] >= 0 and page_lines.last[body] <= before[-1]:
        body = page_lines.parent[body]
    owner = body
    while page_lines.parent[owner] >= 0 and page_lines.last[page_lines.parent[owner]] <= page_lines.first[answer]:
        owner = page_lines.parent[owner]
    nodes = page_lines.node
    return Post(body, nodes[body], header_of(nodes[owner], nodes[body], set()), before)


def opener_of(page_lines: PageLines, posts: Sequence[Post]) -> PostHeader:
    """Who began the thread, and when: the first poster, or the one of the link that the posts are about."""
    first = page_lines.first[posts[0].element]
    for element in page_lines.index.called(lambda name: OPENING.search(name) is not None):
        if page_lines.last[element] <= first:
            header = header_in(page_lines.node[element])
            if header.poster:
                return header
    return posts[0].header


def signed_by(posts: Sequence[Post], authors: Sequence[str]) -> tuple[Post, ...]:
    """The posts, the first one under the name of its author."""
    first = posts[0]
    header = replace(first.header, poster=" & ".join(authors))
    return (replace(first, header=header), *posts[1:])


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
