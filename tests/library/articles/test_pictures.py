"""Pictures of articles: fetched by the door of pages, kept as the settings say, there without a network."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli.commands.guide import open_guide
from tuinews.demo.pictures import HEIGHT, WIDTH
from tuinews.errors import ExtractError, FetchError, TuinewsError
from tuinews.library.library import Library
from tuinews.model.entry_row import Cached
from tuinews.model.refresh import FetchAhead
from tuinews.model.view import View
from tuinews.settings import Settings

Begin = Callable[..., Awaitable[Library]]


@pytest.fixture
async def begin(tmp_path: Path) -> AsyncIterator[Begin]:
    """Opens the library of this test with settings; all close with the test."""
    async with AsyncExitStack() as stack:

        async def opened(**settings: Any) -> Library:
            library = await Library.open(tmp_path, Settings(articles_per_source=3, **settings))
            stack.push_async_callback(library.close)
            return library

        yield opened


@pytest.fixture
def paper(host: Any, make_reply: Any, make_feed: Any, make_picture: Callable[..., bytes]) -> Any:
    """A host with a feed of one article that shows two pictures."""
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/tin")]))
    text = "<p>Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao.</p>" * 9
    figures = "".join(
        f'<figure><img src="/{n}.png" width="60" height="40" alt="Ảnh {n}"><figcaption>Nước lên {n}.</figcaption>'
        f"</figure>{text}"
        for n in (1, 2)
    )
    page = f"<article><h1>Tin</h1>{text}{figures}</article>"
    host.answers["/tin"] = make_reply(page, Content_Type="text/html; charset=utf-8")
    for number in (1, 2):
        # What a server calls it is only a word.
        host.answers[f"/{number}.png"] = make_reply(make_picture("PNG", (number, 9, 9)), Content_Type="text/plain")
    return host


async def first(library: Library) -> int:
    return (await library.entry_ids(View()))[0]


async def cached(library: Library) -> Cached:
    return (await library.rows([await first(library)]))[0].cached


async def test_a_refresh_may_be_told_to_keep_pictures_whatever_the_settings_say(begin: Begin, paper: Any) -> None:
    library = await begin(pictures_kept="none")
    await library.add(f"{paper.url}/rss")
    await library.refresh()
    assert await cached(library) is Cached.TEXT
    result = await library.refresh(ahead=FetchAhead(pictures=True))
    assert await cached(library) is Cached.FULL
    assert result.received > 0
    assert await library.pictures.kept(f"{paper.url}/1.png") is not None


async def test_a_budget_ends_what_is_fetched_ahead(
    begin: Begin, paper: Any, make_reply: Any, make_feed: Any
) -> None:
    page = paper.answers["/tin"].body.decode()
    entries = [(f"Tin {n}", f"{paper.url}/tin{n}") for n in range(30)]
    paper.answers["/rss"] = make_reply(make_feed(entries))
    paper.answers.update(
        {f"/tin{n}": make_reply(page.replace("Tin", f"Tin {n}").replace("đêm", f"đêm {n}")) for n in range(30)}
    )
    library = await begin()
    await library.add(f"{paper.url}/rss")
    result = await library.refresh(articles=30, ahead=FetchAhead(pictures=True, budget=5 * len(page.encode())))
    assert 0 < result.articles < 15
    assert result.articles + result.left_out == 30
    assert paper.asked.count("/1.png") == 0


async def test_the_pictures_of_an_opened_article_are_there_without_a_network(begin: Begin, paper: Any) -> None:
    library = await begin()
    await library.add(f"{paper.url}/rss")
    entry_id = await first(library)
    await library.refresh()
    assert await cached(library) is Cached.TEXT

    await library.open_article(entry_id)
    assert await library.pictures.keep(entry_id)

    assert await cached(library) is Cached.FULL
    await library.close()
    asked = len(paper.asked)
    again = await begin()
    for number in (1, 2):
        address = f"{paper.url}/{number}.png"
        picture = await again.pictures.one(entry_id, address)
        assert (picture.width, picture.height) == (60, 40)
        assert (await again.pictures.sizes(entry_id))[address].width == 60
    assert len(paper.asked) == asked


@pytest.mark.parametrize(
    ("kept", "after_refresh", "after_opening"),
    [
        ("none", Cached.TEXT, Cached.TEXT),
        ("opened", Cached.TEXT, Cached.FULL),
        ("always", Cached.FULL, Cached.FULL),
    ],
)
async def test_as_the_settings_say(
    begin: Begin, paper: Any, kept: str, after_refresh: Cached, after_opening: Cached
) -> None:
    library = await begin(pictures_kept=kept)
    await library.add(f"{paper.url}/rss")
    await library.refresh()
    assert await cached(library) is after_refresh
    entry_id = await first(library)
    assert await library.pictures.keep(entry_id) == (after_opening is Cached.FULL)
    assert await cached(library) is after_opening
    # Seen, it can be in any case.
    assert (await library.pictures.one(entry_id, f"{paper.url}/1.png")).width == 60


async def test_a_refresh_asks_once_for_what_cannot_be_had(begin: Begin, paper: Any, make_reply: Any) -> None:
    library = await begin(pictures_kept="always")
    paper.answers["/1.png"] = make_reply(status=404)
    added = await library.add(f"{paper.url}/rss")
    for _ in range(3):
        await library.refresh([added.source.id])
    assert await cached(library) is Cached.TEXT
    assert [paper.asked.count(path) for path in ("/1.png", "/2.png")] == [1, 1]
    entry_id = await first(library)
    with pytest.raises(FetchError, match="404"):
        await library.pictures.one(entry_id, f"{paper.url}/1.png")


async def test_two_who_want_one_picture_share_its_fetch(begin: Begin, paper: Any) -> None:
    import asyncio

    library = await begin()
    await library.add(f"{paper.url}/rss")
    entry_id = await first(library)
    address = f"{paper.url}/1.png"
    one, other = await asyncio.gather(
        library.pictures.one(entry_id, address), library.pictures.one(entry_id, address)
    )
    assert one == other
    assert paper.asked.count("/1.png") == 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<html>sign in</html>", "a web page instead"),
        (bytes(20_000_000), "larger than 15 MB"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged"),
        (bytes(range(256)), "not supported"),
    ],
    ids=["svg", "page", "20 MB", "odd", "bytes"],
)
async def test_what_is_no_picture_is_one_calm_line(
    begin: Begin, paper: Any, make_reply: Any, body: bytes, why: str
) -> None:
    library = await begin()
    paper.answers["/1.png"] = make_reply(body, Content_Type="image/png")
    await library.add(f"{paper.url}/rss")
    entry_id = await first(library)
    with pytest.raises((FetchError, ExtractError)) as caught:
        await library.pictures.one(entry_id, f"{paper.url}/1.png")
    assert why in str(caught.value)
    await library.open_article(entry_id)
    assert not await library.pictures.keep(entry_id)
    assert await cached(library) is Cached.TEXT


async def test_a_picture_leads_to_no_private_address_that_nobody_typed(
    begin: Begin, paper: Any, start_host: Any, make_reply: Any, make_picture: Callable[..., bytes]
) -> None:
    other = start_host()
    other.answers["/1.png"] = make_reply(make_picture())
    paper.answers["/moved.png"] = make_reply(status=302, Location=f"{other.url}/1.png")
    library = await begin()
    await library.add(f"{paper.url}/rss")
    entry_id = await first(library)
    for address in (f"{other.url}/1.png", f"{paper.url}/moved.png", "file:///etc/passwd", "tuinews:guide/1.png"):
        with pytest.raises(TuinewsError):
            await library.pictures.one(entry_id, address)
    assert other.asked == []


async def test_without_a_network_nothing_is_noted_as_failed(begin: Begin, paper: Any, make_reply: Any) -> None:
    library = await begin(pictures_kept="always")
    added = await library.add(f"{paper.url}/rss")
    entry_id = await first(library)
    await library.open_article(entry_id)
    with pytest.raises(FetchError):
        await library.pictures.one(entry_id, "http://127.0.0.1:9/1.png")
    await library.refresh([added.source.id])
    assert await cached(library) is Cached.FULL


async def test_the_guide_has_its_pictures_without_a_network(begin: Begin) -> None:
    library = await begin()
    for _ in range(2):
        await open_guide(library)
    rows = await library.rows(await library.entry_ids(View()))
    assert {row.cached for row in rows} == {Cached.FULL}
    shown = 0
    for row in rows:
        kept = await library.article(row.id)
        assert kept is not None
        for figure in kept.article.document.figures:
            picture = await library.pictures.one(row.id, figure.url)
            assert (picture.width, picture.height) == (WIDTH, HEIGHT)
            shown += 1
    assert shown >= 3
