"""The lines of a block of code, out of the markup that highlighters make of it.

A highlighter sets each line in an element of its own, with or without a line break between, numbers the lines, and
adds a bar with a button. Known are Pygments (Sphinx, MkDocs), Rouge, Chroma (Hugo), Prism (Docusaurus), Shiki,
highlight.js, rehype-pretty-code, SyntaxHighlighter, Crayon, Hexo, and GitHub's views of files.
"""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.code_words import is_copy_words
from tuinews.extract.article.markup.nodes import class_of, holds
from tuinews.extract.page.patterns import words
from tuinews.extract.page.tags import BLOCKS
from tuinews.extract.page.tree import attribute, elements_beside

MAX_NODES = 200_000
"""Nodes of one block of code that are read."""

LONGEST_BAR = 80
"""Letters of the bar above a block of code: a language, the words of some buttons."""

_UNREAD = words("script style template svg button select textarea noscript mdn-copy-button clipboard-copy")
_NUMBERS = re.compile(r"[\s\d.:|│]*")
_NUMBER_NAME = re.compile(
    r"(?:^|[\s_-])(?:line-?_?(?:num(?:ber)?s?|nos?)(?:-?wrapper|-?rows)?|linenos?|lnt?|[rc]?-?gutter|blob-num|select-none|no-select|"
    r"unselectable|row-?num(?:ber)?s?|crayon-nums?|hljs-ln-\w+)(?=$|[\s_-])|[lL]ine-?[nN]umber",
)
_LINE_NAME = re.compile(r"(?:^|[\s_-])(?:line|view-line|crayon-line|row|cl)(?=$|\s)")
_BAR_NAME = re.compile(
    r"(?:^|[\s_-])(?:copy|clipboard|toolbar|lang(?:uage)?|header|title-?bar|badge|controls?|actions?|btn|button)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_LINE = "boring"
"""What mdBook calls the lines of an example that a compiler needs and no reader sees."""

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")
_OWN_LINE = re.compile(r"display\s*:\s*(?:block|flex|grid)", re.IGNORECASE)
_CELLS = words("div td th a li span")


def code_text(root: LexborNode) -> str:
    """The code under an element, a line each, without the numbers of its lines and without the bar above it."""
    codes = root.css("code")
    lines = _Lines(codes[0] if len(codes) == 1 else None)
    lines.read(root)
    text = "".join(lines.parts).replace("\u00a0", " ").replace("\u200b", "")
    return _BLANK_LINE.sub("\n", text).strip("\n").rstrip()


def is_numbers(node: LexborNode) -> bool:
    """Whether an element holds numbers of lines, and nothing else."""
    text = node.text(deep=True)
    return len(text) < 100_000 and _NUMBERS.fullmatch(text) is not None


def numbers_lines(node: LexborNode) -> bool:
    """Whether an element beside a block of code numbers its lines: called so, or hidden from screen readers."""
    attributes = node.attributes
    called = _NUMBER_NAME.search(attributes.get("class") or "") or attributes.get("aria-hidden") == "true"
    return bool(called) and is_numbers(node) and any(map(str.isdigit, node.text(deep=True)))


class _Lines:
    """What was read so far; `at_end` says that an element just ended the last line."""

    def __init__(self, code: LexborNode | None) -> None:
        self.parts: list[str] = []
        self.at_end = False
        self.code = code

    def read(self, root: LexborNode) -> None:
        """All text under an element, over a stack of its own, however deep the highlighter nests."""
        stack: list[tuple[LexborNode | None, int]] = [(root.child, -1)]
        for _ in range(MAX_NODES):
            if not stack:
                return
            node, before = stack.pop()
            if node is None:
                if before >= 0:
                    self._end_line(before)
                continue
            stack.append((node.next, before))
            tag = node.tag or ""
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag == "br":
                self.parts.append("\n")
                self.at_end = False
            elif tag and tag[0] not in "-!" and tag not in _UNREAD and not self._is_beside(node):
                stack.append((node.child, self._begin(node, tag)))

    def _add(self, text: str) -> None:
        """White space between two elements that are lines is none of the code."""
        if text and not (self.at_end and text.isspace()):
            self.parts.append(text)
            self.at_end = False

    def _begin(self, node: LexborNode, tag: str) -> int:
        """How much had been read where a line of its own begins, -1 for an element inside a line."""
        if tag in BLOCKS or (tag == "span" and _OWN_LINE.search(attribute(node, "style"))):
            if self.parts and not self.parts[-1].endswith("\n"):
                self.parts.append("\n")
        elif not (_is_line(node) and _is_line(node.next)):
            return -1
        self.at_end = False
        return len(self.parts)

    def _end_line(self, before: int) -> None:
        if len(self.parts) == before or not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
        self.at_end = True

    def _is_beside(self, node: LexborNode) -> bool:
        """Whether an element is the number of a line, a hidden line, or of the bar around the one `code`."""
        if (node.tag in _CELLS or node.attributes) and (_is_line_number(node) or class_of(node) == _HIDDEN_LINE):
            return True
        code = self.code
        if code is None or node.mem_id == code.mem_id or holds(node, code):
            return False
        if holds(code, node):
            return node.prev is None and node.tag in ("div", "header") and _is_bar(node)
        return (
            node.tag in ("div", "header", "figcaption")
            or bool(_BAR_NAME.search(class_of(node)))
            or is_copy_words(node.text(deep=True))
        )


def _is_bar(node: LexborNode) -> bool:
    """Whether the first element of a code is the bar above it: what it says is a language and its buttons."""
    if not _BAR_NAME.search(class_of(node)) or len(node.text(deep=True)) > LONGEST_BAR:
        return False
    said = [one.text(deep=True).strip() for one in node.css("*") if one.mem_id != node.mem_id]
    return any(map(is_copy_words, said))


def _is_line_number(node: LexborNode) -> bool:
    attributes = node.attributes
    called = (
        attributes.get("aria-hidden") == "true"
        or "data-line-number" in attributes
        or "data-linenos" in attributes
        or "user-select" in (attributes.get("style") or "")
        or _NUMBER_NAME.search(attributes.get("class") or "")
    )
    if not called and not _leads_a_row(node) and not _counts_lines(node):
        return False
    return is_numbers(node)


def _counts_lines(node: LexborNode) -> bool:
    """Whether an element begins one of several lines of one class with its number, and the next has the next."""
    line = node.parent
    if node.tag != "span" or node.prev is not None or line is None or line.tag != "span" or not class_of(line):
        return False
    text = node.text(deep=True).strip()
    if not text.isdecimal() or len(text) > 5:
        return False
    after = next(elements_beside(line, "next"), None)
    before = next(elements_beside(line, "prev"), None)
    return _begins_with(after, class_of(line), int(text) + 1) or _begins_with(
        before, class_of(line), int(text) - 1
    )


def _begins_with(line: LexborNode | None, name: str, number: int) -> bool:
    """Whether a line of this class begins with an element that holds this number."""
    first = line.child if line is not None and class_of(line) == name else None
    return first is not None and first.tag == "span" and first.text(deep=True).strip() == str(number)


def _leads_a_row(node: LexborNode) -> bool:
    """Whether an element is the first cell of one of several rows."""
    row = node.parent
    if row is None or node.prev is not None:
        return False
    line = row.tag == "span" and _OWN_LINE.search(attribute(row, "style")) is not None
    if not line and (node.tag not in ("div", "td", "th") or row.tag not in BLOCKS):
        return False
    return any(beside.tag == row.tag for step in ("next", "prev") for beside in elements_beside(row, step)) and (
        next(elements_beside(node, "next"), None) is not None
    )


def _is_line(node: LexborNode | None) -> bool:
    """Whether an inline element is called a line; two of them in a row have no line break between."""
    if node is None or node.tag not in ("span", "code"):
        return False
    return "data-line" in node.attributes or bool(_LINE_NAME.search(class_of(node)))
