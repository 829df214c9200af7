"""What commands print: people's lines, `--json` values, and one-line errors, all safe for a terminal."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tuinews.language import drawn_with_signs
from tuinews.text import clean_line


def report(message: str) -> None:
    """One error or notice on stderr, on one safe line."""
    line = clean_line(message, 2000)
    print(line if line.startswith("tuinews:") else f"tuinews: {line}", file=sys.stderr)


def is_yes(answer: str) -> bool:
    """Whether somebody agreed, in either language."""
    return answer.strip().lower() in ("y", "yes", "c", "có")


def print_json(value: Any) -> None:
    """`value` as one JSON value on stdout, escaped where stdout has not all characters."""
    print(_json(value))


class PrintedList:
    """A JSON list on stdout that is written as its values come."""

    def __init__(self) -> None:
        self._before = ""

    def add(self, values: Iterable[Any]) -> None:
        """Print `values` behind those before."""
        for value in values:
            sys.stdout.write(self._before + _json(value))
            self._before = ", "


@contextmanager
def printed_list() -> Iterator[PrintedList]:
    """A list that the end of the block closes; an error leaves it open, so that nobody takes it for whole."""
    sys.stdout.write("[")
    yield PrintedList()
    print("]")


def _json(value: Any) -> str:
    is_unicode = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not is_unicode, default=str)


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people. They must have passed the gate already where they come from outside."""
    for line in lines:
        print(drawn_with_signs(line))
