"""What went wrong on the wire, in words for whoever reads the status line."""

import errno
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus

import httpcore

from tuinews.errors import FetchError
from tuinews.text import clean_line

_CERTIFICATE = {
    9: "the certificate is not valid yet",
    10: "the certificate has expired",
    18: "the certificate is signed by the site itself",
    19: "the certificate is signed by somebody unknown",
    20: "the certificate is signed by somebody unknown",
    21: "the certificate is signed by somebody unknown",
    62: "the certificate is for another name",
    64: "the certificate is for another address",
}
"""OpenSSL's verify codes (x509_vfy.h) that a reader will meet."""

_NO_ADDRESS = frozenset(
    getattr(socket, name) for name in ("EAI_NODATA", "EAI_ADDRFAMILY", "EAI_FAIL") if hasattr(socket, name)
)
"""What a resolver says of a name that is there and has no address (RFC 3493, 6.1, and before it RFC 2553), or of
which its name server will not speak. The numbers differ from system to system, and not each has all."""

_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "RECORD_LAYER_FAILURE"})
"""OpenSSL's words, in its several versions, for an answer that is no TLS: a server of plain HTTP, mostly."""
_PLAIN = "try the address with http://"

_AWAY = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
_SOCKET = {
    errno.ECONNREFUSED: "the connection is refused",
    errno.ECONNRESET: "the server cut the connection",
    errno.EPIPE: "the server cut the connection",
    errno.EHOSTUNREACH: "the server cannot be reached",
    errno.ETIMEDOUT: "the server does not answer",
    errno.EMFILE: "too many files are open on this computer",
}
_STATUS = {
    401: "the site wants you to sign in",
    402: "the site wants to be paid",
    403: "the site does not let programs in; open it in a browser",
    404: "the page may have moved; look for it on the site",
    410: "the page is gone for good",
    451: "the law forbids it where you are",
}


def no_such_name(host: str, error: OSError, *, has_way_out: bool) -> FetchError:
    """A host whose name gave no address.

    The resolver says "try again" (EAI_AGAIN) when it reached no name server. Whatever else it says is an answer
    about the name, unless there is no way out of this computer: then some systems answer the same.
    """
    code = error.errno if isinstance(error, socket.gaierror) else None
    if code == socket.EAI_AGAIN or not has_way_out:
        return FetchError(host, "no network: the name cannot be looked up", "try again when online", offline=True)
    if code == socket.EAI_NONAME:
        return FetchError(host, "the name cannot be found", "look for a typing mistake in the address")
    if code in _NO_ADDRESS:
        return FetchError(host, "the name has no address", "look for a typing mistake, or try again later")
    return FetchError(host, "the name cannot be looked up", "try again later")


def is_away(error: OSError) -> bool:
    """Whether a connection failed for want of a network, not because of the host."""
    return error.errno in _AWAY


def no_connection(host: str, error: BaseException | None) -> FetchError:
    """A host that no connection could be made to."""
    number = next((e.errno for e in _causes(error) if isinstance(e, OSError) and e.errno), 0)
    if number in _AWAY:
        return FetchError(host, "no network", "try again when online", offline=True)
    return FetchError(host, _SOCKET.get(number, "no connection can be made"))


def broken_off(host: str, error: BaseException) -> FetchError:
    """An exchange that failed after the connection was made: TLS, the answer's head, or its body."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = _CERTIFICATE.get(cause.verify_code) or f"bad certificate: {clean_line(cause.verify_message, 80)}"
            return FetchError(host, why, "the connection would not be safe")
        if isinstance(cause, ssl.SSLError) and cause.reason in _NO_TLS:
            return FetchError(host, "no safe connection can be made: the server speaks no https there", _PLAIN)
        if isinstance(cause, ssl.SSLError):
            reason = clean_line(cause.reason or "TLS failed", 60).replace("_", " ").lower()
            return FetchError(host, f"no safe connection can be made ({reason})")
        if getattr(cause, "error_status_hint", None) == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            return headers_too_large(host)
        if isinstance(cause, OSError) and cause.errno in _SOCKET:
            return FetchError(host, _SOCKET[cause.errno])
        if isinstance(cause, ConnectionResetError):  # asyncio's own, without a number
            return FetchError(host, _SOCKET[errno.ECONNRESET])
    if isinstance(error, httpcore.ProxyError):
        return FetchError(host, f"the proxy refuses: {clean_line(error, 80)}")
    return FetchError(host, "the answer breaks off or is no HTTP")


def no_handshake(host: str) -> FetchError:
    """A host that took the connection and left the TLS handshake without an answer."""
    return FetchError(
        host, "no safe connection can be made: the server does not answer", f"try again later, or {_PLAIN}"
    )


def private_address(host: str) -> FetchError:
    """A host that nobody typed and that lies in a private network."""
    return FetchError(host, "leads to a private address", "add that very address if you trust it")


def headers_too_large(host: str) -> FetchError:
    """An answer whose header lines are more than anybody needs."""
    return FetchError(host, "the answer's headers are too large")


def bad_status(host: str, status: int, reason: str, pause: float | None) -> FetchError:
    """An answer whose status is no success; `pause` is the seconds for which the host wants to be left alone."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = clean_line(reason, 60)
    why = f"the server says {status} {phrase}".rstrip()
    do = _STATUS.get(status, "")
    if pause is not None:
        do = f"it will be asked again in {duration(pause)}"
    elif status >= 500:
        do = "try again later"
    return FetchError(host, why, do, status=status, retry_after=pause)


def duration(seconds: float) -> str:
    """A length of time in round words: "40 seconds", "15 minutes", "3 hours"."""
    for size, unit in ((3600, "hour"), (60, "minute"), (1, "second")):
        if seconds >= size * 2 or (size == 1):
            count = max(1, round(seconds / size))
            return f"{count} {unit}{'' if count == 1 else 's'}"
    raise AssertionError("the last size is one second")


def has_way_out() -> bool:
    """Whether this computer has a way out at all: a UDP socket is pointed at a documentation address (RFC 5737,
    3849). That sends nothing; it only makes the system choose a route.
    """
    return any(
        _has_route(family, address)
        for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
    )


def _has_route(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
    except OSError:
        return False
    return True


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
