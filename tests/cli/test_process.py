"""What a shell may do to a command: streams closed or full, another encoding, digits without end, odd paths."""

import fcntl
import json
import os
import shlex
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tuinews.demo.site import DemoSite

from .conftest import Run

_LITTLE = 4096
"""Bytes that a file may grow to where a test has no room."""

needs_dev_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def _shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = line.replace("tuinews", f'"{sys.executable}" -m tuinews --data-dir "{folder / "data"}"', 1)
    env = os.environ | {"TERM": "xterm"} | environment
    return subprocess.run(command, shell=True, capture_output=True, timeout=30, check=False, env=env)


_SEVERAL = """
import os, sys
from tuinews.cli import process
process.prepare()
from tuinews.cli.main import run
data, *words = sys.argv[1:]
while words:
    end = words.index("THEN")
    command, words = words[:end], words[end + 1:]
    status = run(["--data-dir", data, *command])
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        os.write(stream.fileno(), b"\\0%d\\0" % status)
"""
"""The program, which begins once for several commands: a start is most of what one takes."""


def _in_one_start(*lines: str, folder: Path, **environment: str) -> list[subprocess.CompletedProcess[bytes]]:
    """Commands as a shell writes them, run one after the other by one process, whose arguments they all are."""
    words = " THEN ".join((*lines, ""))
    command = [sys.executable, "-c", _SEVERAL, str(folder / "data"), *shlex.split(words)]
    env = os.environ | {"TERM": "xterm"} | environment
    typed = [os.fsencode(word) for word in command]
    done = subprocess.run(typed, capture_output=True, timeout=60, check=True, env=env)
    outs, errs = done.stdout.split(b"\0"), done.stderr.split(b"\0")
    return [
        subprocess.CompletedProcess(line, int(outs[2 * n + 1]), outs[2 * n], errs[2 * n])
        for n, line in enumerate(lines)
    ]


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
def test_output_for_which_there_is_no_room_is_one_line_and_status_1(command: str, process: Run) -> None:
    with open("/dev/full", "wb") as full:
        done = process(*command.split(), stdout=full.fileno())
    assert done.status == 1
    assert done.err == "tuinews: the output: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_stream_that_speaks_no_utf_8_gets_what_it_can(
    encoding: str, tmp_path: Path, process: Run, site: DemoSite
) -> None:
    assert process("add", f"{site.url}rss.xml").status == 0
    listed, exported = _in_one_start("list --json", "export", folder=tmp_path, PYTHONIOENCODING=encoding)
    titles = {row["source_title"] for row in json.loads(listed.stdout.decode(encoding))}
    assert titles == {"Bản tin tuinews"}
    assert "Bản tin tuinews" in exported.stdout.decode("utf-8")


def test_arguments_are_utf_8_where_the_locale_names_another_charset(
    tmp_path: Path, tuinews: Run, site: DemoSite
) -> None:
    added, renamed, found, *missed = _in_one_start(
        f"add {site.url}rss.xml --title 'Tin Đà Nẵng' --folder 新聞 --articles 0 --json",
        "rename 1 Báo Huế --json",
        "search 'Đà Nẵng' --json",
        *(f"{command} '{site.url}không-có'" for command in ("add", "read", "remove")),
        folder=tmp_path,
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        LC_ALL="C",
        LANG="C",
    )
    assert added.returncode == 0
    assert [one["title"] for one in json.loads(added.stdout)] == ["Tin Đà Nẵng"]
    assert json.loads(renamed.stdout)["title"] == "Báo Huế"
    [source] = tuinews("sources", "--json").json
    assert (source["title"], source["folder"]) == ("Báo Huế", "新聞")
    assert "Gõ “da nang”, tìm ra “Đà Nẵng”" in [hit["title"] for hit in json.loads(found.stdout)]
    for one in missed:
        assert one.returncode == 1
        assert b"unexpected" not in one.stderr


def test_arguments_that_are_no_utf_8_are_answered_in_one_line(tmp_path: Path, process: Run) -> None:
    typed = _shell("tuinews read $(printf '\\377x')", tmp_path)
    assert (typed.stderr.count(b"\n"), typed.stderr.count(b"unexpected")) == (1, 0)
    for command in ("read", "import", "search", "list --source"):
        done = process(*command.split(), os.fsdecode(b"\xffx"))
        assert done.err.count("\n") == (0 if command == "search" else 1)
        assert "unexpected" not in done.err


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


def test_an_export_for_which_there_is_no_room_leaves_the_old_file_whole(
    tuinews: Run, process: Run, tmp_path: Path
) -> None:
    (tmp_path / "urls").write_text("".join(f"https://a{n}.example/rss\n" for n in range(400)), "utf-8")
    assert tuinews("import", str(tmp_path / "urls")).status == 0
    goal = tmp_path / "out" / "list.opml"
    goal.parent.mkdir()
    goal.write_text("the old list", "utf-8")

    done = process("export", str(goal), file_size=_LITTLE)

    assert done.status == 1
    assert "File too large" in done.err.splitlines()[-1]
    assert [path.read_text("utf-8") for path in goal.parent.iterdir()] == ["the old list"]
    assert tuinews("export", str(goal)).status == 0
    assert goal.read_text("utf-8").count("<outline") == 400


