"""Blocks of code in whatever a highlighter wraps them, as one `pre` each with its language.

A table with a column of numbers, rows of `div` without any `pre`, a figure around them, a bar with the name of the
language and a button: all of it becomes `<pre data-lang="…">` with the lines and nothing else.
"""

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.markup.code_language import code_language
from tuinews.extract.article.markup.code_lines import code_text, is_numbers, numbers_lines
from tuinews.extract.article.markup.code_words import is_copy_words, language_in
from tuinews.extract.article.markup.nodes import class_of, holds, outermost, remove
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute, elements_beside

MOST_BESIDE = 80
"""Letters beside the code in what is wrapped around it: a language, a button, the name of a file."""

HEIGHT = 4
"""Elements around a block of code that may be its wrapping."""

_ELEMENTS = ("pre", "xmp", "listing", "code")
_CODE_NAME = re.compile(
    r"(?:^|[\s_-])(?:highlight\w*|codehilite|rouge|chroma|lnt\w*|syntaxhighlighter|crayon|hljs|js-file-line|"
    r"blob-code|code|source-?code|line_content|code-?(?:block|wrapper|container|snippet|table|lines?))(?=$|[\s_-])",
    re.IGNORECASE,
)
_NUMBER = "data-line-number"
_NUMBER_CELLS = f"td[{_NUMBER}]"
_CELL_NAMES = ("blob-code", "js-file-line", "crayon-code")
_ROW_NAMES = ("token-line", "view-line", "cm-line", "ace_line", "code-line")
_CELLS = ", ".join([*(f"td.{name}" for name in _CELL_NAMES), _NUMBER_CELLS])
_ROWS = ", ".join(f"div.{name}" for name in _ROW_NAMES)
_KEEPS_BREAKS = re.compile(r"(?:^|[\s!:])whitespace-pre|(?:^|\s)(?:hljs|language-\w+)(?=$|\s)")
"""Classes of a `code` whose line breaks are shown, though no `pre` is around it."""

_VIEW_NAME = re.compile(r"(?:^|\s)(?:blob-code|js-file-line|crayon-code|line_content|hljs-ln-code)(?=$|[\s_-])")
_PICTURES = "img, picture, video"
_LABEL_NAME = re.compile(r"(?:^|[\s_-])(?:lang(?:uage)?)(?=$|[\s_-])|[lL]anguage-?[nN]ame", re.IGNORECASE)
_COLOUR = re.compile(r"</?(?:font|span|u|b|i|a)(?: [^<>\n]{0,200})?>")
_NO_WRAPPING = "p, h1, h2, h3, h4, h5, h6, img, ul, ol, dl, blockquote, article, section"


def plain_code(elements: PageElements) -> None:
    """Makes one `pre` of each block of code of a page, and takes away the bar above it.

    Code in none of the elements of code has names that tell it.
    """
    tree = elements.tree
    if not elements.of(*_ELEMENTS) and not _has_code_names(elements):
        return
    for node in outermost([*_tables(tree), *_rows(tree), *_lone_codes(tree), *tree.css("xmp, listing")]):
        _replace(tree, node)
        elements.changed()
    for pre in outermost(tree.css("pre")):
        elements.changed()
        label = _label_beside(elements, pre)
        if _is_terminal(pre):
            _replace_text(tree, pre, unescape(_COLOUR.sub("", code_text(pre))), label or "console")
        elif _is_dressed(pre):
            _replace(tree, pre, label)
        elif label and code_language(pre) is None:
            pre.attrs["data-lang"] = label


def _has_code_names(elements: PageElements) -> bool:
    """Whether there are cells or rows of code; a selector is tried only where some name has that of one in it."""
    boxes = [*elements.attributed("div"), *elements.attributed("td")]
    names = "\n".join([name for _, attributes in boxes if (name := attributes.get("class"))]).lower()
    named = any(name in names for name in (*_CELL_NAMES, *_ROW_NAMES))
    if not named and not any(_NUMBER in attributes for _, attributes in elements.attributed("td")):
        return False
    return elements.tree.css_first(f"{_CELLS}, {_ROWS}") is not None


