"""What is listed: filters, searches, stories, folders, tags; in which order, and where one is."""

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import lists as words
from tuinews.cli.linear.words import reading
from tuinews.folding import fold
from tuinews.language import _
from tuinews.model.view import Filter, ListOrder, View
from tuinews.text import clean_line

_FILTERS = {
    "list": (Filter.ALL, words.ALL),
    "unread": (Filter.UNREAD, words.UNREAD),
    "starred": (Filter.STARRED, words.STARRED),
    "saved": (Filter.OFFLINE, words.SAVED),
}
NEW = "is:new"
MUTED = "is:muted"


async def list_all(session: LinearSession, rest: str) -> None:
    """All articles; `list unread` is `unread`."""
    named = next((name for name in _FILTERS if fold(rest) in (fold(name), fold(_(name)))), "list")
    await _filtered(session, named)


async def unread(session: LinearSession, _rest: str) -> None:
    """The unread ones."""
    await _filtered(session, "unread")


async def starred(session: LinearSession, _rest: str) -> None:
    """The starred ones."""
    await _filtered(session, "starred")


async def saved(session: LinearSession, _rest: str) -> None:
    """The ones that are kept."""
    await _filtered(session, "saved")


async def _filtered(session: LinearSession, name: str) -> None:
    chosen, heading = _FILTERS[name]
    await session.articles.show(View(filter=chosen), _(heading).capitalize())


async def new(session: LinearSession, _rest: str) -> None:
    """What has come since the last session."""
    await session.articles.show(View(query=NEW), _(words.NEW_ONES))


async def muted(session: LinearSession, _rest: str) -> None:
    """What is muted."""
    await session.articles.show(View(query=MUTED), _(words.MUTED_ONES))


async def search(session: LinearSession, rest: str) -> None:
    """What a query finds. Raises QueryError."""
    if not rest:
        session.say(_(words.WORDS_WANTED))
        return
    session.asked = rest
    await session.articles.show(View(query=rest), words.found(clean_line(rest, 60)))


async def story(session: LinearSession, rest: str) -> None:
    """Those that tell the same story."""
    rows, _behind = await session.meant(rest)
    if not rows:
        return
    ids = await session.library.story(rows[0].id)
    if len(ids) > 1:
        await session.articles.show_ids(ids, _(words.THIS_STORY))
    else:
        session.say(_(words.TOLD_BY_NO_OTHER))


async def folders(session: LinearSession, _rest: str) -> None:
    """The folders, numbered."""
    names = await session.folders.all()
    session.tell(
        [f"{number}. {clean_line(name)}" for number, name in enumerate(names, 1)] or [_(words.NO_FOLDERS)]
    )


async def folder(session: LinearSession, rest: str) -> None:
    """The articles of a folder."""
    name = await session.folders.named(rest, str, _(words.NO_SUCH_FOLDER))
    if name is not None:
        await session.articles.show(View(folder=name), words.in_folder(clean_line(name)))


async def tags(session: LinearSession, _rest: str) -> None:
    """The tags, numbered."""
    names = await session.tags.all()
    session.tell([f"{number}. {clean_line(name)}" for number, name in enumerate(names, 1)] or [_(words.NO_TAGS)])


async def tagged(session: LinearSession, rest: str) -> None:
    """What has a tag."""
    name = await session.tags.named(rest.removeprefix("#"), str, _(words.NO_SUCH_TAG))
    if name is not None:
        await session.articles.show(View(query=f'tag:"{name}"'), words.tagged(clean_line(name)))


async def order(session: LinearSession, rest: str) -> None:
    """Lists in another order."""
    typed = fold(rest)
    names = {fold(name): one for one in ListOrder for name in (one.value, _(words.ORDERS[one]))}
    names |= {"time": ListOrder.READING_TIME, fold(_("time")): ListOrder.READING_TIME}
    chosen = {one for name, one in names.items() if typed and f" {typed}" in f" {name}"}
    if len(chosen) != 1:
        session.say(words.wrong_order())
        return
    session.articles.order = chosen.pop()
    session.say(words.ordered(session.articles.order.value))
    await session.articles.again()


async def more(session: LinearSession, _rest: str) -> None:
    """On in the text, or in the list."""
    if not session.speaker.go_on() and not await session.articles.more():
        session.say(_(words.NO_MORE))


async def back(session: LinearSession, _rest: str) -> None:
    """Back to the article before, else to the list before."""
    if not await session.reader.back() and not await session.articles.back():
        session.say(_(words.NO_LIST_BEFORE))


async def where(session: LinearSession, _rest: str) -> None:
    """Which list this is, and which article of it is open."""
    articles, article = session.articles, session.reader.article
    session.say(words.headed(articles.here.heading, len(articles.ids)))
    place = articles.place_of(session.reader.id)
    if article is None:
        session.say(_(reading.NONE_OPEN))
    elif place is not None:
        session.say(words.article_number(place + 1, len(articles.ids), clean_line(article.title)))


COMMANDS: Commands = {
    "list": list_all,
    "unread": unread,
    "starred": starred,
    "saved": saved,
    "new": new,
    "search": search,
    "story": story,
    "folders": folders,
    "folder": folder,
    "tags": tags,
    "tagged": tagged,
    "muted": muted,
    "order": order,
    "more": more,
    "back": back,
    "where": where,
}
