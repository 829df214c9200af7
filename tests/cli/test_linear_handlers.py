"""What else the conversation can do: everything that the screen can, each by its word."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli.linear.words.table import GROUPS, WORDS
from tuinews.demo.site import DemoSite
from tuinews.language import _, choose
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.when import When
from tuinews.store.store import Store
from tuinews.ui.keys import COMMANDS as SCREEN_COMMANDS

from .conftest import Run
from .test_linear import said

NOW = datetime.now(UTC)
OF_THE_SCREEN = frozenset(
    (
        *(
            "down",
            "up",
            "page_down",
            "page_up",
            "half_down",
            "half_up",
            "top",
            "bottom",
            "next_pane",
            "previous_pane",
        ),
        *("scroll_right", "scroll_left", "previous_match", "next_section", "previous_section", "select"),
        *("copy_marked", "fold", "fold_all", "wider", "narrower", "arrangement", "zen", "palette", "themes"),
        *("screen_reader", "redraw", "suspend", "read_back", "previous_unread", "next_source", "previous_source"),
    )
)
"""What is about panes, cells and looks, or only about the place of a cursor."""

WORD_OF = {
    "read_on": "more",
    "next_article": "next",
    "previous_article": "previous",
    "next_unread": "next unread",
    "link_hints": "links",
    "history_back": "back",
    "history_forward": "forward",
    "copy_link": "copy",
    "copy_as": "copy",
    "copy_link_address": "address",
    "next_way": "version",
    "keep_way": "always",
    "fetch_again": "fetch",
    "toggle_read": "mark",
    "mark_all_read": "mark all",
    "mark_above_read": "mark above",
    "mark_below_read": "mark below",
    "mark_older_read": "mark older",
    "part_story": "apart",
    "show_new": "new",
    "show_since": "new",
    "show_story": "story",
    "show_all": "list",
    "show_unread": "unread",
    "show_starred": "starred",
    "show_offline": "saved",
    "show_muted": "muted",
    "refresh_source": "refresh",
    "refresh_all": "refresh",
    "edit_source": "set",
    "unread_sources": "sources",
    "language_english": "language",
    "language_vietnamese": "language",
    "notices": "messages",
    "back_or_quit": "quit",
}
"""Commands of the screen whose word is another than their id."""
FLOOD = "Rạng sáng 14/9, lũ quét tràn qua xã Nậm Lừa làm 9 người chết và mất tích, hơn 40 ngôi nhà bị cuốn trôi."


@pytest.fixture(autouse=True)
def english_again() -> Any:
    choose("en")
    yield
    choose()


@pytest.fixture
def told(tmp_path: Path, process: Run) -> Run:
    """A library in which three sources tell the same, and the first rains besides."""
    (tmp_path / "data").mkdir()
    store = Store.open(tmp_path / "data", NOW)
    for number, title in enumerate(
        ("Lũ quét ở Nậm Lừa", "40 ngôi nhà bị cuốn trôi", "Lũ quét ở Nậm Lừa, 9 người chết")
    ):
        host = f"https://bao{number}.example"
        source = store.add_source(NewSource(SourceKind.FEED, f"{host}/rss", f"Báo {number}", host), NOW)
        entries = [Entry("1", title, f"{host}/1", FLOOD, published=When(NOW - timedelta(hours=number)))]
        rain = Entry("2", "Mưa", f"{host}/2", "Trời mưa.", published=When(NOW - timedelta(days=4)))
        store.record_listing(source.id, Refreshed(Listing((*entries, *([] if number else [rain]))), NOW))
    store.close()
    return process


@pytest.mark.parametrize("command", [one.id for one in SCREEN_COMMANDS if one.id not in OF_THE_SCREEN])
def test_what_the_screen_can_do_has_a_word(command: str) -> None:
    assert WORD_OF.get(command, command) in WORDS


def test_a_story_is_one_line_and_is_opened_marked_and_set_apart(told: Run) -> None:
    lines = said(told, "story 1", "back", "mark 1", "undo", "story 2", "apart 1", "list", "undo")
    assert "All articles: 2 articles" in lines
    assert lines[2].startswith("1. Lũ quét ở Nậm Lừa, +2, unread, Báo 0")
    assert "The same story: 3 articles" in lines
    assert lines.count("All articles: 2 articles") == 2
    assert "3 articles marked as read." in lines
    assert "No other article tells this story." in lines
    assert lines.index("It is a story of its own now; undo takes it back.") < lines.index(
        "All articles: 3 articles"
    )
    assert lines[-1].endswith("is one with the others again")


def test_of_what_cannot_be_fetched_the_summary_is_said_and_it_stays_unread(
    process: Run, host: Any, make_reply: Any
) -> None:
    said_of_it = "<description>Cây cầu bắc qua sông.</description>"
    item = f"<item><title>Cầu</title><link>{host.url}/none</link>{said_of_it}</item>"
    host.answers["/rss"] = make_reply(f'<rss version="2.0"><channel><title>Báo</title>{item}</channel></rss>')
    lines = said(process, f"add {host.url}/rss", "1", "unread")
    assert "Cây cầu bắc qua sông." in lines
    assert any("404" in line for line in lines[lines.index("End of the article.") :])
    assert lines[-1].startswith("1. Cầu, unread")


def test_mistakes_in_queries_are_said_with_their_place(told: Run) -> None:
    lines = said(
        told, "search mưa is:unred", "search titel:mưa", "mute titel:x", "rule star is:unred", "try age:x"
    )
    assert "At letter 8, “unred”: after is: there must be one of" in lines[4]
    assert lines[6] == "At letter 1, “titel”: titel: is not a search field; did you mean title:?"
    assert lines[8] == lines[6]
    assert lines[9].startswith("At letter 4, “unred”")
    assert lines[10].startswith("At letter 5, “x”")


def test_searches_are_saved_as_views_and_these_changed_and_removed(told: Run) -> None:
    lines = said(
        told,
        *("save view x", "search mưa", "save view Khi trời mưa", "views", "view khi troi mua", "view 2"),
        *("change view 1 order=oldest", "change view 1 order=x", "remove view 1", "views", "undo", "views"),
    )
    assert lines[4].startswith("Search for something first")
    assert "The view “Khi trời mưa” is saved; undo takes it back." in lines
    assert lines.count("1. Khi trời mưa, 1 unread, mưa") == 2
    assert "Khi trời mưa: 1 article" in lines
    assert "There is only number 1." in lines
    assert any("did you mean" in line or "it must be one of" in line for line in lines)
    assert "There are no saved views; after a search, save view NAME makes one." in lines


def test_mutes_and_rules_are_made_listed_and_ended(told: Run) -> None:
    lines = said(
        told,
        *(
            "mute title:mưa until 2099-01-02",
            "list",
            "mutes",
            "muted",
            "unmute 1",
            "mutes",
            "mute x until 2001-01-01",
        ),
        *("mute", "rule tag=lũ title:lũ", "rules", "remove rule 1", "undo", "rules", "try title:lũ"),
    )
    assert "title:mưa: 1 article muted; undo takes it back." in lines
    assert "1 is muted; muted lists it." in lines
    assert "1. title:mưa, until 2099-01-02" in lines
    assert "Muted articles: 1 article" in lines
    assert "Nothing is muted." in lines
    assert "The day must be in the future, written like 2026-12-24." in lines
    assert "No article is open; open N opens one." in lines
    assert lines.count("1. tag=lũ title:lũ") == 2
    assert lines[-1] == "title:lũ: would affect 2 articles"


def test_several_articles_are_marked_starred_and_tagged_at_once(told: Run) -> None:
    lines = said(
        told,
        *("mark above", "mark above 2", "undo", "mark below 1", "undo", "mark older 3", "mark older x", "redo"),
        *("star 1-2", "star 1 2", "star 1-9", "star 1 x", "tag 1-2 xa, #2026", "tag 1", "tags", "tagged 2"),
        *("untag 1 xa", "tagged nope", "list", "mark all", "unread"),
    )
    assert lines[4] == "Which number? As in: open 3"
    assert lines[5] == "3 articles marked as read."
    assert "1 article marked as read." in lines
    assert "How many days? As in: mark older 3" in lines
    assert "There is nothing to redo." in lines
    assert lines[lines.index("2 articles starred.") + 1] == "2 articles unstarred."
    assert "The numbers go from 1 to 2." in lines
    assert "The tags of 2 articles changed." in lines
    assert "Tags: #2026 #xa" in lines
    assert "Tagged “xa”: 2 articles" in lines
    assert "There is no such tag; tags lists them." in lines
    assert lines[-1] == "Unread: 0 articles"


def test_sources_are_arranged_and_a_number_means_what_was_heard(told: Run) -> None:
    lines = said(
        told,
        *(
            "sources",
            "move 1 Tin/Sáng",
            "rename 1 Báo sớm",
            "set 1 articles=3",
            "set 1 articles=x",
            "set 1",
            "source 1",
        ),
        *(
            "folders",
            "folder tin/sang",
            "rename folder 1 Chiều",
            "folders",
            "move 1 -",
            "undo",
            "undo",
            "failures",
        ),
    )
    assert "It is in Tin/Sáng now; undo takes it back." in lines
    assert "It is called Báo sớm now; undo takes it back." in lines
    assert "articles: must be a number from 0 to 1000" in lines
    assert any(line.startswith("articles=3. How many") for line in lines)
    assert "Báo 0: 2 articles" in lines
    assert "1. Tin/Sáng" in lines
    assert "Folder “Tin/Sáng”: 2 articles" in lines
    assert "1. Chiều" in lines
    assert "No source fails." in lines


def test_catalogue_and_files_of_sources(told: Run, tmp_path: Path) -> None:
    opml, kept = tmp_path / "nguồn báo.opml", tmp_path / "bài.md"
    lines = said(
        told,
        *("catalogue zzz", "catalogue", "take 1 2", f"export {opml}", f"export {opml}", f"export {kept}"),
        *(f"import {opml}", "import /nowhere/at/all", "import", f"export {tmp_path}/no/such/x.opml"),
    )
    assert "Nothing in the catalogue has these words." in lines
    assert "2 sources added; refresh fetches them." in lines
    assert f"Written to {opml}." in lines
    assert "There is already a file of that name; choose another." in lines
    assert "5 already in the library" in "\n".join(lines)
    assert any("No such file or directory" in line for line in lines[-3:])
    assert opml.read_text("utf-8").count("xmlUrl=") == 5
    assert kept.read_text("utf-8") is not None


def test_settings_are_said_and_changed_and_the_language_with_them(told: Run, tmp_path: Path) -> None:
    lines = said(
        told,
        *("settings", "setting", "setting measur", "setting measure", "setting measure 7", "setting measure 50"),
        *(
            "setting stories no",
            "list",
            "setting keys",
            "setting requests_in_all 9",
            "language vi",
            "cài đặt measure",
        ),
        *("ngôn ngữ klingon", "trợ giúp gắn sao"),
    )
    assert "measure = 80" in lines
    assert "There is no setting “measur”; settings lists them all. (did you mean measure?)" in lines
    assert "It must be columns, 20 to 200." in lines
    assert "measure is 50 now." in lines
    assert "All articles: 4 articles" in lines
    assert str(tmp_path / "settings.toml") in lines
    assert "It takes effect at the next start." in lines
    assert "measure = 50" in lines
    assert lines[-1] == "Cũng gọi là: star"
    assert "stories = false" in (tmp_path / "settings.toml").read_text()


def test_places_in_a_text_links_back_and_versions(process: Run, site: DemoSite) -> None:
    process("add", site.url + "rss.xml")
    lines = said(
        process,
        *(
            "headings",
            "find x",
            "1",
            "headings",
            "heading 3",
            "find đường",
            "find zzz",
            "pictures",
            "address",
            "link 1",
        ),
        *(
            "back",
            "forward",
            "forward",
            "versions",
            "always",
            "version 2",
            "fetch",
            "changes",
            "whole",
            "files",
            "copy",
        ),
    )
    told = "\n".join(lines)
    assert lines.count("No article is open; open N opens one.") == 2
    assert "3. Bắt đầu từ đâu" in lines
    assert "“zzz” is not in this article." in lines
    assert re.search(r"1\. Nguồn tin ở bên trái.*http://127", told)
    assert "You are at the newest one already." in lines
    assert "Choose a version first: versions lists them, version N chooses one." in lines
    assert any(re.fullmatch(r"1\. extracted from the page, \d+ words", line) for line in lines)
    assert "Nothing is left out of this article." in lines
    assert "This article comes with no files." in lines
    assert "▣" not in told
    assert "•" not in told


def test_in_vietnamese_a_colon_parts_a_command_from_what_it_does(process: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "vi"\n')
    lines = said(process, "trợ giúp tải lại", "trợ giúp mở", "help redo")
    assert "tải lại: tải lại bài đang mở." in lines
    assert "mở N: mở bài theo số trong danh sách; chỉ gõ số cũng được." in lines
    assert "làm lại: làm lại việc vừa hoàn tác." in lines


def test_what_was_offered_or_found_is_of_the_open_article(process: Run, site: DemoSite) -> None:
    process("add", site.url + "rss.xml")
    lines = said(
        process, "1", "find đọc", "find", "mute", "2", "find", "mute 2", "mute 2", "undo", "find zzz", "mutes"
    )
    assert lines.count("What can be muted in this article; type mute and the number:") == 2
    assert sum(line.endswith("muted; undo takes it back.") for line in lines) == 1
    assert sum(bool(re.fullmatch(r"It is in \d+ lines?\.", line)) for line in lines) == 3
    assert "“zzz” is not in this article." in lines
    assert lines[-1] == "Nothing is muted."


@pytest.mark.parametrize(("language", "word"), [("en", "help {}"), ("vi", "trợ giúp {}")])
def test_help_says_each_word_and_each_heading(process: Run, tmp_path: Path, language: str, word: str) -> None:
    (tmp_path / "settings.toml").write_text(f'language = "{language}"\n')
    choose(language)
    asked = [_(one.name) for one in WORDS.values()] + [_(one.heading) for one in GROUPS] + ["fnord"]
    lines = said(process, *(word.format(one) for one in asked))
    for one in WORDS.values():
        assert any(line.startswith(_(one.name)) and line.endswith(f" {_(one.about)}.") for line in lines)
    assert "fnord" in lines[-1]


def test_what_is_not_there_is_said(told: Run) -> None:
    lines = said(
        told, "account nonsense", "sync", "remove account 1", "downloads", "resume", "pause 1", "clean", "pack x"
    )
    assert any(line.startswith("Which address and user?") for line in lines)
    assert "There are no accounts; account ADDRESS USER adds one." in lines
    assert "There are no downloads." in lines
    assert "How many hours? As in: pack 6" in lines
