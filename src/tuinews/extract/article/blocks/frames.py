"""Open containers of a document that is being built, and what becomes of each when it ends."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from tuinews.extract.article.blocks.spans import spans_inside
from tuinews.model.document import Block, Footnote, List, Paragraph, Quote, Spans, plain

MAX_INDENT = 3
"""Definitions inside each other; deeper ones are set in no further."""

Leave = Callable[[], None]
"""What to do where an element ends."""

_DASH = re.compile(r"^[\s\u2010-\u2015\u2212~-]+")


@dataclass(slots=True)
class Frame:
    """An open container: its blocks, for a list its items too, for a quotation its source.

    `indent` is how many definitions are open in it, `has_term` whether the open list of them has had a term.
    """

    kind: str
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    indent: int = 0
    has_term: bool = False

    def paragraph(self, spans: Spans) -> Paragraph:
        """A paragraph of this container, set in as far as the definitions that are open."""
        return Paragraph(spans, min(self.indent, MAX_INDENT))

    def definition_list(self, leave: Leave | None) -> Leave:
        """Opens a list of definitions; what to do at its end, `leave` with it."""
        outer, self.has_term = self.has_term, False

        def leave_list() -> None:
            if leave is not None:
                leave()
            self.has_term = outer

        return leave_list

    def definition(self, leave: Leave | None) -> Leave | None:
        """Opens what a term means, set in; without a term, as old pages indent, it is a block like others."""
        if leave is None or not self.has_term:
            return leave
        self.indent += 1

        def leave_definition() -> None:
            leave()
            self.indent -= 1

        return leave_definition

    def close(self, around: "Frame", detail: object) -> None:
        """Puts what was read into the container around it; `detail` is (ordered, start) or the label of a note."""
        blocks = tuple(self.blocks)
        match self.kind, detail:
            case "list", (bool(ordered), int(start)):
                items = [*self.items, *((block,) for block in blocks if not isinstance(block, Footnote))]
                if items:
                    around.blocks.append(List(tuple(items), ordered, start))
                around.blocks.extend(block for block in blocks if isinstance(block, Footnote))
            case "item", _ if blocks:
                around.items.append(blocks)
            case "quote", _ if blocks:
                around.blocks.append(Quote(blocks, self._source()))
            case "cite", _ if blocks:
                around.items.append(blocks)
            case "note", str(label) if blocks:
                around.blocks.append(Footnote(label, blocks))

    def _source(self) -> str | None:
        """The source of a quotation without the dash before it."""
        spans = spans_inside(self.items[-1][0]) if self.items else []
        return _DASH.sub("", plain(spans[0])) or None if spans else None
