"""The steps from a page to its article, in their order; each is in a file of its own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, cached_property

from tuinews.address import join
from tuinews.errors import ExtractError
from tuinews.extract.article.authors.authors import authors_from
from tuinews.extract.article.authors.displayed import in_margins
from tuinews.extract.article.authors.signatures import unsigned
from tuinews.extract.article.blocks.blocks import NodeSelection, blocks_of
from tuinews.extract.article.body.asides import without_asides
from tuinews.extract.article.body.body import body_of, runner_up
from tuinews.extract.article.body.captions import caption_nodes, figures_above
from tuinews.extract.article.body.interruptions.interruptions import without_interruptions
from tuinews.extract.article.date.date import itemprop_dates, published_of
from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.article.from_data import FullerText, document_with, fuller_text, stated_node, with_node
from tuinews.extract.article.kinds.kinds import kind_of_page
from tuinews.extract.article.kinds.post_blocks import live_document, thread_document
from tuinews.extract.article.kinds.posts import opener_of
from tuinews.extract.article.language import language_of
from tuinews.extract.article.lead import LONGEST_LEAD, lead_of
from tuinews.extract.article.markup.markup import plain_tree
from tuinews.extract.article.metadata import headline_of, known_of, site_names, title_from, title_shown, titles_of
from tuinews.extract.article.next_page import next_page_of
from tuinews.extract.article.selectors.selector_builder import WHOLE_PAGE, selector_rule_for
from tuinews.extract.article.selectors.selectors import lines_under
from tuinews.extract.article.shell import is_without_text
from tuinews.extract.page.check import check_page
from tuinews.extract.page.lines import MAX_LINES, PageLines, page_lines_of
from tuinews.extract.page.metadata_nodes import metadata_nodes_of
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.structured import Structured, structured_of
from tuinews.extract.page.tags import Trait
from tuinews.language import N_, _
from tuinews.model.article import Article, PageKind, SelectorRule, TextKind
from tuinews.model.document import Document, Figure, plain
from tuinews.model.when import When
from tuinews.text import clean_line

LEAST_GUESS = 60
"""Letters under which another candidate is a heading or a button, and not worth offering."""

LANGUAGE_LINES = 30
"""Lines at the beginning of an article from which its language is found."""

MOST_ITEMPROPS = 3
"""Elements with `itemprop=datePublished` that are read; more belong to other articles."""

_FIGURE = int(Trait.FIGURE)
_ARE_BLOCKS = frozenset(
    ("pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "blockquote", "figure")
)
_SHELL = N_("the page has no text of its own; its scripts show it, or it is a menu")
_NO_TEXT = N_("the page has no text that could be an article")


def extract_article(
    html: str, url: str | None = None, *, now: datetime | None = None, repair: SelectorRule | None = None
) -> Article:
    """The article of a page; `now` is the time of the fetch, for relative dates.

    It is the whole page if no line looks like an article's. Raises ExtractError if there is no text, or
    nothing but a menu and a notice that the scripts of the page show it.
    """
    page = ArticlePage(html, url, now)
    article = page.article(page.repaired(repair) if repair else page.body.kept, TextKind.EXTRACTED)
    if is_without_text(page.page_lines, page.tree, article.text):
        raise ExtractError(url or _("page"), _(_SHELL), _("open it in the browser"))
    return article if article.text or page.kind.captions else page.whole()


def article_candidates(html: str, url: str | None = None, *, now: datetime | None = None) -> tuple[Article, ...]:
    """The candidates for a page's article, the likeliest first: extracted, up to two others, the whole page.

    Each but the first has the `repair` that selects it, so that the user can set it for all pages of a source.
    """
    page = ArticlePage(html, url, now)
    first = page.article(page.body.kept, TextKind.EXTRACTED)
    articles = [first] if first.text or page.kind.captions else []
    for lines in runner_up(page.page_lines, page.body):
        if sum(page.page_lines.lines[place].size for place in lines) < LEAST_GUESS:
            continue
        repair = selector_rule_for(page.tree, page.page_lines, lines)
        article = page.article(page.repaired(repair) if repair else lines, TextKind.CANDIDATE)
        articles.append(replace(article, repair=repair))
    articles.append(page.whole())
    texts = [article.text for article in articles]
    return tuple(article for place, article in enumerate(articles) if article.text not in texts[:place])


class ArticlePage:
    """One page while it is read; `declared` is its metadata, `known` what the line model is told of it."""

    def __init__(self, html: str, url: str | None, now: datetime | None) -> None:
        check_page(html, url or _("page"))
        self.html, self.url, self.now = html, url, now
        self.tree = plain_tree(html)
        self.metadata_nodes = metadata_nodes_of(self.tree)
        self.declared = structured_of(self.metadata_nodes)
        address = (
            url or join(None, self.declared.links.get("canonical")) or join(None, self.declared.meta("og:url"))
        )
        self.base = join(address, self.declared.base) or address
        self.titles = titles_of(self.metadata_nodes.headings, self.declared, url)
        self.sites = site_names(self.declared, url)
        self.title = title_from(self.titles, self.sites)
        self.page_lines = self._lines(margins=False)
        if not self.page_lines.lines:
            self.page_lines = self._lines(margins=True)
        if not self.page_lines.lines and self.data([]) is None:
            raise ExtractError(url or _("page"), _(_NO_TEXT))
        shown = title_shown(self.page_lines, self.titles, self.title, self.sites)
        if shown != self.title:
            self.title = clean_line(shown)
            self.page_lines.h1 = headline_of(self.page_lines, self.title)
        self.known = known_of(self.declared, self.titles)
        body = body_of(self.page_lines, self.known)
        kept = without_interruptions(self.page_lines, without_asides(self.page_lines, body.kept, self.base))
        kept = unsigned(self.page_lines, kept)
        self.kind = kind_of_page(self.page_lines, kept, self.declared, html)
        self.body = replace(body, kept=kept if self.kind.lines is None else list(self.kind.lines))

    def _lines(self, *, margins: bool) -> PageLines:
        root = self.tree.body or self.tree.root
        if root is None:
            raise ExtractError(self.url or _("page"), _(_NO_TEXT))
        page_lines = page_lines_of(root, margins=margins)
        page_lines.h1 = headline_of(page_lines, self.title)
        return page_lines

    def repaired(self, repair: SelectorRule) -> list[int]:
        """The lines that the user's selectors give; selectors that match nothing on this page change nothing."""
        kept = sorted(lines_under(self.tree, self.page_lines, repair.body)) or self.body.kept
        dropped = lines_under(self.tree, self.page_lines, repair.drop)
        return [place for place in kept if place not in dropped] or kept

    def whole(self) -> Article:
        """The whole page as an article; raises ExtractError if it has no text, or more than is read."""
        if len(self.page_lines.lines) >= MAX_LINES and not self.body.kept:
            raise ExtractError(self.url or _("page"), _("it is too long, and its beginning is no article"))
        article = self.article(list(range(len(self.page_lines.lines))), TextKind.WHOLE_PAGE)
        if not article.text:
            raise ExtractError(self.url or _("page"), _(_NO_TEXT))
        return replace(article, repair=WHOLE_PAGE)

    def article(self, kept: list[int], kind: TextKind) -> Article:
        """The article of these lines."""
        by_kind = kind is TextKind.EXTRACTED and kept is self.body.kept
        if by_kind and self.kind.posts:
            return self.thread()
        page_lines = self.page_lines
        lead = lead_of(page_lines, kept, self.body.chances, self.declared.meta("og:description", "description"))
        if by_kind and self.kind.entries:
            document, lead = self.live(lead)
        else:
            document = self.document(kept, lead, self.kind.captions if by_kind else ())
        data = self.data(kept) if kind is TextKind.EXTRACTED else None
        declared, title = self.declared, self.title
        if data is not None:
            document = document_with(data.document, document)
            declared, title = with_node(declared, data.node), self.title_with(data)
            lead = lead if lead is not None and self.page_lines.lines[lead].text not in document.lines else None
        lang = language_of(self.declared, document.opening(lines=LANGUAGE_LINES) or self.title)
        reading = DateReading(self.now, lang)
        authors, published = self.signed(declared, reading, kept)
        if kind is TextKind.EXTRACTED and data is None and not (authors and published):
            node = stated_node(self.tree, self.html, declared, self.titles)
            told = self.signed(with_node(declared, node), reading, kept) if node else ((), None)
            authors, published = authors or told[0], published or told[1]
        return Article(
            url=self.url,
            title=title,
            document=document,
            authors=authors,
            published=published,
            lead=self.lead(lead) if lead is not None else None,
            lang=lang,
            site=self.sites[0] if self.sites else None,
            next_page=next_page_of(self.metadata_nodes.anchors, self.declared, self.url),
            confidence=round(self.body.confidence(kept), 3),
            kind=kind,
            page_kind=self.kind.kind,
        )

    def thread(self) -> Article:
        """The posts of a thread, each under the name of its poster."""
        document = thread_document(self.kind.posts, self.base)
        lang = language_of(self.declared, document.opening(lines=LANGUAGE_LINES) or self.title)
        first = opener_of(self.page_lines, self.kind.posts)
        reading = DateReading(self.now, lang)
        published = reading.date(first.moment) or self.published(self.declared, reading, self.body.kept)
        return Article(
            url=self.url,
            title=self.title,
            document=document,
            authors=(first.poster,) if first.poster else (),
            published=published,
            lang=lang,
            site=self.sites[0] if self.sites else None,
            next_page=next_page_of(self.metadata_nodes.anchors, self.declared, self.url),
            page_kind=PageKind.THREAD,
        )

    def live(self, lead: int | None) -> tuple[Document, int | None]:
        """The entries of a live blog after what stands before them, and the lead, if it is none of an entry."""
        page_lines, entries = self.page_lines, self.kind.entries
        first = page_lines.first[entries[0].element]
        lead = lead if lead is not None and lead < first else None
        before = self.document([place for place in self.body.kept if place < first], lead)
        return live_document(page_lines, entries, before, self.base), lead

    @cached_property
    def with_margins(self) -> PageLines:
        """The lines of the page with those in its margins."""
        return self._lines(margins=True)

    def lead(self, place: int) -> str:
        """The text of the lead, with a space after a place name that has an element of its own."""
        line = self.page_lines.lines[place]
        blocks = blocks_of(self.page_lines.node[line.element], self.base, NodeSelection(frozenset(line.nodes)))
        return clean_line(" ".join(Document(blocks).lines), LONGEST_LEAD) or line.text

    def data(self, kept: list[int]) -> FullerText | None:
        """The article in the page's data, where it is more than these lines."""
        every = [line.text for line in self.page_lines.lines]
        shown = [every[place] for place in kept]
        return fuller_text(self.tree, self.html, self.declared, self.titles, self.base, shown, every)

    def signed(
        self, declared: Structured, reading: DateReading, kept: list[int]
    ) -> tuple[tuple[str, ...], When | None]:
        """The authors and the moment of publication."""
        authors = authors_from(declared, self.page_lines, self.sites, kept) or in_margins(self.with_margins)
        return authors, self.published(declared, reading, kept)

    def title_with(self, data: FullerText) -> str:
        """The title, where the page says none outside of its data."""
        if self.titles.headings or self.titles.open_graph or self.titles.json_ld:
            return self.title
        titles = titles_of((), with_node(self.declared, data.node), self.url)
        return title_from(titles, self.sites) or self.title

    def published(self, declared: Structured, reading: DateReading, kept: list[int]) -> When | None:
        """The moment of publication; on some pages it is outside the main column."""
        nodes = [] if declared.articles else self.tree.css("[itemprop=datePublished]")
        itemprops = itemprop_dates(nodes[:MOST_ITEMPROPS], self.page_lines, kept)
        whole = cache(lambda: self._lines(margins=True))
        return published_of(declared, self.page_lines, self.url, reading, kept, itemprops, whole)

    def document(self, kept: list[int], lead: int | None, told: Sequence[int] = ()) -> Document:
        """The blocks of these lines without the lead, with the pictures between; `told` are captions for sure."""
        page_lines = self.page_lines
        places = [place for place in kept if place != lead]
        if not places and not told:
            return Document()
        nodes = {node for place in places for node in page_lines.lines[place].nodes}
        root = _common_element(page_lines, sorted({*places, *told}))
        captions = caption_nodes(page_lines, kept) if kept else frozenset()
        captions |= {node for place in told for node in page_lines.lines[place].nodes}
        dropped = _elements_beside(page_lines, places, captions)
        selection = NodeSelection(nodes, captions, dropped)
        body = Document(blocks_of(page_lines.node[root], self.base, selection))
        above = Document(
            tuple(
                block
                for element in figures_above(page_lines, page_lines.first[root], captions)
                for block in blocks_of(page_lines.node[element], self.base, selection)
                if isinstance(block, Figure) and plain(block.caption) not in body.captions
            )
        )
        return Document((*above.blocks, *body.blocks))


