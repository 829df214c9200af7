"""How much one fetch may cost."""

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of every fetch; whoever runs into one gets a FetchError.

    `deadline` is seconds over everything (connect, redirects, body) but the wait for one's turn; `connect` is
    seconds for one connection to be made, the TLS handshake counted; `max_body` is
    bytes after decompression; `max_headers` bytes of one answer's header lines; `per_host` and `total` requests
    at the same time.
    """

    max_redirects: int = 5
    deadline: float = 30.0
    connect: float = 10.0
    max_body: int = 15_000_000
    max_headers: int = 65_536
    per_host: int = 1
    total: int = 8


USUAL_LIMITS = Limits()
