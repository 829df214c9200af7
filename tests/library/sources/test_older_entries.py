"""Older entries: the pages behind a listing, fetched one by one when the reader comes to the end of the list."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.library.library import Library
from tuinews.model.source import Source
from tuinews.model.view import View
from tuinews.settings import Settings

ON_A_PAGE = 8


def listing(page: int, after: str | None) -> str:
    """A page of eight headlines without dates, with a link to the next page."""
    items = "".join(
        f"<div class='item'><h3><a href='/bai-{page}-{n}.html'>"
        f"Tin số {n} của trang {page} kể chuyện làng ven sông</a></h3>"
        f"<p class='sapo'>Tóm tắt của tin số {n} trên trang {page}, vài lời về chuyện đã xảy ra.</p></div>"
        for n in range(ON_A_PAGE)
    )
    pager = f"<div class='pagination'><a rel='next' href='{after}'>Trang sau</a></div>" if after else ""
    return f"<html><head><title>Tin làng</title></head><body><main>{items}</main>{pager}</body></html>"


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
        host.answers |= {
            path: make_reply(text, content_type="text/html", etag=f'"{path}"') for path, text in pages.items()
        }

    return those


@pytest.fixture
async def source(library: Library, host: Any, serve: Serve) -> Source:
    """A listing of three pages."""
    pages = {n: f"/tin/trang-{n}/" for n in (2, 3)}
    serve({"/tin/": listing(1, pages[2]), pages[2]: listing(2, pages[3]), pages[3]: listing(3, None)})
    return (await library.add(f"{host.url}/tin/")).source


async def titles(library: Library, source: Source) -> list[str]:
    rows = await library.rows(await library.entry_ids(View(source_id=source.id)))
    return [row.title.split(" kể")[0].removeprefix("Tin số ") for row in rows]


async def test_each_look_brings_the_next_page_below_what_is_known(library: Library, source: Source) -> None:
    first = [f"{n} của trang 1" for n in range(ON_A_PAGE)]
    assert await titles(library, source) == first
    assert await library.older(source.id) == ON_A_PAGE
    second = [*first, *(f"{n} của trang 2" for n in range(ON_A_PAGE))]
    assert await titles(library, source) == second
    assert await library.older(source.id) == ON_A_PAGE
    assert await titles(library, source) == [*second, *(f"{n} của trang 3" for n in range(ON_A_PAGE))]


async def test_behind_the_last_page_nothing_is_asked_for(library: Library, source: Source, host: Any) -> None:
    await library.older(source.id)
    await library.older(source.id)
    asked = len(host.asked)
    assert await library.older(source.id) == 0
    assert len(host.asked) == asked


async def test_a_look_at_older_entries_leaves_the_refresh_as_it_was(library: Library, source: Source) -> None:
    before = await library.source(source.id)
    await library.older(source.id)
    after = await library.source(source.id)
    assert (after.etag, after.last_refresh, after.next_refresh) == (
        before.etag,
        before.last_refresh,
        before.next_refresh,
    )


async def test_a_refresh_does_not_begin_at_the_second_page_again(
    library: Library, source: Source, host: Any, serve: Serve
) -> None:
    await library.older(source.id)
    serve({"/tin/": listing(1, "/tin/trang-2/").replace("Tin làng", "Tin làng ta")})
    host.answers["/tin/"].headers["etag"] = '"new"'
    await library.refresh([source.id], articles=0)
    await library.older(source.id)
    assert host.asked.count("/tin/trang-2/") == 1
    assert host.asked[-1] == "/tin/trang-3/"


async def test_a_page_that_is_known_already_is_passed_over(
    library: Library, source: Source, host: Any, serve: Serve
) -> None:
    serve({"/tin/trang-2/": listing(1, "/tin/trang-3/")})
    assert await library.older(source.id) == ON_A_PAGE
    assert host.asked[-1] == "/tin/trang-3/"


async def test_a_page_that_is_gone_is_the_end_and_a_failing_one_is_tried_again(
    library: Library, source: Source, host: Any, make_reply: Callable[..., Any]
) -> None:
    second = host.answers["/tin/trang-2/"]
    host.answers["/tin/trang-2/"] = make_reply("", status=500)
    with pytest.raises(FetchError, match="500"):
        await library.older(source.id)
    host.answers["/tin/trang-2/"] = second
    assert await library.older(source.id) == ON_A_PAGE
    del host.answers["/tin/trang-3/"]
    assert await library.older(source.id) == 0
    asked = len(host.asked)
    assert await library.older(source.id) == 0
    assert len(host.asked) == asked


async def test_pages_that_lead_in_a_circle_end(library: Library, source: Source, host: Any, serve: Serve) -> None:
    serve({"/tin/trang-3/": listing(3, "/tin/trang-2/")})
    assert [await library.older(source.id) for _ in range(4)] == [ON_A_PAGE, ON_A_PAGE, 0, 0]


async def test_two_who_ask_share_one_look(library: Library, source: Source, host: Any) -> None:
    both = await asyncio.gather(library.older(source.id), library.older(source.id))
    assert list(both) == [ON_A_PAGE] * 2
    assert host.asked.count("/tin/trang-2/") == 1


async def test_a_source_without_pages_has_no_older_entries(
    library: Library, host: Any, make_reply: Callable[..., Any], make_feed: Callable[..., str]
) -> None:
    host.answers["/rss.xml"] = make_reply(make_feed([("Một", f"{host.url}/mot.html")]))
    added = await library.add(f"{host.url}/rss.xml")
    assert await library.older(added.source.id) == 0


async def test_other_pages_behind_a_list_are_followed_once_the_old_ones_have_ended(
    library: Library, source: Source, host: Any, serve: Serve
) -> None:
    assert [await library.older(source.id) for _ in range(3)] == [ON_A_PAGE, ON_A_PAGE, 0]
    serve({"/tin/": listing(1, "/tin/cu-hon/"), "/tin/cu-hon/": listing(4, None)})
    host.answers["/tin/"].headers["etag"] = '"new"'
    await library.refresh([source.id], articles=0)
    assert await library.older(source.id) == ON_A_PAGE
    assert host.asked[-1] == "/tin/cu-hon/"


async def test_the_same_pages_are_not_followed_again_once_they_have_ended(
    library: Library, source: Source, host: Any, serve: Serve
) -> None:
    assert [await library.older(source.id) for _ in range(3)] == [ON_A_PAGE, ON_A_PAGE, 0]
    serve({"/tin/": listing(1, "/tin/trang-2/").replace("Tin làng", "Tin làng ta")})
    host.answers["/tin/"].headers["etag"] = '"new"'
    await library.refresh([source.id], articles=0)
    asked = len(host.asked)
    assert await library.older(source.id) == 0
    assert len(host.asked) == asked


async def test_other_pages_wait_while_the_old_ones_go_on(
    library: Library, source: Source, host: Any, serve: Serve
) -> None:
    assert await library.older(source.id) == ON_A_PAGE
    serve({"/tin/": listing(1, "/tin/cu-hon/"), "/tin/cu-hon/": listing(4, None)})
    host.answers["/tin/"].headers["etag"] = '"new"'
    await library.refresh([source.id], articles=0)
    assert await library.older(source.id) == ON_A_PAGE
    assert host.asked[-1] == "/tin/trang-3/"
