"""`tuinews --linear`: the conversation on standard input and output, in a terminal of any kind or in a pipe."""

import asyncio
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tuinews.cli.linear.conversation import Conversation
from tuinews.cli.linear.speaking import Speaker
from tuinews.cli.linear.typed_lines import TypedLines
from tuinews.cli.linear.words import program
from tuinews.cli.output import print_lines
from tuinews.cli.session import opened_at
from tuinews.errors import StoreError
from tuinews.language import Signs, _, choose_signs
from tuinews.settings import read_settings

_WIDEST = 80
"""Cells of a line at most, however wide the terminal is."""


def converse(data_dir: Path, settings_file: Path) -> int:
    """Answer what is typed until it ends; the exit status."""
    try:
        asyncio.run(_converse(data_dir, settings_file))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    return 0


async def _converse(data_dir: Path, settings_file: Path) -> None:
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    size, lines = shutil.get_terminal_size(), TypedLines()

    async def ask(question: str, secret: bool) -> str | None:
        if secret and on_terminal:
            return await lines.next_secret(partial(_prompt, question))
        _prompt(question)
        return await lines.next()

    async with opened_at(data_dir, settings_file) as library:
        speaker = Speaker(_say, size.lines if on_terminal else None, ask)
        width = min(size.columns, _WIDEST)
        choose_signs(Signs.NONE)  # a screen reader would say the name of each
        conversation = Conversation(library, speaker, width, read_settings(settings_file))
        await conversation.begin()
        goes_on = True
        while goes_on:
            if on_terminal:
                _prompt(_(program.PROMPT))
            line = await lines.next()
            goes_on = line is not None and await _answered(conversation, line)
        with suppress(StoreError):  # what is new is told by the next session too, then
            await conversation.end()


async def _answered(conversation: Conversation, line: str) -> bool:
    """Answer a line; Ctrl-C ends the answer, and not the conversation."""
    answering = asyncio.ensure_future(conversation.answer(line))
    with _interrupting(answering):
        await asyncio.wait([answering])
    if answering.cancelled():
        _say(_(program.STOPPED))
        return True
    return answering.result()


@contextmanager
def _interrupting(task: "asyncio.Future[bool]") -> Iterator[None]:
    """Let Ctrl-C cancel a task, where the system allows it."""
    loop = asyncio.get_running_loop()
    before = signal.getsignal(signal.SIGINT)
    try:
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    except (NotImplementedError, RuntimeError, ValueError):  # Windows has no such handlers
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, before)


def _prompt(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


def _say(line: str) -> None:
    print_lines([line])
    sys.stdout.flush()
