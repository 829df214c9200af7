"""What the mouse marks and what is copied of it; the addresses of links."""

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from textual import events

from tuinews.model.document import Code, Document, Heading, List, Paragraph, Quote, Span
from tuinews.settings import Settings
from tuinews.ui.external import Clipboard, copy, run
from tuinews.ui.widgets.reader.links.named_link import NAMED_SECONDS, NamedLink

CODE = "def sing():\n\treturn " + " + ".join(f"part_{n}" for n in range(30)) + "\n\n\nsing()"
PROSE = "An old song about a bamboo flute that nobody has heard for a hundred years is sung again tonight."


async def opened(seen: Any, *blocks: Any) -> None:
    """Open the second article, of `blocks`."""
    seen.library.kept[2] = replace(seen.library.kept[2], document=Document(blocks))
    await seen.press("j", "enter")
    await seen.until(lambda: seen.state.reader_state.stage == "kept")
    await seen.settle()


def at(seen: Any, words: str) -> tuple[int, int]:
    """The cell at which `words` begin."""
    lines = seen.text.splitlines()
    row = next(n for n, line in enumerate(lines) if words in line)
    return lines[row].index(words), row


async def mouse(seen: Any, kind: type[events.MouseEvent], x: int, y: int) -> None:
    seen.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await seen.settle()


async def drag(seen: Any, start: tuple[int, int], *ends: tuple[int, int]) -> None:
    await mouse(seen, events.MouseDown, *start)
    for end in ends:
        await mouse(seen, events.MouseMove, *end)
    await mouse(seen, events.MouseUp, *ends[-1])
    await seen.settle()


async def click(seen: Any, x: int, y: int, times: int) -> None:
    """Click, all of it at once: what counts as a double click is a matter of time."""
    for kind in (events.MouseDown, events.MouseUp) * times:
        seen.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await seen.settle()


async def copied(seen: Any) -> str:
    await seen.press("ctrl+c")
    await seen.wait_for("Sent to the terminal's clipboard: ")
    return str(seen.app.clipboard)


@pytest.mark.parametrize("size", [(120, 40), (80, 30), (50, 40)])
async def test_a_drag_over_code_copies_the_code(open_app: Any, library: Any, size: tuple[int, int]) -> None:
    async with open_app(library, size) as seen:
        await opened(seen, Code(CODE, "python"), Paragraph((Span("End."),)))
        x, y = at(seen, "def sing")
        await drag(seen, (x - 2, y), (x + 3, y + 1), (at(seen, "End.")[0] - 1, at(seen, "End.")[1]))
        assert await copied(seen) == CODE


async def test_a_drag_over_items_and_quotes_copies_whole_sentences(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 30)) as seen:
        items = List(((Paragraph((Span(PROSE),)),), (Paragraph((Span("Two."),)),)))
        await opened(seen, items, Quote((Paragraph((Span(PROSE),)),)), Paragraph((Span("End."),)))
        start, end = at(seen, "old song"), at(seen, "End.")
        await drag(seen, start, (start[0] + 4, start[1] + 1), (end[0] - 1, end[1]))
        assert await copied(seen) == f"{PROSE[3:]}\n• Two.\n\n{PROSE}"


@pytest.mark.parametrize("end", [(60, 29), (90, 29), (118, 29), (5, 29)], ids=str)
async def test_a_drag_past_the_bottom_marks_what_is_in_sight(
    open_app: Any, library: Any, end: tuple[int, int]
) -> None:
    async with open_app(library, (120, 30)) as seen:
        await opened(seen, *(Paragraph((Span(f"Paragraph {n}."),)) for n in range(60)))
        await drag(
            seen, at(seen, "Paragraph 3."), (at(seen, "Paragraph 3.")[0] + 2, 15), (end[0], end[1] - 3), end
        )
        text = await copied(seen)
        lines = text.split("\n\n")
        assert lines[0] == "Paragraph 3."
        last = max(map(int, re.findall(r"Paragraph (\d+)\.", seen.text)))
        assert lines[-1] in (f"Paragraph {last}.", f"Paragraph {last - 1}.")
        assert "StatusLine" not in text


