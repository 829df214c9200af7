"""The programming language of a block of code, by the names of the elements in and around it."""

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.code_words import language_in
from tuinews.extract.page.patterns import words
from tuinews.extract.page.tree import attribute

MOST_INNER = 4
"""Elements inside a block of code whose names are read; each line may be one."""

_NAMED = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?-|brush:\s*|highlight-(?:source-|text-)?|sourceCode\s+)([\w+#.-]{1,20})"
)
_HIGHLIGHTED = re.compile(r"(?:^|\s)(?:highlight|hljs|syntaxhighlighter|chroma|prettyprint|shiki|code)(?=$|\s)")
_NO_LANGUAGE = words("none plaintext text plain nohighlight default auto")


def code_language(node: LexborNode) -> str | None:
    """What the class names say, of the `code` in an element, its own, and those of the two elements around it."""
    for place in _around(node):
        for name in ("data-lang", "data-language"):
            stated = attribute(place, name)[:20].lower()
            if stated:
                return None if stated in _NO_LANGUAGE else stated
        classes = attribute(place, "class")
        found = _NAMED.search(classes)
        if found and found[1].lower() not in _NO_LANGUAGE:
            return found[1].lower()
        if _HIGHLIGHTED.search(classes):
            for one in classes.split():
                language = language_in(one)
                if language and language not in _NO_LANGUAGE:
                    return language
    return None


def _around(node: LexborNode) -> Iterator[LexborNode]:
    yield from islice(node.css("code, pre"), MOST_INNER)
    above: LexborNode | None = node
    for _ in range(3):
        if above is None:
            return
        yield above
        above = above.parent
