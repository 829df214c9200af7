"""Files that go with articles: said, downloaded, played."""

from pathlib import Path

from tuinews.address import masked
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import files as words
from tuinews.language import _, size_in_words
from tuinews.late import late_imports
from tuinews.model.media.downloads import Download, DownloadState
from tuinews.text import clean_line
from tuinews.typeset.enclosures import downloadable

with late_imports(__name__):
    from tuinews.ui import external


async def files(session: LinearSession, _rest: str) -> None:
    """The files of the open article."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    found = downloadable(await session.library.enclosures(entry_id))
    lines: list[str] = []
    for number, one in enumerate(found, 1):
        size = [size_in_words(one.length)] if one.length and one.length > 0 else []
        kind = [clean_line(one.type, 60)] if one.type else []
        lines.append(f"{number}. {', '.join([*kind, *size, clean_line(masked(one.url), 500)])}")
    session.tell(lines or [_(words.NO_FILES)])


async def download(session: LinearSession, rest: str) -> None:
    """The files of articles, which come behind whatever else is done."""
    rows, _behind = await session.meant(rest)
    if not rows:
        return
    wanted = await session.library.downloads.add([row.id for row in rows])
    session.downloads.forget()
    count = wanted.added + wanted.known
    session.say(words.wanted(count) if count else _(words.NO_FILES))


async def downloads(session: LinearSession, _rest: str) -> None:
    """All downloads as far as they are, numbered."""
    listed = await session.downloads.all()
    session.tell([f"{number}. {_line(one)}" for number, one in enumerate(listed, 1)] or [_(words.NO_DOWNLOADS)])


def _line(one: Download) -> str:
    how = _(one.state.words)
    if one.state is not DownloadState.DONE and one.share is not None:
        how = words.share(how, round(100 * one.share))
    where = clean_line(one.file, 500) if one.file and one.state is DownloadState.DONE else ""
    return ", ".join(part for part in (clean_line(one.title, 100), how, clean_line(one.error, 300), where) if part)


async def pause(session: LinearSession, rest: str) -> None:
    """A download that waits."""
    one = await session.downloads.one(rest)
    if one is not None:
        await session.library.downloads.pause(one.id)
        session.say(_(words.PAUSED))


async def resume(session: LinearSession, rest: str) -> None:
    """A download that goes on, or all that wait."""
    if not rest:
        await session.library.downloads.go_on()
        session.say(_(words.GOES_ON))
        return
    one = await session.downloads.one(rest)
    if one is not None:
        await session.library.downloads.retry(one.id)
        session.say(_(words.GOES_ON))


async def remove_download(session: LinearSession, rest: str) -> None:
    """A download that is taken out of the list."""
    one = await session.downloads.one(rest)
    if one is not None:
        await session.library.downloads.remove(one.id)
        session.say(_(words.TAKEN_OUT))


async def play(session: LinearSession, rest: str) -> None:
    """A whole file in the player of the settings, or in what the system has for it."""
    one = await session.downloads.one(rest)
    file = await session.library.downloads.file_of(one.address) if one else None
    if one is None or file is None:
        if one is not None:
            session.say(_(words.NOT_HERE))
        return
    if await _opened(file, session.settings.player):
        session.say(_(words.PLAYS))
    else:
        session.tell([_(words.NO_PLAYER), clean_line(file, 1000)])


async def _opened(file: Path, player: str) -> bool:
    if player:
        return bool(await external.apart(lambda: external.play(player, str(file))))
    return bool(await external.apart(lambda: external.open_file(file)))


COMMANDS: Commands = {
    "files": files,
    "download": download,
    "downloads": downloads,
    "pause": pause,
    "resume": resume,
    "remove download": remove_download,
    "play": play,
}
