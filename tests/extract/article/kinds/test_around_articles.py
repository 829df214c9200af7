"""What stands around a text and belongs to it, and boxes inside of it that do not."""

from datetime import UTC, datetime

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind
from tuinews.model.document import Embed, Figure, Quote, Table

ADDRESS = "https://borough.example/city/last-boat"
NOW = datetime(2026, 6, 2, 10, tzinfo=UTC)
PROSE = (
    "The boat that links the two banks leaves for the last time on Sunday, and nobody was asked about it.",
    "All winter the council spoke of the bridge, its lanes and its price, and seldom of those who cross.",
    "What remains is the bell of 1911, which rang for fog and floods and once for a wedding in a hurry.",
)
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
HEAD = "<header><a href='/'>Borough Post</a></header>"
H1 = "<h1>The last boat leaves</h1>"


def article_of(body: str) -> Article:
    page = (
        f"<html><head><title>The last boat leaves</title></head><body>{HEAD}{body}<footer>© 2026</footer></body>"
    )
    return extract_article(page, ADDRESS, now=NOW)


def addresses(article: Article) -> list[str]:
    return [block.url for block in article.document.blocks if isinstance(block, Figure | Embed)]


HERO = "https://borough.example/boat.jpg"


def test_a_picture_without_a_caption_around_the_headline_is_the_articles() -> None:
    above = f'<main><figure><img src="/boat.jpg"></figure>{H1}<div>{TEXT}</div></main>'
    below = f'<article><header>{H1}<div><img src="/boat.jpg"></div></header><div>{TEXT}</div></article>'
    film = f'<main>{H1}<div><iframe src="https://www.youtube.com/embed/a1"></iframe></div><div>{TEXT}</div></main>'

    assert addresses(article_of(above)) == [HERO]
    assert addresses(article_of(below)) == [HERO]
    assert addresses(article_of(film)) == ["https://www.youtube.com/embed/a1"]


def test_a_picture_beside_the_headline_that_is_none_of_the_article_stays_away() -> None:
    for beside in (
        '<div class="author-avatar"><img src="/boat.jpg"></div>',
        '<div><img src="/boat.jpg"> By Ada Reed</div>',
        '<div><a href="https://share.example/"><img src="/boat.jpg"></a></div>',
        '<div><a href="/"><img src="/boat.jpg"></a></div>',
        '<aside><img src="/boat.jpg"></aside>',
    ):
        assert addresses(article_of(f"<main>{beside}{H1}<div>{TEXT}</div></main>")) == [], beside


def test_portraits_of_authors_are_no_pictures_of_the_text() -> None:
    byline = '<div class="meta"><a rel="author" href="/a/ada">Ada Reed</a></div>'
    for portrait in ('<img src="/a.jpg" alt="Ada Reed">', '<img src="/a.jpg" alt="Photo of Ada Reed">'):
        assert addresses(article_of(f"<article>{H1}{byline}{portrait}{TEXT}</article>")) == []
    square = '<img src="/a.jpg" width="64" height="64">'
    assert addresses(article_of(f"<article>{H1}{square}{TEXT}</article>")) == []


def test_what_a_figure_says_of_a_quotation_or_a_table_is_theirs() -> None:
    picture = '<figure><img src="/boat.jpg"><figcaption>Fog</figcaption></figure>'
    quote = "<figure><blockquote><p>Two lines long.</p></blockquote><figcaption>— Ada Reed</figcaption></figure>"
    table = "<figure><table><tr><th>A<th>B<tr><td>1980<td>4</table><figcaption>Boats by year</figcaption></figure>"

    blocks = article_of(f"<article>{H1}{TEXT}{picture}{quote}{table}{TEXT[:200]}</article>").document.blocks

    assert [block.cite for block in blocks if isinstance(block, Quote)] == ["Ada Reed"]
    assert [block.caption for block in blocks if isinstance(block, Table)] == ["Boats by year"]


def test_a_name_beside_a_captioned_picture_made_it() -> None:
    figure = "<figure><div><img src='/boat.jpg'><span>Lena Quist</span></div><figcaption>Fog</figcaption></figure>"

    (picture,) = article_of(f"<article>{H1}{figure}{TEXT}</article>").document.figures

    assert (picture.caption[0].text, picture.credit) == ("Fog", "Lena Quist")


def test_what_when_and_where_end_an_article() -> None:
    facts = "<dl><dt>When</dt><dd>14 July, 7 pm</dd><dt>Where</dt><dd>Northern landing</dd></dl>"

    assert article_of(f"<article>{H1}{TEXT}{facts}</article>").text.endswith("Where\nNorthern landing")


def test_a_list_of_times_and_links_to_other_sites_ends_a_text_under_its_heading() -> None:
    items = "<li>02:10 <a href='https://a.example'>Foundry</a><li>14:45 Fog"
    notes = f"<h2>Show notes</h2><ul>{items}</ul><p class=share><a href='/share'>Share</a>"

    text = article_of(f"<article>{H1}<p>{PROSE[2]}</p>{notes}</article>").text

    assert text == f"{PROSE[2]}\nShow notes\n02:10 Foundry\n14:45 Fog"


