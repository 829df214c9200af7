"""What the last line says while a question is open: its keys, not those that are out of force."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("slash", "Enter lists · Tab completes"),
        ("T", "Enter saves · a comma between tags"),
    ],
)
@pytest.mark.parametrize("width", [120, 80, 50, 40])
async def test_a_question_says_its_keys(open_app: Any, library: Any, key: str, keys: str, width: int) -> None:
    async with open_app(library, (width, 20)) as seen:
        before = seen.status
        await seen.press(key)
        await seen.until(lambda: "Esc cancels" in seen.status, "how it is left")
        assert keys.split(" · ")[0] in seen.status
        assert keys in seen.status or width < 80
        assert "…" not in seen.status
        await seen.press("escape")
        await seen.until(lambda: seen.status == before, "the hints again")


async def test_finding_says_how_it_goes_on_and_what_it_found(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.until(lambda: seen.state.open_id is not None, "an article")
        await seen.press("slash")
        await seen.wait_for("Enter finds · n N next, previous match · Esc cancels")
        await seen.type("Nẵng")
        await seen.wait_for("Match 1")
        assert "Esc cancels" not in seen.status
        await seen.press("enter")
        await seen.until(lambda: "Esc cancels" not in seen.status, "no question")


async def test_what_was_said_before_gives_way_to_the_keys(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("A")
        await seen.wait_for("undoes it")
        await seen.press("slash")
        await seen.wait_for("Enter lists")
