"""Pictures beside a library: whole or not there, private, within a budget; which articles are complete."""

import os
import resource
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import DiskFullError, StoreError
from tuinews.model.article import Article
from tuinews.model.document import Document, Figure, Quote
from tuinews.model.entry_row import Cached
from tuinews.model.kept_article import NO_PICTURE, Picture, PictureSize
from tuinews.store.store import Store

BUDGET = 1_000_000


def article(*addresses: str) -> Article:
    """An article with these pictures, the last of them inside a quotation."""
    figures = tuple(Figure(address) for address in addresses)
    blocks = (*figures[:-1], *((Quote(figures[-1:]),) if figures else ()))
    return Article("https://a.example.org/1", "Bão", Document(blocks))


def picture(address: str, fill: bytes = b"a", size: int = 100) -> Picture:
    return Picture(address, 60, 40, b"\xff\xd8\xff" + fill * (size - 3))


def files(make: Any, folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "pictures").iterdir())


@pytest.fixture
def entry_id(make: Any) -> int:
    """An entry whose article shows two pictures."""
    (made,) = make.listing(make.source(), make.entry("Bão", 1))
    make.store.keep_article(made, article("https://a.example/1", "https://a.example/2"), make.now)
    return int(made)


def cached(make: Any, entry_id: int) -> Cached:
    return make.store.rows([entry_id])[0].cached  # type: ignore[no-any-return]


def test_an_article_is_complete_with_its_last_picture(make: Any, entry_id: int, tmp_path: Path) -> None:
    assert cached(make, entry_id) is Cached.TEXT
    make.store.keep_picture(picture("https://a.example/1"), BUDGET, make.now)
    assert cached(make, entry_id) is Cached.TEXT
    make.store.keep_picture(picture("https://a.example/2", b"b"), BUDGET, make.now)
    assert cached(make, entry_id) is Cached.FULL

    assert make.store.picture("https://a.example/2") == picture("https://a.example/2", b"b")
    assert make.store.picture_sizes(entry_id, make.now) == dict.fromkeys(
        ("https://a.example/1", "https://a.example/2"), PictureSize(60, 40)
    )
    make.store.keep_article(entry_id, article("https://a.example/3"), make.now)
    assert cached(make, entry_id) is Cached.TEXT
    make.store.keep_article(entry_id, article(), make.now)
    assert cached(make, entry_id) is Cached.FULL


def test_one_content_is_one_file_of_its_owner_alone(make: Any, entry_id: int, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        for address in ("https://a.example/1", "https://a.example/2"):
            make.store.keep_picture(picture(address), BUDGET, make.now)
    finally:
        os.umask(before)
    folder = tmp_path / "library" / "pictures"
    assert len(files(make, tmp_path / "library")) == 1
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())]
    assert modes == [0o700, 0o600]


def test_without_room_the_oldest_go_first_those_of_starred_articles_last(make: Any, tmp_path: Path) -> None:
    source = make.source()
    ids = make.listing(source, *(make.entry(f"Tin {n}", n) for n in range(4)))
    for number, entry in enumerate(ids):
        make.store.keep_article(entry, article(f"https://a.example/{number}"), make.now)
    make.star(ids[0])
    for number in range(4):
        later = make.now + timedelta(minutes=number)
        make.store.keep_picture(picture(f"https://a.example/{number}", b"%d" % number, 30_000), 100_000, later)

    assert [cached(make, entry) for entry in ids] == [Cached.FULL, Cached.TEXT, Cached.FULL, Cached.FULL]
    assert len(files(make, tmp_path / "library")) == 3
    # It was given up, not missed: a refresh that asked for it again would give up another for it.
    assert make.store.ids_without_pictures(source.id, 10, make.now + timedelta(days=9)) == []
    make.store.keep_picture(picture("https://a.example/9", b"9", 60_000), 100_000, make.now)
    assert cached(make, ids[0]) is Cached.FULL


