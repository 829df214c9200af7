"""The form of a text is told by its structure: interviews, transcripts, poems, reviews, obituaries, none of
them."""

import json

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import PageKind

ANSWER = "Chúng tôi đã chuẩn bị việc này trong nhiều năm, và bây giờ mới là lúc bắt đầu thật sự."
PROSE = "The river rose by two metres in the night, and the council met at dawn to speak about the old bridge."


def page(title: str, body: str, head: str = "") -> str:
    top = f"<html><head><title>{title}</title>{head}</head>"
    return f"{top}<body><article><h1>{title}</h1>{body}</article></body></html>"


def said(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def questions(tag: str, asked: str) -> str:
    return said(PROSE) + "".join(f"<{tag}>{asked}</{tag}>" + said(ANSWER, ANSWER) for _ in range(4))


def turns(*speakers: str, said_: str = PROSE) -> str:
    return said(*(f"{speaker}: {said_} {n}" for n in range(5) for speaker in speakers))


VERSES = "".join(
    "<p>" + "<br>".join(f"Con sông {n} chảy qua làng cũ" for _ in range(4)) + "</p>" for n in range(4)
)
RATED = {"@type": "Review", "name": "Cốt thép", "reviewRating": {"@type": "Rating", "ratingValue": 4}}
FORMS = {
    "interview, bold questions": (
        PageKind.INTERVIEW,
        page("Nói về sông", questions("p", "<b>Anh bắt đầu từ khi nào?</b>")),
    ),
    "interview, slanted, Japanese": (
        PageKind.INTERVIEW,
        page("川の話", questions("p", "<em>いつ始めましたか？</em>")),
    ),
    "interview, labels": (
        PageKind.INTERVIEW,
        page("Hỏi chuyện", said(*(f"{who}: {ANSWER}" for _ in range(4) for who in ("PV", "Ông An")))),
    ),
    "transcript, capitals": (PageKind.TRANSCRIPT, page("Press call", turns("MODERATOR", "JANE ROE"))),
    "transcript, names": (PageKind.TRANSCRIPT, page("Talk", turns("Jane Roe", "John Doe", "Ann Poe"))),
    "poem": (PageKind.POEM, page("Sông quê", VERSES)),
    "review": (PageKind.REVIEW, page("Cốt thép: một vở kịch hay", said(*[ANSWER] * 6), ld(RATED))),
    "obituary, a life": (PageKind.OBITUARY, page("Jane Roe (1931–2026)", said(*[PROSE] * 6))),
    "obituary, filed": (
        PageKind.OBITUARY,
        page(
            "Jane Roe, who built bridges",
            said(*[PROSE] * 6),
            '<meta property="article:section" content="Obituaries">',
        ),
    ),
    "questions and answers of a shop": (
        PageKind.ARTICLE,
        page("How it works", questions("h3", "How does it work?")),
    ),
    "one question": (PageKind.ARTICLE, page("News", said(PROSE, "<b>What now?</b>", *[PROSE] * 6))),
    "facts of products": (
        PageKind.ARTICLE,
        page(
            "Best boots",
            "".join(
                f"<h2>Boot {n}</h2>" + said("Price: 80", "Weight: 900 g", f"Best For: {PROSE}") for n in range(6)
            ),
        ),
    ),
    "an address": (
        PageKind.ARTICLE,
        page("Fair", said(*[PROSE] * 4, "Main Street 1<br>Springfield<br>Monday to Friday")),
    ),
    "a war in a title": (PageKind.ARTICLE, page("The war (1939–1945) in pictures", said(*[PROSE] * 6))),
    "prose": (PageKind.ARTICLE, page("News", said(*[PROSE] * 6))),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_is_told(name: str) -> None:
    kind, html = FORMS[name]
    assert extract_article(html).page_kind is kind
