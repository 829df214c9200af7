"""Sources: listed, added, removed, refreshed; and those of the catalogue."""

from tuinews.catalogue import for_language
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import lists
from tuinews.cli.linear.words import sources as words
from tuinews.cli.words import sources as messages
from tuinews.cli.words.refreshing import dead, refreshed, retired
from tuinews.errors import StoreError
from tuinews.folding import fold
from tuinews.language import _, current
from tuinews.model.refresh import RefreshResult
from tuinews.model.source import Source
from tuinews.model.view import View
from tuinews.text import clean_line


async def sources(session: LinearSession, rest: str) -> None:
    """The sources, numbered; `sources 2` is `source 2`."""
    is_unread = fold(rest) in (fold("unread"), fold(_("unread")))
    if rest and not is_unread:
        await source(session, rest)
        return
    listed = await session.sources.all()
    session.tell(
        [line(one, number) for number, one in enumerate(listed, 1) if one.unread or not is_unread]
        or [_(words.NONE_UNREAD if listed else lists.NO_SOURCES)]
    )


def line(one: Source, number: int) -> str:
    """A source in words, its number and name first."""
    parts = [clean_line(one.title), words.unread_of(one.unread, one.total)]
    parts += [clean_line(one.folder)] if one.folder else []
    parts += [clean_line(one.error, 200)] if one.error else []
    return f"{number}. {', '.join(parts)}"


async def source(session: LinearSession, rest: str) -> None:
    """The articles of a source."""
    one = await session.sources.one(rest)
    if one is not None:
        await session.articles.show(View(source_id=one.id), clean_line(one.title))


async def add(session: LinearSession, rest: str) -> None:
    """A new source, by its address."""
    if not rest:
        session.say(_(words.ADDRESS_WANTED))
        return
    session.say(_(words.REFRESHING))
    added = await session.library.add(rest)
    session.forget_numbers()
    title = clean_line(added.source.title)
    session.say(messages.added(added.source.kind.value, title, added.entries))
    await session.library.keep_added()
    await session.articles.show(View(source_id=added.source.id), title)


async def remove(session: LinearSession, rest: str) -> None:
    """A source that goes."""
    one = await session.sources.one(rest)
    if one is not None:
        await session.library.remove_sources([one.id])
        session.say(words.removed(clean_line(one.title)))


async def refresh(session: LinearSession, rest: str) -> None:
    """What is new of all sources, or of one; what is kept no longer goes, as after every refresh."""
    chosen = await session.sources.one(rest) if rest else None
    if rest and chosen is None:
        return
    session.say(_(words.REFRESHING))
    await refreshed_here(session, [chosen.id] if chosen else None)


async def refreshed_here(session: LinearSession, ids: list[int] | None) -> None:
    """Refresh sources (None: all), say how that went, and list again where something came."""
    result = await session.library.refresh(ids)
    session.sources.forget()
    gone = await session.library.retention.retire()
    await session.library.settle_stories()
    for failure in result.failed:
        session.say(clean_line(f"{failure.title}: {failure.error}", 500))
    session.say(refreshed(result))
    if gone.entries:
        session.say(retired(gone.entries))
    await _say_news(session, result)
    if result.new_entries or gone.entries:
        await session.articles.again()


async def _say_news(session: LinearSession, result: RefreshResult) -> None:
    """Notify of what was wanted, and say once a week which sources died."""
    try:
        told = await session.library.news.tell()
        gone = () if result.offline else await session.library.news.dead()
    except StoreError as error:
        session.say(clean_line(error, 500))
        return
    if told.problem:
        session.say(clean_line(told.problem, 500))
    if gone:
        session.say(clean_line(dead([one.title for one in gone]), 500))


async def older(session: LinearSession, rest: str) -> None:
    """Older articles of a source: of a number, else of the one that is listed."""
    listed = session.articles.view.source_id
    one = await session.sources.one(rest) if rest else None
    source_id = one.id if one else None if rest else listed
    if source_id is None:
        if not rest:
            session.say(_(words.WHICH_SOURCE))
        return
    session.say(_(words.REFRESHING))
    count = await session.library.older(source_id)
    session.say(words.older_came(count) if count else _(words.NO_OLDER))
    if count and source_id == listed:
        await session.articles.again()


async def failures(session: LinearSession, _rest: str) -> None:
    """The sources that fail, with why; their numbers are those of all sources."""
    listed = await session.sources.all()
    session.tell([line(one, number) for number, one in enumerate(listed, 1) if one.error] or [_(words.NONE_FAILS)])


async def catalogue(session: LinearSession, rest: str) -> None:
    """Known sources, numbered: all, or those with some words in their name, topic or language."""
    wanted = fold(rest).split()
    found = []
    for one in for_language(current()):
        text = fold(" ".join((one.name, one.lang, one.country, one.topic, _(one.topic))))
        if all(word in text for word in wanted):
            found.append(one)
    session.catalogue.hold(found)
    lines = [
        f"{number}. {clean_line(one.name)}, {one.lang}, {_(one.topic)}" for number, one in enumerate(found, 1)
    ]
    session.tell(lines or [_(words.NOT_IN_CATALOGUE)])


async def take(session: LinearSession, rest: str) -> None:
    """Sources of the catalogue, by their numbers there."""
    if not session.catalogue.is_held:
        session.catalogue.hold(list(for_language(current())))
    chosen = await session.catalogue.several(rest)
    if chosen:
        taken = await session.library.add_catalogue(chosen)
        session.forget_numbers()
        session.say(words.took(len(taken)))


COMMANDS: Commands = {
    "sources": sources,
    "source": source,
    "add": add,
    "remove": remove,
    "refresh": refresh,
    "older": older,
    "failures": failures,
    "catalogue": catalogue,
    "take": take,
}
