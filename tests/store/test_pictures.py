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
from tuinews.model.kept_article import Picture, PictureSize
from tuinews.store.store import Store

BUDGET = 1_000_000


def article(*addresses: str) -> Article:
    """An article with these pictures, the last of them inside a quotation."""
    figures = tuple(Figure(address) for address in addresses)
    blocks = (*figures[:-1], *((Quote(figures[-1:]),) if figures else ()))
    return Article("https://a.example.org/1", "Bão", Document(blocks))


def picture(address: str, fill: bytes = b"a", size: int = 100) -> Picture:
    return Picture(address, 60, 40, b"\xff\xd8\xff" + fill * (size - 3))


def files(shelf: Any, folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "pictures").iterdir())


@pytest.fixture
def entry_id(shelf: Any) -> int:
    """An entry whose article shows two pictures."""
    (made,) = shelf.listing(shelf.source(), shelf.entry("Bão", 1))
    shelf.store.keep_article(made, article("https://a.example/1", "https://a.example/2"), shelf.now)
    return int(made)


def cached(shelf: Any, entry_id: int) -> Cached:
    return shelf.store.rows([entry_id])[0].cached  # type: ignore[no-any-return]


def test_an_article_is_complete_with_its_last_picture(shelf: Any, entry_id: int, tmp_path: Path) -> None:
    assert cached(shelf, entry_id) is Cached.TEXT
    shelf.store.keep_picture(picture("https://a.example/1"), BUDGET, shelf.now)
    assert cached(shelf, entry_id) is Cached.TEXT
    shelf.store.keep_picture(picture("https://a.example/2", b"b"), BUDGET, shelf.now)
    assert cached(shelf, entry_id) is Cached.FULL

    assert shelf.store.picture("https://a.example/2") == picture("https://a.example/2", b"b")
    assert shelf.store.picture_sizes(entry_id) == dict.fromkeys(
        ("https://a.example/1", "https://a.example/2"), PictureSize(60, 40)
    )
    shelf.store.keep_article(entry_id, article("https://a.example/3"), shelf.now)
    assert cached(shelf, entry_id) is Cached.TEXT
    shelf.store.keep_article(entry_id, article(), shelf.now)
    assert cached(shelf, entry_id) is Cached.FULL


def test_one_content_is_one_file_of_its_owner_alone(shelf: Any, entry_id: int, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        for address in ("https://a.example/1", "https://a.example/2"):
            shelf.store.keep_picture(picture(address), BUDGET, shelf.now)
    finally:
        os.umask(before)
    folder = tmp_path / "library" / "pictures"
    assert len(files(shelf, tmp_path / "library")) == 1
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())]
    assert modes == [0o700, 0o600]


def test_without_room_the_oldest_go_first_those_of_starred_articles_last(shelf: Any, tmp_path: Path) -> None:
    source = shelf.source()
    ids = shelf.listing(source, *(shelf.entry(f"Tin {n}", n) for n in range(4)))
    for number, entry in enumerate(ids):
        shelf.store.keep_article(entry, article(f"https://a.example/{number}"), shelf.now)
    shelf.star(ids[0])
    for number in range(4):
        later = shelf.now + timedelta(minutes=number)
        shelf.store.keep_picture(picture(f"https://a.example/{number}", b"%d" % number, 30_000), 100_000, later)

    assert [cached(shelf, entry) for entry in ids] == [Cached.FULL, Cached.TEXT, Cached.FULL, Cached.FULL]
    assert len(files(shelf, tmp_path / "library")) == 3
    # It was given up, not missed: a refresh that asked for it again would give up another for it.
    assert shelf.store.ids_without_pictures(source.id, 10, shelf.now + timedelta(days=9)) == []
    shelf.store.keep_picture(picture("https://a.example/9", b"9", 60_000), 100_000, shelf.now)
    assert cached(shelf, ids[0]) is Cached.FULL


