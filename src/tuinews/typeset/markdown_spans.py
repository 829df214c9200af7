"""Spans as Markdown: what is text stays text, marks hold whatever stands beside them."""

import re
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import quote

from tuinews.late import late_pattern
from tuinews.model.document import Mark, Span, Spans
from tuinews.text import clean_line, clean_text
from tuinews.typeset.breaks import collapse

_SPECIAL = late_pattern(r"[\\`*_{}\[\]<>~|]|&(?=[#\w])")
_LINE_START = late_pattern(r"(?m)^( *)([+-](?= |$)|-(?=-)|=(?=[= ]|$)|#(?=[# ]|$)|\d{1,9}(?=[.)](?: |$)))")
_DELIMITERS = {Mark.EMPHASIS: "*", Mark.STRONG: "**", Mark.STRIKE: "~~", Mark.DELETED: "~~"}
_TAGS = {
    Mark.EMPHASIS: "em",
    Mark.STRONG: "strong",
    Mark.STRIKE: "del",
    Mark.INSERTED: "ins",
    Mark.DELETED: "del",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
}


def escaped(text: str) -> str:
    """`text` so that a Markdown parser reads it as these characters."""
    return _LINE_START.sub(_escaped_start, _SPECIAL.sub(r"\\\g<0>", text))


def link(words: str, href: str | None) -> str:
    """`words` (already Markdown) as a link; the words alone for anything but http, https and mailto."""
    if not href or not href.startswith(("http://", "https://", "mailto:")):
        return words
    return f"[{words}](<{quote(href, safe='!#$%&()*+,/:;=?@[]~' + chr(39))}>)"


def spans_to_markdown(spans: Spans) -> str:
    """`spans` as one paragraph of Markdown; a line feed is a hard break."""
    parts: list[str] = []
    for href, group in groupby(spans, key=lambda span: span.href):
        run = _merged(group)
        text = "".join(span.text for span in run)
        if href and href.startswith("#fn-"):
            parts.append(f"[^{note_label(href[4:])}]")
        elif href and text.strip():
            inner = _marked(run)
            before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
            parts.append(before + link(inner.strip(), href) + after)
        else:
            parts.append(_marked(run))
    text = "\n".join(line.strip(" ") for line in collapse("".join(parts)).split("\n"))
    text = re.sub(r"\n+", "\n", text).strip("\n")
    return _LINE_START.sub(_escaped_start, text).replace("\n", "\\\n")


def note_label(label: str) -> str:
    """The label of a footnote in letters that Markdown allows there."""
    return quote(clean_line(label).replace(" ", "-"), safe="").replace("%", "_") or "1"


def _merged(run: Iterable[Span]) -> list[Span]:
    """Neighbours of one look as one: two code spans side by side would read as one fence."""
    return [
        Span("".join(span.text for span in same), marks)
        for marks, same in groupby(run, key=lambda span: span.marks)
    ]


def _escaped_start(match: re.Match[str]) -> str:
    """A list number is escaped at its dot, everything else before itself."""
    blank, mark = match.groups()
    return f"{blank}{mark}\\" if mark.isdigit() else f"{blank}\\{mark}"


def _marked(run: list[Span]) -> str:
    out = ""
    for number, span in enumerate(run):
        text = collapse(clean_text(span.text))
        following = run[number + 1].text[:1] if number + 1 < len(run) else ""
        words = text.strip()
        if not words:
            out += text
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        inner = _code(words) if Mark.CODE in span.marks else _SPECIAL.sub(r"\\\g<0>", words)
        marks: list[Mark] = [mark for mark in span.marks if mark is not Mark.CODE]
        plain = not marks or _holds(out + before, words, after + following, marks)
        for mark in reversed(marks):
            inner = _with_mark(inner, mark, plain)
        out += before + inner + after
    return out


def _with_mark(inner: str, mark: Mark, plain: bool) -> str:
    delimiter = _DELIMITERS.get(mark)
    if delimiter is None or not plain:
        return f"<{_TAGS[mark]}>{inner}</{_TAGS[mark]}>"
    return f"{delimiter}{inner}{delimiter}"


def _holds(before: str, words: str, after: str, marks: list[Mark]) -> bool:
    """Whether `*words*` is emphasis there (CommonMark 6.2: flanking), one mark at a time."""
    outside = (before[-1:], after[:1])
    free = all(not c or c.isspace() for c in outside)
    edges = words[0].isalnum() and words[-1].isalnum()
    return len(marks) == 1 and Mark.CODE not in marks and (free or (edges and not set(outside) & set("*~`\\")))


def _code(text: str) -> str:
    """A code span; its fence is longer than any inside."""
    text = text.replace("\n", " ")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
