"""The article that is read: its text in lines, the place in it, and those to which one can go back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from tuinews.cli.linear.speaking import Speaker
from tuinews.cli.linear.words import files, marking, reading
from tuinews.errors import ExtractError, FetchError, StoreError
from tuinews.language import _, drawn_with_signs
from tuinews.library.library import Library
from tuinews.library.store_thread import utc_now
from tuinews.model.article import REST_IS_PAID, Article
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import KeptArticle
from tuinews.text import clean_line
from tuinews.typeset.enclosures import downloadable
from tuinews.typeset.pieces import Line, Options
from tuinews.typeset.typeset import typeset
from tuinews.ui.words import versions

_LONGEST_NOTE = 5_000
"""Characters of a note that are said."""


class OpenArticle:
    """The open article, read aloud in lines of `width` cells."""

    def __init__(self, library: Library, speaker: Speaker, width: int) -> None:
        self._library, self._speaker, self._width = library, speaker, width
        self.kept: KeptArticle | None = None
        self.lines: list[Line] = []
        self.links: Sequence[str] = ()
        self.heard = 0
        self._behind: list[str] = []
        self._trail: list[int] = []
        self._ahead: list[int] = []
        self._kept_place = 0

    @property
    def id(self) -> int | None:
        """The article's id, None if none is open."""
        return self.kept.entry_id if self.kept else None

    @property
    def article(self) -> Article | None:
        """The article as it is kept."""
        return self.kept.article if self.kept else None

    async def open(self, entry_id: int) -> None:
        """Open an article of a list, and read it from where one stopped. Raises TuinewsError."""
        await self._open(entry_id)
        self._trail, self._ahead = [], []

    async def follow(self, kept: KeptArticle) -> None:
        """Read an article to which a link of the open one led."""
        if self.kept is not None and self.kept.entry_id != kept.entry_id:
            self._trail, self._ahead = [*self._trail, self.kept.entry_id], []
        await self.read(kept)

    async def back(self) -> bool:
        """Read the article before, from which a link was followed; whether there is one."""
        if not self._trail or self.kept is None:
            return False
        here = self.kept.entry_id
        await self._open(self._trail[-1])
        self._trail.pop()
        self._ahead.append(here)
        return True

    async def forward(self) -> bool:
        """Read the article from which one went back; whether there is one."""
        if not self._ahead or self.kept is None:
            return False
        here = self.kept.entry_id
        await self._open(self._ahead[-1])
        self._ahead.pop()
        self._trail.append(here)
        return True

    async def read(self, kept: KeptArticle) -> None:
        """Read an article: from where one stopped, on a screen; from its beginning elsewhere. Then it is read."""
        self._behind = await self._said_behind(kept)
        self._set(kept, kept.article)
        start = self._line_at(await self._library.position(kept.entry_id)) if self._speaker.rows else 0
        self.say_from(start, [clean_line(kept.article.title), _(reading.GOES_ON)] if start else [])
        if kept.page_error is None or kept.awaits_page:
            await self._library.note_opened(kept.entry_id)

    def say(self, article: Article) -> None:
        """Say another form of the open article, from its beginning; it stays what is kept."""
        if self.kept is not None:
            self._set(self.kept, article)
            self.say_from(0)

    def say_from(self, start: int, before: Sequence[str] = ()) -> None:
        """Say the text from one of its lines on, and other lines before it."""
        lines = [drawn_with_signs(line.text).rstrip() for line in self.lines[start:]]

        def heard(count: int) -> None:
            self.heard = min(start + max(0, count - len(before)), len(self.lines))

        self._speaker.tell([*before, *lines, _(reading.END_OF_ARTICLE), *self._behind], heard)

    async def keep_place(self) -> None:
        """Remember how far the text was heard, as the screen does, where anything can be written."""
        if self.kept is None or not self.lines or self._library.read_only:
            return
        place = self.lines[min(self.heard, len(self.lines) - 1)].offset
        if place != self._kept_place:
            self._kept_place = place
            with suppress(StoreError):  # reading goes on, from an older place next time
                await self._library.set_position(self.kept.entry_id, place)

    async def _open(self, entry_id: int) -> None:
        if await self._library.article(entry_id) is None:
            self._speaker.say(_(reading.FETCHING))
        await self.read(await self._kept_or_summary(entry_id))

    async def _kept_or_summary(self, entry_id: int) -> KeptArticle:
        """The article; where its page cannot be had, what its source says of it, with the reason, and it stays
        unread.
        """
        try:
            return await self._library.open_article(entry_id)
        except (FetchError, ExtractError) as error:
            own = await self._library.preview(entry_id)
            if not own.text:
                raise
            return KeptArticle(entry_id, own, utc_now(), page_error=error)

    def _set(self, kept: KeptArticle, article: Article) -> None:
        page = typeset(replace(article, url=None), self._width, Options(measure=self._width))
        # Blank lines between the parts of a text at most once.
        self.lines = [
            line
            for line, before in zip(page.lines, [None, *page.lines], strict=False)
            if _is_heard(line) or (before is not None and _is_heard(before))
        ]
        self.kept, self.links, self.heard, self._kept_place = kept, page.links, 0, -1

    def _line_at(self, offset: int) -> int:
        """The line at which reading goes on: the first one at the beginning, and where all was heard."""
        line = next((place for place, line in enumerate(self.lines) if line.offset >= offset), 0)
        return line if offset and line < len(self.lines) - 1 else 0

    async def _said_behind(self, kept: KeptArticle) -> list[str]:
        """What is said behind a text: what is left out and was changed, its files, and what one did with it."""
        row = await self._library.entry(kept.entry_id)
        highlights = await self._library.annotations.highlights(row.id)
        media = downloadable(await self._library.enclosures(row.id))
        return [
            *([clean_line(kept.page_error, 500)] if kept.page_error else []),
            *([_(REST_IS_PAID)] if kept.article.paywalled else []),
            *([reading.left_out(kept.left_out)] if kept.left_out else []),
            *([reading.was_changed(kept.times_changed)] if kept.times_changed else []),
            *([versions.called_before(row.former_title)] if row.former_title else []),
            *([files.have(len(media))] if media else []),
            *_own(row),
            *([marking.highlights_here(len(highlights))] if highlights else []),
        ]


def _is_heard(line: Line) -> bool:
    """Whether a line says anything: one that only draws does not."""
    return bool(drawn_with_signs(line.text).strip())


def _own(row: EntryRow) -> list[str]:
    """What a person wrote to an article."""
    tags = " ".join(f"#{clean_line(tag)}" for tag in row.tags)
    return [
        *([marking.tags_of(tags)] if tags else []),
        *([marking.note(clean_line(row.note, _LONGEST_NOTE))] if row.note else []),
    ]
