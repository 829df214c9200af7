"""What is made when it is first used: modules of functions, and patterns (docs/decisions/0002-start.md).

What a key does, or what mends a damaged library, is not needed for the first row. Where such modules are used:

    if TYPE_CHECKING:
        from tuinews.ui.screens.commands import folders
    else:
        (folders,) = late("tuinews.ui.screens.commands", "folders")

A type checker and import-linter see the import as any other; `tests/house/test_late.py` compares the two lines.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any, cast


def late(package: str, *names: str) -> "tuple[LateModule, ...]":
    """The modules of these names in a package, each imported when one of its functions is called."""
    return tuple(LateModule(f"{package}.{name}") for name in names)


class LateModule:
    """A module that is not there yet; its functions are, and import it when they are called."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def function(*args: Any, **kwargs: Any) -> Any:
            return getattr(import_module(self._name), name)(*args, **kwargs)

        function.__name__ = name
        setattr(self, name, function)
        return function


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled at its first use: one with ranges of ideographs takes as long as ten modules."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))


class _LatePattern:
    """A pattern whose methods are there from their first call on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._written), name)
        setattr(self, name, value)
        return value
