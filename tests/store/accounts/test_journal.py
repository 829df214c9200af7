"""No mark that was made here is lost on its way to a server, whoever made it, and none that came from there goes
back.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.accounts.account import Account, NewAccount, ServerKind
from tuinews.model.accounts.server_state import ServerEntry, ServerMark, ServerMarks, ServerSource
from tuinews.model.entry import Entry
from tuinews.model.standing.queries import ArrivalRule, RuleAction
from tuinews.model.undo.changes import EntryTags, QueryChanged, TagsChanged
from tuinews.model.view import Filter, View
from tuinews.store.store import Store

from ..conftest import NOON

Open = Callable[..., Store]
FEED = ServerSource("feed/1", "https://a.example.org/feed.xml", "A", "News")


def marks(unread: str = "", starred: str = "", **labels: str) -> ServerMarks:
    """Marks of entries that are named by one letter each."""
    return ServerMarks(
        frozenset(unread), frozenset(starred), {name: frozenset(ids) for name, ids in labels.items()}
    )


def entry(letter: str) -> ServerEntry:
    return ServerEntry(letter, "feed/1", Entry("", f"Title {letter}", f"https://a.example.org/{letter}"))


def add(store: Store, letters: str, said: ServerMarks, name: str = "FreshRSS") -> Account:
    """An account that brought these entries with those marks."""
    account = store.add_account(NewAccount(ServerKind.GOOGLE_READER, f"https://{name}.example/", "ada", name))
    store.take_over_state(account, [FEED], said, NOON)
    store.record_account_entries(account, [entry(letter) for letter in letters], said, NOON)
    return account


def waiting(store: Store, account: Account) -> list[tuple[str, str, bool]]:
    """What waits for the server, in short: the ids there, the mark or label, the value."""
    return [
        ("".join(one.server_ids), one.label or one.mark.value, one.value)
        for one in store.pending_marks(account.id)
    ]


def here(store: Store, which: Filter) -> str:
    """The letters of the entries that a filter lists."""
    return "".join(sorted(row.title[-1] for row in store.rows(store.entry_ids(View(filter=which)))))


def number(store: Store, letter: str) -> int:
    return store.find_entry(f"https://a.example.org/{letter}").id


def test_entries_come_with_their_marks_and_nothing_waits(make: Any) -> None:
    store: Store = make.store
    account = add(store, "abc", marks("ab", "bc", later="c"))
    assert (here(store, Filter.UNREAD), here(store, Filter.STARRED)) == ("ab", "bc")
    assert store.rows([number(store, "c")])[0].tags == ("later",)
    [source] = store.sources()
    assert (source.title, source.folder, source.account_id) == ("A", "FreshRSS/News", account.id)
    assert waiting(store, account) == []
    assert store.unknown_entries(account.id, "abcd") == ["d"]


def test_what_is_marked_by_hand_waits_until_it_was_taken(make: Any) -> None:
    store: Store = make.store
    account = add(store, "abc", marks("abc", "b"))
    store.set_read([number(store, "a")], True)
    make.star(number(store, "c"))
    make.star(number(store, "b"), value=False)
    assert waiting(store, account) == [("a", "read", True), ("c", "starred", True), ("b", "starred", False)]
    assert store.accounts()[0].waiting == 3
    taken = store.pending_marks(account.id)
    store.acknowledge(account.id, taken[:2])
    assert waiting(store, account) == [("b", "starred", False)]
    store.acknowledge(account.id, taken[2:])
    store.take_over_state(account, [FEED], marks("bc", "c"), NOON)
    assert (here(store, Filter.UNREAD), here(store, Filter.STARRED)) == ("bc", "c")
    assert waiting(store, account) == []


def test_undo_rules_tags_and_mutes_are_written_down_too(make: Any) -> None:
    store: Store = make.store
    account = add(store, "ab", marks("ab"))
    a = number(store, "a")
    make.star(a)
    store.undo(NOON)
    assert waiting(store, account) == [("a", "starred", False)]
    store.acknowledge(account.id, store.pending_marks(account.id))
    store.do(TagsChanged((EntryTags(a, (), ("gold", "metal")),)), NOON)
    assert waiting(store, account) == [("a", "gold", True), ("a", "metal", True)]
    store.do(TagsChanged((EntryTags(a, ("gold", "metal"), ("metal",)),)), NOON)
    assert waiting(store, account) == [("a", "gold", False), ("a", "metal", True)]
    store.acknowledge(account.id, store.pending_marks(account.id))
    store.do(QueryChanged(None, ArrivalRule(query="title c", action=RuleAction.READ)), NOON)
    store.do(QueryChanged(None, ArrivalRule(query="title c", action=RuleAction.TAG, tag="new")), NOON)
    store.record_account_entries(account, [entry("c")], marks("abc"), NOON)
    assert waiting(store, account) == [("c", "read", True), ("c", "new", True)]


def test_what_was_marked_otherwise_while_it_was_sent_is_sent_again(make: Any) -> None:
    store: Store = make.store
    account = add(store, "a", marks("a"))
    a = number(store, "a")
    store.set_read([a], True)
    sent = store.pending_marks(account.id)
    store.set_read([a], False)
    store.acknowledge(account.id, sent)
    assert waiting(store, account) == [("a", "read", False)]
    # Killed before the answer: what is here counts, and is said (again).
    store.acknowledge(account.id, store.pending_marks(account.id))
    store.take_over_state(account, [FEED], marks("a"), NOON)
    assert here(store, Filter.UNREAD) == "a"


def test_of_both_sides_the_later_one_holds_by_field(make: Any) -> None:
    store: Store = make.store
    account = add(store, "ab", marks("ab", "b"))
    store.set_read([number(store, "a")], True)
    # Meanwhile: the other machine starred a, read b, and a is still unread there.
    store.take_over_state(account, [FEED], marks("a", "ab"), NOON)
    assert (here(store, Filter.UNREAD), here(store, Filter.STARRED)) == ("", "ab")
    assert waiting(store, account) == [("a", "read", True)]


def test_a_star_falls_only_where_a_whole_list_once_had_it(make: Any) -> None:
    store: Store = make.store
    account = add(store, "abcde", marks("", "abcd"))
    make.star(number(store, "e"))
    store.acknowledge(account.id, store.pending_marks(account.id))
    store.take_over_state(account, [FEED], marks("", "abcd"), NOON)
    assert here(store, Filter.STARRED) == "abcde", "the server said OK and kept nothing: the star stays here"
    store.take_over_state(account, [FEED], marks("", ""), NOON)
    assert here(store, Filter.STARRED) == "abcde", "no list loses all its stars at once"
    store.take_over_state(account, [FEED], marks("", "acde"), NOON)
    assert here(store, Filter.STARRED) == "acde"
    assert waiting(store, account) == []


def test_a_label_that_a_server_does_not_keep_stays_here(make: Any) -> None:
    store: Store = make.store
    account = add(store, "ab", marks("ab", old="b"))
    a, b = number(store, "a"), number(store, "b")
    store.do(TagsChanged((EntryTags(a, (), ("mine",)),)), NOON)
    store.acknowledge(account.id, store.pending_marks(account.id))
    for said in (marks("ab", old="b"), marks("ab", old="b", mine=""), marks("ab")):
        store.take_over_state(account, [FEED], said, NOON)
        assert [row.tags for row in store.rows([a, b])] == [("mine",), ("old",)]
    store.take_over_state(account, [FEED], marks("ab", old="a", mine=""), NOON)
    assert [row.tags for row in store.rows([a, b])] == [("mine", "old"), ()]
    assert waiting(store, account) == []


def test_one_article_of_a_local_source_and_two_accounts_is_one_row(make: Any) -> None:
    store: Store = make.store
    local = make.source("local")
    [known] = make.listing(local, Entry("guid-1", "Title a", "https://a.example.org/a"))
    store.set_read([known], True)
    make.star(known)
    one = add(store, "ab", marks("ab"))
    two = add(store, "ab", marks("ab"), name="Miniflux")
    assert number(store, "a") == known
    assert [waiting(store, account) for account in (one, two)] == [
        [("a", "read", True), ("a", "starred", True)],
        [("a", "read", True), ("a", "starred", True)],
    ]
    store.take_over_state(two, [FEED], marks("a"), NOON)
    assert ("b", "read", True) in waiting(store, one), "what one server has read goes to the other"
    assert len(store.entry_ids(View())) == 2


def test_two_numbers_of_one_article_on_a_server_are_told_together(make: Any) -> None:
    store: Store = make.store
    account = add(store, "a", marks("ax"))
    twin = ServerEntry("x", "feed/2", Entry("", "Title a", "https://a.example.org/a"))
    again = ServerSource("feed/2", FEED.url, "A again", None)
    store.take_over_state(account, [FEED, again], marks("ax"), NOON)
    store.record_account_entries(account, [twin], marks("ax"), NOON)
    assert len(store.sources()) == 1
    store.take_over_state(account, [FEED, again], marks("x"), NOON)
    assert (here(store, Filter.UNREAD), waiting(store, account)) == ("", [("ax", "read", True)])


def test_an_account_that_is_removed_leaves_its_sources_or_takes_them(make: Any) -> None:
    store: Store = make.store
    local = make.source("a")
    account = add(store, "ab", marks("ab", "a"))
    other = ServerSource("feed/9", "https://b.example.org/", "B")
    store.take_over_state(account, [FEED, other], marks("ab", "a"), NOON)
    assert [source.folder for source in store.sources()] == [None, "FreshRSS"]
    assert store.remove_account(account.id, NOON, keep_sources=True) == 1
    assert [(source.folder, source.account_id) for source in store.sources()] == [(None, None), ("FreshRSS", None)]
    account = add(store, "ab", marks("ab", "a"))
    store.remove_account(account.id, NOON, keep_sources=False)
    assert [source.id for source in store.sources()] == [local.id, 2]
    assert here(store, Filter.STARRED) == "a"
    assert store.accounts() == []
    store.set_read([number(store, "b")], True)


def test_subscriptions_are_compared_by_field(make: Any) -> None:
    store: Store = make.store
    account = add(store, "a", marks("a"))
    [source] = store.sources()
    make.arrange(source, "Mine", source.folder, source.options)
    moved = ServerSource("feed/1", FEED.url, "Theirs", "World")
    store.take_over_state(account, [moved], marks("a"), NOON)
    [source] = store.sources()
    assert (source.title, source.folder) == ("Mine", "FreshRSS/World")
    [kept] = store.account_sources(account)
    assert (kept.agreed_title, kept.title, kept.agreed_folder, kept.folder) == ("Theirs", "Mine", "World", "World")
    make.arrange(source, "Mine", "FreshRSS/A/B", source.options)
    assert store.account_sources(account)[0].folder == "A/B"
    make.arrange(source, "Mine", "Elsewhere", source.options)
    assert store.account_sources(account)[0].folder == "World", "what lies outside stays as it is there"
    added = store.add_source(replace_folder(make, "FreshRSS/Tech"), NOON)
    [unshared] = store.unshared_sources(account)
    assert (unshared.source_id, unshared.folder) == (added.id, "Tech")
    store.agree_source(account, added.id, ServerSource("feed/7", added.url, "b", "Tech"))
    assert store.unshared_sources(account) == []
    make.remove(added)
    gone = [kept for kept in store.account_sources(account) if kept.is_removed]
    assert [kept.server_id for kept in gone] == ["feed/7"]
    store.forget_subscription(account, "feed/7")
    store.take_over_state(account, [], marks("a"), NOON)
    assert store.sources() == []
    assert here(store, Filter.ALL) == ""


def replace_folder(make: Any, folder: str) -> Any:
    from tuinews.model.source import NewSource, SourceKind

    return NewSource(SourceKind.FEED, "https://b.example.org/feed", "b", folder=folder)


def test_a_renamed_folder_is_the_account_renamed(make: Any) -> None:
    from tuinews.model.undo.changes import FolderMoved

    store: Store = make.store
    account = add(store, "a", marks("a"))
    [source] = store.sources()
    store.do(FolderMoved("FreshRSS", "Home", (source.id,)), NOON)
    assert store.account(account.id).name == "Home"
    assert store.account_sources(store.account("home"))[0].folder == "News"
    store.undo(NOON)
    assert store.account(account.id).name == "FreshRSS"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 20_000])
def test_what_waits_is_in_the_backup_that_a_lost_library_comes_back_from(
    tmp_path: Path, open_store: Open, content: bytes
) -> None:
    store = open_store(tmp_path)
    account = add(store, "abc", marks("abc", "b"))
    store.set_read([number(store, "c")], True)
    store.close()
    (tmp_path / "library.sqlite3").write_bytes(content)
    mended = open_store(tmp_path, NOON + timedelta(days=1))
    assert "completed from" in mended.notices[0]
    assert waiting(mended, account) == [("c", "read", True)]
    assert mended.accounts()[0].account.name == "FreshRSS"
    assert mended.unknown_entries(account.id, "abc") == ["a"]
    mended.acknowledge(account.id, mended.pending_marks(account.id))
    assert mended.pending_marks(account.id) == []


def test_how_an_account_fared_is_kept(make: Any) -> None:
    store: Store = make.store
    new = NewAccount(ServerKind.GOOGLE_READER, "https://x.example/", "ada", "X", ("pass", "x"), "TOKEN", True)
    account = store.add_account(new)
    store.note_sync_failure(account.id, "x.example: no network", NOON, NOON)
    assert store.account("x").error == "x.example: no network"
    store.note_synced(account.id, NOON, NOON)
    kept = store.accounts()[0].account
    assert (kept.synced, kept.error, kept.password_command, kept.keyring) == (NOON, None, ("pass", "x"), True)
    again = store.add_account(NewAccount(ServerKind.GOOGLE_READER, "https://x.example/", "ada", "Y"))
    assert (again.id, again.name, again.password_command) == (account.id, "X", ())
    assert ServerMark("read") is ServerMark.READ


def test_what_a_server_still_wants_is_not_retired_and_comes_back_where_it_was(make: Any) -> None:
    from tuinews.model.sources.retention import Retention

    store: Store = make.store
    account = add(store, "abc", marks("ab"))
    store.set_read([number(store, "a")], True)
    later = NOON + timedelta(days=400)
    [source] = store.sources()
    retentions = {source.id: Retention(read_days=1, unread_days=1)}
    ids = [number(store, letter) for letter in "abc"]
    gone = store.retire(source.id, retentions, ids, later).gone
    assert [ids.index(one) for one in gone] == [2], "a waits for the server, b is unread there"
    store.record_account_entries(account, [entry("c")], marks("bc"), later)
    assert here(store, Filter.UNREAD) == "bc"
    assert store.unknown_entries(account.id, "abc") == []
