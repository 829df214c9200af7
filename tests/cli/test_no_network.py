"""No network at all: every command and the screen's library work in a network namespace without interfaces.

Where the kernel allows none, every socket of the process is refused instead, and the test says so aloud.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from network_namespace import words_without_network

from .conftest import Run

REFUSED = """
import socket
def refused(*_arguments, **_named):
    raise OSError(101, "Network is unreachable")
socket.socket.connect = socket.socket.connect_ex = refused
def unknown(*_arguments, **_named):
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
socket.getaddrinfo = unknown
"""

MANY = """
import asyncio, contextlib, io, json, sys
from functools import partial
from pathlib import Path
from tuinews.cli import main
from tuinews.library import online
from tuinews.library.library import Library
from tuinews.settings import Settings

# Whatever waits for a time-out waits for an hour: a busy machine is none, whose clock tells nothing.
online.Limits = partial(online.Limits, connect=3600.0, deadline=3600.0)

async def size(folder, entry_id, address):
    library = await Library.open(Path(folder), Settings())
    try:
        picture = await library.pictures.one(entry_id, address)
        return picture.width, picture.height
    finally:
        await library.close()

def run(command):
    if command[4] == "picture":
        print(asyncio.run(size(command[1], int(command[5]), command[6])))
        return 0
    return main.run(command)

for command in json.loads(sys.argv[1]):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(command)
    print(json.dumps([status, out.getvalue(), err.getvalue()]), flush=True)
"""

PATIENCE = 240.0
"""Seconds for all commands, far beyond what they take on a busy machine."""


@pytest.fixture
def without_network(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs commands one after another without a network; what each printed, and that it took no time-out."""

    def run(*commands: list[str]) -> list[tuple[int, str, str]]:
        places = ["--data-dir", str(tmp_path / "data"), "--config", str(tmp_path / "settings.toml")]
        before = words_without_network()
        if before is None:
            with capsys.disabled():
                print("\nno network namespaces here: sockets are refused in the process instead")
        code = MANY if before else REFUSED + MANY
        arguments = json.dumps([[*places, *command] for command in commands])
        program = [*(before or []), sys.executable, "-c", code, arguments]
        try:
            done = subprocess.run(program, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired as waited:
            answered = len((waited.stdout or b"").splitlines())
            raise AssertionError(f"{commands[answered]} waits for a time-out") from waited
        assert done.stderr == b""
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        assert not any("Traceback" in err for _, _, err in answers)
        return [(status, out, err) for status, out, err in answers]

    return run


def test_everything_that_is_kept_can_be_read_and_marked(
    tuinews: Run,
    without_network: Any,
    host: Any,
    make_reply: Any,
    make_feed: Any,
    make_picture: Any,
    tmp_path: Path,
) -> None:
    text = "<p>Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao.</p>" * 9
    entries = [(f"Tin {n}", f"{host.url}/{n}") for n in range(3)]
    host.answers["/rss"] = make_reply(make_feed(entries))
    host.answers["/a.png"] = make_reply(make_picture("PNG", (9, 9, 9)))
    figure = f'<figure><img src="{host.url}/a.png" width="60" height="40"></figure>'
    for n in range(3):
        host.answers[f"/{n}"] = make_reply(f"<article><h1>Tin {n}</h1>{text}{figure}</article>")
    tuinews("add", f"{host.url}/rss", "--articles", "0")
    done = tuinews("refresh", "--articles", "2", "--pictures", "--json").json
    assert (done["articles"], done["left_out"]) == (2, 0)
    listed = tuinews("list", "--json").json
    kept, other = listed[0]["id"], listed[2]["id"]
    assert [row["cached"] for row in listed] == ["full", "full", "none"]
    asked = len(host.asked)
    saved = tmp_path / "saved.csv"
    saved.write_text("title,url,time_added,tags,status\nMột,https://lang.example/1,,,archive\n", "utf-8")

    answers = without_network(
        ["list", "--json"],
        ["read", str(kept)],
        ["read", str(other)],
        ["read", str(other), "--offline"],
        ["search", "nước sông", "--json"],
        ["mark", "star", str(kept)],
        ["tag", str(kept), "sông"],
        ["export", str(tmp_path / "mine.opml")],
        ["add", "https://lang.example/"],
        ["refresh"],
        ["pack", "--hours", "2"],
        ["import", str(saved)],
        ["sources", "--json"],
        ["picture", str(kept), f"{host.url}/a.png"],
        ["list", "--search", "tag:sông is:starred is:read", "--json"],
    )
    said = dict(enumerate(answers))
    assert len(json.loads(said[0][1])) == 3
    assert (said[1][0], "Nước sông" in said[1][1]) == (0, True)
    assert said[2][0] == 1
    assert said[3][0] == 1
    assert [row["id"] for row in json.loads(said[4][1])] == [row["id"] for row in listed[:2]]
    assert [said[n][0] for n in (5, 6, 7)] == [0, 0, 0]
    assert "/rss" in (tmp_path / "mine.opml").read_text("utf-8")
    assert said[8][0] == 1
    assert said[9][0] == 1
    assert said[10][1].startswith("1 min of reading: 1 article from 1 source (0 fetched now, ")
    assert "There is no network; only what is saved could be packed." in said[10][1]
    assert said[11][1] == "1 article from Pocket: 1 new, 0 known\n"
    assert [source["error"] for source in json.loads(said[12][1])] == [None, None]
    assert said[13][1] == "(60, 40)\n"
    assert [row["id"] for row in json.loads(said[14][1])] == [kept]
    assert len(host.asked) == asked