async def test_a_drag_that_ends_beside_the_text_ends_in_its_line(open_app: Any, library: Any) -> None:
    async with open_app(library, (140, 30)) as seen:
        await opened(seen, *(Paragraph((Span(f"Paragraph {n}."),)) for n in range(60)))
        x, y = at(seen, "Paragraph 2.")
        await drag(seen, (x, y), (x + 1, y), (x + 40, y))
        assert await copied(seen) == "Paragraph 2."
        await drag(seen, (x, y), (x + 1, y), (x - 2, y + 2))
        assert await copied(seen) == "Paragraph 2."
        await drag(seen, (x, y), (x - 1, y), (3, y + 2))
        assert await copied(seen) == "Paragraph 2."
        await drag(seen, (x + 5, y), (x + 5, y - 1), (3, 0))
        text = await copied(seen)
        assert text.endswith("Paragraph 1.\n\nParag")
        assert text.startswith("桜が満開 2")


async def test_a_double_click_marks_the_word_and_a_triple_click_the_paragraph(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await opened(seen, Paragraph((Span("Above."),)), Paragraph((Span(PROSE),)))
        x, y = at(seen, "bamboo")
        await click(seen, x + 2, y, 2)
        assert await copied(seen) == "bamboo"
        await click(seen, x + 3, y, 3)
        assert await copied(seen) == PROSE
        marked = seen.state.get_component_rich_style("screen--selection").bgcolor
        shown = [text for text, style in seen.styled("#reader") if style.bgcolor == marked]
        assert "".join(shown).replace(" ", "") == PROSE.replace(" ", "")
        await click(seen, x, y + 6, 1)
        await seen.press("ctrl+c")
        await seen.wait_for("q quits")


async def test_wide_characters_are_marked_where_they_are(open_app: Any, library: Any) -> None:
    async with open_app(library, (120, 30)) as seen:
        await opened(seen, Paragraph((Span("日本語 と English。"),)))
        row = at(seen, "English")[1]
        x = seen.state.reader.content_region.x + seen.state.reader.text.left
        await click(seen, x + 10, row, 2)
        assert await copied(seen) == "English"
        await click(seen, x, row, 2)
        assert await copied(seen) == "日本語"


async def test_what_was_marked_is_forgotten_with_its_article(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await opened(seen, Paragraph((Span(PROSE),)))
        x, y = at(seen, "bamboo")
        await click(seen, x, y, 2)
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of Gold")
        await seen.press("ctrl+c")
        await seen.wait_for("q quits")


def links(count: int) -> Paragraph:
    return Paragraph(tuple(Span(f"word {n} ", href=f"https://example.org/link/{n}") for n in range(1, count + 1)))


async def test_without_a_browser_the_address_of_a_link_is_seen_and_copied(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        seen.browser.works = False
        await opened(seen, links(3))
        await seen.press("2", "o")
        await seen.wait_for("No browser could be started; y copies https://example.org/link/2")
        await seen.press("y")
        await seen.wait_for("Sent to the terminal's clipboard: https://example.org/link/2")
        assert seen.app.clipboard == "https://example.org/link/2"
        await seen.press("h", "o")
        await seen.wait_for("No browser could be started; y copies the address")


async def test_y_copies_the_selection_before_a_link_and_a_link_before_the_article(
    open_app: Any, library: Any
) -> None:
    async with open_app(library, (160, 30), Settings(keys=MappingProxyType({"copy_link_address": "f12"}))) as seen:
        await opened(seen, links(30), Paragraph((Span(PROSE),)))
        await click(seen, *at(seen, "bamboo"), 2)
        await seen.press("4", "y")
        await seen.wait_for("Sent to the terminal's clipboard: bamboo")
        await seen.press("J", "K")
        await seen.wait_for("bamboo")
        await seen.press("4", "y")
        await seen.wait_for("Sent to the terminal's clipboard: https://example.org/link/4")
        await seen.press("5", "f12")
        await seen.until(lambda: seen.app.clipboard == "https://example.org/link/5")
        await seen.press("J", "K")
        await seen.wait_for("bamboo")
        await seen.press("y")
        await seen.wait_for("Sent to the terminal's clipboard: https://example.org/2")
        await seen.press("f12")
        await seen.wait_for("Now type the number of the link")
        await seen.press("6", "enter")
        await seen.wait_for("Sent to the terminal's clipboard: https://example.org/link/6")
        assert library.followed == []


async def test_v_selects_lines_which_moves_extend_and_y_copies(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 20)) as seen:
        await seen.press("tab", "V")
        await seen.wait_for("No article is open")
        await seen.press("shift+tab")
        await opened(
            seen,
            Paragraph((Span(PROSE),)),
            Heading(2, (Span("Code"),)),
            Code(CODE, "python"),
            *(Paragraph((Span(f"Paragraph {n}."),)) for n in range(40)),
        )
        reader = seen.state.reader
        await seen.press("V")
        await seen.wait_for("Select lines: y copies, Y other forms, Esc ends")
        await seen.press("j", "j", "j", "V", "j", "j", "j", "y")
        await seen.until(lambda: seen.app.clipboard == f"{PROSE}\n\nCode")
        assert not reader.selection.is_by_keys
        assert reader.scroll_offset.y == 0
        await seen.press("V", "right_curly_bracket", "V", "G", "escape")
        assert not reader.selection.is_by_keys
        assert seen.app.focused.id == "reader"
        assert "Paragraph 39." in seen.text


async def test_lines_are_selected_and_copied_in_one_burst_of_keys(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 20)) as seen:
        await opened(seen, Paragraph((Span(PROSE),)))
        for key in "Vjjjjjy":
            seen.app.post_message(events.Key(key, key))
        await seen.until(lambda: seen.app.clipboard.endswith(PROSE))


async def test_shift_y_offers_other_forms(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 24)) as seen:
        await seen.press("j", "Y")
        await seen.wait_for("Copy as")
        assert "Markdown link" in seen.text
        await seen.press("enter")
        await seen.wait_for("clipboard: 桜が満開 2")
        assert seen.app.clipboard == "桜が満開 2\nhttps://example.org/2"
        await seen.press("k")
        await opened(seen, Paragraph((Span(PROSE),)), Code(CODE), Paragraph((Span("End."),)))
        await seen.press("Y", "3")
        await seen.until(
            lambda: seen.app.clipboard.startswith(f"> {PROSE}\n\n— Ada Writer, “桜が満開 2”, example.org, ")
        )
        await seen.press("Y", "j", "j", "j", "enter")
        await seen.until(lambda: f"{PROSE}\n\n{CODE}\n\nEnd." in seen.app.clipboard)
        await click(seen, *at(seen, "bamboo"), 2)
        await seen.press("Y", "4")
        await seen.until(lambda: seen.app.clipboard == "bamboo")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes programs that write what they are given to a file of their name; `works` says whether they succeed."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    def make(name: str, script: str) -> Path:
        tool = tmp_path / name
        tool.write_text(f"#!/bin/sh\n{script}\n")
        tool.chmod(0o755)
        return tmp_path / f"{name}.got"

    return make


