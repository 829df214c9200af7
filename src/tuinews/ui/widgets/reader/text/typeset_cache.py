"""Articles as they were set, kept for a while: going back to one, or to a width, sets nothing anew."""

from collections import OrderedDict

from tuinews.language import current
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.typeset.pieces import Options, TypesetArticle

with late_imports(__name__):
    from tuinews.typeset.typeset import typeset

_KEPT = 12
"""Typeset pages that are remembered; the one that was not shown for longest goes."""


class TypesetCache:
    """The last few articles that were set, by article, width, options and the language that is spoken."""

    def __init__(self) -> None:
        # The article is kept beside its page, so that its id stays its own as long as the page is here.
        self._pages: OrderedDict[tuple[int, int, Options, str], tuple[Article, TypesetArticle]] = OrderedDict()

    def page(self, article: Article, cells: int, options: Options) -> TypesetArticle:
        """`article` set in lines of at most `cells`."""
        key = (id(article), cells, options, current())
        kept = self._pages.get(key)
        page = kept[1] if kept else typeset(article, cells, options)
        self._pages[key] = (article, page)
        self._pages.move_to_end(key)
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        return page
