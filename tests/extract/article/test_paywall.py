"""A page that shows the beginning alone is told by how it is built, and one that shows all is not."""

import json

import pytest

from tuinews.extract.article import extract_article

TEXTS = (
    "The old mill on the river turned its wheel for the last time in March, and the miller locked the door.",
    "For a year the council argued about the roof and the price, but nobody asked those who bring their grain.",
)
OFFER = (
    "<h3>Continue reading with a subscription</h3><p>Get unlimited access to every story for a pound a week.</p>"
    '<a href="/sub">Subscribe</a>'
)
PAID: dict[str, object] = {"isAccessibleForFree": False}


def _is_paywalled(
    body: str, declared: dict[str, object], *, text: tuple[str, ...] = TEXTS, box: str = "x1"
) -> bool:
    data = json.dumps({"@type": "NewsArticle", "headline": "The last turn of the mill"} | declared)
    shown = "".join(f"<p>{one}</p>" for one in text)
    head = f'<title>The last turn of the mill</title><script type="application/ld+json">{data}</script>'
    text_box = f"<h1>The last turn of the mill</h1><div class={box}>{shown}</div>"
    page = f"<html><head>{head}</head><body><main><article>{text_box}{body}</article></main>"
    article = extract_article(page)
    assert "unlimited" not in article.text
    return article.paywalled


def _part(selector: object) -> dict[str, object]:
    return PAID | {"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": selector}}


@pytest.mark.parametrize("selector", [".rest", [".rest", ".more"], "section.rest"])
def test_a_declared_part_that_holds_nothing_of_the_text_is_walled(selector: object) -> None:
    assert _is_paywalled(f"<section class=rest>{OFFER}</section>", _part(selector))


@pytest.mark.parametrize(
    "gate",
    [
        "<div class=paywall>{}</div>",
        "<div data-paywall=true>{}</div>",
        '<div data-testid="paywall-offer">{}</div>',
        "<div id=piano-inline>{}</div>",
        '<div class="subscription-wall">{}</div>',
    ],
)
@pytest.mark.parametrize("declared", [PAID, {}])
def test_a_gate_behind_a_short_text_is_a_wall(gate: str, declared: dict[str, object]) -> None:
    assert _is_paywalled(gate.format(OFFER), declared)


def test_a_page_that_shows_what_it_declares_shows_all() -> None:
    assert not _is_paywalled("", _part(".premium"), text=TEXTS * 3, box="premium")


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        ("", PAID),
        ("", _part(".not-there")),
        ("", _part("[[")),
        ("<div id=paywall></div>", {}),
        ("<div data-paywall=false><p>More of the vale.</p></div>", {}),
        (f"<div class=newsletter>{OFFER}</div>", {}),
        (f"<div class=q8>{OFFER}</div>", {"isAccessibleForFree": True}),
    ],
)
def test_without_such_a_sign_nothing_is_said(body: str, declared: dict[str, object]) -> None:
    assert not _is_paywalled(body, declared)


def test_a_long_text_is_no_beginning() -> None:
    texts = tuple(
        f"{TEXTS[0]} So it was in year {n} of its life, and in all that came after it." for n in range(30)
    )
    assert not _is_paywalled(f"<div class=paywall>{OFFER}</div>", PAID, text=texts)
