"""Articles are opened one after the other, their links followed, their addresses given on."""

from pathlib import Path

from tuinews.address import masked
from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import reading as words
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.text import clean_line
from tuinews.typeset.page.copy_forms import CopyForm, Origin, copy_forms

with late_imports(__name__):
    from tuinews.ui import external

_AT_ONCE = 200
"""Rows that are looked through at a time for the next unread one."""

_FORMS = {"": CopyForm.TITLE_AND_LINK, "markdown": CopyForm.MARKDOWN_LINK, "text": CopyForm.TEXT}


async def open_number(session: LinearSession, rest: str) -> None:
    """The article of a number."""
    number = session.speaker.number(rest, len(session.articles.ids))
    if number:
        await session.reader.open(session.articles.ids[number - 1])


async def next_one(session: LinearSession, _rest: str) -> None:
    """The next article of the list."""
    place = session.articles.place_of(session.reader.id)
    await _open_at(session, 0 if place is None else place + 1, _(words.END_OF_LIST))


async def previous_one(session: LinearSession, _rest: str) -> None:
    """The article before."""
    place = session.articles.place_of(session.reader.id)
    await _open_at(session, -1 if place is None else place - 1, _(words.TOP_OF_LIST))


async def _open_at(session: LinearSession, place: int, at_the_end: str) -> None:
    ids = session.articles.ids
    if not ids:
        session.speaker.number("", 0)
    elif 0 <= place < len(ids):
        await session.reader.open(ids[place])
    else:
        session.say(at_the_end)


async def next_unread(session: LinearSession, _rest: str) -> None:
    """The next unread article of the list."""
    ids, place = session.articles.ids, session.articles.place_of(session.reader.id)
    for start in range(0 if place is None else place + 1, len(ids), _AT_ONCE):
        rows = await session.library.rows(ids[start : start + _AT_ONCE])
        found = next((row.id for row in rows if not row.read), None)
        if found is not None:
            await session.reader.open(found)
            return
    session.say(_(words.NO_UNREAD_BEHIND))


async def again(session: LinearSession, _rest: str) -> None:
    """The open article from its beginning."""
    if session.open_id() is not None and session.reader.article is not None:
        session.reader.say(session.reader.article)


async def whole(session: LinearSession, _rest: str) -> None:
    """The open article with what its site repeats."""
    kept = session.reader.kept
    if kept is None or kept.whole is None:
        session.say(_(words.NONE_OPEN) if kept is None else _(words.NOTHING_LEFT_OUT))
    else:
        session.reader.say(kept.whole)


async def forward(session: LinearSession, _rest: str) -> None:
    """The article from which one went back."""
    if not await session.reader.forward():
        session.say(_(words.NOTHING_AHEAD))


async def links(session: LinearSession, _rest: str) -> None:
    """The links of the open article."""
    if session.open_id() is not None:
        found = [f"{number}. {masked(link)}" for number, link in enumerate(session.reader.links, 1)]
        session.tell(found or [_(words.NO_LINKS)])


async def link(session: LinearSession, rest: str) -> None:
    """The article to which a link leads, or how to add the list to which it does."""
    entry_id = session.open_id()
    address = None if entry_id is None else _link(session, rest)
    if entry_id is None or address is None:
        return
    session.say(_(words.FETCHING))
    followed = await session.library.follow(address, entry_id)
    if followed.kept is not None:
        await session.reader.follow(followed.kept)
    if followed.listed is not None:
        title, where = clean_line(followed.listed.title, 60), clean_line(masked(followed.listed.url))
        session.say(words.leads_to_list(title, where))


def _link(session: LinearSession, rest: str) -> str | None:
    """The address of a link's number; None, and why, if there is none."""
    found = session.reader.links
    if not found:
        session.say(_(words.NO_LINKS))
        return None
    number = session.speaker.number(rest, len(found))
    return found[number - 1] if number else None


async def fetch(session: LinearSession, _rest: str) -> None:
    """The open article, fetched anew."""
    entry_id = session.open_id()
    if entry_id is not None:
        session.say(_(words.FETCHING))
        await session.reader.read(await session.library.fetch_again(entry_id))


async def page(session: LinearSession, rest: str) -> None:
    """The text of a page that a browser saved."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    if not rest:
        session.say(_(words.FILE_WANTED))
        return
    await session.reader.read(await session.library.keep_page(entry_id, Path(rest).expanduser()))


async def address(session: LinearSession, rest: str) -> None:
    """The address of the open article, or of one of its links."""
    found = _address(session, rest)
    if found is not None:
        session.say(clean_line(masked(found), 5_000))


def _address(session: LinearSession, rest: str) -> str | None:
    if session.open_id() is None or session.reader.article is None:
        return None
    if rest:
        return _link(session, rest)
    if not session.reader.article.url:
        session.say(_(words.NO_ADDRESS))
    return session.reader.article.url or None


async def browser(session: LinearSession, rest: str) -> None:
    """The article, or a link of it, in the browser; one that needs the terminal is not started beside us."""
    found = _address(session, rest)
    if found is None:
        return
    started = external.can_open(found) and not external.takes_terminal()
    if started and await external.apart(lambda: external.browse(found)):
        session.say(_(words.IN_BROWSER))
    else:
        session.tell([_(words.NO_BROWSER), clean_line(masked(found), 5_000)])


async def copy(session: LinearSession, rest: str) -> None:
    """Title and link of the open article for the clipboard, a Markdown link, or its text."""
    article = session.reader.article
    if session.open_id() is None or article is None:
        return
    origin = Origin(clean_line(article.title), masked(article.url) if article.url else None)
    forms = copy_forms(origin, text=article.text)
    text = forms.get(_FORMS.get(rest.lower(), CopyForm.TITLE_AND_LINK), origin.title)
    where = external.copy(text, external.run)
    if where is external.Clipboard.TERMINAL:
        session.tell([_(words.NOT_COPIED), *(clean_line(line, 5_000) for line in text.splitlines())])
    else:
        session.say(_(words.COPIED))


COMMANDS: Commands = {
    "open": open_number,
    "next": next_one,
    "previous": previous_one,
    "next unread": next_unread,
    "again": again,
    "whole": whole,
    "forward": forward,
    "links": links,
    "link": link,
    "fetch": fetch,
    "page": page,
    "address": address,
    "browser": browser,
    "copy": copy,
}
