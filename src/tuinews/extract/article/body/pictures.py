"""Captions that only their place tells: under a picture in a table of one column, or alone in a box with it."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.tables import rows_of
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

TABLE_HEIGHT = 8
"""Elements around a line among which the table of a picture is looked for: `table > tbody > tr > td > div > p`."""

LONGEST_UNDER_PICTURE, MOST_LINES = 400, 3
"""Letters under the picture of a table, and their lines; with more the table sets a text with a picture in it."""

BOX_HEIGHT = 3
"""Elements around a line among which the box of a picture is looked for: `div.img > div > em`."""

LONGEST_SET_APART = 220
"""Letters of a line below a picture that is its caption by its look; longer ones are paragraphs."""

_TABLE, _APART = int(Trait.TABLE), int(Trait.HEADING | Trait.LIST | Trait.QUOTE | Trait.FIGURE)
_BOXES = frozenset(("div", "p", "span", "center", "td"))
_PICTURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:img|images?|pic(?:ture)?|photo|anh|hinh(?:-?anh)?|media)(?=$|[\s_-])|[iI]mage|[pP]hoto|[pP]icture",
)
_CREDIT = re.compile(r"(?:^|[.,;(\s])\(?(?:ảnh|nguồn ảnh|photo|foto)\s?[:：]\s?\S", re.IGNORECASE)


def is_under_picture(page_lines: PageLines, place: int) -> bool:
    """Whether a line is the text of a table with one column that has a picture alone in another row, or one set as
    captions are, directly below a picture.
    """
    line = page_lines.lines[place]
    in_table = page_lines.traits[line.element] & _TABLE and _is_in_picture_table(page_lines, line.element)
    return bool(in_table) or _is_below_picture(page_lines, line)


def _is_in_picture_table(page_lines: PageLines, element: int) -> bool:
    for _ in range(TABLE_HEIGHT):
        if element < 0:
            return False
        if page_lines.tag[element] == "table":
            lines = page_lines.lines[page_lines.first[element] : page_lines.last[element]]
            short = len(lines) <= MOST_LINES and sum(line.size for line in lines) <= LONGEST_UNDER_PICTURE
            return short and _is_picture_table(page_lines.node[element])
        element = page_lines.parent[element]
    return False


def _is_picture_table(table: LexborNode) -> bool:
    """Whether each row of a table has one cell, with a picture or with text but not with both."""
    pictures = texts = 0
    for cells in rows_of(table):
        shown = [cell for cell in cells if cell.css_first("img") is not None or cell.text(deep=True).strip()]
        if len(shown) > 1:
            return False
        for cell in shown:
            has_picture, has_text = cell.css_first("img") is not None, bool(cell.text(deep=True).strip())
            if has_picture and has_text:
                return False
            pictures, texts = pictures + has_picture, texts + has_text
    return pictures > 0 and texts > 0


def _is_below_picture(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a short line follows a picture, alone in a box with it or in the middle, and looks like a caption.

    It is in italics, or names the photographer.
    """
    if (
        not line.pictures
        or line.size > LONGEST_SET_APART
        or line.linked
        or page_lines.traits[line.element] & _APART
    ):
        return False
    if not _is_in_italics(page_lines, line) and not _CREDIT.search(line.text):
        return False
    return _is_centred(page_lines, line.element) or _is_picture_box(page_lines, line.element)


def _is_in_italics(page_lines: PageLines, line: PageLine) -> bool:
    slanted = page_lines.node[line.element].css("em, i")
    return any(len(" ".join(node.text(deep=True).split())) >= line.size - 1 for node in slanted)


def _is_centred(page_lines: PageLines, element: int) -> bool:
    node = page_lines.node[element]
    style = attribute(node, "style").replace(" ", "").lower()
    centred = "text-align:center" in style or attribute(node, "align").lower() == "center"
    return centred or "center" in page_lines.names[element].lower() or page_lines.tag[element] == "center"


def _is_picture_box(page_lines: PageLines, element: int) -> bool:
    """Whether an element around holds a picture and this one line, and is called so."""
    for _ in range(BOX_HEIGHT):
        if element <= 0 or page_lines.last[element] - page_lines.first[element] > 1:
            return False
        if page_lines.tag[element] in _BOXES and page_lines.node[element].css_first("img") is not None:
            return _PICTURE_NAME.search(page_lines.names[element]) is not None
        element = page_lines.parent[element]
    return False
