"""Lines of which the line model is unsure alone, and which those around them prove to be of the text."""

import pytest

from tuinews.extract.article import extract_article

PROSE = [
    "The ferry to the island stopped in the spring, when the old pier was found to be hollow below the water.",
    "Since then the sixty people who live there have rowed over themselves, with the post and the bread.",
    "The council has voted for a new pier of stone, which is to be ready before the storms of the autumn begin.",
    "Nobody on the island believes the date, and three families have bought boats of their own in the meantime.",
]


def lines_of(inside: str) -> list[str]:
    page = (
        "<!doctype html><html lang='en'><head><title>The island without a ferry</title></head><body>"
        "<nav><a href='/'>Home</a> <a href='/coast'>Coast</a></nav><main><h1>The island without a ferry</h1>"
        f"{inside}</main><footer><p>© The Coast. All rights reserved.</p></footer></body></html>"
    )
    return extract_article(page, "https://coast.example/2026/ferry").text.split("\n")


@pytest.mark.parametrize("end", [".", ":"])
def test_a_heading_like_the_others_is_one_of_the_text(end: str) -> None:
    sections = "".join(
        f"<h2 class='subheaders'>{word}</h2><p>{line[:-1]}{end}</p>"
        for word, line in zip(("Terms", "The rowers", "The vote", "The boats"), PROSE, strict=True)
    )
    assert {"Terms", "The rowers", "The vote", "The boats"} <= set(lines_of(f"<p>{PROSE[0]}</p>{sections}"))


@pytest.mark.parametrize("tag", ["footer", "cite"])
def test_who_said_a_quotation_is_kept_with_it(tag: str) -> None:
    quote = f"<blockquote><p>{PROSE[1]}</p><{tag}>A reader's letter</{tag}></blockquote>"
    page = (
        f"<html lang='en'><head><title>The island</title></head><body><h1>The island</h1><p>{PROSE[0]}</p>{quote}"
        f"<p>{PROSE[2]}</p><p>{PROSE[3]}</p></body></html>"
    )
    told = extract_article(page, "https://coast.example/2026/ferry").document
    assert [getattr(block, "cite", None) for block in told.blocks if hasattr(block, "cite")] == [
        "A reader's letter"
    ]


def test_an_item_with_words_beside_its_link_is_one_of_the_list() -> None:
    items = [
        "for the island: write to the post office",
        "for the coast: the bakery has the list of those who row",
        'those who come from further away: <a href="/help">Help on the way</a>',
    ]
    listed = "".join(f"<li>{item}</li>" for item in items)
    lines = lines_of(f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>Where to ask:</p><ul>{listed}</ul><p>{PROSE[2]}</p>")
    assert "those who come from further away: Help on the way" in lines


def test_an_author_below_the_table_of_a_text_is_found() -> None:
    rows = "".join(f"<tr><td>Bến {n}</td><td>{n} chuyến</td><td>{n} giờ</td></tr>" for n in range(6, 14))
    page = (
        "<html lang='vi'><head><title>Đò ngang chạy lại</title></head><body><h1>Đò ngang chạy lại</h1>"
        "<p>Từ sáng thứ hai, đò ngang qua sông chạy lại sau ba tháng nghỉ để sửa bến và đóng hai chiếc mới.</p>"
        "<p>Mỗi ngày có mười hai chuyến, chuyến đầu lúc năm giờ sáng, chuyến cuối lúc bảy giờ tối.</p>"
        "<p>Người dân hai bên sông nói họ mong ngày này đã lâu, vì đi vòng qua cầu mất gần một giờ mỗi lượt.</p>"
        f"<table>{rows}</table><p>Theo Tạ Minh Quân</p></body></html>"
    )
    assert extract_article(page, "https://bao.example/do-ngang-1.html").authors == ("Tạ Minh Quân",)
