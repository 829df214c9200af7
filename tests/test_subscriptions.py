import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.errors import SourceListError
from tuinews.model.article import SelectorRule
from tuinews.model.source import Source, SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.options import PictureChoice, SourceOptions, TextChoice
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.query.newsboat import translated
from tuinews.query.parser import parse
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.subscriptions.writing import write_opml


def opml(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head/><body>{body}</body></opml>'


def source(number: int, title: str, folder: str | None = None, kind: SourceKind = SourceKind.FEED) -> Source:
    return Source(number, kind, title, f"https://example.org/{number}", "https://example.org/", folder)


def test_folders_nest() -> None:
    listed = parse_source_list(
        opml(
            '<outline text="News"><outline text="Asia" title="Asia">'
            '<outline type="rss" text="One" title="One" xmlUrl="https://example.org/1" htmlUrl="https://example.org"/>'
            '</outline><outline type="rss" text="Two" xmlUrl="https://example.org/2"></outline></outline>'
            '<outline type="rss" text="Three" xmlUrl="https://example.org/3"/>'
        )
    )
    assert listed.sources == (
        ListedSource("https://example.org/1", "One", "News/Asia", SourceKind.FEED, "https://example.org"),
        ListedSource("https://example.org/2", "Two", "News", SourceKind.FEED),
        ListedSource("https://example.org/3", "Three", None, SourceKind.FEED),
    )
    assert listed.skipped == ()


def test_netnewswire_and_a_flat_list_with_categories() -> None:
    listed = parse_source_list(
        opml(
            '<outline text="A" title="A" description="" type="rss" version="RSS" htmlUrl="https://a.example/" '
            'xmlUrl="https://a.example/feed.json"/>'
            '<outline text="B" type="rss" category="/Tech/Web" xmlUrl="feed://b.example/rss"/>'
            '<outline text="page" type="link" url="https://c.example/news"/>'
        )
    )
    assert listed.sources == (
        ListedSource("https://a.example/feed.json", "A", None, SourceKind.FEED, "https://a.example/"),
        ListedSource("https://b.example/rss", "B", "Tech/Web", SourceKind.FEED),
        ListedSource("https://c.example/news", "page", None, SourceKind.LISTING),
    )


def test_commands_of_newsboat_and_liferea_are_named_as_skipped() -> None:
    listed = parse_source_list(
        opml(
            '<outline type="rss" text="run" xmlUrl="exec:rm -rf ~"/>'
            '<outline type="rss" text="filter" xmlUrl="filter:cat:https://example.org/"/>'
            '<outline type="rss" text="pipe" xmlUrl="|curl example.org"/>'
            '<outline type="rss" text="file" xmlUrl="file:///etc/passwd"/>'
            '<outline type="vfolder" text="Unread"/>'
            '<outline type="rss" text="none" xmlUrl=""/>'
            '<outline type="rss" text="gopher" xmlUrl="gopher://example.org/"/>'
        )
    )
    assert listed.sources == ()
    assert [one.url for one in listed.skipped] == [
        "exec:rm -rf ~",
        "filter:cat:https://example.org/",
        "|curl example.org",
        "file:///etc/passwd",
        "Unread",
        "none",
        "gopher://example.org/",
    ]
    assert {one.why for one in listed.skipped} == {
        "it runs a command",
        "only http and https addresses are accepted",
        "it is a saved search, not an address",
        "it has no address",
    }


def test_broken_opml_is_read() -> None:
    listed = parse_source_list(
        '\ufeff<opml><body><!-- <outline type="rss" xmlUrl="https://gone.example/"/> -->'
        '<outline text="R&D & more"><outline type="rss" text="a > b" xmlUrl="https://example.org/?a=1&b=2">'
    )
    assert listed.sources == (
        ListedSource("https://example.org/?a=1&b=2", "a > b", "R&D & more", SourceKind.FEED),
    )


def test_entities_are_never_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 60))
    text = f'<!DOCTYPE opml [<!ENTITY e0 "x">{bomb}]>' + opml(
        '<outline type="rss" text="&e59;" xmlUrl="https://example.org/"/>'
    )
    assert parse_source_list(text).sources[0].title == "&e59;"


