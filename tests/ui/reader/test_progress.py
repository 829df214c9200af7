"""How far one has come in an article, where it ends, and what comes next."""

from dataclasses import replace
from typing import Any

from tuinews.model.document import Document, Paragraph, Span


async def test_the_title_says_how_long_it_takes_and_how_far_one_is(open_app: Any, library: Any) -> None:
    text = tuple(Paragraph((Span("Some words about the harbour and its boats. " * 12),)) for n in range(20))
    library.kept[2] = replace(library.kept[2], document=Document(text))
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("10 min")
        assert "min left" not in seen.text
        await seen.press("space")
        await seen.wait_for(" % · ")
        assert "min left" in seen.text
        await seen.press("G")
        await seen.wait_for("100 %")
        await seen.press("g", "g")
        await seen.wait_for("10 min")


async def test_the_end_shows_what_space_opens(open_app: Any, library: Any) -> None:
    library.entries[5] = replace(library.entries[5], title="What comes next is named in whole here")
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("V", "G", "y")
        await seen.until(lambda: "Paragraph 39" in seen.app.clipboard)
        assert "Next:" not in seen.app.clipboard
        await seen.press("G")
        await seen.wait_for("Next: What comes next is named in whole here")
        assert "The Record · 5h · Space opens it" in seen.text
        assert any(line.rstrip().endswith("■") for line in seen.text.splitlines())
        await seen.press("j", "slash", *"Next:", "enter")
        await seen.wait_for("is not in this article")
        await seen.press("escape", "G")
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "Next: What" in line)
        column = seen.text.splitlines()[row].index("What comes")
        await seen.pilot.click(offset=(column + 2, row))
        await seen.until(lambda: seen.state.open_id == 5)


async def test_the_end_says_where_nothing_is_unread(open_app: Any, many: Any) -> None:
    for number in many.entries:
        many.entries[number] = replace(many.entries[number], read=number != 150)
    async with open_app(many) as seen:
        await seen.press("enter")
        await seen.wait_for("Next: Entry 150")
        await seen.press("space")
        await seen.until(lambda: seen.state.open_id == 150)
        await seen.wait_for("No unread articles here")
