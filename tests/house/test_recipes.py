"""What docs/house.md says of adding something is so, and what was added is in all of its places."""

import ast
import re
from collections import defaultdict
from dataclasses import fields
from pathlib import Path

import pytest

from tuinews.cli.main import module_of
from tuinews.cli.parser import build_parser
from tuinews.settings import TABLE, Settings
from tuinews.ui.keys import COMMANDS, Scope
from tuinews.ui.screens.commands.program.configuring import EFFECTS, LOOKED_UP
from tuinews.ui.screens.commands.registry import RUN

from .conftest import tree_of

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tuinews"
HOUSE = (ROOT / "docs" / "house.md").read_text("utf-8")
RECIPES = re.findall(r"^## (To add .+)\n\n(.+?)(?=\n## |\Z)", HOUSE, re.MULTILINE | re.DOTALL)
MOST_FILES = 15
"""A folder of more files wants rooms."""


@pytest.mark.parametrize(("title", "text"), RECIPES, ids=[title for title, _ in RECIPES])
def test_a_recipe_names_files_that_exist_and_no_more_than_five(title: str, text: str) -> None:
    numbered = re.findall(r"^\d+\. `([^`]+)`", text, re.MULTILINE)
    assert len(numbered) <= 5, title
    for name in re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|md))?)`", text):
        assert (SOURCE / name).exists() or (ROOT / name).exists(), f"{title}: {name}"


def test_every_command_of_the_screen_has_its_function() -> None:
    assert {command.id for command in COMMANDS if command.scope is Scope.SCREEN} <= set(RUN)
    assert set(RUN) <= {command.id for command in COMMANDS}


def _subcommands() -> list[str]:
    actions = [action for action in build_parser()._actions if action.dest == "command"]
    return [str(name) for action in actions for name in action.choices or ()]


@pytest.mark.parametrize("name", _subcommands())
def test_every_command_has_its_file_and_its_place_in_the_docs(name: str) -> None:
    assert (SOURCE / "cli" / "commands" / f"{module_of(name)}.py").exists()
    headings = re.findall(r"^### (.+)$", (ROOT / "docs" / "commands.md").read_text("utf-8"), re.MULTILINE)
    assert any(f"`{name}" in heading for heading in headings)


def test_every_setting_has_its_row() -> None:
    assert [one.name for one in fields(Settings)] == list(TABLE)


def test_every_setting_has_its_effect_while_the_program_runs() -> None:
    later = {name for name, setting in TABLE.items() if setting.at_next_start}
    assert set(TABLE) == set(EFFECTS) | LOOKED_UP | later
    assert not set(EFFECTS) & (LOOKED_UP | later)


def test_a_public_class_has_its_name_for_itself() -> None:
    places: defaultdict[str, list[str]] = defaultdict(list)
    for path in SOURCE.rglob("*.py"):
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(SOURCE).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


MOST_CLASSES = 4
"""Classes of ours that one of the screen stands on, itself among them: what a widget can besides is in its parts
("A pane and its parts" in docs/house.md). The reader and the reading screen were towers of eleven and of ten."""


def test_no_class_of_the_screen_is_a_tower() -> None:
    bases = {
        node.name: [name.id for base in node.bases for name in ast.walk(base) if isinstance(name, ast.Name)]
        for path in (SOURCE / "ui").rglob("*.py")
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef)
    }

    def height(name: str) -> int:
        return 1 + max((height(base) for base in bases[name] if base in bases), default=0)

    assert {name: height(name) for name in bases if height(name) > MOST_CLASSES} == {}
    assert (height("Reader"), height("ReadingScreen")) == (3, 2)


def test_no_folder_holds_more_than_a_newcomer_can_look_over() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    counts = {
        folder.relative_to(SOURCE).as_posix(): sum(path.name != "__init__.py" for path in folder.glob("*.py"))
        for folder in folders
    }
    # One file a command is a list, and nobody looks for anything else there.
    crowded = {name: count for name, count in counts.items() if count > MOST_FILES and name != "cli/commands"}
    assert crowded == {}


def test_a_folder_says_what_it_is_for() -> None:
    silent = [p for p in SOURCE.rglob("__init__.py") if not ast.get_docstring(tree_of(p))]
    assert [path.relative_to(SOURCE).as_posix() for path in silent] == []
