"""Sentences that are kept and said later, perhaps in another language: why a source failed.

What is kept is the text as it was said, its language, and what it was made of: the message and the values in its
places, which may be sentences themselves. In the language of that time it is shown as it was said, in another one
it is said anew; where the message is no longer known, the old words stay.
"""

import json
from collections.abc import Mapping
from typing import Any

from tuinews.language import speech
from tuinews.language.speech import TranslatedText, _, current, message_of

_MARK = "\x1e"
"""What no shown text begins with: behind it stands JSON."""

_MOST_DEPTH = 6
"""Sentences within each other."""


def to_keep(text: str) -> str:
    """A sentence in the form in which it is kept."""
    kept = {"language": current(), "text": str(text), "made": _made(text, 0)}
    return _MARK + json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def as_said_now(kept: str) -> str:
    """What was kept by `to_keep`, in the language that is spoken now; another text as it stands."""
    if not kept.startswith(_MARK):
        return kept
    try:
        found = json.loads(kept[1:])
        language, text, made = found["language"], found["text"], found["made"]
    except (ValueError, KeyError, TypeError):
        return kept[1:]
    if not isinstance(text, str) or language == current():
        return str(text)
    try:
        return _retold(made, str(language), 0)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return text


def _made(text: object, depth: int) -> object:
    if not isinstance(text, TranslatedText) or depth > _MOST_DEPTH:
        return text if isinstance(text, int | float) else str(text)
    values = {name: _made(value, depth + 1) for name, value in text.values.items()}
    return {"message": text.message, "many": text.many, "count": text.amount, "values": values}


def _retold(made: object, language: str, depth: int) -> str:
    if not isinstance(made, Mapping):
        return _(message_of(str(made), language)) if made else str(made)
    message, many, count = str(made["message"]), made["many"], made["count"]
    values: dict[str, Any] = {name: _value(value, language, depth) for name, value in made["values"].items()}
    if many is not None:
        return speech.ngettext(message, str(many), int(count), **values)
    return _(message, **values)


def _value(value: object, language: str, depth: int) -> object:
    if isinstance(value, int | float) or depth > _MOST_DEPTH:
        return value
    return _retold(value, language, depth + 1)
