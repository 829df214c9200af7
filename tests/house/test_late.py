"""What is imported late: modules, and functions and classes that are called or stand in annotations."""

import ast
import re
import sys
from pathlib import Path

import pytest

from .conftest import tree_of

SOURCE = Path(__file__).parents[2] / "src"
BLOCKS = [
    (path, node)
    for path in sorted(SOURCE.rglob("*.py"))
    if "late_imports(" in path.read_text("utf-8")  # few have one, and each worker collects the tests
    for node in tree_of(path).body
    if isinstance(node, ast.With) and "late_imports" in ast.unparse(node.items[0])
]


def names_of_types(tree: ast.Module) -> set[str]:
    """The names that must be types as a module runs: bases, what is caught, what `isinstance` asks for."""
    nodes = list(ast.walk(tree))
    wanted: list[ast.AST] = [base for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases]
    wanted += [node.type for node in nodes if isinstance(node, ast.ExceptHandler) and node.type is not None]
    wanted += [node.cls for node in nodes if isinstance(node, ast.MatchClass)]
    wanted += [
        node.args[1]
        for node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "issubclass")
    ]
    parts = [one for part in wanted for one in ast.walk(part)]
    modules = {
        id(one.value) for one in parts if isinstance(one, ast.Attribute)
    }  # which are looked into as it runs
    return {one.id for one in parts if isinstance(one, ast.Name) and id(one) not in modules}


@pytest.mark.parametrize(("path", "block"), BLOCKS, ids=[path.stem for path, _ in BLOCKS])
def test_what_is_imported_late_is_called_or_stands_in_annotations(path: Path, block: ast.With) -> None:
    assert ast.unparse(block.items[0]) == "late_imports(__name__)"
    types = names_of_types(tree_of(path))
    for one in block.body:
        assert isinstance(one, ast.ImportFrom), ast.unparse(one)
        package = (one.module or "").partition(".")[0]
        assert package == "tuinews" or package in sys.stdlib_module_names, ast.unparse(one)
        names = {alias.asname or alias.name for alias in one.names}
        assert not names & types, f"{names & types} must be types: import their modules late"


def test_type_checkers_are_told_nothing_else_than_python() -> None:
    pairs = [path.stem for path in SOURCE.rglob("*.py") if "if TYPE_CHECKING:" in path.read_text("utf-8")]
    assert pairs == ["quick_dataclass"]


BY_NAME = {
    "__main__.py": "nothing but what Ctrl-C needs is imported before",
    "cli/main.py": "the command that was typed",
    "ui/app.py": "the driver, which Textual makes; the library, on a thread",
    "library/library.py": "what needs the network, on a thread",
    "library/saved/library_imports.py": "the formats of other programs, on a thread",
}


def test_modules_of_ours_are_imported_by_their_names_in_few_places() -> None:
    package = SOURCE / "tuinews"
    by_name = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"import_module(?:\(|, )f?\"tuinews", path.read_text("utf-8"))
    }
    assert by_name == set(BY_NAME)
