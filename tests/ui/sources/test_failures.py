"""What failed can be looked at, whole, and as often as one likes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tuinews.model.refresh import Failure, RefreshResult
from tuinews.model.source import Source, SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.settings import Settings
from tuinews.ui.screens.overlays.failures import failure_lines, failures_of

REASON = "the server answered 503 Service Unavailable, and asked to be left alone for a quarter of an hour or so"


def failing(library: Any, count: int) -> list[Failure]:
    """`count` more sources with long names, of which the last refresh says that they failed."""
    failed = []
    for number in range(10, 10 + count):
        name = f"A source with quite a long name, number {number}"
        url = f"https://example.org/{number}"
        library.all_sources[number] = Source(number, SourceKind.FEED, name, url, error=REASON)
        failed.append(Failure(number, name, url, REASON))
    library.result = RefreshResult(20, tuple(failed), 0, 0, 0, 1.0)
    return failed


@pytest.mark.parametrize("size", [(40, 10), (50, 20), (80, 24), (120, 40)])
async def test_all_that_failed_is_counted_and_a_key_lists_it(
    open_app: Any, library: Any, size: tuple[int, int]
) -> None:
    failed = failing(library, 17)
    async with open_app(library, size) as seen:
        await seen.until(lambda: library.refreshes and not seen.state.work.is_under_way("refresh"))
        await seen.press("R")
        await seen.until(lambda: seen.state.status.failed)
        await seen.until(lambda: "17 failed" in seen.status)
        await seen.press("exclamation_mark")
        await seen.wait_for("Failures")
        told, wanted = "", ["quarter", *(str(failure.source_id) for failure in failed)]
        for _ in range(120):
            told += " ".join(seen.text.split()) + " "
            if all(words in told for words in wanted):
                break
            await seen.press("down", "down")
        assert [words for words in wanted if words not in told] == []
        await seen.press("escape")
        await seen.until(lambda: "Failures" not in seen.text)
        await seen.press("exclamation_mark")
        await seen.wait_for("Failures")


async def test_the_list_says_since_when_a_source_fails_and_when_it_is_tried_again(
    open_app: Any, library: Any
) -> None:
    since = datetime(2026, 11, 21, 9, 5).astimezone()
    ill = replace(library.all_sources[2], error="the server answered 403 Forbidden", failing_since=since)
    library.all_sources[2] = ill
    async with open_app(library, (80, 24)) as seen:
        await seen.press("exclamation_mark")
        await seen.wait_for("It has failed since 2026-11-21 09:05.")
        shown = " ".join(" ".join(line.strip("│") for line in seen.text.splitlines()).split())
        assert "r in the list tries now. A user agent, headers, cookies or a command may open it: e in" in shown


async def test_a_source_under_the_cursor_says_why_it_could_not_be_refreshed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.wait_for("Last refresh failed: it answered 503")
        await seen.press("right_square_bracket")
        await seen.until(lambda: "Last refresh failed" not in seen.text)


async def test_without_a_network_every_source_need_not_say_so(open_app: Any, library: Any) -> None:
    library.offline = True
    async with open_app(library) as seen:
        await seen.wait_for("Offline since")
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)
        assert "Last refresh failed" not in seen.status


async def test_the_skipped_lines_of_a_list_can_be_looked_at_after_the_refresh(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    (tmp_path / "urls").write_text('https://example.org/new\n"exec:rm -rf"\nfile:///etc/passwd\n')
    async with open_app(library, (80, 24)) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("a")
        await seen.paste(str(tmp_path / "urls"), "Import from urls")
        await seen.press("enter")
        await seen.wait_for("2 skipped; ! lists them")
        await seen.press("R")
        await seen.wait_for("Nothing new · 2 skipped; ! lists them")
        for _ in range(2):
            await seen.press("exclamation_mark")
            await seen.wait_for("2 lines of the last imported list could not be added")
            assert "exec:rm -rf" in seen.text
            assert "/etc/passwd" in seen.text
            await seen.press("escape")
            await seen.until(lambda: "2 lines" not in seen.text)
        assert "skipped" not in seen.status


async def test_where_nothing_failed_the_list_says_so(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.press("exclamation_mark")
        await seen.wait_for("Nothing failed.")


async def test_the_key_that_is_named_is_the_users_own(open_app: Any, library: Any) -> None:
    failing(library, 2)
    async with open_app(library, settings=Settings(keys=MappingProxyType({"failures": "Z"}))) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("R")
        await seen.wait_for("2 failed; Z lists them")


def test_what_the_last_refresh_says_comes_before_what_was_known_and_removed_sources_are_left_out() -> None:
    known = Source(1, SourceKind.FEED, "A", "https://a.example", error="old")
    well = Source(2, SourceKind.FEED, "B", "https://b.example")
    last = [Failure(2, "B", "https://b.example", "no room"), Failure(3, "Gone", "https://c.example", "x")]
    assert [(f.source_id, f.error) for f in failures_of([known, well], last)] == [(1, "old"), (2, "no room")]
    assert failures_of([replace(known, error=None)], []) == ()


def test_outside_text_is_safe_in_the_list() -> None:
    lines = failure_lines([Failure(1, "A\x1b[2J", "u", "why\nso")], [SkippedSource("exec:\x1b]52;c", "no\rway")])
    text = "".join(piece for line in lines for piece, _ in line)
    assert not any(ord(character) < 32 for character in text)


async def test_what_finds_no_room_in_the_line_of_states_ends_in_one_ellipsis(open_app: Any, library: Any) -> None:
    library.all_sources[2] = replace(library.all_sources[2], error=REASON)
    async with open_app(library, (80, 24)) as seen:
        await seen.until(lambda: library.refreshes)
        library.result = RefreshResult(3, (Failure(2, "Asahi", "u", REASON),), 0, 0, 0, 1.0)
        await seen.press("R")
        await seen.wait_for("1 failed; ! shows why")
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.wait_for("Last refresh failed: the server answered")
        assert "……" not in seen.status
        assert "…" in seen.status


async def test_one_ellipsis_stands_wherever_the_line_of_states_is_cut(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.until(lambda: library.refreshes)
        library.result = RefreshResult(3, (Failure(2, "Asahi", "u", REASON),), 0, 0, 0, 1.0)
        await seen.press("R")
        await seen.wait_for("1 failed; ! shows why")
        seen.state.say("One or two of a few are to be had so far: " * 2)
        for columns in range(50, 80):
            await seen.pilot.resize_terminal(columns, 24)
            assert seen.status.count("…") == 1, f"at {columns} columns: {seen.status}"


async def test_a_digit_goes_to_a_source_that_failed(open_app: Any, library: Any) -> None:
    failing(library, 12)
    async with open_app(library, (80, 24)) as seen:
        await seen.press("exclamation_mark")
        await seen.wait_for("1–9 opens · Esc closes")
        await seen.wait_for("2 A source with quite a long name, number 10")
        await seen.press("2")
        await seen.until(lambda: seen.state.view.source_id == 10, "the source")
        assert len(seen.app.screen_stack) == 1
        await seen.press("exclamation_mark", "0", "x")
        await seen.wait_for("1–9 opens")
