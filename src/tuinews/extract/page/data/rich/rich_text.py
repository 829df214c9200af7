"""Rich text in JSON as HTML: blocks of editors, lists of paragraphs, elements, strings, whatever holds them."""

from collections.abc import Callable, Iterator, Mapping
from html import escape

from tuinews.extract.page.data.content_keys import Node
from tuinews.extract.page.data.prose import ENDS, is_markup, plain
from tuinews.extract.page.data.references import References
from tuinews.extract.page.data.rich.elements import StatedElement, element_of
from tuinews.extract.page.data.rich.kinds import BlockKind, is_ordered, kind_of, level_of
from tuinews.extract.page.data.rich.marks import address_of, link_tag, marks_of, ranged, wrapped
from tuinews.extract.page.data.rich.other_forms import delta_markup, mobile_markup
from tuinews.extract.page.data.rich.pictures import figure_of
from tuinews.extract.page.data.rich.strings import as_inline, as_markup
from tuinews.extract.page.data.scripts import nested

MAX_NODES, MAX_DEPTH, MAX_MARKUP = 60_000, 60, 3_000_000
"""Values that are read as one text, values inside each other, and characters of markup that are made of them."""

LONGEST_HEADING = 300
"""Letters of a heading; a longer one is a block that is called so."""

_LISTS = (
    "children",
    "content",
    "nodes",
    "blocks",
    "content_elements",
    "innerBlocks",
    "items",
    "elements",
    "paragraphs",
    "sections",
    "fragments",
    "body",
    "values",
    "text",
    "root",
    "document",
)
_HOLDERS = (
    "data",
    "model",
    "attributes",
    "props",
    "fields",
    "value",
    "textData",
    "block",
    "node",
    "content",
    "body",
    "root",
)
_STRINGS = (
    "html",
    "rawHtml",
    "markup",
    "__html",
    "innerHTML",
    "text",
    "value",
    "content",
    "body",
    "paragraph",
    "copy",
    "code",
)
_TITLES = ("heading", "subheading", "title", "headline", "question")


