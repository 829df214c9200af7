"""Adding: what Enter takes, and what may be pasted."""

from itertools import product
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from tuinews.catalogue import for_language
from tuinews.language import own_language
from tuinews.ui.screens.overlays.adding.offers import AddressesOffer, AddressOffer
from tuinews.ui.screens.overlays.adding.rows import offers
from tuinews.ui.screens.overlays.adding.typed_addresses import joined_lines, typed_addresses
from tuinews.ui.widgets.fields.choices import Choice

FIRST = for_language(own_language())[0]


def addresses(rows: list[Choice]) -> list[str]:
    return [row.value.address for row in rows if isinstance(row.value, AddressOffer)]


async def test_an_address_typed_after_a_mark_is_what_enter_adds(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a", "tab")
        await seen.wait_for("1 source marked; Enter adds it")
        await seen.type("news.example/big.xml")
        await seen.wait_for("Add https://news.example/big.xml")
        assert f"✓ {FIRST.name}" in seen.text
        await seen.press("enter")
        await seen.until(lambda: library.added == ["https://news.example/big.xml"])
        await seen.wait_for(" added: feed, 1 article")
        assert [source.title for source in library.all_sources.values()][3:] == ["https://news.example/big.xml"]
        await seen.wait_for("1 source is still marked; Enter adds it")
        await seen.press("enter")
        await seen.until(lambda: FIRST.name in [source.title for source in library.all_sources.values()])
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_a_name_typed_after_a_mark_is_what_enter_adds(open_app: Any, library: Any) -> None:
    other = next(one for one in for_language(own_language())[3:] if one.lang != FIRST.lang)
    async with open_app(library) as seen:
        await seen.press("a", "tab")
        await seen.type(other.name)
        await seen.press("enter")
        await seen.wait_for("1 source is still marked; Enter adds it")
        assert [source.title for source in library.all_sources.values()][3:] == [other.name]
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)
        await seen.until(lambda: library.refreshes[-1] == (None, True))


async def test_a_row_that_the_cursor_went_to_after_a_mark_is_what_enter_adds(open_app: Any, library: Any) -> None:
    second, third = for_language(own_language())[1:3]
    async with open_app(library) as seen:
        await seen.press("a", "tab", "down")
        await seen.wait_for(f"Enter adds {third.name}; 1 source stays marked")
        await seen.press("up", "up")
        await seen.wait_for("1 source marked; Enter adds it")
        await seen.press("down", "enter")
        await seen.wait_for("1 source is still marked")
        assert [source.title for source in library.all_sources.values()][3:] == [second.name]


COPIED = [
    "\nhttps://news.example/titles.xml",
    "\r\n\r\n  https://news.example/titles.xml \t\n",
    "<https://news.example/titles.xml>\n",
    "feed:https://news.example/titles.xml",
    "feed://news.example/titles.xml\n",
    "https://news.example/tit\nles.xml",
    "https://news.exa\nmple/tit\nles.xml\n",
    "<https://news.example/\ntitles.xml>",
    "\tRead this: https://news.example/titles.xml\n",
    "(https://news.example/titles.xml),",
    "<https://news.example/titles.xml>,\n",
    "Xem «https://news.example/titles.xml».",
    "新しい「https://news.example/titles.xml」です。 ",
    "[the feed](https://news.example/titles.xml)",
    "اقرأ “https://news.example/titles.xml”، غدا",
]


