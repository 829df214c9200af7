"""What is imported late: modules of ours, by their names, and classes that stand in annotations alone."""

import ast
from pathlib import Path

import pytest

from .conftest import tree_of

SOURCE = Path(__file__).parents[2] / "src"
BLOCKS = [
    (path, node)
    for path in sorted(SOURCE.rglob("*.py"))
    for node in tree_of(path).body
    if isinstance(node, ast.With) and "late_imports" in ast.unparse(node.items[0])
]


def is_module(name: str) -> bool:
    place = SOURCE / name.replace(".", "/")
    return place.with_suffix(".py").exists() or place.is_dir()


def names_outside_annotations(tree: ast.Module) -> set[str]:
    """The names that a module looks up as it runs; a quoted annotation is none."""
    nodes = list(ast.walk(tree))
    hints = [getattr(node, name, None) for node in nodes for name in ("annotation", "returns")]
    of_hints = {id(node) for hint in hints if isinstance(hint, ast.expr) for node in ast.walk(hint)}
    return {node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in of_hints}


@pytest.mark.parametrize(("path", "block"), BLOCKS, ids=[path.stem for path, _ in BLOCKS])
def test_a_block_of_late_imports_names_modules_and_what_annotations_need(path: Path, block: ast.With) -> None:
    assert ast.unparse(block.items[0]) == "late_imports(__name__)"
    looked_up = names_outside_annotations(tree_of(path))
    for one in block.body:
        assert isinstance(one, ast.ImportFrom), ast.unparse(one)
        assert (one.module or "").startswith("tuinews."), ast.unparse(one)
        for alias in one.names:
            late_class = not is_module(f"{one.module}.{alias.name}")
            assert not (late_class and alias.name in looked_up), f"{alias.name} is called: import its module late"


def test_type_checkers_are_told_nothing_else_than_python() -> None:
    pairs = [path.stem for path in SOURCE.rglob("*.py") if "if TYPE_CHECKING:" in path.read_text("utf-8")]
    assert pairs == ["quick_dataclass"]
