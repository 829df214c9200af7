"""A library in a folder that a program copies to other machines: noticed by its name or by what lies in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tuinews.store.recovery.synchronised import synchronising_program
from tuinews.store.store import Store

Open = Callable[..., Store]


@pytest.mark.parametrize(
    ("folder", "sign", "program"),
    [
        ("Dropbox/news", "", "Dropbox"),
        ("OneDrive - Example/news/data", "", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/news", "", "iCloud Drive"),
        ("Nextcloud/news", "", "Nextcloud"),
        ("shared/news", ".stfolder", "Syncthing"),
        ("cloud/news", ".sync_0a1b2c.db", "Nextcloud"),
        ("documents/news", "", None),
        ("my-dropbox-notes/news", "", None),
    ],
)
def test_the_program_is_known(tmp_path: Path, folder: str, sign: str, program: str | None) -> None:
    (tmp_path / folder).mkdir(parents=True)
    if sign:
        (tmp_path / folder).parent.joinpath(sign).touch()
    assert synchronising_program(tmp_path / folder) == program


def test_it_is_said_once(tmp_path: Path, open_store: Open) -> None:
    first = open_store(tmp_path / "Dropbox" / "news")
    [notice] = first.notices
    assert "Dropbox" in notice
    assert "tuinews account add" in notice
    first.close()
    again = open_store(tmp_path / "Dropbox" / "news")
    assert again.notices == ()
    again.close()
    (tmp_path / "Dropbox" / "news").rename(tmp_path / "Dropbox" / "elsewhere")
    assert open_store(tmp_path / "Dropbox" / "elsewhere").notices != ()
