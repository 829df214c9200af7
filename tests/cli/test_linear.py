"""The conversation: every command by its word, in both languages, from a pipe and in a dumb terminal."""

import re
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli.linear.command_lines import understood
from tuinews.cli.linear.conversation import COMMANDS
from tuinews.cli.linear.words.table import GROUPS, WORDS
from tuinews.demo.site import DemoSite
from tuinews.folding import fold
from tuinews.language import LANGUAGES, _, choose

from .conftest import Run

TITLE = "Đọc báo trong một cửa sổ dòng lệnh"


@pytest.fixture(autouse=True)
def english_again() -> Any:
    choose("en")
    yield
    choose()


def said(process: Run, *lines: str) -> list[str]:
    done = process("--linear", stdin="".join(f"{line}\n" for line in lines))
    assert (done.status, done.err) == (0, "")
    assert "\x1b" not in done.out
    return done.out.splitlines()


def test_a_whole_session_by_words(process: Run, site: DemoSite) -> None:
    lines = said(process, "list", f"add {site.url}rss.xml", "open 1", "links", "where", "quit", "list")
    assert lines[1].startswith("No sources yet; add ADDRESS adds one")
    assert "feed  Bản tin tuinews  11 articles" in lines
    assert any(line.startswith(f"1. {TITLE}") and "unread" in line for line in lines)
    assert any(line.startswith(TITLE) for line in lines)
    assert "End of the article." in lines
    assert lines[-1].startswith("Number 1 of 11: Đọc báo")
    lines = said(
        process, "unread", "mark 2", "star 2", "starred", "1", "mark", "undo", "next", "previous", "n 3", "next"
    )
    assert "Bản tin tuinews" in "".join(lines)
    assert "Marked as read." in lines
    assert "Starred." in lines
    assert "Starred: 1 article" in lines
    assert [line for line in lines if line == "This is the last one."]
    assert [line for line in lines if line == "This is the first one."]
    lines = said(
        process,
        "search da nang",
        "sources",
        "source 1",
        "sources 1",
        "saved",
        "remove 1",
        "sources",
        "undo",
        "source 1",
    )
    assert any("Gõ “da nang”" in line for line in lines)
    assert any(re.fullmatch(r"1\. Bản tin tuinews, \d+ of 11 unread", line) for line in lines)
    assert "Bản tin tuinews is removed; undo brings it back." in lines
    assert lines[-12] == "Bản tin tuinews: 11 articles"


def test_what_is_not_understood_is_said_and_it_goes_on(process: Run, site: DemoSite) -> None:
    site.close()
    lines = said(
        process, "fnord", "s", "open", "open x", "next", "mark", "again", "links", "search", "add", "undo", "more"
    )
    told = "\n".join(lines)
    for words in (
        "There is no command “fnord”; help lists them.",
        "“s” could be starred, saved, search, star, sources, source.",
        "Nothing is listed.",
        "No article is open; open N opens one.",
        "What should be searched for? As in: search storm",
        "Which address? As in: add https://tuoitre.vn",
        "There is nothing to undo.",
        "There is nothing more.",
    ):
        assert words in told
    lines = said(process, f"add {site.url}rss.xml", "add nonsense", "refresh", "help")
    assert any("127.0.0.1" in line for line in lines)
    assert any("nonsense: this is not a web address" in line for line in lines)
    assert all(any(line.startswith(f"{word} ") for line in lines) for word in WORDS)


