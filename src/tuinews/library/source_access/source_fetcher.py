"""The pages of a source: fetched as its options say, or by a command of the user's own."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

from tuinews.address import host_of
from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.source_access.credentials import CHECK_SETTINGS, Credentials, is_own
from tuinews.library.source_access.external_commands import CommandError, output_of
from tuinews.library.store_thread import utc_now
from tuinews.model.entry_row import EntryRow
from tuinews.model.page import NotModified, Page
from tuinews.model.source import Source
from tuinews.web.access import USUAL_ACCESS, Access
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import USUAL_LIMITS
from tuinews.web.page_request import Accept, PageRequest
from tuinews.web.streams import FileStream, Resume

URL_PLACE = "{url}"
"""Where the address stands among the arguments of a fetch command; without it, it is the last one."""

_COMMANDS_AT_ONCE = 2
"""Commands of the user's own that run at the same time."""

_REFUSED = (401, 403)


def typed_for(source: Source, row: EntryRow) -> str | None:
    """The address that the user typed, whose host may be private, for what an entry of a source leads to."""
    # A page that was read by its own address was typed by the user, and may be fetched again.
    return source.typed_url if source.kind.traits.is_followed else row.url


class SourceFetcher:
    """Fetches for sources. Whatever was set for a source goes to its own origin alone. `received` are the bytes of
    all bodies so far, unpacked.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self.received = 0
        self._credentials = Credentials()
        self._commands = asyncio.Semaphore(_COMMANDS_AT_ONCE)

    async def fetch(self, source: Source | None, request: PageRequest) -> Page | NotModified:
        """The page that a source is or leads to (None: that of no source); see `Fetcher.fetch`. Raises
        FetchError.
        """
        command = source.options.fetch_command if source else ()
        if source and command and request.accept is not Accept.PICTURE and is_own(source, request.url):
            answer: Page | NotModified = await self._by_command(command, request.url)
        else:
            with self._forgetting_if_refused(source):
                answer = await self._fetcher.fetch(request, await self._access(source, request.url))
        self.received += len(answer.body) if isinstance(answer, Page) else 0
        return answer

    async def page(self, source: Source | None, request: PageRequest) -> Page:
        """The same for a request without conditions, whose answer can only be a page."""
        answer = await self.fetch(source, request)
        if isinstance(answer, NotModified):
            raise ValueError("a request with conditions may have no page")
        return answer

    @asynccontextmanager
    async def stream(
        self, source: Source | None, url: str, *, trusted: str | None = None, resume: Resume | None = None
    ) -> AsyncIterator[FileStream | None]:
        """A file that goes with an entry of a source, in pieces; see `Fetcher.stream`. Raises FetchError."""
        with self._forgetting_if_refused(source):
            access = await self._access(source, url)
            async with self._fetcher.stream(url, trusted=trusted, resume=resume, access=access) as found:
                yield found

    async def _access(self, source: Source | None, url: str) -> Access:
        return await self._credentials.of(source, url) if source else USUAL_ACCESS

    @contextmanager
    def _forgetting_if_refused(self, source: Source | None) -> Iterator[None]:
        """Ask for the credentials of a source anew the next time, where the server refused them."""
        try:
            yield
        except FetchError as error:
            if source and error.status in _REFUSED:
                self._credentials.forget(source)
            raise

    async def _by_command(self, command: Sequence[str], url: str) -> Page:
        """The page that a command prints. The address is one of the web, so it is not an option of the command."""
        arguments = [part.replace(URL_PLACE, url) for part in command]
        if not any(URL_PLACE in part for part in command):
            arguments.append(url)
        async with self._commands:
            try:
                body = await output_of(arguments, USUAL_LIMITS.max_body, USUAL_LIMITS.deadline)
            except CommandError as failure:
                why = _("its fetch command: {why}", why=str(failure))
                raise FetchError(host_of(url), why, _(CHECK_SETTINGS)) from None
        if not body.strip():
            raise FetchError(host_of(url), _("its fetch command printed nothing"), _(CHECK_SETTINGS))
        return Page(requested=url, url=url, body=body, headers={}, fetched=utc_now(), status=200)
