"""What helps, in the words of the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.errors import Remedy, TuinewsError

_REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        Remedy.ADD_SOURCE: "add it as a source: tuinews add",
        Remedy.ADD_LIST: "add them all: tuinews import",
        Remedy.TAKE_GUESS: "add it with --kind listing to take the guess, or use a category page or a feed",
        Remedy.OWN_KIND: "add it without --kind",
        Remedy.OTHER_FOLDER: "choose another with --data-dir",
        Remedy.LISTED_ARTICLES: "see: tuinews list",
        Remedy.LISTED_SOURCES: "see: tuinews sources",
    }
)


def with_remedy(error: TuinewsError) -> str:
    """An error as one line, with the option or the command that helps."""
    return error.advising(_REMEDIES.get(error.do, error.do))
