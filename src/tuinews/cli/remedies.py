"""What helps, in the words of the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.errors import Remedy, TuinewsError
from tuinews.language import N_, _

_REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        Remedy.ADD_SOURCE: N_("add it as a source: tuinews add"),
        Remedy.ADD_LIST: N_("add them all: tuinews import"),
        Remedy.TAKE_GUESS: N_("add it with --kind listing to take the guess, or use a category page or a feed"),
        Remedy.OWN_KIND: N_("add it without --kind"),
        Remedy.OTHER_FOLDER: N_("choose another with --data-dir"),
        Remedy.LISTED_ARTICLES: N_("see: tuinews list"),
        Remedy.LISTED_SOURCES: N_("see: tuinews sources"),
        Remedy.LISTED_DOWNLOADS: N_("see: tuinews downloads"),
        Remedy.LISTED_MUTES: N_("see: tuinews mutes"),
        Remedy.LISTED_ACCOUNTS: N_("see: tuinews account list"),
        Remedy.LISTED_RULES: N_("see: tuinews rule list"),
        Remedy.LISTED_HIGHLIGHTS: N_("see: tuinews highlights"),
        Remedy.LISTED_VIEWS: N_("see: tuinews views"),
    }
)


def with_remedy(error: TuinewsError) -> str:
    """An error as one line, with the option or the command that helps."""
    words = _REMEDIES.get(error.do)
    return error.advising(_(words) if words else error.do)
