"""What a server answers, before anybody has read its body."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer's head, and its body still to come.

    `headers` have lower-case names and values decoded byte for byte (latin-1), repeated ones joined by ", ";
    `cookies` are the Set-Cookie lines; `body` gives the bytes as sent, still packed.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    cookies: Sequence[str]
    body: AsyncGenerator[bytes, None]

    @property
    def is_empty(self) -> bool:
        """Whether no body follows, so that the connection is free again (RFC 9112, 6.3)."""
        return self.status in (204, 304) or self.headers.get("content-length") == "0"
