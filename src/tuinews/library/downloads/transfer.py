"""One file from its server to its place on the disk, gone on with where it was broken off."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from mimetypes import guess_type
from urllib.parse import urlsplit

from tuinews.address import host_of
from tuinews.errors import FetchError
from tuinews.language import _, number
from tuinews.library.downloads.file_names import safe_name
from tuinews.library.downloads.part_file import PartFile
from tuinews.library.source_access.source_fetcher import SourceFetcher
from tuinews.model.media.downloads import Download, DownloadState
from tuinews.model.source import Source
from tuinews.paths import downloads_folder
from tuinews.quick_dataclass import dataclass
from tuinews.settings import Settings
from tuinews.web.streams import FileStream, Resume

_PAGES = ("text/html", "application/xhtml+xml")
_NOTE_EVERY = 2.0
"""Seconds after which what came is on the disk for certain, and noted."""

_MEGABYTE = 1_000_000
"""Bytes."""

Note = Callable[[Download], Awaitable[None]]
"""Keeps how far a download is; raises TakenAwayError."""


class TakenAwayError(Exception):
    """The download was paused, taken out of the list, or taken over by another process."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """How files are brought: by whom, to where, and who is told.

    `note` keeps how far a file is, `tell` hears of each step.
    """

    fetcher: SourceFetcher
    settings: Settings
    note: Note
    tell: Callable[[Download], None]

    async def bring(self, one: Download, source: Source | None, trusted: str | None) -> Download:
        """Bring the file whole to its place. Raises FetchError, StoreError, TakenAwayError."""
        part = PartFile(one.file) if one.file else None
        if part is not None and await asyncio.to_thread(part.is_in_place, one.total):
            return _done(one, part)
        here = part.size if part and one.validator else 0
        resume = Resume(here, one.validator) if here and one.validator else None
        async with self.fetcher.stream(source, one.address, trusted=trusted, resume=resume) as stream:
            if stream is None and part is not None:
                return await self._finished(replace(one, received=here, total=here), part)
            if stream is None:
                raise FetchError(host_of(one.address), _("the server sent nothing"))
            _check_kind(one, stream)
            part = part or await self._reserved(one, stream)
            return await self._received(one, part, stream)

    async def _reserved(self, one: Download, stream: FileStream) -> PartFile:
        """A place of its own for a file of which the server has just said what it is."""
        media_type = one.media_type or stream.media_type
        title = one.title or stream.name or ""
        name = safe_name(title, one.address, media_type)
        return await asyncio.to_thread(PartFile.reserve, downloads_folder(self.settings.downloads_folder), name)

    async def _received(self, one: Download, part: PartFile, stream: FileStream) -> Download:
        self._check_size(one.address, stream.total or 0)
        one = replace(
            one,
            file=part.target,
            received=stream.start,
            total=stream.total,
            validator=stream.validator,
            media_type=one.media_type or stream.media_type,
            error="",
        )
        self.tell(one)
        try:
            # What is behind the place is dropped before the version is noted: never the end of another one.
            await asyncio.to_thread(part.open, stream.start)
            await self.note(one)
            await asyncio.to_thread(part.check_room, (stream.total or 0) - stream.start)
            one = await self._written(one, part, stream)
        finally:
            await asyncio.shield(asyncio.to_thread(part.close))
        if one.total is not None and one.received != one.total:
            why = _("the connection was lost at {share:.0%} of the file", share=one.share or 0)
            raise FetchError(host_of(one.address), why, _("try again later"))
        return await self._finished(one, part)

    async def _written(self, one: Download, part: PartFile, stream: FileStream) -> Download:
        """Write what comes as it comes, so that nothing of it is lost, and note now and then how far it is."""
        clock = asyncio.get_running_loop().time
        noted = clock()
        async for piece in stream.pieces:
            one = replace(one, received=one.received + len(piece))
            self._check_size(one.address, one.received)
            await asyncio.shield(asyncio.to_thread(part.write, piece))
            self.tell(one)
            if clock() - noted > _NOTE_EVERY:
                await asyncio.to_thread(part.settle)
                await self.note(one)
                noted = clock()
        return one

    async def _finished(self, one: Download, part: PartFile) -> Download:
        place = await asyncio.to_thread(part.finish)
        return _done(replace(one, file=place), part)

    def _check_size(self, address: str, size: int) -> None:
        most = self.settings.downloads_largest
        if size > most * _MEGABYTE:
            why = _("the file is larger than {most} MB", most=number(most))
            # As a server says it (RFC 9110, 15.5.14): it will not be smaller the next time.
            raise FetchError(host_of(address), why, _("raise downloads_largest in the settings"), status=413)


def _check_kind(one: Download, stream: FileStream) -> None:
    """Raises FetchError if a web page came in place of a file: a sign-in, a check for robots, "not found"."""
    sent = (stream.media_type or "").partition(";")[0].strip().lower()
    named = one.media_type or guess_type(urlsplit(one.address).path)[0] or ""
    if sent in _PAGES and not named.lower().startswith(_PAGES):
        why = _("a web page came instead of the file")
        # As a server says it that has no such file (RFC 9110, 15.5.7): it will not be one the next time.
        raise FetchError(host_of(one.address), why, _("open it in a browser"), status=406)


def _done(one: Download, part: PartFile) -> Download:
    length = one.received or one.total or 0
    file = one.file or part.target
    return replace(one, state=DownloadState.DONE, file=file, received=length, total=length, error="")
