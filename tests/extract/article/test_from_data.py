"""Pages that show less of their article than their data has, and pages that show it."""

import json
import time
from collections.abc import Callable

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.article import extract_article
from tuinews.model.article import Article, PageKind

TITLE = "Salt works of Torrevela open again"
URL = "https://meridian.example/economy/salt-works-of-torrevela-open-again"
PARAGRAPHS = (
    "The salt works of Torrevela opened again on Monday after a winter in which the sea broke their dam twice.",
    "Forty people work there now, half as many as ten years ago, and most of them are older than fifty.",
    "“Nobody learns this trade any more,” says Amparo Roig, who has led the works since her father died.",
    "A kilo of the coarse salt costs four euros in the shop by the gate; in the capital it is sold for eleven.",
    "The province pays for a new dam, which is to be ready in two years, and wants the birds to be left in peace.",
    "Flamingos came back in March. Ornithologists counted three hundred of them, more than in any spring before.",
)
OTHER = "The football club has sold its goalkeeper to the neighbours, who paid less than had been expected. " * 20
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
LINKS = "".join(
    f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("news", "economy", "sport", "culture")
)
MENU = f"<header><a href='/'>The Meridian</a><ul class=menu>{LINKS}</ul></header>"
FOOTER = f"<div class=footer><ul>{LINKS}</ul><p>© 2025 The Meridian. All rights reserved.</p></div>"
HEAD = f'<title>{TITLE} | The Meridian</title><meta property="og:site_name" content="The Meridian">'


def state(**more: object) -> str:
    article = {"headline": TITLE, "slug": URL.rsplit("/", 1)[1], "contentHtml": HTML, **more}
    return f"<script>window.__STATE__ = {json.dumps({'page': {'article': article}, 'more': OTHER[:99]})};</script>"


def read(body: str, data: str, head: str = HEAD) -> Article:
    return extract_article(f"<html lang=en><head>{head}</head><body>{MENU}{body}{FOOTER}{data}</body></html>", URL)


SHOWN_LESS = {
    "a shell": "<div id=app></div>",
    "a shell that loads": "<div id=app><p>Loading…</p></div>",
    "a shell without scripts": "<div id=app></div><noscript>You need to enable JavaScript.</noscript>",
    "a paywall": f"<main><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    "<div class=gate><p>Subscribers read on. Sign in, or try it for a month.</p></div></article></main>",
    "a beginning that is faded out": f"<main><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    f"<p>{PARAGRAPHS[2][:60]}…</p></main>",
}


@pytest.mark.parametrize("shown", SHOWN_LESS)
def test_a_page_that_shows_less_has_its_text_from_its_data(shown: str) -> None:
    article = read(SHOWN_LESS[shown], state())
    assert tuple(article.text.split("\n")) == PARAGRAPHS
    assert article.title == TITLE


def test_a_page_that_shows_its_text_stays_as_it_is() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:5])
    article = read(f"<main><article><h1>{TITLE}</h1>{shown}</article></main>", state())
    assert tuple(article.text.split("\n")) == PARAGRAPHS[:5]


def test_another_article_in_the_data_is_not_taken() -> None:
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:3])
    data = json.dumps(
        {"next": {"headline": "Goalkeeper sold", "slug": "goalkeeper", "contentHtml": f"<p>{OTHER}</p>"}}
    )
    article = read(f"<main><h1>{TITLE}</h1>{shown}</main>", f'<script type="application/json">{data}</script>')
    assert tuple(article.text.split("\n")) == PARAGRAPHS[:3]


def test_a_gallery_that_shows_its_captions_alone_has_its_text_from_its_data() -> None:
    captions = [
        f"Workers rake the salt of pan number {n} by hand, as they did a century ago." for n in range(1, 7)
    ]
    pictures = "".join(
        f'<li class=slide><img src="/{n}.jpg"><p>{text}</p></li>' for n, text in enumerate(captions)
    )
    article = read(
        f"<main><h1>{TITLE}</h1><ul class=gallery>{pictures}</ul></main>",
        state(contentHtml=HTML * 1, images=[{"src": f"/{n}.jpg", "caption": c} for n, c in enumerate(captions)]),
    )
    assert article.text.split("\n")[: len(PARAGRAPHS)] == list(PARAGRAPHS)


SLIDES = [f"Workers rake the salt of pan number {n} by hand, as they did a century ago." for n in range(1, 7)]
PICTURES = [{"url": f"/{n}.jpg", "caption": said, "credit": "Amparo Roig"} for n, said in enumerate(SLIDES)]
TEASERS = [{"url": f"/news/{n}", "title": said, "description": said} for n, said in enumerate(SLIDES)]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (state(contentHtml="", gallery={"images": PICTURES}), SLIDES),
        (state(contentHtml="", related=PICTURES), []),
        (state(contentHtml="", list=TEASERS), []),
        (
            '<script type="application/ld+json">'
            + json.dumps({"@type": "ImageGallery", "headline": TITLE, "image": PICTURES})
            + "</script>",
            SLIDES,
        ),
    ],
)
def test_a_gallery_of_which_a_script_shows_one_picture_has_them_all(data: str, found: list[str]) -> None:
    article = read(f"<main><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><div><img src='/0.jpg'></div></main>", data)
    assert article.document.captions == found
    assert {figure.credit for figure in article.document.figures} - {None} == ({"Amparo Roig"} if found else set())
    assert (article.page_kind is PageKind.GALLERY) is bool(found)


