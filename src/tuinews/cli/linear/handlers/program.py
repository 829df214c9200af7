"""The program itself: help, settings, the guide, what is packed and what is kept no longer."""

import asyncio

from tuinews.cli.commands.guide import open_guide
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import program as words
from tuinews.cli.linear.words.table import GROUPS, WORDS, spoken_names
from tuinews.cli.linear.words.word import Word
from tuinews.cli.words import gc, refreshing
from tuinews.configuration.bounds import Bounds, Entries, Flag, WholeNumber
from tuinews.configuration.reading import nearest_name
from tuinews.configuration.spelling import spelled
from tuinews.configuration.writing import write_values
from tuinews.folding import fold
from tuinews.language import LANGUAGES, _, choose
from tuinews.model.refresh import FetchAhead
from tuinews.model.view import View
from tuinews.query.fields import FIELDS
from tuinews.settings import TABLE, with_value
from tuinews.text import clean_line

_YES = ("true", "yes", "on", "y")
_NO = ("false", "no", "off", "n")
_LONGEST_TRIP = 1000
"""Hours for which can be packed."""


async def help_(session: LinearSession, rest: str) -> None:
    """All commands, those of a heading, or one."""
    typed = fold(rest)
    if not typed:
        lines = [line for group in GROUPS for line in (f"{_(group.heading)}:", *map(_about, group.words))]
        session.tell([*lines, _(words.FEWER_LETTERS)])
        return
    heading = next((one for one in GROUPS if fold(_(one.heading)) == typed), None)
    if heading is not None:
        session.tell([*map(_about, heading.words)])
        return
    found = _named(typed)
    lines = [line for word in found for line in (_about(word), *([_(word.more)] if word.more else []))]
    if len(found) == 1 and found[0].id != _(found[0].name):
        lines.append(words.also(found[0].id))
    if found == [WORDS["search"]]:
        lines.append(words.fields(", ".join(f"{name}:" for name in FIELDS)))
    session.tell(lines or [words.unknown(clean_line(rest, 40))])


def _about(word: Word) -> str:
    return words.about(_(word.name), _(word.about))


def _named(typed: str) -> list[Word]:
    """The command of a word, else those whose words begin so."""
    named = [(word, [fold(name) for name in spoken_names(word)]) for word in WORDS.values()]
    return [word for word, names in named if typed in names] or [
        word for word, names in named if any(name.startswith(typed) for name in names)
    ]


async def guide(session: LinearSession, _rest: str) -> None:
    """The guide, as a source of the library."""
    source = await open_guide(session.library)
    session.forget_numbers()
    await session.articles.show(View(source_id=source.id), clean_line(source.title))


async def settings(session: LinearSession, _rest: str) -> None:
    """All settings with their values."""
    shown = (name for name, one in TABLE.items() if not isinstance(one.bounds, Entries))
    session.tell([f"{name} = {spelled(getattr(session.settings, name))}" for name in shown])


async def setting(session: LinearSession, rest: str) -> None:
    """One setting: what it is for, or another value. Raises SettingsError."""
    name, _blank, typed = rest.partition(" ")
    name = name.removesuffix("=")
    if not name:
        session.say(_(words.SETTING_WANTED))
    elif name not in TABLE:
        session.say(words.no_setting(clean_line(name, 40), nearest_name(name, TABLE)))
    elif isinstance(TABLE[name].bounds, Entries):
        session.tell([_(TABLE[name].words), _(words.IN_THE_FILE), clean_line(session.settings_file, 500)])
    elif not typed:
        one = TABLE[name]
        value = spelled(getattr(session.settings, name))
        session.tell([f"{name} = {value}", _(one.words), words.must_be(_(one.expected))])
    else:
        await _set(session, name, typed.removeprefix("=").strip())


async def _set(session: LinearSession, name: str, typed: str) -> None:
    value = _read(TABLE[name].bounds, typed)
    if not TABLE[name].bounds.holds(value):
        session.say(words.must_be(_(TABLE[name].expected)))
        return
    await asyncio.to_thread(write_values, session.settings_file, {(name,): value})
    session.settings = with_value(session.settings, (name,), value)
    session.articles.settings = session.settings
    session.library.use(session.settings)
    choose(session.settings.language)
    session.say(words.is_now(name, spelled(value)))
    if TABLE[name].at_next_start:
        session.say(_(words.AT_NEXT_START))


def _read(bounds: Bounds, typed: str) -> object:
    """What was typed as a value of its kind; what is none stays the text that it is."""
    if isinstance(bounds, Flag):
        word = typed.lower()
        return True if word in (*_YES, _("yes")) else False if word in (*_NO, _("no")) else typed
    if isinstance(bounds, WholeNumber):
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else typed
    return typed.strip('"')


async def language(session: LinearSession, rest: str) -> None:
    """Another language from now on."""
    chosen = {"english": "en", "vietnamese": "vi", fold("Tiếng Anh"): "en", fold("Tiếng Việt"): "vi"}
    code = chosen.get(fold(rest), rest.lower())
    if code in (*LANGUAGES, "auto"):
        await _set(session, "language", code)
    else:
        session.say(words.must_be(_(TABLE["language"].expected)))


async def pack(session: LinearSession, rest: str) -> None:
    """Enough unread articles for a journey."""
    if not (rest.isascii() and rest.isdigit() and 0 < int(rest[:6]) <= _LONGEST_TRIP):
        session.say(_(words.HOURS_WANTED))
        return
    session.say(_(words.PACKING))
    done = await session.library.pack(60 * int(rest), FetchAhead(pictures=True))
    parts = list(map(refreshing.packed_source, done.sources)) if done.ids else []
    first = refreshing.packed(done) if done.ids else refreshing.nothing_packed(done)
    session.tell([first, *parts, *refreshing.packing_end(done)])


async def clean(session: LinearSession, rest: str) -> None:
    """What would be retired; `clean now` retires it."""
    is_done = fold(rest) in ("now", fold(_("now")))
    retention = session.library.retention
    retired = await (retention.retire() if is_done else retention.going())
    session.tell(list(gc.retired(retired, is_done=is_done)))


async def messages_(session: LinearSession, _rest: str) -> None:
    """What was said at the start."""
    session.tell([clean_line(one, 1000) for one in session.library.notices] or [_(words.NO_NOTICES)])


COMMANDS: Commands = {
    "help": help_,
    "guide": guide,
    "settings": settings,
    "setting": setting,
    "language": language,
    "pack": pack,
    "clean": clean,
    "messages": messages_,
}
