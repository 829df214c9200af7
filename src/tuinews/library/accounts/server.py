"""What a protocol must be able to do, so that a library can be kept in step with a server that speaks it."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Protocol

from tuinews.model.accounts.server_state import MarkChange, ServerEntry, ServerMarks, ServerSource
from tuinews.web.api_requests import ApiAnswer, ApiRequest

Ask = Callable[[ApiRequest], Awaitable[ApiAnswer]]
"""How a protocol asks its server: `Fetcher.ask`, or what stands in its place."""

PasswordOf = Callable[[], Awaitable[str]]
"""Gives the password of an account each time a server wants it; raises TuinewsError if it cannot be had."""


UNSUPPORTED = 405
"""The status of a FetchError that says that a protocol has no way to do something."""


class AccountServer(Protocol):
    """A server with one person's account on it. Every method may raise FetchError; none half believes an answer:
    what is not a whole, well-formed answer of the protocol (a sign-in page, a cut list) is a FetchError too.
    """

    @property
    def address(self) -> str:
        """Where the interface was found, after `sign_in`: what was typed may be the site around it."""

    async def sign_in(self) -> None:
        """Sign in, or find out that the password is refused; called before anything else, and by the server itself
        again where a token has ended.
        """

    async def sources(self) -> Sequence[ServerSource]:
        """All subscriptions."""

    async def marks(self) -> ServerMarks:
        """The marks of all entries: every page of every list, read before anything is written."""

    def entries(self, ids: Sequence[str]) -> AsyncIterator[Sequence[ServerEntry]]:
        """Entries by their ids, in batches as the server takes them; one that is not there is left out."""

    async def send(self, change: MarkChange) -> None:
        """Say one mark of entries, in as few requests as the server allows; saying it twice is as once.

        A label that the server does not take is a FetchError with a status: one below 429, or 500.
        """

    async def subscribe(self, url: str, title: str | None, folder: str | None) -> ServerSource:
        """Subscribe to a feed, or find that it is subscribed already."""

    async def arrange(self, source: ServerSource) -> None:
        """Give a subscription the title and folder of `source`."""

    async def unsubscribe(self, source_id: str) -> None:
        """Be subscribed no longer; one that is not subscribed is not an error."""
