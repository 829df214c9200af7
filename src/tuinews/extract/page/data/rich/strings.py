"""Strings of text in data as HTML: markup as it is, Markdown, and plain text by its paragraphs."""

import re
from html import escape, unescape

from tuinews.extract.page.data.prose import is_markup, unescaped
from tuinews.late import late_pattern

_PARAGRAPHS = late_pattern(r"\r?\n\s*\n|\r\n|\n|\r|\u2029|(?<=[.!?…]) {2,}")
_GLUED = late_pattern(r"(?<=[^\W\d_A-Z][.!?…])(?=[“\"«„]?[A-ZÀ-ÖØ-ÞĐА-Я][^\W\d_A-Z.]*[\s,])")
"""Where two paragraphs met and nothing was left between them."""

LONG = 600
"""Letters from which a text in one line has lost its paragraphs."""

_INLINE_TAG = late_pattern(r"</?(?:a|b|i|em|strong|span|br|sup|sub|u|code|mark)\b", re.IGNORECASE)
_MARKDOWN = late_pattern(
    r"^#{1,6} \S|^[*-] \S|\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|\*\*[^*\n]{1,200}\*\*", re.MULTILINE
)
_BLOCKS = late_pattern(r"\n\s*\n|\n(?=#{1,6} |[*-] |\d+\. |> )")
_HEADING, _ITEM, _QUOTE = (
    late_pattern(r"(#{1,6})\s+(.*)"),
    late_pattern(r"(?:[*-]|(\d+)\.)\s+(.*)", re.DOTALL),
    late_pattern(r">\s?"),
)
_PICTURE = late_pattern(r"!\[([^\]\n]{0,300})\]\(([^)\s]{1,500})[^)\n]{0,200}\)")
_LINK = late_pattern(r"\[([^\]\n]{1,300})\]\(([^)\s]{1,500})[^)\n]{0,200}\)")
_STRONG, _EMPHASIS, _CODE = (
    late_pattern(r"\*\*([^*\n]{1,500})\*\*"),
    late_pattern(r"(?<![\w*])[*_]([^*_\n]{1,500})[*_](?![\w*])"),
    late_pattern(r"`([^`\n]{1,300})`"),
)

_SHORTCODE = late_pattern(
    r"\[/?[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\]]*\"|'[^'\]]*'|[^\s\]\"']+)){1,40}\s*/?\]|\[/[a-z][\w-]*\]"
    r"|\{(?:[a-z]+(?:\s+[\w-]+=[^\s{}]+)+[^{}]*|shortcode-[\w-]+)\}"
)
"""What a program replaces before it shows a text: `[gallery ids="1,2"]`, `{image id=7}`."""

LEAST_MARKS = 2
"""Signs of Markdown from which a text is written in it."""


def as_markup(text: str) -> str:
    """A string of an article as blocks of HTML."""
    text = unescaped(text)
    if "[" in text or "{" in text:
        text = _SHORTCODE.sub("", text)
    if is_markup(text):
        return text
    if _INLINE_TAG.search(text):
        return f"<p>{text}</p>"
    text = unescape(text) if "&" in text else text
    if len(_MARKDOWN.findall(text)) >= LEAST_MARKS:
        return _from_markdown(text)
    parts = [part for part in _PARAGRAPHS.split(text) if part.strip()]
    if len(parts) == 1 and len(text) > LONG:
        parts = _GLUED.split(text)
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)


def as_inline(text: str) -> str:
    """A string inside a paragraph as HTML."""
    return text if _INLINE_TAG.search(text) else escape(unescape(text) if "&" in text else text, quote=False)


def _from_markdown(text: str) -> str:
    parts: list[str] = []
    for block in _BLOCKS.split(text.replace("\r\n", "\n")):
        block = block.strip()
        heading, item = _HEADING.fullmatch(block), _ITEM.fullmatch(block)
        if heading:
            level = len(heading[1])
            parts.append(f"<h{level}>{_marked(heading[2])}</h{level}>")
        elif item:
            tag = "ol" if item[1] else "ul"
            if parts and parts[-1].endswith(f"</{tag}>"):
                parts[-1] = parts[-1].removesuffix(f"</{tag}>")
            else:
                parts.append(f"<{tag}>")
            parts[-1] += f"<li>{_marked(item[2])}</li></{tag}>"
        elif block.startswith(">"):
            parts.append(f"<blockquote><p>{_marked(_QUOTE.sub('', block))}</p></blockquote>")
        elif block:
            parts.append(f"<p>{_marked(block)}</p>")
    return "".join(parts)


def _marked(text: str) -> str:
    text = escape(text, quote=False)
    text = _PICTURE.sub(r'<img alt="\1" src="\2">', text)
    text = _LINK.sub(r'<a href="\2">\1</a>', text)
    text = _CODE.sub(r"<code>\1</code>", _STRONG.sub(r"<strong>\1</strong>", text))
    return _EMPHASIS.sub(r"<em>\1</em>", text)
