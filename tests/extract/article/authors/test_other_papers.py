"""Bylines as other papers write them: in sentences, without class names, as data in the markup, as a source."""

import json

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article

PROSE = {
    "en": "The choir of the upper valley sang in the market hall on Friday, and nobody went home before midnight.",
    "vi": "Chiều qua, cả xóm kéo ra bãi xem hai chiếc ghe mới hạ thủy, ghe nào cũng sơn mũi đỏ và vẽ mắt thật to.",
}
DATE = "<span>3 October 2025</span>"


def article(head: str = "", foot: str = "", *, lang: str = "en", more: str = "", text: str = "") -> Article:
    lines = "".join(f"<p>{number}. {PROSE[lang]}</p>" for number in range(1, 6))
    return extract_article(
        f'<html lang="{lang}"><head><title>A song in the hall</title>{more}</head><body><main><article>'
        f"<h1>A song in the hall</h1>{head}<div>{text}{lines}{foot}</div></article></main></body></html>",
        "https://valley.example/a-song",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "They learnt the hard parts page by page in the school.",
        "The crates were lent by the fish market.",
        "The hall was paid for by nobody in particular.",
    ],
)
def test_by_before_a_thing_in_a_sentence_names_nobody(sentence: str) -> None:
    assert article(text=f"<p>{sentence}</p>").authors == ()


@pytest.mark.parametrize(
    ("head", "names"),
    [
        (f"<div><span>김서연 기자</span>{DATE}</div>", ("김서연",)),
        ("<div>Por Lucía Ferrán para El Eco del Valle</div>", ("Lucía Ferrán",)),
        ("<div><div>Jane Smithers</div><div>Chief Economist</div></div>", ("Jane Smithers",)),
        (
            '<div>Von <b>Heiner Vogt</b> | <a href="mailto:v@x.example">Schreiben Sie dem Autor</a></div>',
            ("Heiner Vogt",),
        ),
        (
            '<div class="meta"><span>By</span> <b>Ada Holm</b> <a href="mailto:a@x.example">a@x.example</a></div>',
            ("Ada Holm",),
        ),
    ],
)
def test_a_byline_names_its_persons_without_what_stands_beside(head: str, names: tuple[str, ...]) -> None:
    assert article(head).authors == names


@pytest.mark.parametrize(
    "picture",
    [
        '<div><img src="/a.jpg" width="800" height="500"><div class="text-xs">Foto: Lutz Kramer/dpa</div></div>',
        '<p class="photo-credit">© Gaël Rivoal / Agence Ouest</p>',
    ],
)
def test_the_credit_of_a_picture_names_no_author(picture: str) -> None:
    assert article(text=picture).authors == ()


@pytest.mark.parametrize(
    "markup",
    [
        '<p itemprop="author" itemscope itemtype="//schema.org/Person"><b itemprop="name">Ida Quist</b></p>',
        '<p property="author" typeof="Person"><span property="name">Ida Quist</span></p>',
    ],
)
def test_an_author_may_be_data_in_the_markup(markup: str) -> None:
    told = article(markup)
    assert told.authors == ("Ida Quist",)
    assert not told.text.startswith("Ida Quist")


def test_the_author_of_a_comment_is_data_of_the_comment() -> None:
    comment = '<div itemprop="comment"><span itemprop="author">Rio Seven</span><p>What a night that was.</p></div>'
    assert article(foot=comment).authors == ()


def test_persons_of_a_graph_may_have_their_names_in_parts() -> None:
    graph = [
        {"@type": "Article", "headline": "A song in the hall", "author": [{"@id": "#a"}, {"@id": "#b"}]},
        {"@type": "Person", "@id": "#a", "givenName": "Ida", "familyName": "Quist"},
        {"@type": "Person", "@id": "#b", "givenName": "Per", "additionalName": "Olof", "familyName": "Rask"},
    ]
    data = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert article(more=data).authors == ("Ida Quist", "Per Olof Rask")


def test_a_mail_address_behind_a_name_in_a_meta_tag_is_none_of_it() -> None:
    more = '<meta name="author" content="Dr Jane Smithers &lt;jane@valley.example&gt;">'
    assert article(more=more).authors == ("Dr Jane Smithers",)


