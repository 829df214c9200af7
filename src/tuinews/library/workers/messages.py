"""What goes between the library and a process that reads pages for it: pickles, each behind its length.

Both ends are this program on this machine, started by the same user; nothing from outside is unpickled.
"""

import pickle
import struct
from collections.abc import Callable, Mapping
from typing import IO, Any

from tuinews.quick_dataclass import dataclass

_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module with its arguments, and the language that its errors should speak."""

    language: str
    read: Callable[..., object]
    args: tuple[object, ...]
    kwargs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the function returned, or what it raised."""

    value: object = None
    error: Exception | None = None


def send(pipe: IO[bytes], message: Job | Outcome) -> None:
    """Write one message. Raises OSError where nobody reads, and what pickle raises for what it cannot carry."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """The next message, a Job or an Outcome; raises EOFError where the other end is gone."""
    head = _exactly(pipe, _LENGTH.size)
    return pickle.loads(_exactly(pipe, _LENGTH.unpack(head)[0]))


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the other process has ended")
    return data
