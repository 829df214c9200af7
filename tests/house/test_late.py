"""What is imported late is what a type checker is told."""

import ast
from pathlib import Path

from .conftest import tree_of

SOURCE = Path(__file__).parents[2] / "src" / "tuinews"


def imports(statements: list[ast.stmt]) -> set[str]:
    """The modules that `from PACKAGE import NAME` names."""
    return {
        f"{one.module}.{alias.name}"
        for one in statements
        if isinstance(one, ast.ImportFrom)
        for alias in one.names
    }


def late_ones(statements: list[ast.stmt]) -> set[str]:
    """The modules of `NAME, NAME = late(PACKAGE, NAME, NAME)`, each under its own name."""
    found = set()
    for one in statements:
        assert isinstance(one, ast.Assign), ast.unparse(one)
        (target,), call = one.targets, one.value
        assert isinstance(target, ast.Tuple)
        assert isinstance(call, ast.Call)
        package, *names = (ast.literal_eval(argument) for argument in call.args)
        assert [name.id for name in target.elts if isinstance(name, ast.Name)] == names, ast.unparse(one)
        found |= {f"{package}.{name}" for name in names}
    return found


def test_what_is_imported_late_is_what_a_type_checker_is_told() -> None:
    users = 0
    for path in SOURCE.rglob("*.py"):
        for node in tree_of(path).body:
            if isinstance(node, ast.If) and any("late(" in ast.unparse(one) for one in node.orelse):
                assert ast.unparse(node.test) == "TYPE_CHECKING", path
                assert late_ones(node.orelse) <= imports(node.body), path
                users += 1
    assert users
