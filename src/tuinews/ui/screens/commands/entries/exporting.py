"""The sources as a file, for any other reader."""

import asyncio
from pathlib import Path

from tuinews.errors import system_reason
from tuinews.language import _
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.words.sources import source_messages

_FILE = "~/tuinews.opml"


def export(state: ReadingState) -> None:
    """Ask for the file to write the sources to."""
    if not state.sources:
        state.say(_(source_messages.NOTHING_TO_EXPORT))
        return
    state.call_next(state.query_one(Prompt).ask, Purpose.EXPORT, _FILE)


def export_to(state: ReadingState, typed: str) -> None:
    """Write the sources to the file that is typed; one that is there already is left alone."""
    if not typed.strip():
        return
    count = len(state.sources)

    async def job(library: LibraryProtocol) -> None:
        opml = (await library.export_opml()).encode("utf-8", "replace")
        try:
            path = await asyncio.to_thread(_write, typed.strip(), opml)
        except FileExistsError:
            state.say(source_messages.file_exists(typed.strip()), problem=True)
        except (OSError, RuntimeError, ValueError) as error:
            why = system_reason(error) if isinstance(error, OSError) else _(source_messages.NOT_A_FILE_NAME)
            state.say(source_messages.not_written(typed.strip(), why), problem=True)
        else:
            state.say(source_messages.exported(count, path))

    state.work.mark(job)


def _write(typed: str, content: bytes) -> Path:
    path = Path(typed).expanduser()
    file = path.open("xb")
    try:
        with file:  # what there is no room for is told at its end
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path
