"""Markup to blocks: each page of `fragments/` beside the blocks that a careful person would make of it."""

import json
from pathlib import Path

import pytest

from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.model.document_json import document_to_json

FOLDER = Path(__file__).parent / "fragments"
BASE = "https://coast.example/news/today.html"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.html")))
def test_markup_becomes_the_blocks_beside_it(name: str) -> None:
    html = (FOLDER / f"{name}.html").read_text("utf-8")
    expected = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert document_to_json(document_from_html(html, BASE)) == expected


def test_every_page_has_its_expected_blocks() -> None:
    pages, truths = FOLDER.glob("*.html"), FOLDER.glob("*.json")
    assert {path.stem for path in pages} == {path.stem for path in truths}


def test_depth_is_no_matter() -> None:
    lists = document_from_html("<ul><li>x" * 5_000, None)
    quotes = document_from_html("<blockquote>" * 5_000 + "deep", None)
    assert lists.lines[0] == "x"
    assert quotes.lines == ["deep"]
