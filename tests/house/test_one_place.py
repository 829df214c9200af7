"""What is true of a kind of source stands in one place, and what a field of an entry needs in few.

`docs/house.md` lists the files; these tests keep the lists short.
"""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from tuinews.extract.source_readers import READERS
from tuinews.model.entry import Entry, EntryFields
from tuinews.model.source import SourceKind

from .conftest import calls, nodes_of, tree_of

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tuinews"
OF_KINDS = {"model/source.py", "extract/source_readers.py"}
"""The files that may go through the kinds of sources."""

OF_COLUMNS = {"store/schema_steps.py", "store/tables/entry_columns.py"}
"""The files that may name the column of a field which has no meaning of its own there."""


def kinds_listed_together(tree: ast.Module) -> list[int]:
    """The lines of collections, of chains of `if` and of `match` that name two kinds of source or more."""
    found = []
    for node in nodes_of(tree):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            parts: list[ast.expr] = node.elts
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key]
        elif isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.BoolOp):
            parts = [part for value in node.values for part in ast.walk(value) if isinstance(part, ast.expr)]
        elif isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            parts = [part for test in (node.test, node.orelse[0].test) for part in ast.walk(test)]  # type: ignore[misc]
        elif isinstance(node, ast.Match):
            parts = [part.value for part in ast.walk(node) if isinstance(part, ast.MatchValue)]
        else:
            continue
        members = {part.attr for part in parts if is_kind(part)}  # type: ignore[attr-defined]
        if len(members) > 1:
            found.append(node.lineno)
    return found


def is_kind(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "SourceKind"


@pytest.mark.parametrize(
    "text",
    [
        "x = (SourceKind.FEED, SourceKind.SITEMAP)",
        "x = {SourceKind.FEED: 1, SourceKind.SITEMAP: 2}",
        "x = kind in [SourceKind.FEED, SourceKind.SITEMAP]",
        "x = kind is SourceKind.FEED or kind is SourceKind.SITEMAP",
        "if kind is SourceKind.FEED:\n    a()\nelif kind is SourceKind.SITEMAP:\n    b()",
        "match kind:\n    case SourceKind.FEED:\n        a()\n    case SourceKind.SITEMAP:\n        b()",
    ],
)
def test_a_list_of_kinds_is_seen(text: str) -> None:
    assert kinds_listed_together(ast.parse(text))


@pytest.mark.parametrize("text", ["x = kind is SourceKind.FEED", "x = kind in (None, SourceKind.FEED)"])
def test_one_kind_is_no_list(text: str) -> None:
    assert not kinds_listed_together(ast.parse(text))


def test_no_other_file_tells_kinds_of_sources_apart_by_a_list() -> None:
    found = {
        name: lines
        for path in SOURCE.rglob("*.py")
        if (name := path.relative_to(SOURCE).as_posix()) not in OF_KINDS
        and "SourceKind" in path.read_text("utf-8")
        and (lines := kinds_listed_together(tree_of(path)))
    }
    assert found == {}, "ask `kind.traits` instead (docs/house.md, To add a kind of source)"


def test_every_kind_has_its_traits_and_those_that_are_followed_their_reader() -> None:
    assert all(kind.traits.noun and kind.traits.found_as for kind in SourceKind)
    assert set(READERS) == {kind for kind in SourceKind if kind.traits.is_followed and not kind.traits.is_on_disk}


def test_every_kind_that_a_network_has_is_told_from_the_others_by_its_text() -> None:
    told = {node.attr for node in ast.walk(tree_of(SOURCE / "extract" / "discover.py")) if is_kind(node)}  # type: ignore[attr-defined]
    assert {kind.name for kind in READERS} <= told


NOT_PRINTED = {"image"}
"""What a list shows of an entry and `list --json` does not say: no picture is in a list."""


def test_every_field_of_an_entry_is_read_and_printed() -> None:
    read = {
        keyword.arg
        for path in (SOURCE / "extract").rglob("*.py")
        for node in nodes_of(tree_of(path))
        if isinstance(node, ast.Call) and calls(node, "Entry")
        for keyword in node.keywords
    }
    assert {field.name for field in fields(Entry)} <= read
    rows = next(
        node for node in tree_of(SOURCE / "cli" / "rows.py").body if getattr(node, "name", "") == "row_to_json"
    )
    printed = {ast.unparse(node) for node in ast.walk(rows) if isinstance(node, ast.Attribute)}
    silent = {field.name for field in fields(EntryFields) if f"row.{field.name}" not in printed}
    assert silent == NOT_PRINTED


@pytest.mark.parametrize("column", ["comments", "image", "lang"])
def test_a_plain_field_of_an_entry_is_a_column_in_two_files_alone(column: str) -> None:
    """Names in the SQL of one more file would be one more file to change with each field.

    `image`, `lang` and `comments` are such fields; `title`, `url` or `published` have a meaning in lists.
    """
    naming = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "store").rglob("*.py")
        if any(
            isinstance(node, ast.Constant) and isinstance(node.value, str) and column in node.value.split()
            for node in nodes_of(tree_of(path))
        )
    }
    assert naming <= OF_COLUMNS | {"store/tables/articles.py"}, naming


@pytest.mark.parametrize("section", ["To add a field of an entry", "To add a kind of source"])
def test_the_files_that_the_house_names_are_there(section: str) -> None:
    text = (ROOT / "docs" / "house.md").read_text("utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    files = re.findall(r"^\d\. `([^`]+)`", text, re.MULTILINE)
    assert 3 <= len(files) <= 5
    assert [file for file in files if not (SOURCE / file).exists()] == []


def test_background_work_is_begun_in_one_place() -> None:
    """`ui/terminal/worker.py` has the worker make its coroutine; Textual's call takes one that is made already."""
    found = [
        path.relative_to(SOURCE).as_posix()
        for path in sorted((SOURCE / "ui").rglob("*.py"))
        if "run_worker(" in path.read_text("utf-8")
    ]
    assert found == ["ui/terminal/worker.py"]
