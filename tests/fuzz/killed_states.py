"""The works of `kills.py`: at what kind of library each is done, and what must hold after it beside all else."""

import os
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import killed_library
from killed_library import NOW, Facts, entry, facts, older
from killed_works import ARCHIVE, SETTINGS

from tuinews.errors import TuinewsError
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.view import Filter, View
from tuinews.quick_dataclass import dataclass
from tuinews.store import schema
from tuinews.store.archive.backup import write_backup
from tuinews.store.archive.restore import restore
from tuinews.store.failures import suspicion
from tuinews.store.picture_files import PictureFiles
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.store import Store

BEFORE, RESTORED = "measure = 60\n", "measure = 70\n"
"""The settings before a backup is restored, and those in it."""

PAGE = 4096


def _nothing(place: Path, variant: int) -> None:
    """The library is as it is."""


def _nothing_else(place: Path, base: Path, before: Facts) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A work, and what it is done at.

    `is_anew`: at a fresh copy each time, which `prepare` changes (in one of `variants`), else at the same library
    again and again. `is_endless`: the work goes on until it is killed. What the library knows afterwards is
    compared with what it knew before (`is_judged_by_before`), or after the same work undisturbed, unless
    `complaints` does that by itself (`judges_facts`). `may_tell`: opening may tell of a repair.
    """

    name: str
    work: str
    prepare: Callable[[Path, int], None] = _nothing
    complaints: Callable[[Path, Path, Facts], Iterable[str]] = _nothing_else
    variants: int = 1
    is_anew: bool = False
    is_endless: bool = False
    is_judged_by_before: bool = True
    judges_facts: bool = False
    may_tell: bool = False


def base(place: Path, seed: int, each: int) -> Path:
    """The folder of which every round begins with a copy: a library, settings, and a backup of another moment.

    It has six sources of `each` entries.
    """
    place.mkdir()
    library, settings = place / "library", place / SETTINGS
    killed_library.make(library, seed, each)
    settings.write_text(RESTORED)
    later = place / "later"
    shutil.copytree(library, later)
    with closing(Store.open(later, NOW)) as store:
        chance = random.Random(seed)
        new = [entry(chance, f"restored-{n}") for n in range(20)]
        store.record_listing(1, Refreshed(Listing(tuple(new)), NOW))
        store.set_read(list(store.entry_ids(View(filter=Filter.UNREAD)))[:40], True)
        store.keep_picture(killed_library.picture(chance, 1000), 10_000_000, NOW)
        store.link_pictures(1, ["https://press.example.org/p/1000.jpg"])
    write_backup(later, settings, place / ARCHIVE, NOW, pictures=True)
    settings.write_text(BEFORE)
    return place


def _is_older(place: Path, variant: int) -> None:
    older(place / "library", variant + 1)


def _is_damaged(place: Path, variant: int) -> None:
    """Pages are lost by chance, the file is cut short, or its first page is gone."""
    path = place / "library" / FILE_NAME
    chance = random.Random(variant)
    with path.open("r+b") as file:
        size = path.stat().st_size // PAGE
        pages = [0] if variant % 3 == 0 else [chance.randrange(1, size) for _ in range(3)]
        for page in pages:
            file.seek(page * PAGE)
            file.write(b"\0" * PAGE)
        if variant % 3 == 1:
            file.truncate(size * 4 // 5 * PAGE)
    suspicion(path).touch()


def _is_suspected(place: Path, variant: int) -> None:
    suspicion(place / "library" / FILE_NAME).touch()


def _is_listed_no_more(place: Path, variant: int) -> None:
    """What was listed is listed no longer, so that it may go."""
    with closing(Store.open(place / "library", NOW)) as store:
        for source in store.sources():
            today = entry(random.Random(source.id), f"today-{source.id}")
            store.record_listing(source.id, Refreshed(Listing((today,)), NOW))


def _wanted_or_remembered(place: Path, base: Path, before: Facts) -> Iterator[str]:
    """Each entry is there as it was, or is remembered; what somebody did something with is there."""
    after = facts(place / "library")
    urls = {key.removesuffix(" title") for key in before if key.endswith(" title")}
    gone = {url for url in urls if f"{url} title" not in after}
    for key, value in before.items():
        url, name = key.rsplit(" ", 1)
        if url not in gone and after.get(key) != value:
            yield f"{key}: {after.get(key)!r}, not {value!r}"
        if url in gone and name != "read" and name in ("starred", "tags", "note", "highlights") and value:
            yield f"{key} {value!r} was retired"
    with closing(Store.open(place / "library", NOW)) as store:
        count = store.counts().all
        for source in store.sources():
            entries = [
                Entry(url, str(before[f"{url} title"]), url)
                for url in urls
                if url.startswith(f"https://press.example.org/{source.id - 1}-")
            ]
            if store.record_listing(source.id, Refreshed(Listing(tuple(entries)), NOW)):
                yield "what was retired came back as new"
        if store.counts().all != count:
            yield "what was retired came back"


def _whole_or_absent(place: Path, base: Path, before: Facts) -> Iterator[str]:
    """The archive that is there is one that can be restored, to what the library knows."""
    archive = place / ARCHIVE
    if archive.exists():
        shutil.rmtree(place / "elsewhere", ignore_errors=True)
        try:
            restore(archive, place / "elsewhere", None, NOW)
        except TuinewsError as error:
            yield f"the archive cannot be restored: {error}"
            return
        if facts(place / "elsewhere") != before:
            yield "the archive knows something else"
        archive.unlink()
    write_backup(place / "library", place / SETTINGS, archive, NOW, pictures=True)
    left = sorted(path.name for path in place.iterdir() if path.name.startswith(ARCHIVE))
    if left != [ARCHIVE]:
        yield f"the next backup leaves {left}"


def _no_archive(place: Path, variant: int) -> None:
    (place / ARCHIVE).unlink()


def _one_or_the_other(place: Path, base: Path, before: Facts) -> Iterator[str]:
    """The library, its pictures and the settings are all as they were, or all as the backup has them."""
    after = facts(place / "library")
    elsewhere = base / "restored"
    if not elsewhere.exists():
        restore(base / ARCHIVE, elsewhere, None, NOW)
    known = {BEFORE: before, RESTORED: facts(elsewhere)}
    settings = (place / SETTINGS).read_text()
    if after not in known.values():
        yield "the library is neither the one nor the other"
    elif known.get(settings) != after:
        yield f"the settings are of another moment than the library ({settings.strip()})"
    elif settings == RESTORED and PictureFiles(elsewhere).names() - PictureFiles(place / "library").names():
        yield "pictures of the backup are missing"
    restore(place / ARCHIVE, place / "library", place / SETTINGS, NOW)
    left = sorted(name for name in os.listdir(place / "library") if name.startswith("restoring"))
    if left:
        yield f"the next one leaves {left}"
    if facts(place / "library") != known[RESTORED]:
        yield "it could not be restored again"


def _muted_by_queries(place: Path, base: Path, before: Facts) -> Iterator[str]:
    """Once all slices are done, just what mutes find is muted."""
    with closing(Store.open(place / "library", NOW)) as store:
        while store.settle_mutes(NOW):
            pass
        found = {entry_id for mute in store.mutes() for entry_id in store.found_ids(mute.query)}
        muted = set(store.found_ids("is:muted"))
        if muted != found:
            yield f"{len(muted ^ found)} entries are muted, or not, that should not be so"


STATES = (
    *(State(name=name, work=name, is_endless=True) for name in ("marking", "listing", "importing", "keeping")),
    State(name="settling", work="settling", is_endless=True, complaints=_muted_by_queries),
    State(name="picturing", work="picturing", is_endless=True),
    State(
        name="retiring",
        work="retiring",
        prepare=_is_listed_no_more,
        complaints=_wanted_or_remembered,
        is_anew=True,
        judges_facts=True,
    ),
    State(name="repairing", work="repairing", is_anew=True),
    State(name="suspecting", work="opening", prepare=_is_suspected, is_anew=True),
    State(
        name="migrating",
        work="opening",
        prepare=_is_older,
        variants=schema.VERSION - 1,
        is_anew=True,
        is_judged_by_before=False,
    ),
    State(
        name="mending",
        work="opening",
        prepare=_is_damaged,
        variants=6,
        is_anew=True,
        is_judged_by_before=False,
        may_tell=True,
    ),
    State(
        name="backing up",
        work="backing_up",
        prepare=_no_archive,
        complaints=_whole_or_absent,
        is_anew=True,
    ),
    State(name="restoring", work="restoring", complaints=_one_or_the_other, is_anew=True, judges_facts=True),
)
