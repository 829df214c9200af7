"""All that the screen says is in `ui/words`, in one place."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import calls, nodes_of, tree_of

SRC = Path(__file__).parents[2] / "src" / "tuinews"
PROSE = re.compile(r"[A-Za-z]{2,} [a-z]+ [a-z]+")
STUMBLING = re.compile(
    r"\b(?:is|are) no (?:page|text|terminal|address|web address)\b|cannot be had|\bkept here\b|does not know it"
    r"|known already|\bwhat came\b|stands? out on|be made out",
    re.IGNORECASE,
)


def said(path: Path, *, unmarked_only: bool = False) -> Iterator[str]:
    """The string literals of a file, docstrings left out; of an f-string its parts.

    `unmarked_only` leaves out those that are marked for the catalogues.
    """
    nodes = nodes_of(tree_of(path))
    left_out = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    if unmarked_only:
        marks = [node for node in nodes if isinstance(node, ast.Call) and calls(node, "_", "N_", "ngettext")]
        left_out |= {id(argument) for call in marks for argument in call.args}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def is_sentence(text: str) -> bool:
    """Whether it reads like words for people; the head of a Markdown table is for a page of the docs."""
    return bool(PROSE.search(text)) and "|---" not in text


def test_no_sentence_of_the_screen_is_outside_its_words() -> None:
    outside = {
        path.relative_to(SRC).as_posix(): sentences
        for path in (SRC / "ui").rglob("*.py")
        if "words" not in path.parts and (sentences := [text for text in said(path) if is_sentence(text)])
    }
    assert outside == {}


@pytest.mark.parametrize("place", ["cli", "subscriptions", "settings.py", "errors.py", "web/error_messages.py"])
def test_no_sentence_is_unmarked_where_people_are_spoken_to(place: str) -> None:
    files = [SRC / place] if place.endswith(".py") else sorted((SRC / place).rglob("*.py"))
    unmarked = [text for path in files for text in said(path, unmarked_only=True) if is_sentence(text)]
    assert unmarked == []


@pytest.mark.parametrize("room", ["ui", "cli", "library", "store", "web"])
def test_what_people_read_has_no_phrase_at_which_they_stumbled(room: str) -> None:
    found = [text for path in (SRC / room).rglob("*.py") for text in said(path) if STUMBLING.search(text)]
    assert found == []
