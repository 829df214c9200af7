"""How long articles are kept, as a person set it, and what came of it."""

from collections.abc import Mapping

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """For how long the articles of a source are kept; None is for ever, or as many as come.

    Days are counted from when an article came, was marked, or was last being read. Beyond the `most` newest of a
    source an article goes whatever its age. `pictures_mb` is the room of the source's pictures, in megabytes.
    """

    unread_days: int | None = None
    read_days: int | None = None
    most: int | None = None
    pictures_mb: int | None = None

    @property
    def retires(self) -> bool:
        """Whether any article ever goes by it."""
        return (self.unread_days, self.read_days, self.most) != (None, None, None)


KEEP_ALL = Retention()
"""Nothing ever goes: what holds where nothing was set."""

Retentions = Mapping[int, Retention]
"""How long the articles of each source are kept, by its id; a source that is not there keeps all of its own."""


@dataclass(frozen=True, slots=True)
class SourceRetirement:
    """What goes of one source: how many articles, and how many bytes of the library's file and of its pictures
    they take (about).
    """

    source_id: int
    title: str
    entries: int
    text_bytes: int
    picture_bytes: int


@dataclass(frozen=True, slots=True)
class RetirementResult:
    """What a pass over the library retired.

    `free_bytes` is the room within the library's file that new articles will take before it grows. `is_waiting`
    says that nothing was retired, since the clock is far ahead of the last pass: it must be so on three days.
    `has_limits` says whether anything is set by which an article ever goes.
    """

    going: tuple[SourceRetirement, ...] = ()
    free_bytes: int = 0
    is_waiting: bool = False
    has_limits: bool = True

    @property
    def entries(self) -> int:
        """How many articles."""
        return sum(one.entries for one in self.going)
