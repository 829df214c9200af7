"""Looks a library over from end to end, and says of each thing whether it is well."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from tuinews.errors import NewerSchemaError, system_reason
from tuinews.language import _, ngettext, size_in_words
from tuinews.paths import is_open_to_others
from tuinews.quick_dataclass import dataclass
from tuinews.store import schema_steps
from tuinews.store.connecting import connect
from tuinews.store.failures import BUSY_SECONDS, DamagedError, cannot_be_written, leave_suspicion, translated
from tuinews.store.lists import tally
from tuinews.store.picture_files import PictureFiles
from tuinews.store.recovery import backup
from tuinews.store.recovery.file_state import FileState, file_state, is_whole
from tuinews.store.recovery.network import is_on_network
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.recovery.read_only import connect_reading, is_writable
from tuinews.store.recovery.synchronised import synchronising_program
from tuinews.store.recovery.watch import Watch
from tuinews.store.search import index
from tuinews.store.statements import scalar
from tuinews.store.tables import pictures

_LITTLE_ROOM = 200_000_000
"""Bytes that should be free on the disk of a library: a migration, or a backup, needs some."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its name for programs, whether it is well, what was found, and what helps."""

    name: str
    is_well: bool
    found: str
    helps: str = ""


def _well(name: str, found: str) -> Finding:
    return Finding(name, True, found)


def _amiss(name: str, found: str, helps: str = "") -> Finding:
    return Finding(name, False, found, helps)


def examine(directory: Path, now: datetime, patience: float = BUSY_SECONDS) -> Iterator[Finding]:
    """Look at the library of a directory; nothing in it is changed. It reads all of it: a second for 300 MB.

    Raises StoreError where another process writes for longer than `patience` seconds.
    """
    path = directory / FILE_NAME
    is_read_only = path.is_file() and not is_writable(path)
    state = _read_only() if is_read_only else _state(path)
    yield state
    if is_read_only:
        with closing(connect_reading(path)) as sql:
            yield _pages(sql)
    elif state.is_well:
        with closing(connect(path, "rw")) as sql:
            sql.execute(f"pragma busy_timeout = {patience * 1000:.0f}")
            pages = _pages(sql)
            yield pages
            if pages.is_well:
                yield from _inside(sql, directory)
            else:
                # What lies on such pages tells nothing of the rest; with the sign the next start repairs them.
                leave_suspicion(path)
    yield _backups(path, now)
    yield _room(directory)
    yield _modes(directory)
    yield _place(directory)


def _inside(sql: sqlite3.Connection, directory: Path) -> Iterator[Finding]:
    """What the tables of a library say. Raises StoreError, as where another process writes without end."""
    try:
        yield _index(sql)
        yield _numbers(sql)
        yield _references(sql)
        yield _pictures(sql, directory)
        yield _size(sql)
    except sqlite3.Error as error:
        raise translated(error) from None


def suspect(directory: Path) -> None:
    """Have the next opening read every page of the library, and repair it where one is damaged."""
    path = directory / FILE_NAME
    if path.exists():
        leave_suspicion(path)


def repair_index(directory: Path) -> None:
    """Make the search index anew, count all lists, and write the file anew, without what is empty in it and as a
    new one is written.

    Raises StoreError.
    """
    try:
        with closing(connect(directory / FILE_NAME, "rw")) as sql:
            sql.execute("begin immediate")
            if not index.has_body_first(sql):
                sql.execute("drop table words")
                sql.execute(schema_steps.WORDS)
            sql.execute(schema_steps.INTERLEAVED)
            index.rebuild(sql, Watch())
            index.join(sql)
            tally.count_anew(sql)
            sql.execute("commit")
            _write_anew(sql)
    except sqlite3.Error as error:
        raise translated(error) from None


def repair_pictures(directory: Path) -> None:
    """Forget pictures that are missing or damaged, so that they are fetched again with their articles.

    Raises StoreError.
    """
    files = PictureFiles(directory)
    try:
        with closing(connect(directory / FILE_NAME, "rw")) as sql:
            spoilt = files.spoilt(pictures.named_files(sql))
            sql.execute("begin immediate")
            pictures.forget_files(sql, spoilt)
            sql.execute("commit")
    except sqlite3.Error as error:
        raise translated(error) from None
    files.remove(spoilt)


def _write_anew(sql: sqlite3.Connection) -> None:
    """Write the file anew; where another process has it open, or there is no room for it twice, it stays as it is.

    Pages can have another size only without the log of writes, which is left where nobody else has the file open.
    """
    with suppress(sqlite3.Error):
        logged = scalar(sql, "pragma journal_mode")
        try:
            with suppress(sqlite3.OperationalError):
                sql.execute("pragma journal_mode = delete")
            sql.execute("vacuum")
        finally:
            sql.execute(f"pragma journal_mode = {logged}")


