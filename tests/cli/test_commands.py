"""The contract of the commands: statuses, JSON, lines for people; and the whole job in processes of their own."""

import json
import shutil
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuinews.demo.edition import edition
from tuinews.demo.site import DemoSite
from tuinews.language import LANGUAGES
from tuinews.settings import read_settings, settings_of

from .conftest import Run

PAGE = Path(__file__).with_name("article.html")
ARTICLES = len(edition())
_ROW = (
    "id source sources source_title title former_title url published earliest precision first_seen summary author "
    "read starred new cached tags note highlights story"
)
_ARTICLE = (
    "id url title author date earliest precision lead lang site kind paywalled times_changed "
    "source source_title blocks text left_out enclosures enclosures fetched changed tags note highlights"
)
LISTED = set(_ROW.split())
READ = set(_ARTICLE.split())


def test_the_main_job_and_again_without_a_network(process: Run, site: DemoSite) -> None:
    tuinews = process
    added = tuinews("add", site.url + "tin-moi/", "--json")
    assert added.status == 0
    assert [(a["kind"], a["entries"], a["error"]) for a in added.json] == [("listing", ARTICLES, None)]
    listed = tuinews("list", "--offline", "--json").json
    assert len(listed) == 10
    refreshed = tuinews("refresh", "--json", "--articles", "12").json
    assert (refreshed["sources"], refreshed["failed"]) == (1, [])
    assert (refreshed["articles"], refreshed["articles_failed"]) == (min(12, ARTICLES) - 10, 0)
    assert set(listed[0]) == LISTED
    site.close()
    for row in listed[:2]:
        read = tuinews("read", str(row["id"]), "--offline", "--json")
        assert read.status == 0
        assert set(read.json) == READ
        assert read.json["title"] == row["title"]
        assert read.json["text"]
    assert sum(row["read"] for row in tuinews("list", "--json").json) == 2
    again = tuinews("refresh", "--json")
    assert again.status == 1
    assert [failure["id"] for failure in again.json["failed"]] == [added.json[0]["id"]]
    assert "refused" in again.err


def test_add_names_what_failed_and_goes_on(tuinews: Run, site: DemoSite) -> None:
    done = tuinews("add", site.url + "rss.xml", site.url + "none", "nonsense", "--articles", "0")
    assert done.status == 3
    assert done.out == f"feed  Bản tin tuinews  {ARTICLES} articles\n"
    one, other = done.err.splitlines()
    assert one.startswith("tuinews: 127.0.0.1")
    assert "404" in one
    assert other == "tuinews: nonsense: this is not a web address; enter one such as https://tuoitre.vn"
    assert tuinews("add", "nonsense").status == 1


