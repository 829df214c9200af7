"""What comes back from the screens that add sources."""

from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class AddResult:
    """Sources came: what to say of it, the one to list (None: all), whether something is to be fetched.

    `skipped` are the lines of a list that were not taken; `opened` is an entry that is to be opened.
    """

    words: str
    source: Source | None = None
    to_fetch: bool = False
    skipped: tuple[SkippedSource, ...] = ()
    opened: int | None = None
