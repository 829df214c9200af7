"""A page that hides its text (a paywall, a script) gives way to the feed's own text, where that is much longer."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.article import SelectorRule, TextKind
from tuinews.model.view import View
from tuinews.settings import Settings

SENTENCE = "Nước sông lên nhanh trong đêm, và cả làng thức trắng để giữ con đê cũ. "
IN_THE_FEED = SENTENCE * 12


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    library = await Library.open(tmp_path, Settings(articles_per_source=0))
    yield library
    await library.close()


async def opened(library: Library, host: Any, make_reply: Any, in_feed: str, on_page: str) -> Any:
    """The article whose feed says one thing and whose page another."""
    host.answers["/1"] = make_reply(
        f"<html><body><article><h1>Nước lên</h1><p>{on_page}</p></article></body></html>", content_type="text/html"
    )
    host.answers["/rss"] = make_reply(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Báo</title>'
        f"<item><title>Nước lên</title><link>{host.url}/1</link>"
        f"<content:encoded><![CDATA[<p>{in_feed}</p>]]></content:encoded></item></channel></rss>"
    )
    await library.add(f"{host.url}/rss")
    [entry_id] = await library.entry_ids(View())
    return (await library.open_article(entry_id)).article


@pytest.mark.parametrize(
    ("sentences", "kind"),
    [(3, TextKind.FEED), (7, TextKind.FEED), (9, TextKind.EXTRACTED), (12, TextKind.EXTRACTED)],
)
async def test_the_feeds_text_is_the_article_where_it_is_half_as_long_again(
    empty: Library, host: Any, make_reply: Any, sentences: int, kind: TextKind
) -> None:
    article = await opened(empty, host, make_reply, IN_THE_FEED, SENTENCE * sentences)
    assert article.kind is kind
    assert article.text.count("giữ con đê") == (12 if kind is TextKind.FEED else sentences)


async def test_a_teaser_is_never_the_article(empty: Library, host: Any, make_reply: Any) -> None:
    article = await opened(empty, host, make_reply, SENTENCE * 5, SENTENCE * 3)
    assert len(SENTENCE * 5) < 400
    assert article.kind is TextKind.EXTRACTED


async def test_a_rule_of_the_reader_goes_before_the_feeds_text(empty: Library, host: Any, make_reply: Any) -> None:
    await opened(empty, host, make_reply, IN_THE_FEED, SENTENCE * 3)
    [source] = await empty.sources()
    [entry_id] = await empty.entry_ids(View())
    await empty.set_selector_rule(source.id, SelectorRule(body="article"))
    article = (await empty.fetch_again(entry_id)).article
    assert article.text.count("giữ con đê") == 3
