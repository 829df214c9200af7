"""Open containers of a document that is being built, and what becomes of each when it ends."""

import re
from dataclasses import dataclass, field

from tuinews.extract.article.spans import spans_inside
from tuinews.model.document import Block, Footnote, List, Quote, plain

_DASH = re.compile(r"^[\s\u2010-\u2015\u2212~-]+")


@dataclass(slots=True)
class Frame:
    """An open container: its blocks, for a list its items too, for a quotation its source.

    `indent` is how many definitions are open in it.
    """

    kind: str
    blocks: list[Block] = field(default_factory=list)
    items: list[tuple[Block, ...]] = field(default_factory=list)
    indent: int = 0

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
