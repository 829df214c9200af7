"""Passwords and keys in addresses: sent to their own host alone, shown to nobody, kept for their owner alone."""

import base64
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

SECRETS = ("s3same", "t0ken")
BASIC = "Basic " + base64.b64encode(b"ana:s3same").decode()
COMMANDS = (
    ["sources"],
    ["sources", "--json"],
    ["list", "--json"],
    ["search", "Tin", "--json"],
    ["refresh", "--json"],
    ["check-sources", "--mine", "--json"],
    ["check-sources", "--mine"],
    ["repair", "1", "--json"],
    ["export"],
)


@pytest.fixture
def private(host: Any, make_feed: Callable[..., str], make_reply: Callable[..., Any]) -> Any:
    """A host that answers only to a user and password, and to a key."""

    def feed(headers: Mapping[str, str]) -> Any:
        if headers.get("authorization") != BASIC:
            return make_reply(status=401)
        return make_reply(make_feed([("Tin một", f"{host.url}/1")], "Tin"), Content_Type="application/rss+xml")

    host.answers["/rss?token=t0ken"] = feed
    return host


def address(host: Any) -> str:
    return str(host.url.replace("//", "//ana:s3same@") + "/rss?token=t0ken")


def shown(host: Any) -> str:
    return str(host.url.replace("//", "//ana:•••@") + "/rss?token=•••")


def test_an_address_with_a_password_is_fetched_and_shown_without(tuinews: Run, private: Any) -> None:
    added = tuinews("add", address(private), "--json")

    assert [(one["error"], one["url"], one["source_url"]) for one in added.json] == [
        (None, shown(private), shown(private))
    ]
    for command in COMMANDS:
        done = tuinews(*command)
        assert done.status == 0, command
        assert not any(secret in done.out + done.err for secret in SECRETS), command
    assert [source["url"] for source in tuinews("sources", "--json").json] == [shown(private)]
    private.answers.clear()
    failed = tuinews("refresh", "--json")
    assert failed.json["failed"][0]["url"] == shown(private)
    assert not any(secret in failed.out + failed.err for secret in SECRETS)


def test_the_address_that_is_shown_names_its_source(tuinews: Run, private: Any) -> None:
    tuinews("add", address(private))
    removed = tuinews("remove", shown(private), "--json")
    assert removed.json == [{"id": 1, "url": shown(private)}]
    assert tuinews("sources", "--json").json == []


@pytest.mark.parametrize("command", ["add", "check-sources", "read", "remove"])
def test_an_address_that_fails_is_named_without_its_password(command: str, tuinews: Run, host: Any) -> None:
    for typed in (address(host), "https://ana:s3s/t0ken@127.0.0.1/", "https://ana:t0ken@s3same@[::1"):
        for more in [] if command == "read" else [[], ["--json"]]:
            done = tuinews(command, typed, *more)
            assert done.status == 1
            assert not any(secret in done.out + done.err for secret in SECRETS), (typed, more)


def test_a_page_that_was_read_by_an_address_with_a_password(
    tuinews: Run, host: Any, make_reply: Callable[..., Any]
) -> None:
    page = Path(__file__).with_name("article.html").read_text("utf-8")
    host.answers["/a.html"] = make_reply(page, Content_Type="text/html; charset=utf-8")
    typed = host.url.replace("//", "//ana:s3same@") + "/a.html"
    for form in ("json", "text", "markdown", "html"):
        done = tuinews("read", typed, "--format", form)
        assert done.status == 0
        assert "s3same" not in done.out + done.err
    assert "s3same" not in tuinews("list", "--json").out


def test_export_leaves_passwords_and_keys_out_unless_they_are_asked_for(
    tuinews: Run, private: Any, tmp_path: Path
) -> None:
    tuinews("add", address(private))
    bare, whole = tmp_path / "bare.opml", tmp_path / "whole.opml"
    whole.write_text("an older one", "utf-8")
    whole.chmod(0o644)

    done = tuinews("export", str(bare))
    with_secrets = tuinews("export", "--with-secrets", str(whole))

    assert done.err == "tuinews: 1 address was exported without its password or key; --with-secrets includes it\n"
    assert f'"{private.url.replace("//", "//ana@")}/rss"' in bare.read_text("utf-8")
    assert not any(secret in bare.read_text("utf-8") for secret in SECRETS)
    assert with_secrets.err == ""
    assert address(private) in whole.read_text("utf-8")
    assert stat.S_IMODE(whole.stat().st_mode) == 0o600


