"""The steps from a page to its article, in their order; each is in a file of its own."""

from dataclasses import replace
from datetime import datetime

from tuinews.errors import ExtractError
from tuinews.extract.article.article_page import NO_TEXT, ArticlePage
from tuinews.extract.article.body.body import runner_up
from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.article.document import document_of, lead_text
from tuinews.extract.article.from_data import document_with, gallery_in_data, lead_in_data, stated_node, with_node
from tuinews.extract.article.kinds.forms import form_of, without_disclaimers
from tuinews.extract.article.kinds.threads.post_blocks import live_document, thread_document
from tuinews.extract.article.kinds.threads.posts import opener_of, signed_by
from tuinews.extract.article.language import language_of
from tuinews.extract.article.lead import lead_of
from tuinews.extract.article.next_page import next_page_of
from tuinews.extract.article.selectors.selector_builder import WHOLE_PAGE, selector_rule_for
from tuinews.extract.article.shell import is_without_text
from tuinews.extract.article.wall import LONGEST, ShownPage, check_wall
from tuinews.extract.page.lines import MAX_LINES, PageLines
from tuinews.language import N_, _
from tuinews.model.article import Article, PageKind, SelectorRule, TextKind
from tuinews.model.document import Document
from tuinews.model.page import ExpectedArticle

LEAST_GUESS = 60
"""Letters under which another candidate is a heading or a button, and not worth offering."""

LANGUAGE_LINES = 30
"""Lines at the beginning of an article from which its language is found."""

