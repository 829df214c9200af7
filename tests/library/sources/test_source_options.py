"""The options of a source do what they say, against a server of the test's own."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.library.store_thread import utc_now
from tuinews.model.article import TextKind
from tuinews.model.source import Source
from tuinews.model.sources.options import PictureChoice, SourceOptions
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.store import Store

OWN = "<p>Lời của chính nguồn tin, đủ dài để thành một bài.</p>" * 30
PAGE = "<p>Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao.</p>" * 30


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path, Settings(articles_per_source=3))
    yield opened
    await opened.close()


@pytest.fixture
def paper(host: Any, make_reply: Any, make_feed: Any) -> Any:
    """A host with a feed of five articles, which has their texts itself, and their pages."""
    feed = make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(5)])
    content = f"<content:encoded><![CDATA[{OWN}]]></content:encoded></item>"
    feed = feed.replace("<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ', 1)
    host.answers["/rss"] = make_reply(feed.replace("</item>", content))
    for number in range(5):
        page = f"<article><h1>Tin {number}</h1>{PAGE}</article>"
        host.answers[f"/{number}"] = make_reply(page, Content_Type="text/html; charset=utf-8")
    return host


async def added(library: Library, paper: Any) -> Source:
    return (await library.add(f"{paper.url}/rss")).source


def pages(paper: Any) -> int:
    return sum(path != "/rss" for path in paper.asked)


async def test_what_is_set_is_one_step_to_undo(library: Library, paper: Any) -> None:
    source = await added(library, paper)

    now = await library.set_source(source.id, {"articles": "2", "title": " Báo ", "hidden": "yes"})

    assert (now.title, now.options) == ("Báo", SourceOptions(articles=2, hidden=True))
    assert await library.undo() == f"“{source.title}” has its earlier settings again"
    assert await library.source(source.id) == source
    assert await library.redo() == "“Báo” has its earlier settings again"
    assert (await library.source(source.id)).options.articles == 2


@pytest.mark.parametrize(
    ("key", "typed", "says"),
    [
        ("articles", "many", "articles: must be a number from 0 to 1000"),
        ("refresh_minutes", "0", "refresh_minutes: must be minutes, 1 or more"),
        ("text", "loud", "text: must be one of auto, page, feed"),
        ("user_agent", "a\r\nCookie: b", "user_agent: must be one line of plain letters, digits and signs"),
        ("colour", "red", "the option “colour”: there is none; use one of title, folder, refresh_minutes"),
        ("title", " ", "the name: it is empty"),
    ],
)
async def test_a_wrong_value_changes_nothing(
    library: Library, paper: Any, key: str, typed: str, says: str
) -> None:
    source = await added(library, paper)

    with pytest.raises(TuinewsError) as caught:
        await library.set_source(source.id, {"folder": "Tin", key: typed})

    assert str(caught.value).startswith(says)
    assert await library.source(source.id) == source
    assert await library.undo() is None


async def test_a_refresh_keeps_as_many_texts_as_are_set(library: Library, paper: Any) -> None:
    source = await added(library, paper)
    await library.set_source(source.id, {"articles": "1"})
    assert (await library.refresh()).articles == 1
    assert (await library.refresh(articles=4)).articles == 3
    await library.set_source(source.id, {"articles": "0"})
    assert (await library.refresh()).articles == 0


async def test_a_source_with_an_interval_of_its_own_waits_for_it_and_one_that_is_named_does_not(
    library: Library, paper: Any
) -> None:
    source = await added(library, paper)
    await library.set_source(source.id, {"refresh_minutes": "600", "articles": "0"})
    asked = paper.asked.count("/rss")

    assert (await library.refresh()).sources == 0
    assert (await library.refresh(due_only=True)).sources == 0
    assert paper.asked.count("/rss") == asked
    assert (await library.refresh([source.id])).sources == 1
    assert paper.asked.count("/rss") == asked + 1
    due = (await library.source(source.id)).next_refresh
    assert due is not None
    assert timedelta(hours=9) < due - utc_now() < timedelta(hours=11)

    await library.set_source(source.id, {"refresh_minutes": ""})
    assert (await library.source(source.id)).next_refresh is None
    assert (await library.refresh(due_only=True)).sources == 1


async def test_the_user_agent_that_is_set_is_sent_for_the_listing_and_its_pages(
    library: Library, paper: Any
) -> None:
    source = await added(library, paper)
    await library.set_source(source.id, {"user_agent": "Mozilla/5.0 (X11)", "text": "page"})
    paper.headers.clear()

    await library.refresh([source.id])

    assert {headers["user-agent"] for headers in paper.headers} == {"Mozilla/5.0 (X11)"}
    assert len(paper.headers) == 4


async def test_the_feeds_own_text_is_read_where_that_is_set_and_no_page_is_asked_for(
    library: Library, paper: Any
) -> None:
    source = await added(library, paper)
    await library.set_source(source.id, {"text": "feed"})

    await library.refresh([source.id])
    assert (await library.refresh([source.id])).articles == 0

    assert pages(paper) == 0
    first = (await library.entry_ids(View(filter=Filter.OFFLINE)))[0]
    read = await library.open_article(first)
    assert read.article.kind is TextKind.FEED
    assert not read.awaits_page
    assert pages(paper) == 0


async def test_the_reader_shows_another_text_as_soon_as_that_is_set(library: Library, paper: Any) -> None:
    source = await added(library, paper)
    await library.refresh([source.id])
    first = (await library.entry_ids(View()))[0]
    assert (await library.open_article(first)).article.kind is TextKind.EXTRACTED

    await library.set_source(source.id, {"text": "feed"})
    assert await library.article(first) is None
    assert (await library.open_article(first)).article.kind is TextKind.FEED
    assert (await library.article(first)) is not None

    await library.set_source(source.id, {"text": "page"})
    known = await library.article(first)
    assert known is not None
    assert known.awaits_page
    assert (await library.open_article(first)).article.kind is TextKind.EXTRACTED

    paper.answers.clear()
    last = (await library.entry_ids(View()))[-1]
    assert (await library.open_article(last)).article.kind is TextKind.FEED


async def test_a_version_that_was_chosen_for_one_article_stays(library: Library, paper: Any) -> None:
    source = await added(library, paper)
    first = (await library.entry_ids(View()))[0]
    versions = await library.alternatives(first)
    whole = next(one for one in versions.articles if not one.kind.is_automatic)
    await library.choose(first, whole)

    await library.set_source(source.id, {"text": "feed"})

    assert (await library.open_article(first)).article.kind is whole.kind


async def test_pictures_are_asked_for_by_article(library: Library, paper: Any) -> None:
    source = await added(library, paper)
    first = (await library.entry_ids(View()))[0]
    assert await library.picture_choice(first) is None
    await library.set_source(source.id, {"pictures": "always"})
    assert await library.picture_choice(first) is PictureChoice.ALWAYS


async def test_a_list_takes_options_out_and_brings_them_back(library: Library, paper: Any, tmp_path: Path) -> None:
    source = await added(library, paper)
    await library.set_source(source.id, {"articles": "2", "hidden": "yes", "folder": "Tin/Á"})
    exported = tmp_path / "mine.opml"
    exported.write_text(await library.export_opml())

    other = await Library.open(tmp_path / "other", Settings())
    try:
        await other.import_sources(await other.list_in_file(exported))
        (back,) = await other.sources()
        assert (back.folder, back.options) == ("Tin/Á", SourceOptions(articles=2, hidden=True))
    finally:
        await other.close()


async def test_how_the_pane_was_left_is_remembered_and_what_is_none_is_not(library: Library) -> None:
    pane = await library.sources_pane()
    assert (pane.folded, pane.unread_only) == (frozenset(), False)
    await library.keep_sources_pane(type(pane)(frozenset({"Tin/Á", "B"}), unread_only=True))
    assert await library.sources_pane() == type(pane)(frozenset({"Tin/Á", "B"}), unread_only=True)
    await library._store(Store.keep_state, "sources_pane", '["x"]')
    assert await library.sources_pane() == pane
