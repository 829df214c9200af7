"""The conductor of the typesetter: an article and a width in, lines with roles out. Pure; cached by who asks."""

from tuinews.language import current
from tuinews.model.article import Article
from tuinews.model.document import Block
from tuinews.typeset.blocks.block_rows import set_block, space
from tuinews.typeset.blocks.frame import BlockFrame
from tuinews.typeset.dates import full_date
from tuinews.typeset.pieces import FURNITURE, Line, Options, Piece, Role, TypesetArticle
from tuinews.typeset.styled_text import Links, Row, StyledText, TextStyle

__all__ = [
    "FURNITURE",
    "Line",
    "Options",
    "Piece",
    "Role",
    "TypesetArticle",
    "typeset",
]

_NARROWEST = 8
"""Cells of a line at the least, however narrow the pane is."""
_NOT_COUNTED = FURNITURE | {Role.TABLE_HEADER}


def typeset(article: Article, width: int, options: Options = Options()) -> TypesetArticle:  # noqa: B008
    """`article` in lines of at most `width` cells, and at most `options.measure`, but where something scrolls.

    About 3 ms for an article of 3,000 words. Text passes the gate of `text.py` here once more, so a line
    never holds a control character.
    """
    limit = max(_NARROWEST, min(width, options.measure))
    lang = (options.lang or article.lang or "").lower()
    page = _ArticleLines(limit)
    page.add(_head(article, limit, lang))
    place = BlockFrame(limit, lang=lang.split("-")[0], pictures=options.pictures, overflow=options.overflow)
    before: Block | None = None
    for block in article.document.blocks:
        rows = set_block(block, place, page.links)
        if rows:
            page.add(space(before, block, place) if before else page.gap())
            page.add(rows)
            before = block
    return page.finished()


class _ArticleLines:
    """The lines so far, and what they hold."""

    def __init__(self, width: int) -> None:
        self.links = Links()
        self._width = width
        self._lines: list[Line] = []
        self._offset = 0

    def add(self, rows: list[Row]) -> None:
        """Append rows."""
        for row in rows:
            self._lines.append(
                Line(tuple(row.pieces), self._offset, row.joint, row.cell_joints, row.wide, row.fixed, row.stops)
            )
            self._offset += _characters(row)

    def gap(self) -> list[Row]:
        """The blank row between the head and the body, where there is a head."""
        return [Row()] if self._lines else []

    def finished(self) -> TypesetArticle:
        """Everything that was added."""
        return TypesetArticle(tuple(self._lines), self._width, tuple(self.links.numbers))


def _characters(row: Row) -> int:
    """The article's characters in a row; a table's header is not counted, since records repeat it."""
    return sum(len(p.text) - p.text.count(" ") for p in row.pieces if p.role not in _NOT_COUNTED)


def _head(article: Article, width: int, lang: str) -> list[Row]:
    """Title, then byline, date and site in a line, then the lead, each set apart."""
    rows: list[Row] = []
    for flow in (_title(article), _byline(article, lang), _lead(article)):
        own = flow.wrap(width)
        if own:
            rows += ([Row()] if rows else []) + own
    return rows


def _title(article: Article) -> StyledText:
    flow = StyledText()
    flow.add_text(article.title, TextStyle(Role.TITLE))
    return flow


def _byline(article: Article, lang: str) -> StyledText:
    flow = StyledText()
    date = full_date(article.published, lang or current()) if article.published else None
    parts = ((", ".join(article.authors), Role.BYLINE), (date, Role.DATE), (article.site, Role.SITE))
    for text, role in parts:
        if text:
            flow.add(" · " if flow.text else "", TextStyle(Role.SEPARATOR))
            flow.add_text(text, TextStyle(role))
    return flow


def _lead(article: Article) -> StyledText:
    flow = StyledText()
    flow.add_text(article.lead or "", TextStyle(Role.LEAD))
    return flow
