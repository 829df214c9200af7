"""What the screen says of the versions of an article's text: the extracted one, the feed's, the whole page."""

from datetime import datetime

from tuinews.language import N_, _, current, ngettext
from tuinews.model.article import TextKind
from tuinews.model.when import When
from tuinews.text import clean_line
from tuinews.typeset.dates import full_date
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 30
"""Characters of a source's name or a selector."""

LOOKING = N_("Looking for other versions of the text…")
_VERSIONS = {
    TextKind.EXTRACTED: N_("extracted from the page"),
    TextKind.FEED: N_("the feed's own text"),
    TextKind.CANDIDATE: N_("the next best guess at the text"),
    TextKind.WHOLE_PAGE: N_("the whole page"),
}
BY_RULE = N_("by the rule for this source")
MORE_ONLINE = N_("more of them need a network")
NOT_ON_A_PAGE = N_("The feed's own text is not part of a page, so it applies to this article only")
NOT_OF_A_SOURCE = N_("This page belongs to no source, so the version applies to this article only")
PAGE_MISSING = N_("The page could not be fetched, so the version applies to this article only")
NOT_FOUND_ELSEWHERE = N_(
    "This text cannot be identified on other pages, so the version applies to this article only"
)


WITH_REPEATED_LINES = N_("The whole text, with the lines that this site repeats")


def left_out(count: int, keys: ShownKeys) -> str:
    """What stands under an article of which lines are left out."""
    return ngettext(
        "1 line that this site repeats is left out; {key} shows it.",
        "{count} lines that this site repeats are left out; {key} shows them.",
        count,
        key=keys.key("next_way"),
    )


NEVER_CHANGED = N_("There is no earlier version of this article: it has not changed since it was saved")
AS_IT_IS = N_("The article as it is now")
ADDED = N_("[added: {words}]")
GONE = N_("[gone: {words}]")


def changed(when: datetime, times: int) -> str:
    """When the text of an article was last changed, and how often; the time alone where that was today."""
    at = _moment(when)
    if times < 2:
        return _("changed {at}", at=at)
    return ngettext("changed {at}, 1 time", "changed {at}, {count} times", times, at=at)


def with_key(changed: str, keys: ShownKeys) -> str:
    """The same under an article, with the key that shows what was changed."""
    return _("Text {changed}; {key} shows what.", changed=changed, key=keys.key("changes"))


def changes_since(replaced: datetime, back: int, versions: int, keys: ShownKeys) -> str:
    """Since which version the changes are that are shown, and what the key does next."""
    at, key = _time(replaced) or _date(replaced), keys.key("changes")
    if back < versions:
        return _("What has changed since {at}; {key}: since the version before that", at=at, key=key)
    return _("What has changed since {at}; {key}: the article as it is now", at=at, key=key)


def called_before(title: str) -> str:
    """What the listing of an article called it before."""
    return _("Its title was “{title}” before.", title=clean_line(title, 200))


def _moment(when: datetime) -> str:
    time = _time(when)
    return _("at {time}", time=time) if time else _("on {date}", date=_date(when))


def _time(when: datetime) -> str:
    """The time of a moment of today, nothing for another day."""
    local = when.astimezone()
    return f"{local:%H:%M}" if local.date() == datetime.now().astimezone().date() else ""


def _date(when: datetime) -> str:
    return full_date(When(when.astimezone()), current())


def name(kind: TextKind) -> str:
    """What a version of the text is."""
    return _(_VERSIONS[kind])


def numbered(number: int, count: int, name: str) -> str:
    """Which version is shown."""
    return _("Version {number} of {count}: {name}", number=number, count=count, name=name)


def only(name: str) -> str:
    """There is no other."""
    return _("There is no other version: {name}", name=name)


def no_more(why: str) -> str:
    """Why those that the page would give are not here."""
    return _("nothing more from the page: {why}", why=why)


def usable_for_source(keys: ShownKeys) -> str:
    """The key that reads all articles of the source so."""
    return _("{key} uses it for the whole source", key=keys.key("keep_way"))


def page_changed(keys: ShownKeys) -> str:
    """The version that is shown is not one that the page gives now."""
    return _("The page has changed; {key} steps through the versions of its text", key=keys.key("next_way"))


def already_read_so(source: str) -> str:
    """The version is the source's own already."""
    return _("{source} is already read this way", source=clean_line(source, _LONGEST))


def set_in_settings(source: str) -> str:
    """The version is a rule of the settings, which a key does not change."""
    return _("How {source} is read is set in settings.toml; change it there", source=clean_line(source, _LONGEST))


def read_without_rule(source: str, keys: ShownKeys) -> str:
    """A source has no rule any more."""
    title, key = clean_line(source, _LONGEST), keys.key("undo")
    return _("From now on, {title} is read like any other source; {key} undoes it", title=title, key=key)


def read_by_rule(source: str, selector: str, keys: ShownKeys) -> str:
    """A source has a rule now."""
    title, rule, key = clean_line(source, _LONGEST), clean_line(selector, _LONGEST), keys.key("undo")
    return _("From now on, {title} is read by “{rule}”; {key} undoes it", title=title, rule=rule, key=key)
