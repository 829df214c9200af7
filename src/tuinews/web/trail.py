"""The way of one fetch through its redirects: where it is, what it carries, when it must stop."""

import re
from base64 import b64encode
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from tuinews.address import join
from tuinews.errors import FetchError
from tuinews.text import clean_line
from tuinews.web.answer import Answer

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

_MAX_COOKIES = 4096
"""Characters of cookies that one origin may leave with one fetch."""

_HOST = re.compile(r"[a-z0-9._~!$&'()*+,;=-]+|[0-9a-f:.]+")
_CONTROL = re.compile(r"[^\x21-\x7e]")


class Trail:
    """Begins at an address and follows redirects by hand (RFC 9110, 15.4), http and https only.

    Cookies live as long as the trail and go back to their own origin alone: some sites redirect for ever
    without. Credentials of the first address (`https://user:password@host/`) go to its origin alone, and such an
    address never moves: the new one would have lost them.
    """

    def __init__(self, requested: str, max_redirects: int) -> None:
        url = join(None, requested)
        if url is None or not _is_askable(url):
            raise FetchError(clean_line(requested, 80), "is no web address", "give one with http:// or https://")
        parts = urlsplit(url)
        self.requested = requested
        self.url = _bare(parts)
        self.moved_to: str | None = None
        self._left = max_redirects
        self._most = max_redirects
        self._permanent = True
        self._authorization = _basic(parts)
        self._home = _origin(parts)
        self._cookies: dict[str, dict[str, str]] = {}
        self._seen = {(self.url, "")}

    @property
    def host(self) -> str:
        """The host that is asked now, in lower case."""
        return urlsplit(self.url).hostname or ""

    def headers(self) -> list[tuple[str, str]]:
        """What this trail adds to the request that it makes now: Host, Authorization, Cookie."""
        parts = urlsplit(self.url)
        origin = _origin(parts)
        headers = [("Host", parts.netloc)]
        if self._authorization and origin == self._home:
            headers.append(("Authorization", self._authorization))
        if cookie := self._cookie(origin):
            headers.append(("Cookie", cookie))
        return headers

    def follow(self, answer: Answer) -> None:
        """Goes where a redirect leads. Raises FetchError: nowhere, in a circle, too far, not to the web."""
        target = join(self.url, _as_text(answer.headers.get("location", "")))
        if target is None or not _is_askable(target):
            raise FetchError(self.host, f"redirects to no web address ({answer.status})", status=answer.status)
        self._keep_cookies(answer)
        self.url = _bare(urlsplit(target))
        self._permanent = self._permanent and answer.status in PERMANENT
        if self._permanent and not self._authorization:
            self.moved_to = self.url
        step = (self.url, self._cookie(_origin(urlsplit(self.url))))
        if step in self._seen:
            raise FetchError(self.host, "redirects in a circle", status=answer.status)
        if not self._left:
            raise FetchError(self.host, f"redirects more than {self._most} times", status=answer.status)
        self._seen.add(step)
        self._left -= 1

    def _keep_cookies(self, answer: Answer) -> None:
        jar = self._cookies.setdefault(_origin(urlsplit(self.url)), {})
        for line in answer.cookies:
            name, equals, value = line.split(";", 1)[0].partition("=")
            if equals and name.strip():
                jar[name.strip()] = value.strip()

    def _cookie(self, origin: str) -> str:
        text = "; ".join(f"{name}={value}" for name, value in self._cookies.get(origin, {}).items())
        return text if len(text) <= _MAX_COOKIES else ""


def _is_askable(url: str) -> bool:
    """Whether the host is one that a request, and an error on the screen, may name (WHATWG URL, 3.2)."""
    return bool(_HOST.fullmatch(urlsplit(url).hostname or ""))


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


def _bare(parts: SplitResult) -> str:
    """The address as it is asked for: no user, no password, no fragment, a path at least, no control in it."""
    netloc = parts.netloc.rpartition("@")[2].lower()
    url = urlunsplit(parts._replace(netloc=netloc, path=parts.path or "/", fragment=""))
    return _CONTROL.sub(lambda match: f"%{ord(match[0]):02X}", url)


def _basic(parts: SplitResult) -> str:
    if not parts.username:
        return ""
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return "Basic " + b64encode(pair.encode()).decode("ascii")


def _as_text(header: str) -> str:
    """A Location that holds raw UTF-8, as many servers send it; else as it came."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return header
