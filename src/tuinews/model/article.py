"""What a page says: title, byline, date, lead and document."""

from dataclasses import field
from enum import StrEnum

from tuinews.language import N_
from tuinews.model.document import Document
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass

REST_IS_PAID = N_("this is the beginning; the rest is for subscribers")
"""What is said of an article that is `paywalled`."""


class TextKind(StrEnum):
    """Where the text of an article comes from; the reader's `f` steps through these versions."""

    EXTRACTED = "extracted"
    FEED = "feed"
    CANDIDATE = "candidate"
    WHOLE_PAGE = "whole_page"

    @property
    def is_automatic(self) -> bool:
        """Whether this is what is read where nobody chose otherwise."""
        return self in (TextKind.EXTRACTED, TextKind.FEED)


class PageKind(StrEnum):
    """What kind of page an article was read from, as its structure tells."""

    ARTICLE = "article"
    THREAD = "thread"
    DOCUMENTATION = "documentation"
    LIVE = "live"
    GALLERY = "gallery"
    RECIPE = "recipe"
    MAIL = "mail"
    REVIEW = "review"
    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"
    POEM = "poem"
    OBITUARY = "obituary"


@dataclass(frozen=True, slots=True)
class SelectorRule:
    """How the pages of one source are read: CSS selectors for the body, and for what to drop."""

    body: str | None = None
    drop: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, clean.

    `url` is the address it was read from, `lead` the standfirst that stands before the body (not repeated in
    `document`), `lang` a BCP 47 tag, `site` the name of the site, `next_page` the address of its next page,
    `confidence` 0 to 1. `selector_rule` gives this text on the pages of its source, None if none does; it is
    kept with the source, not with the article. `page_kind` is what the page is, `kind` where on it the text comes
    from. `paywalled` says that this is the beginning, and that the rest is for subscribers, as the page is built.
    """

    url: str | None
    title: str
    document: Document
    authors: tuple[str, ...] = ()
    published: When | None = None
    lead: str | None = None
    lang: str | None = None
    site: str | None = None
    next_page: str | None = None
    confidence: float = 1.0
    kind: TextKind = TextKind.EXTRACTED
    page_kind: PageKind = PageKind.ARTICLE
    paywalled: bool = False
    selector_rule: SelectorRule | None = field(default=None, compare=False)

    @property
    def text(self) -> str:
        """The article's text, a line a paragraph, the lead first; no title, byline, date or captions."""
        return "\n".join(([self.lead] if self.lead else []) + self.document.lines)
