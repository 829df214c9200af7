"""What is told to somebody who does not look: news of chosen sources and views, and sources that died."""

import sys
from ast import literal_eval
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.library.notifications.library_news import line_of
from tuinews.library.notifications.sending import Channel, channel_of, command_of, send, sequence
from tuinews.library.store_thread import utc_now
from tuinews.model.entry import Entry, Listing
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import FailedRefresh, Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.standing.news import Notification, NotificationResult
from tuinews.settings import Settings
from tuinews.store.store import Store

HOSTILE = "\x1b]0;owned\x07--exec=rm -rf; <b>$(id)</b> `id`\x9d\u202e\n"


def listed(folder: Path, name: str, *titles: str) -> None:
    """The source of that name lists these, in the library of a folder."""
    store = Store.open(folder, utc_now())
    source = store.add_source(NewSource(SourceKind.FEED, f"https://{name}.example/rss", name), utc_now())
    entries = tuple(Entry(title, title, f"https://{name}.example/{n}/{title}") for n, title in enumerate(titles))
    store.record_listing(source.id, Refreshed(Listing(entries), utc_now()))
    store.close()


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    """A file to which the command of the settings writes its arguments, one a line."""
    return tmp_path / "printed"


@pytest.fixture
async def library(tmp_path: Path, printed: Path) -> AsyncIterator[Library]:
    listed(tmp_path, "a", "old one")
    listed(tmp_path, "b", "old two")
    script = f"import sys; open({str(printed)!r}, 'a').write(repr(sys.argv[1:]) + chr(10))"
    opened = await Library.open(tmp_path, Settings(notification_command=f'{sys.executable} -c "{script}"'))
    yield opened
    await opened.close()


async def test_chosen_sources_and_views_are_told_of_once(tmp_path: Path, library: Library, printed: Path) -> None:
    a, _b = [source.id for source in await library.sources()]
    assert await library.news.tell() == NotificationResult()
    await library.news.begin()
    await library.set_source(a, {"notify": "yes"})
    view = await library.add_view("Rivers", "title:river")
    await library.set_view(view.id, {"notify": "yes"})
    await library.add_rule("notify", "title:sea")
    listed(tmp_path, "a", "new 1", "new 2", "new 3", "new 4")
    listed(tmp_path, "b", "a river rises", "the sea falls", "nothing to me")
    assert await library.news.tell() == NotificationResult()
    assert await library.news.tell() == NotificationResult()
    (line,) = printed.read_text().splitlines()
    title, body = literal_eval(line)
    assert title == "tuinews: 6 new articles"
    assert len(body.splitlines()) == 4
    assert body.endswith("• and 3 more")
    assert "nothing to me" not in body


async def test_what_came_before_it_was_wanted_is_no_news(tmp_path: Path, library: Library, printed: Path) -> None:
    await library.news.begin()
    listed(tmp_path, "a", "before 1", "before 2")
    await library.news.tell()
    await library.set_source((await library.sources())[0].id, {"notify": "yes"})
    assert await library.news.tell() == NotificationResult()
    assert not printed.exists()


async def test_what_is_read_already_is_no_news(tmp_path: Path, library: Library, printed: Path) -> None:
    await library.news.begin()
    for source in await library.sources():
        await library.set_source(source.id, {"notify": "yes"})
    await library.add_rule("read", "title:boring")
    listed(tmp_path, "a", "boring 1", "boring 2")
    await library.news.tell()
    assert not printed.exists()


async def test_a_view_says_yes_or_no(library: Library) -> None:
    view = await library.add_view("Rivers", "title:river")
    assert not view.notify
    with pytest.raises(TuinewsError, match="yes or no"):
        await library.set_view(view.id, {"notify": "maybe"})
    assert (await library.set_view(view.id, {"notify": "yes"})).notify
    assert await library.undo()
    assert not (await library.view(view.id)).notify


def test_hostile_words_are_no_options_and_no_sequences() -> None:
    row = EntryRow(id=1, title=HOSTILE, url=None, source_id=1, source_title=HOSTILE, first_seen=utc_now())
    what = Notification("tuinews: 1 new article", (line_of(row),))
    for way in (Channel.OSC9, Channel.OSC777):
        written = sequence(what, way, in_tmux=False)
        assert written.startswith("\x1b]")
        assert written.endswith("\x07")
        assert not set(written[1:-1]) & {"\x1b", "\x07", "\x9d", "\x9c", "\n", "\u202e"}
    assert sequence(what, Channel.OSC9, in_tmux=True).startswith("\x1bPtmux;\x1b\x1b]9;")
    arguments = command_of(what, Settings(notification_command="prog --title {title}"))
    assert arguments == ["prog", "--title", "tuinews: 1 new article"]
    assert not any(part.startswith("-") for part in command_of(what, Settings(notification_command="prog"))[1:])
    assert command_of(what, Settings(notification_command="prog 'unclosed")) == []


async def test_the_way_is_what_is_there(tmp_path: Path) -> None:
    program = tmp_path / "notify-send"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    desktop = {"PATH": str(tmp_path), "DISPLAY": ":0"}
    assert channel_of(Settings(), {"PATH": str(tmp_path)}) is Channel.OSC9
    assert channel_of(Settings(), desktop) is Channel.DESKTOP
    assert channel_of(Settings(notification_command="x"), desktop) is Channel.COMMAND
    assert channel_of(Settings(notifications="osc777"), desktop) is Channel.OSC777
    assert await send(Notification("a"), Settings(notifications="off")) == NotificationResult()
    failed = await send(Notification("a"), Settings(notification_command="/no/such/program"))
    assert failed.problem == "no notification: /no/such/program: there is no such program"


async def test_dead_sources_are_told_of_once_a_week_until_they_answer(tmp_path: Path, library: Library) -> None:
    store, now = Store.open(tmp_path, utc_now()), utc_now()
    first = (await library.sources())[0]
    for days in (20, 10, 0):
        store.record_failure(first.id, FailedRefresh("it answers 500", now - timedelta(days=days), now))
    failed = FailedRefresh("it answers 500", now - timedelta(days=3), now)
    store.record_failure((await library.sources())[1].id, failed)
    assert [source.title for source in await library.news.dead()] == [first.title]
    assert await library.news.dead() == ()
    store.keep_state("dead_told", (now - timedelta(days=8)).isoformat())
    assert len(await library.news.dead()) == 1
    store.keep_state("dead_told", (now - timedelta(days=8)).isoformat())
    store.record_not_modified(first.id, now, now)
    store.close()
    assert await library.news.dead() == ()
    assert (await library.sources())[0].failing_since is None
