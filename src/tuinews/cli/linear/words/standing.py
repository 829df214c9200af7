"""The words of what is kept for later: saved views, mutes, rules."""

from tuinews.cli.linear.words.word import Word, WordGroup
from tuinews.language import N_, _, ngettext

WORDS = WordGroup(
    N_("Views, mutes, rules"),
    (
        Word(N_("views"), N_("lists the saved views, numbered")),
        Word(N_("view"), N_("N: lists what a saved view finds, by its number in views or its name")),
        Word(N_("save view"), N_("NAME: saves the search you are in as a view")),
        Word(
            N_("change view"),
            N_("N KEY=VALUE: changes a view; the keys are name, query, order, icon, place, notify"),
        ),
        Word(N_("remove view"), N_("N: removes a view")),
        Word(
            N_("mute"),
            N_("QUERY: hides what a search finds from lists; mute alone: what can be muted in the open article"),
            N_("Then mute 2 takes the second suggestion. mute QUERY until 2026-12-24 ends by itself on that day."),
        ),
        Word(N_("mutes"), N_("lists what is muted, numbered")),
        Word(N_("unmute"), N_("N: ends a mute, by its number in mutes")),
        Word(N_("rules"), N_("lists the rules for new articles, numbered")),
        Word(
            N_("rule"),
            N_("ACTION QUERY: does something with new articles: read, star, hide, fetch, notify, tag=NAME"),
        ),
        Word(N_("try"), N_("QUERY: says how many articles a mute or a rule would affect")),
        Word(N_("remove rule"), N_("N: removes a rule, by its number in rules")),
    ),
)

NO_VIEWS = N_("There are no saved views; after a search, save view NAME makes one.")
NO_SUCH_VIEW = N_("There is no such view; views lists them.")
NAME_WANTED = N_("Which name? As in: save view Storms")
NOTHING_SEARCHED = N_("Search for something first; save view NAME saves that search.")
PAIR_WANTED = N_("Which KEY=VALUE? As in: change view 1 order=oldest")
NO_MUTES = N_("Nothing is muted.")
NO_RULES = N_("There are no rules; rule ACTION QUERY makes one.")
QUERY_WANTED = N_("Which search? As in: try title:storm")
RULE_WANTED = N_("Which action and search? As in: rule star title:storm")
OFFERS = N_("What can be muted in this article; type mute and the number:")
DAY_WANTED = N_("The day must be in the future, written like 2026-12-24.")


def view_line(name: str, query: str, unread: int | None) -> str:
    """A saved view, its name first."""
    count = _("unread not counted") if unread is None else ngettext("1 unread", "{count} unread", unread)
    return f"{name}, {count}, {query}"


def view_saved(name: str) -> str:
    """A view was saved, or changed."""
    return _("The view “{name}” is saved; undo takes it back.", name=name)


def view_removed(name: str) -> str:
    """A view is there no more."""
    return _("The view “{name}” is removed; undo brings it back.", name=name)


def muted(query: str, count: int) -> str:
    """A mute was made."""
    articles = ngettext("1 article muted", "{count} articles muted", count)
    return _("{query}: {articles}; undo takes it back.", query=query, articles=articles)


def mute_line(query: str, until: str) -> str:
    """A mute in a list, with its last day where it has one."""
    return _("{query}, until {day}", query=query, day=until) if until else query


def unmuted(query: str) -> str:
    """A mute has ended."""
    return _("{query} is no longer muted.", query=query)


def touches(query: str, count: int) -> str:
    """How many of the articles that are here a query finds."""
    words = ngettext("would affect 1 article", "would affect {count} articles", count)
    return f"{query}: {words}"


def rule_made(rule: str, query: str, count: int) -> str:
    """A rule was made."""
    return _("Rule {rule}; {finds}; undo takes it back.", rule=rule, finds=touches(query, count))


def rule_removed(rule: str) -> str:
    """A rule was removed."""
    return _("The rule {rule} is removed; undo brings it back.", rule=rule)
