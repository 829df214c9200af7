"""What is made when it is first used: modules of functions, and patterns (docs/decisions/0002-start.md).

What a key does, or what mends a damaged library, is not needed for the first row. Such modules are imported so:

    with late_imports(__name__):
        from tuinews.ui.screens.commands import folders

A type checker and import-linter see an import as any other, and Python imports nothing: `folders` is a stand-in
whose functions import the module when they are called. `tests/house/test_late.py` says what may stand in such a
block. Python 3.15 will have `lazy from … import …` for it (PEP 810).
"""

import builtins
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from threading import RLock
from types import ModuleType
from typing import Any, AnyStr, cast


class LateName:
    """A module that is not there yet; its functions are, and import it when they are called.

    A class or a constant, whose names begin with a capital, imports it when it is looked up. A function or a class
    may be imported late by its own name too: it can be called, stand in annotations, and be asked for what it has,
    as a module is.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name.lstrip("_")[:1].isupper():
            return getattr(self._found(), name)

        found: Callable[..., Any] | None = None

        def function(*args: Any, **kwargs: Any) -> Any:
            nonlocal found
            if found is None:
                found = cast("Callable[..., Any]", getattr(self._found(), name))
            return found(*args, **kwargs)

        function.__name__ = name
        setattr(self, name, function)
        return function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call what has this name, where it is not a module."""
        return self._found()(*args, **kwargs)

    def __or__(self, _: object) -> "LateName":
        """A type or another, in an annotation; nobody asks which."""
        return self

    __ror__ = __or__

    def _found(self) -> Any:
        """What has this name: a module of a package, or a name of either."""
        place, _, name = self._name.rpartition(".")
        found = getattr(import_module(place), name, None)
        return import_module(self._name) if found is None or isinstance(found, ModuleType) else found


class _LatePackage:
    """What `from PACKAGE import NAME` takes its names from in a block of late imports."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> LateName:
        return LateName(f"{self._name}.{name}")


_one_block = RLock()
"""Held by the block whose `__import__` stands in the place of Python's: threads import at the same time."""


def late_imports(module: str) -> AbstractContextManager[None]:
    """A block in which a module imports late. `module` is its `__name__`: what others import meanwhile, on other
    threads, they import as always.
    """
    return _LateImports(module)


class _LateImports(AbstractContextManager[None]):
    """Python's `__import__` while such a block runs."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __enter__(self) -> None:
        _one_block.acquire()
        self._import = builtins.__import__
        builtins.__import__ = self._late

    def __exit__(self, *_: object) -> None:
        builtins.__import__ = self._import
        _one_block.release()

    def _late(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> Any:
        if globals is None or globals.get("__name__") != self._module:
            return self._import(name, globals, locals, fromlist or (), level)
        if level or not fromlist:
            raise ImportError(f"{name}: what is imported late is imported as `from PACKAGE import NAME`")
        return _LatePackage(name)


def late_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern that is compiled at its first use: one with ranges of ideographs takes as long as ten modules."""
    return cast("re.Pattern[AnyStr]", _LatePattern(pattern, flags))


class _LatePattern:
    """A pattern whose methods are there from their first call on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._written: tuple[Any, int] = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value
