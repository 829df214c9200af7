"""Captions that only their place tells: under a picture in a table of one column, or alone in a box with it."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.blocks.tables import rows_of
from tuinews.extract.page.agencies import NEWS_AGENCY
from tuinews.extract.page.letters import VIETNAMESE, WIDE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.late import late_pattern

TABLE_HEIGHT = 8
"""Elements around a line among which the table of a picture is looked for: `table > tbody > tr > td > div > p`."""

LONGEST_UNDER_PICTURE, MOST_LINES = 400, 3
"""Letters under the picture of a table, and their lines; with more the table sets a text with a picture in it."""

BOX_HEIGHT = 3
"""Elements around a line among which the box of a picture is looked for: `div.img > div > em`."""

LONGEST_SET_APART, LONGEST_UNFINISHED = 220, 150
"""Letters of a line below a picture that is its caption by its look, and by having no end of a sentence."""

LETTERS_OF_WORD = 2
"""Letters of a word in ideographs, between which no blank stands."""

LEAST_WORDS = 3
"""Words of a caption that nothing but its place tells; fewer are a label or a source."""

_TABLE, _QUOTE, _LIST = int(Trait.TABLE), int(Trait.QUOTE | Trait.FIGURE), int(Trait.LIST)
_HEADING = int(Trait.HEADING)
_BOXES = frozenset(("div", "p", "span", "center", "td", "dl", "li", "section"))
_SMALL_HEADINGS = frozenset(("h5", "h6"))
_ENDS = frozenset('.!?…。！？:"”»)')
_PICTURE_NAME = late_pattern(
    r"(?:^|[\s_-])(?:img|images?|pic(?:ture)?s?|photos?|anh|hinh(?:-?anh)?|media)(?=$|[\s_-])|[iI]mage|[pP]hoto|[pP]icture"
    r"|(?:^|[\s_-])(?:gallery|album|slides?|slide-?show|carousel)(?=$|[\s_-])",
)
"""In the Vietnamese press a line without a stop below a picture is its caption, however it is set, and so is any
short line in a box with a picture alone."""

PROSE = 90
"""Letters of a sentence that is text where what is around it is called so."""

_STOPS = frozenset(".!?…。！？")
_TEXT_NAME = late_pattern(r"(?:^|[\s_-])(?:content|copy|body)(?=$|[\s_-])", re.IGNORECASE)

LONGEST_CREDIT = 80
"""Letters of a credit in brackets."""

_CREDITED = late_pattern(
    r"\((?:(?:ap|file|handout) photo|photos?|fotos?|images?|bild(?:er)?|picture|credit|ảnh|nguồn ảnh"
    r"|immagine|imagen|фото)(?:\s?[:：/]|\s(?:by|von|de|di)\s)\s?[^()]{2,60}\)\.?$"
    rf"|\([^()]{{2,40}}/(?:getty(?: images)?|epa|{NEWS_AGENCY})\)\.?$",
    re.IGNORECASE,
)
_AGENCY_LAST = late_pattern(r"(?<=\S)\s?[(（][^()（）.!?]{2,24}[)）]\.?$")
"""Whose a picture is, in brackets behind what it shows, in a box with it alone: "… (AFP)", "… (أ ف ب)"."""

_CREDIT = late_pattern(r"(?:^|[.,;(\s])\(?(?:ảnh|nguồn ảnh|photo|foto)\s?[:：]\s?\S", re.IGNORECASE)


def is_credited(text: str) -> bool:
    """Whether a line ends with the credit of a picture in brackets, as no paragraph does: "… (AP Photo/X)"."""
    return text[-1] in ")." and _CREDITED.search(text[-LONGEST_CREDIT:]) is not None


def is_under_picture(page_lines: PageLines, place: int, *, in_text: bool = False) -> bool:
    """Whether a line is the text of a table with pictures alone in other rows, or a caption below a picture.

    `in_text` is asked of lines between those of the text, where little is needed for that.
    """
    line = page_lines.lines[place]
    if page_lines.traits[line.element] & _TABLE and _is_in_picture_table(page_lines, line.element):
        return True
    return (
        line.pictures > 0
        and _may_be_below(page_lines, line)
        and _looks_like_caption(page_lines, line, in_text=in_text)
    )


def _may_be_below(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a short line without a link follows a picture, and is no quotation or larger heading."""
    traits = page_lines.traits[line.element]
    heading = traits & _HEADING and page_lines.tag[line.element] not in _SMALL_HEADINGS
    return (
        bool(line.pictures) and line.size <= LONGEST_SET_APART and not (line.linked or traits & _QUOTE or heading)
    )


def _looks_like_caption(page_lines: PageLines, line: PageLine, *, in_text: bool) -> bool:
    """Whether a line below a picture is set as captions are.

    It is in italics or in the middle, names the photographer, or its box is called so or holds nothing else.
    """
    box = _box_of(page_lines, line.element)
    if _is_text_below(page_lines, line, box):
        return False
    if box is not None and page_lines.tag[box] == "dl":
        return True
    listed = bool(page_lines.traits[line.element] & _LIST)
    if listed and not (box is not None and _is_called_picture(page_lines, box, BOX_HEIGHT)):
        return False
    if box is None:
        return _is_caption_alone(page_lines, line, in_text=in_text)
    if in_text and line.size <= LONGEST_UNFINISHED and VIETNAMESE.search(line.text):
        return True
    if (
        listed
        or _is_called_picture(page_lines, line.element, 1)
        or _is_called_picture(page_lines, box, 1)
        or _is_unfinished(line, in_text=in_text)
    ):
        return True
    credited = _is_credited(line) or _AGENCY_LAST.search(line.text) is not None
    set_apart = credited or _is_in_italics(page_lines, line)
    return set_apart and (in_text or _is_centred(page_lines, box))


