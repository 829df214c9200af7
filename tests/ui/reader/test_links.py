"""Links in the reader: followed by number, by letters over them and by a click; back and forth; footnotes."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from tuinews.model.document import Document, Footnote, Paragraph, Span
from tuinews.settings import Settings
from tuinews.ui.screens.reading_history import HistoryEntry

LINK = "https://example.org/link/"


def with_links(library: Any, *addresses: str) -> None:
    """The second article has these links, one a paragraph."""
    blocks = tuple(
        Paragraph((Span(f"word {n} "), Span(f"link {n}", href=address), Span(".")))
        for n, address in enumerate(addresses)
    )
    library.kept[2] = replace(library.kept[2], document=Document(blocks))


async def open_second(seen: Any, words: str) -> None:
    await seen.press("j", "enter")
    await seen.wait_for(words)
    await seen.settle()


async def test_a_number_shows_where_a_link_leads_and_then_opens_it_in_the_reader(
    open_app: Any, library: Any
) -> None:
    with_links(library, *(f"{LINK}{n}" for n in range(3)))
    async with open_app(library) as seen:
        await open_second(seen, "word 2")
        await seen.press("2")
        await seen.wait_for(f"Link 2: {LINK}1 (y copies, o opens the browser)")
        assert library.followed == []
        await seen.press("y")
        await seen.wait_for(f"clipboard: {LINK}1")
        await seen.press("2", "o")
        await seen.until(lambda: seen.browser.opened == [f"{LINK}1"])
        await seen.press("2", "escape")
        assert seen.app.focused.id == "reader"
        assert library.followed == []
        await seen.press("7")
        await seen.wait_for("There is no link 7; this article has 3")
        await seen.press("3", "enter")
        await seen.wait_for("Text of the page.")
        assert library.followed == [(f"{LINK}2", 2)]
        await seen.press("y")
        await seen.wait_for(f"clipboard: {LINK}2")
        await seen.press("h", "2")
        await seen.wait_for("Unread articles")


async def test_a_number_is_followed_when_no_further_digit_comes(open_app: Any, library: Any) -> None:
    with_links(library, *(f"{LINK}{n}" for n in range(1, 31)))
    async with open_app(library) as seen:
        await open_second(seen, "word 2")
        await seen.press("2", "5")
        await seen.wait_for("Text of the page.")
        assert library.followed == [(f"{LINK}25", 2)]


async def test_letters_over_the_links_choose_one(open_app: Any, library: Any) -> None:
    with_links(library, *(f"{LINK}{n}" for n in range(1, 4)))
    async with open_app(library) as seen:
        await seen.press("semicolon")
        await seen.wait_for("No article is open")
        await open_second(seen, "link 2")
        await seen.press("h", "semicolon")
        await seen.wait_for("fink 0")
        assert "jink 1" in seen.text
        assert f"{LINK}1 (Enter opens" in seen.status
        await seen.press("tab", "tab")
        await seen.wait_for(f"{LINK}3 (Enter opens")
        await seen.press("y")
        await seen.wait_for(f"clipboard: {LINK}3")
        assert "link 1" in seen.text
        await seen.press("semicolon", "J")
        await seen.until(lambda: seen.browser.opened == [f"{LINK}2"])
        await seen.press("semicolon", "escape")
        assert "link 1" in seen.text
        assert seen.app.focused.id == "reader"
        await seen.press("semicolon", "f")
        await seen.wait_for("Text of the page.")
        assert library.followed == [(f"{LINK}1", 2)]


async def test_history_goes_back_and_forward_over_links_and_articles(open_app: Any, library: Any) -> None:
    with_links(library, f"{LINK}1", *(f"{LINK}{n}" for n in range(2, 60)))
    async with open_app(library) as seen:
        await seen.press("H")
        await seen.wait_for("There is nothing to go back to")
        await open_second(seen, "link 1")
        await seen.press("space", "space")
        top = seen.state.reader.scroll_offset.y
        await seen.press("1", "enter")
        await seen.wait_for("Text of the page.")
        await seen.press("J")
        await seen.wait_for("Paragraph 1 of Gold 3")
        await seen.press("H")
        await seen.wait_for("Text of the page.")
        await seen.press("H")
        await seen.wait_for("word 30")
        await seen.until(lambda: 0 <= seen.state.reader.scroll_offset.y - top <= 1)
        assert seen.state.entry_list.current == 2
        await seen.press("L", "L")
        await seen.wait_for("Paragraph 1 of Gold 3")
        assert seen.state.entry_list.current == 3
        await seen.press("L")
        await seen.wait_for("There is nothing to go forward to")


async def test_a_list_is_offered_as_a_source(open_app: Any, library: Any) -> None:
    with_links(library, f"{LINK}section", f"{LINK}blog", "mailto:a@example.org", "https://example.org/2#part")
    async with open_app(library) as seen:
        await open_second(seen, "link 1")
        await seen.press("3", "enter")
        await seen.wait_for("Not opened, because this is not a web address: mailto:a@example.org")
        await seen.press("4", "enter")
        await seen.wait_for("This link leads to the article that is open")
        await seen.press("1", "enter")
        await seen.wait_for("This link leads to a list of 24 articles")
        await seen.press("escape")
        await seen.until(lambda: seen.app.focused.id == "reader")
        await seen.press("2", "enter")
        await seen.wait_for("This page also lists 24 articles; a adds it as a source")
        await seen.press("a")
        await seen.wait_for("Add A section")
        await seen.press("enter")
        await seen.until(lambda: library.added == [f"{LINK}blog"])
        await seen.wait_for("First of the new")


async def test_a_link_that_cannot_be_had_says_why_and_one_that_comes_late_does_not_interrupt(
    open_app: Any, library: Any
) -> None:
    with_links(library, f"{LINK}1")
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        await open_second(seen, "link 0")
        library.offline = True
        await seen.press("1", "enter")
        await seen.wait_for("no network")
        assert "word 0" in seen.text
        library.offline = False
        library.gate = asyncio.Event()
        await seen.press("1", "enter")
        await seen.wait_for(f"Opening {LINK}1…")
        await seen.press("J", "J")
        library.gate.set()
        await seen.wait_for("Storm")
        await seen.until(lambda: 2000 in library.entries)
        await seen.settle()
        assert seen.state.open_id != 2000


async def test_footnotes_are_gone_to_and_come_back_from(open_app: Any, library: Any) -> None:
    text = tuple(Paragraph((Span(f"Line {n}."),)) for n in range(40))
    mark = Paragraph(
        (Span("Said so"), Span("1", href="#fn-1"), Span(" and "), Span("2", href="#fn-lost"), Span("."))
    )
    note = Footnote("1", (Paragraph((Span("By whom."),)),))
    library.kept[2] = replace(library.kept[2], document=Document((*text, mark, *text, note)))
    async with open_app(library, settings=Settings()) as seen:
        await open_second(seen, "Line 1.")
        await seen.press("slash", *"Said", "enter")
        await seen.wait_for("Match 1/1")
        top = seen.state.reader.scroll_offset.y
        await seen.press("semicolon")
        await seen.wait_for("Footnote 1 (Tab: next link)")
        await seen.press("f")
        await seen.wait_for("By whom.")
        await seen.press("semicolon")
        await seen.wait_for("Footnote 1")
        await seen.press("f")
        await seen.wait_for("Said so")
        await seen.press("H")
        await seen.wait_for("By whom.")
        await seen.press("H")
        await seen.until(lambda: 0 <= seen.state.reader.scroll_offset.y - top <= 1)


async def test_a_link_under_the_mouse_says_where_it_leads(open_app: Any, library: Any) -> None:
    with_links(library, f"{LINK}1", f"{LINK}2")
    async with open_app(library) as seen:
        await open_second(seen, "link 1")
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "link 1" in line)
        column = seen.text.splitlines()[row].index("link 1")
        await seen.pilot.hover(offset=(column + 2, row))
        await seen.wait_for(f" {LINK}2 ")
        await seen.pilot.hover(offset=(column + 2, row + 1))
        await seen.until(lambda: LINK not in seen.status)


async def test_going_back_to_an_article_whose_source_was_removed_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await open_second(seen, "Paragraph 1 of")
        seen.state.history.leave(HistoryEntry(77, 0))
        await seen.press("H")
        await seen.wait_for("it is no longer in the library")
        await seen.press("L")
        await seen.wait_for("Paragraph 1 of")


@pytest.mark.parametrize("cells", [40, 50, 80, 100, 120])
@pytest.mark.parametrize("keys", [("1",), ("semicolon", "tab")])
async def test_of_a_long_address_enough_is_shown_before_the_keys_beside_it(
    open_app: Any, library: Any, cells: int, keys: tuple[str, ...]
) -> None:
    address = "https://paper.example.org/" + "a-long-way/" * 30
    with_links(library, address)
    async with open_app(library, (cells, 24)) as seen:
        await open_second(seen, "word 0")
        await seen.press(*keys)
        await seen.wait_for("https://paper")
        shown = seen.status.partition("https://")[2].partition("…")[0]
        assert address.startswith(f"https://{shown}")
        assert len(shown) >= min(36, cells - len("Link 1: 2/12") - 4) - len("https://…")
        assert ("browser)" in seen.status) is (cells >= 100)
