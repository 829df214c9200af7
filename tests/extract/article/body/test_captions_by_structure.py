"""Captions that only their place tells: under a picture in a table, above the text, in an element of their own."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article

TEXT = [
    f"<p>Buổi thứ {day}, các hộ trong làng cùng nhau nhào đất, dựng lò và hẹn nhau giữ lửa suốt mùa; người già "
    "chỉ cho lớp trẻ cách chọn đất, cách nghe tiếng lửa để biết mẻ gốm đã chín tới.</p>"
    for day in range(4, 9)
]
CAPTION = "Người thợ xếp gốm vào lò. Ảnh: Mai Chi"
PICTURE = '<img src="/lo-gom.jpg" width="600" height="400" alt="lo-gom.jpg">'


def article(inside: str = "", above: str = "") -> Article:
    page = (
        '<html lang="vi"><head><title>Làng gốm đỏ lửa</title></head><body><div><h1>Làng gốm đỏ lửa</h1>'
        f"{above}<div class='body'>{TEXT[0]}{TEXT[1]}{inside}{''.join(TEXT[2:])}</div></div></body></html>"
    )
    return extract_article(page, "https://bao.example/tin/lang-gom-1.html")


@pytest.mark.parametrize(
    "cell",
    [
        f"<td>{CAPTION}</td>",
        f"<td><p>{CAPTION}</p></td>",
        f"<td><div><p class='Image'><em>{CAPTION}</em></p></div></td>",
        f"<td class='pCaption caption'><p>{CAPTION}</p></td>",
    ],
)
@pytest.mark.parametrize("order", ["<tr><td>{0}</td></tr><tr>{1}</tr>", "<tr>{1}</tr><tr><td>{0}</td></tr>"])
def test_the_text_of_a_table_with_a_picture_alone_is_its_caption(cell: str, order: str) -> None:
    told = article(f"<table><tbody>{order.format(PICTURE, cell)}</tbody></table>")
    assert told.document.captions == [CAPTION]
    assert CAPTION not in told.text
    assert len(told.text.split("\n")) == len(TEXT)


def test_a_table_of_data_with_small_pictures_stays_text() -> None:
    rows = "".join(f"<tr><td>{PICTURE}</td><td>Lò số {n} đã đỏ lửa</td></tr>" for n in (1, 2, 3))
    told = article(f"<table>{rows}</table>")
    assert told.document.captions == []


def test_a_page_set_by_a_table_stays_text() -> None:
    long = "".join(TEXT)
    told = article(f"<table><tr><td>{PICTURE}</td></tr><tr><td>{long}</td></tr></table>")
    assert told.document.captions == []
    assert told.text.count("Buổi thứ 5") == 2


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>",
        f"<div id='headerimg'>{PICTURE}<div id='headercaption'>{CAPTION}</div></div>",
        f"<div class='media'>{PICTURE}<p class='img_chu_thich'>{CAPTION}</p></div>",
    ],
)
def test_the_picture_between_headline_and_text_is_the_first_of_the_article(figure: str) -> None:
    told = article(above=f"<p class='time'>05/03/2026 21:43</p>{figure}")
    assert told.document.captions == [CAPTION]
    assert told.document.figures[0] is told.document.blocks[0]


def test_the_portrait_of_the_author_above_the_text_is_no_picture_of_the_article() -> None:
    told = article(above=f"<figure>{PICTURE}<figcaption>By Jane Doe, 05/03/2026</figcaption></figure>")
    assert told.document.captions == []


def test_a_picture_above_that_the_text_shows_again_stands_there_once() -> None:
    figure = f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>"
    assert article(figure, above=figure).document.captions == [CAPTION]


@pytest.mark.parametrize(
    "caption",
    [
        "<figcaption><p>Người thợ xếp gốm</p><p class='PhotoCMS_Author'>ẢNH: MAI CHI</p></figcaption>",
        "<figcaption><p>Người thợ xếp gốm</p><p>Ảnh: Mai Chi</p></figcaption>",
        "<figcaption>Người thợ xếp gốm <span class='author'>(Ảnh: Mai Chi)</span></figcaption>",
    ],
)
def test_a_credit_in_an_element_of_its_own_is_no_part_of_the_caption(caption: str) -> None:
    (figure,) = article(f"<figure>{PICTURE}{caption}</figure>").document.figures
    assert article(f"<figure>{PICTURE}{caption}</figure>").document.captions == ["Người thợ xếp gốm"]
    assert (figure.credit or "").casefold() == "mai chi"


def test_a_credit_is_read_in_a_definition_list_too() -> None:
    inside = (
        f"<dl><dt>{PICTURE}</dt><dd class='image-caption'>Người thợ <span class='copyright'>(BS)</span></dd></dl>"
    )
    (figure,) = article(inside).document.figures
    assert (article(inside).document.captions, figure.credit) == (["Người thợ"], "BS")


def test_a_credit_in_the_line_of_the_caption_stays_in_it() -> None:
    inside = f"<figure>{PICTURE}<figcaption><p>Người thợ xếp gốm. <em>Ảnh: Mai Chi</em></p></figcaption></figure>"
    assert article(inside).document.captions == ["Người thợ xếp gốm. Ảnh: Mai Chi"]


@pytest.mark.parametrize("copy", [CAPTION, CAPTION.partition(". Ảnh")[0] + "."])
@pytest.mark.parametrize(
    "kind", ["<div class='screen'>{}</div>", "<p>{}</p>", "<div><div><span>{}</span></div></div>"]
)
def test_a_copy_of_a_caption_beside_it_is_no_text(copy: str, kind: str) -> None:
    caption = "<span>Người thợ xếp gốm vào lò.</span> <span>Ảnh: Mai Chi</span>"
    told = article(f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>{kind.format(copy)}")
    assert copy not in told.text
    assert told.document.captions == [CAPTION]
    assert len(told.text.split("\n")) == len(TEXT)


def test_a_sentence_that_begins_as_a_caption_does_stays() -> None:
    figure = f"<figure>{PICTURE}<figcaption>Người thợ xếp gốm vào lò.</figcaption></figure>"
    said = "Người thợ xếp gốm vào lò. Ba ngày sau, khi lửa đã tắt hẳn, họ mới mở cửa lò lấy mẻ gốm ra."
    assert said in article(f"{figure}<p>{said}</p>").text


@pytest.mark.parametrize(
    "box",
    [
        "<div class='img'>{0}<div><em>{1}</em></div></div>",
        "<div class='hinh-anh'>{0}<p>{1}</p></div>",
        "<p style='text-align: center'>{0}</p><p style='text-align: center'><em>{1}</em></p>",
        "<p align='center'>{0}</p><p align='center'><i>{1}</i></p>",
        "<center>{0}<br><i>{1}</i></center>",
        "<table class='layout'><tr><td class='image'>{0}<br><em>{1}</em></td></tr></table>",
    ],
)
def test_a_line_set_as_a_caption_below_a_picture_is_one(box: str) -> None:
    told = article(box.format(PICTURE, CAPTION))
    assert told.document.captions == [CAPTION]
    assert len(told.text.split("\n")) == len(TEXT)


@pytest.mark.parametrize(
    "below",
    [
        "<div class='text'>{0}<p><em>Lửa tắt thì nghề cũng tắt, ông nói.</em></p><p>Cả làng im lặng.</p></div>",
        "<p>{0}</p><p>Lửa tắt thì nghề cũng tắt, ông nói.</p>",
        "<p style='text-align:center'>{0}</p><p style='text-align:center'>Lửa tắt thì nghề cũng tắt, ông nói.</p>",
    ],
)
def test_a_paragraph_after_a_picture_stays_text(below: str) -> None:
    assert "Lửa tắt thì nghề cũng tắt" in article(below.format(PICTURE)).text


def test_a_heading_in_a_caption_is_no_heading_of_the_text() -> None:
    told = article(f"<figure>{PICTURE}<figcaption><h2>{CAPTION}</h2></figcaption></figure>")
    assert told.document.captions == [CAPTION]
    assert CAPTION not in told.text


@pytest.mark.parametrize("label", ["Image caption, ", "Chụp lại hình ảnh, ", "Légende image : "])
def test_a_word_for_screen_readers_is_no_part_of_a_caption(label: str) -> None:
    told = article(f"<figure>{PICTURE}<figcaption><span>{label}</span><p>{CAPTION}</p></figcaption></figure>")
    assert told.document.captions == [CAPTION]
    told = article(f"<figure><span>Image</span>{PICTURE}<figcaption>{label}{CAPTION}</figcaption></figure>")
    assert told.document.captions == [CAPTION]


def test_a_figure_with_nothing_but_a_word_for_screen_readers_has_no_caption() -> None:
    assert article(f"<figure><span>Image</span>{PICTURE}</figure>").document.captions == []


@pytest.mark.parametrize(
    "inside",
    [
        f"<div><img src='/a.jpg'><blockquote class='image-field-caption'><p>{CAPTION}</p></blockquote></div>",
        f"<div><img src='/a.jpg'><span class='img_descr'>{CAPTION}</span></div>",
        f"<div><img src='/a.jpg'><p class='featured-image-caption'>{CAPTION}</p></div>",
    ],
)
def test_a_caption_by_its_name_in_other_programs(inside: str) -> None:
    told = article(inside)
    assert CAPTION.partition(" Ảnh")[0] in told.document.captions[0]
    assert CAPTION not in told.text


def test_a_line_of_ideographs_under_a_picture_in_the_middle_is_its_caption() -> None:
    text = [
        f"<p>横渡海峡的渡轮从十月起将在夜间开行，岛上居民第{n}次等到了这一天，码头上灯火通明。</p>"
        for n in range(5)
    ]
    picture = "<p class='f_center'><img src='/a.jpg'><br>退潮时的旧码头<br></p>"
    page = f"<html><body><h1>夜间渡轮十月开行</h1><div>{text[0]}{picture}{''.join(text[1:])}</div></body></html>"
    told = extract_article(page, "https://bao.example/a")
    assert told.document.captions == ["退潮时的旧码头"]
    assert "退潮时的旧码头" not in told.text


def test_the_picture_of_an_amp_page_has_its_caption_and_the_credit_in_it() -> None:
    picture = '<amp-img src="/lo.jpg" width="600" height="400" layout="responsive" alt=""></amp-img>'
    told = article(
        above=f'<figure class="amp-wp-picture">{picture}<p class="wp-caption-text">{CAPTION}</p></figure>'
    )
    assert [(figure.url, figure.credit) for figure in told.document.figures] == [
        ("https://bao.example/lo.jpg", "Mai Chi")
    ]
    assert told.document.captions == [CAPTION]


def test_a_credit_in_a_box_below_the_box_of_a_caption_is_that_of_the_picture() -> None:
    box = (
        "<div class='Photo_Caption'><p>Người thợ xếp gốm vào lò</p></div><div class='By'><p>ẢNH: MAI CHI</p></div>"
    )
    told = article(f"<div class='alignCenter' type='Photo'><div>{PICTURE}</div>{box}</div>")
    assert [figure.credit for figure in told.document.figures] == ["MAI CHI"]
    assert "MAI CHI" not in told.text


def test_the_words_of_a_figure_that_shows_nothing_are_no_caption_of_the_picture_above() -> None:
    box = "<figure><p>Bỏ qua thư của tòa soạn</p><p>Sau thư của tòa soạn</p></figure>"
    told = article(f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>{box}")
    assert told.document.captions == [CAPTION]


def test_a_piece_of_a_caption_that_names_who_made_the_picture_is_the_credit() -> None:
    pieces = "<figcaption><span>Người thợ xếp gốm vào lò</span><span>Ảnh: Mai Chi</span></figcaption>"
    told = article(f"<figure>{PICTURE}{pieces}</figure>")
    assert told.document.captions == ["Người thợ xếp gốm vào lò"]
    assert [figure.credit for figure in told.document.figures] == ["Mai Chi"]


@pytest.mark.parametrize(
    "caption", ["الخزان في شهر أغسطس الماضي (أ ف ب)", "Baraj gölü ağustos ayında. (Fotoğraf: AA)"]
)
def test_whose_a_picture_is_stands_in_brackets_in_its_box(caption: str) -> None:
    told = article(f'<div class="im">{PICTURE}<span class="tx">{caption}</span></div>')
    assert caption not in told.text
