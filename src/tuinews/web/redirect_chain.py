"""The redirects of one fetch: the address it is at, the cookies and credentials it carries, when it must stop."""

import re
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from tuinews.address import join, same_origin
from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.text import clean_line
from tuinews.web.access import USUAL_ACCESS, Access

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

_HOST = re.compile(r"[a-z0-9._~!$&'()*+,;=-]+|[0-9a-f:.]+")
_COOKIES = DefaultCookiePolicy(strict_domain=True, strict_ns_domain=DefaultCookiePolicy.DomainStrictNonDomain)
"""As browsers have it (RFC 6265): a cookie that names no domain is its host's alone; none is a whole country's."""

_UNASKED = re.compile("[@#]")
_CONTROL = re.compile(r"[^\x21-\x7e]")


class RedirectChain:
    """Begins at an address and follows redirects by hand (RFC 9110, 15.4), http and https only.

    Cookies live as long as the chain: some sites redirect for ever without them. Credentials of the first address
    (`https://user:password@host/`), else those of the `trusted` one that a person typed, go to the origin of that
    address alone, as what is secret in `access` goes to its own; and what is fetched with them never moves: the
    new address would have lost them.
    """

    def __init__(
        self, requested: str, max_redirects: int, trusted: str | None = None, access: Access = USUAL_ACCESS
    ) -> None:
        url = _askable(join(None, requested))
        if url is None:
            raise FetchError(
                clean_line(requested, 80),
                _("not a web address"),
                _("use one that begins with http:// or https://"),
            )
        self.requested = requested
        self.url = _bare(url)
        self.moved_to: str | None = None
        self._left = max_redirects
        self._most = max_redirects
        self._permanent = True
        signed = url if url.username else _askable(join(None, trusted)) or url
        self._auth = httpx.BasicAuth(signed.username, signed.password) if signed.username else None
        self._home = _bare(signed)
        self._access = access
        self._cookies: httpx.Cookies | None = None  # a jar costs as much as an address, and few chains have one
        self._seen = {self._step()}

    @property
    def host(self) -> str:
        """The host that is asked now, in lower case and ASCII."""
        return self.url.raw_host.decode("ascii")

    @property
    def has_secrets(self) -> bool:
        """Whether anything was sent that is for the server alone."""
        return self._auth is not None or self._access.has_secrets

    @property
    def address_alone(self) -> str:
        """The address that is asked now, to be left alone where it asks for that; empty where something was set
        for its source: who has just said how it is to be asked wants to know whether it helps.
        """
        return "" if self._access != USUAL_ACCESS else str(self.url)

    @property
    def auth(self) -> httpx.Auth | None:
        """The credentials that belong to the address asked now."""
        login = self._access.login
        if login is not None and self._access.belongs_to(str(self.url)):
            return httpx.BasicAuth(*login)
        is_home = self.url.scheme == self._home.scheme and same_origin(str(self.url), str(self._home))
        return self._auth if is_home else None

    def request(self, headers: httpx.Headers) -> httpx.Request:
        """What is asked now, with the cookies of the way here that belong to it."""
        # Named here: httpx would decode the host for it, and fails on emoji, which are no letters of IDNA 2008.
        host: list[tuple[bytes, bytes]] = [(b"Host", self.url.netloc)]
        named = httpx.Headers(host + headers.raw, encoding="latin-1")
        request = httpx.Request("GET", self.url, headers=named)
        if self._cookies is not None:
            self._cookies.set_cookie_header(request)
        if self._access.belongs_to(str(self.url)):
            self._add_own(request)
        return request

    def follow(self, response: httpx.Response) -> None:
        """Goes where a redirect leads. Raises FetchError: nowhere, in a circle, too far, not to the web."""
        status = response.status_code
        location = as_text(response.extensions.get("location", ""))
        target = _askable(join(str(self.url), location))
        if target is None:
            raise FetchError(
                self.host,
                _("redirects to something that is not a web address ({status})", status=status),
                status=status,
            )
        self._go(target, response, is_permanent=status in PERMANENT)

    def refresh(self, target: str, response: httpx.Response) -> bool:
        """Goes where a page sends its reader; False, and stays, where that is the page itself or not the web.

        Raises FetchError: in a circle, too far.
        """
        address = _askable(join(str(self.url), target))
        if address is None or _bare(address) == self.url:
            return False
        self._go(address, response, is_permanent=False)
        return True

    def _go(self, target: httpx.URL, response: httpx.Response, *, is_permanent: bool) -> None:
        status = response.status_code
        if self._cookies is None:
            self._cookies = httpx.Cookies(CookieJar(_COOKIES))
        self._cookies.extract_cookies(response)
        self.url = _bare(target)
        self._permanent = self._permanent and is_permanent
        if self._permanent and not self.has_secrets:
            self.moved_to = str(self.url)
        step = self._step()
        if step in self._seen:
            raise FetchError(self.host, _("redirects in a circle"), status=status)
        if not self._left:
            raise FetchError(self.host, _("redirects more than {count} times", count=self._most), status=status)
        self._seen.add(step)
        self._left -= 1

    def _add_own(self, request: httpx.Request) -> None:
        """Add the headers and cookies of the source's own; a cookie that the site set on the way goes before."""
        for name, value in self._access.headers:
            request.headers[name] = value
        address = str(self.url)
        own = {cookie.name: cookie.value for cookie in self._access.cookies if cookie.goes_to(address)}
        sent = request.headers.get("cookie", "")
        on_the_way = {pair.partition("=")[0].strip() for pair in sent.split(";")}
        pairs = [f"{name}={value}" for name, value in own.items() if name not in on_the_way]
        if pairs:
            request.headers["cookie"] = "; ".join([sent, *pairs] if sent else pairs)

    def _step(self) -> tuple[str, frozenset[tuple[str, str | None]]]:
        """The address and what is carried: the same twice is a circle."""
        carried = () if self._cookies is None else self._cookies.jar
        return str(self.url), frozenset((cookie.name, cookie.value) for cookie in carried)


async def set_location_aside(response: httpx.Response) -> None:
    """Keeps a Location from httpx, which reads it even where it does not follow, and fails on a bad one.

    An event hook; `RedirectChain.follow` finds it in the response's extensions.
    """
    if "location" in response.headers:
        # Sent twice, the first counts; as one value they would be no address.
        response.extensions["location"] = response.headers.get_list("location")[0]
        del response.headers["location"]


def addressed(url: str) -> httpx.URL | None:
    """An address as it is asked for, None where it is none of the web."""
    address = _askable(join(None, url))
    return None if address is None else _bare(address)


@lru_cache(maxsize=256)  # the address that was typed goes with each article of its source
def _askable(url: str | None) -> httpx.URL | None:
    """The address as httpx reads it, controls in its path encoded; None where its host is none that a request,
    and an error on the screen, may name (WHATWG URL, 3.2).
    """
    if url is None:
        return None
    try:
        parsed = httpx.URL(_CONTROL.sub(lambda match: f"%{ord(match[0]):02X}", url))
    except httpx.InvalidURL:
        return None
    return parsed if _HOST.fullmatch(parsed.raw_host.decode("ascii")) else None


def _bare(url: httpx.URL) -> httpx.URL:
    """The address as it is asked for: no user, no password, no fragment."""
    if not _UNASKED.search(str(url)):
        return url  # most have none, and to take it out is to read the whole address anew
    return url.copy_with(userinfo=b"", fragment=None)


def as_text(header: str) -> str:
    """A Location that holds raw UTF-8, as many servers send it; else as it came."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return header
