"""Footnotes without links, with links to anchors, and in the sentence: marks in the text, notes below."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.article import Article
from tuinews.model.document import Document, Footnote, Paragraph

FIRST = "The tram line along the harbour will open in September, two years later than the council had promised"
SECOND = "Engineers found the reason under the quay: a wall of oak piles from the eighteenth century"
LAST = "The baker sells through a window, and the chemist delivers by bicycle until the fences are gone."
NOTES = ("The council wrote it in the spring.", "There is no map of it.")

WAYS = {
    "raised": (
        "<p>{a}<sup>1</sup>.</p><p>{b}<sup>2</sup>.</p><p>{c}</p><p><sup>1</sup> {x}</p><p><sup>2</sup> {y}</p>"
    ),
    "signs": (
        "<p>{a}<sup>*</sup>.</p><p>{b}<sup>†</sup>.</p><p>{c}</p><p><sup>*</sup>{x}</p><p><sup>†</sup>{y}</p>"
    ),
    "bold after a rule": (
        "<p>{a}<sup>1</sup>.</p><p>{b}<sup>2</sup>.</p><p>{c}</p><hr><p><strong>1</strong> {x}</p>"
        "<p><strong>2</strong> {y}</p>"
    ),
    "between paragraphs": (
        "<p>{a}<sup>1</sup>.</p><p class='footnote'><sup>1</sup>{x}</p><p>{b}<sup>2</sup>.</p>"
        "<p class='footnote'><sup>2</sup>{y}</p><p>{c}</p>"
    ),
    "named blocks": (
        "<p>{a}<sup class='k'>1</sup>.</p><p>{b}<sup class='k'>2</sup>.</p><p>{c}</p>"
        "<ol><li id='footnote-1'>{x}</li><li id='footnote-2'>{y}</li></ol>"
    ),
    "anchors": (
        '<p>{a}<a href="#one"><sup>1</sup></a>.</p><p>{b}<a href="#two">[2]</a>.</p><p>{c}</p>'
        '<p><a name="one">1</a> {x}</p><p><a id="two">2.</a> {y}</p>'
    ),
    "anchors with an asterisk": (
        '<p>{a}<span class="footnote"><a href="#f-1" name="fn-1">*1</a></span>.</p><p>{b}<a href="#f-2" id="fn-2">'
        '*2</a>.</p><p>{c}</p><div class="footnote"><p><a href="#fn-1" id="f-1">*1</a><span>:</span>'
        '<span>{x}</span></p><p class="footnote"><a href="#fn-2" name="f-2">*2</a><span>:</span><span>{y}</span>'
        "</p></div>"
    ),
    "anchors in one block": (
        '<p>{a}<a href="#one"><sup>1</sup></a>.</p><p>{b}<a href="#two"><sup>2</sup></a>.</p><p>{c}</p><hr>'
        '<p><a name="one"><sup>1</sup></a> {x}<br><br><a name="two"><sup>2</sup></a> {y}</p>'
    ),
    "in the margin": (
        '<p>{a}<span class="sidenote"><span class="number">1.</span> {x}</span>.</p>'
        '<p>{b}<span class="marginnote">{y}</span>.</p><p>{c}</p>'
    ),
    "on a click": (
        '<p>{a}<span class="inline-footnote">1<span style="display:none">{x}</span></span>.</p>'
        '<p>{b}<span class="inline-footnote">2<span style="display:none">{y}</span></span>.</p><p>{c}</p>'
    ),
}


def read(markup: str) -> Article:
    text = markup.format(a=FIRST, b=SECOND, c=LAST, x=NOTES[0], y=NOTES[1])
    return extract_article(f"<body><article><h1>Tram to open</h1>{text}</article></body>")


@pytest.mark.parametrize("name", WAYS)
def test_the_notes_are_footnotes_and_the_text_is_whole(name: str) -> None:
    article = read(WAYS[name])

    lines = article.text.splitlines()
    assert lines[:3] == [f"{FIRST}.", f"{SECOND}.", LAST]
    notes = [block for block in article.document.blocks if isinstance(block, Footnote)]
    assert [Document(note.blocks).lines for note in notes] == [[NOTES[0]], [NOTES[1]]]
    marks = [
        span.href
        for block in article.document.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.href and span.href.startswith("#fn-")
    ]
    assert marks == [f"#fn-{note.label}" for note in notes]


@pytest.mark.parametrize(
    "name",
    ["sidenote", "side-note", "marginnote", "margin-note", "inlinefootnote", "inline-footnote", "footnote-inline"],
)
def test_every_name_of_a_note_in_the_margin_is_known(name: str) -> None:
    article = read(f'<p>{{a}}<span class="{name}">1. {{x}}</span>.</p><p>{{b}}.</p><p>{{c}}</p>')

    assert article.text.splitlines()[0] == f"{FIRST}."
    assert [type(block) for block in article.document.blocks].count(Footnote) == 1


@pytest.mark.parametrize("link", ['<a href="#n">1</a>', "<a href='#n'>1</a>", "<a href=#n>1</a>"])
def test_a_mark_that_leads_to_an_anchor_is_known_however_its_address_is_quoted(link: str) -> None:
    article = read(f'<p>{{a}}{link}.</p><p>{{b}}.</p><p>{{c}}</p><p><a name="n">1</a> {{x}}</p>')

    notes = [block for block in article.document.blocks if isinstance(block, Footnote)]
    assert [Document(note.blocks).lines for note in notes] == [[NOTES[0]]]


def test_a_note_of_several_blocks_is_one() -> None:
    markup = (
        "<p>{a}<sup>1</sup>.</p><p>{b}<sup>2</sup>.</p><p>{c}</p><hr><p><strong>1</strong> {x}</p>"
        "<ul><li>It costs more.</li></ul><p><strong>2</strong> {y}</p>"
    )
    first, second = (block for block in read(markup).document.blocks if isinstance(block, Footnote))
    assert Document(first.blocks).lines == [NOTES[0], "It costs more."]
    assert Document(second.blocks).lines == [NOTES[1]]


def test_an_exponent_is_no_mark() -> None:
    article = read("<p>{a}, on 40 m<sup>2</sup> of quay.</p><p>{b}, and x<sup>2</sup> of it.</p><p>{c}</p>")

    assert not [block for block in article.document.blocks if isinstance(block, Footnote)]
    assert "m2" in article.text.replace("²", "2")


def test_an_exponent_is_none_either_where_a_note_has_its_number() -> None:
    article = read(
        "<p>{a}, on 40 m<sup>2</sup> of quay<sup><a href='#fn-2'>2</a></sup>.</p><p>{b}.</p><p>{c}</p><ol><li "
        "id='fn-2'>{y}</li></ol>"
    )
    assert "on 40 m2 of quay." in article.text.replace("²", "2")


def test_a_note_in_the_margin_that_stands_below_too_is_read_once() -> None:
    markup = (
        '<p>{a}<sup><a href="#fn1">1</a></sup><span class="sidenote">{x}</span>.</p><p>{b}.</p><p>{c}</p>'
        '<div class="footnotes"><ol><li id="fn1">{x}</li></ol></div>'
    )
    text = read(markup).text
    assert text.count(NOTES[0]) == 1
    assert f"{FIRST}." in text
