"""Which elements are the texts of posts, by their names, and which elements hold each post."""

from collections import Counter
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tuinews.extract.article.kinds.threads.post_names import (
    BODY,
    BODY_ENDS,
    BODY_PARTS,
    COMMENT_TEXT,
    CRAWLED,
    NOT_BODY,
    OF_PROGRAMS,
    PLAIN_BODY,
    POST,
    QUOTED,
    RICH_TEXT_END,
    SIGN,
    WITH_SIGN,
)
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import MAX_NAME, holds_comments
from tuinews.extract.page.tags import Trait

MOST_POSTS = 1000
"""Posts of one page that are read; programs show some twenty."""

POST_ABOVE = 3
"""Elements above a text among which the post is looked for by its name."""

BODY_OF_PROGRAM, _WITH_SIGN, _BODY_BY_WORDS, _PLAIN, _NO_BODY = range(5)
"""How surely a name is that of a post's text, from a program's own name on."""

MARKED_POSTS = frozenset(("DiscussionForumPosting", "Question", "Answer", "QAPage"))
_MARKED_ARTICLES = frozenset(("Article", "BlogPosting", "NewsArticle", "Recipe", "Product", "FAQPage"))
"""What microdata calls a post, and what has comments (schema.org)."""

_BOXES = frozenset(("div", "td", "section", "article", "li", "blockquote", "p", "tr", "main"))
_OUTSIDE = int(Trait.NAVIGATION)


@lru_cache(maxsize=20_000)
def _rank(name: str) -> int:
    """What a name says of an element: the text of a post, surely or by its words, or nothing."""
    if name == CRAWLED:
        return BODY_OF_PROGRAM
    rank = min(map(_rank_of_word, name[:MAX_NAME].replace("#", " ").split()), default=_NO_BODY)
    if rank in (_BODY_BY_WORDS, _PLAIN) and NOT_BODY.search(name[:MAX_NAME]):
        return _NO_BODY
    return rank


@lru_cache(maxsize=20_000)
def _rank_of_word(word: str) -> int:
    bare = word.rstrip("0123456789")
    if bare in OF_PROGRAMS or word.endswith(RICH_TEXT_END):
        return BODY_OF_PROGRAM
    if word in WITH_SIGN:
        return _WITH_SIGN
    if word in PLAIN_BODY:
        return _PLAIN
    small = bare.lower()
    called = small.endswith(BODY_ENDS) and any(part in small for part in BODY_PARTS) and BODY.search(word)
    return _BODY_BY_WORDS if called else _NO_BODY


@lru_cache(maxsize=20_000)
def _is_post(name: str) -> bool:
    return POST.search(name[:MAX_NAME]) is not None


@lru_cache(maxsize=20_000)
def is_apart(name: str) -> bool:
    """Whether an element with this name holds no post's own text."""
    return NOT_BODY.search(name[:MAX_NAME]) is not None


@lru_cache(maxsize=20_000)
def _is_quoted(name: str) -> bool:
    return QUOTED.search(name[:MAX_NAME]) is not None


def bodies_of(page_lines: PageLines, *, with_comments: bool = False) -> dict[int, int]:
    """Elements that may be the text of a post, with how surely their names say so, the surest first.

    `with_comments` is for pages known to be threads: there what is called a comment is a post.
    """
    found: dict[int, int] = {}
    index = page_lines.index
    telling = [word for word in index.words if _rank_of_word(word) != _NO_BODY]
    called = [name for name in index.each if name == CRAWLED or any(word in name for word in telling)]
    ranks = {name: rank for name in called if (rank := _rank(name)) != _NO_BODY}
    if with_comments:
        ranks |= {
            name: _BODY_BY_WORDS
            for name in index.each
            if ranks.get(name, _NO_BODY) > _BODY_BY_WORDS and _is_comment_text(name)
        }
    for element in index.elements(frozenset(ranks)):
        rank = _rank_in_place(page_lines, element, ranks[page_lines.names[element]], with_comments=with_comments)
        if rank != _NO_BODY:
            found[element] = rank
    for line in page_lines.lines:
        if line.own and "post" in line.own and (rank := _rank(line.own)) != _NO_BODY:
            found.setdefault(line.element, rank)
    return found


@lru_cache(maxsize=20_000)
def _is_comment_text(name: str) -> bool:
    return COMMENT_TEXT.search(name[:MAX_NAME]) is not None and NOT_BODY.search(name[:MAX_NAME]) is None


def _rank_in_place(page_lines: PageLines, element: int, rank: int, *, with_comments: bool) -> int:
    """What a name says of an element where it stands: in a quotation, a signature or comments it is no post's."""
    is_blank = page_lines.first[element] == page_lines.last[element]
    if page_lines.tag[element] not in _BOXES or page_lines.traits[element] & _OUTSIDE:
        return _NO_BODY
    above = [name for one in _above(page_lines, element) if (name := page_lines.names[one])]
    near = [name for one in _above(page_lines, element)[:POST_ABOVE] if (name := page_lines.names[one])]
    if rank == _PLAIN and _is_marked_text(page_lines, element):
        return _BODY_BY_WORDS
    if rank == _WITH_SIGN:
        rank = BODY_OF_PROGRAM if any(SIGN.search(name) for name in above) else _BODY_BY_WORDS
    if rank == BODY_OF_PROGRAM:
        own = page_lines.names[element]
        return _NO_BODY if any(_is_quoted(name) for name in (own, *near)) else rank
    is_told = rank != _PLAIN or any(_is_post(name) for name in near)
    is_beside = is_blank or any(is_apart(name) for name in near)
    if not with_comments:
        is_beside = is_beside or any(holds_comments(name) for name in above)
    return rank if is_told and not is_beside else _NO_BODY


def _is_marked_text(page_lines: PageLines, element: int) -> bool:
    """Whether an element is marked as the text of a post or an answer, and not as that of an article's comment."""
    node: LexborNode | None = page_lines.node[element]
    if node is None or node.attributes.get("itemprop") != "text":
        return False
    kinds = set()
    while node is not None:
        kinds.add((node.attributes.get("itemtype") or "").rpartition("/")[2])
        node = node.parent
    return bool(kinds & MARKED_POSTS) and not kinds & _MARKED_ARTICLES


def _above(page_lines: PageLines, element: int) -> list[int]:
    above = []
    element = page_lines.parent[element]
    while element > 0:
        above.append(element)
        element = page_lines.parent[element]
    return above


def group_of(page_lines: PageLines, bodies: dict[int, int], *, sure: bool) -> list[int]:
    """The bodies of the posts: those of programs, else the name with the most text; the innermost of each post."""
    if sure:
        chosen = [element for element, rank in bodies.items() if rank == BODY_OF_PROGRAM]
        kinds = {_kind(page_lines, element) for element in chosen if _may_be_another(page_lines, element)}
        chosen += [
            element
            for element, rank in bodies.items()
            if rank == _BODY_BY_WORDS and kinds and _kind(page_lines, element) in kinds
        ]
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


def _may_be_another(page_lines: PageLines, element: int) -> bool:
    """Whether the name of a text needs a sign beside it: the first post may be set without the sign."""
    return not WITH_SIGN.isdisjoint(page_lines.names[element].split())


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


def owners_of(page_lines: PageLines, group: list[int]) -> tuple[list[int], set[int]]:
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
