"""Documents survive their JSON form, whatever they hold."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuinews.model.document import (
    Block,
    Code,
    Document,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from tuinews.model.document_json import document_from_json, document_to_json

TEXT = st.text(min_size=1, max_size=20)
SPANS = st.lists(
    st.builds(Span, TEXT, st.lists(st.sampled_from(Mark), max_size=2, unique=True).map(tuple), st.none() | TEXT),
    min_size=1,
    max_size=3,
).map(tuple)
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(1, 6), SPANS),
    st.builds(Paragraph, SPANS),
    st.builds(Code, TEXT, st.none() | TEXT),
    st.builds(Figure, TEXT, st.none() | TEXT, SPANS, st.none() | TEXT, st.none() | st.integers(1, 9), st.none()),
    st.builds(Embed, TEXT, st.none() | TEXT),
    st.just(Rule()),
    st.builds(Table, st.lists(SPANS, max_size=2).map(tuple), st.lists(st.lists(SPANS).map(tuple)).map(tuple)),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(
            List,
            st.lists(blocks, min_size=1, max_size=3).map(tuple),
            ordered=st.booleans(),
            start=st.integers(0, 9),
        ),
        st.builds(Quote, blocks, st.none() | TEXT),
        st.builds(Footnote, TEXT, blocks),
    )


DOCUMENTS = st.lists(st.recursive(LEAVES, _nested, max_leaves=6), max_size=3).map(lambda b: Document(tuple(b)))


# drawing a document takes 0.3 s where two cores have other work
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document


def test_keys_without_a_value_are_left_out() -> None:
    assert document_to_json(Document((Figure("https://a.vn/1.jpg"),))) == [
        {"type": "figure", "url": "https://a.vn/1.jpg"}
    ]


WORD = (Span("a"),)
TEXT_JSON = '[{"text": "a"}]'
INNER_JSON = f'[{{"type": "paragraph", "spans": {TEXT_JSON}}}]'


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Heading(2, WORD), f'"type": "heading", "level": 2, "spans": {TEXT_JSON}'),
        (Paragraph(WORD), f'"type": "paragraph", "spans": {TEXT_JSON}'),
        (Paragraph(WORD, 1), f'"type": "paragraph", "spans": {TEXT_JSON}, "indent": 1'),
        (
            List(((Paragraph(WORD),),)),
            f'"type": "list", "ordered": false, "start": 1, "items": [{INNER_JSON}]',
        ),
        (List((), ordered=True, start=0), '"type": "list", "ordered": true, "start": 0, "items": []'),
        (Quote((Paragraph(WORD),), "b"), f'"type": "quote", "blocks": {INNER_JSON}, "cite": "b"'),
        (Table((), ((WORD, ()),)), f'"type": "table", "header": [], "rows": [[{TEXT_JSON}, []]]'),
        (Code("a", ""), '"type": "code", "text": "a"'),
        (
            Figure("u", "b", WORD, None, 0, 9),
            f'"type": "figure", "url": "u", "alt": "b", "caption": {TEXT_JSON}, "width": 0, "height": 9',
        ),
        (Embed("u"), '"type": "embed", "url": "u"'),
        (Rule(), '"type": "rule"'),
        (Footnote("1", (Paragraph(WORD),)), f'"type": "footnote", "label": "1", "blocks": {INNER_JSON}'),
        (
            Paragraph((Span("a", (Mark.STRONG,), "u"),)),
            '"type": "paragraph", "spans": [{"text": "a", "marks": ["strong"], "href": "u"}]',
        ),
    ],
)
def test_the_keys_are_those_of_the_contract_in_its_order(block: Block, written: str) -> None:
    assert json.dumps(document_to_json(Document((block,)))) == f"[{{{written}}}]"


@pytest.mark.parametrize(
    ("written", "block"),
    [
        ({"type": "list", "items": []}, List(())),
        ({"type": "table"}, Table((), ())),
        ({"type": "code", "text": "a", "of another version": 1}, Code("a")),
    ],
)
def test_what_is_missing_is_read_as_its_default(written: dict[str, object], block: Block) -> None:
    assert document_from_json([written]) == Document((block,))


def test_a_block_without_what_it_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="level"):
        document_from_json([{"type": "heading", "spans": []}])


def test_an_unknown_block_is_refused() -> None:
    with pytest.raises(ValueError, match="hologram"):
        document_from_json([{"type": "hologram"}])


def test_lines_and_captions() -> None:
    cell = (Span("ô"),)
    document = Document(
        (
            Heading(2, (Span("Mục"),)),
            Figure("https://a.vn/1.jpg", caption=(Span("Chú thích"),)),
            List(((Paragraph((Span("một"),)), List(((Paragraph((Span("hai"),)),),))),)),
            Table((cell, cell), ((cell, cell),)),
            Quote((Paragraph((Span("lời"),)),)),
            Code("a\n\nb"),
        )
    )
    assert document.lines == ["Mục", "một", "hai", "ô ô", "ô ô", "lời", "a", "b"]
    assert document.captions == ["Chú thích"]
