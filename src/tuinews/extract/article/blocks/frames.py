"""Open containers of a document that is being built; what becomes of each at its end is in `elements.py`."""

from collections.abc import Callable
from dataclasses import field

from tuinews.model.document import Block, Paragraph, Spans
from tuinews.quick_dataclass import dataclass

MAX_INDENT = 3
"""Definitions inside each other; deeper ones are set in no further."""

Leave = Callable[[], None]
"""What to do where an element ends."""


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


Close = Callable[[Frame, Frame], None]
"""Puts what a container holds, at its end, into the one around it."""
