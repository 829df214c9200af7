"""The picture of a card, wherever the theme keeps it until it is shown."""

import pytest

from tuinews.extract.listing import extract_listing

from .stories import SITE, Story, page_of

BLANK = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP"


def card(picture: str, story: Story) -> str:
    picture = picture.replace("NAME", f"/img/{story.number}.jpg")
    return f'<article>{picture}<h3><a href="{story.path}">{story.title}</a></h3><p>{story.summary}</p></article>'


@pytest.mark.parametrize(
    "picture",
    [
        "<img src='NAME'>",
        f"<img src='{BLANK}' data-src='NAME'>",
        "<img src='/theme/placeholder.png' data-lazy='NAME'>",
        "<img src='/blank.gif' data-srcset='/s.jpg 300w, NAME 900w'>",
        f"<span><img src='{BLANK}'><noscript><img src='NAME'></noscript></span>",
        "<picture><source srcset='/s.webp 1x'><img src='NAME'></picture>",
        "<picture><source srcset='/s.jpg 300w, NAME 600w'></picture>",
        "<div style='background-image: url(\"NAME\")'></div>",
        "<span class='thumb' data-img-url='NAME'></span>",
        "<div data-bg='NAME'></div>",
        "<amp-img src='NAME'></amp-img>",
        "<span class='author'><img class='avatar' src='/people/1.jpg'></span><img src='NAME'>",
        "<img src='/icons/star.png' width='16' height='16'><img src='NAME'>",
    ],
)
def test_the_picture_of_a_card(picture: str) -> None:
    entries = extract_listing(page_of(lambda story: card(picture, story), "en"), f"{SITE}/world/").entries
    assert [entry.image for entry in entries] == [f"{SITE}/img/{number}.jpg" for number in range(6)]


@pytest.mark.parametrize(
    "picture", ["", "<img class='avatar' src='/1.jpg'>", f"<img src='{BLANK}'>", "<img src='/1.gif' width='1'>"]
)
def test_a_card_without_a_picture_has_none(picture: str) -> None:
    entries = extract_listing(page_of(lambda story: card(picture, story), "vi"), f"{SITE}/world/").entries
    assert [entry.image for entry in entries] == [None] * 6
