"""Whether an address that someone gives for a source is that of an article."""

from urllib.parse import urlsplit

from tuinews.errors import ExtractError
from tuinews.library.articles.page_articles import article_of
from tuinews.model.article import TextKind
from tuinews.model.page import Page

SURE_ARTICLE = 0.87
"""An article below this confidence, on a page where a list stands out, is a piece of that list.

Of 57 lists of the press 52 have less; the others print whole articles. All of 47 articles have more, or no list
stands out beside them.
"""


def article_title(page: Page) -> str | None:
    """The title of the article that `page` is by its structure, None where it is a list or a site's front."""
    parts = urlsplit(page.url)
    if not parts.path.strip("/") and not parts.query:
        return None  # a blog's front prints whole articles, but nobody means one of them by it
    try:
        article = article_of(page, None)
    except ExtractError:
        return None
    is_one = article.confidence >= SURE_ARTICLE and article.kind is not TextKind.WHOLE_PAGE
    return article.title or None if is_one else None
