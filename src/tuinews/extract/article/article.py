"""The steps from a page to its article, in their order; each is in a file of its own."""

from dataclasses import replace
from datetime import datetime

from tuinews.errors import ExtractError
from tuinews.extract.article.article_page import NO_TEXT, ArticlePage
from tuinews.extract.article.authors.signed.bylines_left import is_signature, without_bylines
from tuinews.extract.article.body.body import runner_up
from tuinews.extract.article.document import document_of, lead_text, without_portraits
from tuinews.extract.article.from_data import (
    FullerText,
    document_with,
    gallery_in_data,
    lead_in_data,
    stated_node,
    with_node,
)
from tuinews.extract.article.kinds.forms import form_of, without_disclaimers
from tuinews.extract.article.kinds.media import ShownMedia, has_media, with_media
from tuinews.extract.article.kinds.threads.post_blocks import live_document, thread_document
from tuinews.extract.article.kinds.threads.posts import opener_of, signed_by
from tuinews.extract.article.language import language_of
from tuinews.extract.article.lead import lead_of
from tuinews.extract.article.next_page import next_page_of
from tuinews.extract.article.paywall import ReadPage, is_beginning
from tuinews.extract.article.selectors.selector_builder import WHOLE_PAGE, selector_rule_for
from tuinews.extract.article.shell import is_headline_alone, is_list, is_without_text
from tuinews.extract.article.title.site_name import parts_of
from tuinews.extract.article.wall import LONGEST, ShownPage, check_notice, check_wall
from tuinews.extract.page.lines import MAX_LINES, PageLines
from tuinews.extract.page.structured import Structured
from tuinews.folding import key_of
from tuinews.language import N_, _
from tuinews.model.article import Article, PageKind, SelectorRule, TextKind
from tuinews.model.document import Document
from tuinews.model.page import ExpectedArticle
from tuinews.quick_dataclass import dataclass

LEAST_GUESS = 60
"""Letters under which another candidate is a heading or a button, and not worth offering."""

LANGUAGE_LINES = 30
"""Lines at the beginning of an article from which its language is found."""

WALL_LINES = 60
"""Lines of a page in which a wall says what it is."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_SHELL = N_("the page has no text of its own: scripts load it, or it is only a menu")


def extract_article(
    html: str,
    url: str | None = None,
    *,
    now: datetime | None = None,
    selector_rule: SelectorRule | None = None,
    expected: ExpectedArticle | None = None,
) -> Article:
    """The article of a page; `now` is the time of the fetch, for relative dates, `expected` what its listing says.

    It is the whole page if no line looks like an article's. Raises ExtractError if there is no text, nothing but a
    menu and a notice that the scripts of the page show it, or the headline alone; WallError if another page came.
    """
    page = ArticlePage(html, url, now)
    kept = page.lines_by_rule(selector_rule) if selector_rule else page.body.kept
    article = _extracted(page, kept)
    text = article.text
    if len(text) < LONGEST:
        check_wall(_shown(page, article), text, expected, url)
        if expected is None and not (article.authors or article.published):
            check_notice(page.title, text, url)
    has_shown = has_media(article.document)
    if is_without_text(page.page_lines, page.tree, text, shows_media=has_shown):
        raise ExtractError(url or _("page"), _(_SHELL), _("open it in the browser"))
    shown = text or has_shown or page.kind.captions or article.page_kind is PageKind.GALLERY
    found = article if shown and not is_list(page.page_lines, text) else _whole(page)
    if not has_media(found.document) and is_headline_alone(page.page_lines, _titles(page), found.text):
        raise ExtractError(url or _("page"), _(_SHELL), _("open it in the browser"))
    return found


def _titles(page: ArticlePage) -> tuple[str, ...]:
    """What the page and its article are called, each part of the page's own title too."""
    return (page.title, *parts_of(page.titles.title), page.titles.open_graph)


def _media(page: ArticlePage) -> ShownMedia:
    """The page as a place of pictures and films."""
    return ShownMedia(page.page_lines, page.declared, page.base, frozenset(map(key_of, _titles(page))) - {""})


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
    first = _extracted(page, page.body.kept)
    articles = [first] if first.text or page.kind.captions else []
    for lines in runner_up(page.page_lines, page.body):
        if sum(page.page_lines.lines[place].size for place in lines) < LEAST_GUESS:
            continue
        selector_rule = selector_rule_for(page.tree, page.page_lines, lines)
        selected = page.lines_by_rule(selector_rule) if selector_rule else lines
        article = _of_lines(page, selected, TextKind.CANDIDATE)
        articles.append(replace(article, selector_rule=selector_rule))
    articles.append(_whole(page))
    texts = [article.text for article in articles]
    return tuple(article for place, article in enumerate(articles) if article.text not in texts[:place])


