"""Galleries, poems, recipes, pages of forges: what each has that an article has not."""

import pytest

from tuinews.extract.article import article_candidates, extract_article
from tuinews.model.article import PageKind
from tuinews.model.document import Code, Figure, List, Paragraph, plain

PROSE = "The tram line along the harbour will open in September, two years later than the council had promised."
MENU = "<header><nav><a href='/'>Home</a> <a href='/a'>Food</a></nav></header>"
FOOT = (
    "<aside><h3>More</h3><ul><li><a href='/x'>Ten walks along the river</a></li></ul></aside><footer>© "
    "Gazette</footer>"
)


def page(main: str, head: str = "") -> str:
    head = f"<head><title>Harbour</title>{head}</head>"
    return f"<html lang='en'>{head}<body>{MENU}<main>{main}</main>{FOOT}</body></html>"


def picture(number: int) -> str:
    return (
        f"<figure><img src='/p{number}.jpg' width='900' height='600' alt=''><figcaption>Picture {number}: the "
        f"fish market "
        f"at {number} in the morning, before the boats came in.</figcaption></figure>"
    )


@pytest.mark.parametrize("text", ["<p>A day at the quay, seen by those who work there.</p>", ""])
def test_a_gallery_has_all_its_pictures_with_their_captions(text: str) -> None:
    pictures = "".join(picture(number) for number in range(1, 7))
    html = page(f"<article><h1>In pictures</h1>{text}{pictures}</article>")
    article = extract_article(html, "https://g.example/1")

    assert article_candidates(html, "https://g.example/1")[0] == article
    assert article.page_kind is PageKind.GALLERY
    figures = [block for block in article.document.blocks if isinstance(block, Figure)]
    assert [figure.url for figure in figures] == [f"https://g.example/p{number}.jpg" for number in range(1, 7)]
    assert [plain(figure.caption)[:10] for figure in figures] == [f"Picture {number}:" for number in range(1, 7)]
    assert article.text == text.removeprefix("<p>").removesuffix("</p>")


def test_slides_with_what_is_called_their_caption_are_a_gallery() -> None:
    slides = "".join(
        f"<div class='slide'><div class='slide-img'><img src='/p{number}.jpg'></div><div class='slide-caption'>"
        f"<p>The fish market at {number} in the morning, when the boats come in and the gulls know it.</p>"
        "<span class='credit'>Jo Roe</span></div></div>"
        for number in range(1, 7)
    )
    article = extract_article(
        page(f"<main><h1>In pictures</h1><p>{PROSE}</p>{slides}</main>"), "https://g.example/1"
    )

    assert article.page_kind is PageKind.GALLERY
    assert article.text == PROSE
    assert [caption[:20] for caption in article.document.captions] == [
        f"The fish market at {n}" for n in range(1, 7)
    ]
    assert {figure.credit for figure in article.document.figures} == {"Jo Roe"}


def test_tables_with_a_picture_and_its_caption_each_are_a_gallery() -> None:
    said = [f"Chợ cá lúc {n} giờ sáng, khi thuyền về và mòng biển đã biết. Ảnh: Mai Chi" for n in range(1, 7)]
    tables = "".join(
        f"<table class=image><tr><td><img src='/p{n}.jpg'></td></tr><tr><td class=Image>{line}</td></tr></table>"
        for n, line in enumerate(said)
    )
    article = extract_article(
        page(f"<div><h1>In pictures</h1><p>{PROSE}</p>{tables}</div>"), "https://g.example/1"
    )

    assert article.page_kind is PageKind.GALLERY
    assert article.document.captions == said
    assert {figure.credit for figure in article.document.figures} == {"Mai Chi"}


def test_pictures_in_a_long_article_make_no_gallery() -> None:
    body = "".join(f"<p>{PROSE} {number}.</p><p>{PROSE} And so on.</p>{picture(number)}" for number in range(1, 7))
    article = extract_article(page(f"<article><h1>Tram</h1>{body}</article>"), "https://g.example/1")

    assert article.page_kind is PageKind.ARTICLE
    assert len(article.document.captions) == 6


def test_cards_of_other_articles_make_no_gallery() -> None:
    cards = "".join(
        f"<figure><a href='/n/{n}'><img src='/p{n}.jpg'></a><figcaption><a href='/n/{n}'>Another article of the "
        f"day, {n}</a>"
        "</figcaption></figure>"
        for n in range(9)
    )
    article = extract_article(page(f"<article><h1>Tram</h1><p>{PROSE}</p></article><div>{cards}</div>"))

    assert article.page_kind is PageKind.ARTICLE
    assert not article.document.figures


