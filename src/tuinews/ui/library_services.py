"""What the screen asks of the parts of a library that have a name of their own (`LibraryProtocol`)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Protocol

from tuinews.late import late_imports

with late_imports(__name__):
    from tuinews.model.accounts.account import Account, AccountStatus, NewAccount
    from tuinews.model.annotations.highlights import Highlight, ListedHighlight, Quotation
    from tuinews.model.kept_article import Picture, PictureSizes
    from tuinews.model.media.downloads import Download, QueueingResult
    from tuinews.model.source import Source
    from tuinews.model.sources.retention import RetirementResult
    from tuinews.model.standing.news import NotificationResult


class AccountsProtocol(Protocol):
    """The accounts of a library on servers."""

    async def every(self) -> list[AccountStatus]:
        """All accounts, with the number of marks that wait for each."""

    async def add(self, new: NewAccount, password: str | None = None) -> Account:
        """Sign in to a server, and keep the account only if that worked. Raises TuinewsError."""

    async def remove(self, wanted: int | str, *, keep_sources: bool) -> int:
        """Forget an account; its sources stay as local ones, or are removed. Returns how many those are."""


class AnnotationsProtocol(Protocol):
    """The notes and highlights in the articles of a library."""

    async def set_note(self, entry_id: int, text: str) -> str:
        """Give an article a note, or none if it is empty, as one step to undo; the note as it is kept."""

    async def highlights(self, entry_id: int) -> tuple[Highlight, ...]:
        """The highlights of an article, in the order of its text."""

    async def highlight(self, entry_id: int, quotation: Quotation, instead_of: Sequence[int] = ()) -> Highlight:
        """Highlight a passage, in place of the highlights that it contains, as one step to undo."""

    async def remove_highlights(self, entry_id: int, ids: Sequence[int]) -> int:
        """Remove highlights from an article, as one step to undo; how many of them it had."""

    async def listed_highlights(self, query: str = "") -> list[ListedHighlight]:
        """All highlights, the newest article first, in the order of the texts."""


class PicturesProtocol(Protocol):
    """The pictures of the articles of a library."""

    async def sizes(self, entry_id: int) -> PictureSizes:
        """The sizes of the kept pictures of an article, and which could not be had just now."""

    async def kept(self, address: str) -> Picture | None:
        """A picture that is kept, never from the network."""

    async def one(self, entry_id: int, address: str) -> Picture:
        """A picture of an article: kept, else fetched."""

    async def keep(self, entry_id: int) -> bool:
        """Keep the pictures of an article that was opened, where that is wanted; whether all of them are kept."""


class RetentionProtocol(Protocol):
    """How long the articles of a library are kept."""

    async def retire(self, spared: Collection[int] = ()) -> RetirementResult:
        """Retire what is kept no longer, but for what is spared; what that was."""


class NewsProtocol(Protocol):
    """What a library tells somebody who does not look."""

    async def tell(self) -> NotificationResult:
        """After a refresh: notify of what came, where that was wanted."""

    async def dead(self) -> tuple[Source, ...]:
        """The sources that have not answered for two weeks, once a week."""


class DownloadsProtocol(Protocol):
    """The files that go with articles."""

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Have `changed` called whenever something moves; returns what ends that."""

    async def add(self, entry_ids: Sequence[int]) -> QueueingResult:
        """Put the files of entries into the queue, and begin."""

    async def every(self) -> list[Download]:
        """All downloads, as far as each is."""

    async def file_of(self, address: str) -> Path | None:
        """Where the file of an address is on this computer, None if it is not."""

    async def files(self, addresses: Sequence[str]) -> dict[str, Path]:
        """Those files that are on this computer, by their addresses."""

    async def pause(self, download_id: int) -> None:
        """Let a file wait."""

    async def retry(self, download_id: int) -> None:
        """Have a file go on, or come again."""

    async def remove(self, download_id: int) -> Download:
        """Take a file out of the list."""

    async def go_on(self) -> None:
        """Have everything go on that waits."""
