"""Markup to blocks: one walk with its own stack, so that no depth of nesting matters.

The builder keeps a stack of open frames (document, list, item, quote, footnote) and one run of inline text;
a block boundary ends the run. With a `Sorting` it builds only what the extraction kept. The kinds that
need a look ahead (tables, code, pictures) are in files of their own.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.code import code_of
from tuinews.extract.figures import embed_of, figure_of, post_of
from tuinews.extract.flow import flow_of
from tuinews.extract.notes import Notes
from tuinews.extract.polish import polished
from tuinews.extract.rules import CREDIT_NAME, POST_NAME, SPOKEN_ONLY, words
from tuinews.extract.spans import MARKS, Run
from tuinews.extract.tables import is_data, table_of
from tuinews.extract.tags import BLOCKS, HEADINGS
from tuinews.extract.tree import attribute, parse
from tuinews.model.document import (
    Block,
    Document,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    plain,
)
from tuinews.text import clean_line

MAX_FRAMES = 24
"""Lists and quotes inside each other; deeper ones are read as part of the one around them."""

_SKIPPED = words(
    """
    script style noscript template svg head select option button textarea object input meta link canvas
    dialog datalist label nav title source map
    """
)
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s@?]+", re.IGNORECASE)

Leave = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the extraction decided: text nodes kept, text nodes that are captions, and elements dropped whole."""

    kept: Set[int]
    captions: Set[int] = frozenset()
    dropped: Set[int] = frozenset()


@dataclass(slots=True)
class _Frame:
    """An open container: its blocks, for a list its items too."""

    kind: str
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)


def blocks_of(root: LexborNode, base: str | None, sorting: Sorting | None = None) -> tuple[Block, ...]:
    """The blocks of everything under `root`, or of what `sorting` keeps; addresses are made absolute by `base`."""
    return polished(_Builder(base, sorting).read(root))


def document_from_html(html: str, base_url: str | None) -> Document:
    """A feed's content, or any fragment of HTML, as blocks."""
    body = parse(html).body
    return Document(blocks_of(body, base_url)) if body is not None else Document()


def plain_text(html: str, limit: int) -> str:
    """A fragment of HTML (a feed's summary) as one clean line of at most `limit` characters."""
    if "<" not in html and "&" not in html:
        return clean_line(html, limit)
    body = parse(html[: limit * 40 + 4000]).body
    if body is None:
        return ""
    return clean_line(" ".join(line.text for line in flow_of(body, margins=True).lines), limit)