def _is_text_below(page_lines: PageLines, line: PageLine, box: int | None) -> bool:
    """Whether a line below a picture is a paragraph, a heading, a byline, or of what stands beside the text."""
    if line.size >= PROSE and line.text[-1] in _STOPS and _is_called_text(page_lines, line.element):
        return True
    heads = line.is_bold and not (box is not None and _is_centred(page_lines, line.element))
    if (heads and not _is_credited(line)) or begins_with_authorship(line.text):
        return True
    return any(BESIDE_NAME.matches(page_lines.names[one]) for one in (line.element, box) if one is not None)


def _is_caption_alone(page_lines: PageLines, line: PageLine, *, in_text: bool) -> bool:
    """Whether a line that shares no box with its picture is set as captions are."""
    if _is_called_picture(page_lines, line.element, 1):
        return True
    credited = _is_credited(line)
    set_apart = credited or _is_in_italics(page_lines, line)
    unfinished = _is_unfinished(line, in_text=in_text)
    if _is_centred(page_lines, line.element):
        return set_apart or unfinished
    in_table = page_lines.traits[line.element] & _TABLE
    told = set_apart or (_words_in(line) > LEAST_WORDS and not in_table and VIETNAMESE.search(line.text))
    return in_text and (credited or (bool(told) and unfinished))


def _is_credited(line: PageLine) -> bool:
    """Whether a line names the photographer."""
    return _CREDIT.search(line.text) is not None


def _words_in(line: PageLine) -> int:
    """The words of a line; those without blanks between them by their letters."""
    return line.size // LETTERS_OF_WORD if WIDE.search(line.text) else line.text.count(" ") + 1


def _is_unfinished(line: PageLine, *, in_text: bool) -> bool:
    """Whether a short line of the text has no end of a sentence."""
    return (
        in_text
        and _words_in(line) >= LEAST_WORDS
        and line.size <= LONGEST_UNFINISHED
        and line.text[-1] not in _ENDS
    )


def _box_of(page_lines: PageLines, element: int) -> int | None:
    """The nearest element around a line that holds a picture and no other line."""
    for _ in range(BOX_HEIGHT):
        if element <= 0 or page_lines.last[element] - page_lines.first[element] > 1:
            return None
        if page_lines.tag[element] in _BOXES and page_lines.node[element].css_first("img") is not None:
            return element
        element = page_lines.parent[element]
    return None


def _is_called_text(page_lines: PageLines, element: int) -> bool:
    """Whether what holds a line beside a picture is called its text or content, and no caption."""
    for _ in range(BOX_HEIGHT):
        name = page_lines.names[element] if element > 0 else ""
        if name and _TEXT_NAME.search(name) and not holds_caption(name):
            return True
        element = page_lines.parent[element] if element > 0 else 0
    return False


def _is_called_picture(page_lines: PageLines, element: int, height: int) -> bool:
    """Whether an element, or one of those around it, has the name of a picture or of a gallery."""
    for _ in range(height):
        name = page_lines.names[element] if element > 0 else ""
        if name and (_PICTURE_NAME.search(name) or holds_caption(name)):
            return True
        element = page_lines.parent[element] if element > 0 else 0
    return False


def _is_in_picture_table(page_lines: PageLines, element: int) -> bool:
    for _ in range(TABLE_HEIGHT):
        if element < 0:
            return False
        if page_lines.tag[element] == "table":
            known = page_lines.picture_tables.get(element)
            if known is None:
                known = page_lines.picture_tables[element] = _sets_picture(page_lines, element)
            return known
        element = page_lines.parent[element]
    return False


def _sets_picture(page_lines: PageLines, table: int) -> bool:
    """Whether a table has few short lines, and sets pictures above them."""
    first, last = page_lines.first[table], page_lines.last[table]
    if (
        last - first > MOST_LINES
        or sum(line.size for line in page_lines.lines[first:last]) > LONGEST_UNDER_PICTURE
    ):
        return False
    return _is_picture_table(page_lines.node[table])


def _is_picture_table(table: LexborNode) -> bool:
    """Whether each row of a table has pictures or texts but not both, and no more texts than pictures."""
    pictures = texts = 0
    for cells in rows_of(table):
        shown = [
            (cell.css_first("img") is not None, bool(cell.text(deep=True).strip()))
            for cell in cells
            if cell.css_first("img") is not None or cell.text(deep=True).strip()
        ]
        if any(picture and text for picture, text in shown) or len(set(shown)) > 1:
            return False
        pictures += sum(picture for picture, _ in shown)
        texts += sum(text for _, text in shown)
    return 0 < texts <= pictures


def _is_in_italics(page_lines: PageLines, line: PageLine) -> bool:
    slanted = page_lines.node[line.element].css("em, i")
    return any(len(" ".join(node.text(deep=True).split())) >= line.size - 1 for node in slanted)


def _is_centred(page_lines: PageLines, element: int) -> bool:
    node = page_lines.node[element]
    style = attribute(node, "style").replace(" ", "").lower()
    centred = "text-align:center" in style or attribute(node, "align").lower() == "center"
    return centred or "center" in page_lines.names[element].lower() or page_lines.tag[element] == "center"