def test_a_page_of_a_wiki_that_lists_links_has_them_all() -> None:
    links = "".join(f"<li><a href='/w/{n}'>Way {n} to the harbour</a></li>" for n in range(30))
    box = "<div class='navbox'><a href='/w/Tram'>See the box of trams</a></div>"
    article = extract_article(
        page(f"<h1>Ways</h1><div class='mw-parser-output'><p>{PROSE}</p><ul>{links}</ul>{box}</div>")
    )

    assert [line for line in article.text.splitlines() if line.startswith("Way")] == [
        f"Way {n} to the harbour" for n in range(30)
    ]
    assert "See the box" not in article.text


LINES = ("The tide comes in,", "the tide goes out,", "and nobody asks why.")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>{0}<br>{1}<br>{2}</p>",
        "<pre class='poem'>{0}\n{1}\n{2}</pre>",
        "<div class='verse'><pre class='wp-block-verse'>{0}<br>{1}<br>{2}</pre></div>",
        "<div class='stanza'><div>{0}</div><div>{1}</div><div>{2}</div></div>",
    ],
)
def test_the_lines_of_a_poem_are_its_lines(markup: str) -> None:
    article = extract_article(page(f"<article><h1>Harbour</h1>{markup.format(*LINES)}</article>"))

    assert article.text.splitlines() == list(LINES)
    assert all(isinstance(block, Paragraph) for block in article.document.blocks)


def test_a_recipe_has_its_ingredients_and_steps() -> None:
    recipe = (
        "<ul class='ingredients'><li><span>500 g</span> <span>cod</span></li><li>2 onions</li><li>salt</li></ul>"
        "<h2>Method</h2><ol><li>Chop the onions.</li><li>Let the fish simmer for ten minutes.</li>"
        "<li>Serve.</li></ol>"
    )
    head = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Recipe"}</script>'
    article = extract_article(
        page(f"<article><h1>Soup</h1><p>{PROSE}</p><h2>Ingredients</h2>{recipe}</article>", head)
    )

    assert article.page_kind is PageKind.RECIPE
    items = [len(block.items) for block in article.document.blocks if isinstance(block, List)]
    assert items == [3, 3]
    assert "500 g cod" in article.text


@pytest.mark.parametrize(("recipes", "kind"), [(1, PageKind.RECIPE), (3, PageKind.ARTICLE)])
def test_microdata_of_one_recipe_tells_that_the_page_is_one(recipes: int, kind: PageKind) -> None:
    steps = '<ol itemprop="recipeInstructions"><li>Chop the onions.</li><li>Serve.</li></ol>'
    box = f'<div itemscope itemtype="https://schema.org/Recipe"><h2 itemprop="name">Soup</h2>{steps}</div>'
    told = extract_article(page(f"<article><h1>Soup</h1><p>{PROSE}</p>{box * recipes}<p>{PROSE}</p></article>"))
    assert told.page_kind is kind


@pytest.mark.parametrize(
    "box",
    [
        '<article class="markdown-body entry-content container-lg" itemprop="text">{}</article>',
        '<div data-view-component="true" class="markdown-body my-3">{}</div>',
        '<div class="file-view markup markdown">{}</div>',
    ],
)
def test_a_readme_and_the_notes_of_a_release_are_whole_and_alone(box: str) -> None:
    text = (
        "<h2>Install</h2><pre><code>pip install tide</code></pre><h2>Changed</h2><ul><li>Faster start "
        "(<a href='/pr/1'>#1</a>)</li><li><code>-q</code> says less</li></ul><p>MIT</p>"
    )
    beside = (
        "<div><h2>About</h2><p>No description</p><h3>Assets</h3><ul><li><a href='/a'>Source (zip)</a></li>"
        "</ul></div>"
    )
    article = extract_article(page(f"<h1>tide</h1>{box.format(text)}{beside}"))

    assert article.page_kind is PageKind.DOCUMENTATION
    assert article.text.splitlines() == [
        "Install", "pip install tide", "Changed", "Faster start (#1)", "-q says less", "MIT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<ul><li>{0} One.</li><li>{0} Two.</li><li>{0} Three.</li></ul>", List),
        ("<pre><code>import tide\ntide.show('Bergen', days=3)\n# and what is printed by it, in a long line of "
            "words\n"
         "print(tide.next('Bergen'))</code></pre>", Code),
    ],
)  # fmt: skip
def test_a_text_that_is_one_block_stays_that_block(markup: str, kind: type) -> None:
    article = extract_article(page(f"<article><h1>Tram</h1>{markup.format(PROSE)}</article>"))

    assert [type(block) for block in article.document.blocks] == [kind]
