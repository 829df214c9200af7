"""Rules and mutes in their sheet, and what is done to all rows that are selected."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from fake_rows import entry

from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction
from tuinews.settings import Settings
from tuinews.ui.screens.overlays.standing.offers import common_offers


async def test_a_rule_is_tried_made_changed_and_removed(open_app: Any, library: Any) -> None:
    library.muted[9] = Mute(id=9, query="title:Bank")
    async with open_app(library, (100, 30)) as seen:
        await seen.press("M")
        await seen.wait_for("Rules and mutes")
        await seen.wait_for("hide: title:Bank")
        await seen.until(lambda: re.search("Bank +2 ", seen.text), "the count")
        await seen.press("a")
        await seen.wait_for("New rule")
        await seen.press("enter")
        await seen.wait_for("it is empty")
        await seen.type("title:Storm")
        await seen.wait_for("would affect 2 articles")
        assert library.ruled == {}
        await seen.press("tab", "right", "right", "enter")
        await seen.wait_for("the tag: it is empty")
        await seen.press("tab")
        await seen.type("gió")
        await seen.press("enter")
        await seen.wait_for("tag #gió: title:Storm")
        await seen.until(lambda: "hide: title:Bank" in seen.text, "the sheet with all of them")
        [made] = library.ruled.values()
        assert made == ArrivalRule(id=made.id, query="title:Storm", action=RuleAction.TAG, tag="gió")
        await seen.press("enter")
        await seen.wait_for("Change rule")
        await seen.press("tab", "left", "enter")
        await seen.wait_for("star: title:Storm")
        assert library.ruled[made.id].action is RuleAction.STAR
        await seen.press("D")
        await seen.until(lambda: library.ruled == {})
        await seen.wait_for("hide: title:Bank")
        await seen.press("D")
        await seen.wait_for("No rules and no mutes yet: a makes one · Esc closes")
        await seen.press("escape")
        await seen.wait_for("no longer has a rule; u undoes it")


async def test_a_narrow_sheet_says_all_its_keys(open_app: Any, library: Any) -> None:
    library.annotations.marked[2] = (Highlight(id=1, quotation=Quotation("Storm"), made=datetime.now(UTC)),)
    async with open_app(library, (40, 12)) as seen:
        await seen.press("M")
        await seen.wait_for("No rules and no mutes yet: a makes")
        await seen.press("escape")
        library.muted[9] = Mute(id=9, query="title:Bank")
        await seen.press("M")
        await seen.wait_for("D removes")
        await seen.wait_for("closes")
        await seen.press("escape", "C")
        await seen.wait_for("Highlights")
        await seen.wait_for("D removes")
        await seen.wait_for("closes")


async def test_all_that_are_selected_are_tagged(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await seen.press("V", "j", "j", "T")
        await seen.wait_for("Add tags (-tag removes):")
        await seen.type("sông, -cũ")
        await seen.press("enter")
        await seen.wait_for("Tags saved; u undoes it")
        assert [row.id for row in library.entries.values() if row.tags] == [1, 2, 3]
        assert not seen.state.selected
        await seen.press("u")
        await seen.until(lambda: not any(row.tags for row in library.entries.values()))


async def test_how_many_rows_are_selected_is_said_for_as_long_as_they_are(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30)) as seen:
        await seen.press("V")
        await seen.wait_for("1 selected: m marks it read")
        await seen.press("j", "j")
        await seen.until(lambda: "3 selected: m marks them read" in seen.status, "three")
        await seen.press("k")
        await seen.until(lambda: "2 selected" in seen.status, "two")
        await seen.press("l")
        await seen.until(lambda: "selected" not in seen.status, "a key means the article here")
        await seen.press("h")
        await seen.until(lambda: "2 selected" in seen.status, "and the rows here")
        await seen.press("m")
        await seen.until(lambda: "selected" not in seen.status, "they are marked")
        await seen.press("V", "j")
        await seen.until(lambda: "2 selected" in seen.status, "anew")
        await seen.press("escape")
        await seen.until(lambda: "selected" not in seen.status, "ended")
        await seen.press("V", "j", "V")
        await seen.until(lambda: "selected" not in seen.status, "ended by the same key")


async def test_who_hears_the_screen_is_not_told_a_number_at_each_step(open_app: Any, library: Any) -> None:
    async with open_app(library, (100, 30), Settings(screen_reader=True)) as seen:
        await seen.press("V")
        await seen.wait_for("Select rows with the cursor")
        before = seen.status
        await seen.press("j", "j")
        assert seen.state.selected
        assert seen.status == before


async def test_what_selected_rows_have_in_common_is_muted(open_app: Any, library: Any) -> None:
    for number in (1, 2):
        library.entries[number] = replace(library.entries[number], title=f"Giá vàng {number}")
    async with open_app(library, (100, 30)) as seen:
        await seen.press("V", "j", "x")
        await seen.wait_for("These 2 articles alone")
        assert "in the title" in seen.line("  vàng")
        assert "Tuổi Trẻ" not in seen.text
        await seen.press("enter")
        await seen.wait_for("For how long?")
        await seen.press("enter")
        await seen.wait_for("muted; u undoes it")
        assert [mute.query for mute in library.muted.values()] == ['title:"Giá vàng"']


def test_what_is_offered_of_several_holds_of_each() -> None:
    rows = [
        entry(1, "Mưa lớn ở Huế", 1, url="https://a.example/tin/1", authors=("Lan",)),
        entry(2, "Huế: nước lên", 1, url="https://a.example/tin/2"),
        entry(4, "Đường vào HUẾ", 1, url="https://a.example/anh/4"),
    ]
    queries = [offer.query for offer in common_offers(rows)]
    assert queries == ["title:Huế", "source:1", "site:a.example", "id:1-2,4"]
    assert [offer.query for offer in common_offers([entry(1, "a", 1, url=None), entry(3, "b", 2)])] == ["id:1,3"]
    many = [entry(n * 2 + 100_000, "Tin", 1) for n in range(200)]
    assert not any(offer.query.startswith("id:") for offer in common_offers(many))
