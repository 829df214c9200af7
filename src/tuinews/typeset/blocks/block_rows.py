"""Each kind of block as rows of a width; what holds blocks (lists, quotes, footnotes) sets them narrower."""

from dataclasses import replace
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
    unknown_kind,
)
from tuinews.typeset.blocks.code import set_code
from tuinews.typeset.blocks.figures import set_figure
from tuinews.typeset.blocks.frame import BlockFrame, hung, inside, words
from tuinews.typeset.blocks.tables import set_table
from tuinews.typeset.cells import cut, width
from tuinews.typeset.pieces import DASHES, Piece, Role
from tuinews.typeset.styled_text import Links, Row, StyledText, TextStyle, note_mark

_BULLETS = "•◦▪"
_INDENT = 2
"""Cells by which a definition stands in from its term."""

_MAX_DEPTH = 40
"""Blocks inside blocks; what lies deeper is set as plain paragraphs."""


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
        return words("\n".join(Document((block,)).lines), place.role, place.width)
    match block:
        case Heading(spans=spans, post=True):
            return _spans(spans, Role.POST, place, links)
        case Heading(level, spans):
            return _spans(spans, Role.HEADING if level <= 2 else Role.SUBHEADING, place, links)
        case Paragraph(spans, 0):
            return _spans(spans, place.role, place, links)
        case Paragraph(spans, indent):
            inner = inside(place, place.role, _INDENT * indent)
            rows = _spans(spans, place.role, inner, links)
            return hung(rows, "", _INDENT * indent, Role.INDENT, place.width)
        case List():
            return _list(block, place, links)
        case Quote():
            return _quote(block, place, links)
        case Table():
            return set_table(block, place.width, links, place.overflow)
        case Code():
            return set_code(block, place.width, place.overflow)
        case Figure():
            return set_figure(block, place, links)
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


def _footnote(label: str, blocks: tuple[Block, ...], place: BlockFrame, links: Links) -> list[Row]:
    sign = f"{note_mark(cut(label, 8))} "
    indent = max(3, width(sign))
    rows = set_blocks(blocks, inside(place, Role.FOOTNOTE, indent), links)
    rows = hung(rows, sign, indent, Role.FOOTNOTE_LABEL, place.width)
    if rows and rows[0].pieces[0].role is Role.FOOTNOTE_LABEL:
        rows[0].pieces[0] = replace(rows[0].pieces[0], note=label)
    return rows or [Row()]


def _list(block: List, place: BlockFrame, links: Links) -> list[Row]:
    last = block.start + len(block.items) - 1
    bullet = _BULLETS[min(place.bullets, len(_BULLETS) - 1)]
    indent = max(len(str(block.start)), len(str(last))) + 2 if block.ordered else 2
    inner = inside(place, place.role, indent, bullets=1)
    loose = any(len([b for b in item if not isinstance(b, List)]) > 1 for item in block.items)
    rows: list[Row] = []
    for number, item in enumerate(block.items, block.start):
        own = set_blocks(item, inner, links)
        if own and isinstance(item[0], List):
            own.insert(0, Row())
        sign = f"{number}. " if block.ordered else f"{bullet} "
        if own:
            rows += [Row()] if loose and rows else []
            rows += hung(own, sign, indent, Role.MARKER, place.width)
    return rows


def _quote(block: Quote, place: BlockFrame, links: Links) -> list[Row]:
    inner = inside(place, Role.QUOTE, 2)
    rows = set_blocks(block.blocks, inner, links)
    if block.cite:
        rows += words(f"—\u00a0{block.cite.lstrip(DASHES)}", Role.CITE, inner.width)
    if inner.width < place.width:
        for row in rows:
            row.put_before(Piece("│ " if row.pieces else "│", Role.QUOTE_BAR))
    return rows


def _embed(url: str, title: str | None, place: BlockFrame, links: Links) -> list[Row]:
    inner = inside(place, Role.EMBED, 2)
    flow = StyledText()
    link = links.number(url) if url.startswith(("http://", "https://")) else None
    flow.add_text(title or urlsplit(url).hostname or url, TextStyle(Role.EMBED, link=link))
    if link is not None:
        flow.add(f"[{link}]", TextStyle(Role.LINK_NUMBER, link=link))
    return hung(flow.wrap(inner.width), "▶ ", 2, Role.SIGN, place.width)
