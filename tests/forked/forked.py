"""Runs of the program that cost no import: see `fork_server`."""

import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fork_server import Run

SERVER = Path(__file__).with_name("fork_server.py")


class Forked:
    """One run: its process, and how it ended."""

    def __init__(self, pipe: int) -> None:
        self._pipe = os.fdopen(pipe, "rb", 0)
        self.pid = int(self._pipe.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit status, once it has ended."""
        return self._read_status(0)

    def wait(self, timeout: float) -> int:
        """Wait for its end; the exit status. TimeoutError where it goes on for longer than `timeout` seconds."""
        status = self._read_status(timeout)
        if status is None:
            raise TimeoutError(f"process {self.pid} goes on")
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal to it, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def close(self) -> None:
        """End it, whatever it does."""
        self.send_signal(signal.SIGKILL)
        self.wait(20)
        self._pipe.close()

    def _read_status(self, timeout: float) -> int | None:
        if self.returncode is None and select.select([self._pipe], [], [], timeout)[0]:
            self.returncode = int(self._pipe.readline())
        return self.returncode


class Piped:
    """A run that is spoken with: its stdin and its stdout are pipes of text, as those of a `subprocess.Popen`."""

    def __init__(self, begin: Callable[[tuple[int, int, int]], Forked]) -> None:
        theirs, stdin = os.pipe()
        stdout, written = os.pipe()
        self._run = begin((theirs, written, 2))
        os.close(theirs)
        os.close(written)
        self.stdin, self.stdout = os.fdopen(stdin, "w"), os.fdopen(stdout)

    @property
    def returncode(self) -> int | None:
        """The exit status, once it has ended."""
        return self._run.poll()

    def kill(self) -> None:
        """End it by SIGKILL."""
        self._run.send_signal(signal.SIGKILL)

    def read_to_the_end(self) -> str:
        """End its stdin; all that it still says, once it has ended."""
        with self.stdin:
            pass
        with self.stdout:
            said = self.stdout.read()
        self._run.wait(60)
        return said

    def close(self) -> None:
        """End it, whatever it does."""
        self._run.close()
        for stream in (self.stdin, self.stdout):
            stream.close()


class ForkServer:
    """The process that forks them."""

    def __init__(self) -> None:
        self._asking, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, str(SERVER), str(theirs.fileno())]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()])

    def start(
        self,
        command: Sequence[str],
        streams: tuple[int, int, int],
        environ: Mapping[str, str],
        folder: Path | None = None,
        in_terminal: bool = False,
        file_size: int | None = None,
        ignored: Sequence[int] = (),
        anew: bool = False,
    ) -> Forked:
        """Start `command` with these descriptors as its stdin, stdout and stderr; they stay open here."""
        run = Run(
            command=list(command),
            anew=anew,
            environ=dict(environ),
            folder=str(folder or Path.cwd()),
            in_terminal=in_terminal,
            file_size=file_size,
            ignored=list(ignored),
        )
        body = json.dumps(run).encode()
        mine, theirs = os.pipe()
        socket.send_fds(self._asking, [struct.pack("!I", len(body))], [*streams, theirs])
        self._asking.sendall(body)
        os.close(theirs)
        return Forked(mine)

    def open(self, command: Sequence[str], environ: Mapping[str, str]) -> Piped:
        """Start `command` with pipes to speak with it; its stderr is this process's."""
        return Piped(lambda streams: self.start(command, streams, environ))

    def run(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        stdin: bytes = b"",
        stdout: int | None = None,
        folder: Path | None = None,
        file_size: int | None = None,
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run `command` to its end, its output kept unless `stdout` is where it goes."""
        with tempfile.TemporaryFile() as given, ThreadPoolExecutor(2) as reading:
            given.write(stdin)
            given.seek(0)
            (out, out_end), (err, err_end) = os.pipe(), os.pipe()
            streams = (given.fileno(), out_end if stdout is None else stdout, err_end)
            forked = self.start(command, streams, environ, folder, file_size=file_size)
            os.close(out_end)
            os.close(err_end)
            both = [reading.submit(_read, end) for end in (out, err)]
            try:
                status = forked.wait(60)
            finally:
                forked.close()
            return subprocess.CompletedProcess(list(command), status, *(one.result() for one in both))

    def close(self) -> None:
        """End the server; what it forked has ended with its test."""
        self._asking.close()
        self._process.wait(20)


def _read(pipe: int) -> bytes:
    """All that comes through a pipe."""
    with os.fdopen(pipe, "rb") as file:
        return file.read()
