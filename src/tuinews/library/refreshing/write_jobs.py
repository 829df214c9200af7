"""What is sent to a process that writes beside one that refreshes, and what it answers."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class WriteJob:
    """A method of the store with its arguments, into the library of a folder, under the number of its answer."""

    number: int
    directory: Path
    method: Callable[..., object]
    args: tuple[object, ...]
    kwargs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class WriteAnswer:
    """What a method returned, when what it wrote was kept; where it was not, whoever asked has to try it."""

    number: int
    is_kept: bool
    value: object = None
