"""What goes between the library and a process that works for it: pickles, each behind its length.

Both ends are this program on this machine, started by the same user; nothing from outside is unpickled.
"""

import asyncio
import copyreg
import os
import pickle
import struct
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
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


def framed(message: object) -> bytes:
    """A message as it is sent. Raises what pickle raises for what it cannot carry."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def send(pipe: IO[bytes], message: object) -> None:
    """Write one message. Raises OSError if nobody reads, and what pickle raises for what it cannot carry."""
    pipe.write(framed(message))
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """The next message; raises EOFError if the other end is gone."""
    head = _exactly(pipe, _LENGTH.size)
    return pickle.loads(_exactly(pipe, _LENGTH.unpack(head)[0]))


async def received(reader: asyncio.StreamReader) -> Any:
    """The same without a wait on this thread; raises EOFError or OSError where the other end is gone."""
    head = await reader.readexactly(_LENGTH.size)  # IncompleteReadError is an EOFError
    return pickle.loads(await reader.readexactly(_LENGTH.unpack(head)[0]))


def answers_of_this_process() -> IO[bytes]:
    """The pipe for answers that a process was started with; what is printed goes nowhere from then on."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers


def _frozen(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, lambda proxy: (_frozen, (dict(proxy),)))
"""The settings have some, of which pickle knows nothing."""


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the other process has ended")
    return data
