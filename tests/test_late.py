"""Modules and patterns that are made when they are first used."""

import builtins
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from threading import Barrier

import pytest

from tuinews.late import late_imports, late_pattern

ROOM = {
    "doubling": """
FACTOR = 2
def twice(n, *, more=0):
    return FACTOR * n + more
class Kind:
    ODD = 1
    @classmethod
    def of(cls, n):
        return n % 2
""",
    "user": """
from tuinews.late import late_imports
with late_imports(__name__):
    from lateroom import doubling, missing
    from lateroom.doubling import Kind
def asked(kind: Kind | None, *, or_name: str | Kind) -> list[Kind]: ...
""",
    "neighbour": "import lateroom.doubling",
    "starred": """
from tuinews.late import late_imports
with late_imports(__name__):
    import lateroom.doubling
""",
}


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package of modules that import each other late."""
    folder = tmp_path / "lateroom"
    folder.mkdir()
    for name, code in ROOM.items():
        (folder / f"{name}.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == "lateroom"]:
        del sys.modules[name]


@pytest.mark.usefixtures("room")
def test_a_module_is_imported_when_one_of_its_functions_is_called() -> None:
    user = import_module("lateroom.user")
    twice = user.doubling.twice
    assert "lateroom.doubling" not in sys.modules
    assert twice(3, more=1) == 7
    assert "lateroom.doubling" in sys.modules
    assert user.doubling.twice is twice
    with pytest.raises(ModuleNotFoundError):
        user.missing.anything()
    with pytest.raises(AttributeError):
        user.doubling.thrice(1)
    assert not hasattr(user.doubling, "__wrapped__")


@pytest.mark.usefixtures("room")
def test_a_constant_imports_its_module_when_it_is_looked_up() -> None:
    assert import_module("lateroom.user").doubling.FACTOR == 2


@pytest.mark.usefixtures("room")
def test_a_class_stands_in_annotations_and_is_imported_when_it_is_asked_for_something() -> None:
    user = import_module("lateroom.user")
    assert "lateroom.doubling" not in sys.modules
    assert (user.Kind.of(3), user.Kind.ODD) == (1, 1)
    assert type(user.Kind()) is sys.modules["lateroom.doubling"].Kind


@pytest.mark.usefixtures("room")
def test_others_import_as_always_while_a_module_imports_late() -> None:
    before = builtins.__import__
    with late_imports("lateroom.user"):
        import_module("lateroom.neighbour")
    assert "lateroom.doubling" in sys.modules
    assert builtins.__import__ is before


@pytest.mark.usefixtures("room")
def test_what_is_no_name_of_a_package_is_not_imported_late_and_leaves_pythons_import_in_its_place() -> None:
    before = builtins.__import__
    with pytest.raises(ImportError, match="from PACKAGE import NAME"):
        import_module("lateroom.starred")
    assert builtins.__import__ is before


@pytest.mark.usefixtures("room")
def test_threads_that_import_late_at_once_leave_pythons_import_in_its_place() -> None:
    before = builtins.__import__
    meet = Barrier(8)

    def import_late(number: int) -> None:
        meet.wait()
        for _ in range(200):
            with late_imports(f"lateroom.user{number}"):
                pass

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(import_late, range(8)))
    assert builtins.__import__ is before


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    broken = late_pattern("(")
    with pytest.raises(re.error):
        broken.search("")
    words = late_pattern("[a-z]+", re.IGNORECASE)
    assert words.findall("Một two") == ["M", "t", "two"]
    assert words.sub("-", "a b") == "- -"
    assert words.pattern == "[a-z]+"
