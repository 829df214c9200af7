"""How what was typed can go on: names of fields, and what may stand behind them."""

from collections.abc import Mapping, Sequence

from tuinews.folding import fold
from tuinews.query.fields import FIELDS

MOST = 8
"""Completions that are offered."""

_ENDS = " ("


def completions(typed: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """Whole texts that `typed` can become by completing its last word, the likeliest first.

    `values` are the names that the library has for a field (`source`, `folder`, `author`, …); those that a field
    itself has are known.
    """
    start = max(typed.rfind(sign) for sign in _ENDS) + 1
    if typed.count('"') % 2:
        start = typed.rfind('"')
        start = max(typed.rfind(sign, 0, start) for sign in _ENDS) + 1
    before, last = typed[:start], typed[start:]
    minus, last = ("-", last[1:]) if last.startswith("-") else ("", last)
    name, colon, begun = last.partition(":")
    if not colon:
        names = [f"{field}:" for field in FIELDS if last and field.startswith(last.lower())]
        return [f"{before}{minus}{field}" for field in names][:MOST]
    field = FIELDS.get(name.lower())
    if field is None:
        return []
    wanted = fold(begun.strip('"'))
    known = (*field.choices, *values.get(name.lower(), ()))
    first = [value for value in known if fold(value).startswith(wanted)]
    within = [value for value in known if wanted in fold(value) and value not in first]
    return [f"{before}{minus}{name}:{_quoted(value)}" for value in (*first, *within)][:MOST]


def list_completions(typed: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """Whole texts that a list of tags with commas between can become by completing its last one."""
    before, comma, last = typed.rpartition(",")
    wanted = fold(last.strip().lstrip("#"))
    given = {fold(one.strip()) for one in before.split(",")}
    names = [name for name in values.get("tag", ()) if fold(name).startswith(wanted) and fold(name) not in given]
    return [f"{before}{comma}{' ' if comma else ''}{name}" for name in names][:MOST]


def _quoted(value: str) -> str:
    return f'"{value}"' if any(sign in value for sign in ' ()"') else value
