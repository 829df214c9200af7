"""What programs, their older versions, people's scripts and spreadsheets write of one format: the same articles.

Three variants at least of each, with one article that is the same in all: its address, title and day, and what the
variant has besides.
"""

import json
from datetime import date
from typing import Any

import pytest

from tuinews.model.saved.articles import SavedArticle, SavingProgram
from tuinews.saved.formats import of_text

URL, TITLE, DAY = "https://lang.example/sen", "Mùa sen ở đầm Thượng", date(2024, 6, 1)
SECONDS = 1717223400
HTML = "<p>Sen nở.</p>"

FIELDS = {
    "lang": "vi",
    "read": True,
    "starred": True,
    "tags": ("hoa", "đầm sen"),
    "note": "xem lại",
    "html": HTML,
}
"""What a variant may have besides, each always the same."""


def table(separator: str, names: str, *rows: str, end: str = "\n") -> str:
    return end.join(line.replace("§", separator) for line in (names, *rows)) + end


def netscape(body: str) -> str:
    return f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>B</H1>\n<DL><p>\n{body}</DL><p>"


INOREADER_ITEM: dict[str, Any] = {
    "id": "tag:google.com,2005:reader/item/00000001",
    "title": TITLE,
    "crawlTimeMsec": str(SECONDS * 1000),
    "published": SECONDS - 60,
    "alternate": [{"href": URL, "type": "text/html"}],
    "categories": ["user/1/state/com.google/starred", "user/1/state/com.google/read", "user/1/label/hoa"],
    "origin": {"streamId": "feed/1", "title": "Báo Làng"},
}

