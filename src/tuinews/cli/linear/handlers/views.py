"""Saved views: listed, made of a search, changed, removed."""

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import lists
from tuinews.cli.linear.words import standing as words
from tuinews.language import _
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.text import clean_line


async def views(session: LinearSession, _rest: str) -> None:
    """The saved views with what is unread of each, numbered."""
    lines: list[str] = []
    for number, one in enumerate(await session.views.all(), 1):
        unread = await session.library.unread_of_view(one)
        lines.append(f"{number}. {words.view_line(clean_line(one.name), clean_line(one.query), unread)}")
    session.tell(lines or [_(words.NO_VIEWS)])


async def view(session: LinearSession, rest: str) -> None:
    """What a saved view finds. Raises QueryError."""
    one = await session.views.named(rest, _name, _(words.NO_SUCH_VIEW))
    if one is not None:
        session.asked = one.query
        await session.articles.show(View(saved_id=one.id), clean_line(one.name))


def _name(one: SavedView) -> str:
    return one.name


async def save_view(session: LinearSession, rest: str) -> None:
    """The search that is listed, under a name."""
    query = session.articles.view.query
    if not query:
        session.say(_(words.NOTHING_SEARCHED))
    elif not rest:
        session.say(_(words.NAME_WANTED))
    else:
        session.asked = query
        saved = await session.library.add_view(rest, query)
        session.views.forget()
        session.say(words.view_saved(clean_line(saved.name)))


async def change_view(session: LinearSession, rest: str) -> None:
    """One field of a view."""
    number, _blank, pair = rest.partition(" ")
    key, sign, value = pair.partition("=")
    if not sign:
        session.say(_(words.PAIR_WANTED))
        return
    one = await session.views.one(number)
    if one is None:
        return
    if key.strip() not in ("name", "query", "order", "icon", "place", "notify"):
        session.say(_(words.PAIR_WANTED))
        return
    session.asked = value
    changed = await session.library.set_view(one.id, {key.strip(): value})
    session.views.forget()
    session.say(words.view_saved(clean_line(changed.name)))


async def remove_view(session: LinearSession, rest: str) -> None:
    """A view that is saved no longer."""
    one = await session.views.named(rest, _name, _(words.NO_SUCH_VIEW))
    if one is not None:
        await session.library.remove_view(one.id)
        session.say(words.view_removed(clean_line(one.name)))
        if session.articles.view.saved_id == one.id:
            await session.articles.show(View(), _(lists.ALL))


COMMANDS: Commands = {
    "views": views,
    "view": view,
    "save view": save_view,
    "change view": change_view,
    "remove view": remove_view,
}
