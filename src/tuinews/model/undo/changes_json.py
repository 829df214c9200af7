"""Changes as JSON, in which the library keeps them."""

import json
from itertools import accumulate, pairwise
from typing import Any

from tuinews.model.annotations.highlights import Highlight
from tuinews.model.annotations.highlights_json import highlight_from_json, highlight_to_json
from tuinews.model.article import SelectorRule
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.sources.options import from_written, written
from tuinews.model.standing import queries_json
from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
    EntryMark,
    EntryTags,
    FolderMoved,
    HighlightsChanged,
    NoteChanged,
    QueryChanged,
    SelectorRuleChanged,
    SourceArranged,
    SourcesRemoved,
    StoryParted,
    TagsChanged,
)


def change_to_json(change: Change) -> str:
    """The JSON text of a change. Ids are written as steps from one to the next: "mark all read" has 100,000."""
    return json.dumps(_to_json(change), ensure_ascii=False, separators=(",", ":"))


def change_from_json(text: str) -> Change:
    """The change of that text; raises ValueError for what is none: damage, or a newer version's."""
    try:
        return _from_json(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(text[:80]) from error


def _to_json(change: Change) -> dict[str, Any]:
    match change:
        case EntriesMarked():
            steps = [after - before for before, after in pairwise((0, *change.ids))]
            return {"kind": "marked", "mark": change.mark.value, "value": change.value, "steps": steps}
        case SourceArranged():
            before, after = _arrangement(change.before), _arrangement(change.after)
            return {"kind": "arranged", "source": change.source_id, "before": before, "after": after}
        case FolderMoved():
            sources = list(change.ids)
            return {"kind": "folder", "before": change.before, "after": change.after, "sources": sources}
        case SelectorRuleChanged():
            source = {"source": change.source_id, "title": change.title}
            return {"kind": "repaired", **source, "before": _rule(change.before), "after": _rule(change.after)}
        case SourcesRemoved():
            return {"kind": "removed", "sources": list(change.ids), "titles": list(change.titles)}
        case TagsChanged():
            tagged = [[one.entry_id, list(one.before), list(one.after)] for one in change.entries]
            return {"kind": "tags", "entries": tagged}
        case NoteChanged():
            return {"kind": "note", "entry": change.entry_id, "before": change.before, "after": change.after}
        case HighlightsChanged():
            was, becomes = (list(map(highlight_to_json, part)) for part in (change.before, change.after))
            return {"kind": "highlights", "entry": change.entry_id, "before": was, "after": becomes}
        case StoryParted():
            parted = {"entry": change.entry_id, "title": change.title, "story": change.story}
            return {"kind": "parted", **parted, "others": list(change.others)}
        case QueryChanged():
            kept, now = queries_json.to_json(change.before), queries_json.to_json(change.after)
            return {"kind": "query", "before": kept, "after": now}


def _from_json(value: dict[str, Any]) -> Change:
    match value["kind"]:
        case "marked":
            ids = tuple(accumulate(map(int, value["steps"])))
            return EntriesMarked(ids, EntryMark(value["mark"]), bool(value["value"]))
        case "arranged":
            before, after = _to_arrangement(value["before"]), _to_arrangement(value["after"])
            return SourceArranged(int(value["source"]), before, after)
        case "folder":
            path = None if value["after"] is None else str(value["after"])
            return FolderMoved(str(value["before"]), path, tuple(map(int, value["sources"])))
        case "repaired":
            was, becomes = _to_rule(value["before"]), _to_rule(value["after"])
            return SelectorRuleChanged(int(value["source"]), str(value["title"]), was, becomes)
        case "removed":
            return SourcesRemoved(tuple(map(int, value["sources"])), _texts(value["titles"]))
        case "tags":
            entries = value["entries"]
            return TagsChanged(tuple(EntryTags(int(i), _texts(old), _texts(new)) for i, old, new in entries))
        case "note":
            return NoteChanged(int(value["entry"]), str(value["before"]), str(value["after"]))
        case "highlights":
            old, new = _highlights(value["before"]), _highlights(value["after"])
            return HighlightsChanged(int(value["entry"]), old, new)
        case "parted":
            others = tuple(map(int, value["others"]))
            return StoryParted(int(value["entry"]), str(value["title"]), int(value["story"]), others)
        case "query":
            return QueryChanged(queries_json.from_json(value["before"]), queries_json.from_json(value["after"]))
        case unknown:
            raise ValueError(unknown)


def _highlights(value: list[dict[str, Any]]) -> tuple[Highlight, ...]:
    return tuple(map(highlight_from_json, value))


def _texts(value: list[Any]) -> tuple[str, ...]:
    return tuple(map(str, value))


def _arrangement(one: Arrangement) -> dict[str, Any]:
    return {"title": one.title, "folder": one.folder, "options": written(one.options)}


def _to_arrangement(value: dict[str, Any]) -> Arrangement:
    return Arrangement(str(value["title"]), value["folder"], from_written(value["options"]))


def _rule(rule: SelectorRule | None) -> dict[str, str | None] | None:
    return {"body": rule.body, "drop": rule.drop} if rule else None


def _to_rule(value: dict[str, str | None] | None) -> SelectorRule | None:
    return SelectorRule(value["body"], value["drop"]) if value else None
