"""The texts that exports hold, as articles; a process that reads pages may be told to do this.

Such a process imports this file and what it needs, so nothing of the network or the store is imported here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from tuinews.errors import ExtractError
from tuinews.extract.article import document_from_html, extract_article
from tuinews.library.annotations.article_words import quotation_in
from tuinews.model.annotations.highlights import Quotation
from tuinews.model.article import Article, TextKind
from tuinews.model.saved.articles import SavedArticle
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_SUMMARY = 300
"""Characters of the beginning of a text that stand in a list where the export has no summary."""


@dataclass(frozen=True, slots=True)
class SavedText:
    """The text that an export holds of an article, None if it holds none.

    `quotations` is what was highlighted, with what stands around it where the text is here.
    """

    article: Article | None
    quotations: tuple[Quotation, ...]


def texts_of(saved: Sequence[SavedArticle], *, of_feeds: bool) -> list[SavedText]:
    """The text of each article; `of_feeds`: it is what feeds said."""
    kind = TextKind.FEED if of_feeds else TextKind.EXTRACTED
    found = ((one, _text(one, kind)) for one in saved)
    return [
        SavedText(text, tuple(_quotation(text, marked.quote) for marked in one.highlights)) for one, text in found
    ]


def summarised(saved: SavedArticle, text: Article | None) -> SavedArticle:
    """The same with the beginning of its text where it has no summary."""
    if saved.summary or text is None:
        return saved
    return replace(saved, summary=clean_line(text.text[: 4 * _SUMMARY], _SUMMARY) or None)


def _quotation(text: Article | None, quote: str) -> Quotation:
    found = quotation_in(text, quote) if text else None
    return found or Quotation(quote)


def _text(one: SavedArticle, kind: TextKind) -> Article | None:
    if one.html is None:
        return None
    found = _page(one) if _WHOLE_PAGE.search(one.html[:5000]) else None
    document = found.document if found else document_from_html(one.html, one.url)
    if not document.blocks:
        return None
    return Article(
        one.url,
        one.title or (found.title if found else ""),
        document,
        one.authors or (found.authors if found else ()),
        When(one.published) if one.published else (found.published if found else None),
        lead=found.lead if found else None,
        lang=one.lang or (found.lang if found else None),
        site=one.site,
        kind=kind,
    )


def _page(one: SavedArticle) -> Article | None:
    try:
        return extract_article(one.html or "", one.url)
    except ExtractError:
        return None  # a page without an article in it may be the text itself
