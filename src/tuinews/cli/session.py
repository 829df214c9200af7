"""An open library for a command, from its options and the settings."""

import argparse
import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar

from tuinews.address import masked
from tuinews.cli.output import report
from tuinews.cli.process import ASKS_TO_END
from tuinews.cli.words import library as messages
from tuinews.language import Signs, _, choose_signs
from tuinews.late import late_imports
from tuinews.library.library import Library
from tuinews.model.opening import OpeningStep
from tuinews.paths import is_open_to_others, places
from tuinews.settings import read_settings

with late_imports(__name__):
    from tuinews.ui import keymap

T = TypeVar("T")


@asynccontextmanager
async def opened(arguments: argparse.Namespace) -> AsyncIterator[Library]:
    """The library that the options name, closed at the end; its notices go to stderr."""
    where = places(arguments.data_dir, arguments.config)
    async with opened_at(where.data_dir, where.settings_file) as library:
        yield library


@asynccontextmanager
async def opened_at(data_dir: Path, settings_file: Path) -> AsyncIterator[Library]:
    """The library of a folder, closed at the end; its notices, and what is wrong with settings, go to stderr."""
    loaded = read_settings(settings_file)
    settings = loaded.settings
    choose_signs(Signs.PLAIN if settings.ascii else Signs.ALL)
    problems = loaded.problems
    if settings.keys:
        # A command has no keys, but it is where a mistake in them is told without a screen.
        problems += keymap.Keymap(settings.keys, settings_file).mistakes
    for problem in problems:
        report(problem.said(settings_file))
    if is_open_to_others(settings_file) and any(masked(name) != name for name in settings.repairs):
        report(messages.settings_open_to_others(settings_file))
    library = await Library.open(data_dir, settings, _tell)
    try:
        for notice in library.notices:
            report(notice)
        library.report_waiting(_say_that_it_waits)
        await library.settle_mutes()
        yield library
    finally:
        await library.close()


def _tell(step: OpeningStep) -> None:
    report(_(messages.OPENING_STEPS[step]))


def _say_that_it_waits(waits: bool) -> None:
    if waits:
        report(_(messages.WAITING_TO_WRITE))


def with_library(arguments: argparse.Namespace, work: Callable[[Library], Awaitable[T]]) -> T:
    """Run `work` on the open library and give back what it gave."""

    async def whole() -> T:
        _end_when_asked()
        async with opened(arguments) as library:
            return await work(library)

    try:
        return asyncio.run(whole())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def _end_when_asked() -> None:
    """Let SIGTERM and SIGHUP cancel the command, as Ctrl-C does, instead of raising in any task."""
    task = asyncio.current_task()
    for number in ASKS_TO_END:
        # Windows has no such handlers, and a thread beside the main one may set none; `process` answers there.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if task is not None and signal.getsignal(number) is not signal.SIG_IGN:
                asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def identifier(text: str) -> int | str:
    """An id where `text` is a number (of digits that SQLite can count), else the address as typed."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else text
