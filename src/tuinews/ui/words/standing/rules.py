"""What the screen says of rules, and of mutes beside them."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import N_, _, ngettext
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction
from tuinews.text import clean_line
from tuinews.ui.words.shown_keys import ShownKeys
from tuinews.ui.words.standing import views

_LONGEST = 60
"""Characters of a query."""

TITLE = N_("Rules and mutes")
KEYS = N_("a adds · Enter changes · D removes · Esc closes")
NONE_YET = N_("No rules and no mutes yet: a makes one · Esc closes")
NEW = N_("New rule")
CHANGE = N_("Change rule")

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        RuleAction.READ: N_("mark as read"),
        RuleAction.STAR: N_("star"),
        RuleAction.TAG: N_("tag"),
        RuleAction.HIDE: N_("hide"),
        RuleAction.FETCH: N_("fetch the text"),
        RuleAction.NOTIFY: N_("notify"),
    }
)
"""What a rule does, by the names of the command line."""

LABELS: Mapping[str, str] = MappingProxyType(
    {"query": views.LABELS["query"], "action": N_("Action"), "tag": N_("Tag"), "until": N_("Until")}
)
"""The names of the fields."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "query": N_("What it finds, written like a search: source:river title:flood"),
        "action": N_("What happens to articles as they arrive; hiding also hides those already here"),
        "tag": N_("The tag to give, if that is the action"),
        "until": N_("The day on which hiding ends, such as 2026-12-24; empty: never"),
    }
)
"""What each field is for."""


def action_of(one: Mute | ArrivalRule) -> str:
    """What one does, in words."""
    if isinstance(one, Mute):
        hides = _(ACTIONS[RuleAction.HIDE])
        if one.until is None:
            return hides
        day = one.until.astimezone().date().isoformat()
        return _("{hides} until {day}", hides=hides, day=day)
    said = _(ACTIONS[one.action])
    return f"{said} #{clean_line(one.tag)}" if one.tag else said


def finds(count: int) -> str:
    """How many articles that are here a query finds."""
    return ngettext("would affect 1 article", "would affect {count} articles", count)


def kept(one: Mute | ArrivalRule, count: int, keys: ShownKeys) -> str:
    """A rule was made or changed."""
    return _(
        "{action}: {query} ({finds}); {key} undoes it",
        action=action_of(one),
        query=clean_line(one.query, _LONGEST),
        finds=finds(count),
        key=keys.key("undo"),
    )


def removed(one: Mute | ArrivalRule, keys: ShownKeys) -> str:
    """A rule, or a mute, was removed."""
    return _(
        "{query} no longer has a rule; {key} undoes it",
        query=clean_line(one.query, _LONGEST),
        key=keys.key("undo"),
    )
