"""What may be asked of notes and highlights: written, marked, listed, each as one step to undo."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from tuinews.errors import NotFoundError, Remedy, TuinewsError
from tuinews.language import _, number
from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.entry_row import EntryRow
from tuinews.model.kept_article import KeptArticle
from tuinews.model.undo.changes import Change, HighlightsChanged, NoteChanged
from tuinews.store.store import Store
from tuinews.text import clean_text

with late_imports(__name__):
    from tuinews.library.annotations import article_words
    from tuinews.library.standing import edits
    from tuinews.model.annotations.highlights import Highlight, ListedHighlight, Quotation

LONGEST_NOTE = 100_000
"""Characters of a note."""

ANNOTATED = "is:starred OR has:tag OR has:note OR has:highlight"
"""The query that finds what a person did something with."""


Do = Callable[[Change], Awaitable[Change | None]]
"""Makes a change as one step to undo, and gives it back as it was made."""

ArticleOf = Callable[[int], Awaitable[KeptArticle | None]]
"""Gives the saved article of an entry, None if it is not saved."""


class LibraryAnnotations:
    """The notes and highlights of a library."""

    def __init__(self, store: StoreThread, do: Do, article_of: ArticleOf) -> None:
        self._store, self._do, self._article_of = store, do, article_of

    async def note(self, entry_id: int) -> str:
        """The note of an entry, "" where it has none. Raises NotFoundError."""
        return (await self._store(Store.find_entry, entry_id)).note

    async def set_note(self, entry_id: int, text: str) -> str:
        """Give an entry this note, or none where it is empty, as one step to undo; the note as it is kept.

        Raises NotFoundError, and TuinewsError for one that is too long, since nobody's words are cut off.
        """
        before, after = await self.note(entry_id), clean_text(text, LONGEST_NOTE + 1).strip()
        if len(after) > LONGEST_NOTE:
            why = _("it is longer than {count} characters", count=number(LONGEST_NOTE))
            raise TuinewsError(_("the note"), why, _("shorten it"))
        if after != before:
            await self._do(NoteChanged(entry_id, before, after))
        return after

    async def highlights(self, entry_id: int) -> tuple[Highlight, ...]:
        """The highlights of an entry, in the order of its text."""
        return await self._store(Store.highlights, entry_id)

    async def highlight(self, entry_id: int, quotation: Quotation, instead_of: Sequence[int] = ()) -> Highlight:
        """Highlight a passage of an entry, in the place of those that it holds, as one step to undo."""
        before = await self.highlights(entry_id)
        new = Highlight(quotation=quotation, made=utc_now().replace(microsecond=0))
        kept = tuple(one for one in before if one.id not in instead_of)
        done = await self._do(HighlightsChanged(entry_id, before, (*kept, new)))
        if not isinstance(done, HighlightsChanged) or not done.after:
            raise NotFoundError(_("the article"), _("it is not in the library"), Remedy.LISTED_ARTICLES)
        return done.after[-1]

    async def highlight_words(self, entry_id: int, words: str) -> Highlight:
        """Highlight the first passage of an article with these words; where it is already, that highlight.

        Raises NotFoundError, TuinewsError.
        """
        await self.note(entry_id)
        kept = await self._article_of(entry_id)
        quotation = article_words.quotation_in(kept.article, words) if kept else None
        if quotation is None:
            raise TuinewsError(_("the passage"), _("it is not in the saved text of the article"))
        known = (one for one in await self.highlights(entry_id) if one.quotation == quotation)
        return next(known, None) or await self.highlight(entry_id, quotation)

    async def remove_highlights(self, entry_id: int, ids: Sequence[int]) -> int:
        """Take highlights away from an entry, as one step to undo; how many it had of them."""
        before = await self.highlights(entry_id)
        after = tuple(one for one in before if one.id not in ids)
        if after != before:
            await self._do(HighlightsChanged(entry_id, before, after))
        return len(before) - len(after)

    async def remove_highlight(self, highlight_id: int) -> Highlight:
        """Take one highlight away, as one step to undo. Raises NotFoundError."""
        entry_id = await self._store(Store.entry_of_highlight, highlight_id)
        found = () if entry_id is None else await self.highlights(entry_id)
        one = next((one for one in found if one.id == highlight_id), None)
        if one is None or entry_id is None:
            raise NotFoundError(
                _("highlight {highlight_id}", highlight_id=highlight_id),
                _("it is not in the library"),
                Remedy.LISTED_HIGHLIGHTS,
            )
        await self.remove_highlights(entry_id, [highlight_id])
        return one

    async def annotated(self, query: str = "") -> list[tuple[EntryRow, tuple[Highlight, ...]]]:
        """What is starred, tagged, noted or highlighted, of the articles that a query finds, the newest first,
        each with its highlights. Raises QueryError.
        """
        wanted = f"({ANNOTATED}) ({edits.query_text(query)})" if query.strip() else ANNOTATED
        rows = await self._store(Store.rows, await self._store(Store.found_ids, wanted))
        marked = await self._store(Store.every_highlight)
        return [(row, marked.get(row.id, ())) for row in rows]

    async def listed_highlights(self, query: str = "") -> list[ListedHighlight]:
        """All highlights, of the articles that a query finds, the newest article first, in the order of the texts.

        Raises QueryError.
        """
        wanted = f"has:highlight ({edits.query_text(query)})" if query.strip() else "has:highlight"
        ids = await self._store(Store.found_ids, wanted)
        marked = await self._store(Store.every_highlight)
        rows = await self._store(Store.rows, [entry_id for entry_id in ids if entry_id in marked])
        texts = await self._store(Store.article_texts, [row.id for row in rows])
        found: list[ListedHighlight] = []
        for row in rows:
            here, text = marked[row.id], texts.get(row.id)
            in_text = None if text is None else await self._in_text(row.id, text, here)
            found += [ListedHighlight(row, one, None if in_text is None else one.id in in_text) for one in here]
        return found

    async def _in_text(self, entry_id: int, text: str, highlights: Sequence[Highlight]) -> frozenset[int]:
        """The numbers of those that stand in the kept text; most do so word for word, as is soon seen."""
        plain = " ".join(text.split())
        sure = frozenset(one.id for one in highlights if article_words.stands_plainly(one.quotation, plain))
        unsure = [one for one in highlights if one.id not in sure]
        kept = await self._article_of(entry_id) if unsure else None
        return sure | await asyncio.to_thread(article_words.ids_in_text, kept.article, unsure) if kept else sure