def test_boxes_that_offer_a_subscription_are_none_of_the_text() -> None:
    for name in ("c-newsletter", "newsletter-signup", "paywall"):
        box = (
            f"<div class='{name}'><h3>City</h3><p>The news of the day, sent to you.</p><a href='/in'>In</a></div>"
        )
        assert article_of(f"<article>{H1}{TEXT}{box}<p>{PROSE[1]}</p></article>").text.count("sent to you") == 0
    chunks = "".join(f"<div class='paywall'><p>{line}</p></div>" for line in PROSE)
    assert article_of(f"<article>{H1}{chunks}</article>").text == "\n".join(PROSE)


def test_slides_with_credits_and_numbers_are_a_gallery() -> None:
    slides = "".join(
        f"<div class='slide'><img src='/{n}.jpg'><div class='slide-caption'>Rope number {n}</div>"
        f"<div class='slide-credit'>Lena Quist</div><div class='slide-count'>{n}/5</div></div>"
        for n in range(1, 6)
    )

    article = article_of(f"<article>{H1}<p>Five pictures of the last summer.</p>{slides}</article>")

    assert article.page_kind is PageKind.GALLERY
    assert article.document.captions == [f"Rope number {n}" for n in range(1, 6)]
    assert article.text == "Five pictures of the last summer."


def test_a_box_of_another_page_with_the_name_of_a_manual_is_no_manual() -> None:
    box = "<div class='wiki-content'><h3><a href='/y'>Its price</a></h3><p>A third more than planned.</p></div>"

    article = article_of(f"<main>{H1}{TEXT}{box}<p>{PROSE[1]}</p></main>")

    assert article.page_kind is PageKind.ARTICLE
    assert PROSE[0] in article.text


def test_a_time_of_day_above_the_headline_is_no_mastheads() -> None:
    dated = article_of(f"<main><div>Tuesday, 2 June 2026 - 08:30</div>{H1}{TEXT}</main>")

    assert dated.published is not None
    assert dated.published.stated == "2026-06-02T08:30"


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<div>نویسنده، سارا رودی</div>", "سارا رودی"),
        ("<div>Автор:&nbsp;Ольга Речная<br>Источник:&nbsp;Городские новости</div>", "Ольга Речная"),
        (
            "<footer><p>Written by <b>Ada Reed</b> who lives by the water. <a href='/f'>Follow</a></p></footer>",
            "Ada Reed",
        ),
    ],
)
def test_a_byline_ends_where_something_else_is_said(byline: str, author: str) -> None:
    assert article_of(f"<article>{H1}{TEXT}{byline}</article>").authors == (author,)


def test_a_label_that_an_article_is_for_subscribers_names_nobody() -> None:
    text = "四十年にわたって両岸を結んできた渡し船が最後の便を終える。"
    page = f"<main><h1>渡し船、最終便へ</h1><div>有料記事</div><p>{text}</p></main>"

    assert article_of(page).authors == ()


@pytest.mark.parametrize(
    "behind",
    [
        '<div><span>1</span><a href="/x_2.html">2</a><a href="/x_2.html">下一页</a></div>',
        '<div>Pages: 1 <a href="?page=2">2</a> <a href="?page=3">3</a></div>',
        "<div>编辑于 2026-06-02 08:15・上海</div>",
        "<p>This page has been visited 1204 times.</p>",
        "<p>Bạn vừa đọc 1 phần nội dung dành cho thuê bao. Vui lòng đăng nhập để đọc tiếp.</p>",
    ],
)
def test_what_leads_on_or_tells_of_the_page_behind_a_text_is_none_of_it(behind: str) -> None:
    article = article_of(f"<main>{H1}{TEXT}<p>{PROSE[0][::-1]}</p>{behind}</main>")

    assert article.text.split("\n")[-1] == PROSE[0][::-1]


@pytest.mark.parametrize("word", ["Selanjutnya", "下一页", "Sonraki", "التالي", "ถัดไป", "Next page: The bell »"])
def test_the_next_page_is_told_in_more_languages(word: str) -> None:
    link = f'<p><a href="{ADDRESS}?page=2">{word}</a></p>'

    assert article_of(f"<main>{H1}{TEXT}{link}</main>").next_page == f"{ADDRESS}?page=2"


def test_a_line_between_headline_and_byline_is_the_lead() -> None:
    lead = "After forty years the boat goes, and nobody was asked"
    head = f"<header>{H1}<p>{lead}</p><div>By Ada Reed</div><time>2 June 2026</time></header>"

    assert article_of(f"<article>{head}<section>{TEXT}</section></article>").lead == lead


def test_a_death_at_an_age_under_a_life_in_the_title_is_an_obituary() -> None:
    died = "<p>Hal Brink, who has died aged 84, steered the boat of the town for thirty-one years.</p>"

    article = article_of(f"<article><h1>Hal Brink, ferryman, 1941–2026</h1>{died}{TEXT}</article>")

    assert article.page_kind is PageKind.OBITUARY
