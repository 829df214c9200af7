"""Wide tables and code in the reader: scrolled by the arrows, found, selected and clicked where they stand."""

from dataclasses import replace
from typing import Any

from textual import events

from tuinews.model.document import Code, Document, Paragraph, Span, Table
from tuinews.typeset.cells import width

LONG = "names = [" + ", ".join(f"'tên {n}'" for n in range(30)) + ", 'needle']"
NEEDLE = Span("needle here", href="https://example.org/needle")


def wide_table() -> Table:
    header = tuple((Span(f"Column {n}"),) for n in range(9))
    return Table(header, ((*((Span(f"row {n} cell"),) for n in range(8)), (NEEDLE,)),))


async def test_what_is_wide_scrolls_sideways_by_itself(open_app: Any, library: Any) -> None:
    blocks = (Code(LONG), Paragraph((Span("Between."),)), wide_table())
    library.kept[2] = replace(library.kept[2], document=Document(blocks))
    async with open_app(library, (120, 30)) as seen:
        await seen.press("j", "right")
        await seen.wait_for("names = [")
        assert seen.app.focused.id == "reader"
        lines = seen.text.splitlines()
        code = next(n for n, line in enumerate(lines) if "names = [" in line)
        assert lines[code].rstrip().endswith("›")
        assert not any("tên 9" in line for line in lines)
        assert all(width(line) <= 120 for line in lines)

        await seen.press("right")
        await seen.until(lambda: "Column 0" in seen.text and "names = [" not in seen.text)
        assert "‹" in seen.text.splitlines()[code]
        assert "Column 1" not in seen.text
        await seen.press(*["right"] * 30)
        await seen.until(lambda: "'needle']" in seen.text)
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "'needle']" in line)
        column = seen.text.splitlines()[row].index("needle']")
        for kind in (events.MouseDown, events.MouseUp) * 2:
            seen.app.post_message(kind(None, column + 1, row, 0, 0, 1, False, False, False, column + 1, row))
        await seen.settle()
        await seen.press("y")
        await seen.wait_for("clipboard: needle")
        assert seen.app.clipboard == "needle"
        await seen.press("semicolon")
        await seen.wait_for("https://example.org/needle (Enter opens")
        assert "feedle here" in seen.text
        await seen.press("escape")

        await seen.press(*["left"] * 30)
        assert seen.app.focused.id == "reader"
        assert "names = [" in seen.text
        await seen.press("semicolon")
        await seen.wait_for("There are no links in sight")
        await seen.press("slash", *"needle", "enter")
        await seen.wait_for("Match 1/2")
        await seen.until(lambda: "'needle" in seen.text)
        await seen.press("escape", "V", "G", "y")
        await seen.until(lambda: LONG in seen.app.clipboard)
        assert "Column 0\tColumn 1" in seen.app.clipboard
