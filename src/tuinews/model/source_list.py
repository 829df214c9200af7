"""What came of a list of sources that was imported."""

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SkippedSource:
    """What a list of sources names and is not taken, and why; `url` is as it was written."""

    url: str
    why: str


@dataclass(frozen=True, slots=True)
class ImportedSources:
    """What came of a list of sources: addresses added, addresses known already, lines skipped, names of views
    that were saved, and how many known sources got options."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    skipped: tuple[SkippedSource, ...]
    views: tuple[str, ...] = ()
    options: int = 0
