"""What is typed for a standing query, checked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches

from tuinews.errors import QueryError, TuinewsError
from tuinews.folding import fold
from tuinews.language import _
from tuinews.library.sources.edits import source_name
from tuinews.model.sources.option_values import yes_or_no
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction, SavedView, ViewOrder
from tuinews.query.parser import MOST_PIECES, first_unread, parse
from tuinews.text import clean_line

LONGEST_QUERY = 500
"""Characters of a query: as many as a search reads (`query.tokens.MAX_LENGTH`)."""

LONGEST_TAG = 40
"""Characters of a tag."""

HIGHEST_PLACE = 999
"""The last place of a view in the pane of the sources."""


def query_text(typed: str) -> str:
    """A query as it was typed, on one line; raises QueryError for one that cannot be read, or says nothing.

    One that is too long to be read whole is an error too: without its end it could find what was never meant.
    """
    query = clean_line(typed, LONGEST_QUERY + 1)
    if len(query) > LONGEST_QUERY:
        why = _("it is longer than {count} characters", count=LONGEST_QUERY)
        raise QueryError(_("the query"), LONGEST_QUERY, why, _("shorten it"))
    most = first_unread(query)
    if most is not None:
        why = _("more than {count} words and fields", count=MOST_PIECES)
        raise QueryError(_("the query"), most, why, _("shorten it"))
    if parse(query) is None:
        raise QueryError(
            query or _("the query"), 0, _("it is empty"), _("give a query such as is:unread title:river")
        )
    return query


def tag_name(typed: str) -> str:
    """A tag as it was typed, without a sharp before it; raises TuinewsError if nothing is left."""
    name = " ".join(clean_line(typed, LONGEST_TAG).lstrip("#").replace(",", " ").replace('"', " ").split())
    if not name:
        raise TuinewsError(_("the tag"), _("it is empty"), _("give it a name"))
    return name


def rule_of(action: str, query: str) -> ArrivalRule:
    """The rule of an action (`read`, `star`, `hide`, `tag=NAME`) and a query; raises TuinewsError."""
    word, _sign, tag = action.partition("=")
    try:
        kind = RuleAction(word.strip().lower())
    except ValueError:
        choices = ", ".join((*[one for one in RuleAction if one is not RuleAction.TAG], "tag=NAME"))
        raise TuinewsError(_("the action"), _("it must be one of {choices}", choices=choices)) from None
    return ArrivalRule(query=query_text(query), action=kind, tag=tag_name(tag) if kind is RuleAction.TAG else "")


def standing_of(typed: Mapping[str, str]) -> Mute | ArrivalRule:
    """The rule, or the mute where it hides, of what was typed for `query`, `action`, `tag` and `until` (a day of
    this computer's zone); raises TuinewsError.
    """
    if typed["action"] != RuleAction.HIDE:
        tag = f"={typed['tag']}" if typed["action"] == RuleAction.TAG else ""
        return rule_of(f"{typed['action']}{tag}", typed["query"])
    query, day = query_text(typed["query"]), typed["until"].strip()
    try:
        return Mute(query=query, until=datetime.fromisoformat(day).astimezone(UTC) if day else None)
    except (ValueError, OverflowError):
        raise TuinewsError(_("the day"), _("must be a day such as 2026-12-24")) from None


def changed_view(view: SavedView, typed: Mapping[str, str]) -> SavedView:
    """The same with what was typed for its fields, but for `id`; raises TuinewsError."""
    for key in typed.keys() - _READ.keys():
        known = ", ".join(_READ)
        raise TuinewsError(
            _("the option “{key}”", key=key[:60]), _("there is none"), _("use one of {known}", known=known)
        )
    return replace(view, **{key: _READ[key](text) for key, text in typed.items()})  # type: ignore[arg-type]


def of_own_name(view: SavedView, views: Iterable[SavedView]) -> SavedView:
    """The view, where no other is called as it is (capitals and marks make no difference); raises TuinewsError.

    Commands know a view by its name: the second of one name could neither be listed nor removed by it.
    """
    if any(one.id != view.id and fold(one.name) == fold(view.name) for one in views):
        raise TuinewsError(
            _("the view “{name}”", name=view.name),
            _("there is already one of that name"),
            _("choose another name"),
        )
    return view


def _order(typed: str) -> ViewOrder:
    word = typed.strip().lower()
    try:
        return ViewOrder(word)
    except ValueError:
        near = get_close_matches(word, list(ViewOrder), 1)
        raise TuinewsError(
            _("the order"),
            _("it must be one of {choices}", choices=", ".join(ViewOrder)),
            _("did you mean {name}?", name=near[0]) if near else "",
        ) from None


def _icon(typed: str) -> str:
    icon = clean_line(typed)
    if len(icon.removesuffix("\ufe0f")) > 1:
        raise TuinewsError(_("the icon"), _("it is longer than one character"))
    return icon


def _place(typed: str) -> int:
    number = typed.strip()
    if not (number.isascii() and number.isdigit() and len(number.lstrip("0")) <= len(str(HIGHEST_PLACE))):
        raise TuinewsError(_("the place"), _("it must be a number from 0 to {most}", most=HIGHEST_PLACE))
    return int(number)


def _notify(typed: str) -> bool:
    try:
        return yes_or_no(typed.strip())
    except KeyError:
        raise TuinewsError(_("notify"), _("it must be yes or no")) from None


_READ = {
    "name": source_name,
    "query": query_text,
    "order": _order,
    "icon": _icon,
    "place": _place,
    "notify": _notify,
}
