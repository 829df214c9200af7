"""The conversation: what each command answers. It knows neither the terminal nor where the lines come from."""

from array import array
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from tuinews.address import masked
from tuinews.cli import messages
from tuinews.cli.linear import phrases
from tuinews.cli.linear.annotations import LinearAnnotations
from tuinews.cli.linear.understanding import understood
from tuinews.cli.remedies import with_remedy
from tuinews.cli.rows import row_age
from tuinews.cli.words.refreshing import refreshed
from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.article import Article
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.kept_article import KeptArticle
from tuinews.model.source import Source
from tuinews.model.view import Filter, View
from tuinews.text import clean_line
from tuinews.typeset.typeset import Options, typeset

_LISTED = 20
"""Articles that are listed at a time where there is no screen to fill."""

_FILTERS = {"list": Filter.ALL, "unread": Filter.UNREAD, "starred": Filter.STARRED, "saved": Filter.OFFLINE}


class Conversation:
    """One conversation about a library. `say` takes a line; `rows` is what a screen holds, None for no end."""

    def __init__(self, library: Library, say: Callable[[str], None], width: int, rows: int | None) -> None:
        self._library, self._say, self._width, self._rows = library, say, width, rows
        self._view, self._heading = View(), _(phrases.ALL)
        self._ids: array[int] = array("q")
        self._listed = 0
        self._sources: list[Source] = []
        self._open: int | None = None
        self._article: Article | None = None
        self._pending: list[str] = []
        self._annotations = LinearAnnotations(library, self._tell, self._number)
        self._commands: dict[str, Callable[[str], Awaitable[None]]] = {
            "help": self._help,
            "sources": self._list_sources,
            "source": self._list_source,
            "open": self._open_number,
            "more": self._more,
            "next": lambda _rest: self._step(1),
            "previous": lambda _rest: self._step(-1),
            "again": self._again,
            "links": self._list_links,
            "link": self._follow,
            "mark": self._mark,
            "star": self._star,
            "note": self._note,
            "highlight": self._highlight,
            "highlights": lambda _rest: self._annotations.listed(),
            "unhighlight": self._annotations.remove,
            "search": self._search,
            "add": self._add,
            "remove": self._remove,
            "refresh": self._refresh,
            "undo": self._undo,
            "where": self._where,
        }

    async def begin(self) -> None:
        """Say what there is."""
        self._say(_(phrases.HINT))
        await self._show(View(), _(phrases.ALL))

    async def answer(self, line: str) -> bool:
        """Answer a line; False where it asks to end. What fails is said, and the conversation goes on."""
        asked = understood(line)
        if asked.name == "quit":
            return False
        try:
            if not asked.name:
                self._say(asked.why)
            elif asked.name in _FILTERS:
                # `list unread` is `unread`.
                named = understood(asked.rest).name if asked.rest else asked.name
                name = named if named in _FILTERS else asked.name
                await self._show(View(filter=_FILTERS[name]), _(phrases.LISTS[name]).capitalize())
            else:
                await self._commands[asked.name](asked.rest)
        except TuinewsError as error:
            self._say(clean_line(with_remedy(error), 500))
        return True

    async def _help(self, _rest: str) -> None:
        lines = [f"{_(phrases.NAMES[name])} {_(about)}." for name, about in phrases.ABOUT.items()]
        self._tell([*lines, _(phrases.FEWER_LETTERS)])

    async def _show(self, view: View, heading: str) -> None:
        """List a view from its top."""
        self._view, self._heading, self._pending = view, heading, []
        self._ids = await self._library.entry_ids(view)
        self._listed = 0
        if not self._ids and view == View() and not await self._library.sources():
            self._say(_(phrases.NO_SOURCES))
            return
        self._say(phrases.headed(heading, len(self._ids)))
        await self._list_more()

    async def _list_more(self) -> None:
        count = max(1, self._rows - 3) if self._rows else _LISTED
        ids = self._ids[self._listed : self._listed + count]
        for row in await self._library.rows(ids):
            self._listed += 1
            self._say(f"{self._listed}. {_row(row, with_source=self._view.source_id is None)}")
        if self._listed < len(self._ids):
            self._say(phrases.more_articles(len(self._ids) - self._listed))

    async def _list_sources(self, rest: str) -> None:
        if rest:
            await self._list_source(rest)
            return
        self._sources = await self._library.sources()
        lines = [f"{number}. {_source(source)}" for number, source in enumerate(self._sources, 1)]
        self._tell(lines or [_(phrases.NO_SOURCES)])

    async def _list_source(self, rest: str) -> None:
        source = await self._numbered_source(rest)
        if source is not None:
            await self._show(View(source_id=source.id), clean_line(source.title))

    async def _numbered_source(self, rest: str) -> Source | None:
        if not self._sources:
            self._sources = await self._library.sources()
        number = self._number(rest, len(self._sources))
        return self._sources[number - 1] if number else None

    async def _open_number(self, rest: str) -> None:
        number = self._number(rest, len(self._ids))
        if number:
            await self._open_at(number - 1)

    async def _step(self, direction: int) -> None:
        place = self._place
        place = (-1 if direction > 0 else 0) if place is None else place
        if not self._ids:
            self._say(_(phrases.NOTHING_LISTED))
        elif not 0 <= place + direction < len(self._ids):
            self._say(_(phrases.END_OF_LIST) if direction > 0 else _(phrases.TOP_OF_LIST))
        else:
            await self._open_at(place + direction)

    @property
    def _place(self) -> int | None:
        """Where the open article stands in the list, from 0."""
        return self._ids.index(self._open) if self._open is not None and self._open in self._ids else None

    async def _open_at(self, place: int) -> None:
        entry_id = self._ids[place]
        if await self._library.article(entry_id) is None:
            self._say(_(phrases.FETCHING))
        kept = await self._library.open_article(entry_id)
        self._read(kept, await self._annotations.of_article(entry_id))
        await self._library.note_opened(entry_id)

    def _read(self, kept: KeptArticle, behind: Sequence[str] = ()) -> None:
        self._open, self._article = kept.entry_id, kept.article
        self._tell([*_text(kept.article, self._width), _(phrases.END_OF_ARTICLE), *behind])

    async def _more(self, _rest: str) -> None:
        if self._pending:
            self._tell(self._pending)
        elif self._listed < len(self._ids):
            await self._list_more()
        else:
            self._say(_(phrases.NO_MORE))

    async def _again(self, _rest: str) -> None:
        if self._article is None:
            self._say(_(phrases.NONE_OPEN))
        else:
            self._tell([*_text(self._article, self._width), _(phrases.END_OF_ARTICLE)])

    async def _list_links(self, _rest: str) -> None:
        links = self._links
        if self._article is None:
            self._say(_(phrases.NONE_OPEN))
        else:
            lines = [f"{number}. {masked(link)}" for number, link in enumerate(links, 1)]
            self._tell(lines or [_(phrases.NO_LINKS)])

    @property
    def _links(self) -> Sequence[str]:
        return typeset(self._article, self._width, Options(measure=self._width)).links if self._article else ()

    async def _follow(self, rest: str) -> None:
        links = self._links
        if self._article is None:
            self._say(_(phrases.NONE_OPEN))
        elif not links:
            self._say(_(phrases.NO_LINKS))
        elif number := self._number(rest, len(links)):
            self._say(_(phrases.FETCHING))
            self._read(await self._library.read_address(links[number - 1]))

    async def _mark(self, rest: str) -> None:
        row = await self._meant(rest)
        if row is not None:
            await self._library.mark_read([row.id], not row.read)
            self._say(_(phrases.MARKED_UNREAD) if row.read else _(phrases.MARKED_READ))

    async def _star(self, rest: str) -> None:
        row = await self._meant(rest)
        if row is not None:
            await self._library.star([row.id], not row.starred)
            self._say(_(phrases.IS_UNSTARRED) if row.starred else _(phrases.IS_STARRED))

    async def _note(self, rest: str) -> None:
        if self._open is None:
            self._say(_(phrases.NONE_OPEN))
        else:
            await self._annotations.note(self._open, rest)

    async def _highlight(self, rest: str) -> None:
        if self._open is None:
            self._say(_(phrases.NONE_OPEN))
        else:
            await self._annotations.highlight(self._open, rest)

    async def _meant(self, rest: str) -> EntryRow | None:
        """The article of a number, else the open one; None, and why, where there is none."""
        entry_id = self._open
        if rest:
            number = self._number(rest, len(self._ids))
            entry_id = self._ids[number - 1] if number else None
        elif entry_id is None:
            self._say(_(phrases.NONE_OPEN))
        return (await self._library.rows([entry_id]))[0] if entry_id is not None else None

    async def _search(self, rest: str) -> None:
        if rest:
            await self._show(View(query=rest), phrases.found(clean_line(rest, 60)))
        else:
            self._say(_(phrases.WORDS_WANTED))

    async def _add(self, rest: str) -> None:
        if not rest:
            self._say(_(phrases.ADDRESS_WANTED))
            return
        self._say(_(phrases.FETCHING))
        added = await self._library.add(rest)
        self._sources = []
        title = clean_line(added.source.title)
        self._say(messages.added(added.source.kind.value, title, added.entries))
        await self._show(View(source_id=added.source.id), title)

    async def _remove(self, rest: str) -> None:
        source = await self._numbered_source(rest)
        if source is not None:
            await self._library.remove_sources([source.id])
            self._sources = []
            self._say(phrases.removed(clean_line(source.title)))

    async def _refresh(self, _rest: str) -> None:
        self._say(_(phrases.REFRESHING))
        result = await self._library.refresh()
        for failure in result.failed:
            self._say(clean_line(f"{failure.title}: {failure.error}", 500))
        self._say(refreshed(result))
        if result.new_entries:
            await self._show(self._view, self._heading)

    async def _undo(self, _rest: str) -> None:
        said = await self._library.undo()
        self._sources = []
        self._say(clean_line(said) if said else _(phrases.NOTHING_TO_UNDO))

    async def _where(self, _rest: str) -> None:
        self._say(phrases.headed(self._heading, len(self._ids)))
        place = self._place
        if self._article is None:
            self._say(_(phrases.NONE_OPEN))
        elif place is not None:
            title = clean_line(self._article.title)
            self._say(phrases.article_number(place + 1, len(self._ids), title))

    def _number(self, text: str, count: int) -> int:
        """The number that is named, from 1 to `count`; 0, and why, where none is."""
        if not count:
            self._say(_(phrases.NOTHING_LISTED))
        elif not (text.isascii() and text.isdigit()):
            self._say(_(phrases.NUMBER_WANTED))
        elif len(text) > 9 or not 0 < int(text) <= count:
            self._say(phrases.out_of_range(count))
        else:
            return int(text)
        return 0

    def _tell(self, lines: Sequence[str]) -> None:
        """Say as many lines as a screen holds; `more` says the rest."""
        room = max(2, self._rows - 2) if self._rows else len(lines)
        now, self._pending = lines[:room], list(lines[room:])
        for line in now:
            self._say(line)
        if self._pending:
            self._say(phrases.more_lines(len(self._pending)))


def _row(row: EntryRow, *, with_source: bool) -> str:
    """An entry in words, its title first."""
    title = clean_line(row.title) or clean_line(masked(row.url or ""))
    notes = [
        (not row.read, _(phrases.UNREAD)),
        (row.starred, _(phrases.STARRED)),
        (with_source, clean_line(row.source_title, 40)),
        (True, row_age(row)),
        (row.cached is not Cached.NONE, _(phrases.SAVED)),
    ]
    return ", ".join([title, *(words for so, words in notes if so and words)])


def _source(source: Source) -> str:
    parts = [clean_line(source.title), phrases.unread_of(source.unread, source.total)]
    parts += [clean_line(source.folder)] if source.folder else []
    parts += [clean_line(source.error, 200)] if source.error else []
    return ", ".join(parts)


def _text(article: Article, width: int) -> list[str]:
    """The article in lines, blank ones between its parts at most once."""
    shown = replace(article, url=None)
    lines = [line.text.rstrip() for line in typeset(shown, width, Options(measure=width)).lines]
    return [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
