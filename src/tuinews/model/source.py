"""What lists articles."""

from datetime import datetime, timedelta
from enum import StrEnum

from tuinews.language import N_
from tuinews.model.article import SelectorRule
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions
from tuinews.quick_dataclass import dataclass


class SourceKind(StrEnum):
    """A feed, an ordinary web page that lists articles, a news sitemap, pages read by their own address, or a
    mailbox of this computer.

    Nothing else in the program tells kinds apart by a list of them: it asks for what it needs to know (`traits`).
    How the text of a kind is read is in `extract.source_readers`.
    """

    FEED = "feed"
    LISTING = "listing"
    SITEMAP = "sitemap"
    PAGES = "pages"
    MAIL = "mail"

    @property
    def traits(self) -> "KindTraits":
        """What is true of all sources of this kind."""
        return _TRAITS[self]

    @classmethod
    def of_outline(cls, stated: str) -> "SourceKind":
        """The kind of an OPML outline that has a page and no feed; `stated` is its `type`, in lower case."""
        own = (kind for kind in cls if kind.traits.is_followed and not kind.traits.is_on_disk)
        own = (kind for kind in own if not kind.traits.is_for_other_readers)
        return next((kind for kind in own if kind.value == stated), cls.LISTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTraits:
    """What is true of all sources of a kind.

    `noun` tells two sources of one name apart ("Tuổi Trẻ (page)"); `found_as` is what the screen says of one that
    was just added. `is_followed`: it is added by its address, refreshed and exported; what was kept page by page
    is not. `is_web_page`: it is written for people, so that its list is made out and may be a guess.
    `is_announced`: pages announce it, or sites have it at usual places; `is_in_robots`: a site's robots.txt names
    it. `has_page_beside`: its site has a page that lists the same, and stands in for it where it is lost.
    `is_for_other_readers`: other programs read it, so that OPML gives it as `xmlUrl`. `is_on_disk`: it lies on
    this computer, so that it is read without a request, and no exported list names it.
    """

    noun: str
    found_as: str
    is_followed: bool = True
    is_web_page: bool = False
    is_announced: bool = False
    is_in_robots: bool = False
    has_page_beside: bool = False
    is_for_other_readers: bool = False
    is_on_disk: bool = False


_TRAITS = {
    SourceKind.FEED: KindTraits(
        noun=N_("feed"), found_as=N_("feed"), is_announced=True, has_page_beside=True, is_for_other_readers=True
    ),
    SourceKind.LISTING: KindTraits(noun=N_("page"), found_as=N_("web page, no feed found"), is_web_page=True),
    SourceKind.SITEMAP: KindTraits(noun=N_("sitemap"), found_as=N_("sitemap"), is_in_robots=True),
    # Holds what `read URL` kept; nobody adds it.
    SourceKind.PAGES: KindTraits(noun=N_("pages"), found_as=N_("pages"), is_followed=False),
    SourceKind.MAIL: KindTraits(noun=N_("mailbox"), found_as=N_("mailbox"), is_on_disk=True),
}


_CLOCK_ERROR = timedelta(minutes=5)
"""A refresh that lies further in the future than this was dated by a clock that went wrong."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the library, as its row says; moments are UTC.

    `url` is what is fetched, `site_url` the page for people. `error` is why its last refresh failed, in one line,
    None when it went well; being offline is not a failure of a source. `etag` and `last_modified` are the server's
    own bytes, sent back as they came (RFC 9110, 13.1). `gone` says that the server answered 410 and is not asked
    again. `typed_url` is the address that the user gave, whose host and port alone may be private, and whose
    password goes to its own origin alone; a page's own feed, or where a permanent redirect leads, is not that.
    `selector_rule` is that by which its pages are read, None if there is none. `options` are what a
    person set for it alone. `account_id` is the account whose subscription it is, None for one of no account: its
    server fetches it, and it is kept in step with that. `failing_since` is when it first failed after it last went
    well, None if it went well.
    """

    id: int
    kind: SourceKind
    title: str
    url: str
    site_url: str | None = None
    folder: str | None = None
    unread: int = 0
    total: int = 0
    last_refresh: datetime | None = None
    next_refresh: datetime | None = None
    error: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    gone: bool = False
    typed_url: str | None = None
    selector_rule: SelectorRule | None = None
    options: SourceOptions = USUAL_OPTIONS
    account_id: int | None = None
    failing_since: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Whether it should be refreshed by itself; a clock that was set back never delays that for long."""
        if self.gone:
            return False
        if self.next_refresh is None or self.last_refresh is None:
            return True
        return self.next_refresh <= now or self.last_refresh > now + _CLOCK_ERROR

    def is_in(self, folder: str) -> bool:
        """Whether it is in a folder, or in one within it."""
        return self.folder is not None and f"{self.folder}/".startswith(f"{folder}/")


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is to be added; `url` is what will be fetched, `site_url` the page for people.

    `typed_url` is the address that the user gave: its host and port alone may be private (see `Source`).
    """

    kind: SourceKind
    url: str
    title: str
    site_url: str | None = None
    folder: str | None = None
    typed_url: str | None = None
    selector_rule: SelectorRule | None = None
    options: SourceOptions = USUAL_OPTIONS
