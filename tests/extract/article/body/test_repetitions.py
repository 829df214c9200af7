"""What stands in a text a second time, and the next article after it."""

import pytest

from tuinews.extract.article.article import extract_article

PROSE = [
    "Cảng cũ của thành phố mở cửa trở lại vào sáng thứ Hai, sau hai năm sửa chữa liên tục.",
    "Các kỹ sư đã làm việc suốt nhiều đêm để gia cố cầu tàu, nơi sóng đánh mạnh nhất trong vịnh.",
    "“Chúng tôi đã chờ ngày này từ rất lâu rồi”, ông Nam nói, “và bây giờ con tàu có thể rời bến.”",
    "Chuyến phà đầu tiên rời bến lúc sáu giờ, chở theo hơn hai trăm hành khách và mười chiếc xe tải.",
]
NEXT = [
    "Đàn cá trích trở lại vịnh đông đến mức thuyền phải chờ ngoài khơi, ngư dân cho biết hôm qua.",
    "Các nhà sinh học cho rằng dòng nước lạnh đã đổi hướng vào mùa đông, mang theo nhiều thức ăn hơn.",
    "Giá cá giảm một nửa, và nhiều thuyền ở lại bến vì không còn muối để ướp số cá đã đánh được.",
]


def text_of(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def lines_of(body: str) -> list[str]:
    """The lines of the article of a page."""
    html = f'<html lang="vi"><head><title>Bến cảng mở lại</title></head><body><main>{body}</main></body></html>'
    return extract_article(html, "https://ben.example/bai").document.lines


@pytest.mark.parametrize("names", [("desktop", "mobile"), ("rt-lg", "rt-md", "rt-sm"), ("a", "a")])
def test_a_body_that_is_written_for_each_screen_is_read_once(names: tuple[str, ...]) -> None:
    copies = "".join(f'<div class="{name}"><div>{text_of(PROSE)}</div></div>' for name in names)
    assert lines_of(f"<article><h1>Bến cảng mở lại</h1>{copies}</article>") == PROSE


def test_a_refrain_is_no_copy() -> None:
    refrain = "Và con tàu lại rời bến trong sương mù của buổi sáng."
    lines = [PROSE[0], refrain, PROSE[1], refrain, PROSE[3], refrain]
    assert lines_of(f"<article><h1>Bến cảng mở lại</h1>{text_of(lines)}</article>").count(refrain) == 3


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        ('<blockquote class="pullquote"><p>{}</p></blockquote>', 1),
        ('<div class="trich-dan"><p>{}</p></div>', 1),
        ("<p>{}</p>", 2),
    ],
)
def test_a_pull_quote_is_read_where_it_was_said(quote: str, count: int) -> None:
    pulled = quote.format("Chúng tôi đã chờ ngày này từ rất lâu rồi")
    body = text_of(PROSE[:3]) + pulled + text_of(PROSE[3:])
    lines = lines_of(f"<article><h1>Bến cảng mở lại</h1><div>{body}</div></article>")
    assert sum("Chúng tôi đã chờ ngày này từ rất lâu rồi" in line for line in lines) <= count
    assert [line for line in PROSE if line not in lines] == []


def test_a_quotation_that_says_something_new_stays() -> None:
    quote = "<blockquote><p>Một cây cầu là một lời hứa giữa hai bờ, và lời hứa thì phải giữ.</p></blockquote>"
    body = text_of(PROSE[:2]) + quote + text_of(PROSE[2:])
    assert len(lines_of(f"<article><h1>Bến cảng mở lại</h1><div>{body}</div></article>")) == 5


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<h1>Cá trích trở lại</h1><div class="byline">An Bình</div>', False),
        ("<h1>Cá trích trở lại</h1><time>10/4/2025</time>", False),
        ("<h1>Cá trích trở lại</h1>", True),
    ],
)
def test_a_next_article_is_told_by_its_headline_and_byline(head: str, found: bool) -> None:
    first = f"<div><h1>Bến cảng mở lại</h1><div>{text_of(PROSE)}</div></div>"
    lines = lines_of(f"<article>{first}<div><div>{head}</div><div>{text_of(NEXT)}</div></div></article>")
    assert (NEXT[0] in lines) is found
    assert lines[:4] == PROSE


def _wrapped(headline: str, text: list[str], tag: str, name: str) -> str:
    cover = f'<section class="cover"><h1>{headline}</h1></section>'
    return f'<div class="{name}">{cover}<{tag} class="content">{text_of(text)}</{tag}></div>'


@pytest.mark.parametrize(
    ("tag", "name", "found"),
    [
        ("article", "wrapper story", False),
        ("article", "wrapper", True),
        ("div", "wrapper story", True),
    ],
    ids=["alike, each with an article", "called otherwise", "alike, sections of one text"],
)
def test_a_next_article_stands_in_a_box_like_that_of_the_first(tag: str, name: str, found: bool) -> None:
    first = _wrapped("Bến cảng mở lại", PROSE, tag, "wrapper story")
    other = _wrapped("Cá trích trở lại", NEXT, tag, name)
    lines = lines_of(f"<main>{first}{other}</main>")
    assert (NEXT[0] in lines) is found
    assert [line for line in PROSE if line not in lines] == []


def test_every_next_article_goes() -> None:
    first = f"<div><h1>Bến cảng mở lại</h1><div>{text_of(PROSE)}</div></div>"
    others = ""
    for place, headline in enumerate(("Cá trích trở lại", "Kho muối cũ", "Ngọn hải đăng")):
        told = [f"{line} Đó là chuyện thứ {place}{number} của cảng, ông nói." for number, line in enumerate(NEXT)]
        others += (
            f'<div class="n{place}"><h1>{headline}</h1><div class="byline">An Bình</div>{text_of(told)}</div>'
        )
    assert lines_of(f"<article>{first}{others}</article>") == PROSE
