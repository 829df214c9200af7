"""The builder of blocks: one walk with its own stack, so that no depth of nesting matters.

The builder keeps a stack of open frames (document, list, item, quote, footnote) and one run of inline text;
a block boundary ends the run. With a `NodeSelection` it builds only what the extraction kept. The kinds that
need a look ahead have files of their own. The methods are the elements of HTML, one each: hence the length.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.article.blocks.cards import is_card, is_title_of_another
from tuinews.extract.article.blocks.code import code_of
from tuinews.extract.article.blocks.figures import embed_of, figure_of, give_caption, image_beside, post_of
from tuinews.extract.article.blocks.footnotes import Notes
from tuinews.extract.article.blocks.frames import Frame, Leave
from tuinews.extract.article.blocks.selection import NodeSelection
from tuinews.extract.article.blocks.spans import MARKS, Run, spans_inside
from tuinews.extract.article.blocks.tables import is_data, table_of
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.patterns import CREDIT_NAME, POST_NAME, SPOKEN_ONLY
from tuinews.extract.page.tags import BLOCKS, HEADINGS, SKIPPED
from tuinews.extract.page.tree import after_blanks, attribute
from tuinews.model.document import Block, Figure, Heading, Mark, Rule, Span, Spans, plain

MAX_FRAMES = 24
"""Lists and quotes inside each other; deeper ones join the one around them."""

_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+", re.IGNORECASE)


class Builder:
    """Reads one tree into blocks; `read` is called once."""

    def __init__(self, base: str | None, sorting: NodeSelection | None) -> None:
        self.base, self.sorting = base, sorting
        self.frames = [Frame("document")]
        self.run, self.caption, self.credit = Run(), Run(), Run()
        self.marks: tuple[Mark, ...] = ()
        self.href: str | None = None
        self.unresolved: str | None = None
        self.heading = 0
        self.in_figure = self.in_credit = 0
        self.waiting: list[Figure] = []
        self.early_caption: Spans = ()
        self.notes = Notes()
        self.terms: set[str] = set()

    def read(self, root: LexborNode) -> list[Block]:
        """Walks everything under `root`."""
        stack: list[tuple[LexborNode | None, Leave]] = []
        node = root.child
        while True:
            if node is None:
                if not stack:
                    break
                node, leave = stack.pop()
                leave()
                continue
            following = node.next
            tag = node.tag or ""
            if tag == "-text":
                self._text(node)
            elif tag and tag[0] not in "-!" and tag not in SKIPPED and not self._is_dropped(node):
                entered = self._enter(tag, node)
                if entered is not None:
                    child = node.child
                    if child is not None:
                        stack.append((following, entered))
                        node = child
                        continue
                    entered()
            node = following
        self._flush()
        return self.frames[0].blocks

    def _is_dropped(self, node: LexborNode) -> bool:
        return self.sorting is not None and node.mem_id in self.sorting.dropped

    def _text(self, node: LexborNode) -> None:
        """A text node: into the run, a caption, or nowhere."""
        if self.sorting is None:
            run = self._caption_run() if self.in_figure > 1 else self.run
        else:
            key = node.mem_id
            if key in self.sorting.kept:
                run = self.run
            elif key in self.sorting.captions:
                run = self._caption_run()
            else:
                return
        run.add(node.text_content or "", self.marks, self.href if self.unresolved is None else self._address())

    def _caption_run(self) -> Run:
        return self.credit if self.in_credit else self.caption

    def _address(self) -> str | None:
        """Where the link around leads; made absolute only here, since most links of a page are not kept."""
        self.href, self.unresolved = join(self.base, self.unresolved), None
        return self.href

    def _enter(self, tag: str, node: LexborNode) -> Leave | None:
        """Opens an element; what to do at its end, or None where it is not to be entered."""
        handler = _HANDLERS.get(tag)
        if handler is not None:
            return handler(self, tag, node)
        if tag in BLOCKS:
            return self._block(tag, node)
        return self._inline(tag, node)

    def _inline(self, tag: str, node: LexborNode) -> Leave | None:
        mark = MARKS.get(tag)
        marks, opens = self.marks, not self.run
        if mark is not None and mark not in marks and not (self.heading and mark is Mark.STRONG):
            self.marks = (*marks, mark)
        name = attribute(node, "class") if self.in_figure or (opens and tag == "span") else ""
        if name and self.in_figure:
            if SPOKEN_ONLY.search(name):
                return None
            if CREDIT_NAME.search(name):
                return self._open_credit()

        def leave() -> None:
            self.marks = marks
            if name and opens and tag == "span":
                self.run.end_of_label()

        return leave

    def _link(self, _: str, node: LexborNode) -> Leave | None:
        before, unresolved, href = self.href, self.unresolved, (node.attributes.get("href") or "").strip()
        label = node.text(deep=True).strip() if href.startswith("#") else ""
        if href.startswith("#"):
            in_note = any(frame.kind == "note" for frame in self.frames)
            if self.notes.is_way_back(label) or (in_note and self.notes.leads_back(href)):
                return None
            self.href = self.notes.reference(href, label)
        elif _MAIL.match(href):
            self.href = href
        else:
            self.href, self.unresolved = None, href

        def leave() -> None:
            self.href, self.unresolved = before, unresolved

        return leave

    def _line_break(self, _: str, node: LexborNode) -> Leave | None:
        following = after_blanks(node)
        if following is not None and following.tag == "br":
            self._flush()
        elif self.run:
            self.run.line_break()
        return None

    def _block(self, tag: str, node: LexborNode) -> Leave | None:
        self._flush()
        name = attribute(node, "class") if self.in_figure or self.sorting is None else ""
        if name and self.in_figure and CREDIT_NAME.search(name):
            return self._open_credit()
        if self.notes and self.notes.is_note(node.id):
            return self._open_frame("note", self.notes.label(node.id))
        return self._open_caption() if self.sorting is None and name and holds_caption(name) else self._flush

    def _open_caption(self) -> Leave:
        """Where nothing was sorted out before, the line under a picture is told by its name."""
        if not any(isinstance(block, Figure) for block in self.frames[-1].blocks[-2:]):
            return self._flush
        self.in_figure += 2

        def leave() -> None:
            self._flush()
            self.in_figure -= 2

        return leave

    def _open_credit(self) -> Leave:
        self.in_credit += 1

        def leave() -> None:
            self.in_credit -= 1

        return leave

    def _open_heading(self, tag: str, _: LexborNode) -> Leave | None:
        self._flush()
        self.heading = int(tag[1])

        def leave() -> None:
            self._flush()
            self.heading = 0

        return leave

    def _term(self, _: str, node: LexborNode) -> Leave | None:
        self._flush()
        marks, self.marks = self.marks, (Mark.STRONG,)

        def leave() -> None:
            self.frames[-1].has_term |= bool(self.run)
            self._flush()
            self.terms.update(
                plain(spans) for block in self.frames[-1].blocks[-1:] for spans in spans_inside(block)
            )
            self.marks = marks

        return leave

    def _flush(self) -> None:
        """Ends the run: a paragraph or heading, then the pictures that stood in it, then their caption."""
        if not (self.run.pieces or self.waiting or self.caption.pieces or self.credit.pieces):
            return
        spans = self.run.spans()
        if spans:
            self._add(Heading(self.heading, spans) if self.heading else self.frames[-1].paragraph(spans))
        if self.waiting:
            for figure in self.waiting:
                self._add(figure)
            self.waiting = []
        if not self.in_credit and (self.caption.pieces or self.credit.pieces):
            self._end_caption()

    def _add(self, block: Block) -> None:
        if isinstance(block, Figure) and self.early_caption:
            block = Figure(block.url, block.alt, self.early_caption, None, block.width, block.height)
            self.early_caption = ()
        self.frames[-1].blocks.append(block)

    def _end_caption(self) -> None:
        """Gives the caption and credit just read to the last picture, else to the next one."""
        caption, credit = self.caption.spans(), self.credit.spans()
        if self.sorting is not None and is_title_of_another(caption, self.base):
            blocks = self.frames[-1].blocks
            if self.in_figure and blocks and isinstance(blocks[-1], Figure) and not blocks[-1].caption:
                blocks.pop()
            return
        if (caption or credit) and not give_caption(
            self.frames[-1].blocks, caption, plain(credit), self.in_figure > 0
        ):
            self.early_caption = caption

    def _figure(self, _: str, node: LexborNode) -> Leave | None:
        self._flush()
        self.in_figure += 1
        if self.in_figure == 1:
            self.early_caption = ()

        def leave() -> None:
            self._flush()
            self.in_figure -= 1
            if not self.in_figure:
                self.early_caption = ()

        return leave

    def _image(self, _: str, node: LexborNode) -> Leave | None:
        figure = figure_of(node, self.base)
        if figure is not None and not (self.sorting is not None and is_card(node, figure, self.base)):
            if self.run:
                self.waiting.append(figure)
            else:
                self._add(figure)
        return None

    def _noscript(self, _: str, node: LexborNode) -> Leave | None:
        """What is shown without scripts: read where the picture beside it has no address yet."""
        late = image_beside(node)
        if late is not None and figure_of(late, self.base) is None:
            return self._flush
        return None

    def _margin(self, tag: str, node: LexborNode) -> Leave | None:
        """`aside` and the like stand beside the text, with all their pictures, unless text in them is kept."""
        return self._block(tag, node) if self.sorting is None or self._keeps_some(node) else None

    def _embed(self, _: str, node: LexborNode) -> Leave | None:
        embed = embed_of(node, self.base)
        if embed is not None:
            self._flush()
            self._add(embed)
        return None

    def _rule(self, *_: object) -> Leave | None:
        self._flush()
        self._add(Rule())
        return None

    def _code(self, _: str, node: LexborNode) -> Leave | None:
        self._flush()
        if self.sorting is None or self._keeps_some(node):
            block = code_of(node)
            if block is not None:
                self._add(block)
        return None

    def _table(self, tag: str, node: LexborNode) -> Leave | None:
        if not is_data(node):
            return self._block(tag, node)
        self._flush()
        if self.sorting is None or self._keeps_some(node):
            table = table_of(node, self._cell)
            if table.rows or table.header:
                self._add(table)
        return None

    def _cell(self, node: LexborNode) -> Spans:
        """The spans of a cell; the lines of several blocks in it are set apart by newlines."""
        inner = Builder(self.base, self.sorting)
        inner.notes = self.notes
        spans: list[Span] = []
        for block in inner.read(node):
            for part in spans_inside(block):
                if spans:
                    spans.append(Span("\n"))
                spans.extend(part)
        return tuple(spans)

    def _keeps_some(self, node: LexborNode) -> bool:
        return self.sorting is not None and self.sorting.keeps_some(node)

    def _open_list(self, tag: str, node: LexborNode) -> Leave | None:
        start = attribute(node, "start")
        number = int(start[:6]) if start[:6].isascii() and start[:6].isdigit() else 1
        return self._open_frame("list", (tag == "ol", number))

    def _item(self, tag: str, node: LexborNode) -> Leave | None:
        if self.notes and self.notes.is_note(node.id):
            return self._open_frame("note", self.notes.label(node.id))
        return self._open_frame("item") if self.frames[-1].kind == "list" else self._block(tag, node)

    def _quote(self, tag: str, node: LexborNode) -> Leave | None:
        if POST_NAME.search(attribute(node, "class")) and (self.sorting is None or not self._keeps_some(node)):
            post = post_of(node, self.base)
            if post is not None:
                self._flush()
                self._add(post)
            return None
        return self._open_frame("quote")

    def _source_of_quote(self, tag: str, node: LexborNode) -> Leave | None:
        """`footer` or `cite` as the last line of a quotation names its source."""
        parent = node.parent
        in_quote = (
            self.frames[-1].kind == "quote" and parent is not None and parent.tag in ("blockquote", "footer")
        )
        if not in_quote:
            return self._margin(tag, node) if tag == "footer" else self._inline(tag, node)
        return self._open_frame("cite") if parent is None or parent.tag != "footer" else self._inline(tag, node)

    def _open_frame(self, kind: str, detail: object = None) -> Leave:
        """Opens a container; where too many are open, its content joins the one around it."""
        self._flush()
        if len(self.frames) >= MAX_FRAMES:
            return self._flush
        self.frames.append(Frame(kind))
        heading, self.heading = self.heading, 0

        def leave() -> None:
            self._flush()
            self.heading = heading
            frame = self.frames.pop()
            frame.close(self.frames[-1], detail)

        return leave


Handler = Callable[["Builder", str, LexborNode], Leave | None]

_HANDLERS: dict[str, Handler] = {
    "a": Builder._link,
    "br": Builder._line_break,
    "hr": Builder._rule,
    "img": Builder._image,
    "amp-img": Builder._image,
    "iframe": Builder._embed,
    "video": Builder._embed,
    "audio": Builder._embed,
    "figure": Builder._figure,
    "figcaption": Builder._figure,
    "ul": Builder._open_list,
    "ol": Builder._open_list,
    "li": Builder._item,
    "dl": lambda builder, tag, node: builder.frames[-1].definition_list(builder._block(tag, node)),
    "dt": Builder._term,
    "dd": lambda builder, tag, node: builder.frames[-1].definition(builder._block(tag, node)),
    "noscript": Builder._noscript,
    "aside": Builder._margin,
    "blockquote": Builder._quote,
    "footer": Builder._source_of_quote,
    "cite": Builder._source_of_quote,
    "pre": Builder._code,
    "table": Builder._table,
}
_HANDLERS.update(dict.fromkeys(HEADINGS, Builder._open_heading))