VARIANTS: dict[str, tuple[SavingProgram, object, tuple[str, ...]]] = {
    "unknown, a table of Readwise": (
        SavingProgram.BOOKMARKS,
        table(
            ",",
            "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen",
            f"{TITLE},{URL},01hz,\"['hoa', 'đầm sen']\",2024-06-01 06:30:00+00:00,0.4,archive,True",
        ),
        ("read", "tags"),
    ),
    "unknown, a table of Matter": (
        SavingProgram.BOOKMARKS,
        table(
            ",",
            "Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Last Interaction Date",
            f'{TITLE},Ann,Làng,{URL},"hoa, đầm sen",120,False,True,True,2024-06-01 06:30:00',
        ),
        ("read", "starred", "tags"),
    ),
    "unknown, what Miniflux's interface says": (
        SavingProgram.BOOKMARKS,
        {
            "total": 1,
            "entries": [
                {
                    "id": 7,
                    "feed_id": 3,
                    "title": TITLE,
                    "url": URL,
                    "published_at": "2024-06-01T06:30:00Z",
                    "created_at": "2024-06-01T06:30:00Z",
                    "status": "read",
                    "starred": True,
                    "feed": {"id": 3, "title": "Báo Làng", "feed_url": "https://lang.example/rss"},
                    "tags": ["hoa", "đầm sen"],
                }
            ],
        },
        ("read", "starred", "tags"),
    ),
    "unknown, a list of GoodLinks": (
        SavingProgram.BOOKMARKS,
        [
            {
                "url": URL,
                "title": TITLE,
                "addedAt": SECONDS,
                "tags": ["hoa", "đầm sen"],
                "starred": True,
                "readAt": SECONDS + 9,
                "summary": None,
            }
        ],
        ("read", "starred", "tags"),
    ),
    "unknown, Karakeep's pages within its bookmarks": (
        SavingProgram.BOOKMARKS,
        {
            "bookmarks": [
                {
                    "createdAt": SECONDS,
                    "title": None,
                    "tags": ["hoa", "đầm sen"],
                    "note": "xem lại",
                    "content": {"type": "link", "url": URL, "title": TITLE},
                    "archived": True,
                }
            ]
        },
        ("read", "tags", "note"),
    ),
    "unknown, Linkwarden's links within collections": (
        SavingProgram.BOOKMARKS,
        {
            "name": "lan",
            "collections": [
                {
                    "name": "Báo",
                    "createdAt": "2024-01-01T00:00:00Z",
                    "links": [
                        {
                            "name": TITLE,
                            "url": URL,
                            "createdAt": "2024-06-01T06:30:00.000Z",
                            "tags": [{"name": "hoa"}, {"name": "đầm sen"}],
                            "description": "",
                        }
                    ],
                }
            ],
        },
        ("read", "tags"),
    ),
    "unknown, what linkding's interface says": (
        SavingProgram.BOOKMARKS,
        {
            "count": 1,
            "results": [
                {
                    "url": URL,
                    "title": TITLE,
                    "date_added": "2024-06-01T06:30:00Z",
                    "notes": "xem lại",
                    "tag_names": ["hoa", "đầm sen"],
                    "unread": False,
                    "is_archived": False,
                }
            ],
        },
        ("read", "tags", "note"),
    ),
    "pocket, tabs and capitals": (
        SavingProgram.POCKET,
        table("\t", "Title§URL§Time_added§Tags§Status", f"{TITLE}§{URL}§{SECONDS}§hoa|đầm sen§archive"),
        ("read", "tags"),
    ),
    "pocket, written anew by a spreadsheet": (
        SavingProgram.POCKET,
        "\ufeff"
        + table(
            ";",
            '"title"§"url"§"time_added"§"tags"§"status"',
            f'"{TITLE}"§"{URL}"§"{SECONDS}"§"hoa"§"archive"',
            end="\r\n",
        ),
        ("read",),
    ),
    "pocket, a line of the spreadsheet before the names": (
        SavingProgram.POCKET,
        "sep=;\n" + table(";", "title§url§time_added§tags§status", f"{TITLE}§{URL}§{SECONDS}§hoa§archive"),
        ("read",),
    ),
    "pocket, its interface": (
        SavingProgram.POCKET,
        {
            "status": 1,
            "complete": 1,
            "list": {
                "229279689": {
                    "item_id": "229279689",
                    "given_url": URL,
                    "resolved_url": URL,
                    "given_title": "",
                    "resolved_title": TITLE,
                    "favorite": "1",
                    "status": "1",
                    "time_added": str(SECONDS),
                    "tags": {"hoa": {"tag": "hoa"}, "đầm sen": {"tag": "đầm sen"}},
                }
            },
        },
        ("read", "starred", "tags"),
    ),
    "pocket, html in one line and other quotes": (
        SavingProgram.POCKET,
        "<html><head><meta charset='utf-8'><TITLE>Pocket Export</TITLE></head><body><h1>Read Archive</h1><ul><li>"
        f"<a tags='hoa,đầm sen' time_added='{SECONDS}' href='{URL}'>{TITLE}</a></li></ul></body></html>",
        ("read", "tags"),
    ),
    "omnivore, one object": (
        SavingProgram.OMNIVORE,
        {
            "id": "1",
            "slug": "sen",
            "title": TITLE,
            "url": URL,
            "state": "Archived",
            "labels": ["hoa", "đầm sen"],
            "savedAt": "2024-06-01T06:30:00.000Z",
            "readingProgress": 0,
        },
        ("read", "tags"),
    ),
    "omnivore, as its interface says it": (
        SavingProgram.OMNIVORE,
        {
            "data": {
                "search": {
                    "edges": [
                        {
                            "node": {
                                "slug": "sen",
                                "title": TITLE,
                                "url": URL,
                                "isArchived": True,
                                "labels": [{"name": "hoa"}, {"name": "đầm sen"}],
                                "savedAt": "2024-06-01T06:30:00Z",
                                "readingProgressPercent": 10,
                            }
                        }
                    ]
                }
            }
        },
        ("read", "tags"),
    ),
    "omnivore, nothing but lines": (
        SavingProgram.OMNIVORE,
        json.dumps(
            {
                "slug": "sen",
                "title": TITLE,
                "url": URL,
                "savedAt": "2024-06-01T06:30:00Z",
                "labels": ["hoa", "đầm sen"],
            }
        )
        + "\n"
        + json.dumps(
            {"slug": "b", "title": "B", "url": URL + "/b", "savedAt": "2024-06-01T06:30:00Z", "labels": []}
        )
        + "\n",
        ("tags",),
    ),
    "instapaper, semicolons": (
        SavingProgram.INSTAPAPER,
        table(";", "URL§Title§Selection§Folder§Timestamp", f"{URL}§{TITLE}§§Archive§{SECONDS}"),
        ("read",),
    ),
    "instapaper, dates as a spreadsheet writes them": (
        SavingProgram.INSTAPAPER,
        table(
            ",", "URL§Title§Selection§Folder§Timestamp§Tags", f"{URL}§{TITLE}§§Archive§1717223400.0§hoa;đầm sen"
        ),
        ("read", "tags"),
    ),
    "instapaper, html of its lists": (
        SavingProgram.INSTAPAPER,
        f"<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body><h1>Archive</h1><ol><li>"
        f'<a href="{URL}">{TITLE}</a>\n</ol></body></html>',
        ("read",),
    ),
    "wallabag, a table": (
        SavingProgram.WALLABAG,
        table(
            ";",
            '"Title"§"URL"§"Content"§"Tags"§"MIME Type"§"Language"§"Creation date"',
            f'"{TITLE}"§"{URL}"§"{HTML}"§"hoa, đầm sen"§"text/html"§"vi"§"01/06/2024 06:30:00"',
        ),
        ("tags", "html", "lang"),
    ),
    "wallabag, its interface": (
        SavingProgram.WALLABAG,
        {
            "page": 1,
            "limit": 30,
            "_embedded": {
                "items": [
                    {
                        "is_archived": 1,
                        "is_starred": 1,
                        "title": TITLE,
                        "url": URL,
                        "tags": [{"id": 1, "label": "hoa", "slug": "hoa"}, {"label": "đầm sen"}],
                        "content": HTML,
                        "created_at": "2024-06-01T06:30:00+0000",
                    }
                ]
            },
        },
        ("read", "starred", "tags", "html"),
    ),
    "wallabag, the first version by numbers": (
        SavingProgram.WALLABAG,
        {
            "0": {
                "id": "1",
                "title": TITLE,
                "url": URL,
                "is_read": "1",
                "is_fav": "1",
                "content": HTML,
                "tags": "hoa,đầm sen",
                "created_at": "2024-06-01 06:30:00",
            }
        },
        ("read", "starred", "html", "tags"),
    ),
    "readeck, with its dates in another zone": (
        SavingProgram.READECK,
        [
            {
                "id": "x",
                "href": "http://r.example/api/bookmarks/x",
                "created": "2024-06-01T13:30:00.123456789+07:00",
                "url": URL,
                "title": TITLE,
                "is_marked": True,
                "is_archived": True,
                "labels": ["hoa", "đầm sen"],
            }
        ],
        ("read", "starred", "tags"),
    ),
    "readeck, nothing but lines": (
        SavingProgram.READECK,
        "".join(
            json.dumps(
                {
                    "url": URL,
                    "title": TITLE,
                    "is_marked": True,
                    "created": "2024-06-01T06:30:00Z",
                    "read_progress": 100,
                    "is_archived": True,
                }
            )
            + "\n"
            for _ in range(2)
        ),
        ("read", "starred"),
    ),
    "readeck, one bookmark with a passage": (
        SavingProgram.READECK,
        {
            "annotations": [{"text": "Sen nở", "created": "2024-06-01T06:30:00Z"}],
            "url": URL,
            "title": TITLE,
            "created": "2024-06-01T06:30:00Z",
            "is_marked": True,
            "is_archived": True,
        },
        ("read", "starred"),
    ),
    "readeck, a table": (
        SavingProgram.READECK,
        table(
            ",",
            "url§title§state§created§labels",
            f'{URL}§{TITLE}§archive§2024-06-01T06:30:00Z§"[""hoa"",""đầm sen""]"',
        ),
        ("read", "tags"),
    ),
    "inoreader, a list alone": (SavingProgram.INOREADER, [INOREADER_ITEM], ("read", "starred")),
    "inoreader, a byte order mark and blank lines": (
        SavingProgram.INOREADER,
        "\ufeff\n\n" + json.dumps({"direction": "ltr", "items": [INOREADER_ITEM]}),
        ("read", "starred"),
    ),
    "inoreader, an address as text": (
        SavingProgram.INOREADER,
        {"items": [INOREADER_ITEM | {"alternate": [], "canonical": URL, "summary": HTML}]},
        ("read", "starred", "html"),
    ),
    "freshrss, two lists in one": (
        SavingProgram.FRESHRSS,
        {
            "id": "user/-/state/org.freshrss/starred",
            "title": "Starred",
            "author": "lan",
            "items": [INOREADER_ITEM],
        },
        ("read", "starred"),
    ),
    "freshrss, its tags as labels": (
        SavingProgram.FRESHRSS,
        {
            "id": "user/lan/state/org.freshrss/starred",
            "items": [
                INOREADER_ITEM
                | {
                    "categories": [
                        "user/-/state/com.google/reading-list",
                        "user/-/state/com.google/read",
                        "user/-/state/com.google/starred",
                        "user/-/label/hoa",
                        "user/-/label/đầm sen",
                    ]
                }
            ],
        },
        ("read", "starred", "tags"),
    ),
    "freshrss, the list behind the items": (
        SavingProgram.FRESHRSS,
        {"items": [INOREADER_ITEM | {"frss:id": "1"}], "id": "user/lan/state/org.freshrss/starred"},
        ("read", "starred"),
    ),
    "feedly, a list alone": (
        SavingProgram.FEEDLY,
        [
            {
                "fingerprint": "x",
                "title": TITLE,
                "actionTimestamp": SECONDS * 1000,
                "published": 1,
                "unread": False,
                "alternate": [{"href": URL}],
                "summary": {"content": HTML},
            }
        ],
        ("read", "starred", "html"),
    ),
    "feedly, boards and an id that is no address": (
        SavingProgram.FEEDLY,
        {
            "id": "user/u/tag/global.saved",
            "items": [
                {
                    "originId": "tag:lang.example,1",
                    "canonicalUrl": URL,
                    "title": TITLE,
                    "actionTimestamp": SECONDS * 1000,
                    "origin": {"title": "Báo Làng"},
                    "unread": False,
                    "tags": [{"id": "user/u/tag/1", "label": "hoa"}, {"id": "user/u/tag/2", "label": "đầm sen"}],
                }
            ],
        },
        ("read", "starred", "tags"),
    ),
    "feedly, an origin's id as the address": (
        SavingProgram.FEEDLY,
        {
            "items": [
                {
                    "originId": URL,
                    "title": TITLE,
                    "actionTimestamp": SECONDS * 1000,
                    "published": 1,
                    "unread": False,
                }
            ]
        },
        ("read", "starred"),
    ),
    "bookmarks, small letters and no closing tags": (
        SavingProgram.BOOKMARKS,
        "<!doctype netscape-bookmark-file-1><title>Bookmarks</title><h1>Menu</h1><dl><dt><h3>hoa</h3><dl><dt>"
        f"<a href='{URL}' add_date={SECONDS} tags='đầm sen'>{TITLE}</a><dd>xem lại</dl></dl>",
        ("read", "tags", "note"),
    ),
    "bookmarks, a comment and blank lines first": (
        SavingProgram.BOOKMARKS,
        "\n\n<!-- This is an automatically generated file. -->\n"
        + netscape(f'<DT><A HREF="{URL}" ADD_DATE="{SECONDS}000000" TAGS="hoa,đầm sen">{TITLE}</A>\n'),
        ("read", "tags"),
    ),
    "bookmarks, a web page's prologue first": (
        SavingProgram.BOOKMARKS,
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        + netscape(f'<DT><A HREF="{URL}" ADD_DATE="{SECONDS}" TAGS="hoa,đầm sen">{TITLE}</A>\n'),
        ("read", "tags"),
    ),
    "bookmarks, pinboard": (
        SavingProgram.BOOKMARKS,
        [
            {
                "href": URL,
                "description": TITLE,
                "extended": "xem lại",
                "time": "2024-06-01T06:30:00Z",
                "shared": "no",
                "toread": "no",
                "tags": "hoa đầm_sen",
                "hash": "x",
                "meta": "y",
            }
        ],
        ("read", "note"),
    ),
    "bookmarks, raindrop": (
        SavingProgram.BOOKMARKS,
        table(
            ",",
            "id§title§note§excerpt§url§folder§tags§created§cover§highlights§favorite",
            f'1§{TITLE}§xem lại§§{URL}§Unsorted§"hoa, đầm sen"§2024-06-01T06:30:00.000Z§§§true',
        ),
        ("read", "starred", "tags", "note"),
    ),
}