def _common_element(page_lines: PageLines, places: list[int]) -> int:
    """The innermost element with all these lines in it."""
    element, last = page_lines.lines[places[0]].element, places[-1]
    while page_lines.parent[element] >= 0 and (
        page_lines.last[element] <= last or page_lines.tag[element] in _ARE_BLOCKS
    ):
        element = page_lines.parent[element]
    return element


def _elements_beside(page_lines: PageLines, places: list[int], captions: frozenset[int]) -> frozenset[int]:
    """The outermost elements beside the text, whose pictures are dropped: none of their lines is kept or a
    caption.

    Half or more of their letters are in links, or their name is one of `BESIDE_NAME`. An element with neither may
    be a picture of the article with its credit.
    """
    # Prefix sums: lines of the article, and letters in links less those outside.
    used, letters = [0], [0]
    text = set(places)
    for place, line in enumerate(page_lines.lines):
        used.append(used[-1] + (place in text or line.nodes[0] in captions))
        letters.append(letters[-1] + 2 * line.linked - line.size)
    found = []
    done = -1
    for element, (first, last) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
        if done <= first < last and used[last] == used[first] and not page_lines.traits[element] & _FIGURE:
            name = page_lines.names[element]
            if letters[last] >= letters[first] or (name and BESIDE_NAME.search(name)):
                found.append(page_lines.node[element].mem_id)
                done = last
    return frozenset(found)
