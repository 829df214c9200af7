"""What a shell may do to a command: streams closed or full, another encoding, digits without end, odd paths."""

import fcntl
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tuinews.demo.site import DemoSite

from .conftest import Run

needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def _shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("tuinews", f'"{sys.executable}" -m tuinews --data-dir "{folder / "data"}"', 1)
    env = os.environ | {"TERM": "xterm"} | environment
    return subprocess.run(command, shell=True, capture_output=True, timeout=30, check=False, env=env)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("tuinews sources >&-", 0),
        ("tuinews sources --json >&-", 0),
        ("tuinews export >&-", 0),
        ("tuinews refresh 2>&-", 0),
        ("tuinews remove 5 2>&-", 1),
        ("tuinews <&-", 4),
        ("tuinews import - <&-", 0),
        ("tuinews parse feed --batch <&-", 0),
    ],
)
def test_a_closed_stream_is_an_empty_one(line: str, status: int, tmp_path: Path) -> None:
    done = _shell(line, tmp_path)
    assert b"unexpected" not in done.stderr
    assert done.returncode == status


@needs_dev_full
@pytest.mark.parametrize("command", ["sources", "sources --json", "export", "parse date 2024-01-01"])
def test_output_for_which_there_is_no_room_is_one_line_and_status_1(command: str, tmp_path: Path) -> None:
    done = _shell(f"tuinews {command} >/dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr == b"tuinews: the output: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_stream_that_speaks_no_utf_8_gets_what_it_can(encoding: str, tmp_path: Path, site: DemoSite) -> None:
    added = _shell(f"tuinews add {site.url}rss.xml", tmp_path, PYTHONIOENCODING=encoding)
    assert added.returncode == 0
    listed = _shell("tuinews list --json", tmp_path, PYTHONIOENCODING=encoding)
    titles = {row["source_title"] for row in json.loads(listed.stdout.decode(encoding))}
    assert titles == {"Bản tin tuinews"}
    exported = _shell("tuinews export", tmp_path, PYTHONIOENCODING=encoding)
    assert "Bản tin tuinews" in exported.stdout.decode("utf-8")


def test_arguments_are_utf_8_where_the_locale_names_another_charset(tmp_path: Path, site: DemoSite) -> None:
    def run(line: str) -> subprocess.CompletedProcess[bytes]:
        return _shell(line, tmp_path, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C", LANG="C")

    assert run(f"tuinews add {site.url}rss.xml --title 'Tin Đà Nẵng' --folder 新聞 --articles 0").returncode == 0
    [source] = json.loads(run("tuinews sources --json").stdout)
    assert (source["title"], source["folder"]) == ("Tin Đà Nẵng", "新聞")
    assert json.loads(run("tuinews rename 1 Báo Huế --json").stdout)["title"] == "Báo Huế"
    hits = json.loads(run("tuinews search 'Đà Nẵng' --json").stdout)
    assert "Gõ “da nang”, tìm ra “Đà Nẵng”" in [hit["title"] for hit in hits]
    for command in ("add", "read", "remove"):
        missed = run(f"tuinews {command} '{site.url}không-có'")
        assert missed.returncode == 1
        assert b"unexpected" not in missed.stderr


def test_arguments_that_are_no_utf_8_are_answered_in_one_line(tmp_path: Path) -> None:
    for command in ("read", "import", "search", "list --source"):
        done = _shell(f"tuinews {command} $(printf '\\377x')", tmp_path)
        assert done.stderr.count(b"\n") == (0 if command == "search" else 1)
        assert b"unexpected" not in done.stderr


@pytest.mark.parametrize("digits", ["9" * 19, "9" * 30, "9" * 5000])
def test_an_id_of_any_number_of_digits_is_an_unknown_one(digits: str, tuinews: Run) -> None:
    for command in (["mark", "read"], ["read"], ["remove"], ["list", "--source"], ["refresh"]):
        done = tuinews(*command, digits)
        assert done.status == 1
        assert "unexpected" not in done.err
        assert "database reported" not in done.err
    assert tuinews("list", "--limit", digits).status == 0


def test_nothing_typed_is_nothing_known(tuinews: Run) -> None:
    for command in (["read"], ["list", "--source"], ["remove"], ["add"], ["import"], ["export"], ["refresh"]):
        done = tuinews(*command, "")
        assert done.status == 1
        assert done.err.count("\n") == 1
        assert not done.err.startswith("tuinews: :")


def test_an_export_goes_through_a_link_and_into_a_pipe(tuinews: Run, tmp_path: Path) -> None:
    real, link, pipe = (tmp_path / name for name in ("real.opml", "link.opml", "pipe"))
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    assert tuinews("export", str(link)).status == 0
    assert link.is_symlink()
    assert "<opml" in real.read_text("utf-8")
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert tuinews("export", str(pipe)).status == 0
    assert os.read(reading, 65536).startswith(b"<?xml")
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_an_export_for_which_there_is_no_room_leaves_the_old_file_whole(tuinews: Run, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("".join(f"https://a{n}.example/rss\n" for n in range(400)), "utf-8")
    assert tuinews("import", str(tmp_path / "urls")).status == 0
    goal = tmp_path / "out" / "list.opml"
    goal.parent.mkdir()
    goal.write_text("the old list", "utf-8")

    done = _shell(f'ulimit -f 8; tuinews export "{goal}"', tmp_path)

    assert done.returncode == 1
    assert b"File too large" in done.stderr.splitlines()[-1]
    assert [path.read_text("utf-8") for path in goal.parent.iterdir()] == ["the old list"]
    assert tuinews("export", str(goal)).status == 0
    assert goal.read_text("utf-8").count("<outline") == 400


def test_a_dash_is_stdout_for_export_as_it_is_stdin_for_import(tmp_path: Path) -> None:
    added = _shell("echo https://a.example/rss | tuinews import -", tmp_path)
    assert added.returncode == 0
    here = tmp_path / "here"
    here.mkdir()
    command = [sys.executable, "-m", "tuinews", "--data-dir", str(tmp_path / "data"), "export", "-"]
    done = subprocess.run(command, capture_output=True, timeout=30, check=False, cwd=here)
    assert done.returncode == 0
    assert b'xmlUrl="https://a.example/rss"' in done.stdout
    assert list(here.iterdir()) == []


def test_a_home_that_nobody_has_is_a_folder_like_any_other(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tuinews", "--data-dir", "~nobody-at-all/news", "sources"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "~nobody-at-all" / "news" / "library.sqlite3").exists()


def test_requests_that_are_nested_without_end_do_not_end_the_stream(process: Run) -> None:
    done = process("parse", "date", "--batch", stdin="[" * 200_000 + '\n{"text": "2024-03-01"}\n')
    bad, good = done.out.splitlines()
    assert "error" in json.loads(bad)
    assert json.loads(good)["date"] == "2024-03-01"


def test_settings_nested_without_end_are_named(tuinews: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("keys = " + "[" * 20_000, "utf-8")
    done = tuinews("sources")
    assert done.status == 1
    assert "nested too deep" in done.err


_AS_IN_A_TERMINAL = """
import os, signal, sys
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    how = signal.SIG_IGN if name == sys.argv[1] else signal.SIG_DFL
    signal.signal(getattr(signal, name), how)
os.execv(sys.executable, [sys.executable, "-m", "tuinews", *sys.argv[2:]])
"""
"""Starts the program with every signal as it is in a terminal, but the one named ignored: these tests may
themselves run behind a script's `&`, where SIGINT is ignored, and no shell can take that back (POSIX, `trap`)."""


@pytest.mark.parametrize(
    ("number", "ignored"),
    [(signal.SIGINT, ""), (signal.SIGTERM, ""), (signal.SIGTERM, "SIGINT"), (signal.SIGHUP, "")],
)
def test_a_refresh_that_is_told_to_end_ends_quietly(
    number: signal.Signals, ignored: str, tuinews: Run, tmp_path: Path, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin một", f"{host.url}/1")]))
    tuinews("add", f"{host.url}/rss")
    tuinews("mark", "star", "1")
    host.open.clear()
    host.asked.clear()
    arguments = ["--data-dir", str(tmp_path / "data"), "refresh", "--json"]
    command = [sys.executable, "-c", _AS_IN_A_TERMINAL, ignored, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not host.asked:
            assert running.poll() is None
            os.sched_yield()
        running.send_signal(number)
        out, err = running.communicate(timeout=20)
    host.open.set()
    assert (running.returncode, out, err) == (130, b"", b"")
    (row,) = tuinews("list", "--starred", "--json").json
    assert row["title"] == "Tin một"
    assert tuinews("refresh").status == 0


def test_a_command_that_waits_for_another_says_so_and_is_left_by_ctrl_c(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lock = os.open(tmp_path / "data" / "library.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    command = [sys.executable, "-m", "tuinews", "--data-dir", str(tmp_path / "data"), "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as waiting:
        assert waiting.stderr is not None
        said = waiting.stderr.readline()
        waiting.send_signal(signal.SIGTERM)
        out, err = waiting.communicate(timeout=20)
    assert said == (
        "tuinews: another tuinews is using the library; waiting until it is done (Ctrl-C stops waiting)\n"
    )
    assert (waiting.returncode, out, err) == (130, "", "")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as waiting:
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == said
        os.close(lock)
        out, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, err) == (0, "")
    assert "No articles yet" in out


@pytest.fixture
def fed(tuinews: Run, host: Any, make_feed: Any, make_reply: Any) -> Any:
    """A host with eight feeds of thirty articles, one of them followed and its first article kept."""
    words = " ".join(f"word{n * 7919}" for n in range(300))
    for number in range(8):
        entries = [(f"Tin {number} {n}", f"{host.url}/{number}/{n}") for n in range(30)]
        host.answers[f"/rss{number}"] = make_reply(make_feed(entries, f"Feed {number}"))
        for n in range(2):
            text = f"<html><body><article><h1>Tin {number} {n}</h1><p>{words} {number}</p><p>{words}</p>"
            host.answers[f"/{number}/{n}"] = make_reply(text, Content_Type="text/html")
    assert tuinews("add", f"{host.url}/rss0", "--articles", "0").status == 0
    assert tuinews("refresh", "--articles", "1").status == 0
    return host


def _blocks(folder: Path) -> int:
    """The blocks of 512 bytes that `ulimit -f` counts (POSIX), just above what the library has already."""
    return (folder / "data" / "library.sqlite3").stat().st_size // 512 + 60


def test_a_source_for_which_there_is_no_room_is_not_half_there(tuinews: Run, fed: Any, tmp_path: Path) -> None:
    urls = " ".join(f"{fed.url}/rss{n}" for n in range(1, 8))
    done = _shell(f"ulimit -f {_blocks(tmp_path)}; tuinews add {urls}", tmp_path)
    assert done.returncode in (1, 3)
    assert b"the disk is full" in done.stderr
    sources = tuinews("sources", "--json").json
    assert len(sources) < 8
    assert all(source["total"] == 30 for source in sources)
    assert tuinews("add", *urls.split()).status == 0


def test_a_refresh_without_room_says_so_and_goes_on_when_there_is(tuinews: Run, fed: Any, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("".join(f"{fed.url}/rss{n}\n" for n in range(8)), "utf-8")
    tuinews("import", str(tmp_path / "urls"))
    done = _shell(f"ulimit -f {_blocks(tmp_path)}; tuinews refresh --json", tmp_path)
    assert done.returncode in (1, 3)
    assert b"the disk is full" in done.stderr
    assert b"unexpected" not in done.stderr
    assert json.loads(done.stdout)["failed"]
    assert tuinews("refresh", "--articles", "2").status == 0
    assert len(tuinews("list", "--json").json) == 240
    assert len(tuinews("list", "--offline", "--json").json) == 16


def test_a_disk_without_any_room_is_still_read(tuinews: Run, fed: Any, tmp_path: Path) -> None:
    listed = _shell("ulimit -f 8; tuinews list --json", tmp_path)
    assert listed.returncode == 0
    assert len(json.loads(listed.stdout)) == 30
    assert b"disk is full" in listed.stderr
    (kept,) = tuinews("list", "--offline", "--json").json
    read = _shell(f"ulimit -f 8; tuinews read {kept['id']}", tmp_path)
    assert b"word" in read.stdout
    asked = tuinews("list", "--json").json[1]["id"]
    fetched = _shell(f"ulimit -f 8; tuinews read {asked}", tmp_path)
    assert b"word" in fetched.stdout
    refreshed = _shell("ulimit -f 8; tuinews refresh", tmp_path)
    assert refreshed.returncode == 1
    marked = _shell(f"ulimit -f 8; tuinews mark star {kept['id']}", tmp_path)
    assert marked.returncode == 1
    assert b"the disk is full" in marked.stderr
    assert tuinews("mark", "star", str(kept["id"])).status == 0


def test_a_file_that_never_ends_is_not_read_to_its_end(tuinews: Run, tmp_path: Path) -> None:
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.truncate(200_000_000)
    for command in (["read"], ["import"], ["parse", "article"]):
        done = tuinews(*command, str(endless))
        assert done.status == 1
        assert "larger than 50 MB" in done.err


def test_a_skipped_address_is_named_without_its_password(tuinews: Run, tmp_path: Path) -> None:
    path = tmp_path / "urls"
    path.write_text("ftp://me:sesame@h.example/x?key=sesame\nhttp://[::1\n", "utf-8")
    done = tuinews("import", str(path))
    assert "sesame" not in done.err
    assert "skipped ftp://h.example/x: only http and https addresses are accepted" in done.err
    assert "skipped http://[::1: this is not an address" in done.err