def test_it_speaks_vietnamese_and_understands_it_without_marks(
    process: Run, site: DemoSite, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text('language = "vi"\n')
    typed = (
        f"thêm {site.url}rss.xml",
        "danh sach",
        "mở 1",
        "bai sau",
        "tro giup",
        "gan sao",
        "có dấu sao",
        "thoát",
    )
    lines = said(process, *typed)
    told = "\n".join(lines)
    assert "Gõ trợ giúp để nghe các lệnh." in told
    assert "Hết bài." in told
    assert "Đã gắn sao." in told
    assert "Có dấu sao: 1 bài" in told
    assert not re.search(r"\b(article|unread|help|sources)\b", told.split("Hết bài.")[-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_understood_by_its_name_in_both_languages(language: str) -> None:
    choose(language)
    assert set(WORDS) == set(COMMANDS) | {"quit"}
    assert sum(len(group.words) for group in GROUPS) == len(WORDS)
    spoken = [fold(name) for word in WORDS.values() for name in {word.id, _(word.name)}]
    assert len(set(spoken)) == len(spoken)
    for name, word in WORDS.items():
        assert understood(name).name == name
        assert understood(f"{_(word.name)} 3").name == name
        assert understood(f"  {_(word.name).upper()}   a b ").rest == "a b"
    assert understood("").name == "more"
    assert understood("12") == understood("open 12")
    assert understood("\x1b[2J").name == "more"
    assert "\x1b" not in understood("a\x1bb\x07c \x9b").why


def test_the_last_line_needs_no_end_and_nothing_is_paged_in_a_pipe(process: Run, site: DemoSite) -> None:
    process("add", site.url + "rss.xml")
    done = process("--linear", stdin="open 1\nagain")
    assert done.out.count("End of the article.") == 2
    assert TITLE in done.out
    assert "more line" not in done.out


def test_notes_and_highlights_are_written_said_and_taken_away(process: Run, site: DemoSite) -> None:
    process("add", site.url + "rss.xml")
    lines = said(process, "note x", "highlight x", "highlights", "unhighlight 1", "open 1", "note", "highlight")
    assert lines.count("No article is open; open N opens one.") == 2
    assert "Nothing is highlighted yet." in lines
    assert "Nothing is listed." in lines
    assert lines[-2:] == ["It has no note.", "Which passage? As in: highlight the river rose"]
    lines = said(
        process, "1", "note Hỏi lại  Lan", "highlight cửa sổ dòng lệnh", "highlight no such words", "note"
    )
    assert lines[-4:-2] == ["The note is saved.", "Highlighted."]
    assert "it is not in the saved text" in lines[-2]
    assert lines[-1] == "Note: Hỏi lại Lan"
    lines = said(
        process, "1", "highlights", "unhighlight 2", "unhighlight 1", "undo", "highlights", "note -", "note"
    )
    end = lines.index("End of the article.")
    assert lines[end + 1 : end + 3] == ["Note: Hỏi lại Lan", "1 passage is highlighted."]
    assert lines[end + 3] == f"{TITLE}: tuinews làm gì, Bản tin tuinews"
    assert lines[end + 4].startswith("1. cửa sổ dòng lệnh")
    assert lines[end + 5 : end + 7] == ["There is only number 1.", "Highlight removed."]
    assert lines[-4:] == [
        f"{TITLE}: tuinews làm gì, Bản tin tuinews",
        lines[end + 4],
        "Note removed.",
        "It has no note.",
    ]


def test_the_first_letters_of_an_older_command_go_on_meaning_it() -> None:
    assert [understood(word).name for word in ("n", "h", "u 2", "no", "hi")] == [
        "next",
        "help",
        "",
        "note",
        "",
    ]
    choose("vi")
    assert understood("g").name == "star"


def test_the_beginning_of_a_command_may_have_several_words() -> None:
    choose("vi")
    lines = {
        "các tệp tải 1": ("downloads", "1"),
        "các": ("links", ""),
        "bỏ tệp 2": ("remove download", "2"),
        "đánh dấu t 4": ("mark", "t 4"),  # a whole command before the beginning of another
        "tải t": ("resume", ""),
        "mo 3": ("open", "3"),
    }
    assert {line: (understood(line).name, understood(line).rest) for line in lines} == lines
    choose("en")
    assert understood("change v 1 name=x").rest == "1 name=x"


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", ["order newest", "order oldest", "order source", "order time", "mark all", "sources unread"]),
        (
            "vi",
            ["thứ tự mới", "thứ tự cũ nhất", "thứ tự nguồn", "thứ tự thời gian", "đánh dấu hết", "nguồn chưa đọc"],
        ),
    ],
)
def test_orders_go_by_any_of_their_words_and_all_read_is_not_no_source(
    process: Run, site: DemoSite, tmp_path: Path, language: str, typed: list[str]
) -> None:
    process("add", site.url + "rss.xml", "--articles", "0")
    (tmp_path / "settings.toml").write_text(f'language = "{language}"\n')
    lines = said(process, *typed)
    order = {"en": "Order: ", "vi": "Thứ tự: "}[language]
    assert sum(line.startswith(order) for line in lines) == 4
    assert (
        lines[-1] == {"en": "No source has unread articles.", "vi": "Không nguồn nào còn bài chưa đọc."}[language]
    )


def test_a_rule_is_taken_back_and_done_again(process: Run, site: DemoSite) -> None:
    process("add", site.url + "rss.xml", "--articles", "0")
    lines = said(process, "rule star title:da", "undo", "rules", "redo", "rules", "remove rule 1", "undo", "rules")
    about = [line for line in lines if "title:da" in line or "no rules" in line.lower()]
    assert [line.startswith("1. star title:da") for line in about].count(True) == 2
    assert about[-1] == "1. star title:da"
