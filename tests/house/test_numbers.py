"""Every number that has a name says what it is: its unit, and what it bounds or where it is from."""

import ast
from pathlib import Path

from .conftest import tree_of

SRC = Path(__file__).parents[2] / "src" / "tuinews"


def is_number(node: ast.stmt) -> bool:
    """Whether a statement gives a name to a number."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def unsaid(path: Path) -> list[str]:
    """The numbers of a module without a docstring below them or a comment beside them."""
    lines, body = path.read_text("utf-8").splitlines(), tree_of(path).body
    return [
        lines[node.lineno - 1]
        for node, below in zip(body, [*body[1:], None], strict=True)
        if is_number(node)
        and not (isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant))
        and "#" not in lines[node.lineno - 1]
    ]


def test_a_number_says_what_it_is() -> None:
    found = {path.relative_to(SRC).as_posix(): unsaid(path) for path in sorted(SRC.rglob("*.py"))}
    assert {name: numbers for name, numbers in found.items() if numbers} == {}
