"""How what was typed can go on: names of fields, and what may stand behind them."""

from collections.abc import Mapping, Sequence

from tuinews.folding import fold
from tuinews.late import late_pattern
from tuinews.query.fields import FIELDS
from tuinews.query.tokens import plain_signs

MOST = 8
"""Completions that are offered."""

_BEGUN = r'("[^"]*|[^\s"()]*)$'
_VALUE = late_pattern(rf"(?:^|(?<=[\s(-]))([A-Za-z_]+):\s*{_BEGUN}")
_IN_BRACKET = late_pattern(rf"(?:^|(?<=[\s(-]))([A-Za-z_]+):\s*\((?:[^()]*[\s(-])?{_BEGUN}")
_LAST = late_pattern(r"(?:^|(?<=[\s(])|(?<=[\s(]-)|(?<=^-))[A-Za-z_]+$")


def completions(typed: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """Whole texts that `typed` can become by completing its last word, the likeliest first.

    `values` are the names that the library has for a field (`source`, `folder`, `author`, …); those that a field
    itself has are known.
    """
    plain = plain_signs(typed)
    value = _VALUE.search(plain) or _IN_BRACKET.search(plain)
    if value is not None and value[1].lower() in FIELDS:
        name, begun = value[1].lower(), fold(value[2].strip('"'))
        known = [*FIELDS[name].choices, *values.get(name, ())]
        wanted = begun.removeprefix("#") if name == "tag" else begun
        first = [one for one in known if fold(one).startswith(wanted)]
        within = [one for one in known if wanted in fold(one) and one not in first]
        return [f"{typed[: value.start(2)]}{_quoted(one)}" for one in (*first, *within)][:MOST]
    last = _LAST.search(plain)
    begun = last[0].lower() if last is not None else ""
    names = [f"{field}:" for field in FIELDS if begun and field.startswith(begun)]
    return [f"{typed[: len(typed) - len(begun)]}{name}" for name in names][:MOST]


def list_completions(typed: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """Whole texts that a list of tags with commas between can become by completing its last one."""
    before, comma, last = typed.rpartition(",")
    wanted = fold(last.strip().lstrip("#"))
    given = {fold(one.strip()) for one in before.split(",")}
    names = [name for name in values.get("tag", ()) if fold(name).startswith(wanted) and fold(name) not in given]
    return [f"{before}{comma}{' ' if comma else ''}{name}" for name in names][:MOST]


def _quoted(value: str) -> str:
    return f'"{value}"' if any(sign in value for sign in ' ()"') else value
