"""Downloads: whole, broken off and gone on with, refused, paused, one at a host, over restarts."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from media_host import MediaHost, stock

from tuinews.library.library import Library
from tuinews.model.media.downloads import Download, DownloadState, DownloadsUnderWay, QueueingResult
from tuinews.settings import Settings


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not true():
            await asyncio.sleep(0.01)


async def only(library: Library) -> Download:
    (one,) = await library.downloads.every()
    return one


async def test_a_file_comes_whole_under_the_name_of_its_article(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    library = await Library.open(tmp_path / "data", settings)
    told: list[int] = []
    library.downloads.watch(lambda: told.append(1))
    assert await library.downloads.add([entry]) == QueueingResult(1, 0)
    assert await library.downloads.add([entry]) == QueueingResult(0, 1)
    await library.downloads.finished()
    one = await only(library)
    await library.close()
    file = place / "The one at film.mp4"
    assert (one.state, one.file, one.share) == (DownloadState.DONE, file, 1.0)
    assert file.read_bytes() == media.files["/film.mp4"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in place.iterdir()] == [file.name]
    assert media.wanted_ranges == [None]
    assert media.asked[0][1]["accept-encoding"] == "identity"
    assert told


async def test_what_was_broken_off_goes_on_where_it_stopped(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.cut, media.holds = 1_000_000, True
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await until(lambda: any(p.stat().st_size == 1_000_000 for p in place.glob("*.part")))
    await library.close()
    media.cut = None
    again = await Library.open(tmp_path / "data", settings)
    assert (await only(again)).state is DownloadState.WAITING
    await again.downloads.go_on()
    await again.downloads.finished()
    one = await only(again)
    await again.close()
    assert media.wanted_ranges == [None, "bytes=1000000-"]
    assert media.asked[1][1]["if-range"] == '"v1"'
    assert one.file is not None
    assert one.file.read_bytes() == media.files["/film.mp4"]


async def test_another_version_or_a_server_without_ranges_starts_anew(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    changes: tuple[dict[str, object], ...] = (
        {"etag": '"v2"'},
        {"etag": '"v2"', "asks_version": False},
        {"ranges": False},
        {"etag": ""},
    )
    for number, change in enumerate(changes):
        data, film = tmp_path / f"data{number}", media.files["/film.mp4"]
        media.etag, media.ranges, media.cut, media.holds = '"v1"', True, 1_000_000, True
        media.asks_version = True
        (entry,) = stock(data, media, "/film.mp4")
        library = await Library.open(data, settings)
        await library.downloads.add([entry])
        await until(lambda: any(p.stat().st_size == 1_000_000 for p in place.glob("*.part")))
        await library.close()
        media.cut = None
        for name, value in change.items():
            setattr(media, name, value)
        media.files["/film.mp4"] = film[::-1]
        again = await Library.open(data, settings)
        await again.downloads.go_on()
        await again.downloads.finished()
        one = await only(again)
        await again.close()
        assert one.file is not None
        assert one.file.read_bytes() == film[::-1]
        shutil.rmtree(place)


async def test_a_connection_that_breaks_is_tried_again_by_itself(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.cut = 1_100_000
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await library.downloads.finished()
    one = await only(library)
    await library.close()
    assert one.state is DownloadState.DONE
    assert media.wanted_ranges == [None, "bytes=1100000-", "bytes=2200000-"]


async def test_what_is_refused_is_said_and_may_be_tried_again(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.status = 403
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await library.downloads.finished()
    one = await only(library)
    assert one.state is DownloadState.FAILED
    assert "403" in one.error
    media.status = 0
    await library.downloads.retry(one.id)
    await library.downloads.finished()
    assert (await only(library)).state is DownloadState.DONE
    await library.close()


async def test_a_web_page_in_place_of_a_file_is_none(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.headers["Content-Type"] = "text/html; charset=utf-8"
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await library.downloads.finished()
    one = await only(library)
    assert (one.state, one.received, one.file) == (DownloadState.FAILED, 0, None)
    assert one.error == "a web page came instead of the file; open it in a browser"
    media.headers["Content-Type"] = "application/octet-stream"
    await library.downloads.retry(one.id)
    await library.downloads.finished()
    assert (await only(library)).state is DownloadState.DONE
    await library.close()


async def test_too_large_a_file_is_not_begun(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    library = await Library.open(tmp_path / "data", Settings(downloads_folder=str(place), downloads_largest=2))
    await library.downloads.add([entry])
    await library.downloads.finished()
    one = await only(library)
    await library.close()
    assert (one.state, one.received) == (DownloadState.FAILED, 0)
    assert one.error == "the file is larger than 2 MB; raise downloads_largest in the settings"


async def test_two_at_a_time_and_one_at_a_host(
    tmp_path: Path, start_media: Any, media: MediaHost, settings: Settings
) -> None:
    paths = tuple(f"/{number}.mp3" for number in range(4))
    media.files |= dict.fromkeys(paths, b"sound" * 1000)
    media.cut, media.holds = 1000, True
    ids = stock(tmp_path / "data", media, *paths)
    library = await Library.open(tmp_path / "data", settings)
    assert await library.downloads.add(ids) == QueueingResult(4, 0)
    await until(lambda: media.at_once == 1)
    sum_of = DownloadsUnderWay.of(await library.downloads.every())
    assert (sum_of.running, sum_of.waiting) == (1, 3)
    media.open.set()
    await library.downloads.finished()
    assert [one.state for one in await library.downloads.every()] == [DownloadState.DONE] * 4
    assert media.most_at_once == 1
    await library.close()


async def test_paused_gone_on_with_and_removed(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.cut, media.holds = 1_000_000, True
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await until(lambda: any(p.stat().st_size == 1_000_000 for p in place.glob("*.part")))
    one = await only(library)
    await library.downloads.pause(one.id)
    assert (await only(library)).state is DownloadState.PAUSED
    await library.downloads.go_on()
    assert len(media.asked) == 1
    await library.downloads.retry(one.id)
    await until(lambda: len(media.asked) == 2)
    assert media.wanted_ranges[1] == "bytes=1000000-"
    await library.downloads.remove(one.id)
    assert await library.downloads.every() == []
    assert list(place.iterdir()) == []
    await library.close()


async def test_a_file_that_was_deleted_comes_again_and_none_is_overwritten(
    tmp_path: Path, media: MediaHost, place: Path, settings: Settings
) -> None:
    place.mkdir()
    own = place / "The one at short.mp3"
    own.write_text("my own")
    (entry,) = stock(tmp_path / "data", media, "/short.mp3")
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await library.downloads.finished()
    address = f"{media.url}/short.mp3"
    file = await library.downloads.file_of(address)
    assert file == place / "The one at short (2).mp3"
    file.unlink()
    assert await library.downloads.file_of(address) is None
    assert await library.downloads.add([entry]) == QueueingResult(1, 0)
    await library.downloads.finished()
    assert await library.downloads.file_of(address) == file
    assert own.read_text() == "my own"
    await library.close()


async def test_a_private_address_that_nobody_typed_is_refused(
    tmp_path: Path, start_media: Any, media: MediaHost, settings: Settings
) -> None:
    other = start_media()
    other.files["/film.mp4"] = b"secret"
    (entry,) = stock(tmp_path / "data", media, "/film.mp4")
    media.status, media.headers = 302, {"Location": f"{other.url}/film.mp4"}
    library = await Library.open(tmp_path / "data", settings)
    await library.downloads.add([entry])
    await library.downloads.finished()
    one = await only(library)
    await library.close()
    assert one.state is DownloadState.FAILED
    assert "private address" in one.error
    assert other.asked == []
