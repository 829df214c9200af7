"""Whom an article is by: what machines are told, what the page shows, and how the two are weighed."""

import json

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.authors.authorship import after_inline_authorship, authorless
from tuinews.extract.article.authors.persons import byline_of, is_person

TEXT = "".join(
    f"<p>The council of the town met on the {day}th day of the month, and after two hours of talk it agreed, "
    "against the votes of the opposition, to rebuild the old bridge over the river before the winter comes.</p>"
    for day in range(4, 10)
)


def authors(
    head: str, *, told: object = None, foot: str = "", site: str = "The Daily Mirror of Elsewhere"
) -> list[str]:
    data = {"@type": "NewsArticle", "headline": "A bridge is built", "author": told}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if told else ""
    page = (
        f'<html lang="en"><head><title>A bridge is built</title>{script}'
        f'<meta property="og:site_name" content="{site}">'
        "</head>"
        f"<body><article><h1>A bridge is built</h1>{head}{TEXT}{foot}</article></body></html>"
    )
    return list(extract_article(page, "https://elsewhere.example/2024/bridge").authors)


def person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Jane Doe, Ph.D.", ("Jane Doe, Ph.D.",)),
        ("Jane Doe, CFP®, and John Roe, MD", ("Jane Doe, CFP®", "John Roe, MD")),
        ("Jane Doe and John Roe, CNN", ("Jane Doe", "John Roe")),
        ("Jane Doe, Head of Marketing and Community Development", ("Jane Doe",)),
        ("Jane Doe | March 3, 2024 | 5 Comments", ("Jane Doe",)),
        ("Jane DoeDec 05, 2023", ("Jane Doe",)),
        ("Jane Doe on March 3", ("Jane Doe",)),
        ("Phương Mai", ("Phương Mai",)),
        ("Nguyen Le Minh", ("Nguyen Le Minh",)),
        ("Theresa May", ("Theresa May",)),
    ],
)
def test_a_byline_is_read_as_the_persons_in_it(text: str, names: tuple[str, ...]) -> None:
    assert byline_of(text).persons == names


def test_words_of_authorship_are_taken_off_though_they_touch_the_name() -> None:
    assert authorless("By Jane Doe") == "Jane Doe"
    assert authorless("ByJane Doe") == "Jane Doe"
    assert authorless("Byron Smith") == "Byron Smith"


def test_a_word_of_authorship_inside_a_line_is_found() -> None:
    assert after_inline_authorship("29. Juni 2017, 23:39 · von Tobi") == "Tobi"
    assert after_inline_authorship("Published August 7, 2023 by Jane Doe") == "Jane Doe"
    assert after_inline_authorship("The bridge stands near the river") == ""


def test_a_sentence_in_hiragana_is_no_name() -> None:
    assert is_person("李建忠")
    assert not is_person("この記事を書いた人")


def test_a_person_shown_goes_before_the_site_that_machines_are_told() -> None:
    site = {"@type": "Organization", "name": "The Daily Mirror of Elsewhere"}
    assert authors('<div class="byline">By Jane Doe</div>', told=site) == ["Jane Doe"]


def test_all_persons_told_go_before_a_byline_that_names_one_of_them_first() -> None:
    shown = '<p class="author">Jane Doe</p><p class="author">John Roe</p>'
    assert authors(shown, told=[person("Jane Doe"), person("John Roe")]) == ["Jane Doe", "John Roe"]


def test_an_agency_that_is_told_beside_a_person_stays() -> None:
    told = [person("Jane Doe"), person("Reuters")]
    assert authors('<div class="byline">By Jane Doe</div>', told=told) == ["Jane Doe", "Reuters"]


def test_a_pen_name_of_one_word_that_links_to_its_page_is_an_author() -> None:
    head = '<p class="meta">29. Juni 2017 · von <a href="/author/tobi/" rel="author">Tobi</a></p>'
    assert authors(head) == ["Tobi"]


def test_names_set_apart_by_style_alone_are_parted() -> None:
    head = '<div class="author"><a href="/author/jane" class="name">Jane Doe</a><span>3/4/2025</span></div>'
    assert authors(head) == ["Jane Doe"]


def test_who_reviewed_or_photographed_is_no_author() -> None:
    head = (
        '<p class="byline">By <a href="/author/jane-doe">Jane Doe, DVM</a>. Reviewed by '
        '<a href="/author/mary-major">Mary Major, DVM</a></p><figcaption>Photo: Peter Petersen</figcaption>'
    )
    assert authors(head) == ["Jane Doe, DVM"]


