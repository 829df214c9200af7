"""The command line: usage, the place of options, and that the page of commands tells all of it."""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tuinews.cli.parser import build_parser
from tuinews.cli.screen_options import screen_options
from tuinews.language import LANGUAGES
from tuinews.model.source import SourceKind

ROOT = Path(__file__).parents[2]


def _commands() -> dict[str, argparse.ArgumentParser]:
    actions = build_parser()._subparsers
    assert actions is not None
    (choices,) = [a.choices for a in actions._group_actions if isinstance(a.choices, dict)]
    return choices


def _arguments(name: str, parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner, choice in action.choices.items():
                yield from _arguments(f"{name} {inner}", choice)
        else:
            yield name, action


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_what_every_argument_is(language: str, speak: Callable[[str], str]) -> None:
    speak(language)
    silent = [
        (name, action.dest)
        for command, parser in _commands().items()
        for name, action in _arguments(command, parser)
        if not action.help
    ]
    assert silent == []


@pytest.mark.parametrize(
    "typed",
    [
        ("search", "-hương", "cầu", "--json"),
        ("list", "--search", "-is:read", "--json"),
        ("mute", "-the", "--dry-run"),
        ("view", "add", "Name", "-hương"),
        ("rule", "add", "read", "-title:x=y"),
        ("rule", "try", "-(a OR b)"),
        ("export", "--markdown", "--search", "-hương"),
        ("highlights", "-hương"),
    ],
)
def test_a_query_may_begin_with_a_minus(typed: tuple[str, ...]) -> None:
    read = build_parser().parse_args(typed)
    query = getattr(read, "query", None) or [read.search]
    assert query[0] == next(one for one in typed if one[0] == "-" != one[1])


@pytest.mark.parametrize("typed", [("search", "x", "-n"), ("list", "-the"), ("search", "x", "--the")])
def test_what_is_no_option_where_no_query_stands_is_said(
    typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(typed)
    assert ended.value.code == 2
    assert f"unrecognized arguments: {typed[-1]}" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31T23:59:59-23:00", "2001-02-03", "x"])
def test_a_mute_ends_on_a_day_to_come(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(["mute", "x", "--until", day])
    assert ended.value.code == 2
    assert "must be a day" in capsys.readouterr().err


def test_the_page_of_commands_names_every_command_and_option() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name, parser in _commands().items():
        assert f"`{name}" in page
        for option in parser._option_string_actions:
            assert option in ("-h", "--help") or option in page, f"{name} {option}"


@pytest.mark.parametrize(
    "argv",
    [
        ["--data-dir", "x", "sources"],
        ["sources", "--data-dir", "x"],
        ["view", "--data-dir", "x", "add", "Storms", "storm"],
        ["view", "add", "Storms", "storm", "--data-dir", "x"],
        ["--data-dir", "x", "rule", "list"],
        ["account", "list", "--data-dir", "x"],
        ["highlight", "remove", "1", "--data-dir", "x"],
    ],
)
def test_options_stand_before_or_after_the_command(argv: list[str]) -> None:
    assert build_parser().parse_args(argv).data_dir == "x"


def test_a_source_can_be_added_as_every_kind_that_an_address_has() -> None:
    (choices,) = [action.choices for action in _commands()["add"]._actions if "--kind" in action.option_strings]
    assert list(choices or ()) == ["auto", *(kind for kind in SourceKind if kind.traits.is_followed)]


def test_no_command_is_the_screen() -> None:
    assert build_parser().parse_args([]).command is None


@pytest.mark.parametrize(
    "argv",
    [
        ["nonsense"],
        ["add"],
        ["mark", "read"],
        ["mark", "seen", "1"],
        ["list", "--limit", "-1"],
        ["list", "--unread", "--starred"],
    ],
)
def test_usage_is_status_2(argv: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tuinews", "--data-dir", str(tmp_path), *argv],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert "usage: tuinews" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["serch"], "there is no command “serch”; did you mean “search”?"),
        (["view", "ad"], "there is no command “ad”; did you mean “add”?"),
        (["nonsense"], "there is no command “nonsense”; see: tuinews --help"),
    ],
)
def test_a_mistyped_command_is_told_the_one_that_was_meant(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        build_parser().parse_args(argv)
    assert end.value.code == 2
    error = capsys.readouterr().err
    assert said in error
    assert "'sources'" not in error


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "--data-dir x",
        "--data-dir=x --config y",
        "--data-dir= --config=a=b",
        "--linear",
        "--data-dir x --data-dir y --linear",
        "--data-dir --config",
        "--data-dir",
        "--data-dir -",
        "--data-dir -x",
        "--linear=1",
        "--data x",
        "--version",
        "-h",
        "--",
        "list",
        "--data-dir x list",
        "x",
    ],
)
def test_what_opens_the_screen_is_read_as_argparse_reads_it(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = screen_options(typed.split())
    try:
        read = build_parser().parse_args(typed.split())
    except SystemExit:
        assert found is None
        return
    assert found is None or vars(found) == vars(read)
    only_places = read.command is None and typed not in ("--data-dir -", "--data x", "--")
    assert (found is not None) is only_places
