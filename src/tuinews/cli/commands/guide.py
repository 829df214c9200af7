"""The guide edition as a source of a library: kept articles, readable without a network."""

from tuinews.demo.edition import SITE, edition
from tuinews.library.library import Library
from tuinews.model.source import NewSource, Source, SourceKind

_GUIDE = NewSource(SourceKind.PAGES, "tuinews:guide", SITE)


async def open_guide(library: Library) -> Source:
    """Keep the guide in the library."""
    articles = [guide.article for guide in edition("tuinews:guide")]
    return await library.keep_edition(_GUIDE, articles)
