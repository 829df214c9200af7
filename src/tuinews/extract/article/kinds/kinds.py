"""What kind a page is, told by its structure, and the parts that its kind reads in another way."""

from tuinews.extract.article.kinds.documentation.documentation import (
    documentation_lines,
    is_declared_documentation,
    is_manual,
    wiki_lines,
)
from tuinews.extract.article.kinds.documentation.guides import (
    bare_lines,
    guide_lines,
    is_address_of_documentation,
    is_declared_article,
)
from tuinews.extract.article.kinds.gallery import gallery_captions
from tuinews.extract.article.kinds.live import LiveEntry, is_declared_live, live_entries
from tuinews.extract.article.kinds.mail import is_mail, letter_lines, mail_lines
from tuinews.extract.article.kinds.threads.posts import Post, answered_posts, is_declared_thread, posts_of
from tuinews.extract.article.kinds.threads.thread_marks import marks_of_thread
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.structured import Structured
from tuinews.model.article import PageKind
from tuinews.quick_dataclass import dataclass

_DECLARED = {"Recipe": PageKind.RECIPE}
"""What a page may tell machines that it is (schema.org)."""


_MARKED_RECIPE = "schema.org/Recipe"
"""The type of a recipe in microdata; where several have it they are the cards of other ones."""


@dataclass(frozen=True, slots=True)
class KindOfPage:
    """The kind of a page; its posts, its entries, the lines of its text and of its captions, where it has them."""

    kind: PageKind = PageKind.ARTICLE
    posts: tuple[Post, ...] = ()
    entries: tuple[LiveEntry, ...] = ()
    lines: tuple[int, ...] | None = None
    captions: tuple[int, ...] = ()


def kind_of_page(
    page_lines: PageLines, kept: list[int], page: Structured, html: str, url: str | None
) -> KindOfPage:
    """The kind of a page; `kept` are the lines that look like an article's."""
    letter = letter_lines(page_lines)
    if letter:
        return KindOfPage(PageKind.MAIL, lines=tuple(letter))
    lines = documentation_lines(page_lines, declared=is_declared_documentation(page))
    if lines is not None and _is_aside(page_lines, kept, lines):
        lines = None
    posts = _posts(page_lines, kept, lines, page, url)
    if posts:
        return KindOfPage(PageKind.THREAD, posts=tuple(posts))
    if lines is not None:
        return KindOfPage(PageKind.DOCUMENTATION, lines=tuple(lines))
    if is_manual(page_lines):
        return KindOfPage(PageKind.DOCUMENTATION)
    entries = live_entries(page_lines, kept, declared=is_declared_live(page))
    if entries:
        return KindOfPage(PageKind.LIVE, entries=tuple(entries))
    if is_mail(page_lines, kept, html):
        return KindOfPage(PageKind.MAIL, lines=tuple(mail_lines(page_lines, kept)))
    captions, beside = gallery_captions(page_lines, kept)
    if captions:
        text = tuple(place for place in beside if place != page_lines.h1)
        return KindOfPage(PageKind.GALLERY, lines=text, captions=tuple(captions))
    return _kind_of_text(page_lines, kept, page, html, url)


def _is_aside(page_lines: PageLines, kept: list[int], lines: list[int]) -> bool:
    """Whether more of what looks like a text stands outside of the lines of an element than in it: it is a box."""
    own = frozenset(lines)
    outside = sum(page_lines.lines[place].size for place in kept if place not in own)
    return outside > sum(page_lines.lines[place].size for place in lines)


def _posts(
    page_lines: PageLines, kept: list[int], documented: list[int] | None, page: Structured, url: str | None
) -> list[Post]:
    """The posts of a thread; none where the page is none, or where it is documentation and does not say so."""
    declared = is_declared_thread(page)
    posts = posts_of(page_lines, documented or kept, declared=declared)
    if posts or documented is not None:
        return posts
    marks = _marks(page_lines, page, url, declared=declared)
    return answered_posts(page_lines, kept, by_repetition=marks > 1) if marks else []


def _kind_of_text(
    page_lines: PageLines, kept: list[int], page: Structured, html: str, url: str | None
) -> KindOfPage:
    """The kind of a page that is one text: a guide of documentation, a recipe, an article."""
    lines = wiki_lines(page_lines, kept)
    says_so = is_declared_documentation(page) or is_address_of_documentation(url)
    if lines is None and says_so and not is_declared_article(page):
        guide = guide_lines(page_lines, kept)
        if guide is not None:
            return KindOfPage(PageKind.DOCUMENTATION, lines=tuple(guide))
    if lines is None:
        lines = bare_lines(page_lines, kept, page)
    kind = _declared_kind(page) or (PageKind.RECIPE if html.count(_MARKED_RECIPE) == 1 else PageKind.ARTICLE)
    return KindOfPage(kind, lines=tuple(lines) if lines is not None else None)


def _marks(page_lines: PageLines, page: Structured, url: str | None, *, declared: bool) -> int:
    """How many marks of a thread a page has that count: two if it says so, none if it has one and says "article".

    Forums that write news say when it was published: what stands below are its comments.
    """
    if page.meta("article:published_time"):
        return 0
    if declared:
        return 2
    return marks_of_thread(page_lines, page.title, url, least=2 if is_declared_article(page) else 1)


def _declared_kind(page: Structured) -> PageKind | None:
    types = [kind for node in page.nodes for kind in _types(node.get("@type"))]
    return next((_DECLARED[kind] for kind in types if kind in _DECLARED), None)


def _types(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]