class _Builder:
    def __init__(self, base: str | None, sorting: Sorting | None) -> None:
        self.base, self.sorting = base, sorting
        self.frames = [_Frame("document")]
        self.run, self.caption, self.credit = Run(), Run(), Run()
        self.marks: tuple[Mark, ...] = ()
        self.href: str | None = None
        self.heading = 0
        self.in_figure = self.in_credit = 0
        self.waiting: list[Figure] = []
        self.early_caption: Spans = ()
        self.notes = Notes()

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
                self.text(node)
            elif tag and tag[0] not in "-!" and tag not in _SKIPPED and not self.is_dropped(node):
                entered = self.enter(tag, node)
                if entered is not None:
                    child = node.child
                    if child is not None:
                        stack.append((following, entered))
                        node = child
                        continue
                    entered()
            node = following
        self.flush()
        return self.notes.linked(self.frames[0].blocks)

    def is_dropped(self, node: LexborNode) -> bool:
        return self.sorting is not None and node.mem_id in self.sorting.dropped

    def text(self, node: LexborNode) -> None:
        """A text node: into the run, a caption, or nowhere."""
        text = node.text_content or ""
        if self.sorting is not None:
            key = node.mem_id
            if key in self.sorting.captions:
                (self.credit if self.in_credit else self.caption).add(text, self.marks, self.href)
                return
            if key not in self.sorting.kept:
                return
        elif self.in_figure > 1:
            (self.credit if self.in_credit else self.caption).add(text, self.marks, self.href)
            return
        self.run.add(text, self.marks, self.href)

    def enter(self, tag: str, node: LexborNode) -> Leave | None:
        """Opens an element; what to do at its end, or None where it is not to be entered."""
        handler = _HANDLERS.get(tag)
        if handler is not None:
            return handler(self, tag, node)
        if tag in BLOCKS:
            return self.block(tag, node)
        return self.inline(tag, node)

    def inline(self, tag: str, node: LexborNode) -> Leave | None:
        mark = MARKS.get(tag)
        marks, opens = self.marks, not self.run
        if mark is not None and mark not in marks and not (self.heading and mark is Mark.STRONG):
            self.marks = (*marks, mark)
        name = node.attributes.get("class") or ""
        if name and self.in_figure:
            if SPOKEN_ONLY.search(name):
                return None
            if CREDIT_NAME.search(name):
                return self.open_credit()

        def leave() -> None:
            self.marks = marks
            if name and opens and tag == "span":
                self.run.end_of_label()

        return leave

    def link(self, _: str, node: LexborNode) -> Leave | None:
        before, href = self.href, (node.attributes.get("href") or "").strip()
        label = node.text(deep=True).strip() if href.startswith("#") else ""
        if href.startswith("#"):
            if self.notes.is_way_back(label):
                return None
            self.href = self.notes.reference(href, label)
        elif _MAIL.match(href):
            self.href = href
        else:
            self.href = join(self.base, href)

        def leave() -> None:
            self.href = before

        return leave

    def line_break(self, _: str, node: LexborNode) -> Leave | None:
        following = node.next
        while following is not None and following.tag == "-text" and not (following.text_content or "").strip():
            following = following.next
        if following is not None and following.tag == "br":
            self.flush()
        elif self.run:
            self.run.line_break()
        return None

    def block(self, tag: str, node: LexborNode) -> Leave | None:
        self.flush()
        attributes = node.attributes
        name = attributes.get("class") or ""
        if name and self.in_figure and CREDIT_NAME.search(name):
            return self.open_credit()
        if self.notes.is_note(attributes.get("id")):
            return self.open_frame("note", self.notes.label(attributes.get("id")))
        return self.flush

    def open_credit(self) -> Leave:
        self.in_credit += 1

        def leave() -> None:
            self.in_credit -= 1

        return leave

    def open_heading(self, tag: str, _: LexborNode) -> Leave | None:
        self.flush()
        self.heading = int(tag[1])

        def leave() -> None:
            self.flush()
            self.heading = 0

        return leave

    def term(self, _: str, node: LexborNode) -> Leave | None:
        self.flush()
        marks, self.marks = self.marks, (Mark.STRONG,)

        def leave() -> None:
            self.flush()
            self.marks = marks

        return leave

    def flush(self) -> None:
        """Ends the run: a paragraph or heading, then the pictures that stood in it, then their caption."""
        spans = self.run.spans()
        if spans:
            self.add(Heading(self.heading, spans) if self.heading else Paragraph(spans))
        if self.waiting:
            for figure in self.waiting:
                self.add(figure)
            self.waiting = []
        if not self.in_credit:
            self.end_caption()

    def add(self, block: Block) -> None:
        if isinstance(block, Figure) and self.early_caption:
            block = Figure(block.url, block.alt, self.early_caption, None, block.width, block.height)
            self.early_caption = ()
        self.frames[-1].blocks.append(block)

    def end_caption(self) -> None:
        """Gives the caption and credit just read to the last picture, else to the next one."""
        caption, credit = self.caption.spans(), self.credit.spans()
        if not caption and not credit:
            return
        blocks = self.frames[-1].blocks
        for place in range(len(blocks) - 1, max(-1, len(blocks) - 3), -1):
            figure = blocks[place]
            if isinstance(figure, Figure):
                if figure.caption and caption and not self.in_figure:
                    return
                both = figure.caption + ((Span(" "),) if figure.caption and caption else ()) + caption
                if plain(caption) and plain(caption) in plain(figure.caption):
                    both = figure.caption
                name = plain(credit) or figure.credit
                blocks[place] = Figure(figure.url, figure.alt, both, name, figure.width, figure.height)
                return
        self.early_caption = caption

    def figure(self, _: str, node: LexborNode) -> Leave | None:
        self.flush()
        self.in_figure += 1
        self.early_caption = ()

        def leave() -> None:
            self.flush()
            self.in_figure -= 1
            self.early_caption = ()

        return leave

    def image(self, _: str, node: LexborNode) -> Leave | None:
        figure = figure_of(node, self.base)
        if figure is not None:
            if self.run:
                self.waiting.append(figure)
            else:
                self.add(figure)
        return None

    def embed(self, _: str, node: LexborNode) -> Leave | None:
        embed = embed_of(node, self.base)
        if embed is not None:
            self.flush()
            self.add(embed)
        return None

    def rule(self, *_: object) -> Leave | None:
        self.flush()
        self.add(Rule())
        return None

    def code(self, _: str, node: LexborNode) -> Leave | None:
        self.flush()
        if self.sorting is None or self.keeps_some(node):
            block = code_of(node)
            if block is not None:
                self.add(block)
        return None

    def table(self, tag: str, node: LexborNode) -> Leave | None:
        if not is_data(node):
            return self.block(tag, node)
        self.flush()
        if self.sorting is None or self.keeps_some(node):
            table = table_of(node, self.cell)
            if table.rows or table.header:
                self.add(table)
        return None

    def cell(self, node: LexborNode) -> Spans:
        """The spans of a cell; the lines of several blocks in it are set apart by newlines."""
        inner = _Builder(self.base, self.sorting)
        spans: list[Span] = []
        for block in inner.read(node):
            for part in _spans_inside(block):
                if spans:
                    spans.append(Span("\n"))
                spans.extend(part)
        return tuple(spans)

    def keeps_some(self, node: LexborNode) -> bool:
        kept = self.sorting.kept if self.sorting is not None else frozenset()
        return any(inner.mem_id in kept for inner in node.traverse(include_text=True))

    def open_list(self, tag: str, node: LexborNode) -> Leave | None:
        start = attribute(node, "start")
        number = int(start[:6]) if start[:6].isascii() and start[:6].isdigit() else 1
        return self.open_frame("list", (tag == "ol", number))

    def item(self, tag: str, node: LexborNode) -> Leave | None:
        identity = node.attributes.get("id")
        if self.notes.is_note(identity):
            return self.open_frame("note", self.notes.label(identity))
        return self.open_frame("item") if self.frames[-1].kind == "list" else self.block(tag, node)

    def quote(self, tag: str, node: LexborNode) -> Leave | None:
        if POST_NAME.search(attribute(node, "class")) and (self.sorting is None or not self.keeps_some(node)):
            post = post_of(node, self.base)
            if post is not None:
                self.flush()
                self.add(post)
            return None
        return self.open_frame("quote")

    def source_of_quote(self, tag: str, node: LexborNode) -> Leave | None:
        """`footer` or `cite` as the last line of a quotation names its source."""
        parent = node.parent
        in_quote = (
            self.frames[-1].kind == "quote" and parent is not None and parent.tag in ("blockquote", "footer")
        )
        if not in_quote:
            return self.block(tag, node) if tag == "footer" else self.inline(tag, node)
        return self.open_frame("cite") if parent is None or parent.tag != "footer" else self.inline(tag, node)

    def open_frame(self, kind: str, detail: object = None) -> Leave:
        """Opens a container; where too many are open, its content joins the one around it."""
        self.flush()
        if len(self.frames) >= MAX_FRAMES:
            return self.flush
        self.frames.append(_Frame(kind))
        heading, self.heading = self.heading, 0

        def leave() -> None:
            self.flush()
            self.heading = heading
            self.close(self.frames.pop(), detail)

        return leave

    def close(self, frame: _Frame, detail: object) -> None:
        """Puts a finished container into the one around it."""
        around, blocks = self.frames[-1], tuple(frame.blocks)
        match frame.kind, detail:
            case "list", (bool(ordered), int(start)):
                items = [*frame.items, *((block,) for block in blocks if not isinstance(block, Footnote))]
                if items:
                    around.blocks.append(List(tuple(items), ordered, start))
                self.frames[-1].blocks.extend(block for block in blocks if isinstance(block, Footnote))
            case "item", _ if blocks:
                around.items.append(blocks)
            case "quote", _ if blocks:
                cites = [item for item in frame.items if item]
                cite = plain(_spans_inside(cites[-1][0])[0]) if cites and _spans_inside(cites[-1][0]) else None
                around.blocks.append(Quote(blocks, cite))
            case "cite", _ if blocks:
                around.items.append(blocks)
            case "note", str(label) if blocks:
                around.blocks.append(Footnote(label, blocks))


def _spans_inside(block: Block) -> list[Spans]:
    match block:
        case Paragraph(spans) | Heading(_, spans):
            return [spans]
        case List(items):
            return [spans for item in items for inner in item for spans in _spans_inside(inner)]
        case Quote(blocks):
            return [spans for inner in blocks for spans in _spans_inside(inner)]
    return []


Handler = Callable[["_Builder", str, LexborNode], Leave | None]

_HANDLERS: dict[str, Handler] = {
    "a": _Builder.link,
    "br": _Builder.line_break,
    "hr": _Builder.rule,
    "img": _Builder.image,
    "amp-img": _Builder.image,
    "iframe": _Builder.embed,
    "video": _Builder.embed,
    "audio": _Builder.embed,
    "figure": _Builder.figure,
    "figcaption": _Builder.figure,
    "ul": _Builder.open_list,
    "ol": _Builder.open_list,
    "li": _Builder.item,
    "dt": _Builder.term,
    "blockquote": _Builder.quote,
    "footer": _Builder.source_of_quote,
    "cite": _Builder.source_of_quote,
    "pre": _Builder.code,
    "table": _Builder.table,
}
_HANDLERS.update(dict.fromkeys(HEADINGS, _Builder.open_heading))
