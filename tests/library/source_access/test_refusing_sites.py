"""Sites that refuse an ordinary request: what is set for a source is sent to its own origin, and told nowhere."""

import base64
import logging
import os
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import FetchError, TuinewsError
from tuinews.library.library import Library
from tuinews.library.library import Library as Opened
from tuinews.model.source import Source
from tuinews.model.sources.options import SourceOptions
from tuinews.model.view import View
from tuinews.settings import Settings

SECRET = "s3cr3t-of-the-test"
TEXT = "<p>Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao.</p>" * 30
ALL = View()


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Opened]:
    opened = await Library.open(tmp_path / "library", Settings(articles_per_source=2))
    yield opened
    await opened.close()


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., str]:
    """`script("print(1)")`: a command line that runs this Python."""
    count = iter(range(100))

    def write(code: str, *arguments: str) -> str:
        path = tmp_path / f"command {next(count)}.py"
        path.write_text(code)
        return " ".join([sys.executable, f'"{path}"', *arguments])

    return write


class Guarded:
    """A host whose feed and pages are refused where `lets_in` says no of the headers of a request."""

    def __init__(
        self, host: Any, make_reply: Any, feed: str, lets_in: Callable[[Mapping[str, str]], bool]
    ) -> None:
        self.host, self.url = host, host.url
        self._reply, self._lets_in = make_reply, lets_in
        host.answers["/rss"] = self._guard(make_reply(feed))
        for number in range(2):
            page = make_reply(f"<article><h1>Tin {number}</h1>{TEXT}</article>", Content_Type="text/html")
            host.answers[f"/{number}"] = self._guard(page)

    def _guard(self, reply: Any) -> Callable[[Mapping[str, str]], Any]:
        return lambda headers: reply if self._lets_in(headers) else self._reply("no", status=403)


@pytest.fixture
def guarded(host: Any, make_reply: Any, make_feed: Any) -> Callable[..., Guarded]:
    feed = make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(2)])
    return lambda lets_in: Guarded(host, make_reply, feed, lets_in)


async def added(library: Opened, site: Any, **options: str) -> Source:
    return (await library.add(f"{site.url}/rss", options=options)).source


def cookies_file(tmp_path: Path, *lines: tuple[str, ...]) -> Path:
    path = tmp_path / "cookies.txt"
    path.write_text("# Netscape HTTP Cookie File\n" + "".join("\t".join(line) + "\n" for line in lines))
    return path


