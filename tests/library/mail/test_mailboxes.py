"""Mailboxes as sources: read where they lie, never changed, only what is new, and without a request."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import ExtractError
from tuinews.library.library import Library
from tuinews.library.mail.mailboxes import MailboxShape, files_of, shape_of, typed_mailbox
from tuinews.library.mail.new_mails import new_mails
from tuinews.model.entry_row import Cached
from tuinews.model.source import SourceKind
from tuinews.model.view import Filter, View
from tuinews.settings import Settings


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    library = await Library.open(tmp_path / "data", Settings(pictures_kept="always"))
    yield library
    await library.close()


def letter(n: int, picture: str = "") -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = f"Thư số {n}", "Báo Làng <tin@lang.example>"
    mail["Message-ID"], mail["Date"] = f"<{n}@lang.example>", f"Tue, 24 Nov 2026 08:{n % 60:02}:00 +0700"
    mail.set_content("chữ")
    mail.add_alternative(f"<p>Chuyện làng số {n}, kể dài dài.</p>{picture}", subtype="html")
    return mail.as_bytes()


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    path = tmp_path / "Thư" / "Maildir"
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    (path / "cur" / "1700000001.M1.host:2,S").write_bytes(letter(1))
    (path / "new" / "1700000002.M2.host").write_bytes(letter(2))
    (path / "tmp" / "1700000003.M3.host").write_bytes(letter(3))
    return path


def as_it_lies(folder: Path) -> dict[str, tuple[int, int]]:
    paths = sorted(folder.rglob("*"))
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_size) for path in paths}


async def titles(library: Library) -> list[str]:
    return [row.title for row in await library.rows(await library.entry_ids(View()))]


async def test_a_maildir_is_a_source_and_stays_as_it_is(
    empty: Library, maildir: Path, host: Any, make_reply: Any
) -> None:
    counter = f'<img src="{host.url}/open.gif" width="1" height="1"><img src="cid:x">'
    (maildir / "cur" / "1700000001.M1.host:2,S").write_bytes(letter(1, counter))
    before = as_it_lies(maildir)
    added = await empty.add(str(maildir), folder="Thư")
    assert (added.source.kind, added.source.title, added.entries) == (SourceKind.MAIL, "Maildir", 2)
    assert await titles(empty) == ["Thư số 2", "Thư số 1"]
    first = (await empty.rows(await empty.entry_ids(View())))[1]
    assert (first.cached, first.authors, first.url) == (Cached.FULL, ("Báo Làng",), None)
    kept = await empty.article(first.id)
    assert kept is not None
    assert kept.article.text == "Chuyện làng số 1, kể dài dài."
    assert list(await empty.entry_ids(View(query="chuyện làng"))) != []

    # The mail is read in another program, and one more comes.
    os.rename(maildir / "new" / "1700000002.M2.host", maildir / "cur" / "1700000002.M2.host:2,RS")
    (maildir / "new" / "1700000004.M4.host").write_bytes(letter(4))
    before = as_it_lies(maildir)
    result = await empty.refresh()
    assert (result.new_entries, result.failed) == (1, ())
    assert (await titles(empty))[0] == "Thư số 4"
    assert as_it_lies(maildir) == before
    again = await empty.refresh()
    assert (again.new_entries, again.not_modified) == (0, 1)
    assert host.asked == []
    known = await empty.add(str(maildir))
    assert (known.known, known.entries) == (True, 3)
    assert "Maildir" not in await empty.export_opml()


async def test_what_was_seen_in_another_program_comes_as_read(empty: Library, maildir: Path) -> None:
    for n, flags in {5: ":2,", 6: ":2,F", 7: ":2,FRS", 8: ""}.items():
        (maildir / "cur" / f"170000000{n}.M{n}.host{flags}").write_bytes(letter(n))
    added = await empty.add(str(maildir))
    assert added.entries == 6
    rows = await empty.rows(await empty.entry_ids(View()))
    assert {row.title: row.read for row in rows} == {f"Thư số {n}": n in (1, 7) for n in (1, 2, 5, 6, 7, 8)}
    unread = next(row.id for row in rows if row.title == "Thư số 1")
    await empty.mark_read([unread], False)
    (maildir / "cur" / "1700000009.M9.host:2,S").write_bytes(letter(9))
    result = await empty.refresh()
    assert (result.new_entries, result.failed) == (0, ())
    assert len(await empty.entry_ids(View())) == 7
    assert unread in await empty.entry_ids(View(filter=Filter.UNREAD))  # what is marked here stays


@pytest.mark.parametrize(
    ("head", "is_read"),
    [
        (b"Status: RO\n", True),
        (b"Status: O\n", False),
        (b"X-Mozilla-Status: 0001\n", True),
        (b"X-Mozilla-Status: 1000\n", False),
        (b"X-Status: A\n", False),
        (b"", False),
    ],
)
async def test_an_mbox_says_in_its_heads_what_was_read(
    empty: Library, tmp_path: Path, head: bytes, is_read: bool
) -> None:
    body = letter(1).replace(b"<p>", b"<p>Status: RO ")
    (tmp_path / "box").write_bytes(b"From x Mon Nov 30 08:00:00 2026\n" + head + body + b"\n")
    await empty.add(str(tmp_path / "box"))
    [row] = await empty.rows(await empty.entry_ids(View()))
    assert row.read is is_read


async def test_what_was_thrown_away_or_is_not_finished_is_no_news(empty: Library, maildir: Path) -> None:
    for n, flags in {5: ":2,T", 6: ":2,ST", 7: ":2,D", 8: ":2,Sab", 9: ";2,S", 10: "!2,T"}.items():
        (maildir / "cur" / f"17000000{n:02}.M{n}.host{flags}").write_bytes(letter(n))
    (maildir / ".Trash" / "cur").mkdir(parents=True)
    (maildir / ".Trash" / "cur" / "1700000011.M11.host:2,S").write_bytes(letter(11))
    await empty.add(str(maildir))
    rows = await empty.rows(await empty.entry_ids(View()))
    assert {row.title: row.read for row in rows} == {f"Thư số {n}": n != 2 for n in (1, 2, 8, 9)}

    os.rename(maildir / "cur" / "1700000007.M7.host:2,D", maildir / "cur" / "1700000007.M7.host:2,S")  # sent
    await empty.refresh()
    assert "Thư số 7" in await titles(empty)


@pytest.mark.parametrize(
    "head", [b"X-Status: D\n", b"X-Status: T\nStatus: RO\n", b"X-Mozilla-Status: 0009\n", b"Status: ROD\n"]
)
def test_an_mbox_says_in_its_heads_what_was_thrown_away(tmp_path: Path, head: bytes) -> None:
    begin = b"From x Mon Nov 30 08:00:00 2026\n"
    (tmp_path / "box").write_bytes(begin + head + letter(1) + b"\n" + begin + letter(2) + b"\n")
    found = new_mails(str(tmp_path / "box"), None, 9)
    assert [entry.title for entry in (*found.entries, *found.seen)] == ["Thư số 2"]


def test_a_paragraph_that_begins_with_from_is_text(tmp_path: Path) -> None:
    said = b"Hello.\n\nFrom the village: a song.\nAnd more.\n\nFrom here on, silence.\n"
    plain = b"Subject: Th\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\n" + said
    path = tmp_path / "box"
    path.write_bytes(b"From - Mon Nov 30 08:00:00 2026\n" + plain + b"\nFrom x\n" + letter(2) + b"\n")
    found = new_mails(str(path), None, 9).entries
    assert [entry.title for entry in found] == ["Th", "Thư số 2"]
    assert found[0].content is not None
    assert "From here on, silence." in found[0].content


def test_hidden_files_are_no_mails(tmp_path: Path) -> None:
    (tmp_path / ".Trash-1000").mkdir()
    (tmp_path / ".Trash-1000" / "3.eml").write_bytes(letter(3))
    (tmp_path / "._1.eml").write_bytes(b"\0\5\x16\7 what a Mac keeps beside each file")
    assert shape_of(tmp_path) is None
    (tmp_path / "1.eml").write_bytes(letter(1))
    assert [file.name for file in files_of(tmp_path, MailboxShape.FOLDER)] == ["1.eml"]


async def test_a_mailbox_that_is_gone_fails_in_words_and_comes_back(
    empty: Library, maildir: Path, tmp_path: Path
) -> None:
    added = await empty.add(maildir.as_uri())
    os.rename(maildir, tmp_path / "away")
    result = await empty.refresh()
    (failure,) = result.failed
    assert failure.error == "it is no longer there; put it back, or remove the source"
    assert (await empty.source(added.source.id)).error == failure.error
    assert len(await titles(empty)) == 2
    os.rename(tmp_path / "away", maildir)
    assert (await empty.refresh()).failed == ()
    assert (await empty.source(added.source.id)).error is None
    with pytest.raises(ExtractError):
        await empty.add(str(tmp_path))


def append(path: Path, *numbers: int) -> None:
    with path.open("ab") as file:
        for n in numbers:
            file.write(b"From tin@lang.example Tue Nov 24 08:00:00 2026\n" + letter(n) + b"\n\n")


async def test_an_mbox_is_read_on_from_where_it_was(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "letters"
    append(path, 1, 2)
    assert (await empty.add(str(path))).entries == 2
    append(path, 3)
    assert (await empty.refresh()).new_entries == 1
    path.unlink()
    append(path, 2, 3, 4)  # another program has compacted it
    assert (await empty.refresh()).new_entries == 1
    assert await titles(empty) == [f"Thư số {n}" for n in (4, 3, 2, 1)]


def test_an_mbox_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "letters"
    append(path, 1, 2, 3)
    with path.open("ab") as file:
        file.write(b"From x\n" + letter(4).replace(b"\n\n", b"\n\n>From the village\n\n", 1).rstrip())
    first = new_mails(str(path), None, 2)
    assert ([entry.id[0] for entry in first.entries], first.is_done) == (["1", "2"], False)
    second = new_mails(str(path), first.state, 2)
    # The fourth is being written: it has no end yet.
    assert ([entry.id[0] for entry in second.entries], second.is_done) == (["3"], True)
    with path.open("ab") as file:
        file.write(b"\n")
    third = new_mails(str(path), second.state, 2)
    assert [entry.id[0] for entry in third.entries] == ["4"]
    assert new_mails(str(path), third.state, 2).entries == ()
    assert [entry.id[0] for entry in new_mails(str(path), "damaged", 9).entries] == ["1", "2", "3", "4"]


def test_a_thousand_mails_are_read_in_parts_and_once(tmp_path: Path) -> None:
    for n in range(1000):  # by hand: the library that composes letters takes thrice as long as ours to read them
        text = f"Subject: Letter {n}\nMessage-ID: <{n}@lang.example>\n\nThe story of letter {n}, told at length.\n"
        (tmp_path / f"{n:05}.eml").write_text(text)
    state, seen = None, 0
    for part in range(5):
        found = new_mails(str(tmp_path), state, 200)
        state, seen = found.state, seen + len(found.entries)
        assert found.is_done is (part == 4)
    assert seen == 1000
    assert len(state or "") < 12_000
    assert new_mails(str(tmp_path), state, 200).entries == ()


async def test_a_large_mailbox_is_read_over_several_refreshes(empty: Library, tmp_path: Path) -> None:
    path = tmp_path / "letters"
    path.mkdir()
    for n in range(2100):
        (path / f"{n:05}.eml").write_bytes(b"Subject: %d\nMessage-ID: <%d@x>\n\n" % (n, n))
    (path / "99999.eml").write_bytes(letter(1))
    added = await empty.add(str(path))
    assert added.entries == 1
    assert added.source.next_refresh is not None
    assert added.source.next_refresh <= datetime.now(UTC)
    await empty.refresh()
    after = await empty.source(added.source.id)
    assert after.next_refresh is not None
    assert after.next_refresh > datetime.now(UTC)


def test_nothing_is_followed_out_of_a_folder(tmp_path: Path) -> None:
    folder, secret = tmp_path / "letters", tmp_path / "secret.eml"
    (folder / "2026").mkdir(parents=True)
    secret.write_bytes(letter(1))
    (folder / "a.eml").write_bytes(letter(2))
    (folder / "2026" / "b.eml").write_bytes(letter(3))
    (folder / "out.eml").symlink_to(secret)
    (folder / "in.eml").symlink_to(folder / "a.eml")
    (folder / "more").symlink_to(tmp_path)
    (folder / "loop.eml").symlink_to(folder / "loop.eml")
    os.mkfifo(folder / "pipe.eml")
    shape = shape_of(folder)
    assert shape is not None
    assert sorted(file.name for file in files_of(folder, shape)) == ["a.eml", "b.eml", "in.eml"]


def test_what_cannot_be_opened_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter(1))
    (tmp_path / "b.eml").mkdir()
    assert len(new_mails(str(tmp_path), None, 9).entries) == 1


@pytest.mark.parametrize(
    "typed", ["https://lang.example/", "lang.example", "", "/", "/dev/null", "~nobody/x", "\0"]
)
def test_what_is_no_mailbox(typed: str) -> None:
    assert typed_mailbox(typed) is None
