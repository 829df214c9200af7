"""Articles that were saved in other programs: brought along whole, counted truly, without a request."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tuinews.library.library import Library
from tuinews.library.saved.export_files import export_in_file
from tuinews.model.article import TextKind
from tuinews.model.entry_row import Cached
from tuinews.model.saved.articles import ImportedArticles, SavedArticles
from tuinews.model.source import SourceKind
from tuinews.model.view import View
from tuinews.store.store import Store
from tuinews.subscriptions.subscription_list import SubscriptionList

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def wallabag(**fields: Any) -> dict[str, Any]:
    return {
        "url": "https://lang.example/dinh",
        "title": "Đình làng",
        "is_archived": 0,
        "is_starred": 0,
        "tags": [],
        "created_at": "2016-09-08T11:55:58+0200",
        **fields,
    }


def export_of(tmp_path: Path, *items: dict[str, Any]) -> SavedArticles:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(items))
    found = export_in_file(path)
    assert isinstance(found, SavedArticles)
    return found


def numbers(done: ImportedArticles) -> tuple[int, int, int, int]:
    return done.total, done.new, done.known, done.without_address


async def test_an_import_brings_all_that_the_export_says_and_asks_nobody(empty: Library, tmp_path: Path) -> None:
    found = export_of(
        tmp_path,
        wallabag(
            is_archived=1,
            is_starred=1,
            tags=["làng", "đình"],
            content="<h2>Mái đình</h2><p>Đình nằm giữa làng, <b>bên</b> cây đa.</p>",
            published_at="2016-09-07T08:00:00+02:00",
            published_by=["An"],
        ),
        wallabag(url="https://lang.example/hai", title="Hai"),
        wallabag(url="https://lang.example/hai?utm_source=x", title="Hai lần nữa"),
        wallabag(url="mailto:a@b.c", title="Thư"),
    )
    assert numbers(await empty.preview_articles(found)) == (4, 2, 1, 1)
    assert (await empty.counts()).all == 0

    done = await empty.import_articles(found)
    assert numbers(done) == (4, 2, 1, 1)
    assert done.source_id is not None
    source = await empty.source(done.source_id)
    assert (source.title, source.kind, source.total, source.unread) == ("wallabag", SourceKind.PAGES, 2, 1)
    row = await empty.entry("https://lang.example/dinh")
    assert (row.title, row.read, row.starred, row.tags) == ("Đình làng", True, True, ("làng", "đình"))
    assert (row.cached, row.authors) == (Cached.FULL, ("An",))
    assert row.published is not None
    assert row.published.date == "2016-09-07T06:00+00:00"
    kept = await empty.article(row.id)
    assert kept is not None
    assert kept.article.kind is TextKind.EXTRACTED
    assert kept.article.text == "Mái đình\nĐình nằm giữa làng, bên cây đa."
    assert row.summary == "Mái đình Đình nằm giữa làng, bên cây đa."
    assert list(await empty.entry_ids(View(query="tag:làng cây đa"))) == [row.id]
    assert list(await empty.entry_ids(View(query="is:saved"))) == list(await empty.entry_ids(View()))


async def test_the_same_import_again_changes_nothing(empty: Library, tmp_path: Path) -> None:
    found = export_of(
        tmp_path,
        *(wallabag(url=f"https://lang.example/{n}", tags=["a"], content=f"<p>{n}</p>") for n in range(120)),
        wallabag(url="https://lang.example/", title="Trang nhất"),
    )
    told: list[int] = []
    assert numbers(await empty.import_articles(found, told.append)) == (121, 121, 0, 0)
    assert told == [50, 100, 121]
    before = [asdict(row) for row in await empty.rows(await empty.entry_ids(View()))]
    assert numbers(await empty.preview_articles(found)) == (121, 0, 121, 0)
    assert numbers(await empty.import_articles(found)) == (121, 0, 121, 0)
    assert [asdict(row) for row in await empty.rows(await empty.entry_ids(View()))] == before


async def test_notes_and_highlights_come_along_once(library: Library, tmp_path: Path) -> None:
    row = await library.entry("https://a.example/1")
    await library.annotations.set_note(row.id, "Của tôi.")
    marked = [
        {"quote": "giữa  làng", "text": "hay", "created_at": "2016-09-09T00:00:00+0000"},
        {"quote": "không có trong bài"},
    ]
    item = wallabag(
        url="https://a.example/1", content="<p>Đình nằm giữa làng, bên cây đa.</p>", annotations=marked
    )
    for _time in range(2):
        await library.import_articles(export_of(tmp_path, item))
    assert await library.annotations.note(row.id) == "Của tôi.\n\n> giữa  làng\n\nhay"
    first, second = sorted(await library.annotations.highlights(row.id), key=lambda one: one.quotation.exact)
    assert (first.quotation.exact, first.quotation.prefix.strip()) == ("giữa làng", "Đình làng\nĐình nằm")
    assert first.made == datetime(2016, 9, 9, tzinfo=UTC)
    assert second.quotation.exact == "không có trong bài"
    assert list(await library.entry_ids(View(query="has:note has:highlight"))) == [row.id]


async def test_what_a_source_lists_gets_the_marks_and_no_second_entry(library: Library, tmp_path: Path) -> None:
    row = await library.entry("https://a.example/1")
    await library.mark_read([row.id], True)
    item = wallabag(url="http://www.a.example/1/", is_starred=1, tags=["chợ"], content="<p>Toàn văn.</p>")
    assert numbers(await library.import_articles(export_of(tmp_path, item))) == (1, 0, 1, 0)
    after = await library.entry(row.id)
    assert (after.title, after.read, after.starred, after.tags) == (row.title, True, True, ("chợ",))
    assert after.source_title == "Báo A"
    assert after.cached is Cached.FULL
    assert (await library.counts()).all == 6


async def test_what_a_removed_source_listed_comes_back_with_the_import(library: Library, tmp_path: Path) -> None:
    row = await library.entry("https://a.example/1")
    await library.remove_sources([row.source_id])
    await library.import_articles(export_of(tmp_path, wallabag(url="https://a.example/1")))
    shown = await library.rows(await library.entry_ids(View()))
    assert "wallabag" in {one.source_title for one in shown}
    assert row.id in {one.id for one in shown}


async def test_the_beginning_of_a_feeds_text_is_no_article(empty: Library, tmp_path: Path) -> None:
    def starred(n: int, text: str) -> dict[str, Any]:
        return {
            "alternate": [{"href": f"https://lang.example/{n}"}],
            "categories": ["user/-/state/com.google/starred"],
            "title": f"Bài {n}",
            "content": {"content": text},
        }

    await empty.import_articles(
        export_of(tmp_path, starred(1, "<p>Mở đầu…</p>"), starred(2, "<p>Dài. </p>" * 500))
    )
    teaser, whole = await empty.entry("https://lang.example/1"), await empty.entry("https://lang.example/2")
    assert (teaser.cached, teaser.starred, whole.cached) == (Cached.NONE, True, Cached.FULL)
    assert (await empty.preview(teaser.id)).text == "Mở đầu…"
    assert await empty._store(Store.starred_without_article, 50) == []


def test_a_list_of_sources_is_still_one(tmp_path: Path) -> None:
    path = tmp_path / "urls"
    path.write_text("https://a.example/rss\n")
    found = export_in_file(path)
    assert isinstance(found, SubscriptionList)
    assert [one.url for one in found.sources] == ["https://a.example/rss"]
