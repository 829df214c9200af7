"""Documents with their texts in one blob: what goes in comes out, and the same words are compressed once."""

import zlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model.document import Document, Paragraph, Span
from tuinews.store import codec

SYLLABLES = [f"{a}{b}{c}" for a in "bcdghklmnprstv" for b in "aăâeêioôơuư" for c in ("", "n", "ng", "t")]


def story(words: int) -> Document:
    """A document of so many words, hardly any of them as another."""
    random = Random(words)
    said = [" ".join(random.choices(SYLLABLES, k=80)) for _ in range(words // 80)]
    return Document(tuple(Paragraph((Span(one),)) for one in said))


def text_of(document: Document) -> str:
    return "\n".join(document.lines)


@pytest.mark.parametrize("words", [80, 800, 4_000, 40_000])
def test_a_document_and_its_text_come_out_as_they_went_in(words: int) -> None:
    document = story(words)
    blob = codec.with_text(codec.document_to_blob(document), text_of(document))
    assert codec.document_from_blob(blob) == document
    assert codec.text_of_blob(blob) == text_of(document)
    assert codec.with_text(blob, codec.text_of_blob(blob) or "") == blob


@pytest.mark.parametrize("words", [800, 8_000, 40_000])
def test_the_same_words_are_compressed_once_however_long_a_text_is(words: int) -> None:
    document = story(words)
    blob = codec.document_to_blob(document)
    assert len(codec.with_text(blob, text_of(document))) < 1.1 * len(blob)


@given(st.lists(st.text(max_size=400), max_size=5), st.text(max_size=30_000))
def test_any_text_stands_beside_any_document(paragraphs: list[str], text: str) -> None:
    document = Document(tuple(Paragraph((Span(one),)) for one in paragraphs))
    blob = codec.with_text(codec.document_to_blob(document), text)
    assert codec.text_of_blob(blob) == text.encode("utf-8", "replace").decode()
    assert codec.document_from_blob(blob).lines == codec.document_from_blob(codec.document_to_blob(document)).lines


def test_what_older_versions_wrote_and_what_is_damaged_is_read() -> None:
    document = story(16_000)
    json = zlib.decompress(codec.document_to_blob(document)).decode()
    older = zlib.compress(f"{json}\0{text_of(document)}".encode())
    assert codec.document_from_blob(older) == document
    assert codec.text_of_blob(older) == text_of(document)
    assert codec.text_of_blob(codec.with_text(b"damaged", "its text")) == "its text"
    assert codec.text_of_blob(b"damaged") == ""
    assert codec.text_of_blob(codec.packed("\\1no lengths")) == ""
    assert codec.text_of_blob(codec.document_to_blob(document)) == ""


def test_a_long_text_is_written_between_the_pieces_of_its_blocks_at_once() -> None:
    chance = Random(4)
    paragraphs = tuple(Paragraph((Span(f"{chance.random()} " * 40),)) for _ in range(150))
    document = Document(paragraphs)
    text = "\n".join(document.lines)
    blob = codec.document_with_text(document, text)
    assert blob == codec.with_text(codec.document_to_blob(document), text)
    assert (codec.document_from_blob(blob), codec.text_of_blob(blob)) == (document, text)
