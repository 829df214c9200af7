"""A passage of an article that was highlighted, kept by its own words, so that it outlives a changed text."""

from datetime import datetime

from tuinews.model.entry_row import EntryRow
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage by its words (`exact`) and those right before it and after it, as in the W3C's TextQuoteSelector.

    `position` is how many letters of the text stood before it, blanks not counted: it tells between passages that
    stand in the same words.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A highlighted passage, `made` at a moment (UTC); `id` is 0 until it is kept."""

    id: int = 0
    quotation: Quotation
    made: datetime


@dataclass(frozen=True, slots=True)
class ListedHighlight:
    """A highlight where all are listed: with its article, and whether its passage still stands in the kept text.

    `in_text` is None if no text of the article is kept.
    """

    row: EntryRow
    highlight: Highlight
    in_text: bool | None
