"""What is set for one source: its name, its folder, its options; and names of folders."""

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import sources as words
from tuinews.language import _
from tuinews.model.sources.options import OPTIONS
from tuinews.text import clean_line

_RENAMED = ("title", "folder")


async def rename(session: LinearSession, rest: str) -> None:
    """A source's other name."""
    number, _blank, name = rest.partition(" ")
    if not name:
        session.say(_(words.NAME_WANTED))
        return
    one = await session.sources.one(number)
    if one is not None:
        changed = await session.library.rename_source(one.id, name)
        session.say(words.renamed(clean_line(changed.title)))


async def move(session: LinearSession, rest: str) -> None:
    """A source in another folder; `-` is none."""
    number, _blank, folder = rest.partition(" ")
    if not folder:
        session.say(_(words.FOLDER_WANTED))
        return
    one = await session.sources.one(number)
    if one is not None:
        changed = await session.library.move_source(one.id, folder)
        session.folders.forget()
        session.say(words.moved(clean_line(changed.folder)))


async def rename_folder(session: LinearSession, rest: str) -> None:
    """A folder's other name, with all that is in it."""
    number, _blank, name = rest.partition(" ")
    if not name:
        session.say(_(words.NAME_WANTED))
        return
    folder = await session.folders.one(number)
    if folder is not None:
        path = await session.library.move_folder(folder, name)
        session.folders.forget()
        session.say(words.moved(clean_line(path)) if path is None else words.renamed(clean_line(path)))


async def set_option(session: LinearSession, rest: str) -> None:
    """One option of a source; without one, what all of them are. Raises TuinewsError."""
    number, _blank, pair = rest.partition(" ")
    one = await session.sources.one(number)
    if one is None:
        return
    key, _sign, value = pair.partition("=")
    if pair:
        changed = await session.library.set_source(one.id, {key.strip(): value})
        field = getattr(changed, key.strip()) if key.strip() in _RENAMED else getattr(changed.options, key.strip())
        shown = str(field or "") if key.strip() in _RENAMED else OPTIONS[key.strip()].write(field)
        session.say(words.is_set(key.strip(), clean_line(shown)))
        return
    one = await session.library.source(one.id)
    lines = [
        words.option_line(key, clean_line(option.write(getattr(one.options, key))), _(option.help))
        for key, option in OPTIONS.items()
    ]
    session.tell([clean_line(one.title), *lines])


COMMANDS: Commands = {"rename": rename, "move": move, "rename folder": rename_folder, "set": set_option}