WALL_LINES = 60
"""Lines of a page in which a wall says what it is."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_SHELL = N_("the page has no text of its own; its scripts show it, or it is a menu")


def extract_article(
    html: str,
    url: str | None = None,
    *,
    now: datetime | None = None,
    selector_rule: SelectorRule | None = None,
    expected: ExpectedArticle | None = None,
) -> Article:
    """The article of a page; `now` is the time of the fetch, for relative dates, `expected` what its listing says.

    It is the whole page if no line looks like an article's. Raises ExtractError if there is no text, or
    nothing but a menu and a notice that the scripts of the page show it; WallError if another page came.
    """
    page = ArticlePage(html, url, now)
    kept = page.lines_by_rule(selector_rule) if selector_rule else page.body.kept
    article = _article(page, kept, TextKind.EXTRACTED)
    text = article.text
    if len(text) < LONGEST:
        check_wall(_shown(page, article), text, expected, url)
    if is_without_text(page.page_lines, page.tree, text):
        raise ExtractError(url or _("page"), _(_SHELL), _("open it in the browser"))
    shown = text or page.kind.captions or article.page_kind is PageKind.GALLERY
    return article if shown else _whole(page)


def _shown(page: ArticlePage, article: Article) -> ShownPage:
    """The page with what it and its article are called, in every place that says it."""
    titles = page.titles
    headings = (heading.text for heading in titles.headings)
    named = (article.title, titles.title, titles.open_graph, titles.json_ld, *headings)
    return ShownPage(named, tuple(line.text for line in page.page_lines.lines[:WALL_LINES]), page.tree, page.html)


def article_candidates(html: str, url: str | None = None, *, now: datetime | None = None) -> tuple[Article, ...]:
    """The candidates for a page's article, the likeliest first: extracted, up to two others, the whole page.

    Each but the first has the `selector_rule` that selects it, which can be set for all pages of a source.
    """
    page = ArticlePage(html, url, now)
    first = _article(page, page.body.kept, TextKind.EXTRACTED)
    articles = [first] if first.text or page.kind.captions else []
    for lines in runner_up(page.page_lines, page.body):
        if sum(page.page_lines.lines[place].size for place in lines) < LEAST_GUESS:
            continue
        selector_rule = selector_rule_for(page.tree, page.page_lines, lines)
        article = _article(page, page.lines_by_rule(selector_rule) if selector_rule else lines, TextKind.CANDIDATE)
        articles.append(replace(article, selector_rule=selector_rule))
    articles.append(_whole(page))
    texts = [article.text for article in articles]
    return tuple(article for place, article in enumerate(articles) if article.text not in texts[:place])


def _article(page: ArticlePage, kept: list[int], kind: TextKind) -> Article:
    """The article of these lines."""
    by_kind = kind is TextKind.EXTRACTED and kept is page.body.kept
    if by_kind and page.kind.posts:
        return _thread(page)
    page_lines = page.page_lines
    lead = lead_of(page_lines, kept, page.body.chances, page.declared.meta("og:description", "description"))
    if by_kind and page.kind.entries:
        document, lead = _live(page, lead)
    else:
        document = document_of(page_lines, kept, lead, page.base, page.kind.captions if by_kind else ())
    data = page.data(kept) if kind is TextKind.EXTRACTED else None
    declared, title = page.declared, page.title
    if data is not None:
        document = document_with(data.document, document)
        declared, title = with_node(declared, data.node), page.title_with(data)
        lead = lead if lead is not None and page.page_lines.lines[lead].text not in document.lines else None
    gallery = None
    if kind is TextKind.EXTRACTED:
        shown = sum(page_lines.lines[place].size for place in kept)
        gallery = gallery_in_data(page.data_source, page.base, document, shown)
    document = gallery or document
    lang = language_of(page.declared, document.opening(lines=LANGUAGE_LINES) or page.title)
    reading = DateReading(page.now, lang)
    authors, published = page.signed(declared, reading, kept)
    if kind is TextKind.EXTRACTED and data is None and not (authors and published):
        node = stated_node(page.data_source)
        told = page.signed(with_node(declared, node), reading, kept) if node else ((), None)
        authors, published = authors or told[0], published or told[1]
    spoken = lead_text(page_lines, lead, page.base) if lead is not None else None
    if spoken is None and data is not None:
        spoken = lead_in_data(data)
    is_plain = kind is TextKind.EXTRACTED and page.kind.kind is PageKind.ARTICLE
    form = form_of(document, title, spoken, page.declared, _headings(page_lines)) if is_plain else None
    if form is PageKind.TRANSCRIPT:
        document = without_disclaimers(document)
    return Article(
        url=page.url,
        title=title,
        document=document,
        authors=authors,
        published=published,
        lead=spoken,
        lang=lang,
        site=page.sites[0] if page.sites else None,
        next_page=next_page_of(page.elements.attributed("a"), page.declared, page.url),
        confidence=round(page.body.confidence(kept), 3),
        kind=kind,
        page_kind=PageKind.GALLERY if gallery else form or page.kind.kind,
    )


def _headings(page_lines: PageLines) -> frozenset[str]:
    """The texts that the page has as headings."""
    return frozenset(line.text for line in page_lines.lines if page_lines.tag[line.element] in _HEADINGS)


def _thread(page: ArticlePage) -> Article:
    """The posts of a thread, each under the name of its poster."""
    posts = page.kind.posts
    if posts[0].lines and not posts[0].header.poster:
        posts = signed_by(posts, page.authors(page.declared, page.body.kept))
    document = thread_document(page.page_lines, posts, page.base)
    lang = language_of(page.declared, document.opening(lines=LANGUAGE_LINES) or page.title)
    first = opener_of(page.page_lines, posts)
    reading = DateReading(page.now, lang)
    published = reading.date(first.moment) or page.published(page.declared, reading, page.body.kept)
    return Article(
        url=page.url,
        title=page.title,
        document=document,
        authors=(first.poster,) if first.poster else (),
        published=published,
        lang=lang,
        site=page.sites[0] if page.sites else None,
        next_page=next_page_of(page.elements.attributed("a"), page.declared, page.url),
        page_kind=PageKind.THREAD,
    )


def _live(page: ArticlePage, lead: int | None) -> tuple[Document, int | None]:
    """The entries of a live blog after what stands before them, and the lead, if it is none of an entry."""
    page_lines, entries = page.page_lines, page.kind.entries
    first = page_lines.first[entries[0].element]
    lead = lead if lead is not None and lead < first else None
    before = document_of(page_lines, [place for place in page.body.kept if place < first], lead, page.base)
    return live_document(page_lines, entries, before, page.base), lead


def _whole(page: ArticlePage) -> Article:
    """The whole page as an article; raises ExtractError if it has no text, or more than is read."""
    if len(page.page_lines.lines) >= MAX_LINES and not page.body.kept:
        raise ExtractError(page.url or _("page"), _("it is too long, and its beginning is no article"))
    article = _article(page, list(range(len(page.page_lines.lines))), TextKind.WHOLE_PAGE)
    if not article.text:
        raise ExtractError(page.url or _("page"), _(NO_TEXT))
    return replace(article, selector_rule=WHOLE_PAGE)
