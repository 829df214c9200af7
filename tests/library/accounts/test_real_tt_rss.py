"""The client against tt-rss itself, with PHP and PostgreSQL, where they are installed."""

import html
from collections.abc import Iterator

import pytest
import real_tt_rss
from real_tt_rss import PASSWORD, USER, RealTtRss

from tuinews.errors import FetchError
from tuinews.library.accounts.servers.tt_rss import TinyTinyRss
from tuinews.model.accounts.server_state import MarkChange, ServerMark
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits

_SEED = """
insert into ttrss_feed_categories (id, owner_uid, title) values (3, 1, 'News');
insert into ttrss_feeds (id, owner_uid, title, feed_url, cat_id) values
    (50, 1, 'Báo A', 'https://a.example/feed', 3), (51, 1, 'B', 'https://b.example/feed', null);
delete from ttrss_entries;
insert into ttrss_entries
    (id, title, guid, link, updated, content, content_hash, date_entered, date_updated, author)
    select n, 'Bài &lt;' || n || '&gt; &amp; đủ', 'g' || n, 'https://a.example/' || n,
        timestamp '2026-11-01' + n * interval '1 minute', '<p>Chữ ' || n || '</p>', 'h' || n, now(), now(), 'Ada'
    from generate_series(1, 460) n;
insert into ttrss_user_entries (ref_id, uuid, feed_id, owner_uid, unread, marked, tag_cache, label_cache)
    select n, '', case when n = 460 then 51 else 50 end, 1, n <> 2, n = 1, '', '' from generate_series(1, 460) n;
insert into ttrss_labels2 (owner_uid, caption) values (1, 'later');
"""


@pytest.fixture(scope="module")
def server() -> Iterator[RealTtRss]:
    why = real_tt_rss.missing()
    if why:
        pytest.skip(why)
    with real_tt_rss.running() as started:
        started.sql(_SEED)
        yield started


async def _password() -> str:
    return PASSWORD


async def _wrong_password() -> str:
    return "wrong"


@pytest.mark.servers
async def test_the_real_server_is_read_and_marked(server: RealTtRss) -> None:
    fetcher = Fetcher(Limits(deadline=120))
    client = TinyTinyRss(fetcher.ask, server.address, USER, _password)
    with pytest.raises(FetchError, match="the user or the password was refused"):
        await TinyTinyRss(fetcher.ask, server.address, USER, _wrong_password).sign_in()

    sources = await client.sources()
    assert sorted((one.id, one.title, one.folder) for one in sources) == [
        ("50", "Báo A", "News"),
        ("51", "B", None),
    ]
    marks = await client.marks()
    assert marks.unread == {str(n) for n in range(1, 461) if n != 2}
    assert marks.starred == frozenset({"1"})
    assert marks.labels == {"later": frozenset()}
    found = {one.id: one async for batch in client.entries(sorted(marks.wanted)) for one in batch}
    assert len(found) == 459
    assert found["7"].entry.title == "Bài <7> & đủ"
    assert html.unescape(found["7"].entry.content or "") == "<p>Chữ 7</p>"
    assert (found["7"].source_id, found["460"].source_id) == ("50", "51")

    await client.send(MarkChange(("3", "4", "5"), ServerMark.READ, True))
    await client.send(MarkChange(("2",), ServerMark.READ, False))
    await client.send(MarkChange(("4",), ServerMark.STARRED, True))
    await client.send(MarkChange(("1", "999999"), ServerMark.STARRED, False))
    await client.send(MarkChange(("9",), ServerMark.LABEL, True, "later"))
    server.sql("delete from ttrss_sessions")  # as one that has ended
    marks = await client.marks()
    assert marks.unread == {str(n) for n in range(1, 461) if n not in (3, 4, 5)}
    assert marks.starred == frozenset({"4"})
    assert marks.labels == {"later": {"9"}}

    with pytest.raises(FetchError):
        await client.subscribe("http://127.0.0.1:9/feed", None, None)
    await client.unsubscribe("51")
    await client.unsubscribe("51")
    assert [one.id for one in await client.sources()] == ["50"]
    await fetcher.close()