def test_titles_pass_the_gate() -> None:
    listed = parse_source_list(
        opml('<outline text="\x1b]52;c;eA==\x07x\u202e&#x202e;&#27;" type="rss" xmlUrl="https://example.org/"/>')
    )
    assert listed.sources[0].title == "x"


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 50,
        "PK\3\4\0\0\x08\1\2 noise \5\x17" * 9,
        "<rss><channel><title>x</title></channel></rss>",
        "<!DOCTYPE html><p>x",
        '<?xml version="1.0"?><feed/>',
    ],
)
def test_another_document_is_refused(text: str) -> None:
    with pytest.raises(SourceListError):
        parse_source_list(text)


def test_the_urls_of_newsboat() -> None:
    listed = parse_source_list(
        '# my feeds\n\nhttps://example.org/1 news "~Báo \\"Một\\"" "hà nội"\nhttps://example.org/2 "!hidden" two\n'
        'https://example.org/3\n"query:Unread:unread = \\"yes\\""\nexec:~/bin/feed tag\n'
        'filter:~/bin/f:https://example.org/4\n"|~/bin/feed"\nfile:///home/feed.xml\n'
    )
    assert listed.sources == (
        ListedSource("https://example.org/1", 'Báo "Một"', "news"),
        ListedSource("https://example.org/2", None, "two"),
        ListedSource("https://example.org/3"),
    )
    assert [(view.name, view.query) for view in listed.views] == [("Unread", "is:unread")]
    assert [one.why for one in listed.skipped] == [
        "it runs a command",
        "it runs a command",
        "it runs a command",
        "only http and https addresses are accepted",
    ]


def test_a_plain_list_of_addresses() -> None:
    listed = parse_source_list("tuoitre.vn\n- https://example.org/feed\nnot an address\n")
    assert [one.url for one in listed.sources] == ["https://tuoitre.vn/", "https://example.org/feed"]
    assert listed.skipped == (SkippedSource("not", "this is not an address"),)


def test_an_empty_list_is_no_error() -> None:
    assert parse_source_list("").sources == ()


def test_what_is_written_is_read_again() -> None:
    sources = [
        source(1, "Đầu \"tiên\" <b> & 'x'", "Tin/Châu Á"),
        source(2, "Hai"),
        source(3, "Trang", "Tin", SourceKind.LISTING),
        source(4, "Bản đồ", "Tin/Châu Á", SourceKind.SITEMAP),
        source(5, "Năm", "Zoo"),
    ]
    written = write_opml(sources, "mine")
    listed = parse_source_list(written)
    assert {(one.url, one.title, one.folder, one.kind) for one in listed.sources} == {
        (one.url, one.title, one.folder, one.kind) for one in sources
    }
    assert written.count("<outline ") == 8
    assert 'xmlUrl="https://example.org/3"' not in written


LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Mn", "Me"]), min_size=1, max_size=30
)


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=10))
def test_any_title_and_folder_survives(names: list[tuple[str, str]]) -> None:
    sources = [source(n, title, folder.replace("/", "-")) for n, (title, folder) in enumerate(names)]
    listed = parse_source_list(write_opml(sources, "x"))
    assert sorted(one.url for one in listed.sources) == sorted(one.url for one in sources)


def test_a_repair_goes_out_in_a_namespace_of_its_own_and_comes_back() -> None:
    repairs = [SelectorRule("article > div[class='a\"b']", "p.ad"), SelectorRule(drop="aside & more"), None]
    sources = [replace(source(n, f"S{n}"), selector_rule=selector_rule) for n, selector_rule in enumerate(repairs)]
    written = write_opml(sources, "x")
    assert '<opml version="2.0" xmlns:tuinews="urn:tuinews">' in written
    assert [one.selector_rule for one in parse_source_list(written).sources] == repairs
    assert "tuinews:" not in write_opml(sources[2:], "x")


@given(st.text(max_size=300))
def test_any_text_is_a_list_or_refused(text: str) -> None:
    for document in (text, opml(text)):
        try:
            listed = parse_source_list(document).sources
        except SourceListError:
            continue
        assert all(one.url for one in listed), listed


@pytest.mark.parametrize(
    "body",
    [
        "<outline text='a'>" * 200_000,
        "<outline " * 300_000,
        '<outline text="' * 300_000,
        "<!--" * 300_000,
        "<outline " + "a='b' " * 100_000 + "/>",
        "</outline>" * 300_000,
        '<outline type="rss" xmlUrl="https://example.org/' + "x" * 2_000_000 + '"/>',
    ],
)
def test_hostile_lists_end_soon(body: str) -> None:
    start = time.process_time()
    parse_source_list(opml(body))
    assert time.process_time() - start < 9


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("sitemap", SourceKind.SITEMAP),
        ("listing", SourceKind.LISTING),
        ("pages", SourceKind.LISTING),
        ("feed", SourceKind.LISTING),
        ("link", SourceKind.LISTING),
        ("", SourceKind.LISTING),
    ],
)
def test_a_page_is_of_the_kind_that_its_outline_states_where_that_is_followed_by_its_page(
    stated: str, kind: SourceKind
) -> None:
    text = f'<opml><body><outline text="A" type="{stated}" htmlUrl="https://a.example.org/"/></body></opml>'
    assert [one.kind for one in parse_source_list(text).sources] == [kind]


