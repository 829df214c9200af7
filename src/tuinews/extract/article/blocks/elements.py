"""What each element of HTML opens: the blocks that it becomes. One function an element.

The kinds that need a look ahead have files of their own; what stands inside a line is in `inline.py`.
"""

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.builder import DASH, Builder, ElementRole, Enter
from tuinews.extract.article.blocks.cards import is_card
from tuinews.extract.article.blocks.code import code_of, verse_of
from tuinews.extract.article.blocks.figures import embed_of, figure_of, image_beside, is_credit_line, post_of
from tuinews.extract.article.blocks.footnotes import without_label
from tuinews.extract.article.blocks.frames import Frame, Leave
from tuinews.extract.article.blocks.inline import break_line, is_credit, open_inline, open_link
from tuinews.extract.article.blocks.list_items import list_blocks
from tuinews.extract.article.blocks.spans import spans_inside
from tuinews.extract.article.blocks.tables import is_data, table_of
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.patterns import POST_NAME
from tuinews.extract.page.tags import BLOCKS, HEADINGS
from tuinews.extract.page.tree import attribute
from tuinews.model.document import Block, Footnote, Mark, Paragraph, Quote, Rule, Span, Spans, plain


def read(builder: Builder, root: LexborNode) -> list[Block]:
    """Everything under `root` as blocks."""
    return builder.read(root, _enter)


