"""One conversation: the library, what is listed, what is open, and what the numbers mean that were said."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from tuinews.catalogue import CatalogueSource
from tuinews.cli.linear.article_list import ArticleList
from tuinews.cli.linear.numbered_lists import NumberedList
from tuinews.cli.linear.open_article import OpenArticle
from tuinews.cli.linear.speaking import Speaker, leading_numbers
from tuinews.cli.linear.words import reading
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.article import Article
from tuinews.model.entry_row import EntryRow
from tuinews.quick_dataclass import dataclass
from tuinews.settings import Settings


@dataclass(frozen=True, slots=True)
class FindState:
    """Words that were looked for in the text of an article, and the line in which they were found last."""

    words: str = ""
    entry_id: int | None = None
    line: int = -1


class LinearSession:
    """What the commands of a conversation work on."""

    def __init__(
        self, library: Library, speaker: Speaker, width: int, settings: Settings, settings_file: Path
    ) -> None:
        self.library, self.speaker = library, speaker
        self.settings, self.settings_file = settings, settings_file
        self.articles = ArticleList(library, speaker, settings)
        self.reader = OpenArticle(library, speaker, width)
        self.asked = ""  # the query that was typed last, for the place of a mistake in it
        self.sought = FindState()
        self.taken: tuple[int, Article] | None = None  # the version of an article's text that was taken last
        self.sources = NumberedList(speaker, library.sources)
        self.folders = NumberedList(speaker, self._folders)
        self.tags = NumberedList(speaker, library.tags)
        self.views = NumberedList(speaker, library.views)
        self.mutes = NumberedList(speaker, library.mutes)
        self.rules = NumberedList(speaker, library.rules)
        self.accounts = NumberedList(speaker, library.accounts.every)
        self.downloads = NumberedList(speaker, library.downloads.every)
        self.highlights = NumberedList(speaker, library.annotations.listed_highlights)
        self.offers = NumberedList[str](speaker, _nothing)
        self.offers_of: int | None = None
        self.catalogue = NumberedList[CatalogueSource](speaker, _nothing)
        self.versions = NumberedList[Article](speaker, _nothing)
        self.versions_of: int | None = None

    def say(self, line: str) -> None:
        """Say one line."""
        self.speaker.say(line)

    def tell(self, lines: list[str]) -> None:
        """Say lines, as many at a time as a screen holds."""
        self.speaker.tell(lines)

    async def meant(self, rest: str) -> tuple[list[EntryRow], str]:
        """The articles whose numbers a line begins with, else the open one, and what stands behind the numbers.

        None, and why, if there is none.
        """
        numbers, behind = leading_numbers(rest)
        if numbers:
            ids = self.articles.chosen(numbers)
        elif self.reader.id is not None:
            ids = [self.reader.id]
        else:
            self.say(_(reading.NONE_OPEN))
            ids = []
        return await self.library.rows(ids), behind

    def open_id(self) -> int | None:
        """The open article; None, which is said, where none is."""
        if self.reader.id is None:
            self.say(_(reading.NONE_OPEN))
        return self.reader.id

    def forget_numbers(self) -> None:
        """Look anew at everything that has numbers, since something was taken back or came in."""
        for one in (self.sources, self.folders, self.tags, self.views, self.mutes, self.rules, self.highlights):
            one.forget()
        for other in (self.accounts, self.downloads):
            other.forget()

    async def _folders(self) -> list[str]:
        found = {source.folder for source in await self.library.sources() if source.folder}
        return sorted(found)


Command = Callable[[LinearSession, str], Awaitable[None]]
"""Answers what stands behind the word of a command."""

Commands = Mapping[str, Command]
"""Commands by their ids in the table of words."""


async def _nothing() -> "list[Any]":
    return []
