"""The text of a page that is the shell of an application and has its article in data.

Used only if the elements of the page have almost no text: JSON-LD `articleBody`, markup in a script, and the
initial state of the application (`__NEXT_DATA__` and the like). In such a state, the strings under one path are
one text, and the path with the most prose is the article.
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
"""Letters that a text in data must have to be the article."""

MAX_VALUES = 200_000
"""Values of an application's state that are read."""

MAX_DEPTH = 40
"""Objects and lists inside each other that are entered."""

STATE_BEGINS = 2000
"""Characters of a script in which its state begins."""

LEAST_STRING, READ = 30, 5000
"""Letters above which a string may be prose, and letters of it that are read to find out."""

_START = re.compile(r"[\[{]")
_PROSE = re.compile(r"\w[\w’'-]*[\s,]+\w+.*[.!?…。！？\"”»]|[\u3400-\u9fff]{20}", re.DOTALL)
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6])\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?:|/|data:)\S+$")


def hidden_text(tree: LexborHTMLParser, page: Structured) -> str | None:
    """The markup of the article in a page's data, None if there is none."""
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
        start = _START.search(text[:STATE_BEGINS]) if len(text) > LEAST else None
        if start is None:
            continue
        try:
            state, _ = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            continue
        yield _longest_text(state)


def _longest_text(state: object) -> str:
    """The strings under the path with the most prose, in order, as markup."""
    texts: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    todo: list[tuple[tuple[str, ...], object]] = [((), state)]
    for _ in range(MAX_VALUES):
        if not todo:
            break
        path, value = todo.pop()
        if isinstance(value, dict) and len(path) < MAX_DEPTH:
            todo.extend(((*path, str(key)), inner) for key, inner in reversed(list(value.items())))
        elif isinstance(value, list) and len(path) < MAX_DEPTH:
            todo.extend((path, inner) for inner in reversed(value))
        elif (
            isinstance(value, str)
            and len(value) > LEAST_STRING
            and not _ADDRESS.match(value)
            and _PROSE.search(value[:READ])
        ):
            texts[path][value] = None
    if not texts:
        return ""
    best = max(texts.values(), key=lambda group: sum(map(len, group)))
    return "".join(text if _MARKUP.search(text) else f"<p>{escape(text)}</p>" for text in best)
