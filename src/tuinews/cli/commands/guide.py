"""The guide edition as a source of a library: kept articles, readable without a network."""

from tuinews.demo.edition import SITE, edition
from tuinews.demo.pictures import pictures_at
from tuinews.library.library import Library
from tuinews.model.source import NewSource, Source, SourceKind

_GUIDE = NewSource(SourceKind.PAGES, "tuinews:guide", SITE)


async def open_guide(library: Library) -> Source:
    """Keep the guide in the library."""
    articles = [guide.article for guide in edition(_GUIDE.url)]
    return await library.keep_edition(_GUIDE, articles, pictures_at(_GUIDE.url))