def _enter(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    if builder.selection is not None and builder.selection.roles:
        role = builder.selection.roles.get(node.mem_id)
        if role is not None:
            return _in_role(builder, role)
    handler = _HANDLERS.get(tag)
    if handler is not None:
        return handler(builder, tag, node)
    return _block(builder, tag, node) if tag in BLOCKS else open_inline(builder, tag, node)


def _block(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    builder.flush()
    if is_credit(builder, node) or (builder.in_figure and is_credit_line(node)):
        return builder.open_credit()
    name = attribute(node, "class") if builder.selection is None else ""
    if builder.notes and builder.notes.is_note(node.id):
        return _open_note(builder, node)
    return builder.open_caption() if builder.selection is None and name and holds_caption(name) else builder.flush


def _margin(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    """`aside` and the like stand beside the text, with all their pictures, unless text in them is kept."""
    return _block(builder, tag, node) if builder.keeps_some(node) else None


def _heading(builder: Builder, tag: str, _: LexborNode) -> Leave | None:
    builder.flush()
    builder.heading = int(tag[1])

    def leave() -> None:
        builder.flush()
        builder.heading = 0

    return leave


def _rule(builder: Builder, *_: object) -> Leave | None:
    builder.flush()
    builder.add(Rule())
    return None


def _code(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    builder.flush()
    if builder.keeps_some(node):
        stanzas = verse_of(node)
        for stanza in stanzas:
            builder.add(stanza)
        block = code_of(node) if not stanzas else None
        if block is not None:
            builder.add(block)
    return None


def _figure(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    builder.flush()
    if tag == "figure" and not builder.in_figure:
        builder.has_figcaption = node.css_first("figcaption") is not None
    builder.in_figure += 1
    if builder.in_figure == 1:
        builder.early_caption = ()

    def leave() -> None:
        builder.flush()
        builder.in_figure -= 1
        if not builder.in_figure:
            builder.early_caption = ()

    return leave


def _image(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    figure = figure_of(node, builder.base)
    if figure is not None and not (builder.selection is not None and is_card(node, figure, builder.base)):
        if builder.run:
            builder.waiting.append(figure)
        else:
            builder.add(figure)
    return None


def _noscript(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    """What is shown without scripts: read where the picture beside it has no address yet."""
    late = image_beside(node)
    return builder.flush if late is not None and figure_of(late, builder.base) is None else None


def _embed(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    embed = embed_of(node, builder.base)
    if embed is not None:
        builder.flush()
        builder.add(embed)
    return None


def _table(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    if not is_data(node):
        return _block(builder, tag, node)
    builder.flush()
    if builder.keeps_some(node):
        table = table_of(node, lambda cell: _cell(builder, cell))
        if table.rows or table.header:
            builder.add(table)
    return None


def _cell(builder: Builder, node: LexborNode) -> Spans:
    """The spans of a cell; the lines of several blocks in it are set apart by newlines."""
    inner = Builder(builder.base, builder.selection)
    inner.notes = builder.notes
    spans: list[Span] = []
    for block in read(inner, node):
        for part in spans_inside(block):
            if spans:
                spans.append(Span("\n"))
            spans.extend(part)
    return tuple(spans)


def _term(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    builder.flush()
    marks, builder.marks = builder.marks, (Mark.STRONG,)

    def leave() -> None:
        frame = builder.frames[-1]
        frame.has_term |= bool(builder.run)
        builder.flush()
        builder.terms.update(plain(spans) for block in frame.blocks[-1:] for spans in spans_inside(block))
        builder.marks = marks

    return leave


def _list(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    start = attribute(node, "start")
    number = int(start[:6]) if start[:6].isascii() and start[:6].isdigit() else 1

    def close(frame: Frame, around: Frame) -> None:
        """Notes that stand in the list, as those at the foot of a page do, are none of its items."""
        notes = [block for block in frame.blocks if isinstance(block, Footnote)]
        items = [*frame.items, *((block,) for block in frame.blocks if not isinstance(block, Footnote))]
        if items:
            around.blocks.extend(list_blocks(items, ordered=tag == "ol", start=number))
        around.blocks.extend(notes)

    return builder.open_frame("list", close)


def _item(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    if builder.notes and builder.notes.is_note(node.id):
        return _open_note(builder, node)
    in_list = builder.frames[-1].kind == "list"
    return builder.open_frame("item", _close_part) if in_list else _block(builder, tag, node)


def _open_note(builder: Builder, node: LexborNode) -> Leave:
    label = builder.notes.label(node.id)

    def close(frame: Frame, around: Frame) -> None:
        if frame.blocks:
            first = frame.blocks[0]
            if isinstance(first, Paragraph):
                first = Paragraph(without_label(first.spans, label))
            around.blocks.append(Footnote(label, (first, *frame.blocks[1:])))

    return builder.open_frame("note", close)


def _quote(builder: Builder, _: str, node: LexborNode) -> Leave | None:
    kept = builder.selection is not None and builder.selection.keeps_some(node)
    if not kept and POST_NAME.search(attribute(node, "class")):
        post = post_of(node, builder.base)
        if post is not None:
            builder.flush()
            builder.add(post)
        return None
    if holds_caption(attribute(node, "class")):
        return builder.flush
    return builder.open_frame("quote", _close_quote)


def _in_role(builder: Builder, role: ElementRole) -> Leave:
    """An element of which the page's structure says more than its tag."""
    builder.flush()
    return builder.flush if role is ElementRole.FLAT else builder.open_frame("quote", _close_quote)


def _source_of_quote(builder: Builder, tag: str, node: LexborNode) -> Leave | None:
    """`footer` or `cite` as the last line of a quotation names its source."""
    parent = node.parent
    inside = builder.frames[-1].kind == "quote" and parent is not None and parent.tag in ("blockquote", "footer")
    if not inside:
        return _margin(builder, tag, node) if tag == "footer" else open_inline(builder, tag, node)
    if parent is None or parent.tag != "footer":
        return builder.open_frame("cite", _close_part)
    return open_inline(builder, tag, node)


def _close_part(frame: Frame, around: Frame) -> None:
    """An item of a list, or the source of a quotation."""
    if frame.blocks:
        around.items.append(tuple(frame.blocks))


def _close_quote(frame: Frame, around: Frame) -> None:
    """A quotation; its source stands without the dash before it."""
    if frame.blocks:
        source = spans_inside(frame.items[-1][0]) if frame.items else []
        cite = DASH.sub("", plain(source[0])) if source else ""
        around.blocks.append(Quote(tuple(frame.blocks), cite or None))


_HANDLERS: dict[str, Enter] = {
    "a": open_link,
    "br": break_line,
    "hr": _rule,
    "img": _image,
    "amp-img": _image,
    "iframe": _embed,
    "video": _embed,
    "audio": _embed,
    "figure": _figure,
    "figcaption": _figure,
    "ul": _list,
    "ol": _list,
    "li": _item,
    "dl": lambda builder, tag, node: builder.frames[-1].definition_list(_block(builder, tag, node)),
    "dt": _term,
    "dd": lambda builder, tag, node: builder.frames[-1].definition(_block(builder, tag, node)),
    "noscript": _noscript,
    "aside": _margin,
    "blockquote": _quote,
    "footer": _source_of_quote,
    "cite": _source_of_quote,
    "pre": _code,
    "table": _table,
    **dict.fromkeys(HEADINGS, _heading),
}
