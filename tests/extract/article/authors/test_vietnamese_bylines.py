"""Bylines as Vietnamese papers set them: at the foot, with what was done, without a name, beside the paper's."""

import json

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.authors.not_authors import is_no_author, is_sentence
from tuinews.extract.article.authors.persons import byline_of
from tuinews.model.article import Article

TITLE = "Làng gốm bên sông tìm lại nghề cũ"
LEAD = '<p class="sapo">Sau mười năm tắt lửa, bảy lò gốm ở làng ven sông đã đỏ lửa trở lại từ đầu tháng ba.</p>'
TEXT = "".join(
    f"<p>Ngày thứ {day}, các hộ trong làng cùng nhau nhào đất, dựng lò và hẹn nhau giữ lửa suốt mùa khô; người "
    "già chỉ cho lớp trẻ cách chọn đất, cách nghe tiếng lửa để biết mẻ gốm đã chín tới.</p>"
    for day in range(4, 9)
)
PAPER = "Báo điện tử Bến Sông"


def article(
    *,
    top: str = "",
    foot: str = "",
    told: object = None,
    below: str = "",
    site: str = "",
    address: str = "https://bao.example/tin/lang-gom-1.html",
) -> Article:
    data = {"@type": "NewsArticle", "headline": TITLE, "author": told}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if told else ""
    page = (
        f'<html lang="vi"><head><title>{TITLE}</title><meta property="og:site_name" content="{site}">{script}'
        f"</head><body><article><h1>{TITLE}</h1>"
        f"{top}{LEAD}<div>{TEXT}{foot}</div>{below}</article></body></html>"
    )
    return extract_article(page, address)


@pytest.mark.parametrize(
    "told",
    [
        {"@type": "Organization", "name": PAPER.upper()},
        {"@type": "Person", "name": "bensong.vn"},
        {"@type": "Person", "name": "VCCorp.vn"},
        "Tạp chí Bến Sông",
        "4471020",
        "Theo ",
    ],
)
def test_no_paper_number_or_label_is_an_author(told: object) -> None:
    assert article(told=told).authors == ()
    signed = article(told=told, below='<div class="post-footer"><p class="author">Lò Văn Pá</p></div>')
    assert signed.authors == ("Lò Văn Pá",)


@pytest.mark.parametrize(
    ("site", "address"),
    [
        (PAPER, "https://bao.example/tin/1.html"),
        ("Tạp chí Bến Sông", "https://bao.example/tin/1.html"),
        ("", "https://bensong.vn/tin/1.html"),
        ("", "https://m.bensong.com.vn/tin/1.html"),
    ],
)
def test_the_page_tells_its_papers_name_which_is_no_author(site: str, address: str) -> None:
    told = {"@type": "Person", "name": "Bến Sông"}
    signature = '<p style="text-align: right"><b>Lò Văn Pá - Bến Sông</b></p>'
    assert article(told=told, site=site, address=address).authors == ()
    assert article(told=told, site=site, address=address, foot=signature).authors == ("Lò Văn Pá",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo Ủy ban xã, cả làng hiện có 42 lò còn giữ được.",
        "Theo ông Pá thì mỗi mẻ gốm phải nung đủ ba ngày đêm.",
        "Bài học của làng gốm là giữ được người thợ trẻ.",
        "Tin liên quan",
    ],
)
def test_a_sentence_names_no_author_and_stays_in_the_text(sentence: str) -> None:
    told = article(foot=f"<p>{sentence}</p>")
    assert told.authors == ()
    assert sentence in told.text.split("\n")


@pytest.mark.parametrize("folder", ["tac-gia", "nguoi-dung", "but-danh"])
def test_links_to_pages_of_authors_name_them(folder: str) -> None:
    links = f'<a href="/{folder}/lo-van-pa-1.html">LÒ VĂN PÁ</a> - <a href="/{folder}/mai-chi-2.html">MAI CHI</a>'
    told = {"@type": "Person", "name": PAPER}
    assert article(told=told, below=f'<div class="article__author">{links}</div>').authors == (
        "LÒ VĂN PÁ",
        "MAI CHI",
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Giang Nam - Hoàng Phúc", ("Giang Nam", "Hoàng Phúc")),
        ("Mai Chi – Lò Văn Pá – Đỗ Lam", ("Mai Chi", "Lò Văn Pá", "Đỗ Lam")),
        ("Mai Chi - Hà Nội", ("Mai Chi",)),
        ("Lò Văn Pá - TTXVN", ("Lò Văn Pá",)),
        ("Lò Văn Pá/VOV-Tây Bắc", ("Lò Văn Pá",)),
        ("José García - María López", ("José García",)),
        ("Jonas Berg For Harbour Mail Online", ("Jonas Berg",)),
        ("Stellan H.Ambrosius", ("Stellan H. Ambrosius",)),
        ("Jonas Berg. Publié le 14 avril 2025", ("Jonas Berg",)),
    ],
)
def test_a_dash_stands_between_two_persons_or_before_a_place(text: str, names: tuple[str, ...]) -> None:
    assert byline_of(text).persons == names


