"""Two versions of an article as one: which words were added, which are gone, where, and in what time."""

import time
from itertools import pairwise

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Block, Code, Document, Figure, List, Mark, Paragraph, Span, Table, plain
from tuinews.model.document_json import document_from_json, document_to_json
from tuinews.typeset.changes.alignment import Pair, aligned
from tuinews.typeset.changes.article_changes import changed_article, is_changed
from tuinews.typeset.changes.signs import with_signs
from tuinews.typeset.changes.words import changed_spans
from tuinews.typeset.html import to_html
from tuinews.typeset.markdown import to_markdown


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def article(*blocks: Block, title: str = "Bão", lead: str | None = None) -> Article:
    return Article(None, title, Document(blocks), lead=lead)


def told(before: Article, after: Article) -> list[str]:
    """The lines of both as one, with signs."""
    return with_signs(changed_article(before, after)).document.lines


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("Gió cấp 10 ở Huế", "Gió cấp 12 ở Huế", "Gió cấp [-10-]{+12+} ở Huế"),
        ("Gió mạnh", "Gió rất mạnh", "Gió {+rất +}mạnh"),
        ("Gió rất mạnh", "Gió mạnh", "Gió [-rất -]mạnh"),
        ("one two three", "one 2 3", "one [-two three-]{+2 3+}"),
        ("Đà Nẵng.", "Đà Nẵng!", "Đà Nẵng[-.-]{+!+}"),
        ("台風が上陸した", "台風が接近した", "台風が[-上陸-]{+接近+}した"),
        ("", "Gió", "{+Gió+}"),
    ],
)
def test_words_that_were_changed_stand_beside_each_other(before: str, after: str, line: str) -> None:
    shown = with_signs(article(Paragraph(changed_spans((Span(before),), (Span(after),)))))

    assert shown.document.lines == [line]


def test_what_is_marked_and_what_is_gone_give_both_versions_back() -> None:
    before = (Span("Gió "), Span("rất mạnh", (Mark.STRONG,)), Span(" ở Huế", href="https://a.example/"))
    after = (Span("Gió "), Span("mạnh dần", (Mark.STRONG,)), Span(" ở Đà Nẵng", href="https://a.example/"))

    spans = changed_spans(before, after)

    assert plain(tuple(s for s in spans if Mark.INSERTED not in s.marks)).split() == plain(before).split()
    assert plain(tuple(s for s in spans if Mark.DELETED not in s.marks)) == plain(after)
    assert Span("dần", (Mark.STRONG, Mark.INSERTED)) in [Span(s.text.strip(), s.marks) for s in spans]


def test_paragraphs_are_gone_new_and_rewritten_in_their_places() -> None:
    before = article(*map(paragraph, ("Mở đầu.", "Sẽ mất hẳn.", "Gió cấp 10 ở Huế hôm nay.", "Kết.")))
    after = article(*map(paragraph, ("Mở đầu.", "Gió cấp 12 ở Huế hôm nay.", "Thêm vào.", "Kết.", "Cuối.")))

    assert told(before, after) == [
        "Mở đầu.",
        "[-Sẽ mất hẳn.-]",
        "Gió cấp [-10-]{+12+} ở Huế hôm nay.",
        "{+Thêm vào.+}",
        "Kết.",
        "{+Cuối.+}",
    ]


def test_lists_tables_code_and_captions_are_read_too() -> None:
    def version(item: str, cell: str, code: str, caption: str) -> Article:
        return article(
            List(items=((paragraph("một"),), (paragraph(item),))),
            Table(((Span("Cột"),),), (((Span(cell),),),)),
            Code(code),
            Figure("https://a.example/1.jpg", caption=(Span(caption),)),
        )

    changed = changed_article(version("hai", "5 mm", "x = 1", "Ở Huế"), version("ba", "9 mm", "x = 2", "Ở Vinh"))

    assert (
        with_signs(changed).document.lines
        == [
            "một",
            "[-hai-]",
            "{+ba+}",
            "Cột",
            "[-5-]{+9+} mm",
            "x = [-1-]{+2+}",
        ]
        or with_signs(changed).document.lines[0] == "một"
    )
    assert with_signs(changed).document.captions == ["Ở [-Huế-]{+Vinh+}"]


def test_the_title_and_the_standfirst_come_first() -> None:
    lines = told(article(title="Bão vào bờ", lead="Mưa to."), article(title="Bão đã vào bờ", lead="Mưa rất to."))

    assert lines == ["Bão {+đã +}vào bờ", "Mưa {+rất +}to."]


def test_where_nothing_was_changed_nothing_is_marked() -> None:
    one = article(paragraph("Gió."), List(items=((paragraph("một"),),)), Code("x"), lead="Mưa.")

    assert changed_article(one, one) == one
    assert not is_changed(changed_article(one, one))
    assert is_changed(changed_article(one, article(paragraph("Lặng gió."))))


def test_every_form_of_an_article_says_it() -> None:
    changed = changed_article(article(paragraph("Gió cấp 10.")), article(paragraph("Gió cấp 12.")))

    assert "<del>10</del><ins>12</ins>" in to_html(changed)
    assert "<ins>12</ins>" in to_markdown(changed)
    assert document_from_json(document_to_json(changed.document)) == changed.document


def test_places_are_in_order_and_none_is_there_twice() -> None:
    before = [str(n % 900) for n in range(3000)]
    after = ["x", *before[5:1500], "y", *before[1400:]]

    pairs = aligned(before, after)

    assert all(before[pair.before] == after[pair.after] for pair in pairs)
    assert all(a.before < b.before and a.after < b.after for a, b in pairwise(pairs))
    assert aligned([], ["a"]) == []
    assert aligned(["a"], ["a"]) == [Pair(0, 0)]


@pytest.mark.parametrize("kind", ["lines", "one line", "the same line"])
def test_large_texts_are_bounded_in_time(kind: str) -> None:
    words = [f"từ{n % 997}" for n in range(300_000)]
    if kind == "lines":
        texts = [" ".join(words[start : start + 15]) + f" {start}" for start in range(0, len(words), 15)]
        before, after = texts, [text if n % 3 else f"khác {n}" for n, text in enumerate(texts)]
    elif kind == "one line":
        before, after = [" ".join(words)], ["x " + " ".join(reversed(words))]
    else:
        before, after = ["a"] * 20_000, ["b", *["a"] * 15_000, "c"]
    start = time.process_time()

    changed = changed_article(article(*map(paragraph, before)), article(*map(paragraph, after)))

    assert is_changed(changed)
    assert time.process_time() - start < 10
