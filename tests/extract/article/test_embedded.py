"""When the text in a page's data is the article: where its elements have next to none."""

import json

import pytest

from tuinews.extract.article import extract_article

SENTENCE = "The harbour reopened on Monday morning, and the first ferry left at six with forty passengers. "


def article(own: int, hidden: int) -> str:
    """The text of a page with so many letters of its own and in its data."""
    body = ("Hidden words of the article stand here in the data of the page. " * 40)[: hidden - 1] + "."
    data = json.dumps({"@type": "NewsArticle", "articleBody": body})
    text = (SENTENCE * 10)[: own - 1] + "."
    page = (
        f'<html lang="en"><head><script type="application/ld+json">{data}</script></head><body><article>'
        f"<h1>Harbour reopens</h1><p>{text}</p></article></body></html>"
    )
    return extract_article(page, "https://coast.example/news/harbour").text


@pytest.mark.parametrize(
    ("own", "hidden", "is_hidden"), [(200, 900, True), (300, 900, False), (200, 450, False), (200, 600, True)]
)
def test_a_page_with_next_to_no_text_has_it_in_its_data(own: int, hidden: int, is_hidden: bool) -> None:
    assert article(own, hidden).startswith("Hidden") is is_hidden
