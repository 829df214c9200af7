"""What each piece of the query language finds, alone and with others."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import QueryError
from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.article import PageKind
from tuinews.model.entry import Enclosure
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.undo.changes import HighlightsChanged, NoteChanged
from tuinews.model.view import Filter, View
from tuinews.model.when import When
from tuinews.store.search import candidates
from tuinews.store.search.search import BLOCK

QUERIES = {
    "sông": ["Cầu qua sông", "Sông Hương", "Nước lên"],
    "song": ["Cầu qua sông", "Sông Hương", "Nước lên"],
    "sông -cầu": ["Sông Hương", "Nước lên"],
    "-sông -thread": ["Podcast 7", "Essay", "Old news", "Kept page"],
    '"sông hương"': ["Sông Hương"],
    "cầu OR podcast": ["Podcast 7", "Cầu qua sông"],
    "(cầu OR hương) -qua": ["Sông Hương"],
    "title:sông": ["Cầu qua sông", "Sông Hương"],
    "id:1,3-2": ["Old news", "Sông Hương", "Nước lên"],
    "text:sông": ["Nước lên"],
    "title:pod": ["Podcast 7"],
    '"title:pod"': [],
    "-title:pod is:starred": ["Podcast 7"],
    "-title:sông sông": ["Nước lên"],
    "is:starred": ["Podcast 7"],
    "is:read": ["Essay"],
    "is:unread sông": ["Cầu qua sông", "Sông Hương", "Nước lên"],
    "is:offline": ["Nước lên", "Essay", "Kept page"],
    "is:saved": ["Kept page"],
    "has:audio": ["Podcast 7"],
    "has:video": [],
    "has:picture": ["Cầu qua sông"],
    "author:nguyen": ["Sông Hương"],
    'author:"NGUYỄN An"': ["Sông Hương"],
    "author:100%": [],
    "source:tuoi": ["Podcast 7", "Essay"],
    "source:2": ["Podcast 7", "Essay"],
    "-source:tuoi -sông": ["Old news", "Kept page"],
    "folder:bao": ["Podcast 7", "Essay"],
    "folder:viet": ["Podcast 7", "Essay"],
    "folder:báo/việt": ["Podcast 7", "Essay"],
    "folder:vie": [],
    "site:a.example.org sông": ["Cầu qua sông", "Sông Hương", "Nước lên"],
    "site:example.org hương": ["Sông Hương"],
    "site:xample.org": [],
    "lang:vi": ["Sông Hương"],
    "kind:thread": ["Essay"],
    "before:2025": ["Old news"],
    "after:2026-03-10 source:1": ["Cầu qua sông", "Sông Hương", "Nước lên"],
    "words:>20": ["Essay"],
    "words:<10 is:offline": ["Nước lên", "Kept page"],
    "(is:starred OR words:>20) podcast": ["Podcast 7"],
    "has:note sông": ["Sông Hương"],
    "note:bảy": ["Sông Hương"],
    "note:đò": [],
    "highlight:cau": ["Cầu qua sông"],
    "has:highlight OR has:tag": ["Cầu qua sông"],
    "hỏi": ["Sông Hương"],
    "7": ["Podcast 7"],
    "...": [],
}


@pytest.fixture
def stocked(make: Any) -> Any:
    """Seven entries that differ in everything that can be asked for."""
    first = make.source("VnExpress")
    second = make.source("Tuổi Trẻ", folder="Báo/Việt")
    make.listing(
        first,
        make.entry("Cầu qua sông", 1, image="https://a.example.org/1.jpg"),
        make.entry("Sông Hương", 2, authors=("Nguyễn An",), lang="vi-VN"),
        make.entry("Nước lên", 3),
        replace(make.entry("Old news"), published=When(make.now - timedelta(days=700))),
    )
    file = Enclosure("https://a.example.org/7.mp3", "audio/mpeg")
    make.listing(second, make.entry("Podcast 7", 0.5, enclosures=(file,)), make.entry("Essay", 4))
    pages = make.store.add_source(NewSource(SourceKind.PAGES, "tuinews:pages", "Pages"), make.now)
    make.listing(pages, replace(make.entry("Kept page"), published=When(make.now - timedelta(days=300))))
    by_title = {row.title: row.id for row in make.store.rows(list(make.store.entry_ids(View())))}
    make.store.keep_article(by_title["Nước lên"], make.article("Nước lên", "Mưa làm sông dâng."), make.now)
    thread = replace(make.article("Essay", "all about trees " * 12), page_kind=PageKind.THREAD)
    make.store.keep_article(by_title["Essay"], thread, make.now)
    make.store.keep_article(by_title["Kept page"], make.article("Kept page", "short"), make.now)
    make.star(by_title["Podcast 7"])
    make.store.set_read([by_title["Essay"]], True)
    make.store.do(NoteChanged(by_title["Sông Hương"], "", "hỏi ông Bảy"), make.now)
    marked = Highlight(quotation=Quotation("Cầu qua"), made=make.now)
    make.store.do(HighlightsChanged(by_title["Cầu qua sông"], (), (marked,)), make.now)
    return make


def test_each_piece_finds_what_it_says(stocked: Any) -> None:
    found = {query: stocked.titles(stocked.store.search(query, View())) for query in QUERIES}
    assert {query: sorted(titles) for query, titles in found.items()} == {
        query: sorted(titles) for query, titles in QUERIES.items()
    }
    for query, titles in found.items():
        assert stocked.titles(stocked.store.search(query, View(), 2)) == titles[:2], query
    assert stocked.titles(stocked.store.search("-sông", View(filter=Filter.STARRED))) == ["Podcast 7"]
    assert stocked.titles(stocked.store.search("title:sông", View(source_id=2))) == []
    with pytest.raises(QueryError):
        stocked.store.search("is:nothing", View())


def test_the_examples_of_the_page_are_these() -> None:
    page = (Path(__file__).parents[3] / "docs" / "search.md").read_text("utf-8")
    examples = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert len(examples) >= 20
    for example in examples:
        if example != "kĩ thuật":  # a test of its own
            assert QUERIES[example], example


def test_titles_come_before_texts_among_hits_of_one_kind(make: Any) -> None:
    in_text = [make.entry(f"Tin {n}", n, summary="về cầu mới") for n in range(1, 4)]
    make.listing(make.source(), *in_text, make.entry("Khánh thành cầu", 9))
    assert make.titles(make.store.search("cầu", View())) == ["Khánh thành cầu", "Tin 1", "Tin 2", "Tin 3"]


def test_i_and_y_are_one_letter_at_the_end_of_an_open_syllable(make: Any) -> None:
    make.listing(
        make.source(),
        *(make.entry(title, n) for n, title in enumerate(("Kỹ thuật", "Kĩ thuật số", "Kính thuốc", "Nước Mĩ"))),
    )
    for query in ("kĩ thuật", "kỹ thuật", "ky thuat", '"ki thuat"'):
        assert sorted(make.titles(make.store.search(query, View()))) == ["Kĩ thuật số", "Kỹ thuật"], query
    assert make.titles(make.store.search("kĩ thuật", View())) == ["Kĩ thuật số", "Kỹ thuật"], "as it was typed"
    assert make.titles(make.store.search("my", View())) == ["Nước Mĩ"]
    assert make.titles(make.store.search("kyt", View())) == []


def test_a_word_that_is_everywhere_is_found_block_by_block(make: Any) -> None:
    """The newest block comes first, each hit once, and a limit asks for no more than it needs."""
    count = BLOCK + 300
    make.listing(make.source(), *(make.entry(f"tin {n}", 1 + (count - n) / 100) for n in range(count)))
    every = list(make.store.search("tin", View()))
    assert len(every) == len(set(every)) == count
    assert list(make.store.search("tin", View(), 50)) == every[:50]
    titles = make.titles(every[:2])
    assert titles == [f"tin {count - 1}", f"tin {count - 2}"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("storm title:gold", ["gold storm"]),
        ("storm title:gol", ["gold storm"]),
        ("storm -gold", ["storm rain", "storm"]),
        ("storm -gold -rain", ["storm"]),
        ("storm text:wind -rain", ["gold storm", "storm"]),
        ("sto -gold title:rai", ["storm rain"]),
        ('storm -"gold storm" -title:rain', ["storm"]),
    ],
)
def test_what_narrows_words_is_a_part_of_their_own_question(make: Any, typed: str, expected: list[str]) -> None:
    """A condition beside them would collect all that has the other words, however many have."""
    names = ("storm", "storm rain", "gold storm", "gold")
    make.listing(make.source(), *(make.entry(name, 9 - n, summary="wind") for n, name in enumerate(names)))
    asked: list[str] = []
    make.store._database.connection.set_trace_callback(asked.append)

    assert sorted(make.titles(make.store.search(typed, View()))) == sorted(expected)
    assert not [one for one in asked if one.startswith("select w.rowid") and "select rowid from words" in one]


@pytest.mark.parametrize("typed", ["-gold", "-(gold OR rain)", "-title:gold is:unread"])
def test_the_newest_are_looked_at_before_all_that_has_a_word_is_collected(make: Any, typed: str) -> None:
    count = BLOCK + 400
    names = ("storm", "gold", "rain", "gold storm")
    make.listing(make.source(), *(make.entry(names[n % 4], 1 + (count - n) / 100) for n in range(count)))
    every = list(make.store.search(typed, View()))
    asked: list[str] = []
    make.store._database.connection.set_trace_callback(asked.append)

    assert list(make.store.search(typed, View(), 50)) == every[:50]
    assert len(every) > 50
    assert not [one for one in asked if "match" in one and "between" not in one]


def test_what_only_older_entries_have_is_found_among_all(make: Any) -> None:
    count = BLOCK + 400
    make.listing(make.source(), *(make.entry("gold" if n > 60 else "old", 1 + n / 100) for n in range(count)))
    older = make.titles(make.store.search("-gold", View(), 50))
    assert older == ["old"] * 50


HOSTS = (
    ("http://paper.example:8080/1", ("paper.example", "paper.example:8080", "example"), ("paper.example:80800",)),
    ("https://www.paper.example?id=1", ("paper.example",), ("paper.example:8080", "aper.example")),
    ("http://[::1]:8080/1", ("[::1]", "[::1]:8080"), ("[::1]:80800", "1")),
    ("http://127.0.0.1:8801/1", ("127.0.0.1", "127.0.0.1:8801", "http://127.0.0.1:8801/x"), ("127.0.0.1:8802",)),
    ("https://archive.example/web/https://paper.example/1", ("archive.example",), ("paper.example",)),
    (
        "https://paper.example:pw@other.example/1",
        ("other.example", "https://a@other.example/"),
        ("paper.example",),
    ),
)


@pytest.mark.parametrize("few", [(0, 0, 0), (100, 2_000, 20_000)])
@pytest.mark.parametrize(("url", "finds", "misses"), HOSTS)
def test_a_host_is_found_at_any_port_and_nowhere_else_in_an_address(
    make: Any,
    monkeypatch: pytest.MonkeyPatch,
    few: tuple[int, int, int],
    url: str,
    finds: tuple[str, ...],
    misses: tuple[str, ...],
) -> None:
    for name, value in zip(("ASKED", "SORTED", "GATHERED"), few, strict=True):
        monkeypatch.setattr(candidates, name, value)
    make.listing(make.source(), replace(make.entry("here", 1), url=url))
    found = {one: make.titles(make.store.search(f"site:{one}", View(), 9)) for one in (*finds, *misses)}
    assert found == {one: ["here"] if one in finds else [] for one in found}
    beside = {one: make.titles(make.store.search(f"-site:{one}", View(), 9)) for one in found}
    assert beside == {one: [] if one in finds else ["here"] for one in found}


FIELDS = (
    *("is:starred", "is:read", "is:unread", "is:offline", "is:saved", "is:new", "has:audio", "has:video"),
    *(
        "has:picture",
        "has:note",
        "has:highlight",
        "has:tag",
        "author:nguyen",
        "author:guyen",
        "author:an",
        "source:2",
    ),
    *(
        "source:tuoi",
        "folder:viet",
        "site:a.example.org",
        "site:example.org",
        "site:xample.org",
        "-site:a.example.org",
        "lang:vi",
    ),
    *(
        "lang:V",
        "kind:thread",
        "before:2025",
        "after:2026-03-10",
        "words:>20",
        "words:<10",
        "title:pod",
        "text:song",
    ),
    *("-title:song", "-song", "id:1-3", "note:bay", "(is:saved OR song)", "(title:song OR essay)", "-(a OR song)"),
)


@pytest.mark.parametrize("few", [(0, 0, 0), (1, 2, 3), (100, 2_000, 20_000)])
def test_pieces_find_together_what_each_finds_however_few_that_are(
    stocked: Any, monkeypatch: pytest.MonkeyPatch, few: tuple[int, int, int]
) -> None:
    """Few entries are asked one by one, more are gathered before, and many are asked along with the words."""
    for name, most in zip(("ASKED", "SORTED", "GATHERED"), few, strict=True):
        monkeypatch.setattr(candidates, name, most)
    alone = {typed: set(stocked.store.search(typed, View())) for typed in (*FIELDS, *WORDS)}

    for one in FIELDS:
        for other in (*FIELDS, *WORDS):
            together = list(stocked.store.search(f"{one} {other}", View()))
            assert set(together) == alone[one] & alone[other], f"{one} {other}"
            assert len(set(together)) == len(together)


WORDS = ("song", "sông", "cau song", "essay", "pod")


def test_the_number_of_a_source_finds_no_other_that_has_it_in_its_name(make: Any) -> None:
    for number, name in enumerate(("Tuổi Trẻ", "VTV1", "France 24"), 1):
        new = NewSource(SourceKind.FEED, f"https://{number}.example/rss", name)
        source = make.store.add_source(new, make.now)
        assert source.id == number
        make.listing(source, make.entry(f"Tin của {name}", number))
    found = {
        typed: make.titles(make.store.search(f"source:{typed}", View())) for typed in ("1", "2", "24", "vtv1")
    }
    assert found == {
        "1": ["Tin của Tuổi Trẻ"],
        "2": ["Tin của VTV1"],
        "24": ["Tin của France 24"],
        "vtv1": ["Tin của VTV1"],
    }
