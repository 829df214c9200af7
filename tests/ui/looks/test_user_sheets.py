"""A style sheet beside the settings file comes over ours, is read anew at a change, and never ends the program."""

from pathlib import Path
from typing import Any

import pytest

from tuinews.ui.looks.user_sheets import UserSheet, fault_in, read_sheets


def paper(seen: Any) -> str:
    return str(seen.state.entry_list.styles.background.hex)


async def test_a_sheet_is_obeyed_and_read_anew(open_app: Any, library: Any, tmp_path: Path) -> None:
    sheet = tmp_path / "mine.tcss"
    sheet.write_text("EntryList { background: #112233; }\nChoices { background: #445566; }\n")
    async with open_app(library, (80, 24), settings_file=tmp_path / "settings.toml") as seen:
        assert paper(seen) == "#112233"
        sheet.write_text(
            "EntryList { background: $accent-ink; }\nEntryList > .entry-list--unread { color: #ff0000; }\n"
        )
        await seen.until(lambda: paper(seen) not in ("#112233", "#15171C"), "the accent of the theme")
        colour = seen.state.entry_list.look("entry-list--unread").color
        assert colour is not None
        assert colour.name == "#ff0000"
        accent = paper(seen)
        sheet.write_text("EntryList {\n  background: #000000;\n  colour: red;\n}\n")
        await seen.wait_for("mine.tcss line 3: Invalid CSS property 'colour'. Did you mean 'color'?")
        assert paper(seen) == accent
        seen.app.use_theme("light")
        await seen.until(lambda: paper(seen) not in (accent, "#112233"))
        await seen.press("question_mark")
        await seen.wait_for("Moving")
        await seen.press("escape", "j")
        (tmp_path / "other.tcss").write_bytes(b"\xff\xfe")
        await seen.wait_for("other.tcss: it is not UTF-8 text")
        sheet.unlink()
        await seen.until(lambda: paper(seen) == "#FBFAF7", "ours")


@pytest.mark.parametrize(
    "css",
    [
        "* { width: 0; height: 0; }",
        "EntryList, Reader, SourceList { padding: 20; border: heavy red; margin: 9; }",
        "Screen { layout: horizontal; overflow: scroll; }\nPane { scrollbar-size-vertical: 9; }",
        "* { display: none; }",
    ],
)
async def test_the_oddest_sheet_ends_nothing(open_app: Any, library: Any, tmp_path: Path, css: str) -> None:
    sheet = tmp_path / "odd.tcss"
    sheet.write_text(css)
    async with open_app(library, (60, 20), settings_file=tmp_path / "settings.toml") as seen:
        await seen.press("j", "enter", "space", "tab", "question_mark", "escape", "slash", "escape")
        sheet.unlink()
        await seen.wait_for("Việt Nam")


@pytest.mark.parametrize(
    ("css", "fault"),
    [
        ("EntryList { color: nocolor; }", "a.tcss line 1: Invalid value ('nocolor') for the color property"),
        ("\n\nEntryList {\n color: $nothing;\n}", "a.tcss line 4: reference to undefined variable '$nothing'"),
        ("EntryList {\n color red;\n}", "a.tcss line 2: Expected rule or selector"),
        ("EntryList { color: red;", "a.tcss line 2: Unexpected end of file"),
        ("\0", "a.tcss line 1: Expected selector"),
        ("", ""),
        ("EntryList { color: $ink; }", ""),
    ],
)
def test_a_fault_is_said_with_its_line(css: str, fault: str) -> None:
    said = fault_in(UserSheet(Path("/x/a.tcss"), css), {"ink": "#ffffff"})
    assert said.startswith(fault)
    assert bool(said) is bool(fault)


def test_sheets_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.tcss", "a.tcss", ".hidden.tcss", "settings.toml"):
        (tmp_path / name).write_text("")
    (tmp_path / "folder.tcss").mkdir()
    assert [(sheet.path.name, sheet.css is None) for sheet in read_sheets(tmp_path)] == [
        ("a.tcss", False),
        ("b.tcss", False),
        ("folder.tcss", True),
    ]
    assert read_sheets(tmp_path / "none") == ()
