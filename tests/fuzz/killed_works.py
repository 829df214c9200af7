"""What `kills.py` kills: one work at a library, done by a process of its own.

    python tests/fuzz/killed_works.py WORK DIRECTORY SEED STEP

It prints a line when it begins; then a line with what will be true of the library once the next transaction is
kept ("? JSON"), and one when the call has returned ("!"). It kills itself just before the step STEP of what it
does with files (0: never), and says at its end how many there were.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from killed_library import NOW, STAR_WORD, article, digest, entry, every_id, picture, words

from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.entry import Entry, Listing
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import Refreshed
from tuinews.model.saved.articles import SavedArticle, SavingProgram
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.sources.retention import Retention
from tuinews.model.standing.queries import Mute
from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
    EntryMark,
    EntryTags,
    HighlightsChanged,
    NoteChanged,
    QueryChanged,
    TagsChanged,
)
from tuinews.store.archive.backup import write_backup
from tuinews.store.archive.restore import restore
from tuinews.store.merge.saved_articles import SavedEntry
from tuinews.store.recovery.examination import repair_index
from tuinews.store.store import Store

SETTINGS, ARCHIVE = "settings.toml", "all.zip"
"""The settings' file and the backup, beside the folder of the library."""

DAYS = 30
"""After how many days `retiring` lets entries go; it works as many days and one after `NOW`."""

STEPS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.link", "sqlite3.connect")
"""Audit events of what is done with files (docs.python.org/3/library/audit_events.html)."""


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _begin() -> None:
    _say("begin")


def _will_be(**facts: object) -> None:
    _say("? " + json.dumps(facts))


def _is() -> None:
    _say("!")


def marking(directory: Path, chance: random.Random) -> None:
    """Mark, star, tag, note, highlight, take back and do again; leave and come back."""
    _begin()
    while True:
        with closing(Store.open(directory, NOW)) as store:
            ids = every_id(directory)
            for _ in range(12):
                _mark_once(store, chance.choice(ids), chance)


def _mark_once(store: Store, entry_id: int, chance: random.Random) -> None:
    row = store.find_entry(entry_id)
    highlights = store.highlights(entry_id)
    quotation = Quotation(words(chance, 3))
    more = (*highlights, Highlight(quotation=quotation, made=NOW))
    tags = tuple(sorted({*row.tags, words(chance, 1)}))
    note = words(chance, 9)
    quoted = [one.quotation.exact for one in highlights]
    mark = chance.choice(list(EntryMark))
    has = bool(getattr(row, mark.value))
    choices: list[tuple[str, object, object, Change]] = [
        (mark.value, has, not has, EntriesMarked((row.id,), mark, not has)),
        ("tags", sorted(row.tags), list(tags), TagsChanged((EntryTags(row.id, row.tags, tags),))),
        ("note", row.note, note, NoteChanged(row.id, row.note, note)),
        ("highlights", quoted, [*quoted, quotation.exact], HighlightsChanged(row.id, highlights, more)),
    ]
    name, before, after, change = chance.choice(choices)
    key = f"{row.url} {name}"
    _do(store, key, after, change)
    for turned, value in ((store.undo, before), (store.redo, after)):
        if before != after and chance.random() < 0.3:
            _will_be(**{key: value})
            turned(NOW)
            _is()
        else:
            return


def _do(store: Store, key: str, value: object, change: Change) -> None:
    _will_be(**{key: value})
    store.do(change, NOW)
    _is()


def listing(directory: Path, chance: random.Random) -> None:
    """Record what sources list: new entries, known ones with another title, some that a rule stars."""
    _begin()
    with closing(Store.open(directory, NOW)) as store:
        sources = store.sources()
        while True:
            source = chance.choice(sources)
            name = f"n{chance.getrandbits(60):x}"
            new = [entry(chance, f"{name}-{n}", is_starred=chance.random() < 0.2) for n in range(12)]
            known = [
                _mended(chance, row)
                for row in store.rows(chance.sample(every_id(directory), 20))
                if row.source_id == source.id and STAR_WORD not in row.title
            ]
            expected: dict[str, object] = {f"{one.url} title": one.title for one in (*new, *known)}
            expected |= {f"{one.url} starred": True for one in new if STAR_WORD in one.title}
            _will_be(**expected)
            if chance.random() < 0.5:
                store.record_listing(source.id, Refreshed(Listing((*new, *known)), NOW))
            else:
                with store.together():
                    store.record_listing(source.id, Refreshed(Listing(tuple(new)), NOW))
                    store.record_listing(source.id, Refreshed(Listing(tuple(known)), NOW))
            _is()


def _mended(chance: random.Random, row: EntryRow) -> Entry:
    """An entry with another first word of its title: with wholly other words its id goes over to other news."""
    title = f"{words(chance, 1)} {row.title.partition(' ')[2]}"
    return replace(entry(chance, ""), id=row.url or "", url=row.url, title=title, summary=row.summary)


