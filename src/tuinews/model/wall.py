"""Pages that come in place of an article, and what an article is known by before its page is fetched."""

from dataclasses import dataclass
from enum import StrEnum

from tuinews.language import N_


class Wall(StrEnum):
    """What stands in place of an article; the values say it, marked for translation."""

    SIGN_IN = N_("the site asks for a sign-in")
    ROBOTS = N_("the site checks for robots")
    CONSENT = N_("the site asks for consent first")
    SCRIPT = N_("the page is shown by scripts alone")
    GONE = N_("the page is not there any more")
    MAINTENANCE = N_("the site is down for maintenance")
    OTHER = N_("another page came in place of the article")


@dataclass(frozen=True, slots=True)
class Expected:
    """An article as its listing names it: its title, and the name of the source, which tells no article."""

    title: str
    source: str = ""
