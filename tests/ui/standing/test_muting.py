"""Mutes on the screen: what is offered of an article, for how long, what the list says, and the way back."""

from dataclasses import replace
from typing import Any

import pytest
from fake_rows import entry

from tuinews.ui.screens.overlays.standing.offers import mute_offers
from tuinews.ui.widgets.fields.choices import Choices
from tuinews.ui.words.standing.mutes import called


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Cầu Cần Thơ mở lại", ['title:"Cầu Cần Thơ"', 'title:"Cầu Cần"', 'title:"Cần Thơ"']),
        ("Storm hits New York and Hanoi", ['title:"New York"', "title:Hanoi", "title:Storm"]),
        ("地震", []),
        ("", []),
    ],
)
def test_names_of_a_title_are_offered_first(title: str, first: list[str]) -> None:
    offers = [offer.query for offer in mute_offers(entry(1, title))]
    assert offers[: len(first)] == first
    assert "source:1" in offers


def test_words_that_say_little_and_second_spellings_are_not_offered() -> None:
    row = entry(1, "One key, one meaning: the keys of the one who reads", url=None)
    titled = [offer.name for offer in mute_offers(row) if offer.query.startswith("title:")]
    assert titled == ["meaning", "keys", "reads"]
    twice = [offer.name for offer in mute_offers(entry(1, "Flood after flood: floods in Hanoi", url=None))]
    assert twice[:3] == ["Hanoi", "Flood", "floods"]


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        (
            "Đọc báo trong một cửa sổ dòng lệnh",
            ["Đọc báo", "cửa sổ", "sổ dòng", "dòng lệnh", "Đọc", "báo", "cửa", "dòng", "lệnh"],
        ),
        ("Giá vàng và của cải", ["Giá vàng", "Giá", "vàng", "cải"]),
        ("Đã mở cầu", ["mở cầu", "cầu"]),
    ],
)
def test_vietnamese_syllables_that_only_bind_others_are_not_offered(title: str, offered: list[str]) -> None:
    row = entry(1, title, url=None)
    assert [offer.name for offer in mute_offers(row) if offer.query.startswith("title:")] == offered


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("What does this mean for New York? How it works", ["New York", "mean", "York", "works"]),
        ("What This Means for the Subway", ["Subway", "Means"]),
        ("The New York Times says IT isn’t over", ["New York Times", "IT", "York"]),
        ("Trump says tariffs will go up again", ["Trump", "tariffs"]),
        ("प्रधानमंत्री ने नई योजना की घोषणा", ["प्रधानमंत्री", "योजना", "घोषणा"]),
        ("東京で桜が満開、コンビニも", ["東京", "満開", "コンビニ"]),
        ("Warum die Regierung nicht mehr zahlt", ["Regierung", "zahlt"]),
        ("Pourquoi les prix augmentent encore dans toute la France", ["France", "prix", "augmentent"]),
        ("Почему рубль может упасть", ["рубль", "упасть"]),
        ("Những người được nhận lương hưu", ["nhận lương", "lương hưu", "nhận", "lương", "hưu"]),
        ("Man City không còn được dự Champions League", ["Man City", "Champions League", "Man", "City"]),
        ("Hàng không mở lại, giá rẻ", ["giá rẻ", "Hàng không", "không mở", "mở lại", "Hàng", "giá"]),
    ],
)
def test_words_of_which_every_title_is_made_are_not_offered(title: str, offered: list[str]) -> None:
    row = entry(1, title, url=None)
    named = [offer.name for offer in mute_offers(row) if offer.query.startswith("title:")]
    assert named[: len(offered)] == offered
    assert not {"what", "does", "this", "how", "những", "được", "không"}.intersection(map(str.casefold, named))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("title:Hanoi", "“Hanoi” in the title"),
        ('title:"New York"', "“New York” in the title"),
        ('author:"Lan Anh"', "the author Lan Anh"),
        ("source:1", "the source Tuổi Trẻ"),
        ("source:9", "source:9"),
        ("site:a.example", "what is at a.example"),
        ("url:a.example/the-thao/", "what is at a.example/the-thao/"),
        ("title:a title:b", "title:a title:b"),
        ("flood -river", "flood -river"),
    ],
)
def test_a_mute_is_called_by_what_it_hides(query: str, words: str) -> None:
    assert called(query, {1: "Tuổi Trẻ"}) == words


