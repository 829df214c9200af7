"""Sources whose address has a user and password: what is fetched with them, and how lists name them."""

import base64
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.subscriptions.reading import parse_source_list

_PAGE = (
    '<html><head><title>Tin</title><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>'
    "<article><h1>Tin</h1>" + "<p>Một câu đủ dài để là một đoạn văn của bài.</p>" * 9 + "</article></body></html>"
)


@pytest.fixture
def private(host: Any, make_reply: Any, make_feed: Any) -> Any:
    """A host that answers to `ana` and her password alone, whose feed links to itself."""

    def only_to_ana(answer: Any) -> Callable[[Mapping[str, str]], Any]:
        def reply(headers: Mapping[str, str]) -> Any:
            given = base64.b64decode(headers.get("authorization", "").removeprefix("Basic ")).decode()
            return answer if given == "ana:s3same" else make_reply(status=401)

        return reply

    feed = make_reply(make_feed([("Tin", f"{host.url}/1")]), Content_Type="application/rss+xml")
    page = make_reply(_PAGE, Content_Type="text/html; charset=utf-8")
    host.answers |= {path: only_to_ana(page) for path in ("/", "/1")} | {"/rss": only_to_ana(feed)}
    return host


def _typed(host: Any, path: str) -> str:
    return str(host.url.replace("//", "//ana:s3same@") + path)


@pytest.mark.parametrize("path", ["/rss", "/"])
async def test_articles_are_fetched_with_the_password_of_their_source(
    empty: Library, private: Any, path: str
) -> None:
    await empty.add(_typed(private, path))
    result = await empty.refresh()
    assert (result.failed, result.articles, result.articles_failed) == ((), 1, 0)
    [entry_id] = await empty.entry_ids(View())
    again = await empty.fetch_again(entry_id)
    assert "Một câu đủ dài" in again.article.text
    assert "s3same" not in f"{again.article.url}{again.article.document}"
    assert (await empty.alternatives(entry_id)).articles


@pytest.mark.parametrize("path", ["/rss", "/"])
async def test_an_export_comes_back_as_what_is_known(empty: Library, private: Any, path: str) -> None:
    await empty.add(_typed(private, path))
    bare, whole = await empty.export_opml(), await empty.export_opml_with_secrets()
    assert ("s3same" in bare, "ana:s3same@" in whole, await empty.secrets_held()) == (False, True, 1)
    for opml in (bare, whole):
        listed = parse_source_list(opml)
        assert (len((await empty.preview_import(listed)).added), len(listed.sources)) == (0, 1)
        imported = await empty.import_sources(listed)
        assert (len(imported.added), len(imported.known)) == (0, 1)
    assert len(await empty.sources()) == 1


async def test_sources_that_differ_in_their_key_alone_come_back_as_known(empty: Library) -> None:
    addresses = [f"https://báo.example/rss?token={key}&mục=2" for key in ("một", "hai")]
    addresses.append("https://t0ken@h.example/feed?auth=x")
    await empty.import_sources(parse_source_list("\n".join(addresses)))
    before = await empty.sources()
    assert len(before) == 3

    imported = await empty.import_sources(parse_source_list(await empty.export_opml()))
    assert imported.added == ()
    assert [source.url for source in await empty.sources()] == [source.url for source in before]

    other = await empty.import_sources(parse_source_list("https://báo.example/rss?token=ba&mục=2"))
    assert len(other.added) == 1
