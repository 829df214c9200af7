"""Letters and essays that a page shows as preformatted text: archives of mailing lists, old plain files.

Where most words of a page are in one `pre` whose lines are sentences, broken where a line of a terminal ends, they
are its text and no code: paragraphs, with the quotations of a mail (RFC 3676, 4.5) as such.
"""

import re
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.elements import PageElements

LEAST_LETTERS, LONGEST_LINE = 200, 110
"""Letters of such a text, and of a line that was broken by hand."""

LEAST_PROSE = 0.7
"""Share of the letters that are in lines of prose."""

LEAST_WORDS, LEAST_WIDTH = 4, 40
"""Words of a line of prose, and letters from which a line goes on in the next."""

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[{};=<>|\\]\s*$|^\s{2,}|^\s*[#$%*+|/\\]|[(\[]\)|://\S+$|\t")
_SET_IN = re.compile(r"[{};]\s*$|^(?:\t| {2,})\S|^[#$%] |\|\s+(?:\d+ [+-]+|Bin )|^ \d+ files? changed")
_CHANGE = re.compile(r"^(?:diff --git |@@ -\d|Index: \S+$)", re.MULTILINE)
"""What a change of files begins with, as `diff` writes it."""

_QUOTED = re.compile(r"^[ \t]*>[> \t]?")


def prose_out_of_pre(elements: PageElements) -> None:
    """Makes paragraphs of the one `pre` that is the text of a page."""
    found = [node for node in elements.of("pre") if node.css_first("code, table, img, span") is None]
    if len(found) != 1 or len(elements.of("pre")) != 1:
        return
    text = found[0].text(deep=True)
    body = elements.tree.body
    if (
        body is None
        or len(text) < LEAST_LETTERS
        or 2 * len(text) < len(body.text(deep=True))
        or not _is_prose(text)
    ):
        return
    inside = "".join(_block(block) for block in _BLANK.split(text.strip("\n")) if block.strip())
    made = LexborHTMLParser(f"<div>{inside}</div>", is_fragment=False).css_first("div")
    box = elements.tree.create_node("div")
    for child in list(made.iter(include_text=True)) if made is not None else ():
        box.insert_child(child)
    found[0].replace_with(box)
    elements.changed()


def blocks_of_prose(text: str) -> str:
    """The markup of a text that is known to be prose: what is set in or is a change of files stays as it is."""
    parts: list[str] = []
    is_change = False
    for block in _BLANK.split(text.strip("\n")):
        is_change = is_change or _CHANGE.search(block) is not None
        if is_change or _is_set_in(block):
            before = parts.pop()[: -len("</pre>")] + "\n\n" if parts and parts[-1].endswith("</pre>") else "<pre>"
            parts.append(f"{before}{_escaped(block, as_it_is=True)}</pre>")
        elif block.strip():
            parts.append(_block(block))
    return "".join(parts)


def _is_set_in(block: str) -> bool:
    """Whether most lines of a block begin behind blanks or end as those of code do."""
    lines = [line for line in block.split("\n") if line.strip()]
    return 2 * sum(_SET_IN.search(line) is not None for line in lines) > len(lines)


def _is_prose(text: str) -> bool:
    lines = [_QUOTED.sub("", line).rstrip() for line in text.split("\n") if line.strip()]
    prose = sum(
        len(line)
        for line in lines
        if len(line) <= LONGEST_LINE and _CODE.search(line) is None and len(_WORD.findall(line)) >= LEAST_WORDS
    )
    return prose >= LEAST_PROSE * sum(map(len, lines))


def _block(block: str) -> str:
    lines = [line.rstrip() for line in block.split("\n") if line.strip()]
    parts: list[str] = []
    for is_quoted, group in groupby(lines, key=lambda line: _QUOTED.match(line) is not None):
        if is_quoted:
            parts.append(f"<blockquote>{_paragraph([_QUOTED.sub('', line) for line in group])}</blockquote>")
        else:
            parts.append(_paragraph(list(group)))
    return "".join(parts)


def _paragraph(lines: list[str]) -> str:
    """The lines as one paragraph, broken where the one before is too short to have been broken for its width."""
    text = ""
    for line, before in zip(lines, ["", *lines], strict=False):
        text += ("" if not text else " " if len(before) >= LEAST_WIDTH else "<br>") + _escaped(line)
    return f"<p>{text}</p>"


def _escaped(line: str, *, as_it_is: bool = False) -> str:
    return (line if as_it_is else line.strip()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
