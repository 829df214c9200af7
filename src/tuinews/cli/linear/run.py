"""`tuinews --linear`: the conversation on standard input and output, in a terminal of any kind or in a pipe."""

import asyncio
import shutil
import sys
from pathlib import Path

from tuinews.cli.linear import phrases
from tuinews.cli.linear.conversation import Conversation
from tuinews.cli.linear.typed_lines import TypedLines
from tuinews.cli.output import print_lines
from tuinews.cli.session import opened_at
from tuinews.language import _

_WIDEST = 80


def converse(data_dir: Path, settings_file: Path) -> int:
    """Answer what is typed until it ends; the exit status."""
    asyncio.run(_converse(data_dir, settings_file))
    return 0


async def _converse(data_dir: Path, settings_file: Path) -> None:
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    size = shutil.get_terminal_size()
    async with opened_at(data_dir, settings_file) as library:
        conversation = Conversation(library, _say, min(size.columns, _WIDEST), size.lines if on_terminal else None)
        await conversation.begin()
        lines = TypedLines()
        while True:
            if on_terminal:
                sys.stdout.write(_(phrases.PROMPT))
                sys.stdout.flush()
            line = await lines.next()
            if line is None or not await conversation.answer(line):
                return


def _say(line: str) -> None:
    print_lines([line])
    sys.stdout.flush()
