"""Preformatted text and its programming language."""

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.code_language import code_language
from tuinews.model.document import Code
from tuinews.text import clean_text


def code_of(pre: LexborNode) -> Code | None:
    """The text of a `pre` as it stands, a `<br>` as a line; None where it is empty."""
    parts = [
        "\n" if inner.tag == "br" else inner.text_content or ""
        for inner in pre.traverse(include_text=True)
        if inner.tag in ("-text", "br")
    ]
    text = clean_text("".join(parts)).strip("\n").rstrip()
    return Code(text, code_language(pre)) if text.strip() else None
