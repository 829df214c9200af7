"""From fetched pages to articles: what the extractors are asked for, here or in a process that reads pages.

Such a process imports this file and what it needs, so nothing of the network or the store is imported here.
"""

from dataclasses import replace
from urllib.parse import urlsplit

from tuinews.address import host_of
from tuinews.errors import WallError
from tuinews.extract import recurring
from tuinews.extract.article import article_candidates, document_from_html, extract_article
from tuinews.extract.article.wall import is_called
from tuinews.library.articles.pages.saved_pages import page_in
from tuinews.library.articles.preview import previewed
from tuinews.library.decoding import text_of
from tuinews.model.article import Article, SelectorRule
from tuinews.model.document import Document
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import ArticleLines
from tuinews.model.page import ExpectedArticle, Page, Wall
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with what is remembered of its lines, which name no entry yet."""

    article: Article
    lines: ArticleLines


def article_with_lines(
    page: Page, rule: SelectorRule | None, expected: ExpectedArticle | None = None
) -> ReadArticle:
    """The same as `article_of`, with its lines: where many pages are read, all writes wait for one thread, which
    would count them otherwise.
    """
    article = article_of(page, rule, expected)
    return ReadArticle(article, recurring.lines_of(article, 0))


def article_of(page: Page, rule: SelectorRule | None, expected: ExpectedArticle | None = None) -> Article:
    """The article of a page, read by the selector rule of its source where there is one. Raises ExtractError, and
    WallError where it is not the article that a listing named.
    """
    text = text_of(page.body, page.content_type, page.url)
    article = extract_article(text, page.url, now=page.fetched, selector_rule=rule, expected=expected)
    if expected is not None and _was_sent_home(page) and not is_called(expected, article.title):
        raise WallError(page.requested, Wall.GONE)
    return article


def _was_sent_home(page: Page) -> bool:
    """Whether a site answered with its front page, whatever that tells, where another page was asked for."""
    asked, came = urlsplit(page.requested), urlsplit(page.url)
    is_home = came.path in ("", "/") and not came.query
    return (
        is_home
        and host_of(page.requested) == host_of(page.url)
        and (asked.path.strip("/"), asked.query) != ("", "")
    )


def candidates_of(page: Page, rule: SelectorRule | None) -> tuple[Article, ...]:
    """What the article of a page may be, the likeliest first. Raises ExtractError."""
    text = text_of(page.body, page.content_type, page.url)
    candidates = article_candidates(text, page.url, now=page.fetched)
    if rule is None:
        return candidates
    return (replace(article_of(page, rule), selector_rule=rule), *candidates)


def article_in_file(body: bytes, name: str, url: str | None = None) -> Article:
    """The article of a page in a file called `name`, which was at `url`. Raises ExtractError."""
    page, media_type = page_in(body)
    return extract_article(text_of(page, media_type, name), url)


def own_article_of(row: EntryRow, content: str | None) -> Article:
    """The listing's words and the feed's own HTML as an article."""
    return previewed(row, document_from_html(content, row.url) if content else Document())