@pytest.mark.parametrize(
    ("sapo", "lead"),
    [
        ("A winter broke their dam twice, and forty people went on.", True),
        (PARAGRAPHS[0][:70], False),
        ("A winter broke their dam twice, and forty people…", False),
    ],
)
def test_the_lead_that_data_says_apart_from_the_text_is_the_lead(sapo: str, lead: bool) -> None:
    article = read("<div id=app></div>", state(sapo=sapo))
    assert article.lead == (sapo if lead else None)


def test_the_captions_of_the_markup_in_the_data_are_captions() -> None:
    figure = '<figure><img src="/pan.jpg"><figcaption>Salt dries in the sun</figcaption></figure>'
    article = read("<div id=app></div>", state(contentHtml=HTML[:200] + "</p>" + figure + HTML[200:]))
    assert article.document.captions == ["Salt dries in the sun"]
    assert "Salt dries" not in article.text


def test_title_author_and_date_are_told_by_the_data_where_the_page_says_none() -> None:
    data = state(byline=[{"name": "Núria Ferrer"}], publishedAt="2025-03-17T09:30:00+01:00")
    article = read("<div id=app></div>", data, head="<title>The Meridian</title>")
    assert article.title == TITLE
    assert article.authors == ("Núria Ferrer",)
    assert article.published is not None
    assert article.published.latest.isoformat() == "2025-03-17T09:30:00+01:00"


def test_a_page_that_shows_its_text_is_signed_and_dated_by_its_data_where_it_says_neither() -> None:
    data = state(byline=[{"name": "Núria Ferrer"}], publishedAt="2025-03-17T09:30:00+01:00")
    article = read(f"<main><article><h1>{TITLE}</h1>{HTML}</article></main>", data)
    assert tuple(article.text.split("\n")) == PARAGRAPHS
    assert article.authors == ("Núria Ferrer",)
    assert article.published is not None
    assert article.published.latest.isoformat() == "2025-03-17T09:30:00+01:00"


def test_what_the_page_declares_is_believed_before_its_data() -> None:
    declared = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": {"@type": "Person", "name": "Pau Segura"},
        "datePublished": "2025-03-16T08:00:00+01:00",
    }
    head = HEAD + f'<script type="application/ld+json">{json.dumps(declared)}</script>'
    article = read("<div id=app></div>", state(byline="Núria Ferrer", publishedAt="2025-03-17T09:30:00Z"), head)
    assert article.authors == ("Pau Segura",)
    assert article.published is not None
    assert article.published.latest.isoformat() == "2025-03-16T08:00:00+01:00"
    assert tuple(article.text.split("\n")) == PARAGRAPHS


def test_the_article_body_of_json_ld_is_read_with_its_markup() -> None:
    body = HTML.replace("<p>Forty", "<h2>The people</h2><p>Forty")
    declared = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    article = read("<div></div>", f'<script type="application/ld+json">{json.dumps(declared)}</script>')
    assert article.text.split("\n") == [PARAGRAPHS[0], "The people", *PARAGRAPHS[1:]]


def test_paragraphs_that_met_without_a_blank_are_set_apart() -> None:
    declared = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "".join(PARAGRAPHS)}
    article = read("<div></div>", f'<script type="application/ld+json">{json.dumps(declared)}</script>')
    assert tuple(article.text.split("\n")) == PARAGRAPHS


def test_the_picture_that_a_shell_shows_stands_above_the_text_of_its_data() -> None:
    shown = (
        f"<main><h1>{TITLE}</h1><figure><img src='/top.jpg'><figcaption>The works at dusk</figcaption></figure>"
        f"<p>{PARAGRAPHS[0]}</p></main>"
    )
    article = read(shown, state())
    assert tuple(article.text.split("\n")) == PARAGRAPHS
    assert article.document.captions == ["The works at dusk"]


HOSTILE: dict[str, Callable[[], str]] = {
    "deep": lambda: '<script type="application/json">' + '{"a":[' * 5000 + "1" + "]}" * 5000 + "</script>",
    "unclosed": lambda: "<script>window.__X__ = " + '{"a":' * 20_000 + "</script>",
    "literal": lambda: "<script>window.__X__ = " + "{a:[" * 50_000 + "</script>",
    "starts": lambda: "<script>" + "x={a:1,b:" * 60_000 + "</script>",
    "escapes": lambda: '<script>var s = "' + "\\" * 400_001 + "</script>",
    "values": lambda: (
        '<script type="application/json">'
        + json.dumps([[n, str(n), {"k": [n]}] for n in range(250_000)])
        + "</script>"
    ),
    "signs": lambda: '<script type="application/json">' + json.dumps({"t": "a<b " * 500_000}) + "</script>",
    "tags": lambda: '<script type="application/json">' + json.dumps({"t": "<p" * 500_000}) + "</script>",
    "links": lambda: '<script type="application/json">' + json.dumps({"t": "[x](" * 300_000}) + "</script>",
    "members": lambda: (
        '<script type="application/json">'
        + json.dumps([{"a": 1}] * 9 + [{"b": n} for n in range(9)] * 9000)
        + "</script>"
    ),
    "rows": lambda: (
        '<script>self.__next_f.push([1,"1:Tffffffff,abc"])</script>'
        + "<script>self.__next_f.push([1,'x'])</script>" * 3000
    ),
}
"""Made when they are used: some are megabytes, and every process that collects tests would make them all."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_data_ends_in_time(name: str) -> None:
    data = HOSTILE[name]()
    begin = time.process_time()
    try:
        text = extract_article(f"<body><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{data}</body>", URL).text
    except ExtractError:
        text = ""
    assert time.process_time() - begin < 2
    assert len(text) < 5_000_000
