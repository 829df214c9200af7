"""The headers that ask for a page, and how they change where a server takes its conditions amiss."""

import httpx

from tuinews.web.coding.content_encoding import ACCEPTED
from tuinews.web.page_request import PageRequest

_PAST_CACHES = ("cache-control", "no-cache")
"""Asks for the answer of the server itself (RFC 9111, 5.2.1.4)."""


class RequestHeaders:
    """The headers of one fetch: `sent` are those of its next request."""

    def __init__(self, request: PageRequest, user_agent: str) -> None:
        accepted = [("Accept", request.accept.value), ("Accept-Encoding", ACCEPTED)]
        self._usual = [("User-Agent", user_agent), *accepted]
        self.are_conditional = bool(request.conditions)
        self.sent = self._written(*request.conditions)

    def drop_conditions(self) -> bool:
        """Ask without conditions from now on; whether there were any."""
        had_any, self.are_conditional = self.are_conditional, False
        self.sent = self._written()
        return had_any

    def pass_caches(self) -> bool:
        """Ask past all caches from now on; False where that was done already."""
        if _PAST_CACHES in self.sent.multi_items():
            return False
        self.sent = self._written(_PAST_CACHES)
        return True

    def _written(self, *more: tuple[str, str]) -> httpx.Headers:
        return httpx.Headers([*self._usual, *more], encoding="latin-1")
