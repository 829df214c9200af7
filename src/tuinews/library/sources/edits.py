"""What is done to sources by hand and can be undone: their names, folders and options, their removal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tuinews.errors import TuinewsError
from tuinews.language import _, ngettext
from tuinews.library import undo_messages
from tuinews.library.history import History, Step
from tuinews.library.sources.schedule import interval
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions, with_option
from tuinews.store.store import Store
from tuinews.text import clean_line

LONGEST_NAME = 200
"""Characters of a source's name, and of one folder's."""

DEEPEST = 8
"""Folders within each other, as in a list that is imported."""

NO_FOLDER = "-"
"""What is typed on a command line to take a source out of its folder; empty does the same."""

_RESTORABLE = timedelta(days=30)
"""How long after its removal a source comes back by undo in a session that has done nothing yet."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a source is called, the path of its folder, "News/Asia" (None where it is in none), and its options."""

    title: str
    folder: str | None
    options: SourceOptions

    @classmethod
    def of(cls, source: Source) -> "Arrangement":
        """How a source is arranged now."""
        return cls(source.title, source.folder, source.options)

    def changed(self, typed: Mapping[str, str]) -> "Arrangement":
        """The same with what was typed for `title`, `folder` and options; raises TuinewsError."""
        wanted = self
        for key, text in typed.items():
            if key == "title":
                wanted = replace(wanted, title=source_name(text))
            elif key == "folder":
                wanted = replace(wanted, folder=folder_path(text))
            else:
                wanted = replace(wanted, options=with_option(wanted.options, key, text))
        return wanted


def source_name(typed: str) -> str:
    """A name as it was typed, on one line; raises TuinewsError where nothing is left of it."""
    name = clean_line(typed, LONGEST_NAME)
    if not name:
        raise TuinewsError(_("the name"), _("it is empty"), _("give the source a name"))
    return name


def folder_path(typed: str) -> str | None:
    """The path of a folder as it was typed, `A/B` is B in A; None where it names none ("" or "-").

    Raises TuinewsError where it is deeper than folders go.
    """
    parts = [clean_line(part, LONGEST_NAME) for part in typed.split("/")]
    path = "/".join(part for part in parts if part)
    if path.count("/") >= DEEPEST:
        raise TuinewsError(
            _("the folder"), _("it is nested more than {most} folders deep", most=DEEPEST), _("use fewer")
        )
    return None if path in ("", NO_FOLDER) else path


class SourceEdits:
    """Changes sources, each time as one step of the history."""

    def __init__(self, store: StoreThread, history: History, usual_interval: timedelta) -> None:
        self._store, self._history, self._usual_interval = store, history, usual_interval

    async def arrange(self, source: Source, wanted: Arrangement) -> None:
        """Give a source a name, a folder and options; nothing is done where it has them."""
        before = Arrangement.of(source)
        if wanted == before:
            return

        async def to(now: Arrangement) -> None:
            due_after = interval(now.options, None, self._usual_interval)
            await self._store(Store.arrange_source, source.id, now.title, now.folder, now.options, due_after)

        await to(wanted)
        self._history.add(
            Step(_words(wanted, before), _words(before, wanted), lambda: to(before), lambda: to(wanted))
        )

    async def remove(self, ids: Sequence[int]) -> None:
        """Remove sources; their entries come back with them."""
        await self._store(Store.remove_sources, ids, utc_now())
        self._history.add(self._removal(ids, ngettext("1 source", "{count} sources", len(ids))))

    async def restore_last(self, now: datetime) -> str | None:
        """Bring back what was removed last, in a session before; one line, None where nothing was."""
        removed = await self._store(Store.last_removed, now - _RESTORABLE)
        if not removed:
            return None
        ids = [source.id for source in removed]
        await self._store(Store.restore_sources, ids)
        step = self._removal(ids, undo_messages.sources([source.title for source in removed]))
        self._history.add_undone(step)
        return step.undone

    def _removal(self, ids: Sequence[int], name: str) -> Step:
        return Step(
            undo_messages.restored(name),
            undo_messages.removed(name),
            lambda: self._store(Store.restore_sources, ids),
            lambda: self._store(Store.remove_sources, ids, utc_now()),
        )


def _words(now: Arrangement, then: Arrangement) -> str:
    """What it says when `now` becomes `then` again."""
    if then.options != now.options:
        return undo_messages.set_again(then.title)
    if then.folder == now.folder:
        return undo_messages.renamed(now.title, then.title)
    if then.title == now.title:
        return undo_messages.moved(now.title, then.folder)
    return undo_messages.renamed_and_moved(now.title, then.title, then.folder)
