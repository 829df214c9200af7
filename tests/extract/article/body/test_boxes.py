"""Players and lists of other articles between the lines of a text: what they are called tells them apart."""

import pytest

from tuinews.extract.article import extract_article

TEXT = [
    f"<p>Buổi thứ {day}, các hộ trong làng cùng nhau nhào đất, dựng lò và hẹn nhau giữ lửa suốt mùa; người già "
    "chỉ cho lớp trẻ cách chọn đất, cách nghe tiếng lửa để biết mẻ gốm đã chín tới.</p>"
    for day in range(4, 9)
]


def text_with(box: str) -> str:
    page = (
        '<html lang="vi"><head><title>Làng gốm đỏ lửa</title></head><body><article><h1>Làng gốm đỏ lửa</h1>'
        f"<div class='body'>{TEXT[0]}{TEXT[1]}{box}{''.join(TEXT[2:])}</div></article></body></html>"
    )
    return extract_article(page, "https://bao.example/tin/lang-gom-1.html").text


@pytest.mark.parametrize("name", ["audioplayer", "box-audio", "detail-audio clearfix", "audio-player", "nghe-bai"])
def test_the_voices_of_a_player_are_no_text(name: str) -> None:
    voices = "<span>Nghe đọc bài</span><ul><li>Nam miền Bắc</li><li>Nữ miền Nam</li></ul>"
    text = text_with(f"<div class='{name}'>{voices}</div>")
    assert "miền" not in text
    assert len(text.split("\n")) == len(TEXT)


def test_an_article_in_a_box_with_the_name_of_a_player_stays() -> None:
    said = "Nghe tiếng lửa reo đều trong lò, người thợ già biết rằng mẻ gốm đầu tiên của mùa đã chín tới rồi."
    text = text_with(f"<div class='audio-article'><p>{said}</p><p>Cả làng vỡ òa.</p></div>")
    assert said in text


@pytest.mark.parametrize("heading", ["Có thể bạn quan tâm", "Bài viết liên quan", "Đọc thêm:", "Related stories"])
@pytest.mark.parametrize("end", ["", "<p>End of {0}</p>"])
def test_a_list_of_others_goes_with_its_heading(heading: str, end: str) -> None:
    links = "".join(f"<li><a href='/{n}.html'>Lò gốm thứ {n} của làng bên</a></li>" for n in range(3))
    text = text_with(f"<section><h2>{heading}</h2><ul>{links}</ul>{end.format(heading)}</section>")
    assert len(text.split("\n")) == len(TEXT), text


def test_a_heading_of_the_text_with_these_words_stays() -> None:
    text = text_with("<h2>Bài viết liên quan</h2>")
    assert len(text.split("\n")) == len(TEXT) + 1


def test_a_card_in_a_table_with_its_title_and_description_in_one_cell_is_none_of_the_text() -> None:
    line = "Chiều qua, cả xóm kéo ra bãi xem ghe hạ thủy, ghe nào cũng vẽ mắt thật to."
    prose = "".join(f"<p>{n}. {line}</p>" for n in range(5))
    card = (
        '<table border=1><tr><td><a href="/n/1.htm"><img src="/r.jpg" width=120></a></td><td><a href="/n/1.htm">'
        "<b>Cụ bà tám mươi tuổi mở lớp dạy đan</b></a><br>Bà Ba nhận hai mươi đứa trẻ trong xóm.</td></tr></table>"
    )
    body = f"<article><h1>Ghe mới ở bãi Gừa</h1>{prose}{card}{prose}</article>"
    html = f"<html lang=vi><title>Ghe mới</title><body>{body}"
    assert "Bà Ba" not in extract_article(html, "https://ben.example/ghe.htm").text
