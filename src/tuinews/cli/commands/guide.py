"""The guide as a source of a library: kept articles in the language that is spoken, readable without a network."""

from dataclasses import replace

from tuinews.cli.words import program as messages
from tuinews.demo.edition import guide_articles
from tuinews.demo.pictures import pictures_at
from tuinews.language import _, current
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.ui.library_protocol import LibraryProtocol

_ADDRESS = "tuinews:guide"


async def open_guide(library: LibraryProtocol) -> Source:
    """Keep the guide in the library."""
    title = _(messages.GUIDE_TITLE)
    articles = [replace(one.article, site=title) for one in guide_articles(current(), _ADDRESS)]
    where = NewSource(SourceKind.PAGES, _ADDRESS, title)
    return await library.keep_edition(where, articles, pictures_at(_ADDRESS))