def test_folders_and_options_come_back() -> None:
    options = SourceOptions(90, 3, PictureChoice.NONE, TextChoice.FEED, 'Agent "x" <1>', hidden=True)
    ours = [
        source(1, "A", "Tin/Châu Á/Nhật"),
        replace(source(2, "B", "Tin/Châu Á"), options=options),
        replace(source(3, "C", "Tin-2", SourceKind.LISTING), options=SourceOptions(articles=0)),
        source(4, "D", "Tin"),
    ]

    written = write_opml(ours, "mine")
    back = {one.url: one for one in parse_source_list(written).sources}

    assert written.count('title="Tin"') == 1
    assert written.count('title="Châu Á"') == 1
    assert 'xmlns:tuinews="urn:tuinews"' in written
    assert [(back[one.url].folder, back[one.url].options) for one in ours] == [
        (one.folder, one.options) for one in ours
    ]


def test_options_that_are_none_are_as_usual() -> None:
    listed = parse_source_list(
        opml(
            '<outline type="rss" xmlUrl="https://a.example/1" tuinews:articles="all" tuinews:text="loud" '
            'tuinews:user_agent="a&#10;Cookie: b" tuinews:colour="red" tuinews:refresh_minutes="60"/>'
        )
    )
    assert listed.sources[0].options == SourceOptions(refresh_minutes=60)


def test_a_folder_may_have_the_type_of_a_feed() -> None:
    listed = parse_source_list(
        opml(
            '<outline type="rss" title="Cycling"><outline type="rss" title="One" xmlUrl="https://a.example/f"/>'
            '<outline type="atom" text="Roads"><outline xmlUrl="https://b.example/f"/></outline></outline>'
            '<outline type="rss" title="Empty"></outline><outline type="rss" title="None"/>'
        )
    )
    assert [(one.url, one.folder) for one in listed.sources] == [
        ("https://a.example/f", "Cycling"),
        ("https://b.example/f", "Cycling/Roads"),
    ]
    assert [one.url for one in listed.skipped] == ["Empty", "None"]


def test_ampersands_that_nobody_escaped_spoil_no_address() -> None:
    [one] = parse_source_list(
        opml('<outline text="R&D &amp; more" xmlUrl="https://a.example/f?a=1&section=2&region=vn&amp;copy=3"/>')
    ).sources
    assert (one.url, one.title) == ("https://a.example/f?a=1&section=2&region=vn&copy=3", "R&D & more")


@pytest.mark.parametrize(
    ("categories", "folder"),
    [
        ("tag one,tag_two,/tag/three", "tag one"),
        ("/Tech/Web,/News", "Tech/Web"),
        (" , /News/ ", "News"),
        (",", None),
    ],
)
def test_the_first_of_several_categories_is_the_folder(categories: str, folder: str | None) -> None:
    [one] = parse_source_list(opml(f'<outline xmlUrl="https://a.example/f" category="{categories}"/>')).sources
    assert one.folder == folder


@pytest.mark.parametrize(
    "tag",
    [
        "<outline type=rss text=A xmlUrl=https://a.example/f />",
        "<outline type=rss text=A xmlUrl=https://a.example/f/>",
        "<outline text=A xmlUrl='https://a.example/f' type=rss></outline>",
    ],
)
def test_attributes_may_have_no_quotes(tag: str) -> None:
    assert parse_source_list(opml(tag)).sources == (
        ListedSource("https://a.example/f", "A", None, SourceKind.FEED),
    )


def test_what_is_listed_twice_is_counted_twice() -> None:
    twice = '<outline xmlUrl="https://a.example/f"/>' * 2 + '<outline xmlUrl="exec:a"/>' * 2
    listed = parse_source_list(opml(twice))
    assert (len(listed.sources), len(listed.skipped)) == (2, 1)


