"""What right is: markup written by hand in many languages, and beside each the blocks that a reader should see.

Fragments go through `document_from_html`, as a feed's content does; the files called `page_…` are whole pages
and go through the extraction.
"""

import json
from pathlib import Path

import pytest

from tuinews.extract.article import extract_article
from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.model.document_json import document_to_json

PAGES = Path(__file__).parent / "pages"
BASE = "https://coast.example/news/harbour.html"


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_markup_becomes_the_blocks_beside_it(page: Path) -> None:
    html = page.read_text("utf-8")
    whole = page.stem.startswith("page_")
    document = extract_article(html, BASE).document if whole else document_from_html(html, BASE)
    assert document_to_json(document) == json.loads(page.with_suffix(".json").read_text("utf-8"))
