"""An article as one HTML file: nothing in it runs, and opening it loads nothing from anywhere."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from tuinews.address import MAX_LENGTH
from tuinews.model.article import Article
from tuinews.model.document import (
    Block,
    Code,
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
from tuinews.text import clean_line, clean_text
from tuinews.typeset.block_rows import DASHES
from tuinews.typeset.dates import full_date

_TAGS = {
    Mark.EMPHASIS: "em",
    Mark.STRONG: "strong",
    Mark.CODE: "code",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
    Mark.STRIKE: "s",
}
_STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.1em/1.6 serif}"
    "pre{overflow:auto;padding:1em;background:#8881}table{border-collapse:collapse}"
    "th,td{padding:.2em .6em;border-bottom:1px solid #8886;text-align:left;vertical-align:top}"
    "figcaption,.byline{color:#777;font-size:.9em}.lead{font-weight:bold}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(article: Article) -> str:
    """`article` as a whole HTML document.

    Its pictures stand as links. Addresses other than http, https and mailto are dropped, their words stay.
    """
    title = _text(clean_line(article.title))
    lang = f' lang="{_text(clean_line(article.lang))}"' if article.lang else ""
    parts = [
        f'<!doctype html>\n<html{lang}>\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>",
        *_head(article),
        *_blocks(article.document.blocks),
        "</article>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _head(article: Article) -> Iterator[str]:
    yield f"<h1>{_text(clean_line(article.title))}</h1>"
    byline = [_text(clean_line(author)) for author in article.authors]
    if article.published:
        moment, words = article.published.date, full_date(article.published, article.lang)
        byline.append(f'<time datetime="{_text(moment)}">{_text(words)}</time>')
    if article.site or article.url:
        words = _text(clean_line(article.site or article.url))
        byline.append(_link(article.url, words))
    if byline:
        yield f'<p class="byline">{" · ".join(byline)}</p>'
    if article.lead:
        yield f'<p class="lead">{_text(clean_text(article.lead))}</p>'


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading(level, spans):
            tag = f"h{min(6, max(2, level))}"
            return f"<{tag}>{_spans(spans)}</{tag}>"
        case Paragraph(spans, indent):
            look = f' style="margin-left:{2 * indent}em"' if indent else ""
            return f"<p{look}>{_spans(spans)}</p>"
        case List(items, ordered, start):
            tag = f'ol start="{start}"' if ordered and start != 1 else "ol" if ordered else "ul"
            inner = "\n".join("<li>" + "\n".join(_blocks(item)) + "</li>" for item in items)
            return f"<{tag}>\n{inner}\n</{tag[:2]}>"
        case Quote(inner_blocks, cite):
            source = f"\n<footer>— {_text(clean_line(cite).lstrip(DASHES))}</footer>" if cite else ""
            return "<blockquote>\n" + "\n".join(_blocks(inner_blocks)) + f"{source}\n</blockquote>"
        case Table():
            return _table(block)
        case Code(text, lang):
            name = f' class="language-{_text(clean_line(lang))}"' if lang else ""
            return f"<pre><code{name}>{_text(clean_text(text))}</code></pre>"
        case Figure():
            return _figure(block)
        case Embed(url, title):
            return f"<p>{_link(url, _text(clean_line(title or url)))}</p>"
        case Rule():
            return "<hr>"
        case Footnote(label, inner_blocks):
            inner = "\n".join(_blocks(inner_blocks))
            return f'<aside id="{_note_id(label)}"><sup>{_text(clean_line(label))}</sup>\n{inner}</aside>'


def _table(table: Table) -> str:
    caption = f"<caption>{_text(clean_line(table.caption))}</caption>\n" if table.caption else ""
    head = "".join(f"<th>{_spans(cell)}</th>" for cell in table.header)
    rows = ["<tr>" + "".join(f"<td>{_spans(cell)}</td>" for cell in row) + "</tr>" for row in table.rows]
    thead = f"<thead><tr>{head}</tr></thead>\n" if head else ""
    return f"<table>\n{caption}{thead}<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _figure(figure: Figure) -> str:
    alt = _text(clean_line(figure.alt or plain(figure.caption)))
    picture = _link(figure.url, alt or _text(clean_line(figure.url)))
    credit = f" — {_text(clean_line(figure.credit))}" if figure.credit else ""
    caption = f"\n<figcaption>{_spans(figure.caption)}{credit}</figcaption>" if figure.caption or credit else ""
    return f"<figure>{picture}{caption}</figure>"


def _spans(spans: Spans) -> str:
    parts: list[str] = []
    for span in spans:
        words = _text(clean_text(span.text)).replace("\n", "<br>\n")
        for mark in reversed(span.marks):
            words = f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"
        if span.href and span.href.startswith("#fn-"):
            words = f'<a href="#{_note_id(span.href[4:])}">{words}</a>'
        elif span.href:
            words = _link(span.href, words)
        parts.append(words)
    return "".join(parts)


def _link(href: str | None, words: str) -> str:
    if not href or not href.startswith(("http://", "https://", "mailto:")):
        return words
    return f'<a href="{_text(clean_line(href, MAX_LENGTH))}" rel="noreferrer">{words}</a>'


def _note_id(label: str) -> str:
    return "fn-" + quote(clean_line(label), safe="")


def _text(text: str) -> str:
    return escape(text, quote=True)