def test_a_dash_is_stdout_for_export_as_it_is_stdin_for_import(process: Run, tmp_path: Path) -> None:
    assert process("import", "-", stdin="https://a.example/rss\n").status == 0
    here = tmp_path / "here"
    here.mkdir()
    done = process("export", "-", folder=here)
    assert done.status == 0
    assert 'xmlUrl="https://a.example/rss"' in done.out
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
    assert done.status == 0
    assert "nested too deep" in done.err


@pytest.mark.parametrize(
    ("number", "ignored"),
    [(signal.SIGINT, []), (signal.SIGTERM, []), (signal.SIGTERM, [signal.SIGINT]), (signal.SIGHUP, [])],
)
def test_a_refresh_that_is_told_to_end_ends_quietly(
    number: signal.Signals,
    ignored: list[int],
    tuinews: Run,
    fork_server: Any,
    tmp_path: Path,
    host: Any,
    make_feed: Any,
    make_reply: Any,
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin một", f"{host.url}/1")]))
    tuinews("add", f"{host.url}/rss")
    tuinews("mark", "star", "1")
    host.open.clear()
    host.was_asked.clear()
    command = [sys.executable, "-m", "tuinews", "--data-dir", str(tmp_path / "data"), "refresh", "--json"]
    with (tmp_path / "out").open("w+b") as out, (tmp_path / "err").open("w+b") as err:
        streams = (out.fileno(), out.fileno(), err.fileno())
        running = fork_server.start(command, streams, os.environ, ignored=ignored)
        assert host.was_asked.wait(20)
        running.send_signal(number)
        status = running.wait(20)
        running.close()
    host.open.set()
    said = [(tmp_path / name).read_bytes() for name in ("out", "err")]
    assert (status, said) == (130, [b"", b""])
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


def _little_more(folder: Path) -> int:
    """A size of a file just above what the library has already."""
    return (folder / "data" / "library.sqlite3").stat().st_size + 30_000


def test_a_source_for_which_there_is_no_room_is_not_half_there(
    tuinews: Run, process: Run, fed: Any, tmp_path: Path
) -> None:
    urls = [f"{fed.url}/rss{n}" for n in range(1, 8)]
    done = process("add", *urls, file_size=_little_more(tmp_path))
    assert done.status in (1, 3)
    assert "the disk is full" in done.err
    sources = tuinews("sources", "--json").json
    assert len(sources) < 8
    assert all(source["total"] == 30 for source in sources)
    assert tuinews("add", *urls).status == 0


def test_a_refresh_without_room_says_so_and_goes_on_when_there_is(
    tuinews: Run, process: Run, fed: Any, tmp_path: Path
) -> None:
    (tmp_path / "urls").write_text("".join(f"{fed.url}/rss{n}\n" for n in range(8)), "utf-8")
    tuinews("import", str(tmp_path / "urls"))
    done = process("refresh", "--json", file_size=_little_more(tmp_path))
    assert done.status in (1, 3)
    assert "the disk is full" in done.err
    assert "unexpected" not in done.err
    assert done.json["failed"]
    assert tuinews("refresh", "--articles", "2").status == 0
    assert len(tuinews("list", "--json").json) == 240
    assert len(tuinews("list", "--offline", "--json").json) == 16


@pytest.mark.usefixtures("fed")
def test_a_disk_without_any_room_is_still_read(tuinews: Run, process: Run) -> None:
    listed = process("list", "--json", file_size=_LITTLE)
    assert listed.status == 0
    assert len(listed.json) == 30
    assert "disk is full" in listed.err
    (kept,) = tuinews("list", "--offline", "--json").json
    assert "word" in process("read", str(kept["id"]), file_size=_LITTLE).out
    asked = tuinews("list", "--json").json[1]["id"]
    assert "word" in process("read", str(asked), file_size=_LITTLE).out
    assert process("refresh", file_size=_LITTLE).status == 1
    marked = process("mark", "star", str(kept["id"]), file_size=_LITTLE)
    assert marked.status == 1
    assert "the disk is full" in marked.err
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


@pytest.mark.parametrize(
    "argv", [("sources", "\x1b[31mx"), ("\x1b]0;x\x07",), ("list", "--x\x1b[2J"), ("backup", "\x1b[31mx")]
)
def test_what_was_typed_commands_no_terminal(process: Run, argv: tuple[str, ...], tmp_path: Path) -> None:
    if argv[0] == "backup":
        process("list")
    done = process(*argv, folder=tmp_path)
    assert done.status in (0, 2)
    assert "\x1b" not in done.out + done.err


@needs_dev_full
@pytest.mark.parametrize("argv", [("--help",), ("list", "--help"), ("--version",)])
def test_help_for_which_there_is_no_room_is_an_error(process: Run, argv: tuple[str, ...]) -> None:
    descriptor = os.open("/dev/full", os.O_WRONLY)
    try:
        done = process(*argv, stdout=descriptor)
    finally:
        os.close(descriptor)
    assert (done.status, done.err) == (1, "tuinews: the output: No space left on device\n")