def _read_only() -> Finding:
    """A library that can be read as it is, and no more."""
    refusal = cannot_be_written()
    return _amiss("file", refusal.why, refusal.remedy)


def _state(path: Path) -> Finding:
    try:
        state = file_state(path)
    except NewerSchemaError as error:
        return _amiss("file", error.why, error.do)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OSError):
            return _amiss("file", system_reason(error), _("check the permissions of its folder"))
        failure = translated(error)
        return _amiss("file", failure.why, failure.remedy)
    if state in (FileState.SOUND, FileState.SUSPECT):
        return _well("file", _("the library is {path}", path=path))
    if state is FileState.ABSENT:
        return _amiss("file", _("there is no library here yet"), _("tuinews makes one when it first starts"))
    if state in (FileState.OLDER, FileState.BLANK):
        return _amiss("file", _("the library is of an older version"), _("tuinews updates it when it starts"))
    return _amiss("file", _(state.value), _("tuinews repairs it when it starts"))


def _pages(sql: sqlite3.Connection) -> Finding:
    if is_whole(sql):
        return _well("pages", _("every page of it is in order"))
    return _amiss("pages", _("some of its pages are damaged"), _("tuinews repairs it when it starts"))


def _index(sql: sqlite3.Connection) -> Finding:
    try:
        for table in ("words", "marked_words"):
            sql.execute(f"insert into {table} ({table}) values ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if isinstance(translated(error), DamagedError):
            return _amiss("index", _("the search index is damaged"), _("run: tuinews doctor --repair"))
        raise
    return _well("index", _("the search index is in order"))


def _numbers(sql: sqlite3.Connection) -> Finding:
    count = len(tally.wrong(sql))
    if not count:
        return _well("numbers", _("the counts of all lists are right"))
    found = ngettext("the count of 1 list is wrong", "the counts of {count} lists are wrong", count)
    return _amiss("numbers", found, _("run: tuinews doctor --repair"))


def _references(sql: sqlite3.Connection) -> Finding:
    count = len(sql.execute("pragma foreign_key_check").fetchall())
    if not count:
        return _well("references", _("every article has its source"))
    found = ngettext("1 row refers to nothing", "{count} rows refer to nothing", count)
    return _amiss("references", found, _("please report it"))


def _pictures(sql: sqlite3.Connection, directory: Path) -> Finding:
    named = pictures.named_files(sql)
    spoilt = len(PictureFiles(directory).spoilt(named))
    if spoilt:
        found = ngettext("1 picture is missing or damaged", "{count} pictures are missing or damaged", spoilt)
        return _amiss("pictures", found, _("run: tuinews doctor --repair; they come again with their articles"))
    return _well("pictures", ngettext("1 picture is here", "{count} pictures are here", len(named)))


def _size(sql: sqlite3.Connection) -> Finding:
    """How much the file takes, and how much of that are texts, as they would be without an index beside them."""
    size = int(scalar(sql, "pragma page_count")) * int(scalar(sql, "pragma page_size"))
    said = "coalesce(url, '') || title || coalesce(summary, '') || authors"
    texts = sum(
        int(scalar(sql, f"select coalesce(sum({length}), 0) from {table}"))
        for length, table in ((f"length(cast({said} as blob))", "entry"), ("length", "article"))
    )
    found = _(
        "it takes up {size}, of which {texts} are texts", size=size_in_words(size), texts=size_in_words(texts)
    )
    return _well("size", found)


def _backups(path: Path, now: datetime) -> Finding:
    existing = backup.existing(path)
    if not existing:
        return _well("backups", _("there is no daily backup yet"))
    newest = datetime.fromtimestamp(existing[-1].stat().st_mtime, UTC)
    days = (now - newest).days
    if days <= 0:
        return _well("backups", _("the newest daily backup is from the last 24 hours"))
    found = ngettext("the newest daily backup is 1 day old", "the newest daily backup is {count} days old", days)
    return _well("backups", found)


def _room(directory: Path) -> Finding:
    try:
        free = shutil.disk_usage(directory).free
    except OSError as error:
        return _amiss("room", f"{directory}: {system_reason(error)}")
    found = _("{size} are free on its disk", size=size_in_words(free))
    return Finding("room", free >= _LITTLE_ROOM, found, "" if free >= _LITTLE_ROOM else _("make room"))


def _modes(directory: Path) -> Finding:
    if is_open_to_others(directory / FILE_NAME):
        return _amiss("modes", _("other users can read it"), _("tuinews restricts that when it starts"))
    return _well("modes", _("other users cannot read it"))


def _place(directory: Path) -> Finding:
    if is_on_network(directory):
        return _amiss("place", _("it is on a network drive"), _("keep it on a disk of this computer"))
    if synchronising_program(directory) is not None:
        helps = _("keep it outside of that folder; tuinews backup writes a file that can be copied anywhere")
        return _amiss("place", _("it is in a synchronised folder"), helps)
    return _well("place", _("it is on a disk of this computer"))
