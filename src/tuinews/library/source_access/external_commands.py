"""Commands of the user's own: run without a shell, bounded in time and size, their output in memory alone.

What they say on stderr is thrown away, and no message has a word of what they printed: it may be a password.
"""

import asyncio
import os
import signal
from collections.abc import Sequence
from contextlib import suppress

from tuinews.language import _

SECONDS = 30.0
"""How long a command may take."""


class CommandError(Exception):
    """Why a command gave nothing, in words that hold nothing of its output."""


class _Output(asyncio.SubprocessProtocol):
    """Collects what a command prints; `whole` is that, once the command and its output have ended.

    `ended` is set once the command itself has ended, whoever still holds its output open.
    """

    def __init__(self, most: int) -> None:
        self.whole: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.ended = asyncio.Event()
        self._most, self._size = most, 0
        self._pieces: list[bytes] = []
        self._missing = 2  # the end of the command, the end of its output

    def pipe_data_received(self, fd: int, data: bytes) -> None:
        self._size += len(data)
        if self._size <= self._most:
            self._pieces.append(data)
        elif not self.whole.done():
            self.whole.set_exception(CommandError(_("it printed more than {size}", size=_size(self._most))))

    def pipe_connection_lost(self, fd: int, exc: Exception | None) -> None:
        self._one_ended()

    def process_exited(self) -> None:
        self.ended.set()
        self._one_ended()

    def _one_ended(self) -> None:
        self._missing -= 1
        if not self._missing and not self.whole.done():
            self.whole.set_result(b"".join(self._pieces))


async def output_of(arguments: Sequence[str], most: int, seconds: float = SECONDS) -> bytes:
    """What a command prints, at most `most` bytes; raises CommandFailure.

    It has no terminal: it cannot ask anything on the screen, nor write over it. Where it is stopped, all that it
    began is stopped with it.
    """
    loop = asyncio.get_running_loop()
    try:
        transport, output = await loop.subprocess_exec(
            lambda: _Output(most),
            *arguments,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise CommandError(_not_started(error)) from None
    try:
        async with asyncio.timeout(seconds):
            printed = await output.whole
    except BaseException as error:
        _stop(transport)
        await output.ended.wait()  # else its number would be left to whoever is asked next
        if isinstance(error, TimeoutError):
            raise CommandError(_("it took longer than {seconds:.0f} s", seconds=seconds)) from None
        raise
    finally:
        transport.close()
    status = transport.get_returncode()
    if status:
        raise CommandError(_("it ended with status {status}", status=status))
    return printed


def _stop(transport: asyncio.SubprocessTransport) -> None:
    """Stop a command with all that it began, which may hold its output open."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(transport.get_pid(), signal.SIGKILL)
        else:
            transport.kill()


def _not_started(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("there is no such program")
    return _("it cannot be started ({kind})", kind=type(error).__name__)


def _size(count: int) -> str:
    return (
        _("{count} MB", count=count // 1_000_000) if count >= 1_000_000 else _("{count} kB", count=count // 1000)
    )
