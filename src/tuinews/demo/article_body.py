"""The blocks of a guide article as a newspaper's own HTML: pictures late, captions twice, notes at the foot."""

from html import escape

from tuinews.demo.pictures import HEIGHT, WIDTH
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
    Spans,
    Table,
    plain,
)

_TAGS = {
    Mark.EMPHASIS: "em",
    Mark.STRONG: "strong",
    Mark.CODE: "code",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
    Mark.STRIKE: "del",
}
_EMPTY_PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def body_parts(document: Document) -> tuple[list[str], str]:
    """The blocks of the body, one string each, and the section of the footnotes ("" where there are none)."""
    blocks = [block_html(block) for block in document.blocks if not isinstance(block, Footnote)]
    notes = [_note(block) for block in document.blocks if isinstance(block, Footnote)]
    section = '<section class="footnotes">\n<ol>\n' + "\n".join(notes) + "\n</ol></section>" if notes else ""
    return blocks, section


def block_html(block: Block) -> str:
    """One block as HTML."""
    match block:
        case Heading(level, spans):
            return f"<h{level}>{_spans(spans)}</h{level}>"
        case Paragraph(spans):
            return f"<p>{_spans(spans)}</p>"
        case List(items, ordered, start):
            tag = f'ol start="{start}"' if ordered and start != 1 else "ol" if ordered else "ul"
            inner = "\n".join(f"<li>{_item(item)}</li>" for item in items)
            return f"<{tag}>\n{inner}\n</{tag[:2]}>"
        case Quote(blocks, cite):
            source = f"<footer>— <cite>{escape(cite)}</cite></footer>" if cite else ""
            return f"<blockquote>\n{_all(blocks)}\n{source}</blockquote>"
        case Table(header, rows, caption):
            return _table(header, rows, caption)
        case Code(text, lang):
            name = f' class="language-{lang}"' if lang else ""
            return f"<pre><code{name}>{escape(text, quote=False)}\n</code></pre>"
        case Figure():
            return _figure(block)
        case Embed(url, title):
            return f'<div class="video"><iframe src="{escape(url)}" title="{escape(title or "")}"></iframe></div>'
        case Rule():
            return "<hr>"
        case Footnote():
            return _note(block)


def _all(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block_html(block) for block in blocks)


def _item(blocks: tuple[Block, ...]) -> str:
    """A list item; a single paragraph stands bare in it, as pages have it."""
    match blocks:
        case (Paragraph(spans), *rest) if all(isinstance(block, List) for block in rest):
            return _spans(spans) + "".join(f"\n{block_html(block)}" for block in rest)
    return _all(blocks)


def _table(header: tuple[Spans, ...], rows: tuple[tuple[Spans, ...], ...], caption: str | None) -> str:
    head = "".join(f'<th scope="col">{_spans(cell)}</th>' for cell in header)
    body = "\n".join("<tr>" + "".join(f"<td>{_spans(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    title = f"<caption>{escape(caption)}</caption>\n" if caption else ""
    return f"<table>\n{title}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _figure(figure: Figure) -> str:
    """A picture that a script would load when it is scrolled to, its caption in alt and figcaption alike."""
    caption = plain(figure.caption)
    alt = escape(figure.alt or caption)
    credit = f' <span class="credit">Ảnh: {escape(figure.credit)}</span>' if figure.credit else ""
    picture = (
        f'<img class="lazy" src="{_EMPTY_PICTURE}" data-src="{escape(figure.url)}" alt="{alt}"'
        f' width="{WIDTH}" height="{HEIGHT}">'
    )
    text = f"\n<figcaption>{_spans(figure.caption)}{credit}</figcaption>" if caption or credit else ""
    return f'<figure class="picture">{picture}{text}</figure>'


def _note(note: Footnote) -> str:
    back = f' <a class="footnote-back" href="#fnref-{note.label}">↩</a>'
    return f'<li id="fn-{note.label}">{_all(note.blocks).removesuffix("</p>")}{back}</p></li>'


def _spans(spans: Spans) -> str:
    parts: list[str] = []
    for span in spans:
        text = escape(span.text, quote=False).replace("\n", "<br>\n")
        if span.href and span.href.startswith("#fn-"):
            label = span.href.removeprefix("#fn-")
            parts.append(f'<sup id="fnref-{label}"><a href="#fn-{label}">{text}</a></sup>')
            continue
        for mark in reversed(span.marks):
            text = f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"
        parts.append(f'<a href="{escape(span.href)}">{text}</a>' if span.href else text)
    return "".join(parts)
