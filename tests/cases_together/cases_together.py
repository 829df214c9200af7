"""The cases of a function run as one test where they share nothing, since most take less than pytest's own work.

A function of `parametrize` is one test of all its cases where it is given nothing else (no fixture), has no other
mark, and is no coroutine. All cases run, whichever fails; the failure is that of the first, and names the others.
`--apart` makes a test of each case again, and so does the name of one (`test_dates.py::test_age[ago0]`).
Cases that take long, and of which other processes may take some, are marked `apart`.
"""

import inspect
import itertools
import reprlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any

import pytest
from _pytest.mark.structures import Mark, ParameterSet

Check = Callable[..., object]

_MOST_SIGNS = 300
"""What is told of a failure that is not the first."""

_ALLOWED = frozenset(("ids",))
"""What a mark may say beside names and values: `indirect` and `scope` are about fixtures."""


@dataclass(frozen=True, slots=True)
class Case:
    """What one call is given; `named` are the names of its parts, None where what it is given is its name."""

    given: Mapping[str, object]
    named: tuple[str | None, ...] = (None,)

    @property
    def name(self) -> str:
        """What it is called, worked out for those that fail: to write what all are given takes long."""
        told = [name for name in self.named if name is not None]
        return "-".join(told) if len(told) == len(self.named) else ", ".join(map(_shortly, self.given.items()))


def _shortly(given: tuple[str, object]) -> str:
    name, value = given
    return f"{name}={value.__name__ if inspect.isroutine(value) else reprlib.repr(value)}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that makes a test of each case."""
    parser.addoption("--apart", action="store_true", help="make a test of each case of a function")


def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: object) -> list[pytest.Item] | None:
    """One test for all cases of a function, where they may run together; else None, and pytest makes its own."""
    config = collector.config
    if config.getoption("--apart") or any("[" in argument for argument in config.args):
        return None
    if not (isinstance(collector, pytest.Module) and inspect.isfunction(obj) and collector.funcnamefilter(name)):
        return None
    cases = cases_of(obj)
    if not cases:
        return None
    check = together(obj, cases)
    setattr(collector.obj, name, check)  # where the test looks it up
    return list(collector._genfunctions(name, check))


def cases_of(function: Check) -> list[Case]:
    """The cases of a function whose cases may run together; none where they may not."""
    marks: Sequence[Mark] = getattr(function, "pytestmark", ())
    if not marks or inspect.iscoroutinefunction(function) or hasattr(function, "is_hypothesis_test"):
        return []
    if any(mark.name != "parametrize" or len(mark.args) != 2 or set(mark.kwargs) - _ALLOWED for mark in marks):
        return []
    if not all(isinstance(mark.args[1], Sized) for mark in marks):
        return []
    sets = [list(_calls(mark.args[0], mark.args[1], mark.kwargs.get("ids"))) for mark in marks]
    given = {name for one in sets for call in one[:1] for name in call.given}
    if any(not one for one in sets) or given != set(inspect.signature(function).parameters):
        return []
    return [_joined(calls) for calls in itertools.product(*sets)]


def _calls(names: str | Sequence[str], values: Any, ids: Any) -> Iterator[Case]:
    """What one mark gives; nothing where one of its values has marks of its own."""
    words = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    parts = [ParameterSet.extract_from(value, force_tuple=len(words) == 1) for value in values]
    if any(part.marks for part in parts):
        return
    for number, part in enumerate(parts):
        named = part.id if isinstance(part.id, str) else None
        if named is None and ids is not None:
            named = "-".join(str(ids(value)) for value in part.values) if callable(ids) else str(ids[number])
        yield Case(dict(zip(words, part.values, strict=True)), (named,))


def _joined(calls: Sequence[Case]) -> Case:
    given = {name: value for call in calls for name, value in call.given.items()}
    return Case(given, tuple(name for call in calls for name in call.named))


def together(function: Check, cases: Sequence[Case]) -> Check:
    """A function that runs all of them, to be a test in the place of `function`."""

    def check() -> None:
        run_all(function, cases)

    for of_the_function in ("__name__", "__qualname__", "__module__", "__doc__"):
        setattr(check, of_the_function, getattr(function, of_the_function))
    check.__wrapped__ = function  # type: ignore[attr-defined] # where it stands, for reports
    check.__signature__ = inspect.Signature()  # type: ignore[attr-defined] # what it is given
    return check


def run_all(function: Check, cases: Sequence[Case]) -> None:
    """Run every case; raises what the first one raised that failed, else that one was skipped."""
    failures: list[tuple[Case, BaseException]] = []
    skips: list[BaseException] = []
    for case in cases:
        try:
            function(**case.given)
        except pytest.skip.Exception as skip:
            skips.append(skip)
        except (Exception, pytest.fail.Exception) as failure:  # noqa: BLE001 - whatever a test raises
            failures.append((case, failure))
    if failures:
        raise _told(failures, len(cases))
    if skips:
        raise skips[0]


def _told(failures: Sequence[tuple[Case, BaseException]], count: int) -> BaseException:
    """The first failure, which tells of the others."""
    (case, first), *others = failures
    first.add_note(f"in the case [{case.name}]; {len(failures)} of {count} failed")
    for other, failure in others:
        first.add_note(f"[{other.name}]: {type(failure).__name__}: {str(failure)[:_MOST_SIGNS]}")
    return first
