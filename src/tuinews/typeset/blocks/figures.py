"""A picture of an article: the cells that are reserved for it, what it shows, its caption, its credit."""

from tuinews.model.document import Figure, plain
from tuinews.model.kept_article import NO_PICTURE, PictureSize
from tuinews.typeset.blocks.frame import BlockFrame, hung, inside
from tuinews.typeset.pieces import PictureRoom, PictureRow, Piece, Role
from tuinews.typeset.styled_text import Links, Row, StyledText, TextStyle

PIXELS_A_COLUMN = 8
"""Pixels across that a cell stands for, as in most terminals: what is smaller is not blown up."""

_GUESS = PictureSize(1200, 800)
"""What a picture is like of which nothing is said: as wide as the text, three to two."""

_SMALLEST = 16
"""Pixels of a side below which it is a spacer or an icon, and no picture of the article."""

_PICTURE = {
    "vi": "Ảnh",
    "de": "Bild",
    "fr": "Image",
    "es": "Imagen",
    "ja": "写真",
    "zh": "图片",
    "ko": "사진",
}


def set_figure(figure: Figure, place: BlockFrame, links: Links) -> list[Row]:
    """The cells of the picture, where pictures are shown, then its alternative text, its caption, its credit.

    Where it is shown it is a link, by whose number it is opened; so is one that is not to be had now, whose words
    alone are set: to open it is to ask for it again.
    """
    if place.pictures and place.pictures.sizes.get(figure.url) == NO_PICTURE:
        return _words(figure, place, links, links.number(figure.url))
    cells = picture_cells(figure, place.width, place.pictures) if place.pictures else None
    if cells is None:
        return _words(figure, place, links, None)
    link = links.number(figure.url)
    return _reserved(figure.url, *cells, place, link) + _words(figure, place, links, link)


def picture_cells(figure: Figure, width: int, room: PictureRoom) -> tuple[int, int] | None:
    """The columns and rows of a picture, None if it is too small to be one.

    Its shape is that of the picture itself where it is kept, else what the page says, else a guess: it stays so
    when the picture comes, or the text would jump.
    """
    known = room.sizes.get(figure.url)
    if known is not None and min(known.width, known.height) < _SMALLEST:
        return None
    size = known or _stated(figure)
    columns = max(1, min(width, -(-size.width // PIXELS_A_COLUMN)))
    rows = max(1, round(columns * size.height / size.width / 2))
    if rows > room.rows:
        return max(1, min(columns, round(2 * room.rows * size.width / size.height))), room.rows
    return columns, rows


def _stated(figure: Figure) -> PictureSize:
    """The size that the page states, as far as it is one: many state 1 by 1, and let a script do the rest."""
    width, height = figure.width or 0, figure.height or 0
    if width < _SMALLEST:
        return _GUESS
    if height < _SMALLEST:
        return PictureSize(width, max(1, width * _GUESS.height // _GUESS.width))
    return PictureSize(width, height)


def _reserved(url: str, columns: int, rows: int, place: BlockFrame, link: int) -> list[Row]:
    before = (place.width - columns) // 2
    indent = [Piece(" " * before, Role.INDENT)] if before else []
    blank = " " * columns
    return [
        Row([*indent, Piece(blank, Role.PICTURE, link=link, picture=PictureRow(url, row, rows))])
        for row in range(rows)
    ]


def _words(figure: Figure, place: BlockFrame, links: Links, link: int | None) -> list[Row]:
    inner = inside(place, Role.CAPTION, 2)
    caption, alt = StyledText(), StyledText()
    caption.add_spans(figure.caption, Role.CAPTION, links)
    if beside := figure.credit_beside:
        caption.add_text(" —\u00a0" if caption.text else "", TextStyle(Role.SEPARATOR))
        caption.add_text(beside, TextStyle(Role.CREDIT))
    if figure.alt and not _same_words(figure.alt, plain(figure.caption)):
        alt.add_text(figure.alt, TextStyle(Role.ALT))
    if not caption.text.strip() and not alt.text.strip():
        alt.add_text(_PICTURE.get(place.lang, "Picture"), TextStyle(Role.SIGN))
    if link is not None:
        last = caption if caption.text.strip() else alt
        last.add(f"\u00a0[{link}]", TextStyle(Role.LINK_NUMBER, link=link))
    return hung(alt.wrap(inner.width) + caption.wrap(inner.width), "▣ ", 2, Role.SIGN, place.width)


def _same_words(alt: str, caption: str) -> bool:
    """Whether the alternative text only says the caption again, as pages do ("…, Ảnh 1.", "….jpg")."""
    one, other = _letters(alt), _letters(caption)
    return not one or (bool(other) and (one[:30] == other[:30] or one in other or other in one))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
