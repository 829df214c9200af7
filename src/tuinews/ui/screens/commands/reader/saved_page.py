"""A page that a browser saved, dropped on the screen: a terminal pastes its path."""

import os
import re
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tuinews.errors import TuinewsError
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.opening import nothing_listed, open_entry
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages

_LONGEST = 4096
"""Characters of a path (PATH_MAX of Linux)."""


def dropped_path(text: str) -> Path | None:
    """The path that a terminal pastes for a dropped file: plain, quoted, with escaped blanks, or as `file://`.

    None for any other text. Whether there is such a file is not asked here.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or not text.isprintable():
        return None
    if text.lower().startswith("file://"):
        path = unquote(urlsplit(text).path)
        # `/C:/Users` is how an address writes a drive; the standard library's own reader of it brings all of HTTP.
        return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path)
    if os.path.isabs(text):
        return Path(_unescaped(text))
    unquoted = _unescaped(text)
    return Path(unquoted) if text[0] in "'\"" and os.path.isabs(unquoted) else None


def take_page(state: ReadingState, text: str) -> bool:
    """Keep the page in a dropped file as the text of the article that is meant; whether a file was dropped."""
    path = dropped_path(text)
    if path is None:
        return False
    row = state.target_row
    if row is None:
        nothing_listed(state)
        return True

    async def job(library: LibraryProtocol) -> None:
        try:
            await library.keep_page(row.id, path)
        except TuinewsError as error:
            state.fail_here(error)
            return
        open_entry(state, row.id)
        state.say_here(messages.page_taken(path.name, row.title))

    state.work.beside(job)
    return True


def _unescaped(text: str) -> str:
    """A path without the quotes or backslashes that a shell would need; as it stands where a blank needs none."""
    if os.name == "nt":
        return text.strip("\"'")
    try:
        words = shlex.split(text)
    except ValueError:
        return text
    return words[0] if len(words) == 1 else text
