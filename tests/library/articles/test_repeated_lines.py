"""What a site repeats is left out when an article is read, of those kept before too; what is kept stays whole."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.article import SelectorRule
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.connecting import connect

BOX = "Nhận thư buổi sáng của báo về bờ biển, mỗi ngày lúc sáu giờ."


def page(name: str, box: str = BOX) -> str:
    sentence = f"Chuyến phà {name} rời bến lúc bình minh với mười chín người và trở về khi trời tối, "
    told = "".join(f"<p>{name}{part} {sentence * 3}.</p>" for part in range(4))
    return f"<html><title>Phà {name}</title><body><article><h1>Phà {name}</h1>{told}<p>{box}</p></article></body>"


@pytest.fixture
async def ids(
    tmp_path: Path, host: Any, make_reply: Callable[..., Any], make_feed: Callable[..., str]
) -> dict[str, int]:
    """The entries of a feed of three pages, by name."""
    names = "abc"
    entries = [(f"Phà {name}", f"{host.url}/{name}.html") for name in names]
    host.answers["/rss.xml"] = make_reply(make_feed(entries))
    for name in names:
        host.answers[f"/{name}.html"] = make_reply(page(name), content_type="text/html")
    library = await Library.open(tmp_path, Settings())
    await library.add(f"{host.url}/rss.xml")
    rows = await library.rows(list(await library.entry_ids(View())))
    await library.close()
    return {row.title[-1]: row.id for row in rows}


@pytest.fixture
async def library(tmp_path: Path, ids: dict[str, int]) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path, Settings())
    yield opened
    await opened.close()


async def test_the_second_article_is_read_without_it_and_then_the_first_one_too(
    library: Library, ids: dict[str, int]
) -> None:
    first = await library.open_article(ids["a"])
    assert (first.left_out, first.whole) == (0, None)
    assert BOX in first.article.text
    second = await library.open_article(ids["b"])
    assert second.left_out == 1
    assert BOX not in second.article.text
    assert second.whole is not None
    assert BOX in second.whole.text
    again = await library.article(ids["a"])
    assert again is not None
    assert (again.left_out, again.whole) == (1, first.article)
    assert (await library.open_article(ids["a"])) == again
    assert (await library.fetch_again(ids["a"])).left_out == 1


async def test_what_is_kept_stays_whole(library: Library, ids: dict[str, int], tmp_path: Path) -> None:
    for entry_id in ids.values():
        await library.open_article(entry_id)
        await library.open_article(entry_id)
    with closing(connect(tmp_path / "library.sqlite3")) as sql:
        texts = [text for (text,) in sql.execute("select article_text(blocks) from article")]
    assert [BOX in text for text in texts] == [True] * 3
    alternatives = await library.alternatives(ids["a"])
    assert BOX in alternatives.articles[0].text
    assert set(await library.entry_ids(View(query="bờ biển"))) == set(ids.values())


async def test_articles_that_an_older_version_kept_are_learnt_when_one_is_read(
    library: Library, ids: dict[str, int], tmp_path: Path
) -> None:
    for entry_id in ids.values():
        await library.open_article(entry_id)
    await library.close()
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as sql:
        sql.execute("delete from article_lines")
        sql.commit()
    older = await Library.open(tmp_path, Settings())
    try:
        kept = await older.article(ids["a"])
        assert kept is not None
        assert kept.left_out == 0
        async with asyncio.timeout(20):
            while kept is None or not kept.left_out:
                kept = await older.article(ids["a"])
        assert BOX not in kept.article.text
    finally:
        await older.close()


async def test_what_a_person_chose_is_left_as_it_is(library: Library, ids: dict[str, int]) -> None:
    for entry_id in ids.values():
        await library.open_article(entry_id)
    whole = (await library.alternatives(ids["a"])).articles[-1]
    await library.choose(ids["a"], whole)
    kept = await library.article(ids["a"])
    assert kept is not None
    assert (kept.article.text, kept.left_out) == (whole.text, 0)


async def test_a_source_that_is_read_by_a_rule_is_read_as_the_rule_says(
    library: Library, ids: dict[str, int]
) -> None:
    for entry_id in ids.values():
        await library.open_article(entry_id)
    source = (await library.sources())[0]
    await library.set_selector_rule(source.id, SelectorRule("article"))
    kept = await library.open_article(ids["a"])
    assert kept.left_out == 0
    await library.undo()
    assert (await library.open_article(ids["a"])).left_out == 1


async def test_a_removed_source_takes_its_memory_along(library: Library, ids: dict[str, int]) -> None:
    for entry_id in ids.values():
        await library.open_article(entry_id)
    await library.star([ids["a"]], True)
    await library.remove_sources([(await library.sources())[0].id])
    kept = await library.article(ids["a"])
    assert kept is not None
    assert kept.left_out == 0