class RichText:
    """Makes HTML of one text in a page's data."""

    def __init__(
        self, references: References, is_content: Callable[[str], bool], prose_of: Callable[[object], int]
    ) -> None:
        self.references, self.is_content, self.prose_of = references, is_content, prose_of
        self.left, self.letters = MAX_NODES, MAX_MARKUP
        self.entities: object = None
        self.open: set[int] = set()

    def markup(self, value: object, depth: int = 0, *, root: bool = False) -> str:
        """A value as blocks of HTML; of the `root`, the title is not repeated."""
        value = self.references.follow(value)
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH or self.letters < 0 or id(value) in self.open:
            return ""
        if isinstance(value, str):
            inner = nested(value)
            self.letters -= len(value)
            return as_markup(value) if inner is None else self.markup(inner, depth + 1)
        if not isinstance(value, list | dict):
            return ""
        self.open.add(id(value))
        try:
            return self._container(value, depth, root=root)
        finally:
            self.open.discard(id(value))

    def _container(self, value: list[object] | dict[str, object], depth: int, *, root: bool) -> str:
        element = element_of(value)
        if element is not None:
            return self._element(element, depth)
        if isinstance(value, list):
            return self._blocks(value, depth)
        other = mobile_markup(value) or delta_markup(value)
        if other:
            return other
        if isinstance(value.get("entityMap"), Mapping):
            self.entities = value["entityMap"]
        return self._block(value, kind_of(value), depth, root=root)

    def _blocks(self, values: list[object], depth: int) -> str:
        """Blocks one after another; items of a list are put into one."""
        values = [self.references.follow(value) for value in values]
        pieces = all(isinstance(value, str) or _is_piece(value) for value in values)
        if pieces and not all(isinstance(value, str) for value in values) and not _are_sentences(values):
            return f"<p>{self.inline(values, depth + 1)}</p>"
        parts, opened = [], ""
        for value in values:
            wanted = ""
            if isinstance(value, Mapping) and kind_of(value) is BlockKind.ITEM and element_of(value) is None:
                wanted = "ol" if is_ordered(value) else "ul"
            if wanted != opened:
                parts.append((f"</{opened}>" if opened else "") + (f"<{wanted}>" if wanted else ""))
                opened = wanted
            parts.append(self.markup(value, depth + 1))
        return "".join(parts) + (f"</{opened}>" if opened else "")

    def _element(self, element: StatedElement, depth: int) -> str:
        if element.is_left_out:
            return ""
        raw = element.attributes.get("dangerouslySetInnerHTML")
        html = self.references.follow(raw.get("__html")) if isinstance(raw, Mapping) else None
        if isinstance(html, str):
            return element.around(html)
        if element.tag == "" and element.children is None:
            return self._fields(element.attributes, depth, root=True)
        holds_text = element.tag in ("p", "li", "td", "th", "figcaption", "dt", "dd") or element.tag[:1] == "h"
        read = self.inline if holds_text or element.is_inline else self.markup
        return element.around(read(element.children, depth + 1))

    def _block(self, block: Node, kind: BlockKind | None, depth: int, *, root: bool) -> str:
        if kind is BlockKind.LEFT_OUT:
            return ""
        if kind is BlockKind.RULE:
            return "<hr>"
        if kind is BlockKind.IMAGE:
            return figure_of(block, self.references)
        if kind is BlockKind.CODE:
            return f"<pre><code>{escape(plain_code(self._inner(block)), quote=False)}</code></pre>"
        inner = self._inner(block)
        if kind is BlockKind.HEADING:
            text = self.inline(block if inner is None else inner, depth + 1, of=block)
            level = level_of(block)
            return (
                f"<h{level}>{text}</h{level}>"
                if len(plain(text)) < LONGEST_HEADING
                else self.markup(inner, depth + 1)
            )
        if kind is BlockKind.LIST:
            tag = "ol" if is_ordered(block) else "ul"
            return f"<{tag}>{''.join(self._items(inner, depth + 1))}</{tag}>"
        if kind is BlockKind.ITEM:
            return f"<li>{self.inline(inner, depth + 1, of=block)}</li>"
        if kind is BlockKind.QUOTE:
            return f"<blockquote>{self.markup(inner, depth + 1)}</blockquote>"
        if kind is BlockKind.PARAGRAPH or (inner is not None and self._holds_a_line(block, inner)):
            return self._paragraph(block, inner, depth)
        if kind is BlockKind.INLINE and inner is not None:
            return self.markup(inner, depth + 1)
        return self._fields(block, depth, root=root)

    def _paragraph(self, block: Node, inner: object, depth: int) -> str:
        if isinstance(inner, str) and (is_markup(inner) or "\n" in inner.strip()):
            return as_markup(inner)
        return f"<p>{self.inline(inner, depth + 1, of=block)}</p>"

    def _holds_a_line(self, block: Node, inner: object) -> bool:
        """Whether a block without a name holds the pieces of one line (Slate, Lexical)."""
        if not isinstance(inner, list) or not inner or ("children" not in block and "nodes" not in block):
            return False
        pieces = [self.references.follow(one) for one in inner]
        return all(
            isinstance(one, Mapping)
            and ("text" in one or kind_of(one) is BlockKind.INLINE)
            and "blocks" not in one
            for one in pieces
        )

    def _items(self, inner: object, depth: int) -> Iterator[str]:
        if isinstance(inner, str):
            yield inner if "<li" in inner else f"<li>{as_inline(inner)}</li>"
            return
        for value in inner if isinstance(inner, list) else ():
            value = self.references.follow(value)
            text = self.inline(value, depth) if isinstance(value, str) else self.markup(value, depth)
            yield text if text.startswith("<li") else f"<li>{text}</li>"

    def inline(self, value: object, depth: int, *, of: Node | None = None) -> str:
        """A value as pieces of one line; `of` is the block that they are in."""
        value = self.references.follow(value)
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH or id(value) in self.open:
            return ""
        if isinstance(value, str):
            self.letters -= len(value)
            marked = ranged(value, of, self.entities) if of is not None and "<" not in value else ""
            return marked if "<" in marked else as_inline(value)
        element = element_of(value)
        if element is not None:
            return self._element(element, depth + 1)
        if isinstance(value, list):
            return "".join(self.inline(one, depth + 1, of=of) for one in value)
        return self._piece(value, depth, of) if isinstance(value, Mapping) else ""

    def _piece(self, piece: Node, depth: int, of: Node | None) -> str:
        kind = kind_of(piece)
        if kind is BlockKind.LEFT_OUT or kind is BlockKind.IMAGE:
            return ""
        if kind is BlockKind.BREAK:
            return "<br>"
        if kind in (BlockKind.LIST, BlockKind.QUOTE, BlockKind.CODE, BlockKind.ITEM):
            return self.markup(piece, depth + 1)
        self.open.add(id(piece))
        text = self.inline(self._inner(piece), depth + 1, of=of if "children" in piece else piece)
        self.open.discard(id(piece))
        definitions = of.get("markDefs") if of is not None else None
        tags = list(marks_of(piece, definitions if isinstance(definitions, list) else ()))
        address = address_of(piece) if kind is BlockKind.INLINE or "url" in piece or "href" in piece else ""
        return wrapped(text, [*tags, *([link_tag(address)] if address else [])])

    def _inner(self, block: Node) -> object:
        """What a block holds: its members, the block that it wraps, or its text."""
        for value in self._of_keys(block, _LISTS):
            if isinstance(value, list) and value:
                return value
        for value in self._of_keys(block, _HOLDERS):
            if isinstance(value, Mapping) and (inner := self._inner(value)) is not None:
                return inner
        for value in self._of_keys(block, _STRINGS):
            if isinstance(value, str) and value.strip():
                return value
        return self._longest(block)

    def _of_keys(self, block: Node, keys: tuple[str, ...]) -> Iterator[object]:
        """What a block has under these keys, most of which are in no block of its page."""
        return (self.references.follow(block[key]) for key in keys if key in block)

    def _longest(self, block: Node) -> object:
        """What has the most prose in a block with words of its own for its text, None if nothing has any."""
        members = [self.references.follow(value) for key, value in block.items() if self.is_content(key)]
        best = max(members, key=self.prose_of, default=None)
        if best is None or not self.prose_of(best):
            return None
        inner = self._inner(best) if isinstance(best, Mapping) else None
        return best if inner is None else inner

    def _fields(self, block: Node, depth: int, *, root: bool) -> str:
        """All prose of an object whose form is not known, under its heading."""
        title = "" if root else next((t for key in _TITLES if isinstance(t := block.get(key), str)), "")
        parts = []
        for key, value in block.items():
            if key in _TITLES or not self.is_content(key):
                continue
            value = self.references.follow(value)
            if self.prose_of(value):
                parts.append(self.markup(value, depth + 1))
        text = "".join(parts)
        return f"<h2>{escape(title, quote=False)}</h2>{text}" if title and text else text


def _is_piece(value: object) -> bool:
    """Whether a value is a piece of a line: an element of one, or a text that is called nothing."""
    element = element_of(value)
    if element is not None:
        return element.is_inline
    return isinstance(value, Mapping) and isinstance(value.get("text"), str) and kind_of(value) is None


def _are_sentences(values: list[object]) -> bool:
    """Whether each value is a text that ends as a sentence does, so that it is a paragraph."""
    texts = [value.get("text") if isinstance(value, Mapping) else value for value in values]
    return all(isinstance(text, str) and (not text.strip() or ENDS.search(text)) for text in texts)


def plain_code(value: object) -> str:
    """The text of a block of code."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else [value]
    return "".join(
        text
        for one in pieces
        if isinstance(text := one.get("text", one.get("value", "")) if isinstance(one, Mapping) else one, str)
    )