def test_a_photographer_is_no_author_where_machines_are_told_a_writer_beside_an_agency() -> None:
    told = [person("Jane Doe"), {"@type": "Organization", "name": "dpa"}]
    photo = "<p>3 April 2024</p><figure><img src=a.jpg><figcaption>Foto: John Roe</figcaption></figure>"
    assert authors(photo, told=told) == ["Jane Doe", "dpa"]


def test_a_desk_that_signs_is_an_author() -> None:
    assert authors('<div class="byline">By <a href="/author/team">The Example Team</a></div>') == [
        "The Example Team"
    ]


def test_a_signature_goes_before_the_site_that_machines_are_told() -> None:
    site = {"@type": "Organization", "name": "The Daily Mirror of Elsewhere"}
    foot = '<p style="text-align:right"><strong>Nguyễn Văn An</strong></p>'
    assert authors("", told=site, foot=foot) == ["Nguyễn Văn An"]


def test_a_name_is_as_safe_as_every_text_from_outside() -> None:
    assert authors("<p class=byline>By Jane \x1b[31m\u202eDoe\x9b</p>") == ["Jane Doe"]


@pytest.mark.parametrize("identity", [["#jane"], {"name": "Jane"}, 5])
def test_an_identity_that_is_no_text_is_passed_over(identity: object) -> None:
    assert authors("<p>By Jane Doe</p>", told={"@id": identity}) == ["Jane Doe"]
    assert authors("<p>By Jane Doe</p>", told=[{"@id": identity}, {"@id": identity, "name": "Jane Doe"}]) == [
        "Jane Doe"
    ]


def test_an_identity_that_is_no_text_may_be_that_of_the_article() -> None:
    node = {"@type": "NewsArticle", "@id": ["#one"], "name": "A bridge", "author": person("Jane Doe")}
    script = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert authors(script) == ["Jane Doe"]


def test_words_for_text_and_pictures_in_one_are_no_part_of_the_name() -> None:
    assert authorless("Bài và ảnh: LÊ HOÀNG") == "LÊ HOÀNG"
    assert authorless("Bài, ảnh: LÊ HOÀNG") == "LÊ HOÀNG"
    assert authorless("Tin, ảnh: LÊ HOÀNG") == "LÊ HOÀNG"
    assert authorless("Text und Fotos: Karin Sommer") == "Karin Sommer"
    assert authorless("Texte et photos : Karin Sommer") == "Karin Sommer"
    assert authorless("Text: Karin Sommer") == "Karin Sommer"
    assert authorless("Texto: Karin Sommer") == "Karin Sommer"


def test_a_page_that_names_nobody_has_no_author() -> None:
    assert authors("<p>Share</p><p>Print</p>") == []


CHINESE = "".join(
    f"<p>第{day}天，市议会讨论了两个小时，最后不顾反对派的意见，决定在冬天到来之前重建河上的旧桥。</p>"
    for day in "四五六七八九"
)


@pytest.mark.parametrize("signature", ["（ 责任编辑：王小明 ）", "作者︱王小明", "（记者 王小明）"])
def test_a_chinese_signature_is_no_text_of_the_article(signature: str) -> None:
    page = f'<html lang="zh"><body><article><h1>重建旧桥</h1>{CHINESE}<p>{signature}</p></article></body></html>'
    article = extract_article(page, "https://elsewhere.example/2024/bridge")
    assert article.text.endswith(
        "第九天，市议会讨论了两个小时，最后不顾反对派的意见，决定在冬天到来之前重建河上的旧桥。"
    )
    assert article.authors == ("王小明",)


@pytest.mark.parametrize(
    "sentence",
    [
        "记者从市政府获悉，旧桥将封闭两年。",
        "记者获悉，旧桥将封闭两年，工程今年年底开工。",
        "市長在記者會上表示，舊橋將封閉兩年。",
        "市長は五日の記者会見で、橋を通行止めにすると発表した。",
        "全文：市政府工作报告摘要如下，供读者参考。",
        "본지 기자 간담회에서 시장은 다리를 폐쇄한다고 말했다.",
    ],
)
def test_what_a_reporter_does_is_no_byline(sentence: str) -> None:
    page = f'<html lang="zh"><body><article><h1>重建旧桥</h1><p>{sentence}</p>{CHINESE}</article></body></html>'
    assert extract_article(page, "https://elsewhere.example/2024/bridge").authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "（记者 王小明）旧桥将封闭两年。",
        "江报讯 记者王小明报道 旧桥将封闭两年。",
        "記者王小明／台北報導",
        "2024-03-05 08:30 来源：江报 记者 王小明",
        "图/文：王小明",
    ],
)
def test_a_reporter_is_named_before_a_report(line: str) -> None:
    page = f'<html lang="zh"><body><article><h1>重建旧桥</h1><p>{line}</p>{CHINESE}</article></body></html>'
    assert extract_article(page, "https://elsewhere.example/2024/bridge").authors == ("王小明",)


