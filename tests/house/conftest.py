"""The syntax trees of the program, which several of the rules walk over."""

import ast
from functools import cache
from pathlib import Path


@cache
def tree_of(path: Path) -> ast.Module:
    """The tree of a file, parsed once; nobody changes it."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All parts of a tree, as `ast.walk` gives them: walked once, since several of the rules go over all files."""
    return tuple(ast.walk(tree))


def calls(node: ast.AST | None, *names: str) -> bool:
    """Whether it is a call of one of these names; `ast.unparse` tells it too, in a hundred times the time."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
