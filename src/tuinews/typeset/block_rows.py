"""Each kind of block as rows of a width; what holds blocks (lists, quotes, footnotes) sets them narrower."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from tuinews.model.document import (
    Block,
    Code,
    Document,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Spans,
    Table,
    plain,
    unknown_kind,
)
from tuinews.typeset.cells import cut, width
from tuinews.typeset.code import set_code
from tuinews.typeset.pieces import DASHES, Piece, Role
from tuinews.typeset.styled_text import Links, Row, StyledText, TextStyle, note_mark
from tuinews.typeset.tables import set_table

_BULLETS = "•◦▪"
_NARROWEST = 8
"""Cells that must remain for the text; where bars and markers would leave less, they are left out."""

_INDENT = 2
"""Cells by which a definition stands in from its term."""

_MAX_DEPTH = 40
"""Blocks inside blocks; what lies deeper is set as plain paragraphs."""

_PICTURE = {
    "vi": "Ảnh",
    "de": "Bild",
    "fr": "Image",
    "es": "Imagen",
    "ja": "写真",
    "zh": "图片",
    "ko": "사진",
}


@dataclass(frozen=True, slots=True)
class BlockFrame:
    """Where blocks are set: the cells they have, the role of their text, how deep they lie, in what language."""

    width: int
    role: Role = Role.TEXT
    depth: int = 0
    bullets: int = 0
    lang: str = ""


def set_blocks(blocks: tuple[Block, ...], place: BlockFrame, links: Links) -> list[Row]:
    """`blocks` in rows, with blank rows between them."""
    rows: list[Row] = []
    before: Block | None = None
    for block in blocks:
        own = set_block(block, place, links)
        if own:
            rows += space(before, block, place) + own
            before = block
    return rows


def set_block(block: Block, place: BlockFrame, links: Links) -> list[Row]:
    """One block in rows; none where it has nothing to show."""
    if place.depth > _MAX_DEPTH:
        return _words("\n".join(Document((block,)).lines), place.role, place.width)
    match block:
        case Heading(spans=spans, post=True):
            return _spans(spans, Role.POST, place, links)
        case Heading(level, spans):
            return _spans(spans, Role.HEADING if level <= 2 else Role.SUBHEADING, place, links)
        case Paragraph(spans, 0):
            return _spans(spans, place.role, place, links)
        case Paragraph(spans, indent):
            inside = _inside(place, place.role, _INDENT * indent)
            rows = _spans(spans, place.role, inside, links)
            return _hung(rows, "", _INDENT * indent, Role.INDENT, place.width)
        case List():
            return _list(block, place, links)
        case Quote():
            return _quote(block, place, links)
        case Table():
            return set_table(block, place.width, links)
        case Code():
            return set_code(block, place.width)
        case Figure():
            return _figure(block, place, links)
        case Embed(url, title):
            return _embed(url, title, place, links)
        case Rule():
            return [Row([Piece("*  *  *".center(place.width).rstrip(), Role.RULE)])]
        case Footnote(label, blocks):
            return _footnote(label, blocks, place, links)
        case _:
            raise unknown_kind(block)


def space(before: Block | None, block: Block, place: BlockFrame) -> list[Row]:
    """The blank rows between two blocks; a short rule opens the footnotes."""
    if before is None:
        return []
    match before, block:
        case Footnote(), Footnote():
            return []
        case _, Footnote():
            return [Row(), Row([Piece("─" * min(8, place.width), Role.RULE)])]
        case _, Heading(level=level) if level <= 2 and place.depth == 0:
            return [Row(), Row()]
        case Heading(level=level), _ if level > 2:
            return []
        case Paragraph(), List() if place.bullets:
            return []
        case Paragraph(spans, indent), Paragraph(indent=further) if further > indent and _is_strong(spans):
            return []
    return [Row()]


def _is_strong(spans: Spans) -> bool:
    """Whether a paragraph is bold as a whole, as the term before its definition is."""
    return all(Mark.STRONG in span.marks or not span.text.strip() for span in spans)


def _spans(spans: Spans, role: Role, place: BlockFrame, links: Links) -> list[Row]:
    flow = StyledText()
    flow.add_spans(spans, role, links)
    return flow.wrap(place.width)


def _words(text: str, role: Role, limit: int) -> list[Row]:
    flow = StyledText()
    flow.add_text(text, TextStyle(role))
    return flow.wrap(limit)


def _inside(place: BlockFrame, role: Role, indent: int, bullets: int = 0) -> BlockFrame:
    room = place.width - indent
    return replace(
        place,
        width=room if room >= _NARROWEST else place.width,
        role=role,
        depth=place.depth + 1,
        bullets=place.bullets + bullets,
    )


def _hung(rows: list[Row], sign: str, indent: int, role: Role, limit: int) -> list[Row]:
    """`rows` indented, `sign` before the first; as they are where there is no room for it."""
    if limit - indent < _NARROWEST:
        return rows
    first = Piece(sign.rjust(indent), role)
    rest = Piece(" " * indent, Role.INDENT)
    for number, row in enumerate(rows):
        if number == 0 or row.pieces:
            row.pieces.insert(0, rest if number else first)
    return rows


def _footnote(label: str, blocks: tuple[Block, ...], place: BlockFrame, links: Links) -> list[Row]:
    sign = f"{note_mark(cut(label, 8))} "
    indent = max(3, width(sign))
    rows = set_blocks(blocks, _inside(place, Role.FOOTNOTE, indent), links)
    rows = _hung(rows, sign, indent, Role.FOOTNOTE_LABEL, place.width)
    if rows and rows[0].pieces[0].role is Role.FOOTNOTE_LABEL:
        rows[0].pieces[0] = replace(rows[0].pieces[0], note=label)
    return rows or [Row()]


def _list(block: List, place: BlockFrame, links: Links) -> list[Row]:
    last = block.start + len(block.items) - 1
    bullet = _BULLETS[min(place.bullets, len(_BULLETS) - 1)]
    indent = max(len(str(block.start)), len(str(last))) + 2 if block.ordered else 2
    inside = _inside(place, place.role, indent, bullets=1)
    loose = any(len([b for b in item if not isinstance(b, List)]) > 1 for item in block.items)
    rows: list[Row] = []
    for number, item in enumerate(block.items, block.start):
        own = set_blocks(item, inside, links)
        if own and isinstance(item[0], List):
            own.insert(0, Row())
        sign = f"{number}. " if block.ordered else f"{bullet} "
        if own:
            rows += [Row()] if loose and rows else []
            rows += _hung(own, sign, indent, Role.MARKER, place.width)
    return rows


def _quote(block: Quote, place: BlockFrame, links: Links) -> list[Row]:
    inside = _inside(place, Role.QUOTE, 2)
    rows = set_blocks(block.blocks, inside, links)
    if block.cite:
        rows += _words(f"—\u00a0{block.cite.lstrip(DASHES)}", Role.CITE, inside.width)
    if inside.width < place.width:
        for row in rows:
            row.pieces.insert(0, Piece("│ " if row.pieces else "│", Role.QUOTE_BAR))
    return rows


def _figure(figure: Figure, place: BlockFrame, links: Links) -> list[Row]:
    """The picture's placeholder: what it shows (its alternative text), its caption, its credit."""
    inside = _inside(place, Role.CAPTION, 2)
    flow = StyledText()
    flow.add_spans(figure.caption, Role.CAPTION, links)
    if figure.credit and _letters(figure.credit) not in _letters(flow.text):
        flow.add_text(" —\u00a0" if flow.text else "", TextStyle(Role.SEPARATOR))
        flow.add_text(figure.credit, TextStyle(Role.CREDIT))
    rows = flow.wrap(inside.width)
    if figure.alt and not _same_words(figure.alt, plain(figure.caption)):
        rows = _words(figure.alt, Role.ALT, inside.width) + rows
    if not rows:
        rows = _words(_PICTURE.get(place.lang, "Picture"), Role.SIGN, inside.width)
    return _hung(rows, "▣ ", 2, Role.SIGN, place.width)


def _same_words(alt: str, caption: str) -> bool:
    """Whether the alternative text only says the caption again, as pages do ("…, Ảnh 1.", "….jpg")."""
    one, other = _letters(alt), _letters(caption)
    return not one or (bool(other) and (one[:30] == other[:30] or one in other or other in one))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _embed(url: str, title: str | None, place: BlockFrame, links: Links) -> list[Row]:
    inside = _inside(place, Role.EMBED, 2)
    flow = StyledText()
    link = links.number(url) if url.startswith(("http://", "https://")) else None
    flow.add_text(title or urlsplit(url).hostname or url, TextStyle(Role.EMBED, link=link))
    if link is not None:
        flow.add(f"[{link}]", TextStyle(Role.LINK_NUMBER, link=link))
    return _hung(flow.wrap(inside.width), "▶ ", 2, Role.SIGN, place.width)
