"""Each kind of block is known to all who go through the kinds; a new one is an error here until it is.

The samples are made from the fields of the classes, so that nobody needs to write one for a new kind.
"""

import ast
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import count
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from tuinews.demo.article_body import body_parts
from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.model.article import Article
from tuinews.model.document import Block, Document, Paragraph, Quote, Span, every_block
from tuinews.model.document_json import document_from_json, document_to_json
from tuinews.typeset.html import to_html
from tuinews.typeset.markdown import to_markdown
from tuinews.typeset.plain import to_text

from .conftest import tree_of

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "tuinews"
BASE = "https://a.example/"
KINDS: tuple[type[Block], ...] = get_args(Block)
NAMES = {kind.__name__ for kind in KINDS}
DEFINES_OR_IMPORTS = re.compile(rf"(?m)^\s*from tuinews\.model\.document import|^class ({'|'.join(NAMES)})\b")
"""What must stand in a file that does: few have it, and the others need no syntax tree."""

GUIDE_MARKUP = "demo/markup.py"
"""Reads the guide's own articles, and learns a kind when the first of them has one."""


def sample(kind: type[Block]) -> Block:
    """A block of a kind, with something in each of its fields."""
    numbers = count(1)

    def value(hint: Any) -> Any:
        if hint is Span:
            return Span(f"word{next(numbers)}")
        if hint == Block:
            return Paragraph(value(tuple[Span, ...]))
        if get_origin(hint) is tuple:
            return tuple(value(get_args(hint)[0]) for _ in range(2))
        plain_type = (get_args(hint) or (hint,))[0]
        return {str: f"{BASE}{next(numbers)}.jpg", int: 2, bool: True}[plain_type]

    hints = get_type_hints(kind)
    make: Callable[..., Block] = kind
    return make(**{each.name: value(hints[each.name]) for each in fields(kind)})


def document(*blocks: Any) -> Document:
    return Document(blocks)


def article(*blocks: Any) -> Article:
    return Article(None, "Title", document(*blocks))


WRITERS: dict[str, Callable[[Any], str]] = {
    "rows of the terminal": lambda block: to_text(article(block), 200),
    "HTML": lambda block: to_html(article(block)),
    "Markdown": lambda block: to_markdown(article(block)),
    "the guide's site": lambda block: "".join(map("".join, body_parts(document(block)))),
}


@dataclass(frozen=True)
class Hologram:
    """A kind of block that nobody knows."""

    inner_blocks: tuple[Block, ...] = ()
    own_lines: tuple[str, ...] = ("word",)


@pytest.mark.parametrize("kind", KINDS)
def test_its_json_comes_back_as_it_was(kind: type[Block]) -> None:
    whole = document(sample(kind), Quote((sample(kind),)))
    assert document_from_json(json.loads(json.dumps(document_to_json(whole)))) == whole


def test_each_has_a_name_of_its_own_in_json() -> None:
    names = {block["type"] for block in document_to_json(document(*map(sample, KINDS)))}
    assert len(names) == len(KINDS)


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_it_is_written(kind: type[Block], writer: str) -> None:
    block = sample(kind)
    written = WRITERS[writer](block)
    assert written != WRITERS[writer](Paragraph(()))
    words = " ".join([*document(block).lines, *document(block).captions]).split()
    assert [word for word in words if word not in written] == []


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("block", [Hologram(), Quote((Hologram(),))], ids=["alone", "in a quote"])  # type: ignore[arg-type]
def test_one_that_is_unknown_is_no_silence(block: Any, writer: str) -> None:
    with pytest.raises(TypeError, match="Hologram"):
        WRITERS[writer](block)


def test_one_that_is_unknown_has_no_json() -> None:
    with pytest.raises(TypeError, match="Hologram"):
        document_to_json(document(Hologram()))


@pytest.mark.parametrize("kind", KINDS)
def test_the_builder_reads_what_a_newspaper_writes(kind: type[Block]) -> None:
    block = sample(kind)
    before = Paragraph((Span("text"), Span("1", (), f"#fn-{getattr(block, 'label', '')}")))
    body, notes = body_parts(document(before, block, Paragraph((Span("more text"),))))
    read = document_from_html("\n".join(body) + notes, BASE)
    assert kind in {type(found) for found in every_block(read.blocks)}


def places_to_add() -> list[str]:
    """The files that docs/house.md names under "To add a block"."""
    text = (ROOT / "docs" / "house.md").read_text("utf-8")
    section = text.split("\n## To add a block\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"(?m)^\d+\. `([\w/]+\.py)`", section)


def kinds_in(file: Path) -> set[str]:
    """The kinds of blocks that a file defines or imports."""
    if not DEFINES_OR_IMPORTS.search(file.read_text("utf-8")):
        return set()
    tree = tree_of(file)
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "tuinews.model.document"
        for alias in node.names
    }
    return NAMES & (imported | {node.name for node in tree.body if isinstance(node, ast.ClassDef)})


def test_the_house_names_the_files_to_touch() -> None:
    places = places_to_add()
    assert 3 <= len(places) <= 5
    for place in places:
        room = (SRC / place).parent.glob("*.py") if place.startswith("extract/") else [SRC / place]
        assert set().union(*map(kinds_in, room)) == NAMES, place


def test_nobody_else_goes_through_the_kinds() -> None:
    places = places_to_add()
    rooms = {str(Path(place).parent) for place in places if place.startswith("extract/")}
    files = {path.relative_to(SRC).as_posix(): path for path in SRC.rglob("*.py")}
    others = {
        name: kinds
        for name, path in files.items()
        if name not in (*places, GUIDE_MARKUP)
        and str(Path(name).parent) not in rooms
        and len(kinds := kinds_in(path)) * 2 > len(NAMES)
    }
    assert others == {}
