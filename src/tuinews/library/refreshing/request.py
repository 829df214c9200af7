"""What a process that refreshes is told."""

from collections.abc import Mapping
from pathlib import Path

from tuinews.model.refresh import FetchAhead
from tuinews.quick_dataclass import dataclass
from tuinews.settings import Settings


@dataclass(frozen=True, slots=True)
class RefreshRequest:
    """The library of a folder, the ids of the sources to refresh, those of the sources of which only the articles
    are missing (`added`), and how many texts of each are kept; what fails is said in `language`.
    """

    directory: Path
    settings: Settings
    language: str
    sources: tuple[int, ...]
    added: tuple[int, ...]
    kept: Mapping[int, int]
    ahead: FetchAhead
