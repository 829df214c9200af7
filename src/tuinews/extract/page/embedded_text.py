"""When a page is the shell of an application: its text stands in data, not in elements.

Looked for only where the page itself shows next to nothing: JSON-LD `articleBody`, markup kept in a script or
`noscript`, and the state that an application is started with (`__NEXT_DATA__` and its like). Of the state, the
strings under one path are a text; the path with the most prose is the article.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.structured import Structured
from tuinews.extract.page.tree import attribute

LEAST = 300
"""Letters that a hidden text must have to be taken for the article."""

MAX_VALUES = 200_000
"""Values of an application's state that are looked at."""

_START = re.compile(r"[\[{]")
_PROSE = re.compile(r"\w[\w’'-]*[\s,]+\w+.*[.!?…。！？\"”»]|[\u3400-\u9fff]{20}", re.DOTALL)
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6])\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?:|/|data:)\S+$")


def hidden_text(tree: LexborHTMLParser, page: Structured) -> str | None:
    """The markup of the article that a page keeps in data, None where there is none."""
    found = [_paragraphs(page.body), *_markup_in_scripts(tree), *_states(tree)]
    best = max(found, key=len)
    return best if len(best) >= LEAST else None


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n+|(?<=[.!?]) {2,}", text) if part.strip())


def _markup_in_scripts(tree: LexborHTMLParser) -> Iterator[str]:
    for script in tree.tags("script"):
        if re.search(r"template|text/html|x-handlebars", attribute(script, "type")):
            text = script.text_content or script.text(deep=True)
            if _MARKUP.search(text):
                yield text


def _states(tree: LexborHTMLParser) -> Iterator[str]:
    decoder = json.JSONDecoder(strict=False)
    for script in tree.tags("script"):
        if attribute(script, "src") or "ld+json" in attribute(script, "type"):
            continue
        text = script.text_content or script.text(deep=True)
        start = _START.search(text[:2000]) if len(text) > LEAST else None
        if start is None:
            continue
        try:
            state, _ = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            continue
        yield _longest_text(state)


def _longest_text(state: object) -> str:
    """The strings of the path that holds the most prose, in order, as markup."""
    texts: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    todo: list[tuple[tuple[str, ...], object]] = [((), state)]
    for _ in range(MAX_VALUES):
        if not todo:
            break
        path, value = todo.pop()
        if isinstance(value, dict) and len(path) < 40:
            todo.extend(((*path, str(key)), inner) for key, inner in reversed(list(value.items())))
        elif isinstance(value, list) and len(path) < 40:
            todo.extend((path, inner) for inner in reversed(value))
        elif (
            isinstance(value, str)
            and len(value) > 30
            and not _ADDRESS.match(value)
            and _PROSE.search(value[:5000])
        ):
            texts[path][value] = None
    if not texts:
        return ""
    best = max(texts.values(), key=lambda group: sum(map(len, group)))
    return "".join(text if _MARKUP.search(text) else f"<p>{escape(text)}</p>" for text in best)
