"""A page that comes in place of a list has links too: nothing of it is listed, and what was there stays."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tuinews.errors import ExtractError, FetchError, WallError
from tuinews.library.library import Library
from tuinews.library.listings import FetchedListing, listing_of
from tuinews.library.replaced_pages import check_still
from tuinews.model.page import Page
from tuinews.model.source import Source, SourceKind
from tuinews.model.view import View

SITE = "https://town.example"
HTML = {"Content_Type": "text/html; charset=utf-8"}


def page(title: str, *body: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{''.join(body)}</body></html>"


def links(*named: tuple[str, str]) -> str:
    return f"<ul>{''.join(f'<li><a href={address!r}>{words}</a></li>' for address, words in named)}</ul>"


def stories(numbers: range, title: str = "The council votes on plan number {}", path: str = "/n/{}") -> str:
    return page(
        "Town",
        *(
            f"<article><h2><a href='{path.format(n)}'>{title.format(n)}</a></h2>"
            f"<time datetime='2026-11-{n % 28 + 1:02}'>{n}</time><p>Some words of it here.</p></article>"
            for n in numbers
        ),
    )


SIGN_IN = page(
    "Đăng nhập",
    "<form><input type=password></form>",
    links(
        ("/quen-mat-khau-cua-ban", "Quên mật khẩu? Nhận trợ giúp tại đây"),
        ("/tao-mot-tai-khoan-moi", "Tạo một tài khoản mới ngay hôm nay"),
        ("/dieu-khoan-su-dung-trang", "Điều khoản sử dụng của trang này"),
    ),
)
WALLS = {
    "sign-in": (SIGN_IN, "asks for a sign-in"),
    "consent": (
        page(
            "Votre vie privée",
            links(*((f"/vie-privee/{n}", f"Politique numéro {n} et ses choix") for n in range(5))),
        ),
        "asks for consent",
    ),
    "consent with as many links as the list": (
        page(
            "Ihre Privatsphäre ist uns wichtig",
            links(*((f"/partner/{n}", f"Angaben des Partners {n} und Ihre Wahl") for n in range(12))),
        ),
        "asks for consent",
    ),
    "check for robots": (
        page(
            "Один момент",
            "<script src='/cdn-cgi/challenge-platform/x.js'></script>",
            links(("/5xx", "Защита сайта")),
        ),
        "checks for robots",
    ),
    "a domain for sale": (
        page("town.example", links(*((f"/search?q={n}", f"Cheap offers and deals online {n}") for n in range(5)))),
        "no list",
    ),
    "soft 404": (
        page("ページが見つかりません", links(("/world/", "国際"), ("/life/", "くらし"))),
        "no longer exists",
    ),
    "maintenance": (page("قيد الصيانة", links(("https://x.example/a", "صفحتنا على الشبكة"))), "maintenance"),
}


async def _titles(library: Library) -> set[str]:
    return {row.title for row in await library.rows(await library.entry_ids(View()))}


async def _after(library: Library) -> Source:
    await library.refresh(articles=0)
    return (await library.sources())[0]


async def test_nothing_of_a_wall_is_listed_and_it_goes_away_when_it_is_over(
    empty: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/"] = make_reply(stories(range(8)), **HTML)
    await empty.add(f"{host.url}/")
    before = await _titles(empty)
    for name, (wall, why) in WALLS.items():
        host.answers["/"] = make_reply(wall, **HTML)
        source = await _after(empty)
        assert (await _titles(empty), why in (source.error or "")) == (before, True), (name, source.error)
    host.answers["/"] = make_reply(status=302, Location="/welcome")
    plans = ((f"/plan/{n}", f"Choose the internet plan number {n} for your stay") for n in range(5))
    host.answers["/welcome"] = make_reply(page("Hotel", links(*plans)), **HTML)
    assert "another page" in ((await _after(empty)).error or "")
    assert await _titles(empty) == before

    host.answers["/"] = make_reply(stories(range(5, 11)), **HTML)
    source = await _after(empty)
    assert (source.total, source.error) == (11, None)


@pytest.mark.parametrize(
    "anew",
    [
        stories(range(20, 26)),
        stories(range(9), "New story about the harbour number {}", "/s/2026/{}-some-long-slug-of-news"),
        page("Phố", links(*((f"/n/{n}", f"Hội đồng {n}") for n in range(30, 33)))),
    ],
    ids=["all of it is new", "a new design", "a guess at addresses of the same form"],
)
async def test_a_list_of_other_articles_is_still_one(
    empty: Library, host: Any, make_reply: Any, anew: str
) -> None:
    host.answers["/"] = make_reply(stories(range(8)), **HTML)
    await empty.add(f"{host.url}/")
    host.answers["/"] = make_reply(anew, **HTML)
    source = await _after(empty)
    assert source.error is None
    assert source.total > 8


async def test_a_wall_stands_in_for_no_dead_feed_and_is_named_where_a_feed_was(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    feed = make_feed([(f"Tin {n}", f"{host.url}/n/{n}") for n in range(3)], more=f"<link>{host.url}/</link>")
    host.answers |= {"/rss": make_reply(feed), "/": make_reply(SIGN_IN, **HTML)}
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(status=404)
    source = await _after(empty)
    assert (source.kind, source.total) == (SourceKind.FEED, 3)
    assert "404" in (source.error or "")
    host.answers["/rss"] = make_reply(SIGN_IN, **HTML)
    source = await _after(empty)
    assert (source.total, "asks for a sign-in" in (source.error or "")) == (3, True)


async def test_older_entries_are_none_of_a_wall_and_may_come_later(
    empty: Library, host: Any, make_reply: Any
) -> None:
    more = stories(range(8)).replace("</body>", "<a rel=next href='/page/2'>Older posts</a></body>")
    host.answers |= {"/": make_reply(more, **HTML), "/page/2": make_reply(SIGN_IN, **HTML)}
    added = await empty.add(f"{host.url}/")
    with pytest.raises(FetchError, match="asks for a sign-in"):
        await empty.older(added.source.id)
    host.answers["/page/2"] = make_reply(stories(range(8, 12)), **HTML)
    assert await empty.older(added.source.id) == 4


async def test_a_wall_that_is_added_is_named(empty: Library, host: Any, make_reply: Any) -> None:
    host.answers["/"] = make_reply(SIGN_IN, **HTML)
    with pytest.raises(WallError, match="asks for a sign-in"):
        await empty.add(f"{host.url}/")
    added = await empty.add(f"{host.url}/", kind=SourceKind.LISTING)
    assert added.entries == 3


def _fetched(html: str, day: int) -> FetchedListing:
    at = datetime(2026, 11, day, tzinfo=UTC)
    return listing_of(Page(f"{SITE}/", f"{SITE}/", html.encode(), {"content-type": "text/html"}, at))


def test_a_short_list_without_dates_is_believed_once_it_has_lasted() -> None:
    known = [f"{SITE}/n/{n}" for n in range(8)]
    failing = datetime(2026, 11, 1, tzinfo=UTC)
    source = Source(1, SourceKind.LISTING, "Town", f"{SITE}/", total=8, failing_since=failing)
    named = ((f"/a-long-slug-of-news-{n}", f"The harbour is closed by fog for the {n}th day") for n in range(5))
    short = page("Town", *(f"<h2><a href={address!r}>{words}</a></h2>" for address, words in named))
    with pytest.raises(ExtractError):
        check_still(source, _fetched(short, 2), known)
    check_still(source, _fetched(short, 5), known)
    with pytest.raises(WallError):
        check_still(source, _fetched(SIGN_IN, 5), known)


@pytest.mark.parametrize(
    ("pages", "is_offline"),
    [
        (
            [
                page("Guest network", "<p>Room 12: accept our terms.</p>"),
                page("Guest network", "<p>Room 7: accept our terms.</p>"),
            ],
            True,
        ),
        ([page("Wartung", "<p>Gleich wieder da.</p>")] * 2, False),
        ([page("Guest network", "<p>Accept.</p>"), page("Hello", "<p>Welcome here.</p>")], False),
        ([page("Guest network", "<p>Accept.</p>"), None], False),
    ],
    ids=["a network's sign-in", "maintenance of both", "two pages", "one answers"],
)
async def test_one_page_in_place_of_all_sources_is_the_networks(
    library: Library, start_host: Any, make_feed: Any, make_reply: Any, pages: list[str | None], is_offline: bool
) -> None:
    await library.remove_sources([source.id for source in await library.sources()])
    for answer in pages:
        host = start_host()
        host.answers["/rss"] = make_reply(make_feed([("The council votes", f"{host.url}/1")]))
        await library.add(f"{host.url}/rss")
        if answer is not None:
            host.answers["/rss"] = make_reply(answer, **HTML)
    result = await library.refresh(articles=0)
    assert (len(result.failed), result.offline) == (sum(map(bool, pages)), is_offline)
    assert [source.total for source in await library.sources()] == [1, 1]
    assert any(source.error for source in await library.sources()) is not is_offline, "no source is at fault"
