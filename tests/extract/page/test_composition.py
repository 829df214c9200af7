"""Decomposed letters of a page become whole ones, and its addresses stay as they are."""

import unicodedata

import pytest

from tuinews.extract.page.composition import composed as composed_of

WORDS = "Làng gốm bên sông đỏ lửa, người già chỉ cho lớp trẻ"
APART = unicodedata.normalize("NFD", WORDS)


def composed(html: str) -> str:
    return composed_of(html, html.encode())


def test_a_mark_in_every_place_is_joined() -> None:
    assert composed(f'a < b {APART}<p>{APART}<i title="{APART}">{APART}') == (
        f'a < b {WORDS}<p>{WORDS}<i title="{WORDS}">{WORDS}'
    )


def test_letters_are_joined() -> None:
    assert composed(f"<p title='{APART}'>{APART}</p>") == f"<p title='{WORDS}'>{WORDS}</p>"


@pytest.mark.parametrize("attribute", ["href", "src", "content"])
def test_an_address_stays_as_it_is(attribute: str) -> None:
    address = f'<a {attribute}="https://bao.example/{APART}.html">'
    assert composed(f"{address}{APART}</a>") == f"{address}{WORDS}</a>"


@pytest.mark.parametrize("page", ["<p>plain</p>", f"<p>{WORDS}</p>", "<p>שָׁלוֹם</p>"])
def test_other_pages_are_the_same(page: str) -> None:
    assert composed(page) is page
