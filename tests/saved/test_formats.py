"""What other programs export: each format by its content, true to what stands in it, and bounded."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import SourceListError
from tuinews.model.saved.articles import SavedArticle, SavedArticles, SavedHighlight, SavingProgram
from tuinews.saved.bundle import Bundle
from tuinews.saved.formats import of_text, saved_articles

POCKET = """title,url,time_added,tags,status
Cà phê sáng,https://lang.example/ca-phe,1600322788,việt nam|cà phê,unread
"Hai dòng

trong một tên",https://lang.example/hai,1600172739,,archive
Không địa chỉ,,1600172739,,unread
"""
POCKET_HTML = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="https://lang.example/mot?a=1&amp;b=2" time_added="1688628695" tags="một,hai">Tom &amp; Jerry</a></li>
</ul><h1>Read Archive</h1><ul><li><a href="https://lang.example/hai" time_added="1688627412" tags="">Hai</a></li>
</ul>"""
OMNIVORE: list[dict[str, Any]] = [
    {
        "id": "1",
        "slug": "lua-mua-192",
        "title": "Lúa mùa",
        "description": "Về lúa.",
        "author": "Lan Phạm",
        "url": "https://lang.example/lua",
        "state": "Archived",
        "readingProgress": 12,
        "labels": ["RSS", {"name": "ruộng"}],
        "savedAt": "2024-10-29T16:30:11.000Z",
        "publishedAt": "2024-10-28T06:00:00.000Z",
    },
    {
        "id": "2",
        "slug": "xoa",
        "title": "Xoá",
        "url": "https://lang.example/xoa",
        "state": "Deleted",
        "savedAt": 0,
    },
]
INSTAPAPER = """URL,Title,Selection,Folder,Timestamp,Tags
https://lang.example/a,Một,câu đã chọn,Unread,1700000000,"[""chợ""]"
https://lang.example/b,Hai,,Archive,1700000001,[]
https://lang.example/c,Ba,,Starred,1700000002,
https://lang.example/d,Bốn,,Nấu ăn,1700000003,
"""
WALLABAG: list[dict[str, Any]] = [
    {
        "is_archived": 1,
        "is_starred": 0,
        "tags": ["blog", "làng"],
        "id": 7,
        "title": "Đình làng",
        "url": "https://lang.example/dinh",
        "content": "<p>Đình nằm giữa làng.</p>",
        "created_at": "2016-09-08T11:55:58+0200",
        "published_at": "2016-09-07T08:00:00+02:00",
        "published_by": ["An"],
        "language": "vi",
        "annotations": [{"text": "hay", "quote": "giữa làng", "created_at": "2016-09-09T00:00:00+0000"}],
    },
    {"title": "Cũ", "url": "https://lang.example/cu", "is_read": "1", "is_fav": "1", "content": "", "tags": "x,y"},
]
READECK: list[dict[str, Any]] = [
    {
        "id": "x",
        "created": "2025-01-02T03:04:05Z",
        "url": "https://lang.example/sen",
        "title": "Sen",
        "site_name": "Báo Làng",
        "authors": ["An"],
        "lang": "vi",
        "document_type": "article",
        "is_marked": True,
        "is_archived": False,
        "is_deleted": False,
        "labels": ["hoa"],
        "read_progress": 100,
    }
]
INOREADER: dict[str, Any] = {
    "direction": "ltr",
    "id": "user/-/state/com.google/starred",
    "items": [
        {
            "timestampUsec": "1700000000000000",
            "categories": [
                "user/1005/state/com.google/read",
                "user/1005/state/com.google/starred",
                "user/1005/label/Kinh tế",
                "từ của bài",
            ],
            "title": "Giá gạo",
            "published": 1699990000,
            "canonical": [{"href": "https://lang.example/gao"}],
            "summary": {"content": "<p>Giá gạo tăng.</p>"},
            "author": "Lan",
            "annotations": [{"added_on": 1700000100, "text": "Giá gạo", "note": "xem lại"}],
            "origin": {"title": "Báo Làng"},
        }
    ],
}
FRESHRSS: dict[str, Any] = {
    "id": "user/lan/state/org.freshrss/starred",
    "items": [
        {
            "timestampUsec": "1700000000000000",
            "categories": [
                "user/-/state/com.google/unread",
                "user/-/state/com.google/starred",
                "user/-/label/đọc",
            ],
            "title": "Bão",
            "published": 1699990000,
            "alternate": [{"href": "https://lang.example/bao", "type": "text/html"}],
            "content": {"content": "<p>Bão vào.</p>"},
        }
    ],
}
FEEDLY: dict[str, Any] = {
    "items": [
        {
            "id": "e",
            "originId": "o",
            "title": "Chè",
            "published": 1699990000000,
            "actionTimestamp": 1700000000000,
            "canonicalUrl": "https://lang.example/che",
            "unread": False,
            "tags": [
                {"id": "user/u/tag/global.saved", "label": "Saved For Later"},
                {"id": "user/u/tag/1", "label": "Trà"},
            ],
            "annotations": [{"highlight": {"text": "chè xanh"}, "comment": "ngon"}, {"comment": "cả bài"}],
        }
    ]
}
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>
<DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Thanh dấu trang</H3><DL><p>
  <DT><A HREF="https://lang.example/1" ADD_DATE="1686813518" TAGS="chợ,quê">Một &lt;b&gt;</A>
  <DD>Đáng đọc.
  <DT><H3>Nấu ăn</H3><DL><p><DT><A HREF="https://lang.example/2" ADD_DATE="1686813519">Hai</A></DL><p>
  <DT><A HREF="javascript:alert(1)">Mẹo</A>
