"""Who made a picture, without the word that says so."""

import pytest

from tuinews.extract.article.blocks.figures import clean_credit


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
