"""Notes in the user's editor, highlights of what is selected: shown, listed, taken away, taken back."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from tuinews.errors import StoreError
from tuinews.model.document import Document, Paragraph, Span
from tuinews.ui.editors import edit_in, find_editor

TEXT = "An old song about a bamboo flute that nobody has heard for years is sung again tonight by the river."


async def opened(seen: Any) -> None:
    """Open the second article, of a long text."""
    document = Document(tuple(Paragraph((Span(f"{n}. {TEXT}"),)) for n in range(30)))
    seen.library.kept[2] = replace(seen.library.kept[2], document=document)
    await seen.press("j", "enter")
    await seen.until(lambda: seen.state.reader_state.stage == "kept")
    await seen.settle()


def underlined(seen: Any) -> str:
    """What is highlighted in sight, without its blanks: no link stands in the text."""
    return "".join("".join(text for text, style in seen.styled("#reader") if style.underline).split())


async def test_a_note_is_written_shown_and_taken_back(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 40)) as seen:
        await seen.press("j")
        seen.browser.written = lambda text: f"{text}ask about the dyke\n\n* and the ferry"
        await seen.press("w")
        await seen.wait_for("Note saved; u undoes it")
        assert library.entries[2].note == "ask about the dyke\n\n* and the ferry"
        await seen.wait_for("✎")
        await seen.press("enter", "G")
        await seen.wait_for("✎ ask about the dyke")
        await seen.wait_for("  * and the ferry")
        seen.browser.written = lambda text: text
        await seen.press("w")
        await seen.wait_for("The note is unchanged")
        seen.browser.written = lambda text: ""
        await seen.press("w")
        await seen.wait_for("Note removed; u undoes it")
        await seen.until(lambda: "ask about" not in seen.text)
        await seen.press("u")
        await seen.wait_for("ask about the dyke")
        seen.browser.written = lambda text: None
        await seen.press("w")
        await seen.wait_for("No editor was found")


async def test_a_note_that_cannot_be_kept_is_not_lost(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        library.refuses = StoreError("the library", "the disk is full")
        here = seen.state.entry_list.current
        begun: list[str] = []

        def write(text: str) -> str:
            begun.append(text)
            return "a long thought"

        seen.browser.written = write
        await seen.press("w")
        await seen.wait_for("The note is not saved: the disk is full; w brings it back")
        library.refuses = None
        await seen.press("w")
        await seen.wait_for("Note saved")
        assert (begun, library.entries[here].note) == (["", "a long thought"], "a long thought")
        library.read_only = True
        await seen.press("w")
        await seen.wait_for("Notes cannot be saved: the library is read-only")
        assert len(begun) == 2


async def test_what_is_selected_is_highlighted_and_no_more(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await opened(seen)
        await seen.press("c")
        await seen.wait_for("Select a passage first: V")
        await seen.press(*"jjjjj", "V", "j", "c")
        await seen.wait_for("Highlighted; u undoes it")
        [one] = library.annotations.marked[2]
        assert one.quotation.exact.startswith(("0. An", "1. An", "2. An"))
        await seen.until(lambda: underlined(seen) == "".join(one.quotation.exact.split()))
        # It stands where it stood when the text is set in another width.
        await seen.pilot.resize_terminal(70, 30)
        await seen.until(lambda: underlined(seen) == "".join(one.quotation.exact.split()))
        await seen.pilot.resize_terminal(100, 30)
        await seen.until(lambda: underlined(seen) == "".join(one.quotation.exact.split()))
        await seen.press("V", "c")
        await seen.wait_for("1 highlight removed; u undoes it")
        assert library.annotations.marked[2] == ()
        await seen.until(lambda: not underlined(seen))
        await seen.press("u")
        await seen.until(lambda: underlined(seen))
        # What holds a highlight takes its place.
        await seen.press("V", "j", "j", "j", "c")
        await seen.until(lambda: library.annotations.marked[2] and library.annotations.marked[2][0].id == 2)
        assert one.quotation.exact in library.annotations.marked[2][0].quotation.exact


async def test_highlights_are_listed_gone_to_and_removed_there(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await seen.press("C")
        await seen.wait_for("Nothing is highlighted yet: V in an article selects, c highlights · Esc closes")
        await seen.press("escape")
        await opened(seen)
        await seen.press("G", "V", "c")
        await seen.wait_for("Highlighted")
        gone = replace(
            library.annotations.marked[2][0],
            id=7,
            quotation=replace(library.annotations.marked[2][0].quotation, exact="Gone."),
        )
        library.annotations.marked[4] = (gone,)
        await seen.press("g", "g", "C")
        await seen.wait_for("Enter opens · D removes · Esc closes")
        await seen.wait_for("no longer in the text")
        await seen.press("enter")
        await seen.until(lambda: underlined(seen), "the passage in sight")
        await seen.press("C", "j", "D")
        await seen.until(lambda: library.annotations.marked[4] == ())
        await seen.press("D")
        await seen.until(lambda: library.annotations.marked[2] == () and seen.app.screen is seen.state)


def test_the_editor_that_is_named_is_found_first(tmp_path: Path) -> None:
    for name in ("vi", "mine"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    path = {"PATH": str(tmp_path)}
    assert find_editor(path | {"EDITOR": "mine -x"}) == ("mine", "-x")
    assert find_editor(path | {"VISUAL": "mine", "EDITOR": "vi"}) == ("mine",)
    assert find_editor(path | {"EDITOR": "gone", "VISUAL": '"'}) == ("vi",)
    assert find_editor({"PATH": str(tmp_path / "none")}) is None


def test_what_the_editor_makes_of_a_text_comes_back(tmp_path: Path) -> None:
    def edited(code: str, text: str = "một\n\nhai") -> str | None:
        return edit_in((sys.executable, "-c", f"import sys; name = sys.argv[1]; {code}"), text, "note")

    assert edited("open(name, 'a').write('ba\\n\\n')") == "một\n\nhai\nba"
    assert edited("open(name, 'wb').write(b'\\xff\\n')") == "\ufffd"
    assert edited("assert name.endswith('note.md') and open(name).read() == ''", "") == ""
    assert edited("open(name, 'w').write('lost'); sys.exit(1)") == "một\n\nhai"
    assert edited("import os; os.unlink(name)") == "một\n\nhai"
    assert edit_in((str(tmp_path / "none"),), "a", "note") is None
