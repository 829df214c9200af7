"""What a library keeps no longer: by the settings and by source, told before and after, and never in the way."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from tuinews.library.library import Library
from tuinews.library.store_thread import utc_now
from tuinews.model.article import Article
from tuinews.model.document import Document, Figure, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.retention import retiring
from tuinews.store.store import Store

COUNT = 40

SYLLABLES = [
    *("gió", "mạnh", "bão", "sông", "núi", "đường", "người", "năm", "ngày", "trời", "nước"),
    *("mưa", "thành", "phố", "giao", "thông", "tin", "mới", "việc", "làm", "học", "sinh"),
]


def words(count: int, seed: int) -> Iterator[str]:
    """Words that are alike as little as those of articles are: what is packed and indexed goes by that."""
    for number in range(count):
        mixed = (seed * 7919 + number * 104_729) % 50_021
        yield f"{SYLLABLES[mixed % 22]}{SYLLABLES[mixed // 22 % 22]} {SYLLABLES[mixed // 484 % 22]}"


def fill(folder: Path) -> None:
    """Two feeds whose entries came 40 days ago and are on no listing now, and pages that were read by address."""
    then = utc_now() - timedelta(days=40)
    store = Store.open(folder, then)
    for name in ("a", "b"):
        source = store.add_source(NewSource(SourceKind.FEED, f"https://{name}.example/rss", name), then)
        entries = [Entry(f"{name}{n}", f"{name} {n}", f"https://{name}.example/{n}") for n in range(COUNT)]
        ids = store.record_listing(source.id, Refreshed(Listing(tuple(entries)), then))
        store.record_listing(source.id, Refreshed(Listing((Entry("now", f"{name} now", None),)), then))
        for number, entry_id in enumerate(ids):
            picture = Figure(f"https://{name}.example/{number}.jpg")
            text = Paragraph((Span(" ".join(words(300, number))),))
            store.keep_article(entry_id, Article(None, "x", Document((picture, text))), then)
    pages = store.add_source(NewSource(SourceKind.PAGES, "tuinews:pages", "Pages"), then)
    store.record_listing(pages.id, Refreshed(Listing((Entry("p", "page", "https://p.example/1"),)), then))
    store.close()


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    fill(tmp_path)
    opened = await Library.open(tmp_path, Settings())
    yield opened
    await opened.close()


async def count(library: Library, source_id: int | None = None) -> int:
    return len(await library.entry_ids(View(source_id=source_id)))


async def test_nothing_goes_unless_it_was_set(library: Library) -> None:
    assert (await library.retention.going()).entries == 0
    retired = await library.retention.retire()

    assert (retired.entries, retired.has_limits) == (0, False)
    assert await count(library) == 2 * COUNT + 3


async def test_what_is_told_goes_and_makes_the_room_that_was_told(library: Library) -> None:
    library.use(Settings(keep_unread_days=30))
    going = await library.retention.going()
    assert [(one.title, one.entries) for one in going.going] == [("a", COUNT), ("b", COUNT)]
    assert await count(library) == 2 * COUNT + 3

    retired = await library.retention.retire()

    assert retired.entries == 2 * COUNT
    freed = retired.free_bytes - going.free_bytes
    told = sum(one.text_bytes for one in going.going)
    assert 0.5 < freed / told < 2
    assert await count(library) == 3  # what is listed today, and the page that was read by its address
    assert (await library.retention.retire()).entries == 0


async def test_a_source_has_days_and_a_number_of_its_own(library: Library) -> None:
    library.use(Settings(keep_unread_days=30))
    await library.set_source(1, {"keep_unread_days": "0", "keep_most": "10"})
    await library.set_source(2, {"keep_unread_days": "50"})
    await library.set_source(3, {"keep_unread_days": "10"})

    await library.retention.retire()

    assert [await count(library, source_id) for source_id in (1, 2, 3)] == [10, COUNT + 1, 1]


async def test_what_is_open_is_spared_until_the_next_pass(library: Library) -> None:
    library.use(Settings(keep_unread_days=30))
    open_id, *_ = await library.entry_ids(View(source_id=1, filter=Filter.OFFLINE))

    assert (await library.retention.retire({open_id})).entries == 2 * COUNT - 1
    assert await library.article(open_id) is not None
    assert (await library.retention.retire()).entries == 1


async def test_a_key_press_in_the_middle_is_not_held(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retiring, "SLICE_SECONDS", 0.0)  # one entry a slice: 80 are gone in two or three, else
    library.use(Settings(keep_unread_days=30))
    starred = (await library.entry_ids(View(source_id=2, filter=Filter.OFFLINE)))[0]
    under_way = asyncio.create_task(library.retention.retire())
    while await count(library, 1) == COUNT + 1:
        await asyncio.sleep(0)

    assert await library.star([starred], True) == [starred]
    assert not under_way.done()

    assert (await under_way).entries == 2 * COUNT - 1
    assert [row.starred for row in await library.rows([starred])] == [True]


async def test_the_pictures_of_a_source_have_a_room_of_their_own(library: Library, tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 1200), 90).convert("RGB")
    for number in range(6):
        written = io.BytesIO()
        noise.rotate(number).save(written, "JPEG", quality=95)
        await library.pictures.keep_brought({f"https://a.example/{number}.jpg": written.getvalue()})
    files = tmp_path / "pictures"
    before = sum(path.stat().st_size for path in files.iterdir())
    await library.set_source(1, {"pictures_budget": "1"})

    await library.retention.retire()

    kept = sum(path.stat().st_size for path in files.iterdir())
    assert 0 < kept <= 1_000_000 < before
