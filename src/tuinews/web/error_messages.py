"""Network errors in words for the user."""

import errno
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus

import httpcore

from tuinews.errors import LEFT_ALONE, FetchError
from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line

_CERTIFICATE = {
    9: N_("the certificate is not valid yet"),
    10: N_("the certificate has expired"),
    18: N_("the site's certificate is self-signed"),
    19: N_("the certificate is from an unknown authority"),
    20: N_("the certificate is from an unknown authority"),
    21: N_("the certificate is from an unknown authority"),
    62: N_("the certificate belongs to another name"),
    64: N_("the certificate belongs to another address"),
}
"""OpenSSL's verify codes (x509_vfy.h) that a reader will meet."""

_NO_ADDRESS = frozenset(
    getattr(socket, name) for name in ("EAI_NODATA", "EAI_ADDRFAMILY", "EAI_FAIL") if hasattr(socket, name)
)
"""What a resolver says of a name that is there and has no address (RFC 3493, 6.1, and before it RFC 2553), or of
which its name server will not speak. The numbers differ from system to system, and not each has all."""

_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNKNOWN_PROTOCOL", "RECORD_LAYER_FAILURE"})
"""OpenSSL's words, in its several versions, for an answer that is no TLS: a server of plain HTTP, mostly."""
_PLAIN = N_("try the address with http://")

_AWAY = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
_SOCKET = {
    errno.ECONNREFUSED: N_("the connection was refused"),
    errno.ECONNRESET: N_("the server closed the connection"),
    errno.EPIPE: N_("the server closed the connection"),
    errno.EHOSTUNREACH: N_("the server cannot be reached"),
    errno.ETIMEDOUT: N_("the server is not responding"),
    errno.EMFILE: N_("too many files are open on this computer"),
}
NETWORK_SIGN_IN = 511
"""Network Authentication Required (RFC 6585, 6)."""

_STATUS = {
    401: N_("the site requires you to sign in"),
    402: N_("the site requires payment"),
    403: N_("the site refuses automated access; open it in a browser"),
    404: N_("the page may have moved; look for it on the site"),
    410: N_("the page was removed for good"),
    451: N_("it is blocked for legal reasons where you are"),
    NETWORK_SIGN_IN: N_("this network asks you to sign in first: open any page in a browser"),
}


CHECK_TYPOS = N_("check the address for typos")
SITE_GONE = N_("perhaps the site no longer exists")


def no_such_name(host: str, error: OSError, *, has_way_out: bool, advice: str = SITE_GONE) -> FetchError:
    """A host whose name gave no address. Who typed it is advised to `CHECK_TYPOS`.

    The resolver says "try again" (EAI_AGAIN) when it reached no name server. Whatever else it says is an answer
    about the name, unless there is no way out of this computer: then some systems answer the same.
    """
    code = error.errno if isinstance(error, socket.gaierror) else None
    if code == socket.EAI_AGAIN or not has_way_out:
        return no_name_server(host)
    if code == socket.EAI_NONAME:
        return FetchError(host, _("there is no such host"), _(advice), unknown_name=True)
    if code in _NO_ADDRESS:
        return FetchError(host, _("the host has no address"), _(advice), unknown_name=True)
    return FetchError(host, _("the name could not be looked up"), _("try again later"))


def no_name_server(host: str) -> FetchError:
    """A host whose name could not be looked up for want of a network."""
    why, do = _("no network: the name could not be looked up"), _("try again once you are online")
    return FetchError(host, why, do, offline=True)


def is_away(error: OSError) -> bool:
    """Whether a connection failed for want of a network, not because of the host."""
    return error.errno in _AWAY


def no_connection(host: str, error: BaseException | None) -> FetchError:
    """A host that no connection could be made to."""
    number = next((e.errno for e in _causes(error) if isinstance(e, OSError) and e.errno), 0)
    if number in _AWAY:
        return FetchError(host, _("no network"), _("try again once you are online"), offline=True)
    return FetchError(host, _(_SOCKET.get(number, N_("no connection could be made"))))


