"""The following pages of an article that is printed on several: they are read too, and the article is one.

What leads on is not always the same article's next page: it may be the next post, a gallery, or the first page
again. So each page must have nearly the same title and mostly text that was not there before.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from difflib import SequenceMatcher

from tuinews.address import canonical, host_of
from tuinews.errors import ExtractError, FetchError
from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Figure, Paragraph, Span

MOST_PAGES = 10
"""Pages of one article, the first one counted."""

_ALIKE = 0.6
"""Share of two titles that is the same, from which they are one article's."""
_REPEATED = 0.5
"""Share of a page's text that stood on the pages before, from which it is not a new page."""
_LONG_TITLE = 300
"""Letters of titles that are compared."""

_NUMBER = re.compile(r"\W*(?:(?:page|trang|seite|p[aá]gina)\W*)?\d{1,2}(?:\W+\w{1,4}\W+\d{1,2})?\W*$")

Read = Callable[[str], Awaitable[Article]]
"""Fetches and reads a page; its article's `url` is the address that answered. Raises FetchError, ExtractError."""


async def with_following_pages(first: Article, read: Read) -> Article:
    """The whole of the article whose first page is `first`; what there is where a later page fails.

    `next_page` of the answer is where the article goes on, None if all of it is here.
    """
    whole = first
    seen = {canonical(first.url or "")}
    for _ in range(MOST_PAGES - 1):
        address = whole.next_page
        if address is None:
            break
        page = await _page(address, first, seen, read)
        if page is None:
            break
        blocks = _new_blocks(whole, page)
        if not _is_alike(first.title, page.title) or blocks is None:
            return replace(whole, next_page=None)
        whole = replace(whole, document=Document((*whole.document.blocks, *blocks)), next_page=page.next_page)
    return whole


async def _page(address: str, first: Article, seen: set[str], read: Read) -> Article | None:
    """The page at `address`; None if it is another host's, was here already, or cannot be fetched."""
    if not _is_new(address, first, seen):
        return None
    seen.add(canonical(address))
    try:
        page = await read(address)
    except (FetchError, ExtractError):
        return None
    moved = page.url is not None and canonical(page.url) != canonical(address)
    return None if moved and not _is_new(page.url or "", first, seen) else page


def _is_new(address: str, first: Article, seen: set[str]) -> bool:
    return host_of(address) == host_of(first.url or "") and canonical(address) not in seen


def _is_alike(one: str, other: str) -> bool:
    """Whether two titles are the same but for a number and a few words."""
    one, other = (_NUMBER.sub("", title[:_LONG_TITLE].casefold()) for title in (one, other))
    shorter, longer = sorted((one, other), key=len)
    if not shorter or shorter in longer:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _new_blocks(whole: Article, page: Article) -> tuple[Block, ...] | None:
    """What a page adds, without what stood before (the lead, a picture); None if most of it did, or all."""
    known = set(whole.text.split("\n"))
    pictures = {figure.url for figure in whole.document.figures}
    blocks: list[Block] = []
    lead = (Paragraph((Span(page.lead),)),) if page.lead else ()
    repeated = size = 0
    for block in (*lead, *page.document.blocks):
        lines = Document((block,)).lines
        length = sum(map(len, lines))
        size += length
        if lines and all(line in known for line in lines):
            repeated += length
        elif not (isinstance(block, Figure) and block.url in pictures):
            blocks.append(block)
    return tuple(blocks) if size and repeated < _REPEATED * size else None
