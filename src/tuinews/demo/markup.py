"""The markup in which the guide's articles are written: the useful half of Markdown, into our own blocks.

Strict on purpose: it reads our own files alone. Besides Markdown's: a figure is `![alt](picture)` with its
caption on the lines below and its credit behind `©`; `@[title](address)` is an embed; a line with `: ` below a
table is its caption; `— ` opens the last line of a quote with its source; `^2^` and `~2~` raise and lower.
"""

import re
from collections.abc import Callable

from tuinews.demo.pictures import HEIGHT, WIDTH
from tuinews.model.document import (
    Block,
    Code,
    Embed,
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
    Table,
)

_INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\[\^(?P<note>\w+)\]|\[(?P<words>[^\]]+)\]\((?P<href>[^)\s]+)\)"
    r"|\*\*(?P<strong>.+?)\*\*(?!\*)|\*(?P<emphasis>.+?)\*|~~(?P<strike>.+?)~~"
    r"|\^(?P<superscript>\w+)\^|~(?P<subscript>\w+)~"
)
_PICTURE = re.compile(r"!\[(.*)\]\((\S+)\)")
_EMBED = re.compile(r"@\[(.*)\]\((\S+)\)")
_ITEM = re.compile(r"(?:- |(\d+)\. )")
_NOTE = re.compile(r"\[\^(\w+)\]: ")
_OPENS_BLOCK = re.compile(r"```|#{2,6} |\*\*\*$|\||> |!\[|@\[|- |\d+\. |\[\^\w+\]: ")


def parse_blocks(text: str, base: str) -> tuple[Block, ...]:
    """The blocks of `text`; addresses in it are paths on the site at `base`."""
    return _Lines(text.split("\n"), base).blocks()


class _Lines:
    """The lines of one level of nesting, read from the front."""

    def __init__(self, lines: list[str], base: str) -> None:
        self._lines = lines
        self._at = 0
        self._base = base

    def blocks(self) -> tuple[Block, ...]:
        """Every block to the last line."""
        found: list[Block] = []
        while self._at < len(self._lines):
            if not self._lines[self._at].strip():
                self._at += 1
                continue
            line = self._lines[self._at]
            read = next((read for sign, read in _READERS if line.startswith(sign)), None)
            if read is None:
                read = _Lines._list if _ITEM.match(line) else _Lines._paragraph
            found.append(read(self))
        return tuple(found)

    def _take(self, belongs: Callable[[str], bool]) -> list[str]:
        start = self._at
        while self._at < len(self._lines) and belongs(self._lines[self._at]):
            self._at += 1
        return self._lines[start : self._at]

    def _next(self) -> str:
        self._at += 1
        return self._lines[self._at - 1]

    def _code(self) -> Block:
        lang = self._next()[3:] or None
        lines = self._take(lambda line: line != "```")
        self._next()
        return Code("\n".join(lines), lang)

    def _heading(self) -> Block:
        signs, text = self._next().split(" ", 1)
        return Heading(len(signs), parse_spans(text, self._base))

    def _rule(self) -> Block:
        self._next()
        return Rule()

    def _table(self) -> Block:
        lines = self._take(lambda line: line.startswith("|"))
        caption = (
            self._next()[2:] if self._at < len(self._lines) and self._lines[self._at].startswith(": ") else None
        )
        header, rows = self._cells(lines[0]), tuple(self._cells(line) for line in lines[2:])
        return Table(header, rows, caption)

    def _cells(self, line: str) -> tuple[Spans, ...]:
        return tuple(parse_spans(cell.strip(), self._base) for cell in line.strip("| ").split(" | "))

    def _quote(self) -> Block:
        lines = [line[2:] for line in self._take(lambda line: line.startswith(">"))]
        cite = lines.pop()[2:] if lines[-1].startswith("— ") else None
        return Quote(_Lines(lines, self._base).blocks(), cite)

    def _figure(self) -> Block:
        match = _PICTURE.fullmatch(self._next())
        assert match
        lines = self._take(lambda line: bool(line.strip()))
        credit = lines.pop()[1:].strip() if lines and lines[-1].startswith("©") else None
        caption = parse_spans(" ".join(lines), self._base)
        return Figure(f"{self._base}/anh/{match[2]}", match[1] or None, caption, credit, WIDTH, HEIGHT)

    def _embed(self) -> Block:
        match = _EMBED.fullmatch(self._next())
        assert match
        return Embed(f"{self._base}{match[2]}", match[1])

    def _footnote(self) -> Block:
        match = _NOTE.match(self._lines[self._at])
        assert match
        return Footnote(match[1], self._hanging(match.end(), 4).blocks())

    def _list(self) -> Block:
        match = _ITEM.match(self._lines[self._at])
        assert match
        ordered = match[1] is not None
        items: list[tuple[Block, ...]] = []
        while self._at < len(self._lines):
            item = _ITEM.match(self._lines[self._at])
            if not item or (item[1] is not None) != ordered:
                break
            items.append(self._hanging(item.end(), item.end()).blocks())
        return List(tuple(items), ordered=ordered, start=int(match[1] or 1))

    def _hanging(self, sign: int, indent: int) -> "_Lines":
        """The lines of an item: the first without its sign, and all that follow indented."""
        first = self._next()[sign:]
        blank = " " * indent
        rest = self._take(lambda line: line.startswith(blank) or not line.strip())
        return _Lines([first, *(line[indent:] for line in rest)], self._base)

    def _paragraph(self) -> Block:
        first = self._next()
        rest = self._take(lambda line: bool(line.strip()) and not _OPENS_BLOCK.match(line))
        text = " ".join([first, *rest]).replace("\\ ", "\n")
        return Paragraph(parse_spans(text, self._base))


_READERS: tuple[tuple[str, Callable[[_Lines], Block]], ...] = (
    ("```", _Lines._code),
    ("##", _Lines._heading),
    ("***", _Lines._rule),
    ("|", _Lines._table),
    (">", _Lines._quote),
    ("![", _Lines._figure),
    ("@[", _Lines._embed),
    ("[^", _Lines._footnote),
)


def parse_spans(text: str, base: str, marks: tuple[Mark, ...] = (), href: str | None = None) -> Spans:
    """The spans of one paragraph; `marks` and `href` are those of what it stands in."""
    spans: list[Span] = []
    at = 0
    for match in _INLINE.finditer(text):
        if match.start() > at:
            spans.append(Span(text[at : match.start()], marks, href))
        at = match.end()
        kind = match.lastgroup or ""
        if kind == "code":
            spans.append(Span(match["code"], (*marks, Mark.CODE), href))
        elif kind == "note":
            spans.append(Span(match["note"], (Mark.SUPERSCRIPT,), f"#fn-{match['note']}"))
        elif kind == "href":
            spans += parse_spans(match["words"], base, marks, f"{base}{match['href']}")
        else:
            spans += parse_spans(match[kind], base, (*marks, Mark(kind)), href)
    if at < len(text):
        spans.append(Span(text[at:], marks, href))
    return tuple(spans)