</DL><p><DT><H3 ID="com.apple.ReadingList">Reading List</H3><DL><p>
  <DT><A HREF="https://lang.example/3">Ba</A></DL></DL>
"""
CHROME = {
    "roots": {
        "bookmark_bar": {
            "type": "folder",
            "children": [
                {
                    "type": "folder",
                    "name": "Quê",
                    "children": [
                        {
                            "type": "url",
                            "name": "Một",
                            "url": "https://lang.example/1",
                            "date_added": "13118850929335823",
                        }
                    ],
                }
            ],
        }
    }
}
FIREFOX = {
    "type": "text/x-moz-place-container",
    "root": "placesRoot",
    "children": [
        {
            "type": "text/x-moz-place-container",
            "root": "toolbarFolder",
            "title": "Thanh",
            "children": [
                {
                    "type": "text/x-moz-place",
                    "title": "Một",
                    "uri": "https://lang.example/1",
                    "tags": "chợ",
                    "dateAdded": 1388166091644000,
                }
            ],
        }
    ],
}


def read(text: str | object) -> SavedArticles:
    found = of_text(text if isinstance(text, str) else json.dumps(text))
    assert found is not None
    return found


def only(text: str | object) -> SavedArticle:
    return read(text).articles[0]


def zipped(files: dict[str, Any]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body if isinstance(body, str) else json.dumps(body))
    stream.seek(0)
    return stream


def from_zip(files: dict[str, Any]) -> SavedArticles:
    found = saved_articles(zipped(files), "export.zip")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "program"),
    [
        (POCKET, SavingProgram.POCKET),
        (POCKET_HTML, SavingProgram.POCKET),
        (OMNIVORE, SavingProgram.OMNIVORE),
        (INSTAPAPER, SavingProgram.INSTAPAPER),
        (WALLABAG, SavingProgram.WALLABAG),
        (READECK, SavingProgram.READECK),
        (READECK[0], SavingProgram.READECK),
        (INOREADER, SavingProgram.INOREADER),
        (FRESHRSS, SavingProgram.FRESHRSS),
        (FEEDLY, SavingProgram.FEEDLY),
        (BOOKMARKS, SavingProgram.BOOKMARKS),
        (CHROME, SavingProgram.BOOKMARKS),
        (FIREFOX, SavingProgram.BOOKMARKS),
    ],
)
def test_a_format_is_told_by_its_content(text: str | object, program: SavingProgram) -> None:
    assert read(text).program is program


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://a.example/rss\nhttps://b.example/rss\n",
        "<?xml version='1.0'?><opml><body><outline xmlUrl='https://a.example/rss'/></body></opml>",
        "<!doctype html><html><head><title>Một trang</title><a href='https://a.example/'>a</a>",
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "https://a.example/1"}]}',
        "[1, 2, 3]",
        "[",
        "a,b,c\n1,2,3\n",
        "title,url,tags,created\nA,https://a.example/,news,2024-01-01\nB,https://b.example,news,2024-01-01\n",
        "name,link,tags,added\nA,https://a.example/rss.xml,news,2024-01-01\n",
        "title,url,tags\nA,https://a.example/blog/of/mine,news\n",
        "title,feed_url,url,tags,created\nA,https://a.example/f,https://a.example/blog,news,2024-01-01\n",
        '[{"url": "https://a.example/index.rdf", "title": "A", "created_at": 1700000000, "tags": ["x"]}]',
        '{"subscriptions": [{"url": "https://a.example/b", "feed_id": 3, "created": 1700000000, "tags": []}]}',
    ],
)
def test_what_is_no_export_is_left_to_others(text: str) -> None:
    assert of_text(text) is None


def test_pocket_gives_its_dates_tags_and_state() -> None:
    first, second, third = read(POCKET).articles
    assert first == SavedArticle(
        "https://lang.example/ca-phe",
        "Cà phê sáng",
        added=datetime(2020, 9, 17, 6, 6, 28, tzinfo=UTC),
        tags=("việt nam", "cà phê"),
    )
    assert (second.title, second.read) == ("Hai dòng trong một tên", True)
    assert third.url is None
    listed = read(POCKET_HTML).articles
    assert [(one.url, one.title, one.tags, one.read) for one in listed] == [
        ("https://lang.example/mot?a=1&b=2", "Tom & Jerry", ("một", "hai"), False),
        ("https://lang.example/hai", "Hai", (), True),
    ]


def test_pockets_annotations_lie_beside_its_table() -> None:
    annotated = [
        {"url": "https://lang.example/ca-phe", "highlights": [{"quote": "sáng", "created_at": 1600322799}]}
    ]
    found = from_zip({"part_000000.csv": POCKET, "annotations/part_000000.json": annotated})
    assert found.articles[0].highlights == (
        SavedHighlight("sáng", None, datetime(2020, 9, 17, 6, 6, 39, tzinfo=UTC)),
    )
    assert len(found.articles) == 3


def test_omnivore_has_its_texts_and_highlights_in_files_of_their_own() -> None:
    files = {
        "metadata_0_to_20.json": OMNIVORE,
        "content/lua-mua-192.html": "<p>Lúa chín.</p>",
        "highlights/lua-mua-192.md": "> Lúa chín [⤴️](https://omnivore.example/x)\n\nđúng vậy\n\n> hai\n> dòng\n",
    }
    (one,) = from_zip(files).articles
    assert (one.html, one.read, one.tags, one.authors) == (
        "<p>Lúa chín.</p>",
        True,
        ("RSS", "ruộng"),
        ("Lan Phạm",),
    )
    assert one.highlights == (SavedHighlight("Lúa chín", "đúng vậy"), SavedHighlight("hai\ndòng"))
    assert one.published == datetime(2024, 10, 28, 6, tzinfo=UTC)


def test_omnivores_passages_go_over_lines_and_its_notes_stand_between_them() -> None:
    markdown = (
        "Ghi chú của cả bài\n\n\n\n> Dòng đầu\ndòng sau\n> đoạn sau \n\n#nhãn dài #hai\n\nlời của tôi\n\n"
        "dòng thứ hai\n\n> Câu cuối "
    )
    files = {"metadata_0_to_20.json": OMNIVORE, "highlights/lua-mua-192.md": markdown}
    (one,) = from_zip(files).articles
    assert one.note == "Ghi chú của cả bài"
    assert one.highlights == (
        SavedHighlight("Dòng đầu\ndòng sau\nđoạn sau", "lời của tôi\n\ndòng thứ hai"),
        SavedHighlight("Câu cuối"),
    )


def test_titles_and_names_of_readers_of_feeds_are_no_markup() -> None:
    item = {
        **INOREADER["items"][0],
        "title": "Lúa &amp; &#039;gạo&#039; &lt;b&gt; R&D",
        "author": "Lan; B&#225;ch",
    }
    one = only({**INOREADER, "items": [item]})
    assert one.title == "Lúa & 'gạo' <b> R&D"
    assert one.authors == ("Lan", "Bách")


def test_instapapers_folder_is_the_state_or_a_tag() -> None:
    found = read(INSTAPAPER).articles
    assert [(one.tags, one.read, one.starred) for one in found] == [
        (("chợ",), False, False),
        ((), True, False),
        ((), False, True),
        (("Nấu ăn",), False, False),
    ]
    assert found[0].highlights == (SavedHighlight("câu đã chọn"),)


def test_instapapers_html_has_its_folders_as_headings() -> None:
    html = (
        "<html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1><ol>"
        '<li><a href="https://lang.example/a">Một</a></ol><h1>Archive</h1><ol><li><a href="https://lang.example/b">'
        'Hai</a></ol><h1>Nấu ăn</h1><ol><li><a href="https://lang.example/c">Ba</a></ol></body></html>'
    )
    found = read(html)
    assert found.program is SavingProgram.INSTAPAPER
    assert [(one.title, one.tags, one.read) for one in found.articles] == [
        ("Một", (), False),
        ("Hai", (), True),
        ("Ba", ("Nấu ăn",), False),
    ]


def test_wallabag_of_both_versions() -> None:
    new, old = read(WALLABAG).articles
    assert (new.html, new.read, new.starred, new.lang) == ("<p>Đình nằm giữa làng.</p>", True, False, "vi")
    assert new.added == datetime(2016, 9, 8, 9, 55, 58, tzinfo=UTC)
    assert new.highlights == (SavedHighlight("giữa làng", "hay", datetime(2016, 9, 9, tzinfo=UTC)),)
    assert (old.read, old.starred, old.tags, old.html) == (True, True, ("x", "y"), None)


def test_readeck_one_bookmark_a_folder() -> None:
    files = {"bookmarks/x/info.json": READECK[0], "bookmarks/x/index.html": "<p>Sen nở.</p>"}
    (one,) = from_zip(files).articles
    assert (one.html, one.starred, one.read, one.site) == ("<p>Sen nở.</p>", True, True, "Báo Làng")


def test_starred_items_of_three_programs() -> None:
    one = only(INOREADER)
    assert (one.url, one.starred, one.read, one.tags) == ("https://lang.example/gao", True, True, ("Kinh tế",))
    assert (one.html, one.note) == ("<p>Giá gạo tăng.</p>", None)
    assert [(mark.quote, mark.note) for mark in one.highlights] == [("Giá gạo", "xem lại")]
    one = only(FRESHRSS)
    assert (one.starred, one.read, one.tags) == (True, False, ("đọc",))
    one = only(FEEDLY)
    assert (one.starred, one.read, one.tags, one.note) == (True, True, ("Trà",), "cả bài")
    assert one.highlights == (SavedHighlight("chè xanh", "ngon"),)


def test_freshrss_exports_its_feeds_beside_what_is_starred() -> None:
    feed = {"id": "user/lan/state/org.freshrss/feed/https://a.example", "items": FRESHRSS["items"]}
    assert len(from_zip({"feed_1.json": feed, "starred.json": FRESHRSS}).articles) == 1


def test_what_stands_in_a_list_of_stars_is_starred_though_its_items_do_not_say_so() -> None:
    item = {**FRESHRSS["items"][0], "categories": ["user/-/label/đọc"]}
    assert only({**FRESHRSS, "items": [item]}).starred
    assert not only({**FRESHRSS, "id": "user/lan/state/org.freshrss/all", "items": [item]}).starred


def test_raindrops_passages_stand_in_one_column_with_their_notes() -> None:
    head = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite"
    marked = '"Highlight:Nước lên\nđến thềm.\nColor:yellow\nNote:Nhớ hỏi.\n\nHighlight:Cầu gãy."'
    one = read(f"{head}\n1,T,,,https://lang.example/1,Unsorted,,,,{marked},false\n").articles[0]
    assert [(mark.quote, mark.note) for mark in one.highlights] == [
        ("Nước lên\nđến thềm.", "Nhớ hỏi."),
        ("Cầu gãy.", None),
    ]
    plain = read(f"{head}\n1,T,,,https://lang.example/1,Unsorted,,,,Cầu gãy.,false\n").articles[0]
    assert [mark.quote for mark in plain.highlights] == ["Cầu gãy."]


def test_a_sign_within_the_name_of_a_tag_is_one_blank() -> None:
    assert only([{**WALLABAG[0], "tags": ["nước, non", 'a "b"']}]).tags == ("nước non", "a b")


def test_bookmarks_of_browsers() -> None:
    first, second, script, later = read(BOOKMARKS).articles
    assert (first.title, first.tags, first.note, first.read) == ("Một <b>", ("chợ", "quê"), "Đáng đọc.", True)
    assert (second.tags, script.url, later.read) == (("Nấu ăn",), None, False)
    one = only(CHROME)
    assert (one.tags, one.added) == (("Quê",), datetime(2016, 9, 20, 13, 15, 29, 335823, tzinfo=UTC))
    assert only(FIREFOX).tags == ("chợ",)


def test_a_file_that_breaks_off_gives_what_stands_before() -> None:
    text = json.dumps([{**WALLABAG[0], "url": f"https://lang.example/{n}"} for n in range(9)])
    found = read(text[: len(text) * 2 // 3])
    assert found.is_cut
    assert [one.url for one in found.articles] == [f"https://lang.example/{n}" for n in range(6)]
    assert not read(text).is_cut


def test_nothing_in_an_export_is_too_large_or_too_deep() -> None:
    one = only(
        [{**WALLABAG[0], "title": "x" * 10_000_000, "tags": ["t" * 999] * 9999, "content": "y" * 9_000_000}]
    )
    assert (len(one.title), len(one.tags), one.html) == (500, 1, None)
    (row,) = read(
        f"title,url,time_added,tags,status\n{'x' * 10_000_000},https://lang.example/1,,,unread\n"
    ).articles
    assert (len(row.title), row.url) == (500, "https://lang.example/1")
    assert of_text("[" * 200_000) is None
    assert of_text('{"items":' * 100_000) is None
    deep = read(f"[{json.dumps(WALLABAG[0])}, {'[' * 200_000}")
    assert (len(deep.articles), deep.is_cut) == (1, True)
    links = read(f"{BOOKMARKS}{'<a <a ' * 200_000}<a href='{'x' * 5_000_000}")
    assert len(links.articles) == 4


@pytest.mark.parametrize("value", [None, 7, True, [], {}, "x", -1, 1e300, "99999-01-01", [[["a"]]], {"href": 3}])
def test_a_field_may_be_anything(value: object) -> None:
    for known in (OMNIVORE[0], WALLABAG[0], READECK[0], INOREADER["items"][0], FEEDLY["items"][0]):
        for key in known:
            item = {**known, key: value}
            found = of_text(json.dumps([item]))
            assert found is None or len(found.articles) <= 1


def test_a_charset_that_nobody_states(tmp_path: Path) -> None:
    body = "﻿title,url,time_added,tags,status\nCafé,https://lang.example/1,1600322788,,unread\n"
    for charset in ("utf-16", "utf-8"):
        found = saved_articles(io.BytesIO(body.encode(charset)), "a.csv")
        assert found
        assert found.articles[0].title == "Café"
    found = saved_articles(io.BytesIO(body.removeprefix("﻿").encode("cp1252")), "a.csv")
    assert found
    assert found.articles[0].title == "Café"


def test_an_archive_that_is_damaged_or_swells() -> None:
    with pytest.raises(SourceListError, match="damaged"):
        saved_articles(io.BytesIO(b"PK\x03\x04" + b"\0" * 99), "a.zip")
    bundle = Bundle(zipped({"a.html": "a" * 1001, "b.html": "b" * 1000}), "a.zip", largest=1000)
    assert (bundle.text("a.html"), bundle.text("none"), len(bundle.text("b.html") or "")) == (None, None, 1000)
    with pytest.raises(SourceListError, match="neither OPML nor a list"):
        saved_articles(zipped({"a.txt": "x"}), "a.zip")
    for other in (b"[]", b'{"a": 1}', b'\xef\xbb\xbf [{"x": 1}]'):
        with pytest.raises(SourceListError, match="not of any program that tuinews knows"):
            saved_articles(io.BytesIO(other), "a.json")
    cut = (b'[\n{"url": "https://a.example/1",\n "title": "On', b'{"roots": {\n\n"bookmark_bar": {"children": [')
    for other in (*cut, b'{"a":\n\n fals'):
        with pytest.raises(SourceListError, match=r"cut short: the JSON ends in line 3, .*; export it again"):
            saved_articles(io.BytesIO(other), "a.json")
    with pytest.raises(SourceListError, match="holds no articles"):
        saved_articles(io.BytesIO(b"title,url,time_added,tags,status\n"), "a.csv")
