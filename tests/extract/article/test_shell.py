"""Pages without an article say so: no menu and no notice is read as one."""

import pytest

from tuinews.errors import ExtractError, WallError
from tuinews.extract.article import article_candidates, extract_article
from tuinews.model.article import TextKind
from tuinews.model.page import Wall

NAMES = ("Home", "City", "Culture", "Money", "Weather", "Letters", "Archive", "Contact", "Imprint")
MENU = "<ul>" + "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in NAMES) + "</ul>"
SHELLS = {
    "a menu alone": f"<header>{MENU}</header><main></main>",
    "an empty root": f"<header>{MENU}</header><div id=root></div><p>© 2025 The Borough Post</p>",
    "a notice without scripts": f"{MENU}<div id=page></div><noscript>Please turn JavaScript on.</noscript>",
    "a notice in the page": "<div id=app><h1>The Post</h1><p>You need to enable JavaScript to read it.</p></div>",
    "a notice in German": "<div id=__nuxt></div><p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>",
    "a notice in Japanese": "<div id=app></div><div>JavaScriptを有効にしてください。</div>",
    "a wheel that turns": f"{MENU}<div id=__next><div class=spinner></div></div><div>Loading…</div>",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_is_no_article(shell: str) -> None:
    with pytest.raises(ExtractError, match="the page has no text of its own"):
        extract_article(f"<html><body>{SHELLS[shell]}</body></html>", "https://borough.example/city/bridge")


ALONE = {
    "a headline and a sign-in": '<main><h1>{}</h1><p><a href="/in">Sign in</a></p></main><footer>© 2026</footer>',
    "a headline": "<main><h1>{}</h1></main>",
    "a headline below a menu": f"<header>{MENU}</header><main><h2>{{}}</h2></main>",
}


@pytest.mark.parametrize("title", ["Storm closes the harbour", "Bão số 5 vào bờ", "嵐で港が閉鎖"])
@pytest.mark.parametrize("layout", ALONE)
def test_a_headline_alone_is_no_article(layout: str, title: str) -> None:
    page = f"<html><head><title>{title} - The Post</title></head><body>{ALONE[layout].format(title)}</body></html>"
    with pytest.raises(ExtractError, match="the page has no text of its own"):
        extract_article(page, "https://borough.example/city/7")


@pytest.mark.parametrize(
    "body",
    [
        "<main><h1>Bridge closed</h1><p>Bridge closed</p></main>",
        "<main><h1>Bridge closed</h1><p>Until Friday.</p></main>",
        "<article><h1>Bridge closed</h1><table><tr><td>1</td><td>2</td></tr></table></article>",
    ],
)
def test_what_says_or_shows_anything_beside_its_headline_is_one(body: str) -> None:
    page = f"<html><head><title>Bridge closed</title></head><body>{body}</body></html>"
    assert extract_article(page, "https://borough.example/city/7").title == "Bridge closed"


def test_a_headline_that_says_all_is_a_text() -> None:
    said = "The council wants the old bridge closed for a year: " + "a bolt was loose, a beam was rusty, and " * 3
    page = f"<html><head><title>{said}nobody saw it</title></head><body><h1>{said}nobody saw it</h1></body></html>"
    assert extract_article(page, "https://borough.example/r/7").text == f"{said}nobody saw it"


def test_a_short_page_has_a_short_text() -> None:
    text = "The bridge stays closed until Friday, since a bolt was found loose on Tuesday."
    page = f"<header>{MENU}</header><main><h1>Bridge closed</h1><p>{text}</p></main>"
    assert extract_article(page, "https://borough.example/city/bridge").text == text


def test_a_short_text_about_javascript_is_one() -> None:
    text = (
        "JavaScript turned thirty this week. Its maker wrote the first version of it in ten days, in May of 1995."
    )
    page = f"<header>{MENU}</header><main><h1>A language turns thirty</h1><p>{text}</p></main>"
    assert extract_article(page, "https://borough.example/tech/thirty").text == text


def test_a_list_of_headlines_is_shown_whole() -> None:
    items = "".join(
        f'<li><a href="/n/{n}">The council hears of bridge number {n} again</a></li>' for n in range(9)
    )
    article = extract_article(f"<ul>{items}</ul>", "https://borough.example/city")
    assert "bridge number 8" in article.text


def test_the_candidates_of_a_shell_still_have_the_whole_page() -> None:
    page = f"<header>{MENU}</header><div id=root></div>"
    assert [way.kind for way in article_candidates(page)][-1] is TextKind.WHOLE_PAGE


CARDS = "".join(
    f'<div><a href="/n/{n}"><img src="/i/{n}.jpg"></a><h3><a href="/n/{n}">'
    f"The {word} of the mill is under water</a></h3></div>"
    for n, word in enumerate(("roof", "floor", "wheel", "door", "yard"))
)


def _pictured(title: str, body: str) -> str:
    picture = '<img src="/img/above.jpg" width=900>'
    return (
        f"<html lang=en><head><title>{title} - The Vale</title></head><body><main><h1>{title}</h1>{picture}{body}"
        "</main></body></html>"
    )


@pytest.mark.parametrize("body", [CARDS, f"<p>Stages and screens.</p>{CARDS}", f"<p>Reporter</p>{CARDS}"])
def test_a_list_of_articles_under_a_picture_is_no_article(body: str) -> None:
    assert extract_article(_pictured("Culture of the vale", body)).kind is TextKind.WHOLE_PAGE


@pytest.mark.parametrize("body", ["", f"<section><h2>More pictures</h2>{CARDS}</section>"])
def test_a_picture_with_other_articles_below_is_one(body: str) -> None:
    article = extract_article(_pictured("The mill at dawn", body), "https://vale.example/mill")
    assert article.kind is TextKind.EXTRACTED
    assert getattr(article.document.blocks[0], "url", "") == "https://vale.example/img/above.jpg"


@pytest.mark.parametrize(
    ("title", "wall"),
    [
        ("Page not found", Wall.GONE),
        ("404", Wall.GONE),
        ("Không tìm thấy trang", Wall.GONE),
        ("Seite nicht gefunden", Wall.GONE),
        ("Down for maintenance", Wall.MAINTENANCE),
    ],
)
@pytest.mark.parametrize("text", ["", "<p>Perhaps it has moved.</p>"])
def test_a_page_that_is_not_there_is_no_article_though_it_shows_a_picture(
    title: str, wall: Wall, text: str
) -> None:
    with pytest.raises(WallError) as raised:
        extract_article(_pictured(title, text))
    assert raised.value.wall is wall


def test_a_dated_picture_may_be_called_so() -> None:
    dated = '<p>By Nora Field</p><time datetime="2026-05-05">5 May 2026</time>'
    assert extract_article(_pictured("Lost and not found", dated)).published is not None