def test_sources_are_listed_and_removed(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--folder", "Thử", "--articles", "0")
    (source,) = tuinews("sources", "--json").json
    assert (source["kind"], source["folder"], source["unread"], source["total"]) == (
        "feed",
        "Thử",
        ARTICLES,
        ARTICLES,
    )
    assert source["last_refresh"] < source["next_refresh"]
    removed = tuinews("remove", str(source["id"]), "99", "--json")
    assert removed.status == 3
    assert removed.json == [{"id": source["id"], "url": source["url"]}]
    assert tuinews("sources", "--json").json == []
    assert tuinews("remove", source["url"]).status == 1


def test_marks_change_and_are_counted(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    ids = [str(row["id"]) for row in tuinews("list", "--json").json]
    assert tuinews("mark", "star", ids[0], ids[1], "--json").json == {"changed": 2}
    assert tuinews("mark", "unstar", ids[0], "--json").json == {"changed": 1}
    assert [str(row["id"]) for row in tuinews("list", "--starred", "--json").json] == [ids[1]]
    tuinews("mark", "read", *ids[:3])
    assert len(tuinews("list", "--unread", "--json").json) == ARTICLES - 3
    assert tuinews("mark", "read", "4242").status == 1
    assert tuinews("mark", "read", ids[4], "4242").status == 3


def test_search_finds_vietnamese_without_its_marks(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml")
    tuinews("refresh", "--articles", "all")
    hits = tuinews("search", "da", "nang", "--json").json
    assert "Gõ “da nang”, tìm ra “Đà Nẵng”" in [hit["title"] for hit in hits]
    assert "đà nẵng" in hits[0]["snippet"].lower() or "da nang" in hits[0]["snippet"].lower()
    assert set(hits[0]) == LISTED | {"snippet"}
    none = tuinews("search", "xyzzyx")
    assert none.status == 0
    assert "No results for" in none.out
    assert tuinews("search", "titel:x").err.endswith("did you mean title:?\n")
    assert tuinews("search", '"', "--json").status == 0


def test_views_are_saved_listed_changed_and_removed(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    saved = tuinews("view", "add", "Đã đọc", "is:read", "tin", "--json").json
    assert (saved["name"], saved["query"], saved["order"]) == ("Đã đọc", "is:read tin", "newest")
    assert tuinews("view", "set", "da doc", "query=is:unread", "icon=†").status == 0
    [listed] = tuinews("views", "--json").json
    ids = [row["id"] for row in tuinews("list", "--view", "Đã đọc", "--json").json]
    assert (listed["icon"], listed["unread"], len(ids)) == ("†", len(ids), len(ids))
    assert ids == [row["id"] for row in tuinews("list", "--search", "is:unread", "--json").json]
    assert "† Đã đọc" in tuinews("views").out
    wrong = tuinews("view", "add", "x", "is:sideways")
    assert (wrong.status, "→sideways" in wrong.err) == (1, True)
    assert tuinews("list", "--view", "x").status == 1
    assert tuinews("view", "remove", "Đã", "đọc").out == "removed Đã đọc\n"
    assert tuinews("views", "--json").json == []


def test_what_is_muted_is_left_out_until_it_is_heard_again(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    whole = tuinews("list", "--json").json
    word = f"url:{whole[0]['url'].rsplit('/', 1)[1]}"
    assert tuinews("mute", word, "--dry-run").out == f"{word}: 1 article would be muted\n"
    assert len(tuinews("list", "--json").json) == len(whole)
    made = tuinews("mute", word, "--until", "2099-12-24", "--json").json
    assert (made["articles"], made["until"][:10]) == (1, "2099-12-24")
    assert len(tuinews("list", "--json").json) == len(whole) - 1
    assert [row["id"] for row in tuinews("list", "--search", "is:muted", "--json").json] == [whole[0]["id"]]
    told = "tuinews: 1 is muted and left out; tuinews search is:muted lists it\n"
    title = whole[0]["title"]
    for asked in (("list",), ("search", title), ("list", "--search", title), ("search", f"title:'{title}'")):
        assert tuinews(*asked).err == told, asked
    for asked in (("search", "is:muted"), ("search", "-is:muted"), ("list", "--starred"), ("list", "--json")):
        assert tuinews(*asked).err == "", asked
    assert tuinews("search", "zzzz").err == ""
    assert tuinews("mutes").out.split() == ["1", word, "(until", "2099-12-24)"]
    assert tuinews("unmute", str(made["id"])).status == 0
    assert (len(tuinews("list", "--json").json), tuinews("unmute", "7").status) == (len(whole), 1)


def test_rules_are_tried_kept_and_removed_and_articles_tagged(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    first = tuinews("list", "--limit", "1", "--json").json[0]
    word = f"url:{first['url'].rsplit('/', 1)[1]}"
    assert tuinews("rule", "try", word).out == f"{word}: would affect 1 article\n"
    made = tuinews("rule", "add", "tag=Giữ", word, "--json").json
    assert (made["action"], made["tag"], made["articles"]) == ("tag", "Giữ", 1)
    assert tuinews("rule", "list").out.split() == [str(made["id"]), "tag=Giữ", word]
    assert tuinews("rule", "add", "burn", word).status == 1
    assert tuinews("rule", "remove", str(made["id"])).status == 0
    assert tuinews("rule", "list", "--json").json == []
    assert tuinews("tag", str(first["id"]), "99999", "Giữ", "--json").status == 3
    assert tuinews("list", "--search", "tag:giu", "--json").json[0]["tags"] == ["Giữ"]
    assert "#Giữ" in tuinews("list", "--limit", "1").out
    assert tuinews("tag", str(first["id"]), "Giữ", "--remove").out == "1 article changed\n"


def test_read_prints_every_format(tuinews: Run, site: DemoSite) -> None:
    url = edition(site.url)[0].article.url or ""
    title = edition()[0].article.title
    assert title in tuinews("read", url).out.replace("\n", " ")
    assert tuinews("read", url, "--format", "markdown").out.startswith(f"# {title}")
    assert "<h1" in tuinews("read", url, "--format", "html").out
    narrow = tuinews("read", url, "--width", "40").out.splitlines()
    assert all(len(line) <= 40 for line in narrow if not line.startswith("["))
    site.close()
    assert title in tuinews("read", url, "--offline").out.replace("\n", " ")


def test_what_is_not_kept_cannot_be_read_offline(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    first = tuinews("list", "--limit", "1", "--json").json[0]["id"]
    done = tuinews("read", str(first), "--offline")
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert "not saved" in done.err
    assert tuinews("read", "4242").status == 1


def _unread(tuinews: Run) -> list[int]:
    return [row["id"] for row in tuinews("list", "--unread", "--json").json]


@pytest.mark.parametrize("output", [["--json"], ["--format", "html"], []])
def test_read_marks_read_in_every_format_unless_it_is_told_not_to(
    tuinews: Run, site: DemoSite, output: list[str]
) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    first, *others = _unread(tuinews)
    assert tuinews("read", str(first), "--keep-unread", *output).status == 0
    assert first in _unread(tuinews)
    assert tuinews("read", str(first), *output).status == 0
    assert _unread(tuinews) == others


def test_read_that_fails_marks_nothing(tuinews: Run, host: Any, make_reply: Any) -> None:
    host.answers["/rss"] = make_reply(
        f'<rss version="2.0"><channel><title>R</title><item><title>Gone</title><link>{host.url}/1</link></item>'
        "</channel></rss>"
    )
    tuinews("add", f"{host.url}/rss")
    before = _unread(tuinews)
    assert len(before) == 1
    assert tuinews("read", str(before[0]), "--json").status == 1
    assert tuinews("read", str(before[0]), "--offline").status == 1
    assert tuinews("read", f"{host.url}/1").status == 1
    assert _unread(tuinews) == before


def test_what_the_feed_says_is_printed_where_another_page_came(tuinews: Run, host: Any, make_reply: Any) -> None:
    summary = "<description>The council voted on Friday.</description></item>"
    item = f"<item><title>The council votes on the river plan</title><link>{host.url}/1</link>{summary}"
    host.answers["/rss"] = make_reply(f'<rss version="2.0"><channel><title>Báo</title>{item}</channel></rss>')
    wall = "<title>Just a moment</title><h1>Verifying you are human</h1><p>This may take a few seconds.</p>"
    host.answers["/1"] = make_reply(wall, Content_Type="text/html")
    assert tuinews("add", f"{host.url}/rss").status == 0
    [entry] = tuinews("list", "--json").json
    done = tuinews("read", str(entry["id"]), "--format", "json")
    assert (done.status, done.json["title"]) == (0, "The council votes on the river plan")
    assert done.json["text"] == "The council voted on Friday."
    assert "checks for robots" in done.err
    assert "open it in a browser" in done.err
    [entry] = tuinews("list", "--json").json
    assert (entry["cached"], entry["read"]) == ("none", False)


def test_a_list_says_what_is_not_known_and_what_was_not_found(tuinews: Run, host: Any, make_reply: Any) -> None:
    item = f"<item><title>The council votes</title><link>{host.url}/1</link></item>"
    host.answers["/rss"] = make_reply(f'<rss version="2.0"><channel><title>Báo</title>{item}</channel></rss>')
    assert tuinews("add", f"{host.url}/rss", "--articles", "0").status == 0
    assert "no date  Báo: The council votes" in tuinews("list").out
    assert tuinews("list", "--search", "is:starred").out.startswith("No results for “is:starred”")
    tuinews("view", "add", "Stars", "is:starred")
    assert tuinews("list", "--view", "Stars").out.startswith("No results for “is:starred”")
    host.answers["/1"] = make_reply(status=404)
    assert tuinews("pack", "--hours", "1").out == "Nothing was packed. 1 article could not be fetched\n"


def test_the_feeds_own_article_is_read_offline(tuinews: Run, host: Any, make_reply: Any) -> None:
    text = "<p>The river rose by two metres in the night.</p>" * 20
    host.answers["/rss"] = make_reply(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>R</title>'
        f"<item><title>River</title><link>{host.url}/1</link><content:encoded><![CDATA[{text}]]></content:encoded>"
        "</item></channel></rss>"
    )
    tuinews("add", f"{host.url}/rss")

    [row] = tuinews("list", "--json").json
    assert row["cached"] == "full"
    done = tuinews("read", str(row["id"]), "--offline")
    assert (done.status, done.err) == (0, "")
    assert done.out.count("The river rose") == 20


def test_adding_keeps_the_newest_for_reading_offline(tuinews: Run, site: DemoSite) -> None:
    done = tuinews("add", site.url + "rss.xml", "--articles", "2", "--json")
    assert [(a["entries"], a["error"]) for a in done.json] == [(ARTICLES, None)]
    site.close()
    newest = tuinews("list", "--json").json
    assert [row["cached"] for row in newest[:3]] == ["text", "full", "none"]
    assert tuinews("read", str(newest[0]["id"]), "--offline").status == 0


def test_the_status_of_a_refresh_says_how_much_failed(
    tuinews: Run, start_host: Any, make_reply: Any, make_feed: Any
) -> None:
    good, bad = start_host(), start_host()
    for one in (good, bad):
        one.answers["/rss"] = make_reply(make_feed([("Tin", f"{one.url}/1")]))
        assert tuinews("add", f"{one.url}/rss").status == 0
    assert tuinews("refresh").status == 0
    bad.answers["/rss"] = make_reply(status=500)
    some = tuinews("refresh", "--json")
    assert (some.status, len(some.json["failed"]), some.json["articles"]) == (3, 1, 0)
    assert some.json["articles_failed"] == 2
    assert some.err.count("\n") == 1
    assert "500" in some.err
    good.answers["/rss"] = make_reply(status=500)
    every = tuinews("refresh")
    assert (every.status, every.err.count("\n")) == (1, 2)
    assert "2 failed" in every.out
    assert "0 articles saved" in every.out


def test_a_refresh_tells_of_articles_that_could_not_be_had(
    tuinews: Run, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    tuinews("add", f"{host.url}/rss")
    done = tuinews("refresh")
    assert done.status == 0
    assert "0 articles saved, 1 article could not be fetched" in done.out


def test_import_skips_what_is_no_address_and_says_so(tuinews: Run, tmp_path: Path) -> None:
    path = tmp_path / "urls"
    path.write_text('https://a.example/rss news\n"exec:rm -rf /"\nfile:///etc/passwd\n', "utf-8")
    dry = tuinews("import", str(path), "--dry-run", "--json")
    assert dry.status == 3
    assert (dry.json["added"], len(dry.json["skipped"])) == (1, 2)
    assert tuinews("sources", "--json").json == []
    done = tuinews("import", str(path))
    assert "1 added, 0 already in the library, 2 skipped" in done.out
    assert "exec:rm -rf /" in done.err
    assert tuinews("import", str(path), "--json").json["known"] == 1
    assert "https://a.example/rss" in tuinews("export").out


def test_a_large_list_asks_first(tuinews: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text("".join(f"https://h{n}.example/rss\n" for n in range(501)), "utf-8")
    done = tuinews("import", str(path))
    assert done.status == 1
    assert "use --yes" in done.err
    assert tuinews("sources", "--json").json == []


def test_saved_articles_are_imported_and_counted_truly(tuinews: Run, tmp_path: Path) -> None:
    path = tmp_path / "part_000000"
    rows = "Một,https://lang.example/1,1600322788,quê,unread\nHai,https://lang.example/2,,,archive\nBa,,,,unread\n"
    path.write_text(f"title,url,time_added,tags,status\n{rows}", "utf-8")
    dry = tuinews("import", str(path), "--dry-run")
    assert (dry.status, dry.out) == (
        3,
        "3 articles from Pocket, nothing imported yet: 2 new, 0 known, 1 without an address\n",
    )
    assert dry.err == "tuinews: skipped Ba: it has no web address\n"
    done = tuinews("import", str(path))
    assert (done.status, done.out) == (3, "3 articles from Pocket: 2 new, 0 known, 1 without an address\n")
    again = tuinews("import", str(path), "--json").json
    assert {name: again[name] for name in ("program", "articles", "new", "known", "without_address")} == {
        "program": "Pocket",
        "articles": 3,
        "new": 0,
        "known": 2,
        "without_address": 1,
    }
    assert [row["title"] for row in tuinews("search", "tag:quê", "--json").json] == ["Một"]
    assert [row["title"] for row in tuinews("list", "--unread", "--json").json] == ["Một"]


def test_export_writes_a_file_whole(tuinews: Run, site: DemoSite, tmp_path: Path) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    path = tmp_path / "mine.opml"
    assert tuinews("export", str(path)).status == 0
    assert site.url + "rss.xml" in path.read_text("utf-8")
    assert tuinews("export", str(tmp_path / "none" / "mine.opml")).status == 1


def test_read_pages_are_no_feed_after_mending(tuinews: Run, tmp_path: Path) -> None:
    assert tuinews("read", str(PAGE)).status == 0
    with (tmp_path / "data" / "library.sqlite3").open("r+b") as file:
        file.write(bytes(16))

    (source,) = tuinews("sources", "--json").json
    refreshed = tuinews("refresh", "--json")

    assert (source["kind"], source["total"]) == ("pages", 1)
    assert (refreshed.status, refreshed.json["failed"]) == (0, [])
    assert "tuinews:pages" not in tuinews("export").out


def test_what_lost_its_address_by_damage_is_neither_refreshed_nor_exported(
    tuinews: Run, site: DemoSite, tmp_path: Path
) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    shutil.rmtree(tmp_path / "data" / "backups")
    with closing(sqlite3.connect(tmp_path / "data" / "library.sqlite3")) as sql:
        sql.execute("delete from source")
        sql.execute("drop table pause")
        sql.commit()

    (source,) = tuinews("sources", "--json").json

    assert source["total"] == ARTICLES
    assert "its address was lost" in source["error"]
    assert tuinews("refresh").status == 0
    assert "<outline" not in tuinews("export").out


def test_without_a_terminal_the_newest_articles_are_printed(tuinews: Run, process: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    done = process()
    assert done.status == 4
    assert len(done.out.splitlines()) == ARTICLES
    assert "standard input is not a terminal" in done.err


def test_hostile_titles_are_printed_as_text(tuinews: Run, site: DemoSite) -> None:
    hostile = "\x1b]52;c;aGk=\x07[@click=app.quit]Bão\x1b[2J \u202egnp.exe[/b]"
    site.correct(site.articles[0], hostile)
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    printed = [tuinews("list", "--limit", "1").out, tuinews("list", "--limit", "1", "--json").json[0]["title"]]
    for text in printed:
        assert "[@click=app.quit]Bão gnp.exe[/b]" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_wrong_settings_are_named_with_their_line(tuinews: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("refresh_minutes = 'soon'\n", "utf-8")
    done = tuinews("sources")
    assert done.status == 0
    file = tmp_path / "settings.toml"
    why = "refresh_minutes: it must be minutes, 0 or more; the default is used"
    assert done.err.splitlines() == [f"tuinews: {file} line 1: {why}"]


def test_the_settings_are_shown_with_where_each_comes_from(tuinews: Run, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    assert tuinews("config", "path").out == f"{file}\n"
    assert tuinews("config", "validate").status == 0
    file.write_text('# mine\nmeasure = 70\n\n[repairs."báo.example"]\nbody = "p"\n\n[keys]\nstar = "S"\n', "utf-8")
    done = tuinews("config", "show")
    assert (done.status, done.err) == (0, "")
    shown = {line.partition("  #")[0].strip(): line.partition("  # ")[2] for line in done.out.splitlines()}
    assert shown["measure = 70"] == "settings.toml line 2"
    assert shown["refresh_minutes = 0"] == "default"
    assert shown['star = "S"'] == "settings.toml line 8"
    assert read_settings(file).settings == settings_of(tomllib.loads(done.out))
    values = tuinews("config", "show", "--json").json
    assert values["measure"] == {"value": 70, "default": 80, "from": "file", "line": 2}
    assert values["theme"]["from"] == "default"
    assert values["repairs"]["value"] == {"báo.example": {"body": "p"}}
    assert tuinews("config", "validate").status == 0
    properties = tuinews("config", "schema").json["properties"]
    assert set(properties) == set(values)
    assert {"star", "undo"} < set(properties["keys"]["properties"])
    assert "vim" in properties["keys"]["properties"]["preset"]["enum"]


def test_validate_names_all_that_is_not_obeyed(tuinews: Run, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('them = "dark"\n[keys]\nstarr = "x"\nstar = "j"\n[repairs.x]\nbody = "p[["\n', "utf-8")
    done = tuinews("config", "validate")
    assert done.status == 1
    lines = done.out.splitlines()
    assert lines[0] == f"{file} line 1: them: there is no such setting (did you mean theme?)"
    assert f"{file} line 3: keys.starr: there is no such command; see docs/keys.md (did you mean star?)" in lines
    assert f"{file} line 4: keys.star: j is already used for “down”" in lines
    assert any(line.startswith(f"{file} line 6: repairs.x: ") for line in lines)
    problems = tuinews("config", "validate", "--json").json["problems"]
    assert [problem["line"] for problem in problems] == [1, 3, 4, 6]
    assert problems[0]["nearest"] == "theme"


def test_check_sources_probes_without_keeping(tuinews: Run, site: DemoSite) -> None:
    done = tuinews("check-sources", site.url + "rss.xml", site.url + "none", "--json")
    assert done.status == 3
    good, bad = done.json
    assert (good["kind"], good["entries"], good["newest"][:4]) == ("feed", ARTICLES, "2026")
    assert "404" in bad["error"]
    assert tuinews("sources", "--json").json == []


def test_parse_answers_one_line_a_request(process: Run) -> None:
    page = str(Path(__file__).with_name("article.html"))
    requests = [
        json.dumps({"file": page, "url": None, "now": None}),
        "{}",
        "nonsense",
        json.dumps({"file": "/none"}),
    ]
    done = process("parse", "article", "--batch", stdin="\n".join(requests) + "\n")
    assert done.status == 0
    good, *bad = [json.loads(line) for line in done.out.splitlines()]
    assert good["title"] == "Phố cổ Hội An mở lại phiên chợ đêm"
    assert good["author"] == ["Lê Minh An"]
    assert good["date"] == "2026-03-14T08:30+07:00"
    assert good["captions"] == ["Đèn lồng bên sông Hoài."]
    assert good["text"].startswith("Sau ba tháng sửa chữa")
    assert [set(answer) for answer in bad] == [{"error"}] * 3


def test_read_leaves_out_what_a_site_repeats_says_so_and_prints_it_when_asked(
    tuinews: Run, tmp_path: Path
) -> None:
    box = "Get our morning letter with the best of the coast, every day at six."
    for name in "ab":
        sentence = f"The ferry {name} went out at dawn with nineteen people and came back at dusk with twenty. "
        told = "".join(f"<p>{name}{part} {sentence * 2}</p>" for part in range(4))
        page = f"<title>Ferry {name}</title><article><h1>Ferry {name}</h1>{told}<p>{box}</p></article>"
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    first = tuinews("read", str(tmp_path / "a.html"), "--width", "200")
    assert (first.status, first.err) == (0, "")
    assert box in first.out
    second = tuinews("read", str(tmp_path / "b.html"), "--width", "200")
    assert box not in second.out
    assert second.err == "tuinews: 1 line that its site repeats is left out; --whole prints it\n"
    as_json = tuinews("read", "1", "--json")
    assert (as_json.json["left_out"], as_json.err) == (1, "")
    assert box not in as_json.json["text"]
    whole = tuinews("read", "1", "--whole", "--json").json
    assert (whole["left_out"], box in whole["text"]) == (0, True)
    assert box in tuinews("read", "1", "--whole", "--width", "200").out


def test_parse_remembers_the_pages_of_a_site_by_its_name(process: Run, tmp_path: Path) -> None:
    box = "Get our morning letter with the best of the coast, every day at six."
    for name in "abc":
        sentence = f"The ferry {name} went out at dawn with nineteen people and came back at dusk with twenty. "
        told = "".join(f"<p>{name}{part} {sentence * 2}</p>" for part in range(4))
        page = f"<title>Ferry {name}</title><article><h1>Ferry {name}</h1>{told}<p>{box}</p></article>"
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    asked = [("a", "post"), ("b", "post"), ("a", "post"), ("c", "other"), ("c", None)]
    requests = [{"file": str(tmp_path / f"{page}.html"), "memory": memory} for page, memory in asked]
    done = process("parse", "article", "--batch", stdin="".join(json.dumps(one) + "\n" for one in requests))
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer.get("left_out") for answer in answers] == [0, 1, 1, 0, None]
    assert [box in answer["text"] for answer in answers] == [True, False, False, True, True]
    assert box not in json.dumps(answers[1]["blocks"])


def test_parse_reads_one_date(tuinews: Run) -> None:
    done = tuinews("parse", "date", "2 năm trước", "--now", "2024-04-28T01:30+07:00", "--lang", "vi")
    assert done.json == {
        "date": "2022-04-28",
        "earliest": "2021-04-28",
        "latest": "2022-04-28",
        "precision": "year",
    }
    assert tuinews("parse", "date").status == 2
    assert tuinews("parse", "article", "none.html").status == 1


def test_a_source_is_repaired_and_the_repair_told_and_taken_away(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    set_up = tuinews("repair", "1", "--body", "div.story", "--json")
    assert set_up.json == {"id": 1, "url": site.url + "rss.xml", "repair": {"body": "div.story", "drop": None}}
    assert tuinews("repair", "1", "--drop", "p.ad").out == "Bản tin tuinews\n  body  div.story\n  drop  p.ad\n"
    assert tuinews("repair", "1", "--body", "").out == "Bản tin tuinews\n  drop  p.ad\n"
    assert tuinews("sources", "--json").json[0]["repair"] == {"body": None, "drop": "p.ad"}
    assert 'tuinews:drop="p.ad"' in tuinews("export").out
    assert tuinews("repair", "1", "--clear").out == "Bản tin tuinews: no repair rule\n"
    assert "tuinews:" not in tuinews("export").out
    wrong = tuinews("repair", "1", "--body", "p[[")
    assert wrong.status == 1
    assert wrong.err == "tuinews: body “p[[”: this is not a CSS selector; give one such as “div.story”\n"
    assert tuinews("repair", "1", "--body", "p", "--clear").status == 2
    assert tuinews("repair", "9").status == 1


@pytest.mark.parametrize("what", ["article", "listing", "feed"])
@pytest.mark.parametrize("url", ["http://[::1", "http://a.example:x/", "http://a.example:99999999/"])
def test_parse_refuses_an_address_that_is_none(tuinews: Run, tmp_path: Path, what: str, url: str) -> None:
    (tmp_path / "page.html").write_text("<p>Some words of a page.</p>")
    done = tuinews("parse", what, str(tmp_path / "page.html"), "--url", url)
    assert done.status == 1
    assert f"url {url}: this is not a web address; enter one such as" in done.err


@pytest.mark.parametrize(
    ("name", "body", "what"),
    [
        ("a.rss", b"<rss><channel><title>A</title></channel></rss>", "this is a feed, not a web page; add it"),
        ("a.json", b'{"a": 1}', "this is JSON data"),
        ("a.txt", b"Words.", "this is plain text"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF document"),
    ],
)
def test_parse_article_says_what_a_file_is_that_is_no_page(
    tuinews: Run, tmp_path: Path, name: str, body: bytes, what: str
) -> None:
    (tmp_path / name).write_bytes(body)
    done = tuinews("parse", "article", str(tmp_path / name))
    assert done.status == 1
    assert what in done.err


def test_a_request_that_is_not_understood_says_which_part(process: Run) -> None:
    requests = [
        {"file": 5},
        {},
        {"file": "a\0b"},
        {"file": __file__, "url": 5},
        {"file": __file__, "now": 5},
        {"file": __file__, "headers": 5},
    ]
    stdin = "".join(json.dumps(request) + "\n" for request in requests)
    done = process("parse", "listing", "--batch", stdin=stdin)
    errors = [json.loads(line)["error"].split(":")[0] for line in done.out.splitlines()]
    assert errors == ["file", "file", "file", "url", "now", "headers"]


def test_every_wrong_key_is_named_by_a_command_too(tuinews: Run, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\nstar = "fnord"\nundo = "U"\nsearch = "cmd+f"\n')
    done = tuinews("list")
    assert done.status == 0
    assert done.err.splitlines() == [
        f"tuinews: {file} line 2: keys.star: “fnord” is not a known key; see docs/keys.md",
        f"tuinews: {file} line 4: keys.search: “cmd+f” is not a known key; see docs/keys.md",
    ]


def test_a_source_is_renamed_and_moved_by_id_or_address(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    renamed = tuinews("rename", "1", "Bản", "tin", "thử", "--json")
    assert renamed.status == 0
    assert renamed.json == tuinews("sources", "--json").json[0]
    assert renamed.json["title"] == "Bản tin thử"
    moved = tuinews("move", site.url + "rss.xml", "Tin/Châu Á")
    assert moved.out == tuinews("sources").out
    assert "Tin/Châu Á / Bản tin thử" in moved.out
    for none in ("-", ""):
        tuinews("move", "1", "Tin")
        assert tuinews("move", "1", none, "--json").json["folder"] is None
    assert tuinews("rename", "9", "x").status == tuinews("move", "9", "x").status == 1
    assert tuinews("rename", "1", " ").err == "tuinews: the name: it is empty; give the source a name\n"


def test_a_site_that_refuses_is_added_with_what_it_wants(
    tuinews: Run, start_host: Any, make_reply: Any, make_feed: Any, tmp_path: Path
) -> None:
    host = start_host()
    feed = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    host.answers["/rss"] = lambda headers: (
        feed if headers["user-agent"] == "Mozilla/5.0" else make_reply(status=403)
    )
    url = f"{host.url}/rss"
    refused = tuinews("add", url)
    assert refused.status == 1
    assert "403" in refused.err
    assert refused.err.endswith("; --set user_agent=… (or headers, cookies, fetch_command) may open it\n")
    host.answers["/closed"] = make_reply(status=401)
    assert (
        "; --set user=NAME --set 'password_command=COMMAND' signs in" in tuinews("add", f"{host.url}/closed").err
    )
    (added,) = tuinews("add", url, "--set", "user_agent=Mozilla/5.0", "--set", "articles=0", "--json").json
    assert (added["entries"], added["error"]) == (1, None)
    (source,) = tuinews("sources", "--json").json
    assert (source["user_agent"], source["articles"], source["headers"]) == ("Mozilla/5.0", 0, [])
    wrong = tuinews("add", url, "--set", "articles=x")
    assert (wrong.status, wrong.err) == (1, "tuinews: articles: must be a number from 0 to 1000\n")

    shutil.copy(PAGE, tmp_path / "saved.html")
    kept = tuinews("read", str(tmp_path / "saved.html"), "--as", "1", "--json").json
    assert (kept["id"], kept["url"]) == (1, f"{host.url}/1")
    assert tuinews("read", f"{host.url}/1", "--offline", "--json").json["text"] == kept["text"]
    assert host.asked.count("/1") == 0
    assert tuinews("read", str(tmp_path / "none.html"), "--as", "1").status == 1
    assert tuinews("read", str(tmp_path / "saved.html"), "--as", "99").status == 1


def test_commands_of_a_list_are_taken_on_demand_alone(tuinews: Run, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    listed = tmp_path / "list.opml"
    listed.write_text(
        '<opml version="2.0" xmlns:tuinews="urn:tuinews"><body><outline type="rss" text="A" '
        f'xmlUrl="http://a.test/rss" tuinews:fetch_command="touch {ran}" tuinews:articles="2"/></body></opml>'
    )
    done = tuinews("import", str(listed))
    assert done.status == 3
    assert "skipped http://a.test/rss: its commands, cookies and variables were left out" in done.err
    (source,) = tuinews("sources", "--json").json
    assert (source["fetch_command"], source["articles"]) == ([], 2)
    tuinews("remove", str(source["id"]))
    tuinews("refresh")
    assert not ran.exists()


def test_what_is_asked_and_kept_of_a_source_is_set(tuinews: Run, site: DemoSite) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "0")
    done = tuinews("set", "1", "refresh-minutes=90", "articles=2", "hidden=yes", "title=Bản = tin", "--json")
    assert done.status == 0
    assert done.json == tuinews("sources", "--json").json[0]
    options = ("refresh_minutes", "articles", "pictures", "text", "user_agent", "hidden")
    assert [done.json[key] for key in options] == [90, 2, None, "auto", None, True]
    assert done.json["title"] == "Bản = tin"
    assert "refresh_minutes=90  articles=2  hidden=yes" in tuinews("sources").out
    assert tuinews("list", "--json").json == []
    assert len(tuinews("list", "--source", "1", "--json").json) == ARTICLES
    assert tuinews("refresh", "1", "--json").json["articles"] == 2
    assert tuinews("set", "1", "hidden=", "--json").json["hidden"] is False
    assert tuinews("set", "1", "articles=x").err == "tuinews: articles: must be a number from 0 to 1000\n"
    assert tuinews("set", "1", "articles=3", "nothing=4").status == 1
    assert tuinews("set", "1", "--json").json["articles"] == 2
    with pytest.raises(SystemExit):
        tuinews("set", "1", "articles")


def test_adding_a_known_address_gives_it_the_name_and_the_folder_and_says_so(tuinews: Run, site: DemoSite) -> None:
    url = site.url + "rss.xml"
    tuinews("add", "--articles", "0", url)
    again = tuinews("add", "--articles", "0", url, "--title", "Của tôi", "--folder", "Tin")
    assert again.status == 0
    note = "already in the library, renamed from Bản tin tuinews, moved to Tin"
    assert again.out == f"feed  Của tôi  {ARTICLES} articles  ({note})\n"
    (source,) = tuinews("sources", "--json").json
    assert (source["title"], source["folder"]) == ("Của tôi", "Tin")
    (same,) = tuinews("add", "--articles", "0", url, "--title", "Của tôi", "--json").json
    assert (same["known"], same["renamed"], same["moved"], same["folder"]) == (True, False, False, "Tin")
    (out,) = tuinews("add", "--articles", "0", url, "--folder", "-", "--json").json
    assert (out["title"], out["moved"], out["folder"]) == ("Của tôi", True, None)


def test_the_articles_of_a_source_are_counted_alike_wherever_they_are_counted(
    tuinews: Run, site: DemoSite
) -> None:
    tuinews("add", site.url + "tin-moi/")
    tuinews("add", site.url + "rss.xml")
    shared = tuinews("list", "--json").json
    assert [row["sources"] for row in shared] == [[1, 2]] * ARTICLES
    tuinews("mark", "read", str(shared[0]["id"]))
    unread = tuinews("list", "--unread", "--json").json
    for source in tuinews("sources", "--json").json:
        own = tuinews("list", "--source", str(source["id"]), "--unread", "--json").json
        named = [row for row in unread if source["id"] in row["sources"]]
        assert len(own) == len(named) == source["unread"] == ARTICLES - 1
        assert len(tuinews("list", "--source", str(source["id"]), "--json").json) == source["total"] == ARTICLES
    tuinews("remove", "1")
    assert [row["sources"] for row in tuinews("list", "--json").json] == [[2]] * ARTICLES
    assert tuinews("search", "đà nẵng", "--json").json[0]["sources"] == [2]


def test_everything_goes_into_one_file_and_comes_back(tuinews: Run, site: DemoSite, tmp_path: Path) -> None:
    tuinews("add", site.url)
    before = tuinews("list", "--json").json
    done = tuinews("backup", str(tmp_path / "all.zip"), "--json")
    assert (done.status, done.json["file"]) == (0, str(tmp_path / "all.zip"))
    assert tuinews("backup", str(tmp_path / "all.zip")).status == 1
    tuinews("remove", "1")
    assert tuinews("restore", str(tmp_path / "all.zip")).status == 1, "there is a library, and nobody said yes"
    (tmp_path / "notes.txt").write_text("no backup")
    for name, why in (("NOTHERE.zip", "no such file"), ("notes.txt", "notes.txt")):
        done = tuinews("restore", str(tmp_path / name))
        assert done.status == 1
        assert why in done.err.lower()
        assert "--yes" not in done.err, name
    assert tuinews("list", "--json").json == []
    assert tuinews("restore", str(tmp_path / "all.zip"), "--yes").status == 0
    assert tuinews("list", "--json").json == before
    found = tuinews("doctor", "--repair", "--json")
    assert (found.status, {one["name"] for one in found.json if not one["is_well"]}) == (0, set())


def test_an_episode_without_a_page_is_read_with_its_file(tuinews: Run, host: Any, make_reply: Any) -> None:
    file = '<enclosure url="https://cdn.example/ep12.mp3" type="audio/mpeg" length="34200000"/>'
    item = f"<item><title>Tập 12</title><guid>12</guid><description>Về con sông.</description>{file}</item>"
    host.answers["/rss"] = make_reply(f'<rss version="2.0"><channel><title>Báo</title>{item}</channel></rss>')
    tuinews("add", f"{host.url}/rss")
    for kind in ("text", "markdown", "html", "json"):
        assert "https://cdn.example/ep12.mp3" in tuinews("read", "1", "--format", kind).out, kind
    [enclosure] = tuinews("read", "1", "--json").json["enclosures"]
    assert enclosure == {
        "url": "https://cdn.example/ep12.mp3",
        "type": "audio/mpeg",
        "length": 34200000,
        "file": None,
    }


def test_the_address_of_an_article_adds_its_site_and_says_how_to_save_it(tuinews: Run, site: DemoSite) -> None:
    address = site.url + edition()[0].path.lstrip("/")
    added = tuinews("add", address, "--articles", "0")
    assert added.status == 0
    assert f"to save it: tuinews read {address}" in added.out


def test_sources_that_fail_are_listed_with_when_they_are_tried_again(
    tuinews: Run, host: Any, make_reply: Any, make_feed: Any
) -> None:
    for path in ("/well", "/ill"):
        host.answers[path] = make_reply(make_feed([("A title", f"{host.url}/a")], title=path))
        tuinews("add", host.url + path, "--articles", "0")
    assert tuinews("sources", "--failing").out == "No source fails.\n"
    host.answers["/ill"] = make_reply(status=500)
    tuinews("refresh", "--articles", "0")
    [ill] = tuinews("sources", "--failing", "--json").json
    assert ill["failing_since"]
    assert ill["url"].endswith("/ill")
    assert "failing since 20" in tuinews("sources", "--failing").out
    assert "; next try 20" in tuinews("sources", "--failing").out
    assert f"tuinews refresh {ill['id']} tries now" in tuinews("sources", "--failing").out
    host.answers["/ill"] = host.answers["/well"]
    tuinews("refresh", "--articles", "0")
    assert tuinews("sources", "--failing").out == "No source fails.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_promised_of_a_source_whose_server_asked_for_a_pause(
    language: str, tuinews: Run, host: Any, make_reply: Any, make_feed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    host.answers["/busy"] = make_reply(make_feed([("A title", f"{host.url}/a")], title="Busy"))
    tuinews("add", f"{host.url}/busy", "--articles", "0")
    host.answers["/busy"] = make_reply(status=503, Retry_After="7200")
    for _ in range(2):  # it says so itself, then it is not even asked
        tuinews("refresh", "--articles", "0")
        told = tuinews("sources", "--failing").out
        assert "tuinews refresh" not in told
        assert told.count("\n") == 4


def test_an_article_on_a_site_without_a_list_can_be_kept_by_its_address(
    tuinews: Run, host: Any, make_reply: Any
) -> None:
    words = "<p>The council met on Friday and voted for the plan that gives the river its old bed back.</p>" * 5
    host.answers["/plan.html"] = make_reply(f"<article><h1>The river plan</h1>{words}", Content_Type="text/html")
    done = tuinews("add", f"{host.url}/plan.html")
    assert done.status == 1
    assert f"; if it is an article, tuinews read {host.url}/plan.html keeps it" in done.err
    assert "tuinews read" not in tuinews("add", f"{host.url}/plan.html", "--kind", "sitemap").err