def test_a_second_surname_behind_a_dash_belongs_to_the_name_that_links_to_an_author() -> None:
    top = '<div class="author"><a href="/autor/k">Halina Wrona - Sowa</a></div>'
    assert article(top=top).authors == ("Halina Wrona - Sowa",)
    assert article(top=top.replace("Sowa", "Reuters")).authors == ("Halina Wrona",)


def test_authors_who_are_only_announced_are_taken_from_the_list_behind() -> None:
    top = (
        '<div class="author-info"><a class="name">Mai Chi</a><span> và 2 tác giả khác</span></div>'
        '<div><div class="author-name">Mai Chi</div><div class="author-name">Đỗ Lam</div>'
        '<div class="author-name">Lò Văn Pá</div></div>'
    )
    assert article(top=top).authors == ("Mai Chi", "Đỗ Lam", "Lò Văn Pá")


@pytest.mark.parametrize(
    ("signature", "names"),
    [
        ("<em>Tin, ảnh: </em><strong>Lò Văn Pá</strong>", ("Lò Văn Pá",)),
        ("Bài và ảnh: Lò Văn Pá", ("Lò Văn Pá",)),
        ("<b>BÀI, ẢNH: MAI CHI</b>", ("MAI CHI",)),
        ("<strong>Mai Chi - Đỗ Lam</strong>", ("Mai Chi", "Đỗ Lam")),
        ("<strong>Mai Chi (tổng hợp)</strong>", ("Mai Chi",)),
        ("<strong>B.T</strong>", ("B.T",)),
        ("<strong>Nhóm phóng viên</strong>", ("Nhóm phóng viên",)),
        ("<strong>PV (tổng hợp)</strong>", ("PV",)),
    ],
)
@pytest.mark.parametrize(
    "behind", ["", "<p>Mời bạn đọc theo dõi trang của báo để nhận tin mới nhất mỗi ngày.</p>"]
)
def test_a_signature_is_the_author_and_no_text(signature: str, names: tuple[str, ...], behind: str) -> None:
    told = article(foot=f'<p style="text-align: right">{signature}</p>{behind}')
    assert told.authors == names
    assert len(told.text.split("\n")) == 6, told.text
    assert told.text.endswith("chín tới.")


def test_a_team_that_signs_above_the_text_is_its_author() -> None:
    told = article(top='<p class="author">Nhóm PV</p>')
    assert told.authors == ("Nhóm PV",)
    assert "Nhóm PV" not in told.text


@pytest.mark.parametrize(
    ("name", "none"),
    [
        ("Báo Bến Sông", True),
        ("Đài Truyền hình tỉnh", True),
        ("CC BY-SA 4.0", True),
        ("Trang Anh", False),
        ("Bảo Kỳ", False),
        ("Tòa soạn", True),
        ("Byron Smith", False),
    ],
)
def test_what_is_never_an_author(name: str, none: bool) -> None:
    assert is_no_author(name) is none


def test_a_reprint_is_no_sentence() -> None:
    assert not is_sentence("Theo Tạp chí Bến Sông và Biển")
    assert not is_sentence("Theo Mai Chi (báo Bến Sông)")


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        ("Văn Pá", "Lò", "Lò Văn Pá"),
        ("Jonas", "Berg", "Jonas Berg"),
        ("Tim", "Long", "Tim Long"),
        ("花子", "山田", "山田花子"),
    ],
)
def test_the_parts_of_a_name_stand_in_the_order_of_its_language(given: str, family: str, name: str) -> None:
    assert article(told={"@type": "Person", "givenName": given, "familyName": family}).authors == (name,)


def test_a_reader_who_comments_is_no_author() -> None:
    comment = "<div class='box-comment'><h3>Bình luận (1)</h3><div><b>Mai Chi</b><p>Đẹp quá.</p></div></div>"
    assert article(below=comment).authors == ()


@pytest.mark.parametrize("name", ["NaN", "undefined", "著者", "記者"])
def test_no_label_of_a_program_or_another_language_is_an_author(name: str) -> None:
    assert is_no_author(name)