def broken_off(host: str, error: BaseException) -> FetchError:
    """An exchange that failed after the connection was made: TLS, the answer's head, or its body."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            known = _CERTIFICATE.get(cause.verify_code)
            why = (
                _(known)
                if known
                else _("invalid certificate: {reason}", reason=clean_line(cause.verify_message, 80))
            )
            return FetchError(host, why, _("the connection would not be secure"))
        if isinstance(cause, ssl.SSLError) and cause.reason in _NO_TLS:
            return FetchError(
                host, _("no secure connection could be made: the server does not offer HTTPS there"), _(_PLAIN)
            )
        if isinstance(cause, ssl.SSLError):
            reason = clean_line(cause.reason or "TLS failed", 60).replace("_", " ").lower()
            return FetchError(host, _("no secure connection could be made ({reason})", reason=reason))
        if getattr(cause, "error_status_hint", None) == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            return headers_too_large(host)
        if isinstance(cause, OSError) and cause.errno in _SOCKET:
            return FetchError(host, _(_SOCKET[cause.errno]))
        if isinstance(cause, ConnectionResetError):  # asyncio's own, without a number
            return FetchError(host, _(_SOCKET[errno.ECONNRESET]))
    if isinstance(error, httpcore.ProxyError):
        return FetchError(host, _("the proxy refused: {error}", error=clean_line(error, 80)))
    return FetchError(host, _("the response was cut off or is not HTTP"))


def no_handshake(host: str) -> FetchError:
    """A host that took the connection and left the TLS handshake without an answer."""
    return FetchError(
        host,
        _("no secure connection could be made: the server is not responding"),
        _("try again later, or try the address with http://"),
    )


def private_address(host: str) -> FetchError:
    """A host that nobody typed and that lies in a private network."""
    return FetchError(host, _("leads to a private address"), _("add that address itself if you trust it"))


def unencrypted(host: str) -> FetchError:
    """A host of the open internet to which a password would go without encryption."""
    why = _("without https anyone on the way could read your password")
    return FetchError(host, why, _("use an address that begins with https://"))


def headers_too_large(host: str) -> FetchError:
    """An answer whose header lines are more than anybody needs."""
    return FetchError(host, _("the response headers are too large"))


def bad_status(host: str, status: int, reason: str, pause: float | None) -> FetchError:
    """An answer whose status is no success; `pause` is the seconds of the pause that the host asks for, None where
    it asks for none."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = clean_line(reason, 60)
    why = _("the server answered {status} {phrase}", status=status, phrase=phrase)
    why = why if phrase else _("the server answered {status}", status=status)
    do = _(_STATUS[status]) if status in _STATUS else ""
    if pause is not None:
        do = _(LEFT_ALONE, time=duration(pause))
    elif status >= 500 and status not in _STATUS:
        do = _("try again later")
    # 511 is no answer of the host's: something between here and there keeps the way out (RFC 6585, 6).
    return FetchError(host, why, do, status=status, retry_after=pause, offline=status == NETWORK_SIGN_IN)


def network_in_between(what: str) -> FetchError:
    """A network that wants a sign-in answered in place of what was asked (RFC 8952): it leads nowhere else yet."""
    return FetchError(what, _("this network answers in its place"), _(_STATUS[NETWORK_SIGN_IN]), offline=True)


def duration(seconds: float) -> str:
    """A length of time in round words: "40 seconds", "15 minutes", "3 hours"."""
    if seconds >= 2 * 3600:
        return ngettext("{count} hour", "{count} hours", round(seconds / 3600))
    if seconds >= 2 * 60:
        return ngettext("{count} minute", "{count} minutes", round(seconds / 60))
    return ngettext("{count} second", "{count} seconds", max(1, round(seconds)))


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
    for _n in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
