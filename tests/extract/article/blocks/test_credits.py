"""Who made a picture, without the word that says so."""

import pytest

from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.extract.article.blocks.credits import clean_credit, credit_within


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ảnh: Minh An", "Minh An"),
        ("Photo by Jane Roe", "Jane Roe"),
        ("Photograph: Jane Roe/Agency", "Jane Roe/Agency"),
        ("Photo credit: Jane Roe", "Jane Roe"),
        ("(Foto: Karl Zimt)", "Karl Zimt"),
        ("Bild: Karl Zimt", "Karl Zimt"),
        ("Crédit photo : Jeanne Morvan", "Jeanne Morvan"),
        ("写真：山田", "山田"),
        ("사진=김한강", "김한강"),
        ("Фото: Анна Лунёва", "Анна Лунёва"),
        ("© Coast Post", "Coast Post"),
        ("Image: Photo: twice", "Photo: twice"),
        ("Photographer Bob", "Photographer Bob"),
        ("Ảnh:", "Ảnh:"),
    ],
)
def test_the_word_before_a_name_is_taken_off_once(printed: str, name: str) -> None:
    assert clean_credit(printed) == name


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Guồng nước được kéo thử hôm 5/3. Ảnh: Minh Đạt", "Minh Đạt"),
        ("Guồng nước được kéo thử hôm 5/3 - Ảnh: MINH ĐẠT", "MINH ĐẠT"),
        ("Guồng nước được kéo thử hôm 5/3 (Ảnh: Minh Đạt/Báo Mẫu).", "Minh Đạt/Báo Mẫu"),
        ("Guồng nước chạy thử Ảnh: Nhân vật cung cấp", "Nhân vật cung cấp"),
        ("The wheel last week. Photo: Jo Roe / Agency", "Jo Roe / Agency"),
        ("The wheel last week. Photograph by J. K. Roe.", "J. K. Roe"),
        ("The wheel last week. (c) Jo Roe", "Jo Roe"),
        ("The wheel last week © Jo Roe/Agency", "Jo Roe/Agency"),
        ("The wheel last week.Credit...Jo Roe for The Post", "Jo Roe for The Post"),
        ("La ruota (foto Mauro Redi)", "Mauro Redi"),
        ("Roda parada em Vale de Baixo — Foto: Mauro Reis", "Mauro Reis"),
        ("Das Rad am Donnerstag, Foto: Max Ried/dpa", "Max Ried/dpa"),
        ("Колесо на берегу. Фото: Михаил Ридов", "Михаил Ридов"),
        ("水轮试转。李木 摄", "李木"),
        ("回り始めた水車＝低谷村、写真：森レイ", "森レイ"),
        ("הגלגל ביום חמישי (צילום: מו ריד)", "מו ריד"),
        ("Abel Rudd in 1953. Photograph: family archive", "family archive"),
        ("Guồng nước ngày cũ. Ảnh: sưu tầm", "sưu tầm"),
        ("The wheel last week.", ""),
        ("In this image: the wheel turns again", ""),
        ("The sources: three springs on the moor above", ""),
        ("Photo: The wheel turned for a minute. Nobody spoke a word.", ""),
        ("Bức ảnh: kỷ vật duy nhất của gia đình bà", ""),
        ("", ""),
    ],
)
def test_a_credit_at_the_end_of_a_caption_is_known(caption: str, name: str) -> None:
    assert credit_within(caption) == name


def test_pictures_of_a_program_that_makes_them_smaller_are_those_of_its_query() -> None:
    names = ("wheel.jpg&w=640", "gate.jpg&w=640", "gate.jpg&w=1200")
    html = "".join(f'<p>One.</p><img src="/_next/image?url=%2Fp%2F{name}" width="640">' for name in names)
    urls = [figure.url for figure in document_from_html(html, "https://x.example/").figures]
    assert urls == [f"https://x.example/_next/image?url=%2Fp%2F{name}" for name in names[:2]]
