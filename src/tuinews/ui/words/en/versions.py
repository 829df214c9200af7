"""What the screen says of the versions of an article's text: the extracted one, the feed's, the whole page."""

from tuinews.model.article import TextKind
from tuinews.text import clean_line
from tuinews.ui.words.en.grammar import plural
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 60
"""Characters of a source's name or a selector."""

LOOKING = "Looking for other versions of the text…"
_VERSIONS = {
    TextKind.EXTRACTED: "extracted from the page",
    TextKind.FEED: "the feed's own text",
    TextKind.CANDIDATE: "the next best guess at the text",
    TextKind.WHOLE_PAGE: "the whole page",
}
BY_RULE = "by the rule for this source"
MORE_ONLINE = "more of them need a network"
NOT_ON_A_PAGE = "The feed's own text is not part of a page, so it applies to this article only"
NOT_OF_A_SOURCE = "This page belongs to no source, so the version applies to this article only"
PAGE_MISSING = "The page could not be fetched, so the version applies to this article only"
NOT_FOUND_ELSEWHERE = "This text cannot be identified on other pages, so the version applies to this article only"


WITH_REPEATED_LINES = "The whole text, with the lines that this site repeats"


def left_out(count: int, keys: ShownKeys) -> str:
    """What stands under an article of which lines are left out."""
    lines = plural(count, "1 line that this site repeats is", f"{count:,} lines that this site repeats are")
    them = plural(count, "it", "them")
    return f"{lines} left out; {keys.key('next_way')} shows {them}."


def name(kind: TextKind) -> str:
    """What a version of the text is."""
    return _VERSIONS[kind]


def numbered(number: int, count: int, name: str) -> str:
    """Which version is shown."""
    return f"Version {number} of {count}: {name}"


def only(name: str) -> str:
    """There is no other."""
    return f"There is no other version: {name}"


def no_more(why: str) -> str:
    """Why those that the page would give are not here."""
    return f"no more from the page: {why}"


def usable_for_source(keys: ShownKeys) -> str:
    """The key that reads all articles of the source so."""
    return f"{keys.key('keep_way')} uses it for the whole source"


def page_changed(keys: ShownKeys) -> str:
    """The version that is shown is not one that the page gives now."""
    return f"The page has changed; {keys.key('next_way')} steps through the versions of its text"


def already_read_so(source: str) -> str:
    """The version is the source's own already."""
    return f"{clean_line(source, _LONGEST)} is already read this way"


def set_in_settings(source: str) -> str:
    """The version is a rule of the settings, which a key does not change."""
    return f"How {clean_line(source, _LONGEST)} is read is set in settings.toml; change it there"


def read_without_rule(source: str, keys: ShownKeys) -> str:
    """A source has no rule any more."""
    title, key = clean_line(source, _LONGEST), keys.key("undo")
    return f"From now on, {title} is read like any other source; {key} undoes it"


def read_by_rule(source: str, selector: str, keys: ShownKeys) -> str:
    """A source has a rule now."""
    title, rule, key = clean_line(source, _LONGEST), clean_line(selector, _LONGEST), keys.key("undo")
    return f"From now on, {title} is read by “{rule}”; {key} undoes it"
