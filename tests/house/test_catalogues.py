"""Every message of the program is said in every language, with the same things in its places."""

import argparse
import ast
import importlib.util
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from tuinews.cli.words.argparse_words import WORDS
from tuinews.language import LANGUAGES
from tuinews.language.po import read_po

from .conftest import calls, nodes_of, tree_of

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "tuinews"
TOLD = re.compile(r"[^\W\d_]{2,}")
"""A word, which wants a translation."""

ERRORS = {node.name for node in tree_of(SOURCE / "errors.py").body if isinstance(node, ast.ClassDef)}
ROOMS_OF_WORDS = ("ui/words", "cli/words", "cli/linear/words")
PLACES_OF_WORDS = [path for room in ROOMS_OF_WORDS for path in sorted((SOURCE / room).rglob("[a-z]*.py"))]
NO_WORDS = frozenset(("tuinews", "read", "unread", "starred", "unstarred", "query", "url", "site"))
"""Names of things in the program and of fields of a search, which stand among the words."""


def _catalogue() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "docs" / "catalogue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CATALOGUE = _catalogue()
FILES = {path.stem: path for path in sorted(CATALOGUE.CATALOGUES.glob("*.po"))}


def test_every_language_but_english_has_its_catalogue() -> None:
    assert {"en", *FILES} == set(LANGUAGES)


@pytest.mark.parametrize("code", FILES)
def test_a_catalogue_is_current(code: str) -> None:
    text = FILES[code].read_text("utf-8")
    assert text == CATALOGUE.updated(text), "run: python docs/catalogue.py, and translate what is new"


@pytest.mark.parametrize("code", FILES)
def test_no_message_is_missing(code: str) -> None:
    missing = [one.id for one in read_po(FILES[code].read_text("utf-8")) if one.fuzzy or not all(one.forms)]
    assert missing == []


@pytest.mark.parametrize("code", FILES)
def test_a_translation_has_the_same_places_and_the_same_ends(code: str) -> None:
    wrong = {
        form: english
        for one in read_po(FILES[code].read_text("utf-8"))
        for form in one.forms
        if (english := one.plural or one.id) and not is_like(form, english)
    }
    assert wrong == {}


def is_like(form: str, english: str) -> bool:
    """Whether a translation is put together, and ends, as the English message is."""
    return (
        places(form) == places(english)
        and ends(form) == ends(english)
        and [form[:1].isspace(), form[-1:].isspace()] == [english[:1].isspace(), english[-1:].isspace()]
        and unicodedata.normalize("NFC", form) == form
        and ("  " not in form.strip() or "  " in english.strip())
    )


@pytest.mark.parametrize(
    "form",
    ["{n} bài", "{count} bài.", "{count} bài ", "{count:>4} bài", "{count}  bài", "{count} ba\u0300i", "bài"],
)
def test_an_unlike_translation_is_seen(form: str) -> None:
    assert is_like("{count} bài", "{count} articles")
    assert not is_like(form, "{count} articles")


