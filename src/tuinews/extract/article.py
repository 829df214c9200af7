"""The conductor: a page in, an article out."""

from datetime import datetime

from tuinews.address import join
from tuinews.errors import ExtractError
from tuinews.extract.blocks import Sorting, blocks_of
from tuinews.extract.body import body_of
from tuinews.extract.captions import caption_nodes
from tuinews.extract.flow import Flow, flow_of
from tuinews.extract.language import language_of
from tuinews.extract.lead import lead_of
from tuinews.extract.metadata import authors_of, headline_of, known_of, site_names, title_from, titles_of
from tuinews.extract.published import Reading, published_of
from tuinews.extract.structured import structured_of
from tuinews.extract.tree import attribute, parse
from tuinews.model.article import Article, Repair
from tuinews.model.document import Document
from tuinews.model.when import When

_NO_PAGE = "the page has no text that could be an article"


def extract_article(
    html: str, url: str | None = None, *, now: datetime | None = None, repair: Repair | None = None
) -> Article:
    """The article of a page; `now` is the time of the fetch, for relative dates.

    Raises ExtractError where there is no text.
    """
    return _Page(html, url, now, repair).article()


class _Page:
    """One page while it is read."""

    def __init__(self, html: str, url: str | None, now: datetime | None, repair: Repair | None) -> None:
        self.tree = parse(html)
        self.url, self.now = url, now
        self.page = structured_of(self.tree)
        base = self.tree.css_first("base[href]")
        own = url or join(None, self.page.links.get("canonical")) or join(None, self.page.meta("og:url"))
        self.base = join(own, attribute(base, "href")) or own
        root = self.tree.body or self.tree.root
        if root is None:
            raise ExtractError(url or "page", _NO_PAGE)
        self.flow = flow_of(root)
        if not self.flow.lines:
            self.flow = flow_of(root, margins=True)
        if not self.flow.lines:
            raise ExtractError(url or "page", _NO_PAGE)
        self.root = root
        self.titles = titles_of(self.tree, self.page)
        self.sites = site_names(self.page, url)
        self.title = title_from(self.titles, self.sites)
        self.flow.h1 = headline_of(self.flow, self.title)

    def article(self) -> Article:
        flow, sites = self.flow, self.sites
        body = body_of(flow, known_of(self.page, self.titles))
        kept = body.kept
        last = kept[-1] if kept else 0
        lead = lead_of(flow, body, self.page.meta("og:description", "description"))
        document = self.document(kept, lead)
        text = " ".join(flow.lines[place].text for place in kept[:30])
        lang = language_of(self.page, text)
        return Article(
            url=self.url,
            title=self.title,
            document=document,
            authors=authors_of(self.tree, self.page, flow, sites, last),
            published=self.published(Reading(self.now, lang), last),
            lead=flow.lines[lead].text if lead is not None else None,
            lang=lang,
            site=sites[0] if sites else None,
            confidence=body.confidence,
        )

    def published(self, reading: Reading, last: int) -> When | None:
        """The moment of publication; some pages print it beside the text, in a margin."""
        marked = self.tree.css("[itemprop=datePublished]") if not self.page.articles else []
        texts = [attribute(node, "content") or attribute(node, "datetime") for node in marked[:3]]
        found = published_of(self.page, self.flow, self.url, reading, last, texts)
        if found is None:
            wide = flow_of(self.root, margins=True)
            wide.h1 = headline_of(wide, self.title)
            found = published_of(self.page, wide, self.url, reading, last)
        return found

    def document(self, kept: list[int], lead: int | None) -> Document:
        flow = self.flow
        nodes = {node for place in kept if place != lead for node in flow.lines[place].nodes}
        if not nodes:
            return Document()
        captions = caption_nodes(flow, kept)
        root = flow.node[common_element(flow, [place for place in kept if place != lead])]
        return Document(blocks_of(root, self.base, Sorting(nodes, captions)))


def common_element(flow: Flow, places: list[int]) -> int:
    """The innermost element that holds all these lines."""
    element = flow.lines[places[0]].element
    last = max(places)
    while flow.last[element] <= last and flow.parent[element] >= 0:
        element = flow.parent[element]
    return element