async def test_one_address_however_it_was_copied(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for pasted in COPIED:
            with seen.case(pasted):
                library.added.clear()
                await seen.press("a")
                await seen.paste(pasted, "Add https://news.example/titles.xml")
                assert seen.text.count("Add https://") == 1
                await seen.press("enter")
                await seen.until(lambda: library.added == ["https://news.example/titles.xml"])
                await seen.until(lambda: len(seen.app.screen_stack) == 1, "the screen")


async def test_an_address_on_two_lines_is_said_to_be_joined(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("https://news.example/tit\nles.xml", "were joined into one address")


TWO_COPIED = [
    "https://a.example/rss\nhttps://b.example/rss",
    "  https://a.example/rss\t\r\n\r\n<https://b.example/rss>\n",
    "a.example/rss\nb.example/rss\n",
    "https://a.example/rss https://b.example/rss",
    "https://a.example/rss\nb.example/rss",
    "Two papers:\nhttps://a.example/rss\tone\nhttps://b.example/rss\ttwo",
]


async def test_two_addresses_are_both_offered_and_both_added(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for pasted in TWO_COPIED:
            with seen.case(pasted):
                library.added.clear()
                assert "2 sources added" not in seen.text
                await seen.press("a")
                await seen.paste(pasted, "Add these 2 addresses")
                assert "Add https://a.example/rss" in seen.text
                assert "Add https://b.example/rss" in seen.text
                await seen.press("enter")
                await seen.until(lambda: library.added == ["https://a.example/rss", "https://b.example/rss"])
                await seen.wait_for("2 sources added")
                await seen.until(lambda: len(seen.app.screen_stack) == 1, "the screen")


async def test_of_two_addresses_the_one_that_fails_stays_and_says_why(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("https://nothing.example/\nhttps://b.example/rss", "Add these 2 addresses")
        await seen.press("enter")
        await seen.wait_for("no list of articles was found there")
        assert "Add https://nothing.example/" in seen.text
        assert "1 source added" in seen.text
        assert library.added[1] == "https://b.example/rss"
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_a_long_list_may_be_pasted(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("\n".join(f"https://example.org/{n}" for n in range(40)), "The list contains 40 sources.")
        assert len(library.all_sources) == 3
        await seen.press("enter")
        await seen.wait_for("40 sources added")


@pytest.mark.parametrize("keys", [("down",), ("down", "up"), ("pagedown", "tab")])
async def test_a_list_that_asks_stays_what_enter_adds_whatever_is_pressed_before(
    open_app: Any, library: Any, keys: tuple[str, ...]
) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("\n".join(f"https://example.org/{n}" for n in range(40)), "The list contains 40 sources.")
        await seen.press(*keys)
        assert "Add all 40 sources of the list" in seen.text
        await seen.press("enter")
        await seen.wait_for("40 sources added")


async def test_a_source_marked_before_a_list_came_is_not_the_list(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.until(lambda: FIRST.name in seen.text)
        await seen.press("tab")
        await seen.paste("\n".join(f"https://example.org/{n}" for n in range(40)), "The list contains 40 sources.")
        await seen.press("down", "enter")
        await seen.wait_for("1 source added")
        assert len(library.all_sources) == 4
        await seen.press("escape")


async def test_what_is_typed_after_a_list_is_what_enter_adds(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("\n".join(f"https://example.org/{n}" for n in range(40)), "The list contains 40 sources.")
        await seen.type("news.example/rss")
        await seen.wait_for("Add https://news.example/rss")
        await seen.press("enter")
        await seen.until(lambda: library.added == ["https://news.example/rss"])


async def test_an_opml_document_may_be_pasted(open_app: Any, library: Any) -> None:
    starts = ("", '<?xml version="1.0"?>', "\ufeff", " <!-- mine -->")
    async with open_app(library) as seen:
        for start, gap in product(starts, ("\n", "", "\r\n  ")):
            outline = f'<outline text="Ada" {gap}xmlUrl="https://ada.example/feed"/>'
            with seen.case((start, gap)):
                assert "1 source added" not in seen.text
                await seen.press("a")
                pasted = f"{start}<opml><body>{gap}{outline}{gap}</body></opml>"
                await seen.paste(pasted, "The list contains 1 source.")
                await seen.press("enter")
                await seen.wait_for("1 source added")
                await seen.until(lambda: len(seen.app.screen_stack) == 1, "the screen")


NOTHING_TO_ADD = {
    "long": ("x" * 10_000_000, "is too long; save it to a file and type the file's name"),
    "long lines": ("no\nlist " * 1_000_000, "is too long; save it to a file and type the file's name"),
    "word": ("x" * 100_000, "neither an address nor a list of sources"),
    "lines": ("no\nlist " * 1_000, "neither an address nor a list of sources"),
    "a feed": ("<rss>\n" + "<item/>\n" * 1_000, "this is neither OPML nor a list of addresses"),
}


async def test_a_paste_that_is_nothing_to_add_is_said(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for name, (pasted, words) in NOTHING_TO_ADD.items():
            with seen.case(name):
                assert words not in seen.text
                await seen.press("a")
                await seen.paste(pasted, words)
                await seen.press("enter", "enter")
                await seen.settle()
                assert words in seen.text
                assert len(library.all_sources) == 3, "Enter was meant for what was pasted, not for the catalogue"
                await seen.type("news.example")
                await seen.wait_for("Add https://news.example/")
                await seen.press("escape")
                await seen.until(lambda: "Add https" not in seen.text, "closed")


async def test_enter_right_after_a_pasted_list_adds_nothing_else(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.until(lambda: isinstance(seen.app.focused, Input))
        lines = "\n".join(f"https://n{number}.example/rss" for number in range(20_000))
        seen.app.post_message(events.Paste(lines))
        seen.app.simulate_key("enter")
        await seen.wait_for("The list contains 20,000 sources.")
        assert len(library.all_sources) == 3
        await seen.press("down", "up", "enter")
        await seen.wait_for("20,000 sources added")


async def test_a_key_that_moves_after_a_refused_paste_chooses_again(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("a")
        await seen.paste("x" * 100_000, "neither an address nor a list of sources")
        await seen.press("down", "enter")
        await seen.until(lambda: len(library.all_sources) == 4, "a source of the catalogue")


def test_lines_are_joined_only_where_an_address_goes_on() -> None:
    assert joined_lines("https://a.example/x\nyz.html") == ["https://a.example/xyz.html"]
    assert joined_lines("https://a.example/x\nwww.b.example") == ["https://a.example/x", "www.b.example"]
    assert joined_lines("https://tuoi\ntre.vn/rss") == ["https://tuoitre.vn/rss"]
    assert joined_lines("http://127.0.0.1:8765/\nbig.xml") == ["http://127.0.0.1:8765/big.xml"]
    assert joined_lines("http://localhost\n:8765/big.xml") == ["http://localhost:8765/big.xml"]
    assert joined_lines("Tuổi Trẻ\nBáo") == ["Tuổi Trẻ", "Báo"]


@pytest.mark.parametrize(
    "address",
    [
        "https://en.example/wiki/Storm_(river)",
        "https://a.example/x?q=a,b;c",
        "https://a.example/it's",
        "https://[::1]:8080/rss",
        "https://[::1]/",
    ],
)
def test_what_belongs_to_an_address_stays_in_it(address: str) -> None:
    assert typed_addresses(address) == [address]
    assert typed_addresses(f"see ({address}), now") == [address]


def test_what_is_typed_with_blanks_is_a_name_unless_it_holds_addresses() -> None:
    assert addresses(offers("tuoi tre.vn", ())) == []
    assert addresses(offers("at http://a.example/b now", ())) == ["http://a.example/b"]
    both = offers("a.example b.example", ())
    assert both[0].value == AddressesOffer(("https://a.example/", "https://b.example/"))
