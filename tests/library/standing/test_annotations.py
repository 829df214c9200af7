"""Notes and highlights: kept, found, exported, taken back, and saved out of a damaged library."""

from pathlib import Path

import pytest

from tuinews.errors import NotFoundError, QueryError, TuinewsError
from tuinews.library.library import Library
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.recovery import backup
from tuinews.store.store import Store
from tuinews.typeset.digest import DigestEntry, digest

from ..conftest import NOW

TEXT = ("Nước sông lên hai mét trong một đêm.", "Người dân đưa trâu bò lên đê trước khi nước tới.")


async def kept(library: Library, entry_id: int, *paragraphs: str) -> None:
    article = Article(None, "Lũ về", Document(tuple(Paragraph((Span(text),)) for text in paragraphs)))
    await library._store(Store.keep_article, entry_id, article, NOW)


async def found(library: Library, query: str) -> list[int]:
    return list(await library.entry_ids(View(query=query)))


async def test_a_note_is_kept_found_and_taken_back(library: Library) -> None:
    assert (
        await library.annotations.set_note(2, " Hỏi lại \x1b[31mông Bảy\nvề con đê ")
        == "Hỏi lại ông Bảy\nvề con đê"
    )
    assert [row.note for row in await library.rows([1, 2])] == ["", "Hỏi lại ông Bảy\nvề con đê"]
    for query in ("con đê", "has:note", "note:bay", "ong bay -has:highlight"):
        assert await found(library, query) == [2], query
    assert "con đê" in (await library.snippets("con đê", [2]))[2]
    await kept(library, 2, *TEXT)
    assert await found(library, "hỏi lại") == [2]

    assert await library.undo() == "The article has no note again"
    assert (
        await library.annotations.note(2),
        await found(library, "con đê"),
        await found(library, "has:note"),
    ) == (
        "",
        [],
        [],
    )
    assert await library.redo() == "The article has its earlier note again"
    await library.annotations.set_note(2, "mới")
    assert (await found(library, "hỏi lại"), await found(library, "mới")) == ([], [2])
    assert await library.annotations.set_note(2, " \n ") == ""
    assert await found(library, "has:note") == []
    with pytest.raises(NotFoundError):
        await library.annotations.set_note(99, "none")
    assert len(await library.annotations.set_note(3, "đ" * 100_000)) == 100_000
    with pytest.raises(TuinewsError, match="longer than 100,000"):
        await library.annotations.set_note(3, "a" * 100_001)
    assert await library.annotations.note(3) == "đ" * 100_000


async def test_a_highlight_outlives_a_changed_text_and_says_when_it_is_gone(library: Library) -> None:
    await kept(library, 1, *TEXT)
    first = await library.annotations.highlight_words(1, "sông lên hai mét")
    second = await library.annotations.highlight_words(1, "trâu bò lên đê")
    assert await library.annotations.highlight_words(1, "sông lên hai mét") == first
    assert [(one.highlight, one.in_text) for one in await library.annotations.listed_highlights()] == [
        (first, True),
        (second, True),
    ]
    assert (await found(library, "has:highlight"), await found(library, "highlight:trau")) == ([1], [1])
    await kept(library, 1, "Tin mới.", TEXT[0].replace("hai mét", "hai mét rưỡi"))
    assert [one.in_text for one in await library.annotations.listed_highlights("tin")] == [True, False]
    assert await library.annotations.listed_highlights("title:Báo is:starred") == []
    with pytest.raises(QueryError):
        await library.annotations.listed_highlights("is:odd")

    assert await library.annotations.remove_highlight(second.id) == second
    assert await library.undo() == "The article has its earlier highlights again"
    assert await library.annotations.highlights(1) == (first, second)
    assert await library.redo()
    third = await library.annotations.highlight(1, second.quotation, [first.id])
    assert third.id > second.id
    assert await library.annotations.highlights(1) == (third,)
    with pytest.raises(NotFoundError):
        await library.annotations.remove_highlight(first.id)
    with pytest.raises(TuinewsError, match="is not in the saved text"):
        await library.annotations.highlight_words(1, "giá vàng tuần này")
    with pytest.raises(TuinewsError, match="is not in the saved text"):
        await library.annotations.highlight_words(2, "sông")


async def test_what_was_written_by_hand_is_in_every_backup_and_comes_back_from_damage(
    library: Library, stocked: Path
) -> None:
    await kept(library, 1, *TEXT)
    one = await library.annotations.highlight_words(1, "sông lên hai mét")
    await library.annotations.set_note(2, "đọc lại")
    await library.close()
    assert backup.existing(stocked / "library.sqlite3")
    (stocked / "library.sqlite3").write_bytes(b"nothing" * 2_000)

    again = await Library.open(stocked, Settings())
    try:
        assert (await again.annotations.note(2), await again.annotations.highlights(1)) == ("đọc lại", (one,))
        assert await found(again, "đọc lại") == [2]
    finally:
        await again.close()


async def test_what_was_marked_is_exported_as_markdown_that_says_the_same(library: Library) -> None:
    await kept(library, 1, *TEXT)
    await library.annotations.highlight_words(1, "sông lên hai mét")
    await library.annotations.set_note(1, "* không phải danh sách\n\n# nor a heading")
    await library.star([4], True)
    await library.tag([5], "xem lại")
    assert [row.id for row, _ in await library.annotations.annotated()] == [5, 4, 1]
    assert [row.id for row, _ in await library.annotations.annotated("is:starred")] == [4]
    text = digest(
        DigestEntry(row, [mark.quotation.exact for mark in marked])
        for row, marked in await library.annotations.annotated()
    )
    assert text.startswith("## [Báo B tin 1](<https://b.example/1>)\n\nBáo B · #xem-lại\n\n## [Báo B tin 2]")
    assert "Báo B · ★\n\n## [Báo A tin 2](<https://a.example/2>)" in text
    assert text.endswith("\n\n\\* không phải danh sách\n\n\\# nor a heading\n\n> sông lên hai mét\n")
