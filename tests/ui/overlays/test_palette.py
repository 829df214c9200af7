"""What the palette finds: every command by the name that the documents call it by."""

from typing import Any

import pytest

from tuinews.ui.keys import COMMANDS
from tuinews.ui.screens.overlays.palette import named_so
from tuinews.ui.widgets.fields.choices import Choice, Choices


def test_a_command_is_found_by_its_id_as_it_is_written_or_said() -> None:
    commands = [Choice(command.id, "không chữ nào giống") for command in COMMANDS]
    for command in COMMANDS:
        for typed in (command.id, command.id.replace("_", " ")):
            assert command.id in [found.value for found in named_so(typed, commands)]
    assert named_so("my_fe", [Choice(1, "Other"), Choice(2, "My_feed")]) == [Choice(2, "My_feed")]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mark", "mark as read or unread"),
        ("show", "show the downloads"),
        ("copy", "copy what is selected"),
        ("sou", "source of all"),
        ("the article", "the article of the day"),
    ],
)
def test_what_begins_as_it_was_typed_comes_before_what_has_it_further_on(typed: str, first: str) -> None:
    others = [Choice(7, "resources"), Choice(8, "one source"), Choice(9, "source of all")]
    others += [Choice(1, "open the article"), Choice(2, "the article of the day")]
    commands = [Choice(command.id, command.words) for command in COMMANDS]
    assert named_so(typed, [*others, *commands])[0].words.startswith(first)


@pytest.mark.parametrize(("typed", "offers"), [("桜", True), ("桜が", True), ("s", False), ("st", True)])
async def test_a_character_that_is_a_word_finds_articles_by_itself(
    open_app: Any, library: Any, typed: str, offers: bool
) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.wait_for("Enter runs or opens")
        await seen.type(typed)
        choices = seen.app.screen.query_one(Choices)

        def has_articles() -> bool:
            return any(choice.words == "Articles" for choice in choices.choices)

        if offers:
            await seen.until(has_articles, "articles")
        else:
            await seen.settle()
            assert not has_articles()


async def test_it_says_its_keys(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("colon")
        await seen.wait_for("Enter runs or opens · ↑ ↓ select · Esc closes")


async def test_what_moves_comes_last_since_nobody_types_to_move(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.wait_for("open the article")
        said = [choice.words for choice in seen.app.screen.query_one(Choices).choices]
        assert said.index("to the next pane") > said.index("quit")


async def test_what_a_row_has_no_room_for_is_said_whole_in_the_place_of_the_keys(
    open_app: Any, library: Any
) -> None:
    whole = "rename this source, move it to a folder, set how it is fetched and kept (can be undone)"
    async with open_app(library, (40, 12)) as seen:
        await seen.press("colon")
        await seen.wait_for("Enter runs or opens")
        top = seen.text.splitlines().index(seen.line("open the article"))
        await seen.press("down")
        await seen.wait_for("back to the list, then to the")
        await seen.until(lambda: "sources" in seen.after("back to the list, then to the"), "the rest below")
        assert seen.text.splitlines().index(seen.line("open the article")) == top
    async with open_app(library, (120, 40)) as seen:
        await seen.press("colon")
        await seen.wait_for("Enter runs or opens")
        await seen.type("rename this")
        await seen.wait_for(f"  {whole[:76]}")
        await seen.press(*["backspace"] * 11)
        await seen.wait_for("Enter runs or opens")


def test_what_begins_an_id_means_that_command() -> None:
    commands = [Choice(command.id, command.words) for command in COMMANDS]
    for typed, meant in (("q", "quit"), ("q!", "quit"), ("set", "settings"), ("open", "open"), ("tag", "tag")):
        assert named_so(typed, commands)[0].value == meant, typed
    source = Choice(7, "Quartz")
    assert named_so("qu", [source, *commands])[:2] == [
        next(one for one in commands if one.value == "quit"),
        source,
    ]