VIEWS = (
    SavedView(name="Sông & <cầu>", query='title:"sông hương" -is:read', order=ViewOrder.OLDEST, icon="§"),
    SavedView(name="Long", query="words:>2000"),
)


def test_saved_views_go_out_and_come_back() -> None:
    text = write_opml([], "tuinews", VIEWS)
    listed = parse_source_list(text)
    assert (listed.views, listed.sources, listed.skipped) == (VIEWS, (), ())


def test_a_view_whose_query_cannot_be_read_is_named_as_skipped() -> None:
    listed = parse_source_list(opml('<outline text="Odd" tuinews:query="is:sideways"/>'))
    assert (listed.views, [one.url for one in listed.skipped]) == ((), ["is:sideways"])


@pytest.mark.parametrize(
    ("newsboat", "query"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread != "yes"', "-is:unread"),
        ('title =~ "sông" and unread="yes"', "title:sông is:unread"),
        ('title # "a" or (author = "Lan Anh" and age < 7)', 'title:a OR (author:"Lan Anh" age:7d)'),
        ('tags # "news" and title !~ "golf|tennis"', "folder:news -(title:golf OR title:tennis)"),
        ("age between 0:10", "age:10d"),
        ("age between 2:10", "age:10d age:>2d"),
        ('enclosure_type =~ "audio/"', "has:audio"),
        ('link =~ "a.example/news"', "url:a.example/news"),
    ],
)
def test_filters_of_newsboat_become_queries(newsboat: str, query: str) -> None:
    assert translated(newsboat) == query
    assert parse(query) is not None


@pytest.mark.parametrize(
    "newsboat",
    ['title =~ "^a.*b"', "articleindex <= 10", 'title =~ "a" xor', '(unread = "yes"', "", 'flags # "a"'],
)
def test_a_filter_without_a_counterpart_is_refused(newsboat: str) -> None:
    listed = parse_source_list('"query:Odd:' + newsboat.replace('"', '\\"') + '"')
    assert listed.views == ()
    assert listed.skipped[0].why == "this filter of newsboat has no counterpart here"


def test_signs_that_nobody_escaped_and_a_beginning_that_is_not_one_cost_no_source() -> None:
    body = (
        '<outline text="a < b" xmlUrl="https://a.example/f"/><outline text="R&D <3" xmlUrl="https://b.example/f"/>'
        '<outline text="forgotten xmlUrl="https://x.example/f"/><outline text="C" xmlUrl="https://c.example/f"/>'
    )
    found = parse_source_list(f'\n \ufeff<?xml version="1.0"?><opml><body>{body}</body></opml>').sources
    titles = {one.url: one.title for one in found}
    assert titles["https://a.example/f"] == "a < b"
    assert titles["https://b.example/f"] == "R&D <3"
    assert titles["https://c.example/f"] == "C"


def test_outlines_may_stand_in_a_namespace() -> None:
    text = '<o:opml xmlns:o="urn:x"><o:body><o:outline text="F"><o:outline text="A" xmlUrl="https://a.example/f"/>'
    [source] = parse_source_list(f"{text}</o:outline></o:body></o:opml>").sources
    assert (source.url, source.folder) == ("https://a.example/f", "F")


@pytest.mark.parametrize(
    "line",
    [
        "[The Town](https://a.example/f)",
        "- [The Town](https://a.example/f) every day",
        "https://a.example/f, The Town",
        'https://a.example/f;"The Town"',
        "The Town: https://a.example/f",
        "1. The Town - https://a.example/f",
    ],
)
def test_a_list_of_another_program_has_names_beside_its_addresses(line: str) -> None:
    [source] = parse_source_list(line).sources
    assert (source.url, source.title) == ("https://a.example/f", "The Town")


@pytest.mark.parametrize("line", ["https://a.example/f news ~Town", 'https://a.example/f "~Town" !', "# The Town"])
def test_lines_of_newsboat_stay_what_they_are(line: str) -> None:
    assert [source.title for source in parse_source_list(f"https://b.example/f\n{line}").sources[1:]] in (
        ["Town"],
        [],
    )


def test_another_list_that_an_outline_names_is_no_source() -> None:
    body = '<outline type="include" text="Others" url="https://a.example/more.opml"/>'
    listed = parse_source_list(f"<opml><body>{body}</body></opml>")
    assert (listed.sources, [one.url for one in listed.skipped]) == ((), ["https://a.example/more.opml"])


