"""The conversation: each line is understood, and answered by the room that has its command.

It knows neither the terminal nor where the lines come from.
"""

from tuinews.cli.linear.command_lines import understood
from tuinews.cli.linear.handlers import (
    accounts,
    annotations,
    arranging,
    exchange,
    files,
    lists,
    marking,
    program,
    reading,
    sources,
    standing,
    text,
    versions,
    views,
)
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.speaking import Speaker
from tuinews.cli.linear.words import lists as list_words
from tuinews.cli.linear.words import program as program_words
from tuinews.cli.remedies import with_remedy
from tuinews.errors import QueryError, TuinewsError
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import LoadedSettings
from tuinews.text import clean_line

_ROOMS = (
    *(lists, reading, text, versions, marking, annotations, views, standing),
    *(sources, arranging, exchange, accounts, files, program),
)
COMMANDS: Commands = {name: command for room in _ROOMS for name, command in room.COMMANDS.items()}
"""Every command by its id in the table of words; `quit` alone is answered here."""

_LONGEST_MISTAKE = 30
"""Characters of a query that are said from a mistake on."""


class Conversation:
    """One conversation about a library; the text of articles is set to `width` cells."""

    def __init__(self, library: Library, speaker: Speaker, width: int, loaded: LoadedSettings) -> None:
        self._session = LinearSession(library, speaker, width, loaded.settings, loaded.file)

    async def begin(self) -> None:
        """Say what there is."""
        self._session.say(_(program_words.HINT))
        await self._session.articles.show(View(), _(list_words.ALL))

    async def answer(self, line: str) -> bool:
        """Answer a line; False where it asks to end. What fails is said, and the conversation goes on."""
        asked, session = understood(line), self._session
        if asked.name == "quit":
            return False
        try:
            if asked.name:
                await COMMANDS[asked.name](session, asked.rest)
            else:
                session.say(asked.why)
        except QueryError as error:
            session.say(_mistake(error, session.asked))
        except TuinewsError as error:
            session.say(clean_line(with_remedy(error), 500))
        await session.reader.keep_place()
        return True

    async def end(self) -> None:
        """Remember that all that is here now was seen."""
        await self._session.library.note_seen()


def _mistake(error: QueryError, query: str) -> str:
    """A query that cannot be read: where, and what was meant."""
    at = clean_line(query[error.column :], _LONGEST_MISTAKE) or clean_line(error.what, _LONGEST_MISTAKE)
    return list_words.mistaken(error.column, at, error.why + (f"; {error.do}" if error.do else ""))