def article(written: object) -> tuple[SavingProgram, SavedArticle]:
    found = of_text(written if isinstance(written, str) else json.dumps(written, ensure_ascii=False))
    assert found is not None
    return found.program, found.articles[0]


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_is_the_same_article(name: str) -> None:
    expected, written, has = VARIANTS[name]
    program, found = article(written)
    assert (program, found.url, found.title) == (expected, URL, TITLE)
    if "html of its lists" not in name:
        assert found.added is not None
        assert found.added.date() == DAY
    assert {field: getattr(found, field) for field in has} == {field: FIELDS[field] for field in has}


@pytest.mark.parametrize(
    "text",
    [
        "title;url\nMột;https://a.example/\n",
        "url,title,created,price\nhttps://a.example/,Một,2024-01-01,3\n",
        '{"list": {"1": {"url": "https://a.example/"}}}',
        '{"0": {"url": "https://a.example/", "title": "a"}}',
        '[{"href": "https://a.example/", "rel": "self"}]',
        '{"data": {"search": {"edges": []}}}',
        '{"a": 1}\n{"b": 2}\n',
    ],
)
def test_what_only_looks_like_one_is_left_to_others(text: str) -> None:
    assert of_text(text) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"Title,Note,URL,Comment\n{TITLE},,{URL},\nHai,xem,{URL}/hai,\n", URL),
        (f"id,permalink\nabc,{URL}/\n", f"{URL}/"),
    ],
)
def test_a_table_without_days_of_what_was_saved(text: str, url: str) -> None:
    found = of_text(text)
    assert found is not None
    assert (found.program, found.articles[0].url) == (SavingProgram.BOOKMARKS, url)
