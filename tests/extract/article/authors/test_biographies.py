"""What is said of an author below the text is none of it; what stands of others, or under a heading, is."""

import pytest

from tuinews.extract.article import extract_article

TEXTS = [
    f"The boat across the sound will run at night from October, number {n} of the crew said." for n in range(8)
]
DECLARED = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A night boat",
"author": [{"@type": "Person", "name": "Nora Field"}]}</script>"""


def _lines(end: str) -> list[str]:
    text = "".join(f"<p>{one}</p>" for one in TEXTS)
    head = f"<head><title>A night boat for the islands</title>{DECLARED}</head>"
    page = f"<html>{head}<body><article><h1>A night boat for the islands</h1>{text}{end}</article></body></html>"
    return extract_article(page).text.split("\n")


@pytest.mark.parametrize(
    "end",
    [
        "<p>Nora Field covers ferries and harbours for the Sound Post, and lives on an island.</p>",
        "<p><em>Nora Field is a reporter.</em></p><p><em>She has crossed the sound four hundred times.</em></p>",
        "<hr><p>Nora Field writes about the sea. Her last book was a history of lighthouses on this coast.</p>",
    ],
)
def test_what_is_said_of_the_author_below_the_text_goes(end: str) -> None:
    assert _lines(end) == TEXTS


@pytest.mark.parametrize(
    "end",
    [
        "<p>Elin Moberg keeps the shop at the landing, and opens it at two in the morning.</p>",
        "<p>“Nora Field was the first to cross,” said the pilot, and closed his book for the night.</p>",
        "<h2>Why you can trust us</h2><p>Nora Field crossed the sound four hundred times for this report.</p>",
    ],
)
def test_what_is_said_of_others_or_under_a_heading_stays(end: str) -> None:
    assert len(_lines(end)) > len(TEXTS)


def test_a_portrait_by_its_subject_stays_whole() -> None:
    text = "".join(
        f"<p>Nora Field was on the boat, and number {n} of the crew knew her by name.</p>" for n in range(6)
    )
    page = f"<html><head>{DECLARED}</head><body><article><h1>A life on boats</h1>{text}</article></body></html>"
    assert extract_article(page).text.count("Nora Field") == 6


SIGNED = '<p class=by>By <a href="/by/n">Nora Field</a></p>'


def _signed(above: str, texts: list[str] = TEXTS) -> list[str]:
    head = "<head><title>A night boat for the islands</title></head>"
    text = f"<section><div>{''.join(f'<p>{one}</p>' for one in texts)}</div></section>"
    page = f"<html>{head}<body><article><h1>A night boat for the islands</h1>{above}{text}</article></body></html>"
    return extract_article(page).text.split("\n")


@pytest.mark.parametrize(
    "told",
    [
        "<p>Nora Field, who has written of the sound since 2009, reported from the landing at Kolby.</p>",
        "<p>Nora Field reported from Kolby, and asked two dozen people who cross.</p><p>Nov. 2, 2026</p>",
        "<div><p>Nora Field is a reporter who covers ferries and harbours for the Sound Post.</p></div>",
    ],
)
def test_what_is_said_of_the_author_between_byline_and_text_goes(told: str) -> None:
    assert _signed(SIGNED + told) == TEXTS


def test_a_lead_that_begins_with_the_author_stays_above_the_byline() -> None:
    lead = "Nora Field takes the boat at two in the morning and meets those who asked for it."
    assert _signed(f"<p>{lead}</p>{SIGNED}")[0] == lead


def test_what_begins_a_text_of_its_author_stays() -> None:
    texts = [
        "Nora Field was born on the island and left it at ten.",
        *TEXTS,
        "“I came back,” Nora Field says now.",
    ]
    assert _signed(f"{SIGNED}", texts) == texts
