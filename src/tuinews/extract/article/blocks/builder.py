"""The builder of blocks: what is open and what has been read while a tree is walked.

The walk has its own stack, so that no depth of nesting matters. The builder keeps a stack of open frames
(document, list, item, quote, footnote) and one run of inline text; a block boundary ends the run. With a
`NodeSelection` it builds only what the extraction kept. What each element of HTML opens is in `elements.py`.
"""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import field, replace
from enum import Enum, auto
from itertools import islice

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.article.blocks.cards import is_title_of_another
from tuinews.extract.article.blocks.credits import begins_as_credit
from tuinews.extract.article.blocks.figures import give_caption
from tuinews.extract.article.blocks.footnotes import Notes
from tuinews.extract.article.blocks.frames import Close, Frame, Leave
from tuinews.extract.article.blocks.spans import Run
from tuinews.extract.page.tags import SKIPPED
from tuinews.model.document import Block, Embed, Figure, Heading, Mark, Quote, Spans, Table, plain
from tuinews.quick_dataclass import dataclass

FIRST_TEXTS = 3
"""Text nodes of an element that are looked at to tell a caption; the first may be blank."""

MAX_FRAMES = 24
"""Lists and quotes inside each other; deeper ones join the one around them."""


DASH = re.compile(r"^[\s\u2010-\u2015\u2212~-]+")
"""What stands before the source of a quotation."""


class ElementRole(Enum):
    """What an element is though its tag does not say so."""

    QUOTE = auto()
    FLAT = auto()
    """A `blockquote` inside the element that was found to be the quotation."""


@dataclass(frozen=True, slots=True)
class NodeSelection:
    """What the extraction decided: text nodes kept, text nodes that are captions, elements dropped whole, and what
    some elements are.
    """

    kept: Set[int]
    captions: Set[int] = frozenset()
    dropped: Set[int] = frozenset()
    roles: Mapping[int, ElementRole] = field(default_factory=dict)

    def keeps_some(self, node: LexborNode) -> bool:
        """Whether any text under a node is kept."""
        return any(inner.mem_id in self.kept for inner in node.traverse(include_text=True))