def test_an_outline_that_is_a_comment_and_names_that_were_escaped_twice() -> None:
    body = (
        '<outline isComment="true" text="old" xmlUrl="https://x.example/f"/>'
        '<outline text="Town &amp;amp; Sea&amp;#39;s" xmlUrl="//a.example/f?a=1&amp;amp=2"/>'
    )
    [source] = parse_source_list(f"<opml><body>{body}</body></opml>").sources
    assert (source.url, source.title) == ("https://a.example/f?a=1&amp=2", "Town & Sea's")


ONE, OTHER = "https://a.example/f", "https://b.example/f?x=1,2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"title,url,folder\nBáo A,{ONE},Tin\n", [(ONE, "Báo A", "Tin")]),
        (f'Name;Feed\n"Báo; A";{ONE}\n', [(ONE, "Báo; A", None)]),
        (f"{ONE}\tBáo A\tTin\n{OTHER}\tBáo B\t\n", [(ONE, "Báo A", "Tin"), (OTHER, "Báo B", None)]),
        (f"{ONE}|新聞|時事|\n{OTHER}|||\n", [(ONE, "新聞", "時事"), (OTHER, None, None)]),
        (f'"Báo, A","{ONE}"\n', [(ONE, "Báo, A", None)]),
        (f"{OTHER}\n", [(OTHER, None, None)]),
        (f"<{ONE}>\n{OTHER}\n", [(ONE, None, None), (OTHER, None, None)]),
        (f'(setq elfeed-feeds\n \'("{ONE}"\n ;; ("https://no.example/f")\n ("{OTHER}" tin)))', [ONE, OTHER]),
        (f"* Blogs :elfeed:\n** Tin :tin:\n*** [[{ONE}][Báo A]]\n*** {OTHER}\n", [(ONE, "Báo A", None), OTHER]),
        (
            f'feeds() {{\n\tfeed "A" "{ONE}"\n\tfeed "B" "{OTHER}" "https://b.example"\n}}',
            [(ONE, "A", None), OTHER],
        ),
        (f"feeds:\n  - {ONE}\n  - url: {OTHER}\n    title: B\n", [(ONE, None, None), (OTHER, None, None)]),
        (f'["{ONE}", "{OTHER}"]', [(ONE, None, None), (OTHER, None, None)]),
        (
            f'[{{"title": "Báo A", "feed_url": "{ONE}", "site_url": "x", "category": {{"title": "Tin"}}}}]',
            [(ONE, "Báo A", "Tin")],
        ),
        (
            f'{{"feeds": ["{ONE}"], "Kinh tế": [{{"name": "B", "url": "{OTHER}"}}]}}',
            [ONE, (OTHER, "B", "Kinh tế")],
        ),
        (f"[Báo A]({ONE})\n", [(ONE, "Báo A", None)]),
        (f"\ufeffTitle;Site URL;Feed URL;Folder\nBáo A;https://a.example/;{ONE};Tin\n", [(ONE, "Báo A", "Tin")]),
        (f'[[feeds]]\nname = "Báo A"\nurl = "{ONE}"\n', [(ONE, None, None)]),
        (
            f"Channel Id,Channel Url,Channel Title\nUCabcdefghij1234567890_-,{ONE},Kênh A\n",
            [(ONE, "Kênh A", None)],
        ),
        (
            f"Mã kênh,URL kênh,Tên kênh\nUCabcdefghij123456789_-,{ONE},Kênh A\nUCbcdefghij123456789_-,{ONE}2,B\n",
            [(ONE, "Kênh A", None), (f"{ONE}2", "B", None)],
        ),
    ],
)
def test_tables_scripts_and_json_are_lists_too(
    text: str, expected: list[str | tuple[str, str | None, str | None]]
) -> None:
    listed = parse_source_list(text)
    told = [(one.url, one.title, one.folder) for one in listed.sources]
    assert len(told) == len(expected)
    assert [
        one if isinstance(want, tuple) else one[0] for one, want in zip(told, expected, strict=True)
    ] == expected
    assert listed.skipped == ()


def test_a_field_without_an_end_is_no_table() -> None:
    assert parse_source_list(f"{ONE},{'x' * 200_000}\n{ONE}\n").sources


def test_a_table_runs_no_command_either() -> None:
    listed = parse_source_list(f"name,url\nA,{ONE}\nB,exec:rm\nC,file:///etc/passwd\n")
    assert [one.url for one in listed.sources] == [ONE]
    assert [one.url for one in listed.skipped] == ["exec:rm", "file:///etc/passwd"]
