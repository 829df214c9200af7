"""Preformatted text and its programming language."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.page.patterns import words
from tuinews.extract.page.tree import attribute
from tuinews.model.document import Code
from tuinews.text import clean_text

_NAMED = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?-|brush:\s*|highlight-(?:source-|text-)?|sourceCode\s+)([\w+#.-]{1,20})"
)
_NO_LANGUAGE = words(
    """
    none plaintext text plain nohighlight default auto
    """
)


def code_of(pre: LexborNode) -> Code | None:
    """The text of a `pre` as it stands, a `<br>` as a line; None where it is empty."""
    parts = [
        "\n" if inner.tag == "br" else inner.text_content or ""
        for inner in pre.traverse(include_text=True)
        if inner.tag in ("-text", "br")
    ]
    text = clean_text("".join(parts)).strip("\n").rstrip()
    return Code(text, _language(pre)) if text.strip() else None


def _language(pre: LexborNode) -> str | None:
    """What the class names say, of the `pre`, the `code` in it and the two elements around it."""
    around = [pre.css_first("code"), pre, pre.parent, pre.parent.parent if pre.parent is not None else None]
    for node in around:
        if node is None:
            continue
        for name in ("data-lang", "data-language"):
            if attribute(node, name):
                return attribute(node, name)[:20].lower()
        found = _NAMED.search(attribute(node, "class"))
        if found and found[1].lower() not in _NO_LANGUAGE:
            return found[1].lower()
    return None
