"""The ways of reading an article: the page's, the feed's own text, the next guess, the whole page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.library.library import Library
from tuinews.model.article import TextKind
from tuinews.model.view import View

PARAGRAPHS = "".join(
    f"<p>Câu thứ {n} của bài kể chuyện dòng sông sau cơn mưa lớn hôm qua. {n}</p>" for n in range(9)
)
BESIDE = "".join(f"<li>Một mục bên lề số {n} rất ngắn</li>" for n in range(6))
PAGE = (
    f"<html><head><title>Dòng sông</title></head><body><article><h1>Dòng sông</h1>{PARAGRAPHS}</article>"
    f"<div class=side><ul>{BESIDE}</ul></div></body></html>"
)
OWN = "<p>Lời của bản tin: dòng sông dâng lên trong đêm, rồi rút trước khi trời sáng.</p>"


@pytest.fixture
async def entry_id(empty: Library, host: Any, make_reply: Callable[..., Any]) -> int:
    """The one entry of a feed that gives a text of its own."""
    item = (
        f"<item><title>Dòng sông</title><link>{host.url}/song.html</link>"
        f"<description><![CDATA[{OWN}]]></description>"
        f"<content:encoded><![CDATA[{OWN}]]></content:encoded></item>"
    )
    feed = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Báo</title>{item}</channel></rss>"
    )
    host.answers |= {"/rss.xml": make_reply(feed), "/song.html": make_reply(PAGE, content_type="text/html")}
    await empty.add(f"{host.url}/rss.xml")
    return (await empty.entry_ids(View()))[0]


async def test_the_ways_are_the_extracted_text_the_feeds_own_and_the_page_whole(
    empty: Library, entry_id: int
) -> None:
    alternatives = await empty.alternatives(entry_id)
    kinds = [article.kind for article in alternatives.articles]
    assert kinds[:2] == [TextKind.EXTRACTED, TextKind.FEED]
    assert kinds[-1] is TextKind.WHOLE_PAGE
    assert alternatives.missing is None
    assert "Câu thứ 3" in alternatives.articles[0].text
    assert alternatives.articles[1].text.startswith("Lời của bản tin")
    assert "bên lề số 5" in alternatives.articles[-1].text
    assert {article.title for article in alternatives.articles} == {"Dòng sông"}


async def test_the_page_is_fetched_once_for_all_ways(empty: Library, entry_id: int, host: Any) -> None:
    await empty.alternatives(entry_id)
    asked = len(host.asked)
    assert (await empty.alternatives(entry_id)).articles
    assert len(host.asked) == asked


async def test_the_chosen_way_is_kept_and_fetching_again_brings_the_extracted_back(
    empty: Library, entry_id: int
) -> None:
    first = await empty.open_article(entry_id)
    own = (await empty.alternatives(entry_id)).articles[1]
    await empty.choose(entry_id, own)
    kept = await empty.article(entry_id)
    assert kept is not None
    assert (kept.article, kept.changed) == (own, None)
    assert (await empty.open_article(entry_id)).article == own
    assert (await empty.fetch_again(entry_id)).article == first.article


async def test_without_a_network_what_is_at_hand_can_be_chosen(
    empty: Library, entry_id: int, host: Any, make_reply: Callable[..., Any]
) -> None:
    await empty.open_article(entry_id)
    host.answers["/song.html"] = make_reply("", status=503)
    alternatives = await empty.alternatives(entry_id)
    assert [article.kind for article in alternatives.articles] == [TextKind.EXTRACTED, TextKind.FEED]
    assert isinstance(alternatives.missing, FetchError)
    host.answers["/song.html"] = make_reply(PAGE, content_type="text/html")
    assert (await empty.alternatives(entry_id)).missing is None


async def test_where_nothing_is_at_hand_the_error_says_why(
    empty: Library, host: Any, make_reply: Callable[..., Any], make_feed: Callable[..., str]
) -> None:
    host.answers["/rss.xml"] = make_reply(make_feed([("Một", f"{host.url}/mot.html")]))
    await empty.add(f"{host.url}/rss.xml")
    with pytest.raises(FetchError, match="404"):
        await empty.alternatives((await empty.entry_ids(View()))[0])


async def test_two_who_ask_for_the_ways_share_one_fetch_and_a_new_fetch_forgets_them(
    empty: Library, entry_id: int, host: Any, make_reply: Callable[..., Any]
) -> None:
    await empty.alternatives(entry_id)
    other = PAGE.replace("Câu thứ 3", "Câu đổi mới")
    host.answers["/song.html"] = make_reply(other, content_type="text/html")
    await empty.fetch_again(entry_id)
    alternatives = await empty.alternatives(entry_id)
    assert "Câu đổi mới" in alternatives.articles[0].text
    assert replace(alternatives.articles[0], url=None) != replace(alternatives.articles[-1], url=None)