async def test_headers_from_the_environment_open_a_source_and_its_pages(
    library: Opened, guarded: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = guarded(lambda headers: headers.get("x-api-key") == SECRET and headers["accept-language"] == "vi")
    monkeypatch.setenv("TUINEWS_TEST_KEY", SECRET)
    with pytest.raises(FetchError, match="403"):
        await added(library, site)

    source = await added(library, site, headers="Accept-Language: vi | X-Api-Key: ${TUINEWS_TEST_KEY}")

    assert source.total == 2
    assert (await library.refresh()).articles == 2
    monkeypatch.delenv("TUINEWS_TEST_KEY")
    result = await library.refresh([source.id])
    assert result.failed[0].error.startswith("its headers: the environment variable TUINEWS_TEST_KEY is not set")


@pytest.mark.parametrize(
    "typed",
    [
        "Authorization: Bearer abc",
        "Cookie: a=b",
        "X-Auth-Token: 123",
        "X-Api-Key: price in $",
        "Host: other.example",
        "Content-Length: 7",
        "X-A: one\r\nX-B: two",
        "X-A one",
        "X-Ä: one",
        "X-A: mưa",
        "X-A: ",
    ],
)
async def test_headers_that_hold_a_secret_or_would_break_a_request_are_refused(
    library: Opened, guarded: Any, typed: str
) -> None:
    source = await added(library, guarded(lambda _headers: True))
    with pytest.raises(TuinewsError, match="headers: must be"):
        await library.set_source(source.id, {"headers": typed})


async def test_a_variable_that_would_add_a_header_is_not_sent(
    library: Opened, guarded: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = guarded(lambda _headers: True)
    source = await added(library, site)
    await library.set_source(source.id, {"headers": "X-Token: $TUINEWS_TEST_KEY"})
    monkeypatch.setenv("TUINEWS_TEST_KEY", f"a\r\nX-Injected: {SECRET}")
    site.host.headers.clear()

    result = await library.refresh([source.id])

    assert site.host.headers == []
    assert SECRET not in str(result)
    assert "a variable holds more than one line" in result.failed[0].error


async def test_cookies_of_a_browser_are_sent_by_their_own_rules(
    library: Opened, guarded: Any, tmp_path: Path
) -> None:
    later, over = str(int(time.time()) + 9999), str(int(time.time()) - 9999)
    file = cookies_file(
        tmp_path,
        ("127.0.0.1", "FALSE", "/", "FALSE", later, "session", SECRET),
        ("#HttpOnly_127.0.0.1", "FALSE", "/rss", "FALSE", "0", "feed", "1"),
        ("127.0.0.1", "FALSE", "/", "TRUE", later, "secure", "no"),
        ("127.0.0.1", "FALSE", "/", "FALSE", over, "old", "no"),
        (".other.example", "TRUE", "/", "FALSE", later, "other", "no"),
        ("127.0.0.1", "FALSE", "/", "FALSE", later, "broken name", "no"),
        ("127.0.0.1", "FALSE", "/", "FALSE", later, "injected", "a;b"),
    )
    site = guarded(lambda headers: f"session={SECRET}" in headers.get("cookie", ""))

    source = await added(library, site, cookies=str(file))
    site.host.headers.clear()
    await library.refresh([source.id])

    cookies = [headers["cookie"] for headers in site.host.headers]
    assert cookies == [f"session={SECRET}; feed=1", f"session={SECRET}", f"session={SECRET}"]
    file.unlink()
    assert (await library.refresh([source.id])).failed[0].error.startswith("its file of cookies: No such file")


@pytest.mark.parametrize(
    "printed", [f"sid={SECRET}; other=1", f"127.0.0.1\\tFALSE\\t/\\tFALSE\\t0\\tsid\\t{SECRET}"]
)
async def test_a_command_gives_cookies_in_either_form_and_is_asked_once(
    library: Opened, guarded: Any, script: Any, tmp_path: Path, printed: str
) -> None:
    site = guarded(lambda headers: f"sid={SECRET}" in headers.get("cookie", ""))
    log = tmp_path / "asked"
    command = script(f"open({str(log)!r}, 'a').write('x')\nprint('{printed}')")

    source = await added(library, site, cookie_command=command)
    await library.refresh([source.id])

    assert source.total == 2
    assert {h["cookie"].partition(";")[0] for h in site.host.headers if "cookie" in h} == {f"sid={SECRET}"}
    # Once when it was added, and not again for the refresh and its pages.
    assert log.read_text() == "x"


async def test_a_password_command_signs_in(library: Opened, guarded: Any, script: Any) -> None:
    login = "Basic " + base64.b64encode(f"lan:{SECRET}".encode()).decode()
    site = guarded(lambda headers: headers.get("authorization") == login)
    command = script(f"print({SECRET!r})\nprint('more')")

    source = await added(library, site, user="lan", password_command=command)

    assert source.total == 2
    assert (await library.refresh()).articles == 2
    await library.set_source(source.id, {"user": ""})
    assert "403" in (await library.refresh([source.id])).failed[0].error


async def test_the_user_may_stand_in_the_address(library: Opened, guarded: Any, script: Any) -> None:
    login = "Basic " + base64.b64encode(f"lan anh:{SECRET}".encode()).decode()
    site = guarded(lambda headers: headers.get("authorization") == login)
    address = site.url.replace("//", "//lan%20anh@") + "/rss"

    added = await library.add(address, options={"password_command": script(f"print({SECRET!r})")})

    assert added.source.total == 2
    assert SECRET not in str(added)


@pytest.fixture
def web(host: Any, make_reply: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A proxy, which is asked for whole addresses and so can be every host at once; `web(address, body)`."""
    monkeypatch.setenv("http_proxy", host.url)

    class Web:
        asked = host.asked

        def page(self, address: str, body: str, **more: Any) -> None:
            host.answers[address] = make_reply(body, **more)

        def headers_of(self, start: str) -> list[Mapping[str, str]]:
            return [h for path, h in zip(host.asked, host.headers, strict=True) if path.startswith(start)]

    return Web()


PAGE = f"<article><h1>Tin</h1>{TEXT}</article>"


async def test_a_path_from_here_is_made_whole(library: Opened, guarded: Any) -> None:
    source = await added(library, guarded(lambda _headers: True))
    now = await library.set_source(source.id, {"cookies": "cookies.txt"})
    assert now.options.cookies == str(Path("cookies.txt").absolute())
    assert (await library.set_source(source.id, {"cookies": "~/c.txt"})).options.cookies == "~/c.txt"


async def test_what_is_secret_goes_to_no_other_origin(
    library: Opened, web: Any, script: Any, make_feed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUINEWS_TEST_KEY", SECRET)
    away = ("http://www.own.test", "http://own.test:8080", "http://xown.test", "http://own.test.other.test")
    links = [("Tin", "http://own.test/1"), ("Đi", "http://own.test/away"), ("Về", f"{away[0]}/back")]
    web.page("http://own.test/rss", make_feed([*links, *((f"Tin {n}", f"{to}/p") for n, to in enumerate(away))]))
    web.page("http://own.test/1", PAGE, Content_Type="text/html")
    web.page("http://own.test/away", "", status=301, Location=f"{away[0]}/p")
    web.page(f"{away[0]}/back", "", status=302, Location="http://own.test/1")
    for address in away:
        web.page(f"{address}/p", PAGE, Content_Type="text/html")
    file = cookies_file(tmp_path, (".own.test", "TRUE", "/", "FALSE", "0", "session", SECRET))
    source = (await library.add("http://own.test/rss")).source
    await library.set_source(
        source.id,
        {
            "headers": "X-Api-Key: $TUINEWS_TEST_KEY | X-Plain: own",
            "cookies": str(file),
            "cookie_command": script(f"print('more={SECRET}')"),
            "user": "lan",
            "password_command": script(f"print({SECRET!r})"),
            "user_agent": "Mozilla/5.0",
        },
    )

    await library.refresh([source.id], articles=20)

    own = web.headers_of("http://own.test/")
    assert own[1]["x-api-key"] == SECRET
    assert own[1]["cookie"] == f"session={SECRET}; more={SECRET}"
    assert own[1]["authorization"].startswith("Basic ")
    for address in away:
        sent = web.headers_of(address)
        assert sent, address
        for headers in sent:
            assert not {"authorization", "cookie", "x-api-key", "x-plain"} & set(headers)
            assert SECRET not in str(headers)
            assert headers["user-agent"] == "Mozilla/5.0"


@pytest.mark.parametrize("how", ["redirect", "said by the feed", "gone, with a page beside it"])
async def test_a_source_with_secrets_never_moves_to_another_origin(
    library: Opened, web: Any, make_feed: Any, how: str
) -> None:
    feed = make_feed([("Tin", "http://own.test/1")], more="<link>http://other.test/</link>")
    web.page("http://own.test/rss", feed)
    source = (await library.add("http://own.test/rss")).source
    await library.set_source(source.id, {"headers": "X-Plain: own"})
    there = make_feed([("Khác", "http://other.test/9")])
    web.page("http://other.test/rss", there)
    web.page(
        "http://other.test/", "".join(f"<h2><a href='/{n}'>Một tin khá dài số {n}</a></h2>" for n in range(9))
    )
    if how == "redirect":
        web.page("http://own.test/rss", "", status=301, Location="http://other.test/rss")
    elif how == "said by the feed":
        moved = "<itunes:new-feed-url>http://other.test/rss</itunes:new-feed-url></channel>"
        space = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" version='
        web.page("http://own.test/rss", feed.replace("</channel>", moved).replace("version=", space, 1))
    else:
        web.page("http://own.test/rss", "", status=410)

    for _ in range(3):
        await library.refresh([source.id], articles=0)

    assert (await library.source(source.id)).url == source.url
    for headers in web.headers_of("http://other.test/"):
        assert "x-plain" not in headers


async def test_a_fetch_command_gives_the_pages_of_its_own_origin_alone(
    library: Opened, web: Any, make_feed: Any, script: Any, tmp_path: Path
) -> None:
    log = tmp_path / "asked"
    links = [("Tin 0", "http://own.test/0"), ("Tin 1", "http://other.test/1")]
    web.page("http://other.test/1", PAGE, Content_Type="text/html")
    command = script(
        f"""import sys
open({str(log)!r}, 'a').write(sys.argv[2] + '\\n')
sys.stderr.write('noise on the screen')
if sys.argv[2].endswith('/rss'):
    print({make_feed(links)!r})
else:
    print({PAGE!r})
""",
        "--get {url} -q",
    )

    source = (await library.add("http://own.test/rss", options={"fetch_command": command})).source
    await library.refresh([source.id])

    assert web.asked == ["http://other.test/1"]
    assert log.read_text().split() == ["http://own.test/rss", "http://own.test/rss", "http://own.test/0"]
    assert source.total == 2


async def test_a_shell_never_sees_a_command(library: Opened, host: Any, make_feed: Any, script: Any) -> None:
    feed = make_feed([("Tin", f"{host.url}/0")])
    command = script(f"import sys\nassert sys.argv[1] == '; rm -rf $HOME `id`', sys.argv\nprint({feed!r})")
    source = await added(library, host, fetch_command=f"{command} '; rm -rf $HOME `id`'")
    assert source.total == 1


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise SystemExit(3)", "its fetch command: it ended with status 3"),
        (f"print({SECRET!r})\nraise SystemExit(1)", "its fetch command: it ended with status 1"),
        ("", "its fetch command printed nothing"),
        (
            "import sys\nwhile True: sys.stdout.write('x' * 1_000_000)",
            "its fetch command: it printed more than 15 MB",
        ),
    ],
)
async def test_a_command_that_fails_or_floods_is_one_line_and_ends(
    library: Opened, host: Any, script: Any, code: str, says: str
) -> None:
    with pytest.raises(FetchError) as caught:
        await added(library, host, fetch_command=script(code))
    assert says in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("command", ["/no/such/program", "/"])
async def test_a_command_that_is_none_is_one_line(library: Opened, host: Any, command: str) -> None:
    with pytest.raises(FetchError, match=r"its fetch command: (there is no such program|it cannot be started)"):
        await added(library, host, fetch_command=command)


@pytest.mark.parametrize("output", ["", "\\n", "no cookies here\\nat all", "a\\tb"])
async def test_what_is_no_cookie_is_said_without_its_words(
    library: Opened, guarded: Any, script: Any, output: str
) -> None:
    site = guarded(lambda _headers: True)
    with pytest.raises(FetchError) as caught:
        await added(library, site, cookie_command=script(f"print('{output}{SECRET}' if {output!r} else '')"))
    assert str(caught.value).startswith("127.0.0.1: its cookie command: it has no cookies")
    assert SECRET not in str(caught.value)


async def test_no_secret_is_in_the_library_its_lists_and_messages(
    tmp_path: Path,
    guarded: Any,
    script: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("TUINEWS_TEST_KEY", SECRET)
    caplog.set_level(logging.INFO)
    site = guarded(lambda headers: "x-api-key" in headers)
    file = cookies_file(tmp_path, ("127.0.0.1", "FALSE", "/", "FALSE", "0", "session", SECRET))
    variables = "import os\nprint(os.environ['TUINEWS_TEST_KEY'])"
    options = {
        "headers": "X-Api-Key: $TUINEWS_TEST_KEY",
        "cookies": str(file),
        "cookie_command": script(variables.replace("print(", "print('a=' + ")),
        "user": "lan",
        "password_command": script(variables),
    }
    library = await Library.open(tmp_path / "library", Settings())
    source = await added(library, site, **options)
    # A server that says again what it was told, in a status of its own.
    site.host.answers["/rss"] = lambda headers: _Echo(headers)
    result = await library.refresh([source.id])
    said = [str(result), str(source), await library.export_opml(), await library.export_opml_with_secrets()]
    said += [str(one) for one in await library.sources()]
    await library.close()
    said.append(caplog.text)

    assert result.failed
    held = b"".join(path.read_bytes() for path in (tmp_path / "library").rglob("*") if path.is_file())
    login = base64.b64encode(f"lan:{SECRET}".encode()).decode()
    for secret in (SECRET, login):
        assert secret not in "\n".join(said)
        assert secret.encode() not in held
    assert "TUINEWS_TEST_KEY" in said[2]


class _Echo:
    """An answer that repeats what it was asked with."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        told = " ".join([headers["x-api-key"], headers["cookie"], headers["authorization"]])
        self.body, self.status, self.headers = told.encode(), 499, {"X-Told": told}


async def test_a_strangers_list_sets_no_command_and_ones_own_does(
    library: Opened, host: Any, make_feed: Any, script: Any, tmp_path: Path
) -> None:
    command = script(f"print({make_feed([('Tin', host.url)])!r})")
    options = {
        "fetch_command": command,
        "cookies": "~/cookies.txt",
        "headers": "X-Plain: own",
        "password_command": "pass show 'a b'",
        "user": "lan",
        "articles": "3",
    }
    source = await added(library, host, fetch_command=command)
    await library.set_source(source.id, options)
    exported = tmp_path / "mine.opml"
    exported.write_text(await library.export_opml())
    assert source.total == 1

    from tuinews.library.sources.list_files import list_in_file
    from tuinews.subscriptions.reading import parse_own_list

    stranger = list_in_file(exported)
    assert stranger.sources[0].options == SourceOptions(articles=3, headers=(("X-Plain", "own"),), user="lan")
    assert [one.why for one in stranger.skipped] == ["its commands, cookies and variables were left out"]
    own = list_in_file(exported, parse_own_list)
    assert own.skipped == ()
    whole = (await library.source(source.id)).options
    assert own.sources[0].options == whole

    await library.set_source(source.id, {**dict.fromkeys(options, ""), "articles": "7"})
    bare = (await library.source(source.id)).options
    assert (await library.import_sources(stranger)).options == 0
    assert (await library.preview_import(own)).options == 1
    assert (await library.source(source.id)).options == bare
    assert (await library.import_sources(own)).options == 1
    assert (await library.source(source.id)).options == replace(whole, articles=7)  # what is set here stays
    assert (await library.import_sources(own)).options == 0
    await library.undo()
    assert (await library.source(source.id)).options == bare


async def test_a_page_that_a_browser_saved_becomes_the_text_of_an_article(
    library: Opened, guarded: Any, tmp_path: Path
) -> None:
    site = guarded(lambda headers: headers.get("user-agent", "").startswith("Mozilla"))
    await added(library, site, user_agent="Mozilla/5.0")
    await library.set_source(1, {"user_agent": ""})
    first = (await library.entry_ids(ALL))[0]
    with pytest.raises(FetchError, match="403"):
        await library.open_article(first)
    saved = tmp_path / "Tin 0.html"
    saved.write_text(f"<title>Tin</title><article><h1>Tin</h1>{TEXT}<p><a href='/x'>Thêm</a></p></article>")

    kept = await library.keep_page(first, saved)

    assert (kept.entry_id, kept.article.url) == (first, f"{site.url}/0")
    assert "Nước sông" in kept.article.text
    assert f"{site.url}/x" in str(kept.article.document)
    again = await library.open_article(first)
    assert again.article.text == kept.article.text
    with pytest.raises(TuinewsError, match="No such file"):
        await library.keep_page(first, tmp_path / "none.html")


async def test_a_page_in_one_file_of_mime_is_read(library: Opened, guarded: Any, tmp_path: Path) -> None:
    await added(library, guarded(lambda _headers: True))
    saved = tmp_path / "tin.mhtml"
    page = f"<article><h1>Tin</h1>{TEXT}</article>".encode()
    saved.write_bytes(
        b"From: <Saved by Blink>\r\nSubject: Tin\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b\r\n"
        b'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        + base64.encodebytes(page)
        + b"\r\n--b--\r\n"
    )
    kept = await library.keep_page((await library.entry_ids(ALL))[0], saved)
    assert "Nước sông" in kept.article.text


def test_the_environment_of_the_test_is_clean() -> None:
    assert SECRET not in os.environ.values()
