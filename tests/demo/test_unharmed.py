"""Nested lists, table headers, code and links of the guide come through keeping and typesetting unharmed."""

import json

import pytest

from tuinews.demo.edition import GuideArticle, edition
from tuinews.model.document import Code, Document, Spans, Table, with_spans
from tuinews.model.document_json import document_from_json, document_to_json
from tuinews.typeset.typeset import FURNITURE, Role, typeset

GUIDES = edition("http://a.example/")
SPECIMEN = next(guide for guide in GUIDES if "specimen" in guide.path)


def kept(document: Document) -> Document:
    """As the library keeps it."""
    return document_from_json(json.loads(json.dumps(document_to_json(document))))


def hrefs_in(document: Document) -> set[str]:
    """Where any of its spans leads."""
    found: set[str] = set()

    def note(spans: Spans) -> Spans:
        found.update(span.href for span in spans if span.href)
        return spans

    for block in document.blocks:
        with_spans(block, note)
    return found


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.path)
def test_it_is_kept_whole(guide: GuideArticle) -> None:
    assert kept(guide.article.document) == guide.article.document


@pytest.mark.parametrize("width", [24, 50, 80])
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.path)
def test_it_is_typeset_with_every_link_and_every_line_of_code(guide: GuideArticle, width: int) -> None:
    page = typeset(guide.article, width)
    assert {href for href in hrefs_in(guide.article.document) if href.startswith("http")} <= set(page.links)
    words = "".join(line.words for line in page.lines).replace(" ", "")
    for block in guide.article.document.blocks:
        if isinstance(block, Code):
            assert "".join(block.text.split()) in words
        if isinstance(block, Table):
            headers = [p.text for line in page.lines for p in line.pieces if p.role is Role.TABLE_HEADER]
            assert headers
    assert all(piece.text for line in page.lines for piece in line.pieces if piece.role not in FURNITURE)


def test_lists_hang_in_lists() -> None:
    lines = [line.text.rstrip() for line in typeset(SPECIMEN.article, 60).lines]
    start = lines.index("• Things that are read")
    assert lines[start : start + 7] == [
        "• Things that are read",
        "  ◦ newspapers",
        "    ▪ at breakfast",
        "    ▪ on the train",
        "      1. standing",
        "      2. sitting, with luck",
        "  ◦ letters",
    ]


def test_a_table_has_its_header_and_its_rule() -> None:
    lines = [line.text for line in typeset(SPECIMEN.article, 70).lines]
    start = next(i for i, line in enumerate(lines) if line.startswith("Measure"))
    assert lines[start].split() == ["Measure", "Cells", "Used", "for"]
    assert set(lines[start + 1]) == {"─", " "}
    assert lines[start + 2].split()[:2] == ["narrow", "45"]
