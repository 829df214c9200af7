"""Newsletters as mail: the text out of its tables, without the lines for the reader of the mail."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import PageKind
from tuinews.model.document import Table

STORIES = (
    "The tram line along the harbour will open in September, two years later than the council had promised.",
    "Engineers found the reason under the quay: a wall of oak piles from the eighteenth century that nobody knew.",
    "You can unsubscribe from nothing in this town, a baker said, and sold the last of the bread through his "
    "window to "
    "people who had come from the other side of the river, where rents are lower and the hardware store moved "
    "in spring, "
    "long before anybody spoke of a tram or of the wall under the quay.",
)


def row(text: str) -> str:
    return (
        '<tr><td><table width="600" role="presentation"><tr><td style="padding:0 20px"><table><tbody><tr><td>'
        f"<p>{text}</p></td></tr></tbody></table></td></tr></table></td></tr>"
    )


def mail(above: str, below: str, head: str = "") -> str:
    rows = "".join(row(text) for text in (above, *STORIES, below))
    return (
        f"<html><head><title>Harbour weekly</title>{head}</head><body><table width='100%'>{rows}</table>"
        '<img src="https://t.example/o.gif" width="1" height="1"><a '
        'href="https://m.example/unsubscribe?u=1">Bye</a></body></html>'
    )


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("View this email in your browser", "You received this email because you signed up. Unsubscribe here."),
        ("Read online", "Manage your preferences or unsubscribe"),
        ("Im Browser ansehen", "Newsletter abbestellen"),
        ("Voir ce message dans votre navigateur", "Se désabonner"),
        ("Xem thư này trên trình duyệt", "Hủy đăng ký"),
        (
            "View this email in your browser",
            "<em>Copyright © 2026 Harbour weekly, all rights reserved.</em><br>You are receiving this since you "
            "opted in on our website, at a counter of the harbour, or by a card in a box of herring.<br>Our "
            "address is 1 Quay, Low Fenwick.<br>You can <a href='/p'>change your preferences</a> or "
            "<a href='/u'>unsubscribe</a>.",
        ),
        ("ブラウザで見る", "配信停止はこちら"),
    ],
)
def test_the_text_alone_is_left(above: str, below: str) -> None:
    article = extract_article(mail(above, below))

    assert article.page_kind is PageKind.MAIL
    assert article.text.splitlines() == list(STORIES)
    assert not article.document.figures
    assert not [block for block in article.document.blocks if isinstance(block, Table)]


def test_a_page_that_an_office_program_wrote_is_an_article() -> None:
    paragraphs = "".join(f"<p class='MsoNormal'>{text}</p>" for text in STORIES[:2])
    head = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>Tram</title></head>'

    assert extract_article(f"{head}<body><h1>Tram</h1>{paragraphs}</body></html>").page_kind is PageKind.ARTICLE


def test_a_page_with_a_newsletter_box_is_an_article() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORIES)
    html = (
        f"<body><article><h1>Tram</h1>{paragraphs}</article><p>Newsletter: you can unsubscribe at any "
        f"time.</p></body>"
    )

    assert extract_article(html).page_kind is PageKind.ARTICLE


@pytest.mark.parametrize(
    "figures", [("MARKETS", "12,266.41", "-3.9%"), ("ZITAT DES TAGES", "O-Ton", "Grafik: Ira")]
)
def test_a_mail_has_nothing_beside_its_text_that_is_none_of_it(figures: tuple[str, ...]) -> None:
    inside = "".join(row(figure).replace("<p>", '<p class="badge">') for figure in figures)
    page = mail("Read online", "Manage your preferences or unsubscribe")
    told = extract_article(page.replace(row(STORIES[1]), inside + row(STORIES[1])))
    assert (told.page_kind, told.text.split("\n")) == (PageKind.MAIL, [STORIES[0], *figures, *STORIES[1:]])


def test_what_a_mail_hides_between_its_paragraphs_is_not_read_aloud() -> None:
    unseen = row("Buy the last of the herring").replace("<p>", '<p style="display:none">')
    page = mail("Read online", "Manage your preferences or unsubscribe")
    told = extract_article(page.replace(row(STORIES[1]), unseen + row(STORIES[1])))
    assert told.text.split("\n") == list(STORIES)