def places(text: str) -> list[tuple[str, str]]:
    """What is put into a message: its names with their formats, and argparse's own."""
    percent = [(found, "%") for found in re.findall(r"%\(\w+\)[rs]|%[rs]", text)]
    if percent:
        return sorted(percent)
    return sorted((name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name)


def ends(text: str) -> str:
    """What a message ends in: a full stop, three dots, a colon, nothing."""
    return text.rstrip()[-1:] if text.rstrip()[-1:] in ".…:?" else ""


def test_argparse_still_says_what_is_translated() -> None:
    source = Path(argparse.__file__).read_text("utf-8")
    said = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    assert [words for words in WORDS if words not in said] == []


def holders_of(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    """What each part of a file stands in."""
    return {child: node for node in nodes_of(tree) for child in ast.iter_child_nodes(node)}


def _literals(tree: ast.AST) -> Iterator[tuple[ast.Constant, ast.AST | None]]:
    """The strings of a file with what each stands in; docstrings, and what is no word, left out."""
    holders = holders_of(tree)
    docs = {node.value for node in nodes_of(tree) if isinstance(node, ast.Expr)}
    for node in nodes_of(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node, holders.get(node)


@pytest.mark.parametrize("path", PLACES_OF_WORDS, ids=lambda path: path.name)
def test_no_word_among_the_words_is_unmarked(path: Path) -> None:
    unmarked = [
        str(node.value)
        for node, holder in _literals(tree_of(path))
        if TOLD.search(str(node.value))
        and node.value not in NO_WORDS
        and not calls(holder, "_", "N_", "ngettext")
        and not _is_key(node, holder)
    ]
    assert unmarked == []


def _is_key(node: ast.Constant, holder: ast.AST | None) -> bool:
    """Whether nobody reads it: a key of a table or of a keymap, a pattern, what a value is compared to."""
    if isinstance(holder, ast.Dict):
        return node in holder.keys
    if isinstance(holder, ast.Call):
        return ast.unparse(holder.func) in ("keys.key", "key", "re.compile", "late_pattern")
    return isinstance(holder, ast.Compare)


IMPORTED = """
from tuinews.cli.words import articles as messages
from tuinews.ui.words import versions
from tuinews.ui.words.sources import adding
"""


def test_what_is_only_marked_is_looked_up_where_it_is_said() -> None:
    """A constant of the words stands in `_()` wherever it is used, and every error is made of looked-up words."""
    bare = {
        path.relative_to(SOURCE).as_posix(): found
        for path in SOURCE.rglob("*.py")
        if (found := list(not_looked_up(tree_of(path))))
    }
    assert bare == {}


@pytest.mark.parametrize(
    "text",
    [
        "state.say(messages.NO_LINKS)",
        "return versions.LOOKING",
        "print_lines([messages.NO_ARTICLES[which]])",
        "raise FetchError(host, 'no network at all')",
        "raise FetchError(host, f'no {what} at all')",
    ],
)
def test_a_word_that_is_not_looked_up_is_seen(text: str) -> None:
    assert list(not_looked_up(ast.parse(IMPORTED + text)))


@pytest.mark.parametrize(
    "text", ["state.say(_(messages.NO_LINKS))", "HELP = adding.HELP", "raise FetchError(host, _('no network'))"]
)
def test_a_word_that_is_looked_up_is_let_pass(text: str) -> None:
    assert not list(not_looked_up(ast.parse(IMPORTED + text)))


def modules_of_words(tree: ast.AST) -> set[str]:
    """The names that a file has for modules of words."""
    packages = tuple(f"tuinews.{room.replace('/', '.')}" for room in ROOMS_OF_WORDS)
    return {
        alias.asname or alias.name
        for node in nodes_of(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(packages)
        for alias in node.names
    }


def not_looked_up(tree: ast.AST) -> Iterator[str]:
    """The constants of the words that are said as they stand, and the sentences of errors that are not marked."""
    holders: dict[ast.AST, ast.AST] = {}
    modules = modules_of_words(tree)
    for node in nodes_of(tree):
        if isinstance(node, ast.Attribute) and node.attr.isupper() and _is_named(node.value, modules):
            holders = holders or holders_of(tree)  # of the few files that name such a constant alone
            if not _is_looked_up(node, holders):
                yield ast.unparse(node)
        elif isinstance(node, ast.Call) and calls(node, *ERRORS):
            texts = [one for argument in node.args for one in [argument, *getattr(argument, "values", [])]]
            yield from (
                str(one.value) for one in texts if isinstance(one, ast.Constant) and " " in str(one.value).strip()
            )


def _is_named(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _is_looked_up(node: ast.AST, holders: dict[ast.AST, ast.AST]) -> bool:
    """Whether it stands in `_()`, itself, by an entry of its table or as one of two; or is kept, to be looked up
    later: in a table, in an object, by a function of the same file.
    """
    holder = holders[node]
    while isinstance(holder, ast.Subscript | ast.IfExp | ast.List | ast.Tuple):
        holder = holders[holder]
    if isinstance(holder, ast.Call):
        return bool(TAKES_UNSAID_WORDS.fullmatch(ast.unparse(holder.func)))
    return isinstance(holder, KEEPS_WORDS)


TAKES_UNSAID_WORDS = re.compile(r"_\w*|[A-Z]\w*|tuple|dict\.fromkeys")
KEEPS_WORDS = (ast.Assign, ast.AnnAssign, ast.Attribute, ast.Compare, ast.Dict, ast.comprehension)


def test_no_name_hides_the_look_up() -> None:
    """`_` is often a name for what is not wanted; in a function that looks messages up it would hide that."""
    hidden = [
        f"{path.name}: {function.name}"
        for path in SOURCE.rglob("*.py")
        if _hides(nodes_of(tree_of(path)))  # as a whole first: few files do both, and fewer functions
        for function in nodes_of(tree_of(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and _hides(ast.walk(function))
    ]
    assert hidden == []


def _hides(nodes: Iterable[ast.AST]) -> bool:
    """Whether `_` is both given a value and looked up."""
    used = {type(name.ctx) for name in nodes if isinstance(name, ast.Name) and name.id == "_"}
    return used >= {ast.Store, ast.Load}


def test_a_name_that_hides_the_look_up_is_seen() -> None:
    assert _hides(ast.walk(ast.parse("for _ in rows:\n    say(_('gone'))")))
    assert not _hides(ast.walk(ast.parse("for _ in rows:\n    say(gone)")))
