"""How a source stands in the lists, as a person arranged it."""

from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a source is called, the path of its folder, "News/Asia" (None if it is in none), and its options."""

    title: str
    folder: str | None
    options: SourceOptions

    @classmethod
    def of(cls, source: Source) -> "Arrangement":
        """How a source is arranged now."""
        return cls(source.title, source.folder, source.options)
