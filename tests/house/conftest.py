"""The syntax trees of the program, which several of the rules walk over."""

import ast
from functools import cache
from pathlib import Path


@cache
def tree_of(path: Path) -> ast.Module:
    """The tree of a file, parsed once; nobody changes it."""
    return ast.parse(path.read_text("utf-8"))
