"""What was done by hand in the last day: done, taken back and done again, each in one transaction with its record.

A process takes back its own steps, and behind them those that were done before it began: another one that runs
beside it has steps of its own. Each step is taken back by one process only, since that is written with it.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tuinews.late import late_imports
from tuinews.model.standing.queries import ArrivalRule, Mute, StandingQuery
from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
    EntryMark,
    FolderMoved,
    HighlightsChanged,
    NoteChanged,
    QueryChanged,
    SelectorRuleChanged,
    SourceArranged,
    SourcesRemoved,
    SourcesRestored,
    Step,
    StoryJoined,
    StoryParted,
    TagsChanged,
)
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.statements import scalar
from tuinews.store.tables import sources
from tuinews.store.tables.columns import insert

with late_imports(__name__):
    from tuinews.model.sources.arrangement import Arrangement
    from tuinews.model.undo.carried import carried, carried_highlights, carried_tags
    from tuinews.model.undo.changes_json import change_from_json, change_to_json
    from tuinews.model.undo.inverse import inverse
    from tuinews.store.accounts import accounts
    from tuinews.store.search import muting
    from tuinews.store.stories import members
    from tuinews.store.tables import standing_queries, status, tags
    from tuinews.store.tables.annotations import highlights, notes

KEPT = timedelta(days=1)
"""How long a step can be taken back."""

MOST = 200
"""Steps that are kept; "mark all read" is one, however many articles it marks."""

MOST_BYTES = 4_000_000
"""Bytes of all steps together."""


@dataclass(frozen=True, slots=True)
class Session:
    """Whose steps one process sees: those of `name`, and those up to `before`, which was the last at its start."""

    name: str
    before: int = 0


def begin(sql: sqlite3.Connection, name: str) -> Session:
    """A session that begins now."""
    return Session(name, int(scalar(sql, "select coalesce(max(id), 0) from change")))


def do(sql: sqlite3.Connection, change: Change, session: Session, now: datetime) -> Change | None:
    """Do something and keep how it is taken back; what was really done, None where nothing changed.

    What was taken back before can then no longer be done again.
    """
    done = _done(sql, change, now)
    if done is not None:
        sql.execute(f"delete from change where undone = 1 and {_SEEN}", _seen(session))
        _keep(sql, done, session, now, undone=False)
        _forget(sql, now)
    return done


def undo(sql: sqlite3.Connection, session: Session, now: datetime) -> Change | None:
    """Take the last step back; the step, None where there is none."""
    _forget(sql, now)
    found = _kept(sql, session, "undone = 0", "id desc")
    if found is None:
        return None
    sql.execute("update change set undone = 1 where id = ?", (found.id,))
    _apply(sql, inverse(found.change), now)
    return found.change


def redo(sql: sqlite3.Connection, session: Session, now: datetime) -> Change | None:
    """Do the step again that was taken back last; the step, None where there is none."""
    _forget(sql, now)
    found = _kept(sql, session, "undone = 1", "id")
    if found is None:
        return None
    sql.execute("update change set undone = 0 where id = ?", (found.id,))
    _apply(sql, found.change, now)
    return found.change


def restore_last(sql: sqlite3.Connection, session: Session, since: datetime, now: datetime) -> Change | None:
    """Bring back the sources that were removed last, though that step is forgotten; None where that was before
    `since`. They can be removed again as any step is done again.
    """
    last = sources.last_removed(sql, since)
    if not last:
        return None
    change = SourcesRemoved(tuple(one.id for one in last), tuple(one.title for one in last))
    sources.restore(sql, change.ids)
    _keep(sql, change, session, now, undone=True)
    return change


_SEEN = "(session = :session or id <= :before)"


def _seen(session: Session) -> dict[str, object]:
    return {"session": session.name, "before": session.before}


@dataclass(frozen=True, slots=True)
class _Kept:
    """A step as it is kept."""

    id: int
    change: Change


def _kept(sql: sqlite3.Connection, session: Session, which: str, order: str) -> _Kept | None:
    """The first in an order of the steps that a session sees; None where there is none."""
    query = f"select id, step from change where {which} and {_SEEN} order by {order} limit 1"
    while (row := sql.execute(query, _seen(session)).fetchone()) is not None:
        change_id, step = row
        try:
            return _Kept(change_id, change_from_json(codec.unpacked(step)))
        except ValueError:
            # Damaged, or of a newer version: the steps behind it can still be taken back.
            sql.execute("delete from change where id = ?", (change_id,))
    return None


def _done(sql: sqlite3.Connection, change: Change, now: datetime) -> Change | None:
    if isinstance(change, EntriesMarked):
        changed = _mark(sql, change.ids, change.mark, change.value)
        return replace(change, ids=tuple(changed)) if changed else None
    if isinstance(change, SourcesRemoved):
        ids = [i for i in change.ids if sources.living(sql, i) is not None]
        if not ids:
            return None
    if isinstance(change, QueryChanged) and change.after is not None and not change.after.id:
        known = standing_queries.same(sql, change.after)
        kept = replace(change.after, id=known.id if known else 0)
        if kept == known:
            return None
        kept = replace(kept, id=standing_queries.put(sql, kept))
        _look_anew(sql, kept)
        return replace(change, before=known, after=kept)
    change = _from_now(sql, change)
    if isinstance(change, TagsChanged) and not change.entries:
        return None
    if isinstance(change, HighlightsChanged):
        return replace(change, after=highlights.put(sql, change.entry_id, change.after))
    _apply(sql, change, now)
    return change


def _from_now(sql: sqlite3.Connection, change: Change) -> Change:
    """The same step from what is there now, which another process may have changed since this one read it."""
    match change:
        case TagsChanged(entries):
            had = tags.of(sql, [one.entry_id for one in entries])
            changed = [
                replace(one, before=now, after=carried_tags(now, one.before, one.after))
                for one in entries
                for now in [had.get(one.entry_id, ())]
            ]
            return TagsChanged(tuple(one for one in changed if one.after != one.before))
        case NoteChanged(entry_id):
            return replace(change, before=notes.of(sql, [entry_id]).get(entry_id, ""))
        case HighlightsChanged(entry_id, before, after):
            kept = highlights.of(sql, entry_id)
            return replace(change, before=kept, after=carried_highlights(kept, before, after))
        case SourceArranged(source_id, before, after) if source := sources.living(sql, source_id):
            arranged = Arrangement.of(source)
            return replace(change, before=arranged, after=carried(arranged, before, after))
        case SelectorRuleChanged(source_id, _, before, after) if source := sources.living(sql, source_id):
            return replace(change, before=source.selector_rule, after=carried(source.selector_rule, before, after))
        case QueryChanged(before, after) if before is not None and after is not None:
            stands = standing_queries.find(sql, before) or before
            return replace(change, before=stands, after=carried(stands, before, after))
    return change


def _apply(sql: sqlite3.Connection, step: Step, now: datetime) -> None:
    if not isinstance(step, SourcesRestored | StoryJoined):
        step = _from_now(sql, step)
    match step:
        case EntriesMarked():
            _mark(sql, step.ids, step.mark, step.value)
        case SourceArranged():
            sources.arrange(sql, step.source_id, step.after)
        case FolderMoved():
            sources.move_folder(sql, step.ids, step.before, step.after)
            accounts.follow_folder(sql, step.before, step.after)
        case SelectorRuleChanged():
            sources.set_selector_rule(sql, step.source_id, step.after)
        case TagsChanged():
            for one in step.entries:
                tags.put(sql, one.entry_id, one.after)
        case NoteChanged():
            notes.put(sql, step.entry_id, step.after, now)
        case HighlightsChanged():
            highlights.put(sql, step.entry_id, step.after)
        case StoryParted():
            members.set_apart(sql, step.entry_id, step.others)
        case StoryJoined():
            members.put_back(sql, step.entry_id, step.story, step.others)
        case QueryChanged():
            _change_query(sql, step.before, step.after)
        case SourcesRemoved():
            sources.remove(sql, step.ids, now)
        case SourcesRestored():
            sources.restore(sql, step.ids)


def _change_query(sql: sqlite3.Connection, before: StandingQuery | None, after: StandingQuery | None) -> None:
    if after is not None:
        standing_queries.put(sql, after)
    elif before is not None:
        standing_queries.remove(sql, before.id)
    _look_anew(sql, after or before)


def _look_anew(sql: sqlite3.Connection, one: StandingQuery | None) -> None:
    if isinstance(one, Mute | ArrivalRule):
        muting.begin(sql)


def _mark(sql: sqlite3.Connection, ids: Sequence[int], mark: EntryMark, value: bool) -> list[int]:
    set_mark = status.set_read if mark is EntryMark.READ else status.set_starred
    return set_mark(sql, ids, value)


def _keep(sql: sqlite3.Connection, change: Change, session: Session, now: datetime, *, undone: bool) -> None:
    step = codec.packed(change_to_json(change))
    done_at = codec.seconds(now)
    insert(sql, "change", {"session": session.name, "done_at": done_at, "undone": undone, "step": step})


def _forget(sql: sqlite3.Connection, now: datetime) -> None:
    """Forget steps that are older than a day, and the oldest of too many. A clock that was set back forgets none
    sooner."""
    sql.execute("delete from change where done_at < ?", (codec.seconds(now - KEPT),))
    sql.execute(f"delete from change where id not in (select id from change order by id desc limit {MOST})")
    kept: list[int] = []
    bytes_kept = 0
    for change_id, size in sql.execute("select id, length(step) from change order by id desc").fetchall():
        bytes_kept += size
        if bytes_kept <= MOST_BYTES or not kept:
            kept.append(change_id)
    if kept:
        sql.execute("delete from change where id < ?", (min(kept),))