def importing(directory: Path, chance: random.Random) -> None:
    """Bring saved articles along, with tags, stars and texts, all of a batch or none."""
    _begin()
    program = NewSource(SourceKind.PAGES, SavingProgram.POCKET.address, "Pocket")
    with closing(Store.open(directory, NOW)) as store:
        while True:
            batch = f"https://saved.example.org/{chance.getrandbits(60):x}"
            saved = [
                SavedArticle(f"{batch}/{n}", words(chance, 6), tags=(words(chance, 1),), starred=n % 2 == 0)
                for n in range(10)
            ]
            texts = [article(chance, one.title) for one in saved]
            expected: dict[str, object] = {}
            for one, text in zip(saved, texts, strict=True):
                expected |= {f"{one.url} title": one.title, f"{one.url} starred": one.starred}
                expected |= {f"{one.url} tags": list(one.tags), f"{one.url} text": digest(text.text)}
            _will_be(**expected)
            entries = [SavedEntry(one, article=text) for one, text in zip(saved, texts, strict=True)]
            store.keep_saved(program, entries, NOW)
            _is()


def keeping(directory: Path, chance: random.Random) -> None:
    """Keep texts, of entries that have none and in the place of older ones, and pack them: the index changes with
    each.
    """
    _begin()
    with closing(Store.open(directory, NOW)) as store:
        ids = every_id(directory)
        for number in range(1_000_000):
            row = store.find_entry(chance.choice(ids))
            page = article(chance, f"text of {row.id}")
            _will_be(**{f"{row.url} text": digest(page.text)})
            store.keep_article(row.id, page, NOW + timedelta(seconds=number + chance.random()))
            _is()
            if number % 4 == 3:
                store.pack_articles(chance.sample(ids, len(ids) // 2))


def settling(directory: Path, chance: random.Random) -> None:
    """Mute by queries, take mutes back, and look at everything anew in slices, for stories too."""
    _begin()
    while True:
        with closing(Store.open(directory, NOW + timedelta(days=chance.randrange(3)))) as store:
            known = store.mutes()
            new = Mute(query=f"title:{words(chance, 1)}")
            change = QueryChanged(None, new) if len(known) < 2 else QueryChanged(chance.choice(known), None)
            store.do(change, NOW)
            while store.settle_mutes(NOW):
                pass
            store.keep_state("stories_below", "")
            while store.settle_stories(NOW):
                pass


def picturing(directory: Path, chance: random.Random) -> None:
    """Keep pictures in a room that is too small for them, and sweep."""
    _begin()
    with closing(Store.open(directory, NOW)) as store:
        ids = every_id(directory)
        while True:
            one = picture(chance, chance.randrange(500))
            store.keep_picture(one, 100_000, NOW)
            store.link_pictures(chance.choice(ids), [one.address])
            store.sweep_pictures(NOW + timedelta(days=chance.randrange(2000)))


def retiring(directory: Path, chance: random.Random) -> None:
    """Let entries go that are old enough."""
    _begin()
    later = NOW + timedelta(days=DAYS + 1)
    with closing(Store.open(directory, NOW)) as store:
        kept = {source.id: Retention(read_days=DAYS, unread_days=DAYS) for source in store.sources()}
        for source in store.sources():
            going = store.retirable(source.id, kept, later)
            while going:
                done = store.retire(source.id, kept, going[:20], later)
                going = [*done.left, *going[20:]]


def repairing(directory: Path, chance: random.Random) -> None:
    """Make the search index anew."""
    _begin()
    repair_index(directory)


def opening(directory: Path, chance: random.Random) -> None:
    """Open a library, whatever it is: of an older version, damaged, suspected of damage, restored by half."""
    _begin()
    Store.open(directory, NOW).close()


def backing_up(directory: Path, chance: random.Random) -> None:
    """Write all of it into one file."""
    _begin()
    place = directory.parent
    write_backup(directory, place / SETTINGS, place / ARCHIVE, NOW, pictures=True)


def restoring(directory: Path, chance: random.Random) -> None:
    """Put the backup in the place of what is there."""
    _begin()
    place = directory.parent
    restore(place / ARCHIVE, directory, place / SETTINGS, NOW)


WORKS: dict[str, Callable[[Path, random.Random], None]] = {
    work.__name__: work
    for work in (
        *(marking, listing, importing, keeping, settling, picturing),
        *(retiring, repairing, opening, backing_up, restoring),
    )
}


class Steps:
    """What this process does with files: counts it, and has itself killed just before the step `last`."""

    def __init__(self, last: int) -> None:
        self.done, self._last = 0, last
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS:
            self.done += 1
            if self.done == self._last:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Do the work that is named."""
    work, directory, seed, last = sys.argv[1:]
    steps = Steps(int(last))
    WORKS[work](Path(directory), random.Random(int(seed)))
    _say(f"steps {steps.done}")


if __name__ == "__main__":
    main()
