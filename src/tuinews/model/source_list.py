"""What came of a list of sources that was imported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SkippedSource:
    """A line of a list of sources that was not taken, and why."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list of sources: addresses added, addresses known already, lines skipped."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    skipped: tuple[SkippedSource, ...]