SIGNED = [
    ("<p>B.T</p>", ("B.T",)),
    ("<p>PV</p>", ("PV",)),
    ("<p>Nhóm phóng viên</p>", ("Nhóm phóng viên",)),
    ('<p align="right"><b>PV Thanh Hà</b></p>', ("Thanh Hà",)),
    ('<p align="right"><b>CTV Thanh Hà</b></p>', ("Thanh Hà",)),
    ('<p align="right"><b>Phóng viên: Thanh Hà</b></p>', ("Thanh Hà",)),
    ('<p align="right"><b>Theo Thương hiệu &amp; Công luận</b></p>', ()),
    ('<p align="right"><b>(Theo TTXVN)</b></p>', ()),
    ('<p align="right"><b>Theo</b></p>', ()),
    ('<p class="author">Khánh Vy</p><p class="source">Theo <span>Nhịp sống Bến bãi</span></p>', ("Khánh Vy",)),
]


@pytest.mark.parametrize(("foot", "names"), SIGNED)
def test_who_signs_at_the_end_is_author_and_no_text(foot: str, names: tuple[str, ...]) -> None:
    told = article(foot=foot, lang="vi")
    assert told.authors == names
    assert told.text.split("\n")[-1] == f"5. {PROSE['vi']}"


def test_a_footer_of_the_article_may_say_whose_it_is() -> None:
    text = "".join(f"<p>{number}. {PROSE['vi']}</p>" for number in range(1, 6))
    footer = "<footer><span>Bài viết của</span> <b>Phan Hải Tùng</b></footer>"
    html = f"<html lang=vi><title>Ghe mới</title><body><article><h1>Ghe mới ở bãi</h1>{text}{footer}</article>"
    assert extract_article(html, "https://valley.example/a-song").authors == ("Phan Hải Tùng",)


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ('<div class="meta">Words: Ada Holm</div>', ("Ada Holm",)),
        ('<div class="meta">Ada Holm, Political Editor</div>', ("Ada Holm",)),
        ('<div class="meta"><img src="/a.jpg" alt="Ada Holm"><span>Ada Holm</span></div>', ("Ada Holm",)),
        ('<div class="meta">Illustration by Ida Quist</div>', ()),
    ],
)
def test_a_name_with_its_position_or_portrait_is_the_author(head: str, names: tuple[str, ...]) -> None:
    assert article(head).authors == names


def test_a_label_of_other_articles_below_the_text_signs_nothing() -> None:
    more = '<hr><b>Related stories</b><ul><li><a href="/1">Buses stop at the upper bridge</a></li></ul>'
    assert article(foot=more).authors == ()


def test_a_footer_above_the_text_is_its_byline() -> None:
    footer = '<footer class="node__meta"><span>Ada Holm</span> <span>3 October 2025 - 08:30</span></footer>'
    text = "".join(f"<p>{number}. {PROSE['en']}</p>" for number in range(1, 6))
    body = f"<h1>A song in the hall</h1><article>{footer}<div>{text}</div></article>"
    html = f"<html lang=en><title>A song</title><body>{body}"
    told = extract_article(html, "https://valley.example/a-song")
    assert told.authors == ("Ada Holm",)
    assert told.published is not None
    assert told.published.date == "2025-10-03T08:30"


@pytest.mark.parametrize("box", ["<aside>{}</aside>", '<div class="head"><aside>{}</aside></div>'])
def test_an_aside_below_the_headline_may_hold_the_byline(box: str) -> None:
    text = "".join(f"<p>{number}. {PROSE['vi']}</p>" for number in range(1, 6))
    aside = box.format("<span>Hoài Thương</span> <span>03/10/2025 08:30</span>")
    html = f"<html lang=vi><title>Ghe mới</title><body><div><h1>Ghe mới ở bãi</h1>{aside}{text}</div>"
    assert extract_article(html, "https://valley.example/a-song").authors == ("Hoài Thương",)


def test_a_bold_last_line_of_a_paragraph_may_sign() -> None:
    told = article(foot=f"<p>6. {PROSE['vi']}<br><strong>Xuân Hoàng</strong></p>", lang="vi")
    assert told.authors == ("Xuân Hoàng",)
    assert told.text.split("\n")[-1] == f"6. {PROSE['vi']}"
