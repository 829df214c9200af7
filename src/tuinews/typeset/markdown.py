"""An article as Markdown (CommonMark, with GitHub's tables, strike-through and footnotes).

What the article says comes back out of a Markdown parser as it went in: everything that could be read as
markup is escaped, and where CommonMark's rules for `*` would not hold, HTML tags stand instead.
"""

import re
from collections.abc import Iterator

from tuinews.model.article import Article
from tuinews.model.document import (
    Block,
    Code,
    Embed,
    Figure,
    Footnote,
    Heading,
    List,
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
from tuinews.typeset.markdown_spans import escaped, link, note_label, spans_to_markdown
from tuinews.typeset.pieces import DASHES


def to_markdown(article: Article) -> str:
    """`article` as Markdown: title, byline, lead in bold, body."""
    parts = [f"# {escaped(clean_line(article.title))}"] if article.title else []
    byline = [escaped(clean_line(author)) for author in article.authors]
    if article.published:
        byline.append(escaped(full_date(article.published, article.lang)))
    if article.site or article.url:
        byline.append(link(escaped(clean_line(article.site or article.url)), article.url))
    if byline:
        parts.append(" · ".join(byline))
    if article.lead:
        parts.append(f"**{escaped(' '.join(clean_text(article.lead).split()))}**")
    parts += _blocks(article.document.blocks)
    return "\n\n".join(parts) + "\n"


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Each block; of two lists that follow one another the second has other markers, or they would be one."""
    other = False
    before: Block | None = None
    for block in blocks:
        if isinstance(block, List):
            other = isinstance(before, List) and before.ordered == block.ordered and not other
            text = _list(block, other)
        else:
            text = _block(block)
        if text:
            yield text
            before = block


def _block(block: Block) -> str:
    match block:
        case Heading(level, spans):
            text = spans_to_markdown(spans).replace("\\\n", " ")
            return f"{'#' * min(6, max(2, level))} {text}" if text else ""
        case Paragraph(spans):
            return spans_to_markdown(spans)
        case Quote(inner, cite):
            parts = [*_blocks(inner), *([f"— {escaped(clean_line(cite).lstrip(DASHES))}"] if cite else [])]
            return _prefixed("\n\n".join(parts), "> ", "> ")
        case Table():
            return _table(block)
        case Code(text, lang):
            return _code(clean_text(text), clean_line(lang))
        case Figure():
            return _figure(block)
        case Embed(url, title):
            return link(escaped(clean_line(title or url)), url)
        case Rule():
            return "***"
        case Footnote(label, inner):
            return _prefixed("\n\n".join(_blocks(inner)), f"[^{note_label(label)}]: ", "    ")
        case List():
            return _list(block, other=False)
        case _:
            raise unknown_kind(block)


def _prefixed(text: str, first: str, rest: str) -> str:
    """`text` with `first` before its first line and `rest` before the others; no blanks at the ends of lines."""
    first_line, *others = text.split("\n")
    bare = rest.rstrip()
    return "\n".join([(first + first_line).rstrip(" "), *((rest + line) if line else bare for line in others)])


def _list(block: List, other: bool) -> str:
    tight = all(_is_tight(item) for item in block.items)
    parts: list[str] = []
    for number, item in enumerate(block.items, max(0, min(block.start, 999_999_000))):
        marker = f"{number}{')' if other else '.'} " if block.ordered else "* " if other else "- "
        text = ("\n" if tight else "\n\n").join(_blocks(item))
        parts.append(_prefixed(text, marker, " " * len(marker)))
    return ("\n" if tight else "\n\n").join(parts)


def _is_tight(item: tuple[Block, ...]) -> bool:
    """Whether an item needs no blank lines: a text and lists (a number other than 1 does not interrupt a text)."""
    return all(isinstance(b, List) and (not b.ordered or b.start == 1) for b in item[1:])


def _table(table: Table) -> str:
    columns = max((len(row) for row in (table.header, *table.rows)), default=0)
    if not columns:
        return ""
    rows = [_table_row(table.header, columns), "|" + " --- |" * columns]
    rows += [_table_row(row, columns) for row in table.rows]
    caption = f"{escaped(clean_line(table.caption))}\n\n" if table.caption else ""
    return caption + "\n".join(rows)


def _table_row(cells: tuple[Spans, ...], columns: int) -> str:
    texts = [spans_to_markdown(cell).replace("\\\n", "<br>").replace("|", "\\|") for cell in cells]
    return "| " + " | ".join(texts + [""] * (columns - len(texts))) + " |"


def _code(text: str, lang: str) -> str:
    """A fenced block; the fence is longer than any inside."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    name = lang if re.fullmatch(r"[\w+#.-]+", lang) else ""
    return f"{fence}{name}\n{text.removesuffix(chr(10))}\n{fence}"


def _figure(figure: Figure) -> str:
    alt = escaped(clean_line(figure.alt or plain(figure.caption)))
    picture = link(alt, figure.url)
    picture = f"!{picture}" if picture != alt else alt
    beside = figure.credit_beside
    credit = f" — {escaped(clean_line(beside))}" if beside else ""
    caption = spans_to_markdown(figure.caption) + credit
    return f"{picture}\n\n{caption}" if caption else picture
