"""Notes and highlights in the conversation: said, written, taken away."""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter

from tuinews.cli.linear import phrases
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.annotations.highlights import ListedHighlight
from tuinews.text import clean_line

_LONGEST = 5_000
"""Characters of a note or a passage that are said."""


class LinearAnnotations:
    """The notes and highlights of a library.

    `tell` says lines, as many at a time as a screen holds; `number` finds the number from 1 that was typed, 0
    where there is none, of which it says why.
    """

    def __init__(
        self, library: Library, tell: Callable[[Sequence[str]], None], number: Callable[[str, int], int]
    ) -> None:
        self._library, self._tell, self._number = library, tell, number
        self._listed: list[ListedHighlight] = []

    async def of_article(self, entry_id: int) -> list[str]:
        """What is said behind the text of an article: its note, and how much of it is highlighted."""
        note, highlights = await self._library.note(entry_id), await self._library.highlights(entry_id)
        lines = [phrases.note(clean_line(note, _LONGEST))] if note else []
        return lines + ([phrases.highlights_here(len(highlights))] if highlights else [])

    async def note(self, entry_id: int, text: str) -> None:
        """Say the note of an article, or write another one; `-` removes it. Raises TuinewsError."""
        if text:
            kept = await self._library.set_note(entry_id, "" if text == "-" else text)
            self._tell([_(phrases.NOTE_SAVED) if kept else _(phrases.NOTE_GONE)])
            return
        note = await self._library.note(entry_id)
        self._tell([phrases.note(clean_line(note, _LONGEST)) if note else _(phrases.NO_NOTE)])

    async def highlight(self, entry_id: int, words: str) -> None:
        """Highlight a passage of an article by its words. Raises TuinewsError."""
        if words:
            await self._library.highlight_words(entry_id, words)
        self._tell([_(phrases.HIGHLIGHTED) if words else _(phrases.PASSAGE_WANTED)])

    async def listed(self) -> None:
        """Say all highlights under the titles of their articles, with their numbers."""
        self._listed = await self._library.listed_highlights()
        numbers = {one.highlight.id: number for number, one in enumerate(self._listed, 1)}
        lines: list[str] = []
        for row, highlights in groupby(self._listed, attrgetter("row")):
            lines.append(f"{clean_line(row.title)}, {clean_line(row.source_title, 40)}")
            lines += [f"{numbers[one.highlight.id]}. {_passage(one)}" for one in highlights]
        self._tell(lines or [_(phrases.NO_HIGHLIGHTS)])

    async def remove(self, typed: str) -> None:
        """Take a highlight away by its number in the list. Raises TuinewsError."""
        self._listed = self._listed or await self._library.listed_highlights()
        number = self._number(typed, len(self._listed))
        if number:
            one, self._listed = self._listed[number - 1], []
            await self._library.remove_highlight(one.highlight.id)
            self._tell([_(phrases.HIGHLIGHT_GONE)])


def _passage(one: ListedHighlight) -> str:
    return clean_line(one.highlight.quotation.exact, _LONGEST)