async def test_the_sheet_says_its_keys_and_goes_back_a_step(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("x")
        await seen.wait_for("Enter mutes · Esc closes")
        await seen.press("enter")
        await seen.wait_for("Enter mutes for that long · Esc goes back")
        await seen.press("escape")
        await seen.wait_for("Enter mutes · Esc closes")
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the list")


async def test_a_source_is_muted_by_its_name(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("x")
        await seen.wait_for("the source")
        title = seen.state.target_row.source_title
        await seen.until(lambda: f"    {title} " in seen.text)
        while seen.app.screen.query_one(Choices).current != f"source:{seen.state.target_row.source_id}":
            await seen.press("down")
        await seen.press("enter", "enter")
        await seen.wait_for(f"the source {title}: ")


def test_author_source_and_parts_of_the_address_are_offered() -> None:
    row = entry(1, "", authors=("Lan Anh", 'A "B"'), url="https://www.a.example/the-thao/bong-da/tin.html")
    assert [offer.query for offer in mute_offers(row)] == [
        'author:"Lan Anh"',
        'author:"A  B "',
        "source:1",
        "url:a.example/the-thao/",
        "site:a.example",
    ]
    assert [offer.query for offer in mute_offers(entry(1, "", url=None))] == ["source:1"]
    with_port = entry(1, "", url="http://nas.example:8080/rss/a")
    assert [offer.query for offer in mute_offers(with_port)][1:] == [
        "url:nas.example:8080/rss/",
        "site:nas.example:8080",
    ]


async def test_a_word_is_muted_shown_and_heard_again(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        whole = len(seen.state.listed_entries.ids)
        title = seen.state.target_row.title
        await seen.press("x")
        await seen.wait_for("in the title")
        await seen.press("enter")
        await seen.wait_for("For how long?")
        await seen.press("enter")
        await seen.wait_for("muted; u undoes it")
        await seen.until(lambda: len(seen.state.listed_entries.ids) < whole, "a shorter list")
        gone = whole - len(seen.state.listed_entries.ids)
        await seen.wait_for(f"{gone} muted")
        await seen.press("slash")
        await seen.type(title)
        await seen.press("enter")
        await seen.until(lambda: seen.state.view.query == title and not seen.state.listed_entries.ids, "no hit")
        await seen.wait_for("1 muted")
        await seen.press("escape")
        await seen.until(lambda: seen.state.view.query is None, "the list")
        await seen.press("X")
        await seen.until(lambda: len(seen.state.listed_entries.ids) == gone and seen.state.view.query, "the muted")
        await seen.press("x")
        await seen.wait_for("No longer mute “")
        await seen.press("escape", "escape", "u")
        await seen.until(lambda: len(seen.state.listed_entries.ids) == whole, f"{title} again")


async def test_an_article_is_tagged_with_completion_and_the_tags_stand_in_its_row(
    open_app: Any, library: Any
) -> None:
    library.entries[3] = replace(library.entries[3], tags=("sông nước",))
    async with open_app(library, (80, 24)) as seen:
        here = seen.state.entry_list.current
        await seen.press("T")
        await seen.wait_for("Tags:")
        await seen.type("vàng, s")
        await seen.press("tab", "enter")
        await seen.wait_for("Tags saved; u undoes it")
        assert library.entries[here].tags == ("vàng", "sông nước")
        await seen.wait_for("#vàng")
        await seen.press("T")
        await seen.wait_for("Tags: vàng, sông nước,")
        await seen.type("đò")
        await seen.press("enter")
        await seen.until(lambda: library.entries[here].tags == ("vàng", "sông nước", "đò"), "a third beside them")
        await seen.press("u")
        await seen.until(lambda: library.entries[here].tags == ("vàng", "sông nước"), "two again")
        await seen.press("enter")
        await seen.until(lambda: seen.state.query_one("#reader-title").title.endswith("#vàng #sông nước"), "tags")
        await seen.press("h")
        await seen.press("u")
        await seen.until(lambda: library.entries[here].tags == (), "no tags")


async def test_a_minus_takes_a_tag_from_one_article_as_from_several(open_app: Any, library: Any) -> None:
    library.entries[1] = replace(library.entries[1], tags=("vàng", "cũ", "a-b"))
    async with open_app(library, (80, 24)) as seen:
        await seen.press("T")
        await seen.wait_for("Tags: vàng, cũ, a-b,")
        await seen.type("đò, -#Cũ, -nothere, -")
        await seen.press("enter")
        await seen.until(lambda: library.entries[1].tags == ("vàng", "a-b", "đò"), "one gone, one come")
