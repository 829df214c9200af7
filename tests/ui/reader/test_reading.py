"""Opening articles: from the library, from the wire, and when neither has them."""

import asyncio
from dataclasses import replace
from typing import Any

from tuinews.model.article import TextKind
from tuinews.model.document import Document, Paragraph, Span
from tuinews.settings import Settings


async def test_enter_opens_a_kept_article_and_marks_it_read(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        assert "Ada Writer" in seen.text
        assert "● 桜が満開 2" not in seen.text
        await seen.until(lambda: library.entries[2].read)
        await seen.wait_for("9 unread")


async def test_what_is_known_shows_at_once_and_the_text_follows(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("Summary of Bridge 1.")
        assert "fetching…" in seen.text
        library.gate.set()
        await seen.wait_for("Paragraph 1 of Bridge 1")
        assert "fetching…" not in seen.text
        await seen.wait_for("↓")


async def test_an_article_that_cannot_be_had_says_why_and_which_key_helps(open_app: Any, library: Any) -> None:
    del library.wire[1]
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("The full text could not be fetched")
        assert "404 Not Found" in seen.text
        assert "F tries again, o opens it in the browser" in " ".join(seen.text.split())
        assert "Summary of Bridge 1." in seen.text


async def test_without_a_network_it_says_so_and_since_when(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("enter")
        await seen.wait_for("There is no network, and this article is not saved.")
        assert "Offline since " in seen.status
        library.offline = False
        await seen.press("F")
        await seen.wait_for("Paragraph 1 of Bridge 1")
        assert "Offline since" not in seen.status


async def test_the_feeds_own_text_is_read_without_a_network_and_gives_way_to_its_page(
    open_app: Any, library: Any
) -> None:
    text = Document((Paragraph((Span("All of it, in the feed's own words."),)),))
    library.own_texts[1] = replace(library.wire[1], document=text, kind=TextKind.FEED)
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.offline = True
        await seen.press("enter")
        await seen.wait_for("the feed's own words")
        await seen.until(lambda: "fetching…" not in seen.text)
        assert "not saved" not in seen.text
        assert "There is no network" not in seen.text
        library.offline = False
        await seen.press("J", "K")
        await seen.wait_for("Paragraph 1 of Bridge 1")


async def test_f_fetches_again(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        new = replace(library.kept[2], title="The title is new")
        library.wire[2] = new
        await seen.press("F")
        await seen.wait_for("The title is new")
        assert library.kept[2] is new


async def test_j_and_k_go_from_article_to_article_from_any_pane(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of Gold 3")
        assert seen.app.focused.id == "entries"
        await seen.press("K")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("K", "K")
        await seen.wait_for("This is the first article")


async def test_n_and_p_go_to_unread_articles(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "n")
        await seen.wait_for("Paragraph 1 of Match 5")
        await seen.press("p")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")


async def test_n_goes_round_and_says_when_nothing_is_unread(open_app: Any, library: Any) -> None:
    for number in range(2, 13):
        library.entries[number] = replace(library.entries[number], read=True)
    async with open_app(library) as seen:
        await seen.press("j", "j", "n")
        await seen.wait_for("Paragraph 1 of Bridge 1")
        await seen.until(lambda: library.entries[1].read)
        await seen.press("n")
        await seen.wait_for("No unread articles here")


async def test_n_finds_the_unread_far_below_what_is_loaded(open_app: Any, many: Any) -> None:
    for number in range(1, 190):
        many.entries[number] = replace(many.entries[number], read=True)
    async with open_app(many) as seen:
        await seen.press("n")
        await seen.until(lambda: seen.state.open_id == 190 and "190/200" in seen.status)
        assert seen.status.startswith(" ")


async def test_space_reads_on_to_the_next_unread(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "space")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press(*["space"] * 4)
        await seen.wait_for("Paragraph 1 of Match 5")


async def test_reading_resumes_where_it_stopped(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("space", "J")
        await seen.until(lambda: library.places.get(2))
        await seen.press("K")
        await seen.wait_for("Paragraph 12 of 桜が満開 2")
        assert seen.state.reader.scroll_offset.y in (26, 27)


async def test_moving_on_ends_nothing_that_was_begun(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("fetching…")
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        assert "Paragraph 1 of Bridge 1" not in seen.text
        library.gate.set()
        await seen.settle()
        assert "Paragraph 1 of 桜が満開 2" in seen.text


async def test_opening_leaves_unread_where_the_settings_say_so(open_app: Any, library: Any) -> None:
    library.marks_opened = False
    async with open_app(library, settings=Settings(mark_read_on_open=False)) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        assert "● 桜が満開 2" in seen.text


async def test_text_is_selected_with_the_mouse_and_copied_as_paragraphs(open_app: Any, library: Any) -> None:
    long = "One long paragraph that the narrow pane breaks into several lines, which a reader wants to copy whole."
    library.kept[2] = replace(library.kept[2], document=Document((Paragraph((Span(long),)),)))
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("One long paragraph")
        lines = seen.text.splitlines()
        row = next(n for n, line in enumerate(lines) if "One long" in line)
        column = lines[row].index("One long")
        last = next(n for n, line in enumerate(lines) if "whole." in line)
        await seen.pilot.mouse_down(offset=(column, row))
        await seen.pilot.hover(offset=(column + 3, row))
        await seen.pilot.hover(offset=(lines[last].index("whole.") + 5, last))
        await seen.pilot.mouse_up(offset=(lines[last].index("whole.") + 5, last))
        await seen.press("ctrl+c")
        assert seen.app.clipboard.startswith(
            "One long paragraph that the narrow pane breaks into several lines, which a"
        )
