"""What is known of an article before its page is fetched."""

from tuinews.model.article import Article, TextKind
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry_row import EntryRow


def previewed(row: EntryRow, own_text: Document = Document()) -> Article:  # noqa: B008 - frozen, so safely shared
    """The listing's words as an article: the feed's own text where it gave one, else its summary."""
    document = own_text
    if not document.blocks and row.summary:
        document = Document((Paragraph((Span(row.summary),)),))
    return Article(
        row.url, row.title, document, row.authors, row.published, site=row.source_title, kind=TextKind.FEED
    )