def test_a_name_that_is_an_address_is_kept_without_its_password(tuinews: Run, tmp_path: Path) -> None:
    outline = '<outline text="https://ana:s3same@a.example/rss" xmlUrl="https://ana:s3same@a.example/rss"/>'
    outline += '<outline text="acct:ana@a.example" xmlUrl="https://a.example/other"/>'
    (tmp_path / "list.opml").write_text(f"<opml><body>{outline}</body></opml>", "utf-8")
    tuinews("import", str(tmp_path / "list.opml"))
    done = tuinews("sources", "--json")
    assert "s3same" not in done.out
    assert [source["title"] for source in done.json] == ["acct:ana@a.example", "https://a.example/rss"]


def test_what_an_import_skips_is_told_without_its_password(tuinews: Run, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text("ftp://ana:s3same@h.example/x?token=t0ken\n", "utf-8")
    done = tuinews("import", str(tmp_path / "urls"), "--json")
    assert done.json["skipped"][0]["url"] == "ftp://ana:•••@h.example/x?token=•••"
    assert not any(secret in done.out + done.err for secret in SECRETS)


def test_settings_with_a_password_that_others_can_read_are_told(tuinews: Run, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('[repairs."https://ana:s3same@a.example/rss"]\nbody = "div"\n', "utf-8")
    settings.chmod(0o644)
    told = tuinews("sources").err
    assert "settings.toml: other users can read it" in told
    assert "s3same" not in told
    assert stat.S_IMODE(settings.stat().st_mode) == 0o644
    settings.chmod(0o600)
    assert tuinews("sources").err == ""


_RECORDED = """
import os, sys
os.umask(0)
chmods = []
sys.addaudithook(lambda event, found: chmods.append(found) if event == "os.chmod" else None)
from tuinews.cli import log, main
for arguments in map(str.split, sys.argv[2:]):
    assert main.run(["--data-dir", sys.argv[1], *arguments]) == 0
log.record(ValueError())
print(len(chmods))
"""


def modes(folder: Path) -> dict[str, int]:
    every = [folder, *folder.rglob("*")]
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in every}


def run_recorded(folder: Path, *commands: str) -> int:
    """Run commands with a umask that takes nothing away; how often a mode was changed afterwards."""
    env = os.environ | {"XDG_STATE_HOME": str(folder / "state"), "TUINEWS_CONFIG": str(folder / "none.toml")}
    called = [sys.executable, "-c", _RECORDED, str(folder / "share" / "tuinews"), *commands]
    done = subprocess.run(called, capture_output=True, text=True, timeout=60, check=False, env=env)
    assert done.returncode == 0, done.stderr
    return int(json.loads(done.stdout.splitlines()[-1]))


def test_every_file_is_made_for_its_owner_alone_whatever_the_umask(
    tmp_path: Path, host: Any, make_feed: Callable[..., str], make_reply: Callable[..., Any]
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin một", f"{host.url}/1")]))
    folder = tmp_path / "home"
    folder.mkdir()

    changed = run_recorded(folder, f"add {host.url}/rss", "mark star 1", "export")

    assert changed == 0
    found = modes(folder / "share") | modes(folder / "state")
    assert {"tuinews/library.sqlite3", "tuinews/backups", "tuinews/library.lock", "tuinews/tuinews.log"} <= set(
        found
    )
    assert any(name.startswith("tuinews/backups/library-") for name in found)
    for name, mode in found.items():
        path = next(where / name for where in (folder / "share", folder / "state") if (where / name).exists())
        assert mode == (0o700 if path.is_dir() else 0o600), name


def test_what_was_left_open_is_closed_at_the_next_start(
    tmp_path: Path, host: Any, make_feed: Callable[..., str], make_reply: Callable[..., Any]
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin một", f"{host.url}/1")]))
    folder = tmp_path / "home"
    folder.mkdir()
    run_recorded(folder, f"add {host.url}/rss")
    for path in sorted(folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    run_recorded(folder, "sources")

    library = folder / "share" / "tuinews"
    assert {name: mode for name, mode in modes(library).items() if mode & 0o077} == {}
    assert {name: mode for name, mode in modes(folder / "state" / "tuinews").items() if mode & 0o077} == {}


def test_a_folder_in_which_something_else_lies_stays_as_it_is(tuinews: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a letter").write_text("mine", "utf-8")
    folder.chmod(0o755)
    assert tuinews("sources").status == 0
    assert tuinews("sources").status == 0
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "library.sqlite3").stat().st_mode) == 0o600
