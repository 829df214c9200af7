"""Downloads by commands: what is printed, exit statuses, and a process that is killed in the midst."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from media_host import MediaHost, stock

from .conftest import Run


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The folder of downloads, which the settings name."""
    folder = tmp_path / "files"
    (tmp_path / "settings.toml").write_text(f"downloads_folder = {str(folder)!r}\n")
    return folder


def test_a_file_is_brought_listed_and_named_where_its_article_is_read(
    tuinews: Run, tmp_path: Path, media: MediaHost, place: Path
) -> None:
    film, short = stock(tmp_path / "data", media, "/film.mp4", "/short.mp3")
    done = tuinews("download", str(film), str(short))
    files = [place / "The one at film.mp4", place / "The one at short.mp3"]
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"   1  saved  The one at film  3.1 MB  {files[0]}",
        f"   2  saved  The one at short  1 kB  {files[1]}",
    ]
    assert files[0].read_bytes() == media.files["/film.mp4"]
    again = tuinews("download", str(film), "--json").json
    assert [(one["state"], one["file"], one["received"]) for one in again] == [("done", str(files[0]), 3_072_000)]
    assert len(media.asked) == 2
    assert f"saved as {files[0]}" in tuinews("read", str(film), "--width", "300").out
    assert tuinews("read", str(film), "--json").json["enclosures"][0]["file"] == str(files[0])
    files[1].unlink()
    assert "short.mp3 no longer exists" in tuinews("downloads").err
    assert tuinews("downloads", "remove", "1", "9").status == 3
    assert files[0].exists()
    assert [one["id"] for one in tuinews("downloads", "--json").json] == [2]


def test_what_cannot_be_had_is_said(tuinews: Run, tmp_path: Path, media: MediaHost, place: Path) -> None:
    film, gone = stock(tmp_path / "data", media, "/film.mp4", "/gone.mp3")
    done = tuinews("download", str(film), str(gone), "77")
    assert done.status == 3
    assert "The one at gone: the server answered 404 Not Found" in done.err
    assert "it is not in the library; see: tuinews list" in done.err
    assert tuinews("downloads").out.splitlines()[1].startswith("   2  failed  The one at gone")
    assert tuinews("downloads", "pause").status == 2
    assert tuinews("downloads", "retry", "2").status == 1


def test_a_full_disk_is_said_and_goes_on_later(
    process: Run, tuinews: Run, tmp_path: Path, media: MediaHost, place: Path
) -> None:
    (film,) = stock(tmp_path / "data", media, "/film.mp4")
    done = process("download", str(film), file_size=2_000_000)
    assert done.status == 1
    assert "the disk is full" in done.err
    assert tuinews("downloads", "retry", "1").status == 0
    assert media.wanted_ranges == [None, "bytes=2000000-"]
    assert (place / "The one at film.mp4").read_bytes() == media.files["/film.mp4"]


def test_a_process_that_is_killed_is_gone_on_with(
    tuinews: Run, tmp_path: Path, media: MediaHost, place: Path
) -> None:
    (film,) = stock(tmp_path / "data", media, "/film.mp4")
    media.cut, media.holds = 1_000_000, True
    places = ["--data-dir", str(tmp_path / "data"), "--config", str(tmp_path / "settings.toml")]
    environment: dict[str, Any] = os.environ | {"TERM": "dumb"}
    with subprocess.Popen(
        [sys.executable, "-m", "tuinews", *places, "download", str(film)], env=environment
    ) as one:
        part, deadline = place / "The one at film.mp4.part", time.monotonic() + 30
        while not part.exists() or part.stat().st_size < 1_000_000:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.kill(one.pid, signal.SIGKILL)
    media.cut = None
    assert [one["state"] for one in tuinews("downloads", "--json").json] == ["waiting"]
    assert tuinews("downloads", "run").status == 0
    assert media.wanted_ranges == [None, "bytes=1000000-"]
    assert (place / "The one at film.mp4").read_bytes() == media.files["/film.mp4"]
    assert [path.name for path in place.iterdir()] == ["The one at film.mp4"]
