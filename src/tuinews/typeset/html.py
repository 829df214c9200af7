"""An article as one HTML file: nothing in it runs, and opening it loads nothing from anywhere."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from tuinews.address import MAX_LENGTH
from tuinews.model.article import Article
from tuinews.model.document import (
    Block,
    Blocks,
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
    unknown_kind,
)
from tuinews.text import clean_line, clean_text
from tuinews.typeset.dates import full_date
from tuinews.typeset.pieces import DASHES

_TAGS = {
    Mark.EMPHASIS: "em",
    Mark.STRONG: "strong",
    Mark.CODE: "code",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
    Mark.STRIKE: "s",
    Mark.INSERTED: "ins",
    Mark.DELETED: "del",
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
    title, writer = as_text(clean_line(article.title)), HtmlWriter()
    lang = f' lang="{as_text(clean_line(article.lang))}"' if article.lang else ""
    parts = [
        f'<!doctype html>\n<html{lang}>\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>",
        *_head(article),
        *(writer.block(block) for block in article.document.blocks),
        "</article>\n</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _head(article: Article) -> Iterator[str]:
    yield f"<h1>{as_text(clean_line(article.title))}</h1>"
    byline = [as_text(clean_line(author)) for author in article.authors]
    if article.published:
        moment, words = article.published.date, full_date(article.published, article.lang)
        byline.append(f'<time datetime="{as_text(moment)}">{as_text(words)}</time>')
    if article.site or article.url:
        words = as_text(clean_line(article.site or article.url))
        byline.append(_link(article.url, words))
    if byline:
        yield f'<p class="byline">{" · ".join(byline)}</p>'
    if article.lead:
        yield f'<p class="lead">{as_text(clean_text(article.lead))}</p>'


class HtmlWriter:
    """Blocks as HTML, a method for each kind that needs one; a subclass may write some of them otherwise."""

    def blocks(self, blocks: Blocks) -> str:
        """Blocks, one under the other."""
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        """One block as HTML."""
        match block:
            case Heading(level, spans):
                tag = f"h{min(6, max(2, level))}"
                return f"<{tag}>{self.spans(spans)}</{tag}>"
            case Paragraph(spans, indent):
                look = f' style="margin-left:{2 * indent}em"' if indent else ""
                return f"<p{look}>{self.spans(spans)}</p>"
            case List():
                return self.list(block)
            case Quote(inner, cite):
                source = f"\n<footer>— {as_text(clean_line(cite).lstrip(DASHES))}</footer>" if cite else ""
                return f"<blockquote>\n{self.blocks(inner)}{source}\n</blockquote>"
            case Table():
                return self.table(block)
            case Code(text, lang):
                name = f' class="language-{as_text(clean_line(lang))}"' if lang else ""
                return f"<pre><code{name}>{as_text(clean_text(text))}</code></pre>"
            case Figure():
                return self.figure(block)
            case Embed():
                return self.embed(block)
            case Rule():
                return "<hr>"
            case Footnote():
                return self.footnote(block)
            case _:
                raise unknown_kind(block)

    def list(self, block: List) -> str:
        """A list; an ordered one says its first number where that is not 1."""
        tag = (
            f'ol start="{block.start}"' if block.ordered and block.start != 1 else "ol" if block.ordered else "ul"
        )
        inner = "\n".join(f"<li>{self.item(item)}</li>" for item in block.items)
        return f"<{tag}>\n{inner}\n</{tag[:2]}>"

    def item(self, blocks: Blocks) -> str:
        """What stands in an item of a list."""
        return self.blocks(blocks)

    def table(self, table: Table) -> str:
        """A table with its caption, its header and its rows."""
        caption = f"<caption>{as_text(clean_line(table.caption))}</caption>\n" if table.caption else ""
        head = "".join(f"<th>{self.spans(cell)}</th>" for cell in table.header)
        rows = ["<tr>" + "".join(f"<td>{self.spans(cell)}</td>" for cell in row) + "</tr>" for row in table.rows]
        thead = f"<thead><tr>{head}</tr></thead>\n" if head else ""
        return f"<table>\n{caption}{thead}<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"

    def figure(self, figure: Figure) -> str:
        """A picture as a link, its caption and credit under it."""
        alt = as_text(clean_line(figure.alt or plain(figure.caption)))
        picture = _link(figure.url, alt or as_text(clean_line(figure.url)))
        beside = figure.credit_beside
        credit = f" — {as_text(clean_line(beside))}" if beside else ""
        words = self.spans(figure.caption) + credit
        caption = f"\n<figcaption>{words}</figcaption>" if figure.caption or credit else ""
        return f"<figure>{picture}{caption}</figure>"

    def embed(self, embed: Embed) -> str:
        """What only a browser shows, as a link."""
        return f"<p>{_link(embed.url, as_text(clean_line(embed.title or embed.url)))}</p>"

    def footnote(self, note: Footnote) -> str:
        """A note with its label, in its place."""
        label = as_text(clean_line(note.label))
        return f'<aside id="{note_id(note.label)}"><sup>{label}</sup>\n{self.blocks(note.blocks)}</aside>'

    def spans(self, spans: Spans) -> str:
        """Text with its marks and links."""
        parts: list[str] = []
        for span in spans:
            words = as_text(clean_text(span.text)).replace("\n", "<br>\n")
            for mark in reversed(span.marks):
                words = f"<{_TAGS[mark]}>{words}</{_TAGS[mark]}>"
            if span.href and span.href.startswith("#fn-"):
                words = self.reference(span.href[4:], words)
            elif span.href:
                words = _link(span.href, words)
            parts.append(words)
        return "".join(parts)

    def reference(self, label: str, words: str) -> str:
        """The way to a note."""
        return f'<a href="#{note_id(label)}">{words}</a>'


def _link(href: str | None, words: str) -> str:
    if not href or not href.startswith(("http://", "https://", "mailto:")):
        return words
    return f'<a href="{as_text(clean_line(href, MAX_LENGTH))}" rel="noreferrer">{words}</a>'


def note_id(label: str) -> str:
    """The id of a note in the page."""
    return "fn-" + quote(clean_line(label), safe="")


def as_text(text: str) -> str:
    """`text` so that a browser reads it as these characters, in an attribute too."""
    return escape(text, quote=True)
