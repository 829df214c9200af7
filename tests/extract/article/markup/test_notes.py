"""Notes of the text that stand in `aside`."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.document import Footnote

STORY = "The tram line along the harbour will open in September, two years later than the council had promised."


def page(aside: str, mark: str = "") -> str:
    paragraphs = [f"<p>{STORY} {n}.{mark if n == 1 else ''}</p>" for n in range(4)]
    return "<article><h1>Tram to open</h1>" + "".join([*paragraphs[:2], aside, *paragraphs[2:]]) + "</article>"


@pytest.mark.parametrize(
    "attributes",
    ['class="note"', 'role="note"', 'class="admonition warning"', 'class="starlight-aside starlight-aside--tip"',
     'class="callout"', 'aria-label="Caution" role="note"'],
)  # fmt: skip
def test_a_note_is_read_where_it_stands(attributes: str) -> None:
    note = "Do not cross the track behind a standing vehicle; the next one may come the other way."
    lines = extract_article(page(f"<aside {attributes}><p>{note}</p></aside>")).text.splitlines()

    assert lines.index(note) == 2


@pytest.mark.parametrize("attributes", ['class="related"', 'class="sidebar"', ""])
def test_what_stands_beside_stays_out(attributes: str) -> None:
    beside = "Read also how the fish market was saved twice, and what became of the whale in the end."

    assert beside not in extract_article(page(f"<aside {attributes}><p>{beside}</p></aside>")).text


@pytest.mark.parametrize("mark", ['<a href="#fn-1">*</a>', '<a href="#" data-definition="fn-1">*</a>'])
def test_a_footnote_beside_its_mark_is_a_footnote(mark: str) -> None:
    aside = '<aside id="fn-1" class="footnote" hidden>They were paid double for it.</aside>'
    article = extract_article(page(aside, mark))

    assert [block.blocks[0].own_lines for block in article.document.blocks if isinstance(block, Footnote)]
    assert "They were paid double for it." in article.text.splitlines()


def test_a_note_without_a_mark_stays_beside() -> None:
    assert (
        "paid double" not in extract_article(page('<aside id="fn-1">They were paid double for it.</aside>')).text
    )
