"""Vietnamese pages of invented papers in the shapes that the press uses: everything that a reader sees, together.

Each page stands beside what it says: title, authors, day and time, lead, captions and lines of the text.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.document import Figure
from tuinews.text import clean_line

PAGES = Path(__file__).parent / "vietnamese"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
A_DAY_LATER = datetime(2026, 3, 8, 12, tzinfo=UTC)


def told(name: str) -> dict[str, Any]:
    truth = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    page = (PAGES / f"{name}.html").read_text("utf-8")
    article = extract_article(page, truth["url"], now=A_DAY_LATER)
    text = article.text.split("\n")
    return {
        "url": truth["url"],
        "title": article.title,
        "author": list(article.authors),
        "date": article.published and article.published.date,
        "lead": article.lead,
        "captions": [caption_with_credit(figure) for figure in article.document.figures if figure.caption],
        "text": text[1:] if article.lead else text,
    }


def caption_with_credit(figure: Figure) -> str:
    return clean_line("".join(span.text for span in figure.caption))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_its_readers_see(name: str) -> None:
    assert told(name) == json.loads((PAGES / f"{name}.json").read_text("utf-8"))


def test_there_are_pages() -> None:
    assert len(NAMES) >= 20
