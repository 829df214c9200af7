"""Frames that show something are linked; those that ask something of the reader, or advertise, are not."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.blocks.figures import embed_of

BASE = "https://paper.example/2026/mill"


def _is_kept(frame: str) -> bool:
    node = LexborHTMLParser(f"<body>{frame}").css_first("iframe")
    assert node is not None
    return embed_of(node, BASE) is not None


@pytest.mark.parametrize(
    "address",
    [
        "https://films.example/embed/4711",
        "https://cdn.films.example/player/index.html?id=4711",
        "https://sounds.example/podcasts/the-form-of-water",
        "https://www.youtube.com/embed/abc?rel=0",
        "https://share.sounds.example/player/9",
        "/interactive/mill-map.html",
        "https://www.facebook.com/plugins/video.php?href=x",
        "https://films.example/embed/how-to-follow-the-river",
    ],
)
def test_what_shows_something_is_kept(address: str) -> None:
    assert _is_kept(f'<iframe src="{address}" width=640 height=360 allowfullscreen></iframe>')


@pytest.mark.parametrize(
    "address",
    [
        "https://letters.example/embed/newsletter",
        "https://mill.letters.example/embed/signup?source=paper",
        "https://docs.example/forms/d/e/1/viewform?embedded=true",
        "https://consent.example/embed/player.html",
        "https://cmp.paper.example/embed/",
        "https://disqus.com/embed/comments/?base=default",
        "/comments/embed/4711",
        "https://www.facebook.com/plugins/comments.php?href=x",
        "https://www.facebook.com/plugins/like.php?href=x",
        "https://www.youtube.com/subscribe_embed?channel=x",
        "https://www.google.com/recaptcha/api2/anchor",
        "https://tpc.googlesyndication.com/safeframe/1/html/container.html",
        "https://paper.example/login/embed",
    ],
)
def test_what_asks_something_or_advertises_is_not(address: str) -> None:
    assert not _is_kept(f'<iframe src="{address}" width=640 height=360 allowfullscreen></iframe>')


@pytest.mark.parametrize("named", ['class="newsletter-frame"', 'id="related-videos"', 'name="sponsored"'])
def test_a_frame_whose_name_stands_beside_a_text_is_not(named: str) -> None:
    assert not _is_kept(f'<iframe src="https://films.example/embed/4711" {named}></iframe>')
