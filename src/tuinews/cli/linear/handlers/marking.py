"""Marks, stars, tags, stories set apart; taken back, and done again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import lists, sources
from tuinews.cli.linear.words import marking as words
from tuinews.language import _
from tuinews.library.store_thread import utc_now
from tuinews.text import clean_line


async def mark(session: LinearSession, rest: str) -> None:
    """Read or unread; of several, read where one of them is not."""
    rows, behind = await session.meant(rest)
    if not rows or _is_odd(session, behind):
        return
    read = not all(row.read for row in rows)
    ids = await session.library.with_stories([row.id for row in rows])
    changed = await session.library.mark_read(ids, read)
    if len(changed) > 1:
        session.say(words.marked(len(changed), read=read))
    else:
        session.say(_(words.MARKED_READ) if read else _(words.MARKED_UNREAD))


async def star(session: LinearSession, rest: str) -> None:
    """With a star, or without; of several, with one where one of them has none."""
    rows, behind = await session.meant(rest)
    if not rows or _is_odd(session, behind):
        return
    starred = not all(row.starred for row in rows)
    changed = await session.library.star([row.id for row in rows], starred)
    if len(changed) > 1:
        session.say(words.starred(len(changed), starred=starred))
    else:
        session.say(_(words.IS_STARRED) if starred else _(words.IS_UNSTARRED))


def _is_odd(session: LinearSession, behind: str) -> bool:
    """Whether something stands behind the numbers that is none; that is said."""
    if behind:
        session.say(_(sources.NUMBER_WANTED))
    return bool(behind)


async def mark_all(session: LinearSession, _rest: str) -> None:
    """Everything in the list."""
    view = session.articles.here.view
    if view is None:
        await _mark_read(session, session.articles.ids)
    else:
        whole = replace(view, stories=session.settings.stories)
        session.say(words.marked(await session.library.mark_all_read(whole), read=True))


async def mark_above(session: LinearSession, rest: str) -> None:
    """What stands above an article."""
    place = _place(session, rest)
    if place is not None:
        await _mark_read(session, session.articles.ids[:place])


async def mark_below(session: LinearSession, rest: str) -> None:
    """What stands below an article."""
    place = _place(session, rest)
    if place is not None:
        await _mark_read(session, session.articles.ids[place + 1 :])


async def mark_older(session: LinearSession, rest: str) -> None:
    """What is older than some days, one where none is given."""
    if rest and not (rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) <= 36_500):
        session.say(_(words.DAYS_WANTED))
        return
    moment = utc_now() - timedelta(days=int(rest or 1))
    older = await session.library.ids_before(session.articles.view, moment)
    listed = set(session.articles.ids)
    await _mark_read(session, [entry_id for entry_id in older if entry_id in listed])


async def _mark_read(session: LinearSession, ids: Sequence[int]) -> None:
    changed = await session.library.mark_read(await session.library.with_stories(list(ids)), True)
    session.say(words.marked(len(changed), read=True))


def _place(session: LinearSession, rest: str) -> int | None:
    """Where an article stands in the list: that of a number, else the open one."""
    here = session.articles.place_of(session.reader.id)
    if not rest and here is not None:
        return here
    number = session.speaker.number(rest, len(session.articles.ids))
    return number - 1 if number else None


async def tag(session: LinearSession, rest: str) -> None:
    """Tags for articles; without one, those that they have."""
    rows, behind = await session.meant(rest)
    names = _names(behind)
    if rows and names:
        session.say(words.tags_changed(await session.library.change_tags([row.id for row in rows], names, [])))
        session.tags.forget()
    elif rows and not rest:
        session.say(_(words.TAG_WANTED))
    else:
        for row in rows:
            tags = " ".join(f"#{clean_line(one)}" for one in row.tags)
            session.say(words.tags_of(tags) if tags else _(words.NO_TAGS_HERE))


async def untag(session: LinearSession, rest: str) -> None:
    """Tags taken from articles."""
    rows, behind = await session.meant(rest)
    names = _names(behind)
    if rows and not names:
        session.say(_(words.TAG_WANTED))
    elif rows:
        session.say(words.tags_changed(await session.library.change_tags([row.id for row in rows], [], names)))
        session.tags.forget()


def _names(typed: str) -> list[str]:
    return [name for part in typed.split(",") if (name := part.strip().lstrip("#").strip())]


async def apart(session: LinearSession, rest: str) -> None:
    """Not the same story."""
    rows, _behind = await session.meant(rest)
    for row in rows:
        parted = await session.library.part_story(row.id)
        session.say(_(words.STANDS_APART) if parted else _(lists.TOLD_BY_NO_OTHER))


async def undo(session: LinearSession, _rest: str) -> None:
    """What was done last is taken back."""
    said = await session.library.undo()
    session.forget_numbers()
    session.say(clean_line(said) if said else _(words.NOTHING_TO_UNDO))


async def redo(session: LinearSession, _rest: str) -> None:
    """What was taken back is done again."""
    said = await session.library.redo()
    session.forget_numbers()
    session.say(clean_line(said) if said else _(words.NOTHING_TO_REDO))


COMMANDS: Commands = {
    "mark": mark,
    "mark all": mark_all,
    "mark above": mark_above,
    "mark below": mark_below,
    "mark older": mark_older,
    "star": star,
    "tag": tag,
    "untag": untag,
    "apart": apart,
    "undo": undo,
    "redo": redo,
}
