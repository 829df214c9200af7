"""How things look stands in `styles/` alone, its colours in the themes: no widget names a colour or a weight."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .conftest import calls, nodes_of, tree_of

ROOT = Path(__file__).parents[2]
UI = ROOT / "src" / "tuinews" / "ui"
WEIGHTS = frozenset(("bold", "dim", "italic", "underline", "strike", "reverse", "blink", "color", "bgcolor"))
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
THEMES = {"looks/theme.py", "looks/contrast.py"}


def literal_looks(tree: ast.Module) -> Iterator[str]:
    for node in nodes_of(tree):
        if isinstance(node, ast.Call) and calls(node, "Style"):
            for keyword in node.keywords:
                if (
                    keyword.arg in WEIGHTS
                    and isinstance(keyword.value, ast.Constant)
                    and keyword.value.value is not None
                ):
                    yield ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value):
            yield node.value


def test_no_widget_names_a_colour_or_a_weight() -> None:
    found = {
        name: looks
        for path in UI.rglob("*.py")
        if (name := path.relative_to(UI).as_posix()) not in THEMES
        if (looks := list(literal_looks(tree_of(path))))
    }
    assert found == {}


def test_the_sheets_name_no_colour_of_their_own() -> None:
    sheets = {path.name: COLOUR.findall(path.read_text("utf-8")) for path in (ROOT / "styles").glob("*.tcss")}
    assert {name: colours for name, colours in sheets.items() if colours} == {}
