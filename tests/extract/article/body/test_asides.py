"""What stands between the lines of a text and is none of it, by the box around it."""

import pytest

from tuinews.extract.article import extract_article

TEXT = [
    f"The council of the town met on the {day}th day of the month, and after two hours it agreed, against the "
    "votes of the opposition, to rebuild the old bridge over the river before the winter comes."
    for day in range(4, 10)
]
OTHER = "The last cutter of wooden seals takes five orders a month, and each takes him two days."


def lines(inside: str, *, head: str = "") -> list[str]:
    text = [f"<p>{line}</p>" for line in TEXT]
    page = (
        f"<html><head><title>A bridge is built</title></head><body><main><h1>A bridge is built</h1>{head}"
        f"{text[0]}{text[1]}{inside}{''.join(text[2:])}</main></body></html>"
    )
    return extract_article(page, "https://elsewhere.example/2024/bridge").text.split("\n")


@pytest.mark.parametrize("tag", ["article", "div", "section"])
def test_a_card_of_another_article_goes_with_its_description(tag: str) -> None:
    card = (
        f'<{tag} class="x1"><a href="/2024/seals"><img src="/r.jpg" alt=""></a>'
        f'<h4><a href="/2024/seals">The last cutter of seals</a></h4><p>{OTHER}</p></{tag}>'
    )
    assert lines(card) == TEXT


def test_a_box_that_leads_to_another_site_or_to_two_pages_stays() -> None:
    shop = (
        '<div><a href="https://shop.example/s"><img src="/r.jpg" alt=""></a>'
        f'<h4><a href="https://shop.example/s">The seal</a></h4><p>{OTHER}</p></div>'
    )
    assert OTHER in lines(shop)


def test_cards_that_are_most_of_a_page_are_what_it_is_about() -> None:
    cards = "".join(
        f'<div><a href="/2024/{n}"><img src="/r.jpg" alt=""></a><h4><a href="/2024/{n}">Walk {n}</a></h4>'
        f"<p>{OTHER} It is walk number {n} of the year, along the river and back over the hill.</p></div>"
        for n in range(12)
    )
    assert any("walk number 3" in line for line in lines(cards))


def test_a_hidden_copy_of_a_line_goes_and_a_hidden_line_alone_stays() -> None:
    inside = "".join(f'<div style="display: none"><p>{line}</p></div>' for line in TEXT[2:])
    assert lines(inside) == TEXT


def test_the_block_of_the_byline_and_the_dates_are_no_text() -> None:
    head = (
        '<section aria-labelledby="article-byline"><strong id="article-byline">Thông tin bài viết</strong>'
        "<ul><li>Tác giả, <span>Lê Mai Hân</span></li><li>Vai trò, <span>Ban tiếng Việt</span></li></ul></section>"
        '<ul><li><time datetime="2026-03-05">5 tháng 3 năm 2026</time></li>'
        '<li><time datetime="2026-03-06">Cập nhật 6 tháng 3 năm 2026</time></li></ul>'
    )
    assert lines("", head=head) == TEXT


def test_a_section_that_one_may_jump_over_is_no_text() -> None:
    inside = (
        '<section><strong>Worth reading</strong><a href="#end-of-it">Skip this and read on</a>'
        f'<ul><li><a href="/2024/birds">Four birds that may be gone soon</a></li></ul><p>{OTHER}</p>'
        '<p id="end-of-it">End of it</p></section>'
    )
    assert lines(inside) == TEXT


@pytest.mark.parametrize(
    "told", ["3 min read", "Lesezeit: 3 Minuten", "Tiempo de lectura: 3 minutos", "읽는 시간 3분"]
)
def test_how_long_it_takes_to_read_is_none_of_the_text(told: str) -> None:
    assert lines("", head=f"<p>{told}</p>") == TEXT
    assert lines("", head=f"<h2>{told}</h2>")[0] in (told, TEXT[0])
    assert told in lines(f"<p>{told}</p>")


@pytest.mark.parametrize(
    ("box", "heading", "label"),
    [
        ("div", "h3", "Related articles"),
        ("li", "h2", "Bài liên quan"),
        ("div", "h4", "関連記事"),
        ("div", "h3", "Popular"),
    ],
)
def test_a_stream_of_other_articles_behind_the_text_is_none_of_it(box: str, heading: str, label: str) -> None:
    stream = "".join(
        f'<{box} class="w{day}"><{heading}><a href="/2024/seals-{day}">The last cutter, day {day}</a></{heading}>'
        f"<p>The cutter of wooden seals said on the {day}th that he takes five orders, that each takes him "
        "two days, and that no one in the town has asked him to teach the trade since his own son left for the "
        f"city.</p></{box}>"
        for day in range(4, 12)
    )
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    page = (
        f"<html><head><title>A bridge is built</title></head><body><div><h1>A bridge is built</h1>{text}"
        f"<h4>{label}</h4>{stream}</div></body></html>"
    )
    assert extract_article(page, "https://elsewhere.example/2024/bridge").text.split("\n") == TEXT


def test_paragraphs_below_linked_headings_are_text_where_there_is_no_other() -> None:
    stream = "".join(
        f'<div><h3><a href="/2024/{place}">The {place}th bridge of the town</a></h3><p>{line}</p></div>'
        for place, line in enumerate(TEXT, 4)
    )
    page = f"<html><head><title>Bridges</title></head><body><main><h1>Bridges</h1>{stream}</main></body></html>"
    assert set(TEXT) <= set(extract_article(page, "https://elsewhere.example/2024").text.split("\n"))