def test_a_person_told_in_parts_has_the_parts_for_a_name() -> None:
    told = [
        {"@type": "Person", "givenName": "Jane", "familyName": "Doe"},
        {"@type": "Person", "givenName": "Petra", "additionalName": "van", "familyName": "Roe"},
    ]
    assert authors("", told=told) == ["Jane Doe", "Petra van Roe"]


@pytest.mark.parametrize(
    "line",
    [
        '<p>This text is under <a rel="license" href="https://licences.example/by-sa/4.0/">CC BY-SA 4.0</a>.</p>',
        '<p class="author">Creative Commons Attribution</p>',
        '<figure><img src="/a.jpg"><figcaption class="credit">Jane Doe/Pictures</figcaption></figure>',
        "<h2>Current Landscape</h2><p>The landscape of the river is old, and it has seen many bridges come.</p>",
        "<p><strong>7h00 - The end of it in South Bay</strong></p><p>The bay is quiet since the ships left.</p>",
    ],
)
def test_no_licence_photographer_or_heading_is_an_author(line: str) -> None:
    assert authors("", foot=line) == []
    assert authors(line) == []


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ('By <a href="/author/j">Jane Doe</a>, <span>Vice President, Sales Division</span>', ["Jane Doe"]),
        ('By <a href="/author/j">Jane Doe</a> and John Roe', ["Jane Doe", "John Roe"]),
        ('By <a class="author" href="/j">Jane Doe For Elsewhere Mail Online</a>', ["Jane Doe"]),
        ("<aside><span>Posted by</span> <a rel='author' href='/author/j'>Jane Doe</a></aside>", ["Jane Doe"]),
        ('<span class="given-name">Jane</span><span class="surname">Doe</span>', ["Jane Doe"]),
    ],
)
def test_a_byline_holds_roles_papers_and_parts_of_names(byline: str, names: list[str]) -> None:
    assert authors(f'<div class="byline">{byline}</div>') == names


def test_a_name_in_the_foot_of_the_article_is_read_where_there_is_no_other() -> None:
    foot = '<footer><p class="author">Jane Doe</p></footer>'
    assert authors("", foot=foot) == ["Jane Doe"]
    assert authors('<p class="byline">By John Roe</p>', foot=foot) == ["John Roe"]


def test_the_address_behind_a_declared_name_is_taken_off() -> None:
    assert authors('<meta name="author" content="Jane Doe - https://doe.example/">') == ["Jane Doe"]


@pytest.mark.parametrize(("alt", "names"), [("Licat", ("Licat",)), ("A cat", ())])
def test_a_pen_name_beside_its_portrait_and_a_day_is_an_author(alt: str, names: tuple[str, ...]) -> None:
    text = "".join(
        f"<p>The harbour has had its tram for year {n}, and nobody would miss it now.</p>" for n in "3456"
    )
    byline = f'<a href="https://git.example/l"><img alt="{alt}" src="/l.png">Licat</a> <i>on June 5, 2023</i>'
    page = f"<html lang='en'><title>The tram</title><h1>The tram</h1><div>{byline}</div><article>{text}</article>"
    assert extract_article(page, "https://notes.example/tram").authors == names


def test_the_division_of_an_author_is_no_second_one() -> None:
    text = "".join(
        f"<p>The harbour has had its tram for year {n}, and nobody would miss it now.</p>" for n in "3456"
    )
    byline = '<span>By <a href="/author/a-b">Ann Berg</a>, </span><span>Vice President, Harbour Division, </span>'
    page = f"<html lang='en'><title>The tram</title><h1>The tram</h1><article>{text}<p>{byline}</p></article>"
    assert extract_article(page, "https://notes.example/tram").authors == ("Ann Berg",)


@pytest.mark.parametrize(
    ("card", "authors"),
    [
        ('<span class="author vcard"><span class="fn">mizuguruma</span></span>', ("mizuguruma",)),
        ('<a class="p-author h-card"><span class="p-name">weir_keeper</span></a>', ("weir_keeper",)),
        ('<span class="author vcard"><span class="fn">admin</span></span>', ()),
        ('<span class="author vcard"><span class="fn">ann1</span></span>' * 2, ()),
    ],
)
def test_the_card_in_the_footer_of_an_article_names_its_author(card: str, authors: tuple[str, ...]) -> None:
    foot = f'<footer class="entry-footer">{card} <time datetime="2026-05-05">7 months ago</time></footer>'
    text = "".join(
        f"<p>The mill at the weir has turned since 1840, and year {n} was its best.</p>" for n in range(6)
    )
    page = f"<html><body><article><h1>The mill at the weir</h1>{text}{foot}</article></body></html>"
    assert extract_article(page).authors == authors
