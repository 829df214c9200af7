"""Lists of sources and saved articles, taken in from files and written to them."""

import asyncio
from pathlib import Path

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import sources as words
from tuinews.cli.words import imports
from tuinews.cli.words import lists as messages
from tuinews.errors import SourceListError, system_reason, without_secrets
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.saved.articles import SavedArticles
from tuinews.text import clean_line
from tuinews.typeset.digest import DigestEntry, digest

with late_imports(__name__):
    from tuinews.library.saved.export_files import Exported

_OF_THE_WEB = ("http://", "https://")
_MOST_NAMED = 20
"""What was left out that is named one by one."""


async def import_file(session: LinearSession, rest: str) -> None:
    """The sources or the articles of a file. Raises TuinewsError."""
    if not rest:
        session.say(_(words.FILE_WANTED))
        return
    if rest.lower().startswith(_OF_THE_WEB):
        found: Exported = await session.library.list_at(rest)
    else:
        found = await session.library.export_in_file(Path(rest).expanduser())
    if isinstance(found, SavedArticles):
        done = await session.library.import_articles(found)
        for one in [one for one in found.articles if not one.url][:_MOST_NAMED]:
            session.say(
                messages.skipped(clean_line(one.title, 100) or _(imports.UNTITLED), _(imports.NO_WEB_ADDRESS))
            )
        session.say(imports.imported_articles(done))
        if done.is_cut:
            session.say(imports.breaks_off(clean_line(rest, 200)))
    else:
        if found.asks_first and not await session.speaker.agrees(words.add_all(len(found.sources))):
            return
        taken = await session.library.import_sources(found)
        for left_out in taken.skipped[:_MOST_NAMED]:
            session.say(messages.skipped(without_secrets(clean_line(left_out.url, 200)), left_out.why))
        session.say(messages.imported(len(taken.added), len(taken.known), len(taken.skipped)))
        if taken.views:
            session.say(messages.views_of_list(taken.views))
    session.forget_numbers()


async def export_file(session: LinearSession, rest: str) -> None:
    """The sources as OPML, or articles as Markdown, in a new file. Raises SourceListError."""
    if not rest:
        session.say(_(words.FILE_WANTED))
        return
    path = Path(rest).expanduser()
    if path.suffix.lower() in (".md", ".markdown"):
        kept = await session.library.annotations.annotated()
        text = digest(DigestEntry(row, [one.quotation.exact for one in marked]) for row, marked in kept)
    else:
        text = await session.library.export_opml()
    try:
        await asyncio.to_thread(_write, path, text.encode("utf-8", "replace"))
    except FileExistsError:
        session.say(_(words.FILE_EXISTS))
    except OSError as error:
        raise SourceListError(
            clean_line(rest, 200), system_reason(error), _(messages.CHOOSE_OTHER_FILE)
        ) from error
    else:
        session.say(words.exported(clean_line(path, 500)))


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all: what there is no room for is told at its end."""
    file = path.open("xb")
    try:
        with file:
            file.write(content)
    except OSError:
        path.unlink(missing_ok=True)
        raise


COMMANDS: Commands = {"import": import_file, "export": export_file}
