"""Documents to and from the JSON form of the contract (`blocks`), used by the store and by `--json` alike.

Keys without a value are left out. Reading is lenient with what is missing and strict with what is there:
an unknown block type raises ValueError.
"""

from collections.abc import Callable, Mapping
from typing import Any

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
    Span,
    Spans,
    Table,
)

Json = dict[str, Any]


def document_to_json(document: Document) -> list[Json]:
    """The blocks as plain JSON values."""
    return [_block_to_json(block) for block in document.blocks]


def document_from_json(blocks: list[Json]) -> Document:
    """The document that `document_to_json` wrote; raises ValueError for what it did not write."""
    return Document(_blocks_from_json(blocks))


def _spans_to_json(spans: Spans) -> list[Json]:
    return [
        {"text": span.text} | _compact(marks=[mark.value for mark in span.marks], href=span.href)
        if span.marks or span.href
        else {"text": span.text}
        for span in spans
    ]


def _block_to_json(block: Block) -> Json:
    match block:
        case Heading(level, spans):
            return {"type": "heading", "level": level, "spans": _spans_to_json(spans)}
        case Paragraph(spans, indent):
            return {"type": "paragraph", "spans": _spans_to_json(spans)} | _compact(indent=indent or None)
        case List(items, ordered, start):
            inner = [[_block_to_json(b) for b in item] for item in items]
            return {"type": "list", "ordered": ordered, "start": start, "items": inner}
        case Quote(blocks, cite):
            return {"type": "quote", "blocks": [_block_to_json(b) for b in blocks]} | _compact(cite=cite)
        case Table(header, rows, caption):
            cells = [[_spans_to_json(cell) for cell in row] for row in rows]
            head = [_spans_to_json(cell) for cell in header]
            return {"type": "table", "header": head, "rows": cells} | _compact(caption=caption)
        case Code(text, lang):
            return {"type": "code", "text": text} | _compact(lang=lang)
        case Figure(url, alt, caption, credit, width, height):
            spans_json = _spans_to_json(caption)
            rest = _compact(alt=alt, caption=spans_json, credit=credit, width=width, height=height)
            return {"type": "figure", "url": url} | rest
        case Embed(url, title):
            return {"type": "embed", "url": url} | _compact(title=title)
        case Rule():
            return {"type": "rule"}
        case Footnote(label, blocks):
            return {"type": "footnote", "label": label, "blocks": [_block_to_json(b) for b in blocks]}


def _compact(**values: Any) -> Json:
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _spans_from_json(spans: list[Json]) -> Spans:
    return tuple(Span(s["text"], tuple(Mark(m) for m in s.get("marks", ())), s.get("href")) for s in spans)


def _blocks_from_json(blocks: list[Json]) -> tuple[Block, ...]:
    return tuple(_block_from_json(block) for block in blocks)


def _block_from_json(block: Json) -> Block:
    read = _READERS.get(block.get("type", ""))
    if read is None:
        raise ValueError(f"unknown block type {block.get('type')!r}")
    return read(block)


def _read_list(b: Json) -> List:
    items = tuple(_blocks_from_json(item) for item in b["items"])
    return List(items, ordered=b.get("ordered", False), start=b.get("start", 1))


def _read_table(b: Json) -> Table:
    header = tuple(_spans_from_json(cell) for cell in b.get("header", ()))
    rows = tuple(tuple(_spans_from_json(cell) for cell in row) for row in b.get("rows", ()))
    return Table(header, rows, b.get("caption"))


def _read_figure(b: Json) -> Figure:
    caption = _spans_from_json(b.get("caption", []))
    return Figure(b["url"], b.get("alt"), caption, b.get("credit"), b.get("width"), b.get("height"))


_READERS: Mapping[str, Callable[[Json], Block]] = {
    "heading": lambda b: Heading(b["level"], _spans_from_json(b["spans"])),
    "paragraph": lambda b: Paragraph(_spans_from_json(b["spans"]), b.get("indent", 0)),
    "list": _read_list,
    "quote": lambda b: Quote(_blocks_from_json(b["blocks"]), b.get("cite")),
    "table": _read_table,
    "code": lambda b: Code(b["text"], b.get("lang")),
    "figure": _read_figure,
    "embed": lambda b: Embed(b["url"], b.get("title")),
    "rule": lambda _: Rule(),
    "footnote": lambda b: Footnote(b["label"], _blocks_from_json(b["blocks"])),
}
