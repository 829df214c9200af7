"""A page while it is read: what it declares, its lines, those that are the article's, and who signed it when."""

from dataclasses import replace
from datetime import datetime
from functools import cached_property

from tuinews.address import join
from tuinews.errors import ExtractError
from tuinews.extract.article.authors.authors import authors_from
from tuinews.extract.article.authors.declared import declared_names
from tuinews.extract.article.authors.margins import SIGNED_MARGINS, in_margins, is_in_article
from tuinews.extract.article.authors.marked import with_marked_author
from tuinews.extract.article.authors.signed.signatures import unsigned
from tuinews.extract.article.body.asides import without_asides
from tuinews.extract.article.body.body import body_of
from tuinews.extract.article.body.headed.streams import without_stream
from tuinews.extract.article.body.interruptions.interruptions import without_interruptions
from tuinews.extract.article.body.model.line_model import line_model
from tuinews.extract.article.body.model.site_prefix import without_site_prefix
from tuinews.extract.article.date.date import itemprop_dates, published_of
from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.article.date.titled_times import with_titled_times
from tuinews.extract.article.from_data import DataSource, FullerText, fuller_text, with_node
from tuinews.extract.article.kinds.kinds import kind_of_page
from tuinews.extract.article.markup.markup import plain_elements
from tuinews.extract.article.metadata import headline_of, known_of, site_names, title_from, titles_of
from tuinews.extract.article.selectors.selectors import lines_under
from tuinews.extract.article.title.shown_title import title_shown
from tuinews.extract.dates import language_of_numbers
from tuinews.extract.page.check import check_page
from tuinews.extract.page.lines import PageLines, page_lines_of
from tuinews.extract.page.metadata_nodes import metadata_nodes_of
from tuinews.extract.page.structured import Structured, structured_of
from tuinews.folding import key_of
from tuinews.language import N_, _
from tuinews.model.article import SelectorRule
from tuinews.model.when import When
from tuinews.text import clean_line

NO_TEXT = N_("the page has no text that could be an article")

_SHOWN = ("img", "iframe", "video", "audio")
"""What a page without a line may be about."""

MOST_ITEMPROPS = 3
"""Elements with `itemprop=datePublished` that are read; more belong to other articles."""


class ArticlePage:
    """One page while it is read; `declared` is its metadata, `known` what the line model is told of it."""

    def __init__(self, html: str, url: str | None, now: datetime | None) -> None:
        check_page(html, url or _("page"))
        self.html, self.url, self.now = html, url, now
        self.elements = plain_elements(html)
        with_titled_times(self.elements)
        self.tree = self.elements.tree
        self.metadata_nodes = metadata_nodes_of(self.elements)
        self.declared = with_marked_author(structured_of(self.metadata_nodes), self.tree, html)
        address = (
            url or join(None, self.declared.links.get("canonical")) or join(None, self.declared.meta("og:url"))
        )
        self.base = join(address, self.declared.base) or address
        self.titles = titles_of(self.metadata_nodes.headings, self.declared, url)
        self.data_source = DataSource(self.tree, html, self.declared, self.titles)
        self.sites = site_names(self.declared, url)
        self.title = title_from(self.titles, self.sites)
        self.page_lines = self.lines(margins=False)
        if not self.page_lines.lines:
            self.page_lines = self.lines(margins=True)
        if not self.page_lines.lines and self.data([]) is None and not self.elements.of(*_SHOWN):
            raise ExtractError(url or _("page"), _(NO_TEXT))
        shown = title_shown(self.page_lines, self.titles, self.title, self.sites)
        if shown != self.title:
            self.title = clean_line(shown)
            self.page_lines.h1 = headline_of(self.page_lines, self.title)
        without_site_prefix(self.page_lines, line_model().lexicon)
        self.known = known_of(self.declared, self.titles)
        body = body_of(self.page_lines, self.known)
        written = without_stream(self.page_lines, body.kept, body.chances, self.base)
        kept = without_interruptions(self.page_lines, without_asides(self.page_lines, written, self.base))
        kept = unsigned(self.page_lines, kept, lambda: declared_names(self.declared))
        self.kind = kind_of_page(self.page_lines, kept, self.declared, html, self.base)
        self.body = replace(body, kept=kept if self.kind.lines is None else list(self.kind.lines))

    def lines(self, *, margins: bool) -> PageLines:
        """The lines of the page, those in its margins where asked. Raises ExtractError where it has no body."""
        root = self.tree.body or self.tree.root
        if root is None:
            raise ExtractError(self.url or _("page"), _(NO_TEXT))
        page_lines = page_lines_of(root, margins=margins)
        page_lines.h1 = headline_of(page_lines, self.title)
        return page_lines

    def lines_by_rule(self, rule: SelectorRule) -> list[int]:
        """The lines that the user's selectors give; selectors that match nothing on this page change nothing."""
        kept = sorted(lines_under(self.tree, self.page_lines, rule.body)) or self.body.kept
        dropped = lines_under(self.tree, self.page_lines, rule.drop)
        return [place for place in kept if place not in dropped] or kept

    @cached_property
    def with_margins(self) -> PageLines:
        """The lines of the page with those in its margins."""
        return self.lines(margins=True)

    def data(self, kept: list[int]) -> FullerText | None:
        """The article in the page's data, where it is more than these lines."""
        every = [line.text for line in self.page_lines.lines]
        shown = [every[place] for place in kept]
        return fuller_text(self.data_source, self.base, shown, every)

    def reading(self, lang: str | None) -> DateReading:
        """How the dates of the page are read, which is in this language."""
        return DateReading(self.now, language_of_numbers(lang, (line.text for line in self.page_lines.lines)))

    def signed(
        self, declared: Structured, reading: DateReading, kept: list[int]
    ) -> tuple[tuple[str, ...], When | None]:
        """The authors and the moment of publication."""
        return self.authors(declared, kept), self.published(declared, reading, kept)

    def authors(self, declared: Structured, kept: list[int]) -> tuple[str, ...]:
        """Who signed the article; on some pages it is outside the main column."""
        found = authors_from(declared, self.page_lines, self.sites, kept)
        if len(found) == 1 and key_of(found[0]) == key_of(self.title) and found[0] not in declared_names(declared):
            return ()  # what the article is about: the head of a table of facts says it again
        return found or (in_margins(self.with_margins) if self._has_signed_margins() else ())

    def _has_signed_margins(self) -> bool:
        """Whether there are elements in which `in_margins` looks, for which the page is walked once more."""
        told = any(traits & SIGNED_MARGINS for traits in self.page_lines.traits)
        return told or bool(self.elements.of("aside")) or any(map(is_in_article, self.elements.of("footer")))

    def published(self, declared: Structured, reading: DateReading, kept: list[int]) -> When | None:
        """The moment of publication; on some pages it is outside the main column."""
        nodes = [] if declared.articles else self.tree.css("[itemprop=datePublished]")
        itemprops = itemprop_dates(nodes[:MOST_ITEMPROPS], self.page_lines, kept)
        return published_of(
            declared, self.page_lines, self.url, reading, kept, itemprops, lambda: self.with_margins
        )

    def title_with(self, data: FullerText) -> str:
        """The title, where the page says none outside of its data."""
        if self.titles.headings or self.titles.open_graph or self.titles.json_ld:
            return self.title
        titles = titles_of((), with_node(self.declared, data.node), self.url)
        return title_from(titles, self.sites) or self.title