@dataclass(frozen=True, slots=True)
class _Draft:
    """What was read of an article so far: `lead` is its line, `data` what the data of its page has more of it."""

    document: Document
    lead: int | None
    title: str
    declared: Structured
    data: FullerText | None = None


def _extracted(page: ArticlePage, kept: list[int]) -> Article:
    """The article of the page, read as its kind is, with what its data has beside the lines that are kept."""
    if kept is page.body.kept and page.kind.posts:
        return _thread(page)
    draft = _draft(page, kept)
    shown = sum(page.page_lines.lines[place].size for place in kept)
    gallery = gallery_in_data(page.data_source, page.base, draft.document, shown)
    document = gallery or with_media(_media(page), kept, draft.document, draft.lead)
    draft = replace(draft, document=document)
    article = _finished(page, kept, draft, TextKind.EXTRACTED)
    if draft.data is None and not (article.authors and article.published):
        article = _signed_in_data(page, kept, article)
    form = None
    if page.kind.kind is PageKind.ARTICLE:
        headings = _headings(page.page_lines)
        form = form_of(article.document, article.title, article.lead, page.declared, headings)
    if form is PageKind.TRANSCRIPT:
        article = replace(article, document=without_disclaimers(article.document))
    return replace(
        article,
        page_kind=PageKind.GALLERY if gallery else form or page.kind.kind,
        paywalled=draft.data is None and is_beginning(ReadPage(page.declared, page.tree, page.page_lines, kept)),
    )


def _of_lines(page: ArticlePage, kept: list[int], kind: TextKind) -> Article:
    """The article of these lines alone, whatever the page is."""
    lead = _lead_line(page, kept)
    draft = _Draft(document_of(page.page_lines, kept, lead, page.base), lead, page.title, page.declared)
    return replace(_finished(page, kept, draft, kind), page_kind=page.kind.kind)


def _lead_line(page: ArticlePage, kept: list[int]) -> int | None:
    """The line of the lead."""
    return lead_of(page.page_lines, kept, page.body.chances, page.declared.meta("og:description", "description"))


def _draft(page: ArticlePage, kept: list[int]) -> _Draft:
    """The text as the kind of the page has it, or as its data has, where that is more."""
    by_kind = kept is page.body.kept
    lead = _lead_line(page, kept)
    if by_kind and page.kind.entries:
        document, lead = _live(page, lead)
    else:
        captions = page.kind.captions if by_kind else ()
        document = document_of(page.page_lines, kept, lead, page.base, captions)
    data = page.data(kept)
    if data is None:
        return _Draft(document, lead, page.title, page.declared)
    document = document_with(data.document, document)
    is_in_data = lead is not None and page.page_lines.lines[lead].text in document.lines
    declared = with_node(page.declared, data.node)
    return _Draft(document, None if is_in_data else lead, page.title_with(data), declared, data)


def _finished(page: ArticlePage, kept: list[int], draft: _Draft, kind: TextKind) -> Article:
    """The article of a draft, with who signed it and when."""
    lead = lead_text(page.page_lines, draft.lead, page.base) if draft.lead is not None else None
    if lead is None and draft.data is not None:
        lead = lead_in_data(draft.data)
    lang = language_of(page.declared, draft.document.opening(lines=LANGUAGE_LINES) or page.title)
    authors, published = page.signed(draft.declared, page.reading(lang), kept)
    if lead is not None and is_signature(lead, authors):
        lead = None
    return Article(
        url=page.url,
        title=draft.title,
        document=without_bylines(without_portraits(draft.document, authors), authors),
        authors=authors,
        published=published,
        lead=lead,
        lang=lang,
        site=page.sites[0] if page.sites else None,
        next_page=next_page_of(page.elements.attributed("a"), page.declared, page.url),
        confidence=round(page.body.confidence(kept), 3),
        kind=kind,
    )


def _signed_in_data(page: ArticlePage, kept: list[int], article: Article) -> Article:
    """The article with what the data of the page says of its authors and its moment, where nothing else does."""
    node = stated_node(page.data_source)
    if not node:
        return article
    authors, published = page.signed(with_node(page.declared, node), page.reading(article.lang), kept)
    return replace(article, authors=article.authors or authors, published=article.published or published)


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
    reading = page.reading(lang)
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
        raise ExtractError(page.url or _("page"), _("it is too long, and its beginning is not an article"))
    article = _of_lines(page, list(range(len(page.page_lines.lines))), TextKind.WHOLE_PAGE)
    if not article.text:
        raise ExtractError(page.url or _("page"), _(NO_TEXT))
    return replace(article, selector_rule=WHOLE_PAGE)
