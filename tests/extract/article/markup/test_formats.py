"""Letters in an archive of a mailing list, which stand in a `pre`, are paragraphs and no code."""

import pytest

from tuinews.extract.article import extract_article
from tuinews.model.document import Code, Paragraph, Quote

LETTER = """The wheel has been turning since Monday, and the bearings are cold to the
touch, which nobody on the committee had expected of iron pins that were
cast by a blacksmith.

> Who pays for the grease, and who is going to put it on when the snow lies
> on the steps?

Jo Tansley does, as every year. She asks for two more pairs of hands on the
Saturday after Easter, and for a ladder that reaches the upper gear.

Regards,
Ann
"""
CODE = "".join(f"for bucket in wheel[{n}:]:\n    lift(bucket)  # one after the other\n" for n in range(9))


def page(inside: str) -> str:
    head = "<H1>[Mill] Grease</H1><B>Ann Bell</B> <A HREF='mailto:m@x.example'>ann at bell.example</A><BR>"
    links = '<UL><LI>Previous message: <A HREF="000122.html">[Mill] Geese</A></LI></UL>'
    return (
        f"<HTML><HEAD><TITLE>[Mill] Grease</TITLE></HEAD><BODY>{head}{links}<HR>{inside}<HR>{links}</BODY></HTML>"
    )


def test_a_letter_in_a_pre_is_paragraphs_and_what_it_quotes() -> None:
    letter = LETTER.replace(">", "&gt;")
    document = extract_article(page(f"<PRE>{letter}</PRE>"), "https://lists.example/mill/000123.html").document
    assert [type(block) for block in document.blocks] == [Paragraph, Quote, Paragraph, Paragraph]
    assert document.lines[0].endswith("had expected of iron pins that were cast by a blacksmith.")
    assert document.lines[1].startswith("Who pays for the grease")
    assert document.lines[-2:] == ["Regards,", "Ann"]


@pytest.mark.parametrize("inside", [f"<pre>{CODE}</pre>", f"<pre><code>{CODE}</code></pre>"])
def test_code_in_a_pre_stays_code(inside: str) -> None:
    document = extract_article(page(f"<p>{LETTER}</p>{inside}"), "https://x.example/a").document
    assert any(isinstance(block, Code) for block in document.blocks)


def test_a_page_without_a_line_whose_text_is_in_its_data_is_read() -> None:
    texts = [
        f"The wheel turned for the {n}th time this week, and the village came to look at it." for n in range(6)
    ]
    content = "".join(f"<p>{text}</p>" for text in texts).replace('"', '\\"').replace("</", "<\\/")
    data = f'<script>window.__NUXT__={{data:[{{article:{{title:"Wheel",content:"{content}"}}}}]}};</script>'
    html = f"<html><head><title>Wheel</title></head><body><div id=__nuxt></div>{data}</body></html>"
    assert extract_article(html, "https://x.example/2026/03/wheel.html").document.lines == texts
