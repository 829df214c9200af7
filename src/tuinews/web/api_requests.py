"""Requests to the interface of a server on which a person has an account, and what it answers.

Unlike a page, an answer is taken with whatever status it has, since protocols mean things by 400 and 404; nothing
is cached, and what is sent with a request never goes to another origin than its own. `Fetcher.ask` sends them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from urllib.parse import urlencode, urlsplit

import httpx

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.web.connections.connect import Reach
from tuinews.web.error_messages import bad_status
from tuinews.web.redirect_chain import REDIRECTS, addressed, as_text

MOST_REDIRECTS = 3
"""Steps within the origin that are gone along: a slash at the end, a path that was tidied."""

_KEEP_METHOD = frozenset({307, 308})
_SNIFFED = 200
"""Bytes of an answer in which a web page shows itself."""


class Method(StrEnum):
    """What a request does (RFC 9110, 9.3)."""

    GET = "GET"
    POST = "POST"
    PUT = "PUT"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """One request. What may be secret (`headers`, `login` for Basic, `body`) is in no message and no `repr`."""

    method: Method
    url: str
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    login: tuple[str, str] | None = field(default=None, repr=False)
    body: bytes | None = field(default=None, repr=False)

    @staticmethod
    def get(
        url: str,
        query: Sequence[tuple[str, str]] = (),
        *,
        headers: Mapping[str, str] = {},
        login: tuple[str, str] | None = None,
    ) -> "ApiRequest":
        """Asks for what is at an address, with the fields of a query."""
        joined = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}" if query else url
        return ApiRequest(Method.GET, joined, tuple(headers.items()), login)

    @staticmethod
    def form(
        url: str,
        fields: Sequence[tuple[str, str]],
        *,
        headers: Mapping[str, str] = {},
        login: tuple[str, str] | None = None,
    ) -> "ApiRequest":
        """Posts fields as a form of the web does; a name may come several times."""
        kind = ("Content-Type", "application/x-www-form-urlencoded")
        return ApiRequest(Method.POST, url, (kind, *headers.items()), login, urlencode(fields).encode())

    @staticmethod
    def json(
        url: str,
        value: object,
        *,
        method: Method = Method.POST,
        headers: Mapping[str, str] = {},
        login: tuple[str, str] | None = None,
    ) -> "ApiRequest":
        """Sends a value as JSON."""
        kind = ("Content-Type", "application/json; charset=utf-8")
        body = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        return ApiRequest(method, url, (kind, *headers.items()), login, body)

    @property
    def reach(self) -> Reach:
        """How far it may go: without encryption to private addresses alone, since it carries a password."""
        return Reach.TYPED if urlsplit(self.url).scheme == "https" else Reach.PRIVATE


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """What a server answered: a status, a body that is unpacked, headers by lower-case names."""

    url: str
    status: int
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def host(self) -> str:
        """The server, for the words of an error."""
        return (urlsplit(self.url).hostname or "").lower()

    @property
    def is_success(self) -> bool:
        """Whether the status is of those that say so."""
        return 200 <= self.status < 300

    @property
    def is_page(self) -> bool:
        """Whether a page of the web came, as of a sign-in, of a network's portal, of another program there."""
        return self.body[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"

    @property
    def text(self) -> str:
        """The body as UTF-8, in which all of these protocols are written."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> object:
        """The value that the body is. Raises FetchError for a body that is none, or is cut off, or a web page."""
        if self.is_page:
            raise FetchError(
                self.host,
                _("a web page came instead of the answer"),
                _("check the address of the account; a network may also ask for a sign-in first"),
                status=self.status,
            )
        try:
            value: object = json.loads(self.body.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            raise FetchError(
                self.host, _("the answer is damaged or cut off"), _("try again later"), status=self.status
            ) from None
        return value

    def refusal(self) -> FetchError:
        """The error that its status is."""
        return bad_status(self.host, self.status, "", None)


def prepared(asked: ApiRequest, usual: Sequence[tuple[str, str]]) -> httpx.Request:
    """The request as it is sent, with the `usual` headers. Raises FetchError for what cannot be sent."""
    address = addressed(asked.url)
    if address is None:
        why, do = _("not a web address"), _("use one that begins with http:// or https://")
        raise FetchError(clean_line(asked.url, 80), why, do)
    for _name, value in asked.headers:
        if not value.isprintable() or not value.isascii():
            raise FetchError(address.host, _("a header holds more than one line of plain text"))
    host: list[tuple[bytes, bytes]] = [(b"Host", address.netloc)]
    headers = httpx.Headers([*host, *httpx.Headers([*usual, *asked.headers]).raw])
    request = httpx.Request(asked.method.value, address, headers=headers, content=asked.body)
    request.extensions["reach"] = asked.reach
    return request


def redirected(asked: ApiRequest, response: httpx.Response) -> ApiRequest | None:
    """The request that a redirect asks for, None where the answer is none.

    Raises FetchError where it leads to another origin, to which no password goes, or would make a change nothing.
    """
    if response.status_code not in REDIRECTS:
        return None
    here = httpx.URL(asked.url)
    target = addressed(str(here.join(as_text(response.extensions.get("location", "")))))
    host, status = here.host, response.status_code
    if target is None or (target.scheme, target.raw_host, target.port) != (here.scheme, here.raw_host, here.port):
        where = clean_line(target.copy_with(query=None) if target else "", 80)
        raise FetchError(
            host,
            _("it redirects to another server, {address}, to which no password is sent", address=where),
            _("if you trust it, use that address for the account"),
            status=status,
        )
    if asked.method is not Method.GET and status not in _KEEP_METHOD:
        why = _("it redirects what was sent to {address}", address=clean_line(target.copy_with(query=None), 80))
        raise FetchError(host, why, _("check the address of the account"), status=status)
    return ApiRequest(asked.method, str(target), asked.headers, asked.login, asked.body)
