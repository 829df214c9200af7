"""Articles as other programs exported them, and what came of bringing them into the library."""

from datetime import datetime
from enum import StrEnum

from tuinews.language import N_
from tuinews.quick_dataclass import dataclass


class SavingProgram(StrEnum):
    """The program whose export it is; its value names the source that what is new goes into."""

    POCKET = "Pocket"
    OMNIVORE = "Omnivore"
    INSTAPAPER = "Instapaper"
    WALLABAG = "wallabag"
    READECK = "Readeck"
    INOREADER = "Inoreader"
    FRESHRSS = "FreshRSS"
    FEEDLY = "Feedly"
    BOOKMARKS = N_("Bookmarks")

    @property
    def address(self) -> str:
        """The address of its source, which nothing fetches."""
        return f"tuinews:pages/{self.value.lower()}"


@dataclass(frozen=True, slots=True)
class SavedHighlight:
    """A passage that somebody marked, in its own words, with what they wrote beside it; `made` is UTC."""

    quote: str
    note: str | None = None
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """An article that somebody saved in another program.

    `url` is None if the export gives no http(s) address. `added` is when it was saved and `published` when the
    page says that it was written, both UTC. `html` is the text that the export holds, a fragment or a page.
    """

    url: str | None
    title: str
    added: datetime | None = None
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    read: bool = False
    starred: bool = False
    note: str | None = None
    highlights: tuple[SavedHighlight, ...] = ()
    html: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    lang: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class SavedArticles:
    """What an export holds, in its order. `is_cut`: the file breaks off, and this is what stands before."""

    program: SavingProgram
    articles: tuple[SavedArticle, ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class SavedOutcome:
    """What came of some saved articles: how many are new, and how many were known already."""

    new: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class ImportedArticles:
    """What came of an import, or would come of it; `without_address` could not be taken.

    `total` is the sum of the three. `texts` are those that came with their text; `source_id` is the source of the
    new ones, None if nothing was kept.
    """

    program: SavingProgram
    total: int
    new: int
    known: int
    without_address: int
    texts: int = 0
    is_cut: bool = False
    source_id: int | None = None