class Builder:
    """Reads one tree into blocks; `read` is called once."""

    def __init__(self, base: str | None, selection: NodeSelection | None) -> None:
        self.base, self.selection = base, selection
        self.frames = [Frame("document")]
        self.run, self.caption, self.credit = Run(), Run(), Run()
        self.marks: tuple[Mark, ...] = ()
        self.href: str | None = None
        self.unresolved: str | None = None
        self.heading = 0
        self.in_figure = self.in_credit = 0
        self.has_figcaption = False
        self.waiting: list[Figure] = []
        self.early_caption: Spans = ()
        self.notes = Notes()
        self.terms: set[str] = set()
        self._has_captions = selection is not None and bool(selection.captions)

    def read(self, root: LexborNode, enter: "Enter") -> list[Block]:
        """Walks everything under `root`; `enter` opens each element."""
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
                entered = enter(self, tag, node)
                if entered is not None:
                    child = node.child
                    if child is not None:
                        stack.append((following, entered))
                        node = child
                        continue
                    entered()
            node = following
        self.flush()
        return self.frames[0].blocks

    def keeps_some(self, node: LexborNode) -> bool:
        """Whether text under an element is kept; all is where nothing was sorted out."""
        return self.selection is None or self.selection.keeps_some(node)

    @property
    def has_captions(self) -> bool:
        """Whether an element met here may be in a caption."""
        return self.in_figure > 0 or self._has_captions

    def in_caption(self, node: LexborNode) -> bool:
        """Whether an element is in a figure, or its text was found to be a caption's."""
        if self.in_figure:
            return True
        if self.selection is None or not self.has_captions:
            return False
        texts = (one for one in node.traverse(include_text=True) if one.tag == "-text")
        return any(one.mem_id in self.selection.captions for one in islice(texts, FIRST_TEXTS))

    def flush(self) -> None:
        """Ends the run: a paragraph or heading, then the pictures that stood in it, then their caption."""
        if not (self.run.pieces or self.waiting or self.caption.pieces or self.credit.pieces):
            return
        spans = self.run.spans()
        if spans:
            self.add(Heading(self.heading, spans) if self.heading else self.frames[-1].paragraph(spans))
        if self.waiting:
            for figure in self.waiting:
                self.add(figure)
            self.waiting = []
        if not self.in_credit and (self.caption.pieces or self.credit.pieces):
            self._end_caption()

    def add(self, block: Block) -> None:
        """Puts a block into the open frame; a picture takes the caption that came before it."""
        if isinstance(block, Figure) and self.early_caption:
            block = Figure(block.url, block.alt, self.early_caption, None, block.width, block.height)
            self.early_caption = ()
        self.frames[-1].blocks.append(block)

    def open_frame(self, kind: str, close: Close) -> Leave:
        """Opens a container; `close` puts what was read into the one around it.

        Where too many are open, its content joins the one around it.
        """
        self.flush()
        if len(self.frames) >= MAX_FRAMES:
            return self.flush
        self.frames.append(Frame(kind))
        heading, self.heading = self.heading, 0

        def leave() -> None:
            self.flush()
            self.heading = heading
            frame = self.frames.pop()
            close(frame, self.frames[-1])

        return leave

    def open_caption(self) -> Leave:
        """Where nothing was sorted out before, the line under a picture is told by its name."""
        if not any(isinstance(block, Figure) for block in self.frames[-1].blocks[-2:]):
            return self.flush
        self.in_figure += 2

        def leave() -> None:
            self.flush()
            self.in_figure -= 2

        return leave

    def open_credit(self) -> Leave:
        """The text of this element says who made the picture."""
        self.in_credit += 1

        def leave() -> None:
            self.in_credit -= 1

        return leave

    def _is_dropped(self, node: LexborNode) -> bool:
        return self.selection is not None and node.mem_id in self.selection.dropped

    def _text(self, node: LexborNode) -> None:
        """A text node: into the run, a caption, or nowhere."""
        if self.selection is None:
            run = self._caption_run() if self.in_figure > 1 else self.run
        else:
            key = node.mem_id
            if key in self.selection.kept:
                run = self.run
            elif key in self.selection.captions:
                run = self.credit if self._says_who_made_it(node) or self._stands_beside() else self._caption_run()
            else:
                return
        run.add(node.text_content or "", self.marks, self.href if self.unresolved is None else self._address())

    def _says_who_made_it(self, node: LexborNode) -> bool:
        """Whether a line below a picture that has its caption, in a box of its own, names who made the picture."""
        if self.in_figure or self.caption.pieces:
            return False
        last = next(iter(self.frames[-1].blocks[-1:]), None)
        if not isinstance(last, Figure) or not last.caption:
            return False
        return bool(self.credit.pieces) or begins_as_credit((node.text_content or "").strip())

    def _stands_beside(self) -> bool:
        """Whether this is in a figure that has a `figcaption`, and not in that: who made the picture."""
        return self.in_figure == 1 and self.has_figcaption and not self.caption.pieces

    def _caption_run(self) -> Run:
        return self.credit if self.in_credit else self.caption

    def _address(self) -> str | None:
        """Where the link around leads; made absolute only here, since most links of a page are not kept."""
        self.href, self.unresolved = join(self.base, self.unresolved), None
        return self.href

    def _end_caption(self) -> None:
        """Gives the caption and credit just read to the last picture, else to the next one."""
        caption, credit = self.caption.spans(), self.credit.spans()
        if self.selection is not None and is_title_of_another(caption, self.base):
            blocks = self.frames[-1].blocks
            if self.in_figure and blocks and isinstance(blocks[-1], Figure) and not blocks[-1].caption:
                blocks.pop()
            return
        last = next(iter(self.frames[-1].blocks[-1:]), None)
        told = _with_caption(last, plain(caption)) if caption and self.in_figure else None
        if told is not None:
            self.frames[-1].blocks[-1] = told
        elif (caption or credit) and not give_caption(
            self.frames[-1].blocks, caption, plain(credit), self.in_figure > 0
        ):
            self.early_caption = caption


def _with_caption(block: Block | None, caption: str) -> Block | None:
    """A block that is no picture with what the figure around it says of it; None for one of another kind."""
    match block:
        case Embed(url=url):
            return Embed(url, caption)
        case Table(caption=None):
            return replace(block, caption=caption)
        case Quote(cite=None):
            return replace(block, cite=DASH.sub("", caption) or None)
    return None


Enter = Callable[[Builder, str, LexborNode], Leave | None]
"""Opens an element; what to do at its end, or None where it is not to be entered."""