def test_a_refresh_asks_for_what_is_missing_and_for_what_failed_a_day_ago(shelf: Any, entry_id: int) -> None:
    source = shelf.store.sources()[0].id
    one, two = "https://a.example/1", "https://a.example/2"
    assert shelf.store.ids_without_pictures(source, 10, shelf.now) == [entry_id]
    shelf.store.keep_picture(picture(one), BUDGET, shelf.now)
    shelf.store.note_picture_failure(two, "it answered 404", shelf.now)
    shelf.store.note_picture_failure(one, "it answered 500", shelf.now)

    hour, two_days = shelf.now + timedelta(hours=1), shelf.now + timedelta(days=2)
    assert shelf.store.missing_pictures(entry_id, hour) == []
    assert shelf.store.ids_without_pictures(source, 10, hour) == []
    assert shelf.store.missing_pictures(entry_id, two_days) == [two]
    assert shelf.store.ids_without_pictures(source, 10, two_days) == [entry_id]
    assert shelf.store.picture(one) is not None


def test_files_that_nothing_names_are_swept_and_lost_ones_asked_for_again(
    shelf: Any, entry_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "library" / "pictures"
    for number in (1, 2):
        kept = picture(f"https://a.example/{number}", b"%d" % number)
        shelf.store.keep_picture(kept, BUDGET, shelf.now)
    (lost, other) = files(shelf, tmp_path / "library")
    (folder / lost).unlink()
    stray, half, young = (folder / name for name in ("stray.jpg", "half.jpg.1.part", "young.jpg"))
    old = (shelf.now - timedelta(hours=2)).timestamp()
    for path in (stray, half, young):
        path.write_bytes(b"x")
        os.utime(path, (old, old))
    os.utime(young, (shelf.now.timestamp(), shelf.now.timestamp()))

    shelf.store.sweep_pictures(shelf.now)

    assert files(shelf, tmp_path / "library") == sorted([other, "young.jpg"])
    assert cached(shelf, entry_id) is Cached.TEXT
    assert len(shelf.store.missing_pictures(entry_id, shelf.now)) == 1


def test_the_pictures_of_articles_that_are_gone_are_swept(shelf: Any, entry_id: int, tmp_path: Path) -> None:
    shelf.store.keep_picture(picture("https://a.example/1"), BUDGET, shelf.now)
    shelf.store.keep_article(entry_id, article(), shelf.now)
    shelf.store.sweep_pictures(shelf.now + timedelta(days=400))
    assert files(shelf, tmp_path / "library") == []


def test_a_folder_that_cannot_be_written_is_an_error_and_keeps_nothing(
    shelf: Any, entry_id: int, tmp_path: Path
) -> None:
    (tmp_path / "library" / "pictures").write_bytes(b"a file stands in its place")
    with pytest.raises(StoreError, match="the picture was not saved"):
        shelf.store.keep_picture(picture("https://a.example/1"), BUDGET, shelf.now)
    assert shelf.store.picture("https://a.example/1") is None


def test_what_is_saved_out_of_a_damaged_library_has_its_pictures(
    shelf: Any, entry_id: int, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    for number in (1, 2):
        shelf.store.keep_picture(picture(f"https://a.example/{number}"), BUDGET, shelf.now)
    shelf.store.close()
    with (tmp_path / "library" / "library.sqlite3").open("r+b") as file:
        file.write(bytes(16))

    store = open_store(tmp_path / "library")

    assert store.notices
    assert store.picture("https://a.example/2") == picture("https://a.example/2")
    assert store.rows([entry_id])[0].cached is Cached.FULL


def test_on_a_full_disk_nothing_of_a_picture_is_left(shelf: Any, entry_id: int, tmp_path: Path) -> None:
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, unlimited[1]))
    try:
        with pytest.raises(DiskFullError):
            shelf.store.keep_picture(picture("https://a.example/1"), BUDGET, shelf.now)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert files(shelf, tmp_path / "library") == []
    shelf.store.keep_picture(picture("https://a.example/1"), BUDGET, shelf.now)
    assert shelf.store.picture("https://a.example/1") is not None
