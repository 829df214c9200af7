"""Standing queries as values of JSON, in which the library keeps them and what was done to them."""

from datetime import datetime
from typing import Any

from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction, SavedView, StandingQuery, ViewOrder

VIEW, MUTE, RULE = "view", "mute", "rule"


def kind_of(one: StandingQuery) -> str:
    """The word by which a kind of standing query is kept."""
    match one:
        case SavedView():
            return VIEW
        case Mute():
            return MUTE
        case ArrivalRule():
            return RULE


def options_of(one: StandingQuery) -> dict[str, Any]:
    """What is kept of one besides its id, its kind and its query."""
    match one:
        case SavedView():
            own = {"name": one.name, "order": one.order.value, "icon": one.icon, "place": one.place}
            return own | ({"notify": True} if one.notify else {})
        case Mute():
            return {"until": None if one.until is None else one.until.isoformat()}
        case ArrivalRule():
            return {"action": one.action.value, "tag": one.tag}


def standing_query(kind: str, query_id: int, query: str, options: dict[str, Any]) -> StandingQuery:
    """The standing query that was kept so; raises ValueError, KeyError or TypeError for what is none."""
    if kind == VIEW:
        return SavedView(
            id=query_id,
            query=query,
            name=str(options["name"]),
            order=ViewOrder(options["order"]),
            icon=str(options["icon"]),
            place=int(options["place"]),
            notify=bool(options.get("notify", False)),
        )
    if kind == MUTE:
        until = options["until"]
        return Mute(id=query_id, query=query, until=None if until is None else datetime.fromisoformat(until))
    if kind == RULE:
        return ArrivalRule(id=query_id, query=query, action=RuleAction(options["action"]), tag=str(options["tag"]))
    raise ValueError(kind)


def to_json(one: StandingQuery | None) -> dict[str, Any] | None:
    """All of one, None for none."""
    return None if one is None else {"kind": kind_of(one), "id": one.id, "query": one.query, **options_of(one)}


def from_json(value: dict[str, Any] | None) -> StandingQuery | None:
    """What `to_json` wrote; raises as `standing_query` does."""
    if value is None:
        return None
    return standing_query(str(value["kind"]), int(value["id"]), str(value["query"]), value)
