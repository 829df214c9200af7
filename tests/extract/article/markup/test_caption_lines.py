"""Captions in an element of sentences are lines of their own, and the paragraph behind them is text."""

import pytest

from tuinews.extract.article import extract_article

TEXTS = [
    f"The boat across the sound will run at night from October, number {n} of the crew said." for n in range(6)
]
CAPTION = "The old pier at low water"


@pytest.mark.parametrize("name", ["img_desc", "photo-caption", "image_description"])
@pytest.mark.parametrize("tag", ["em", "span", "small"])
def test_the_text_behind_a_caption_in_the_same_line_stays(tag: str, name: str) -> None:
    picture = f"<span class='end_photo'><img src='/a.jpg'><{tag} class='{name}'>{CAPTION}</{tag}></span>"
    body = picture + "<br><br>".join(TEXTS)
    page = f"<html><body><h1>A night boat for the islands</h1><div class='x'>{body}</div></body></html>"
    article = extract_article(page, "https://post.example/a")
    assert article.text.split("\n") == TEXTS
    assert article.document.captions == [CAPTION]


def test_an_element_called_so_without_a_picture_before_it_stays_in_its_sentence() -> None:
    body = f"<p>{TEXTS[0]} <span class='caption'>So it was said.</span> {TEXTS[1]}</p>" + "".join(
        f"<p>{text}</p>" for text in TEXTS[2:]
    )
    page = f"<html><body><h1>A night boat for the islands</h1><div>{body}</div></body></html>"
    assert extract_article(page).text.startswith(f"{TEXTS[0]} So it was said. {TEXTS[1]}")
