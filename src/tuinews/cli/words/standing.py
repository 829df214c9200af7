"""What the commands say of queries that stand: views, mutes and rules."""

from datetime import datetime

from tuinews.language import N_, _, ngettext


def until(moment: datetime) -> str:
    """Until which day something holds, as this computer counts days."""
    return _("until {day}", day=moment.astimezone().date().isoformat())


NO_VIEWS = N_("No saved views yet. Save a search: tuinews view add NAME QUERY")
NO_RULES = N_("No rules yet. Make one: tuinews rule add read|star|hide|fetch|notify|tag=NAME QUERY")


def would_touch(query: str, count: int) -> str:
    """How many of the articles that are there a rule finds."""
    words = ngettext("would affect 1 article", "would affect {count} articles", count)
    return _("{query}: {words}", query=query, words=words)


NO_MUTES = N_("Nothing is muted.")


def muted(query: str, count: int) -> str:
    """What a mute does."""
    words = ngettext("1 article muted", "{count} articles muted", count)
    return _("{query}: {words}", query=query, words=words)


def would_mute(query: str, count: int) -> str:
    """What a mute would do."""
    words = ngettext("1 article would be muted", "{count} articles would be muted", count)
    return _("{query}: {words}", query=query, words=words)


def unmuted(query: str) -> str:
    """A mute has ended."""
    return _("{query} is no longer muted", query=query)


def view_removed(name: str) -> str:
    """A view is saved no longer."""
    return _("removed {name}", name=name)
