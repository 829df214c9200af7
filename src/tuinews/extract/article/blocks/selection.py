"""What the extraction tells the builder of blocks."""

from collections.abc import Set
from dataclasses import dataclass

from selectolax.lexbor import LexborNode


@dataclass(frozen=True, slots=True)
class NodeSelection:
    """What the extraction decided: text nodes kept, text nodes that are captions, and elements dropped whole."""

    kept: Set[int]
    captions: Set[int] = frozenset()
    dropped: Set[int] = frozenset()

    def keeps_some(self, node: LexborNode) -> bool:
        """Whether any text under a node is kept."""
        return any(inner.mem_id in self.kept for inner in node.traverse(include_text=True))
