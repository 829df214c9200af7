"""Nothing is lost inside a source: which entries of its answers are the same, and which are another."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tuinews.model.entry import Enclosure, Entry
from tuinews.model.view import Filter, View
from tuinews.model.when import When

from ..conftest import NOON


def item(
    title: str,
    link: str | None = None,
    id: str = "",
    day: int | None = None,
    file: str | None = None,
    summary: str | None = None,
) -> Entry:
    published = None if day is None else When(NOON + timedelta(days=day - 30))
    files = (Enclosure(file),) if file else ()
    return Entry(id=id, title=title, url=link, summary=summary, published=published, enclosures=files)


def read_all(make: Any) -> None:
    make.store.set_read(list(make.store.entry_ids(View())), True)


def titles(make: Any, filter: Filter = Filter.ALL) -> list[str]:
    return sorted(make.titles(list(make.store.entry_ids(View(filter=filter)))))


PAGE = "https://tool.example/status"

APART = {
    "links with fragments": [item(f"v{n}", f"{PAGE}#v{n}", day=n) for n in (1, 2, 3)],
    "routes of a script": [item(f"n{n}", f"https://app.example/#/n/{n}") for n in (1, 2, 3)],
    "one link, no id": [item("cut", PAGE, day=2), item("back", PAGE, day=1)],
    "one link, no id, one title": [item("status", PAGE, day=2), item("status", PAGE, day=1)],
    "one id and one link": [item("first", PAGE, "N/A"), item("second", PAGE, "N/A")],
    "one id, links of their own": [item(f"n{n}", f"{PAGE}/{n}", "urn:x") for n in (1, 2, 3)],
    "one id, link and title": [item("report", PAGE, "x", day=n) for n in (1, 2)],
    "a title alone": [item("daily report", day=n) for n in (1, 2)],
    "a title and a file": [item("episode", file=f"https://cdn.example/{n}.mp3") for n in (1, 2)],
    "ids of their own, one link": [item("live", PAGE, f"live-{n}", day=n) for n in (1, 2)],
    "one link and title, words of their own": [item("by Ann", PAGE, summary=f"words {n}") for n in (1, 2, 3)],
    "a title alone, words of their own": [item("report", summary=f"{n} mm of rain") for n in (1, 2)],
    "the front page as link": [item(f"n{n}", "https://tool.example/", day=n) for n in (1, 2)],
}


@pytest.mark.parametrize("entries", APART.values(), ids=APART)
def test_entries_of_one_answer_that_differ_stay_apart_and_known(make: Any, entries: list[Entry]) -> None:
    source = make.source()
    assert len(make.listing(source, *entries)) == len(entries)
    read_all(make)

    assert make.listing(source, *entries) == []
    assert make.listing(source, *reversed(entries)) == []
    for entry in entries:  # the others have left the feed
        assert make.listing(source, entry) == [], entry
    assert titles(make) == sorted(entry.title for entry in entries)
    assert titles(make, Filter.UNREAD) == []


@pytest.mark.parametrize("entries", APART.values(), ids=APART)
def test_what_was_listed_alone_stays_known_beside_others_that_share_its_id(
    make: Any, entries: list[Entry]
) -> None:
    source = make.source()
    for known in range(1, len(entries) + 1):  # each refresh brings one more on top
        make.listing(source, *reversed(entries[:known]))
        read_all(make)
    assert titles(make) == sorted(entry.title for entry in entries)


def test_a_title_that_is_mended_among_entries_of_one_id_makes_no_new_entry(make: Any) -> None:
    source = make.source()
    listed = [item(f"report {n}", PAGE, "x", day=n) for n in (1, 2, 3)]
    make.listing(source, *listed)
    listed[1] = replace(listed[1], title="report 2, corrected")
    assert make.listing(source, *listed) == []
    assert titles(make) == ["report 1", "report 2, corrected", "report 3"]


def test_articles_that_get_other_addresses_are_the_same(make: Any) -> None:
    source = make.source()
    listed = [item(f"news {n}", f"https://old.example/2026/{n}", f"old-{n}", day=n) for n in (1, 2)]
    make.listing(source, *listed)
    moved = [item(f"news {n}", f"https://new.example/{n}?r={n}", f"new-{n}", day=n) for n in (1, 2, 3)]
    assert len(make.listing(source, *moved)) == 1
    assert make.listing(source, *moved) == []
    assert titles(make) == ["news 1", "news 2", "news 3"]


def test_of_one_title_and_one_moment_several_are_several(make: Any) -> None:
    source = make.source()
    make.listing(source, *(item("document", f"{PAGE}/{n}", str(n), day=1) for n in (1, 2)))
    assert len(make.listing(source, *(item("document", f"{PAGE}/{n}", str(n), day=1) for n in (3, 4)))) == 2
    other = make.source("b")
    assert len(make.listing(other, item("document", f"{PAGE}/x", "x", day=1))) == 1


def test_an_id_that_goes_over_to_other_news_loses_none(make: Any) -> None:
    source = make.source()
    news = [item(title, f"{PAGE}/{title}", day=n) for n, title in enumerate(("flood", "election", "harvest"))]
    ids = ("1", "2", "3")  # counted anew in each answer, the newest first
    make.listing(source, *(replace(one, id=id) for id, one in zip(ids, news[1::-1], strict=False)))
    kept = {row.title: row.id for row in make.store.rows(list(make.store.entry_ids(View())))}
    assert len(make.listing(source, *(replace(one, id=id) for id, one in zip(ids, news[::-1], strict=True)))) == 1
    now = {row.title: row.id for row in make.store.rows(list(make.store.entry_ids(View())))}
    assert now == kept | {"harvest": now["harvest"]}
    assert make.listing(source, *(replace(one, id=id) for id, one in zip(ids, news[::-1], strict=True))) == []

    mended = item("floods", f"{PAGE}/floods", "3", day=9)
    assert make.listing(source, mended) == []
    assert titles(make) == ["election", "floods", "harvest"]


def test_an_id_that_stood_at_several_entries_identifies_none(make: Any) -> None:
    source = make.source()
    make.listing(source, item("one", PAGE, "x", day=1), item("two", PAGE, "x", day=2))
    for n, title in ((3, "three"), (4, "four")):
        assert len(make.listing(source, item(title, PAGE, "x", day=n))) == 1
    assert titles(make) == ["four", "one", "three", "two"]


def test_what_is_the_same_to_the_letter_is_one(make: Any) -> None:
    one = item("one", PAGE, "x", day=1)
    moved = replace(one, enclosures=(Enclosure("https://cdn2.example/a.mp3"),), summary="another")
    assert len(make.listing(make.source(), one, one, moved)) == 1


REUSED: dict[str, tuple[Entry, Entry]] = {
    "another id": (item("Player 1.0 is out", PAGE, "v1.0", day=1), item("Player 1.1 is out", PAGE, "v1.1", day=9)),
    "no dates": (item("Player 1.0 is out", PAGE, "v1.0"), item("Player 1.1 is out", PAGE, "v1.1")),
    "no ids": (item("Camera 7.8", PAGE, day=1), item("Camera 7.9", PAGE, day=9)),
    "fragments": (item("v1", f"{PAGE}#v1", day=1), item("v2", f"{PAGE}#v2", day=9)),
    "a title alone": (item("Daily report", day=1), item("Daily report", day=2)),
    "a title and a file": (
        item("Episode", file="https://c.example/1"),
        item("Episode", file="https://c.example/2"),
    ),
    "a version, no ids, no dates": (item("แอป 1.0", PAGE), item("แอป 1.1", PAGE)),
    "a number counted up, no ids, no dates": (item("Tập 4", PAGE), item("Tập 5", PAGE)),
    "a wholly other title, no ids, no dates": (
        item("Flood warning for the delta", PAGE),
        item("Parliament passes its budget", PAGE),
    ),
    "a wholly other title at an address of words": (
        item("Cảnh báo lũ ở miền Trung", "https://tool.example/tin-moi-nhat-hom-nay"),
        item("Quốc hội thông qua ngân sách", "https://tool.example/tin-moi-nhat-hom-nay"),
    ),
    "a wholly other title in ideographs": (item("台风登陆广东", PAGE), item("国会通过预算案", PAGE)),
    "an id of a place, no dates": (
        item("Flood warning for the delta", f"{PAGE}/flood", "top-1"),
        item("Parliament passes its budget", f"{PAGE}/budget", "top-1"),
    ),
    "a wholly other title, dated the first time": (
        item("Flood warning for the delta", PAGE, day=1),
        item("Parliament passes its budget", PAGE),
    ),
    "a place with an id of its own, dated": (
        item("Camera 7.8", PAGE, PAGE, day=1),
        item("Camera 7.9 Update", PAGE, PAGE, day=9),
    ),
    "a place with an id of its own, wholly other news": (
        item("Flood warning for the delta", PAGE, "top", day=1),
        item("Parliament passes its budget", PAGE, "top", day=9),
    ),
    "one title each day, ids by the day": (
        item("Photo of the day", PAGE, "2026-11-01", day=1, summary="A heron stands in the reeds at dawn."),
        item("Photo of the day", PAGE, "2026-11-02", day=2, summary="Two boys fly their kite over Osk."),
    ),
    "a file of a program": (
        item("E", file="https://c.example/get?id=1"),
        item("E", file="https://c.example/get?id=2"),
    ),
}


@pytest.mark.parametrize(("old", "new"), REUSED.values(), ids=REUSED)
def test_a_new_item_with_the_link_of_an_older_one_is_new(make: Any, old: Entry, new: Entry) -> None:
    source = make.source()
    make.listing(source, old)
    read_all(make)

    assert len(make.listing(source, new)) == 1
    assert titles(make, Filter.UNREAD) == [new.title]
    assert titles(make) == sorted([old.title, new.title])

    read_all(make)
    for answer in ([new], [new, old], [old], [new]):
        assert make.listing(source, *answer) == []
    assert titles(make) == sorted([old.title, new.title])


SAME: dict[str, tuple[Entry, Entry]] = {
    "another id": (item("Storm", PAGE, "1", day=1), item("Storm", PAGE, "guid-1", day=1)),
    "another id and date": (item("Storm", PAGE, "1", day=1), item("Storm", PAGE, "guid-1", day=2)),
    "another id, the title mended": (item("Strom", PAGE, "1", day=1), item("Storm", PAGE, "guid-1", day=1)),
    "an id where none was": (item("Storm", PAGE, day=1), item("Storm", PAGE, "1", day=1)),
    "the title mended": (item("Strom", PAGE, "1", day=1), item("Storm", PAGE, "1", day=2)),
    "the title mended, no ids": (item("Strom", PAGE, day=1), item("Storm", PAGE, day=1)),
    "the title mended, no ids, no dates": (item("Strom", PAGE), item("Storm", PAGE)),
    "a rewritten title, no ids, no dates": (
        item("Flood warning for the delta", PAGE),
        item("Delta: flood drives thousands from home", PAGE),
    ),
    "an id at another address, no dates": (
        item("Flood warning for the delta", f"{PAGE}/flood", "4812345"),
        item("Flood warning for the delta lifted", f"{PAGE}/flood-lifted", "4812345"),
    ),
    "an id with another title, no dates": (
        item("Flood warning for the delta", f"{PAGE}/flood", "4812345"),
        item("Parliament passes its budget", f"{PAGE}/flood", "4812345"),
    ),
    "another title of a numbered article": (
        item("Flood warning for the delta", f"{PAGE}/4812345.html"),
        item("Thousands leave their homes", f"{PAGE}/4812345.html"),
    ),
    "another title of an article by its code": (
        item("Flood warning for the delta", f"{PAGE}/x-5f3a9c01b2"),
        item("Thousands leave their homes", f"{PAGE}/x-5f3a9c01b2"),
    ),
    "another title of an article that its address names": (
        item("Cảnh báo lũ ở miền Trung", f"{PAGE}/canh-bao-lu-o-mien-trung"),
        item("Hàng nghìn người phải sơ tán", f"{PAGE}/canh-bao-lu-o-mien-trung"),
    ),
    "another title with the same words below": (
        item("Flood warning for the delta", PAGE, summary="It rained for 3 days."),
        item("Thousands leave their homes", PAGE, summary="It rained for 3 days."),
    ),
    "an id with another title, dated anew": (
        item("Flood warning for the delta", f"{PAGE}/4812345.html", "4812345", day=1),
        item("Thousands leave their homes", f"{PAGE}/4812345.html", "4812345", day=2),
    ),
    "an id of a place, its headline going on": (
        item("Storm: 5 dead", PAGE, "live", day=1),
        item("Storm: 17 dead, roads cut off", PAGE, "live", day=2),
    ),
    "another id and date, the text gone on": (
        item("Storm", PAGE, "1", day=1, summary="It rained for three days in the delta."),
        item("Storm", PAGE, "guid-1", day=2, summary="It rained for four days in the delta now."),
    ),
    "another id and date at its own address": (
        item("Storm over Osk", f"{PAGE}/storm-over-osk", "1", day=1, summary="It rained for three days."),
        item("Storm over Osk", f"{PAGE}/storm-over-osk", "2", day=2, summary="Nobody was hurt at sea."),
    ),
    "as many as are known by now, no ids, no dates": (item("Storm: 5 dead", PAGE), item("Storm: 7 dead", PAGE)),
    "a file that is signed anew": (
        item("Storm", file="https://c.example/1.mp3?sig=a"),
        item("Storm", file="https://c.example/1.mp3?sig=b"),
    ),
    "another session": (
        item("Storm", f"{PAGE}/1;jsessionid=0A1B2C", day=1),
        item("Storm, again", f"{PAGE}/1;jsessionid=99FF", day=1),
    ),
    "another session in the query": (
        item("Storm", f"{PAGE}?id=1&PHPSESSID=abc"),
        item("Storm!", f"{PAGE}?PHPSESSID=def&id=1"),
    ),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_an_item_is_the_older_one_where_title_or_date_say_so(make: Any, old: Entry, new: Entry) -> None:
    source = make.source()
    make.listing(source, old)
    read_all(make)

    assert make.listing(source, new) == []
    assert titles(make) == [new.title]
    assert titles(make, Filter.UNREAD) == []


def test_the_same_link_still_in_the_feed_is_another_item_whatever_its_title(make: Any) -> None:
    source = make.source()
    one = item("Links of the week", PAGE, "1", day=1)
    make.listing(source, one)
    assert len(make.listing(source, item("Links of the week", PAGE, "2", day=8), one)) == 1


def test_an_address_goes_to_the_newest_item_that_has_it(make: Any) -> None:
    source, other = make.source("one"), make.source("two")
    make.listing(source, item("1.0", PAGE, "v1.0", day=1))
    [newest] = make.listing(source, item("1.1", PAGE, "v1.1", day=9))

    assert make.store.find_entry(PAGE).id == newest
    assert make.listing(other, item("1.1 released", PAGE, "there", day=9)) == []
    assert make.titles([newest]) == ["1.1"]


def test_a_whole_feed_with_new_ids_stays_known(make: Any) -> None:
    source = make.source()

    def answer(ids: str) -> Sequence[Entry]:
        return [item(f"n{n % 3}", f"{PAGE}/{n}", f"{ids}{n}", day=None if n % 2 else 1) for n in range(9)]

    make.listing(source, *answer("http://"))
    assert make.listing(source, *answer("https://")) == []


def test_any_two_sources_list_what_they_list_once_and_lose_none_of_it(make: Any) -> None:
    chance = random.Random(7)

    def entry(host: str) -> Entry:
        links = (None, "", "#1", "?q=1", "#/r", ";jsessionid=1")
        link = chance.choice(links)
        found = item(
            chance.choice("xyzX"),
            None if link is None else f"https://{host}/p{link}",
            chance.choice(("", "", "a", "b")),
            chance.choice((None, 1, 2, 40)),
            chance.choice((None, "https://c.example/1", "https://c.example/2")),
        )
        return replace(found, updated=chance.choice((None, When(NOON))))

    for n in range(40):
        sources = [make.source(f"{name}{n}") for name in "ab"]
        pool = [entry(f"{n}.example") for _ in range(8)]
        for _ in range(8):
            source = chance.choice(sources)
            answer = [chance.choice(pool) for _ in range(chance.randrange(1, 6))]
            make.listing(source, *answer)
            assert make.listing(source, *answer) == [], answer
            apart = {(e.id, e.url, e.title, e.published or e.updated) for e in answer}
            assert make.store.source(source.id).total >= len(apart), answer