def test_a_refresh_asks_for_what_is_missing_and_for_what_failed_a_day_ago(make: Any, entry_id: int) -> None:
    source = make.store.sources()[0].id
    one, two = "https://a.example/1", "https://a.example/2"
    assert make.store.ids_without_pictures(source, 10, make.now) == [entry_id]
    make.store.keep_picture(picture(one), BUDGET, make.now)
    make.store.note_picture_failure(two, "it answered 404", make.now)
    make.store.note_picture_failure(one, "it answered 500", make.now)

    hour, two_days = make.now + timedelta(hours=1), make.now + timedelta(days=2)
    assert make.store.missing_pictures(entry_id, hour) == []
    assert make.store.ids_without_pictures(source, 10, hour) == []
    assert make.store.missing_pictures(entry_id, two_days) == [two]
    assert make.store.ids_without_pictures(source, 10, two_days) == [entry_id]
    assert make.store.picture(one) is not None


def test_files_that_nothing_names_are_swept_and_lost_ones_asked_for_again(
    make: Any, entry_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "library" / "pictures"
    for number in (1, 2):
        kept = picture(f"https://a.example/{number}", b"%d" % number)
        make.store.keep_picture(kept, BUDGET, make.now)
    (lost, other) = files(make, tmp_path / "library")
    (folder / lost).unlink()
    stray, half, young = (folder / name for name in ("stray.jpg", "half.jpg.1.part", "young.jpg"))
    old = (make.now - timedelta(hours=2)).timestamp()
    for path in (stray, half, young):
        path.write_bytes(b"x")
        os.utime(path, (old, old))
    os.utime(young, (make.now.timestamp(), make.now.timestamp()))

    make.store.sweep_pictures(make.now)

    assert files(make, tmp_path / "library") == sorted([other, "young.jpg"])
    assert cached(make, entry_id) is Cached.TEXT
    assert len(make.store.missing_pictures(entry_id, make.now)) == 1


def test_the_pictures_of_articles_that_are_gone_are_swept(make: Any, entry_id: int, tmp_path: Path) -> None:
    make.store.keep_picture(picture("https://a.example/1"), BUDGET, make.now)
    make.store.keep_article(entry_id, article(), make.now)
    make.store.sweep_pictures(make.now + timedelta(days=400))
    assert files(make, tmp_path / "library") == []


def test_a_folder_that_cannot_be_written_is_an_error_and_keeps_nothing(
    make: Any, entry_id: int, tmp_path: Path
) -> None:
    (tmp_path / "library" / "pictures").write_bytes(b"a file stands in its place")
    with pytest.raises(StoreError, match="the picture was not saved"):
        make.store.keep_picture(picture("https://a.example/1"), BUDGET, make.now)
    assert make.store.picture("https://a.example/1") is None


def test_what_is_saved_out_of_a_damaged_library_has_its_pictures(
    make: Any, entry_id: int, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    for number in (1, 2):
        make.store.keep_picture(picture(f"https://a.example/{number}"), BUDGET, make.now)
    make.store.close()
    with (tmp_path / "library" / "library.sqlite3").open("r+b") as file:
        file.write(bytes(16))

    store = open_store(tmp_path / "library")

    assert store.notices
    assert store.picture("https://a.example/2") == picture("https://a.example/2")
    assert store.rows([entry_id])[0].cached is Cached.FULL


def test_on_a_full_disk_nothing_of_a_picture_is_left(make: Any, entry_id: int, tmp_path: Path) -> None:
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, unlimited[1]))
    try:
        with pytest.raises(DiskFullError):
            make.store.keep_picture(picture("https://a.example/1"), BUDGET, make.now)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert files(make, tmp_path / "library") == []
    make.store.keep_picture(picture("https://a.example/1"), BUDGET, make.now)
    assert make.store.picture("https://a.example/1") is not None


def test_for_an_hour_a_picture_that_failed_is_not_to_be_had(make: Any, entry_id: int) -> None:
    one, two = "https://a.example/1", "https://a.example/2"
    make.store.keep_picture(picture(one), BUDGET, make.now)
    make.store.note_picture_failure(two, "the server answered 404", make.now)
    make.store.note_picture_failure(one, "the server answered 404", make.now)

    within, after = make.now + timedelta(minutes=59), make.now + timedelta(minutes=61)
    assert make.store.picture_sizes(entry_id, within) == {one: PictureSize(60, 40), two: NO_PICTURE}
    assert make.store.picture_sizes(entry_id, after) == {one: PictureSize(60, 40)}
