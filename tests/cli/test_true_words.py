"""What commands say where nothing happened, or nothing is there: that, and nothing that is not so."""

import re
from pathlib import Path
from typing import Any

import pytest

from tuinews.cli.words.refreshing import hours_and_minutes
from tuinews.demo.site import DemoSite

from .conftest import Run


def test_a_refresh_without_a_source_says_what_is_missing(tuinews: Run, site: DemoSite) -> None:
    assert tuinews("refresh").out.startswith("No sources yet.")
    assert tuinews("refresh", "--due").out == "No source is due yet.\n"
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    assert tuinews("refresh", "--due").out == "No source is due yet.\n"
    assert tuinews("refresh").out.startswith("1 source, ")


def test_a_limit_of_none_does_not_say_that_the_library_is_empty(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    assert tuinews("list", "--limit", "0").out == ""
    assert tuinews("list", "--limit", "0", "--json").json == []


@pytest.mark.parametrize("command", [("read", "4242"), ("note", "4242"), ("download", "4242")])
def test_an_article_that_is_not_there_is_named(tuinews: Run, command: tuple[str, ...]) -> None:
    assert "article 4242: it is not in the library" in tuinews(*command).err


def test_a_page_that_a_browser_would_have_saved_is_no_host(tuinews: Run) -> None:
    done = tuinews("read", "Saved page.HTML"), tuinews("read", "page.mhtml")
    assert [one.status for one in done] == [1, 1]
    assert all("no such file" in one.err.lower() for one in done)


def test_a_path_where_nothing_is_and_one_without_mails_are_told_so(tuinews: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("none", "utf-8")
    assert "there is no such file or folder" in tuinews("add", str(tmp_path / "Maildir")).err
    assert "there are no mails here" in tuinews("add", str(tmp_path / "list.txt")).err
    assert "this is not a web address" in tuinews("add", "tuoi tre").err


def test_a_pause_that_a_host_asks_for_promises_no_other_try(tuinews: Run, host: Any, make_reply: Any) -> None:
    host.answers["/"] = make_reply("later", 429, Retry_After="600")
    for _ in range(2):
        assert tuinews("add", f"{host.url}/").err.endswith("it is left alone for 10 minutes\n")


def test_a_program_is_no_list_of_sources(tuinews: Run, tmp_path: Path) -> None:
    file = tmp_path / "program.py"
    file.write_text('os.chdir("out")\nserver.start()\nx = a.b["c"]\n', "utf-8")
    assert tuinews("import", str(file), "--json").json["added"] == 0


def test_a_library_that_is_whole_is_examined_without_alarm(tuinews: Run, site: DemoSite, tmp_path: Path) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    done = tuinews("doctor", "--repair")
    assert "recovering" not in done.err
    assert re.search(r"it takes up \d[\d.]* (?:kB|MB), of which \d+ kB are texts", done.out)
    assert "0 days" not in done.out
    assert re.search(r": 1 file, \d+ kB\n", tuinews("backup", str(tmp_path / "b.zip")).out)
    assert re.search(
        r"was on \d{4}-\d\d-\d\d \d\d:\d\d\n", tuinews("restore", str(tmp_path / "b.zip"), "--yes").out
    )


def test_the_newest_article_of_a_probe_has_its_day(tuinews: Run, site: DemoSite) -> None:
    assert re.search(r"newest \d{4}-\d\d-\d\d\n", tuinews("check-sources", site.url + "rss.xml").out)


@pytest.mark.parametrize(("minutes", "said"), [(5, "5 min"), (60, "1 h"), (65, "1 h 5 min"), (360, "6 h")])
def test_whole_hours_have_no_minutes(minutes: int, said: str) -> None:
    assert hours_and_minutes(minutes) == said
