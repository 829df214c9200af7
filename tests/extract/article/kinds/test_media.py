"""Pages whose article is a picture, a film or a frame."""

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article
from tuinews.model.article import Article
from tuinews.model.document import Embed, Figure, every_block

ADDRESS = "https://borough.example/city/2026/06/last-boat"
NAMES = ("Home", "City", "Culture", "Weather", "Letters", "Imprint")
MENU = "<ul>" + "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in NAMES) + "</ul>"
BANNER = '<a href="https://shop.example/"><img src="/b.png" width="728" height="90"></a>'
H1 = "<h1>The last boat leaves</h1>"


def article_of(body: str, head: str = "") -> Article:
    page = (
        f"<html><head><title>The last boat leaves - Borough Post</title>{head}</head><body><header>"
        f'<a href="/"><img src="/post.png" alt="Borough Post" width="200"></a><nav>{MENU}</nav></header>'
        f"{body}{BANNER}<footer>© 2026 Borough Post</footer></body></html>"
    )
    return extract_article(page, ADDRESS)


def shown(article: Article) -> list[str]:
    return [block.url for block in every_block(article.document.blocks) if isinstance(block, Figure | Embed)]


PICTURE = "https://borough.example/boat.jpg"
FILM = "https://www.youtube.com/embed/a1b2"
SHOWN = {
    "a picture": ('<img src="/boat.jpg" alt="">', PICTURE),
    "a picture that is a link to itself": ('<p><a href="/boat.jpg"><img src="/boat.jpg"></a></p>', PICTURE),
    "a picture that a script loads": ('<img data-src="/boat.jpg" src="data:image/gif;base64,R0">', PICTURE),
    "a picture behind others": ('<div style="background-image:url(/boat.jpg)"></div>', PICTURE),
    "a drawing": ('<figure><img src="/chart.svg"></figure>', "https://borough.example/chart.svg"),
    "a film": (f'<div><iframe src="{FILM}"></iframe></div>', FILM),
    "a film by its number": ('<lite-youtube videoid="a1b2"></lite-youtube>', FILM),
    "a film by its number, AMP": ('<amp-youtube data-videoid="a1b2"></amp-youtube>', FILM),
    "a film of a player": (f'<div class="rll-youtube-player" data-src="{FILM}"></div>', FILM),
    "a film of an old player": (f'<object><param name="movie" value="{FILM}"><embed src="{FILM}"></object>', FILM),
    "a film of its own": ('<video><source src="/boat.mp4">No film?</video>', "https://borough.example/boat.mp4"),
    "a film of another site": (
        '<iframe src="https://films.example/7" allowfullscreen></iframe>',
        "https://films.example/7",
    ),
    "a sound": ('<audio controls src="/boat.mp3"></audio>', "https://borough.example/boat.mp3"),
    "a document": (
        '<object data="/boat.pdf" type="application/pdf"></object>',
        "https://borough.example/boat.pdf",
    ),
    "a map": (
        '<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>',
        "https://www.google.com/maps/embed?pb=1",
    ),
}
PLACES = {
    "article": "<article>{}{}</article>",
    "main": "<main><div><header>{}</header></div><div>{}</div></main>",
    "nothing": "<div><div>{}</div><div class=c>{}</div></div>",
    "below a byline": "<article>{}<p>By Ada Reed</p><time>2 June 2026</time><div>{}</div></article>",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", SHOWN)
def test_what_a_page_shows_alone_is_its_article(kind: str, place: str) -> None:
    markup, address = SHOWN[kind]

    article = article_of(PLACES[place].format(H1, markup))

    assert shown(article) == [address]
    assert (article.title, article.text) == ("The last boat leaves", "")


def test_a_few_words_beside_a_picture_keep_it() -> None:
    article = article_of(
        f'<main>{H1}<p>2 June 2026</p><p><img src="/boat.jpg"></p><p>Fog over the landing.</p></main>'
    )

    assert shown(article) == [PICTURE]
    assert "Fog over the landing." in article.text


def test_a_caption_stays_with_its_picture_and_with_its_film() -> None:
    picture = article_of(
        f'<article>{H1}<figure><img src="/boat.jpg"><figcaption>Fog</figcaption></figure></article>'
    )
    film = article_of(
        f'<article>{H1}<figure><video src="/b.mp4"></video><figcaption>Fog</figcaption></figure></article>'
    )

    assert (picture.document.captions, picture.text) == (["Fog"], "")
    assert film.document.blocks == (Embed("https://borough.example/b.mp4", "Fog"),)


def test_the_pictures_of_a_classic_gallery_have_their_captions() -> None:
    items = "".join(
        f'<dl class="gallery-item"><dt class="icon"><a href="/g/{n}/"><img src="/{n}.jpg" width=150></a></dt>'
        f'<dd class="gallery-caption">Rope {n}</dd></dl>'
        for n in range(3)
    )

    assert article_of(f"<article>{H1}<div>{items}</div></article>").document.captions == [
        "Rope 0",
        "Rope 1",
        "Rope 2",
    ]


DECLARED = (
    '<script type="application/ld+json">{"@type":"VideoObject","name":"The last boat leaves",'
    '"embedUrl":"https://films.example/e/7","uploadDate":"2026-06-02T08:00:00+00:00"}</script>'
)


def test_a_film_that_is_only_declared_is_the_article() -> None:
    article = article_of(f"<article>{H1}<div id=player></div></article>", DECLARED)

    assert shown(article) == ["https://films.example/e/7"]
    assert article.published is not None
    assert article.published.stated == "2026-06-02T08:00+00:00"


def test_a_film_of_another_name_is_not() -> None:
    with pytest.raises(ExtractError):
        article_of(f"<article>{H1}</article>", DECLARED.replace("last boat", "first boat"))


@pytest.mark.parametrize(
    "beside",
    [
        '<aside><img src="/boat.jpg"></aside>',
        '<div class="author-box"><img src="/boat.jpg"></div>',
        '<div class="related"><iframe src="https://www.youtube.com/embed/x"></iframe></div>',
        '<ul><li><a href="/n/1"><img src="/boat.jpg">Another boat</a></li></ul>',
        '<figure><a href="/1"><img src="/b.jpg"></a><figcaption><a href="/1">Another</a></figcaption></figure>',
        '<iframe src="https://ads.example/track/1" allowfullscreen width="1" height="1"></iframe>',
    ],
)
def test_what_stands_beside_a_headline_is_no_article(beside: str) -> None:
    with pytest.raises(ExtractError):
        article_of(f"<main>{H1}{beside}</main>")


def test_a_page_of_frames_leads_to_them() -> None:
    frames = '<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html">{}</frameset>'
    bare = extract_article(f"<html><head><title>Boats</title></head>{frames.format('')}</html>", ADDRESS)
    said = "<noframes><body><p>The text of the boats is on another page.</p></body></noframes>"
    told = extract_article(f"<html><head><title>Boats</title></head>{frames.format(said)}</html>", ADDRESS)

    assert shown(bare) == [f"https://borough.example/city/2026/06/{name}.html" for name in ("menu", "main")]
    assert bare.title == "Boats"
    assert "The text of the boats is on another page." in told.text


def test_a_page_that_is_one_frame_leads_to_it() -> None:
    frame = '<iframe src="main.html" width="100%" height="100%"></iframe>'

    assert shown(extract_article(f"<title>Boats</title><body>{frame}</body>", ADDRESS)) == [
        "https://borough.example/city/2026/06/main.html"
    ]