def test_a_text_is_in_the_clipboard_where_a_program_says_so(tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    got = tools("xclip", 'cat > "$0.got"')
    assert copy("Đà Nẵng", run) is Clipboard.TERMINAL
    monkeypatch.setenv("DISPLAY", ":7")
    assert copy("Đà Nẵng", run) is Clipboard.SYSTEM
    assert got.read_text() == "Đà Nẵng"


def test_a_program_that_fails_is_not_believed(tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tools("xclip", "exit 1")
    tools("wl-copy", "exit 1")
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert copy("text", run) is Clipboard.TERMINAL


@pytest.mark.parametrize(
    "script", ['cat > "$0.got"', '[ "$2" = -w ] && exit 1; cat > "$0.got"'], ids=["new", "old"]
)
def test_tmux_is_told_whatever_its_age(tools: Any, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    got = tools("tmux", script)
    monkeypatch.setenv("TMUX", "/sockets/tmux,1,0")
    assert copy("text", run) is Clipboard.TMUX
    assert got.read_text() == "text"


def test_a_link_that_was_opened_a_while_ago_is_not_the_one_to_copy() -> None:
    now = [100.0]
    link = NamedLink(clock=lambda: now[0])
    link.name(3, "https://a.example/")
    assert link.of(3) == "https://a.example/"
    assert link.of(4) is None
    now[0] += NAMED_SECONDS
    assert link.of(3) is None
    link.name(3, "https://b.example/")
    assert link.of(3) == "https://b.example/"
