"""Pictures that are gone, or are other bytes than their names say: told by the doctor, and asked for again."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.kept_article import Picture
from tuinews.store.picture_files import PictureFiles
from tuinews.store.recovery.examination import Finding, examine, repair_pictures
from tuinews.store.store import Store

ADDRESSES = [f"https://a.example.org/{n}.jpg" for n in range(3)]


@pytest.fixture
def library(make: Any, tmp_path: Path) -> Path:
    """A closed library of one article with three pictures, all of them kept."""
    [entry_id] = make.listing(make.source("a"), make.entry("Đà Nẵng", 1))
    make.store.keep_article(entry_id, make.article("Đà Nẵng", "chữ"), make.now)
    for number, address in enumerate(ADDRESSES):
        make.store.keep_picture(Picture(address, 60, 40, b"\xff\xd8 %d" % number), 10_000_000, make.now)
    make.store.link_pictures(entry_id, ADDRESSES)
    make.store.close()
    return tmp_path / "library"


def of_pictures(library: Path, make: Any) -> Finding:
    return next(one for one in examine(library, make.now) if one.name == "pictures")


def wanted(library: Path, make: Any) -> list[str]:
    with closing(Store.open(library, make.now)) as store:
        return sorted(store.missing_pictures(1, make.now))


def test_a_folder_that_is_gone_is_told_and_its_pictures_are_asked_for_again(library: Path, make: Any) -> None:
    assert of_pictures(library, make).is_well
    assert wanted(library, make) == []
    shutil.rmtree(library / "pictures")
    assert of_pictures(library, make).found == "3 pictures are missing or damaged"
    repair_pictures(library)
    assert of_pictures(library, make).is_well
    assert wanted(library, make) == ADDRESSES


def test_a_picture_of_other_bytes_is_told_and_goes(library: Path, make: Any) -> None:
    files = PictureFiles(library)
    spoilt = sorted(files.names())[0]
    (files.folder / spoilt).write_bytes(b"\xff\xd8 other bytes")
    assert of_pictures(library, make).found == "1 picture is missing or damaged"
    repair_pictures(library)
    assert of_pictures(library, make).is_well
    assert len(files.names()) == 2
    assert len(wanted(library, make)) == 1
