"""The list that a conversation is at: said by the screenful, each article a line, with those before it."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

from tuinews.address import masked
from tuinews.cli.linear.speaking import Speaker
from tuinews.cli.linear.words import lists
from tuinews.cli.rows import row_age
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.view import Filter, ListOrder, View
from tuinews.query.mistyped import mistyped
from tuinews.quick_dataclass import dataclass
from tuinews.settings import Settings
from tuinews.text import clean_line

_LISTED = 20
"""Articles that are listed at a time if there is no screen to fill."""

_MOST_BEFORE = 20
"""Lists to which one can go back."""


@dataclass(frozen=True, slots=True)
class CurrentList:
    """What is listed: a view, or these ids where it is none, and what it is called."""

    heading: str
    view: View | None
    ids: Sequence[int] = ()


class ArticleList:
    """The articles that are listed, by the numbers that were said."""

    def __init__(self, library: Library, speaker: Speaker, settings: Settings) -> None:
        self._library, self._speaker = library, speaker
        self.settings = settings
        self.order = ListOrder.NEWEST
        self.here = CurrentList(_(lists.ALL), View())
        self.ids: Sequence[int] = array("q")
        self._said = 0
        self._before: list[CurrentList] = []

    @property
    def view(self) -> View:
        """The view that is listed; that of all where it is none."""
        return self.here.view or View()

    async def show(self, view: View, heading: str) -> None:
        """List a view from its top. Raises QueryError."""
        await self._show(CurrentList(heading, view))

    async def show_ids(self, ids: Sequence[int], heading: str) -> None:
        """List these articles."""
        await self._show(CurrentList(heading, None, ids))

    async def again(self) -> None:
        """List the same from its top, as it is now."""
        await self._list(self.here)

    async def back(self) -> bool:
        """List what was listed before; whether there was anything."""
        if not self._before:
            return False
        await self._list(self._before.pop())
        return True

    async def more(self) -> bool:
        """Say the next rows; whether there are any."""
        if self._said >= len(self.ids):
            return False
        count = max(1, self._speaker.rows - 3) if self._speaker.rows else _LISTED
        for row in await self._library.rows(self.ids[self._said : self._said + count]):
            self._said += 1
            self._speaker.say(f"{self._said}. {said(row, with_source=self.view.source_id is None)}")
        if self._said < len(self.ids):
            self._speaker.say(lists.more_articles(len(self.ids) - self._said))
        return True

    def place_of(self, entry_id: int | None) -> int | None:
        """Where an article stands in the list, from 0."""
        return self.ids.index(entry_id) if entry_id is not None and entry_id in self.ids else None

    def chosen(self, words: Sequence[str]) -> list[int]:
        """The articles of some numbers; none, and why, where one is wrong."""
        return [self.ids[number - 1] for number in self._speaker.numbers(words, len(self.ids))]

    async def _show(self, listed: CurrentList) -> None:
        before = self.here
        await self._list(listed)
        if before != listed:
            self._before = [*self._before[-_MOST_BEFORE:], before]

    async def _list(self, listed: CurrentList) -> None:
        ids = listed.ids if listed.view is None else await self._library.entry_ids(self._whole(listed.view))
        self.here, self.ids, self._said = listed, ids, 0
        self._speaker.forget()
        if not self.ids and self.view == View() and not await self._library.sources():
            self._speaker.say(_(lists.NO_SOURCES))
            return
        self._speaker.say(lists.headed(listed.heading, len(self.ids)))
        await self.more()
        await self._say_beside()

    def _whole(self, view: View) -> View:
        """The view in the order that is wanted, with a row for each story where the settings say so."""
        return replace(view, order=self.order, stories=self.settings.stories)

    async def _say_beside(self) -> None:
        """How much is muted; which field was mistyped, where a search found nothing."""
        view = self.here.view
        if view is None:
            return
        if view.filter in (Filter.ALL, Filter.UNREAD):
            muted = await self._library.muted_count(view)
            if muted:
                self._speaker.say(lists.muted_here(muted))
        error = mistyped(view.query or "") if not self.ids else None
        if error is not None:
            why = f"{error.why}; {error.do}"
            self._speaker.say(lists.mistaken(error.column, error.what, why))


def said(row: EntryRow, *, with_source: bool) -> str:
    """An article in words, its title first; `+4` are the others that tell its story."""
    title = clean_line(row.title) or clean_line(masked(row.url or "")) or _(lists.UNTITLED)
    notes = [
        (row.story is not None, f"+{row.story.others}" if row.story else ""),
        (not row.read, _(lists.NEW) if row.new else _(lists.UNREAD)),
        (row.starred, _(lists.STARRED)),
        (with_source, clean_line(row.source_title, 40)),
        (True, row_age(row)),
        (row.cached is not Cached.NONE, _(lists.SAVED)),
        (row.former_title is not None, _(lists.RETITLED)),
        (bool(row.note), _(lists.WITH_NOTE)),
        (bool(row.tags), " ".join(f"#{clean_line(tag)}" for tag in row.tags)),
    ]
    return ", ".join([title, *(words for so, words in notes if so and words)])
