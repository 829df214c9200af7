"""A selector rule that is kept: a source's own selectors, or those of settings.toml, shape every article of it."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import pytest

from tuinews.errors import ExtractError, SettingsError
from tuinews.library.library import Library
from tuinews.model.article import SelectorRule
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.subscriptions.reading import parse_source_list

WRONG = "".join(f"<p>Câu thứ {n} của bài mà trang xếp vào giữa, đủ dài để được lấy. {n}</p>" for n in range(9))
RIGHT = "".join(f"<p>Lời bình thứ {n} mà người đọc muốn có trong mọi bài của báo này. {n}</p>" for n in range(3))
PAGE = (
    "<html><head><title>Bài một</title></head><body><article><h1>Bài một</h1>"
    f"{WRONG}</article><div class='opinion'>{RIGHT}<p class='ad'>Mua ngay hôm nay kẻo hết hàng rẻ.</p></div>"
)
OPINION = SelectorRule(".opinion", "p.ad")


@pytest.fixture
def feed(host: Any, make_reply: Callable[..., Any], make_feed: Callable[..., str]) -> str:
    """The address of a feed with one entry."""
    host.answers |= {
        "/rss.xml": make_reply(make_feed([("Bài một", f"{host.url}/mot.html")])),
        "/mot.html": make_reply(PAGE, content_type="text/html"),
    }
    return f"{host.url}/rss.xml"


async def _text(library: Library) -> str:
    (entry_id,) = await library.entry_ids(View())
    return (await library.fetch_again(entry_id)).article.text


async def test_a_repair_shapes_every_article_of_its_source_until_it_is_taken_away(
    empty: Library, feed: str
) -> None:
    source = (await empty.add(feed)).source
    assert "Câu thứ 3" in await _text(empty)
    await empty.set_selector_rule(source.id, OPINION)
    assert (await empty.source(source.id)).selector_rule == OPINION
    text = await _text(empty)
    assert "Lời bình thứ 2" in text
    assert "Câu thứ 3" not in text
    assert "Mua ngay" not in text
    await empty.set_selector_rule(source.id, None)
    assert (await empty.source(source.id)).selector_rule is None
    assert "Câu thứ 3" in await _text(empty)


async def test_the_first_of_the_ways_is_the_repaired_one(empty: Library, feed: str) -> None:
    source = (await empty.add(feed)).source
    (entry_id,) = await empty.entry_ids(View())
    before = await empty.alternatives(entry_id)
    await empty.set_selector_rule(source.id, OPINION)
    after = await empty.alternatives(entry_id)
    assert "Lời bình thứ 2" in after.articles[0].text
    assert before.articles[0].text in [article.text for article in after.articles]


async def test_what_is_no_selector_is_refused_and_nothing_changes(empty: Library, feed: str) -> None:
    source = (await empty.add(feed)).source
    with pytest.raises(ExtractError, match="this is not a CSS selector"):
        await empty.set_selector_rule(source.id, SelectorRule("p[["))
    assert (await empty.source(source.id)).selector_rule is None


@pytest.mark.parametrize("by", ["host", "source"])
async def test_the_settings_repair_by_host_or_by_source(tmp_path: Path, feed: str, by: str) -> None:
    key = feed if by == "source" else urlsplit(feed).hostname or ""
    repairs = MappingProxyType({"elsewhere.example": SelectorRule("h1"), key: OPINION})
    library = await Library.open(tmp_path, Settings(repairs=repairs))
    try:
        source = (await library.add(feed)).source
        assert "Lời bình thứ 2" in await _text(library)
        await library.set_selector_rule(source.id, SelectorRule("article"))
        assert "Câu thứ 3" in await _text(library)
    finally:
        await library.close()


async def test_a_selector_of_the_settings_that_is_none_is_named(tmp_path: Path, feed: str) -> None:
    key = urlsplit(feed).hostname or ""
    repairs = MappingProxyType({key: SelectorRule("p[["), "báo.example": SelectorRule("q[[")})
    library = await Library.open(tmp_path, Settings(repairs=repairs))
    try:
        await library.add(feed)
        [entry_id, *_] = await library.entry_ids(View())
        with pytest.raises(SettingsError, match=rf"repairs.{key}: .*p\[\[.*not a CSS selector"):
            await library.open_article(entry_id)
    finally:
        await library.close()


async def test_a_repair_goes_out_with_its_source_and_comes_back(empty: Library, feed: str, tmp_path: Path) -> None:
    source = (await empty.add(feed)).source
    await empty.set_selector_rule(source.id, OPINION)
    other = await Library.open(tmp_path / "other", Settings())
    try:
        await other.import_sources(parse_source_list(await empty.export_opml()))
        assert [one.selector_rule for one in await other.sources()] == [OPINION]
    finally:
        await other.close()


async def test_a_list_whose_selector_is_none_gives_its_source_without_it(empty: Library) -> None:
    opml = (
        '<opml version="2.0" xmlns:tuinews="urn:tuinews"><body><outline type="rss" text="A" '
        'xmlUrl="https://a.example/rss" tuinews:body="p[["/></body></opml>'
    )
    imported = await empty.import_sources(parse_source_list(opml))
    assert imported.added == ("https://a.example/rss",)
    assert "not a CSS selector" in imported.skipped[0].why
    assert [one.selector_rule for one in await empty.sources()] == [None]
