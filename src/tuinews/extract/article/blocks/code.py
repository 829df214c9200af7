"""Preformatted text and its programming language."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.code_language import code_language
from tuinews.extract.page.tree import attribute
from tuinews.model.document import Code, Paragraph, Span
from tuinews.text import clean_text

_VERSE = re.compile(r"(?:^|[\s_-])(?:poem|poetry|verse|stanza|lyrics?|song)(?=$|[\s_-])", re.IGNORECASE)
_BETWEEN_STANZAS = re.compile(r"\n[ \t]*\n\s*")


def verse_of(pre: LexborNode) -> list[Paragraph]:
    """The stanzas of a `pre` that is called a poem, their lines as they stand; [] where it is called none."""
    if not _VERSE.search(attribute(pre, "class")):
        return []
    stanzas = _BETWEEN_STANZAS.split(_text_of(pre))
    return [Paragraph((Span(stanza.rstrip()),)) for stanza in stanzas if stanza.strip()]


def code_of(pre: LexborNode) -> Code | None:
    """The text of a `pre` as it stands, a `<br>` as a line; None where it is empty."""
    text = _text_of(pre)
    return Code(text, code_language(pre)) if text.strip() else None


def _text_of(pre: LexborNode) -> str:
    parts = [
        "\n" if inner.tag == "br" else inner.text_content or ""
        for inner in pre.traverse(include_text=True)
        if inner.tag in ("-text", "br")
    ]
    return clean_text("".join(parts)).strip("\n").rstrip()
