"""An article that is printed on several pages is one article; what only looks like its next page is not."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.extract.recurring import lines_of
from tuinews.library.articles.pages.following_pages import MOST_PAGES
from tuinews.library.library import Library
from tuinews.library.store_thread import StoreThread
from tuinews.model.article import Article
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.store import Store

LEAD = "Ba mươi cây số đường đê được đắp trong một mùa hè, và những người đắp nó kể lại."


def page(number: int, after: str | None, *, title: str = "Con đê dài ba mươi cây số", text: str = "") -> str:
    said = text or "".join(
        f"<p>Trang {number}, đoạn {n}: người thợ thứ {n} của đội {number} kể về buổi sáng ra đê.</p>"
        for n in range(8)
    )
    following = f"<a rel='next' href='{after}'>Trang sau</a>" if after else ""
    return (
        f"<html><head><title>{title}</title><meta name='description' content='{LEAD}'></head><body><article>"
        f"<h1>{title}</h1><p class='lead'>{LEAD}</p>{said}</article>{following}</body></html>"
    )


Serve = Callable[[dict[str, str]], None]


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path, Settings())
    yield opened
    await opened.close()


@pytest.fixture
def serve(host: Any, make_reply: Callable[..., Any]) -> Serve:
    """Serves pages by their paths."""

    def those(pages: dict[str, str]) -> None:
        host.answers |= {path: make_reply(text, content_type="text/html") for path, text in pages.items()}

    return those


async def read(library: Library, host: Any) -> Article:
    return (await library.read_address(f"{host.url}/de")).article


async def test_the_pages_become_one_article_and_the_repeated_lead_stands_once(
    library: Library, host: Any, serve: Serve
) -> None:
    serve({"/de": page(1, "/de?page=2"), "/de?page=2": page(2, "/de?page=3"), "/de?page=3": page(3, None)})
    article = await read(library, host)
    for number in (1, 2, 3):
        assert article.text.count(f"Trang {number}, đoạn 5") == 1
    assert article.text.index("Trang 1, đoạn 7") < article.text.index("Trang 2, đoạn 0")
    assert article.text.count(LEAD) == 1
    assert article.text.count(article.title) == 0
    assert article.next_page is None
    assert host.asked == ["/de", "/de?page=2", "/de?page=3"]


async def test_a_later_page_that_fails_costs_only_itself(library: Library, host: Any, serve: Serve) -> None:
    serve({"/de": page(1, "/de?page=2"), "/de?page=2": page(2, "/de?page=3")})
    article = await read(library, host)
    assert "Trang 2, đoạn 7" in article.text
    assert article.next_page == f"{host.url}/de?page=3"


@pytest.mark.parametrize(
    ("what", "second"),
    [
        ("another article", page(2, None, title="Giá vàng hôm nay tăng mạnh trở lại")),
        ("the same again", page(1, "/de?page=3")),
        ("nothing", "<html><title>Con đê dài ba mươi cây số</title><body></body></html>"),
    ],
)
async def test_what_is_no_next_page_is_left_alone(
    library: Library, host: Any, serve: Serve, what: str, second: str
) -> None:
    serve({"/de": page(1, "/de?page=2"), "/de?page=2": second})
    text = (await read(library, host)).text
    assert text.count("Trang 1, đoạn 3") == 1
    assert "Trang 2" not in text
    assert host.asked[-1] == "/de?page=2", what


async def test_no_article_has_more_than_its_most_pages(library: Library, host: Any, serve: Serve) -> None:
    pages = {f"/de?page={n}": page(n, f"/de?page={n + 1}") for n in range(2, MOST_PAGES + 5)}
    serve({"/de": page(1, "/de?page=2"), **pages})
    article = await read(library, host)
    assert len(host.asked) == MOST_PAGES
    assert f"Trang {MOST_PAGES}, đoạn 2" in article.text
    assert article.next_page == f"{host.url}/de?page={MOST_PAGES + 1}"


async def test_a_page_that_leads_to_another_host_is_not_followed(
    library: Library, start_host: Any, serve: Serve, host: Any, make_reply: Callable[..., Any]
) -> None:
    serve({"/de": page(1, "/de?page=2")})
    elsewhere = f"http://localhost:{host.url.rpartition(':')[2]}/de?page=9"
    host.answers["/de?page=2"] = make_reply("", status=302, location=elsewhere)
    host.answers["/de?page=9"] = make_reply(page(2, None), content_type="text/html")
    assert "Trang 2" not in (await read(library, host)).text


async def test_the_extracted_way_has_all_pages_too(library: Library, host: Any, serve: Serve) -> None:
    serve({"/de": page(1, "/de?page=2"), "/de?page=2": page(2, None)})
    kept = await library.read_address(f"{host.url}/de")
    alternatives = await library.alternatives(kept.entry_id)
    assert alternatives.articles[0].text == kept.article.text


async def test_what_is_remembered_of_an_article_is_all_of_its_pages(
    tmp_path: Path, host: Any, serve: Serve, make_reply: Callable[..., Any]
) -> None:
    items = "".join(f"<item><title>Con đê</title><link>{host.url}{path}</link></item>" for path in ("/de", "/mot"))
    host.answers["/feed"] = make_reply(
        f'<rss version="2.0"><channel><title>Đê</title>{items}</channel></rss>', content_type="application/rss+xml"
    )
    serve({"/de": page(1, "/de?page=2"), "/de?page=2": page(2, None), "/mot": page(3, None)})
    library = await Library.open(tmp_path, Settings())
    await library.add(f"{host.url}/feed")
    result = await library.keep_added(2)
    await library.close()
    assert result.articles == 2
    store = await StoreThread.open(tmp_path)
    kept = [await store(Store.article, entry_id) for entry_id in await store(Store.entry_ids, View())]
    memory = await store(Store.site_memory, kept[0].entry_id if kept[0] else 0)
    await store.close()
    expected = [lines_of(one.article, one.entry_id) for one in kept if one]
    assert sorted(memory.articles, key=lambda one: one.article) == sorted(expected, key=lambda one: one.article)
    assert len({len(one.lines) for one in expected}) == 2, "of the pages of one, and of the only page of the other"
