"""Pages whose class names lie: every element of the site is called a foot, an info box or something related."""

import pytest

from tuinews.extract.article import extract_article

LEAD = "Trận bán kết kéo dài 120 phút chỉ được định đoạt bằng loạt luân lưu, nơi thủ môn trẻ trở thành người hùng."
LINES = [
    "Suốt 90 phút, hai đội chỉ tạo ra năm cơ hội; đội khách chơi chắc chắn với hàng thủ năm người.",
    "Phút 97, tiền vệ đội khách nhận thẻ vàng thứ hai sau pha kéo áo. Dù hơn người, chủ nhà vẫn bế tắc.",
    'Đến loạt đấu súng, thủ môn liên tiếp đoán đúng hướng. "Em chỉ nhìn chân trụ của họ", anh nói sau trận.',
    "Trận chung kết sẽ diễn ra lúc 18h ngày 14/3 trên sân trung lập, gặp nhà đương kim vô địch.",
]
CELLS = ["Lượt", "Chủ nhà", "Đội khách", "1", "Vào", "Cản phá"]
MENU = "".join(f"<li><a href='/{n}'>Chuyên mục {n}</a></li>" for n in range(12))


def page(prefix: str, tag: str) -> str:
    """A page of which every class begins with these words, with a related card, a table and a list below."""
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in CELLS[i : i + 3])}</tr>" for i in (0, 3))
    return (
        f'<html lang="vi"><head><title>Thủ môn trẻ cản ba quả luân lưu</title></head><body>'
        f'<ul class="{prefix}-nav">{MENU}</ul><section class="{prefix}-wrap"><{tag} class="{prefix}-arti-deta">'
        f'<h1 class="{prefix}-tit">Thủ môn trẻ cản ba quả luân lưu</h1><h2 class="{prefix}-sum">{LEAD}</h2>'
        f"<p>{LINES[0]}</p><h2><strong>Bước ngoặt từ thẻ đỏ</strong></h2><p>{LINES[1]}</p>"
        '<div class="bv-lq"><div>Bài liên quan</div><a href="/2.html">Lịch thi đấu chung kết</a></div>'
        f"<p>{LINES[2]}</p><p>{LINES[3]}</p><table border='1'>{rows}</table></{tag.split()[0]}>"
        '<div><h3><a href="/3.html">Huấn luyện viên nói gì?</a></h3></div></section></body></html>'
    )


@pytest.mark.parametrize("prefix", ["cate-9h-foot", "site-footer-info", "footer-nav-info", "related-promo"])
@pytest.mark.parametrize("tag", ["article", 'div itemprop="articleBody"'])
def test_the_text_is_found_though_every_name_says_otherwise(prefix: str, tag: str) -> None:
    told = extract_article(page(prefix, tag), "https://bao.example/tin/thu-mon-1.html")
    lines = told.text.split("\n")
    for line in [LEAD, "Bước ngoặt từ thẻ đỏ", *LINES]:
        assert line in lines
    assert "Lịch thi đấu" not in told.text
    assert "Huấn luyện viên" not in told.text
    assert "Chuyên mục" not in told.text


def test_a_short_notice_beside_the_articles_of_others_stays_short() -> None:
    others = "".join(
        f"<article><h2><a href='/{n}'>Tin số {n} của ngày</a></h2><p><a href='/{n}'>{LINES[n]}</a></p></article>"
        for n in range(4)
    )
    notice = "Báo nghỉ ra số ngày mai và sẽ trở lại với bạn đọc vào sáng thứ hai tới đây."
    markup = (
        f'<html lang="vi"><head><title>Thông báo nghỉ lễ</title></head><body><main><h1>Thông báo nghỉ lễ</h1>'
        f"<p>{notice}</p></main><div>{others}</div></body></html>"
    )
    told = extract_article(markup, "https://bao.example/thong-bao.html")
    assert notice in told.text
    assert LINES[1] not in told.text