def _tables(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Tables that set code: in each row one cell with it, after numbers alone."""
    for table in tree.css("table"):
        _without_head(tree, table)
        cells, rows = table.css("td, th"), table.css("tr")
        code = [cell for cell in cells if not is_numbers(cell)]
        if not code or is_numbers(cells[0]) is (len(code) == len(cells)) or len(code) > len(rows):
            continue
        if len(table.css("table")) == 1 and _sets_code(table, code):
            yield table


def _without_head(tree: LexborHTMLParser, table: LexborNode) -> None:
    """Puts the name of a file, which is the head of a table of numbers and code, before the table."""
    head = table.css_first("th[colspan]")
    if head is None or head.parent is None or table.css_first("pre") is None:
        return
    name = tree.create_node("p")
    name.insert_child(head.text(deep=True).strip())
    table.insert_before(name)
    head.parent.decompose()


def _sets_code(table: LexborNode, code: list[LexborNode]) -> bool:
    if all(_is_only_code(cell) for cell in code):
        return True
    if all(_follows_a_number(cell) for cell in code):
        return True
    called = any(_CODE_NAME.search(class_of(one)) for one in (table, *code))
    return called and (
        all(cell.css_first("code") is not None for cell in code)
        or any(_VIEW_NAME.search(class_of(cell)) for cell in code)
    )


def _is_only_code(cell: LexborNode) -> bool:
    """Whether a cell holds a `pre` and no words beside it; one with both is the text of a page set in a table."""
    if cell.css_first("pre") is None:
        return False
    beside = "".join(
        one.text_content or ""
        for one in cell.traverse(include_text=True)
        if one.tag == "-text" and not _is_in_pre(one) and not _is_in_button(one)
    ).strip()
    return not beside or is_copy_words(beside) or language_in(beside) is not None


def _is_in_button(node: LexborNode) -> bool:
    return node.parent is not None and node.parent.tag == "button"


def _rows(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """Elements whose lines are rows of `div`, without a `pre` around them."""
    for row in tree.css(_ROWS):
        if row.parent is not None and row.parent.tag in ("div", "code") and not _is_in_pre(row):
            yield row.parent


def _lone_codes(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """`code` of several lines that stands alone in its block."""
    for code in tree.css("code"):
        if (code.css_first("br, div") is not None or "\n" in code.text(deep=True).strip()) and (
            not _is_in_pre(code) and _stands_alone(code)
        ):
            yield code


def _stands_alone(code: LexborNode) -> bool:
    parent = code.parent
    if parent is None:
        return False
    if "-" in (parent.tag or "") and "code" in (parent.tag or ""):
        return True  # an element of a program's own, called after the code in it
    if parent.tag not in ("div", "p", "figure", "section"):
        return False
    styled = "white-space" in attribute(code, "style") or _KEEPS_BREAKS.search(class_of(code)) is not None
    breaks = code.css_first("br, div") is not None or styled
    return breaks and not _text_beside(parent, code).strip()


def _is_in_pre(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag == "pre":
            return True
        above = above.parent
    return False


def _is_dressed(pre: LexborNode) -> bool:
    """Whether a `pre` holds more than its lines: blocks, numbers, a bar, lines without a break between."""
    if pre.css_first("*") is None:
        return False
    if pre.css_first("div, p, table, ol, ul, li, button, figure, header") is not None:
        return True
    plain = [
        "\n" if inner.tag == "br" else inner.text_content or ""
        for inner in pre.traverse(include_text=True)
        if inner.tag in ("-text", "br")
    ]
    return "".join(plain).strip("\n").rstrip() != code_text(pre)


def _is_terminal(pre: LexborNode) -> bool:
    """Whether a script plays a block of code as a terminal, with its colours written as HTML in it (Termynal)."""
    above = pre.parent
    for _ in range(HEIGHT):
        if above is None or above.tag != "div":
            break
        if class_of(above) == "termy":
            return True
        above = above.parent
    return False


def _replace(tree: LexborHTMLParser, node: LexborNode, label: str | None = None) -> None:
    text = _text_of_table(node) if node.tag == "table" else code_text(node)
    _replace_text(tree, node, text, code_language(node) or label)


def _replace_text(tree: LexborHTMLParser, node: LexborNode, text: str, language: str | None) -> None:
    if not text.strip():
        return
    pre = tree.create_node("pre")
    if language:
        pre.attrs["data-lang"] = language
    pre.insert_child(text)
    figure = _figure_around(node)
    whole = figure is not None and not _text_beside(figure, node).strip()
    (figure if figure is not None and whole else node).replace_with(pre)
    if figure is not None and not whole:
        for caption in figure.css("figcaption"):
            for control in [one for one in caption.css("a, button") if is_copy_words(one.text(deep=True))]:
                control.decompose()
            caption.unwrap()
        figure.unwrap()


def _text_of_table(table: LexborNode) -> str:
    """The cells with code, a row under the other."""
    cells = [cell for cell in table.css("td, th") if not is_numbers(cell) or _is_empty_line(cell)]
    return "\n".join(code_text(cell) for cell in cells).rstrip()


def _is_empty_line(cell: LexborNode) -> bool:
    """Whether a cell holds an empty line of the code, and not the number of one."""
    called = bool(_CODE_NAME.search(class_of(cell))) or _follows_a_number(cell)
    return called and not cell.text(deep=True).strip()


def _follows_a_number(cell: LexborNode) -> bool:
    """Whether the cell before one is declared to be the number of a line."""
    before = next(elements_beside(cell, "prev"), None)
    return before is not None and "data-line-number" in before.attributes


def _figure_around(node: LexborNode) -> LexborNode | None:
    """The figure around a block of code, if it holds no picture; the name of a file may stand in it too."""
    above = node.parent
    for _ in range(HEIGHT):
        if above is None:
            break
        if above.tag == "figure":
            several = len(above.css("pre")) > 2 or above.css_first(_PICTURES) is not None
            return None if several else above
        above = above.parent
    return None


def _text_beside(box: LexborNode, inner: LexborNode) -> str:
    """The text in `box` that is not in `inner`."""
    return "".join(
        one.text_content or ""
        for one in box.traverse(include_text=True)
        if one.tag == "-text" and not holds(inner, one) and one.mem_id != inner.mem_id
    )


def _label_beside(elements: PageElements, pre: LexborNode) -> str | None:
    """The language that the bar above a block of code names; the bar goes."""
    wrapping = _wrapping(pre)
    if wrapping is None:
        return None
    label: str | None = None
    beside: list[LexborNode] = []
    for node in wrapping.css("*"):
        if node.mem_id == pre.mem_id or holds(pre, node) or holds(node, pre):
            continue
        text = node.text(deep=True).strip()
        named = language_in(text) or (text.lower() if _LABEL_NAME.search(class_of(node)) else None)
        if node.tag in ("button", "clipboard-copy") or is_copy_words(text) or numbers_lines(node):
            beside.append(node)
        elif text and named and " " not in named:
            label = label or named[:20]
            beside.append(node)
    remove(elements, beside)
    return label


def _wrapping(pre: LexborNode) -> LexborNode | None:
    """The outermost element around a block of code that holds little more than it."""
    found, above = None, pre.parent
    for _ in range(HEIGHT):
        if above is None or above.tag not in ("div", "figure", "span") or len(above.css("pre")) > 1:
            break
        if above.css_first(_NO_WRAPPING) is not None or len(_text_beside(above, pre).strip()) > MOST_BESIDE:
            break
        found, above = above, above.parent
    return found
