"""What commands print: people's lines, `--json` values, and one-line errors, all safe for a terminal."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from tuinews.text import clean_line


def report(message: str) -> None:
    """One error or notice on stderr, on one safe line."""
    line = clean_line(message, 2000)
    print(line if line.startswith("tuinews:") else f"tuinews: {line}", file=sys.stderr)


def print_json(value: Any) -> None:
    """`value` as one JSON value on stdout, escaped where stdout has not all characters."""
    is_unicode = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    print(json.dumps(value, ensure_ascii=not is_unicode, default=str))


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people. They must have passed the gate already where they come from outside."""
    for line in lines:
        print(line)
