"""What the extraction tells the builder of blocks."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the extraction decided: text nodes kept, text nodes that are captions, and elements dropped whole."""

    kept: Set[int]
    captions: Set[int] = frozenset()
    dropped: Set[int] = frozenset()
