"""Runs of text: what stands inline in a block, on its way to the spans of the model.

White space is collapsed as CSS does it (`white-space: normal`), across the borders of elements; a `<br>` stays
as a newline. Everything passes the gate of `text.py`.
"""

import re

from tuinews.model.document import Block, Heading, Mark, Paragraph, Span, Spans
from tuinews.text import clean_text

_AROUND_BREAK = re.compile(r" ?\n ?")
_GLUED = re.compile(r"[^\W\d_]{2}$")

MARKS = {
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "dfn": Mark.EMPHASIS,
    "var": Mark.EMPHASIS,
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "s": Mark.STRIKE,
    "del": Mark.STRIKE,
    "strike": Mark.STRIKE,
}
"""The mark that an inline element sets."""


Piece = tuple[str, tuple[Mark, ...], str | None]
"""Text, the marks on it, and where it leads."""


class Run:
    """The text between two block boundaries, with its marks and links."""

    __slots__ = ("_labelled", "_shows", "pieces")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._labelled = self._shows = False

    def __bool__(self) -> bool:
        return self._shows

    def add(self, text: str, marks: tuple[Mark, ...] = (), href: str | None = None) -> None:
        """Appends text of one look; white space is collapsed later."""
        if self._labelled:
            self._labelled = False
            if text[:1].isupper() or text[:1] in "“\"'«(":
                self.pieces.append((" ", (), None))
        if text:
            self.pieces.append((_collapsed(text), marks, href))
            self._shows = self._shows or not text.isspace()

    def line_break(self) -> None:
        """Appends a line break."""
        self.pieces.append(("\n", (), None))

    def end_of_label(self) -> None:
        """A styled element that opened the run ends here: a word glued to it is a new one.

        VnExpress prints the place so: `<span class="location-stamp">TP HCM</span>Nếu có ít tiền`. A drop cap
        is one letter, so two or more are asked for.
        """
        if 0 < len(self.pieces) < 3 and _GLUED.search(self.pieces[-1][0][-3:]):
            self._labelled = True

    def spans(self) -> Spans:
        """The spans of the run, stripped and clean; () where there is no text. The run is empty afterwards.

        A blank between two looks has none; between two of one look it joins them, but for code, where `<kbd>`
        after `<kbd>` are two keys.
        """
        if not self.pieces:
            return ()
        pieces, self.pieces = self.pieces, []
        self._labelled = self._shows = False
        if len(pieces) == 1:
            text, marks, href = pieces[0]
            text = clean_text(text).strip()
            return (Span(text, marks, href),) if text else ()
        joined: list[_Joined] = []
        space = True
        for text, marks, href in pieces:
            if space:
                text = text.lstrip(" ")
            if not text:
                continue
            space = text[-1] in " \n"
            is_blank = text.isspace()
            look = _NO_LOOK if is_blank else (marks, href)
            if not is_blank and len(joined) > 1 and _is_joined(joined, look):
                blank = joined.pop()
                joined[-1].texts += blank.texts
            if joined and joined[-1].look == look:
                joined[-1].texts.append(text)
                joined[-1].is_blank = joined[-1].is_blank and is_blank
            else:
                joined.append(_Joined([text], look, is_blank))
        return _stripped([Span(clean_text("".join(one.texts)), *one.look) for one in joined])


_Look = tuple[tuple[Mark, ...], str | None]
_NO_LOOK: _Look = ((), None)


class _Joined:
    """Pieces of one look; put together at the end, since a text may have half a million line breaks."""

    __slots__ = ("is_blank", "look", "texts")

    def __init__(self, texts: list[str], look: _Look, is_blank: bool) -> None:
        self.texts, self.look, self.is_blank = texts, look, is_blank


def _is_joined(joined: list[_Joined], look: _Look) -> bool:
    """Whether text of this look and what stands before the last blank are one."""
    return joined[-1].is_blank and joined[-2].look == look and Mark.CODE not in look[0]


def _collapsed(text: str) -> str:
    """White space as one blank each, at the ends too; `split` is five times as fast as an expression."""
    inner = " ".join(text.split())
    if not inner:
        return " "
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _stripped(spans: list[Span]) -> Spans:
    """Without white space at the ends and around line breaks."""
    tidy: list[Span] = []
    for place, span in enumerate(spans):
        text = _AROUND_BREAK.sub("\n", span.text) if "\n" in span.text else span.text
        if not tidy or tidy[-1].text[-1] == "\n":
            text = text.lstrip()
        if place == len(spans) - 1:
            text = text.rstrip()
        if text:
            tidy.append(span if text == span.text else Span(text, span.marks, span.href))
    while tidy and tidy[-1].text != tidy[-1].text.rstrip():
        text = tidy[-1].text.rstrip()
        last = tidy.pop()
        if text:
            tidy.append(Span(text, last.marks, last.href))
    return tuple(tidy)


def spans_inside(block: Block) -> list[Spans]:
    """The spans of every paragraph and heading in a block, in order; of other kinds their lines, without marks."""
    if isinstance(block, Paragraph | Heading):
        return [block.spans]
    own = [(Span(line),) for line in block.own_lines]
    return own + [spans for inner in block.inner_blocks for spans in spans_inside(inner)]
