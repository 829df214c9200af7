"""How one source wants to be asked: what its requests carry beside what every request has."""

import time
from dataclasses import field
from urllib.parse import urlsplit

from tuinews.address import same_origin
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class OwnCookie:
    """A cookie that a person has for a site, as a browser's cookies.txt has it.

    `domain` is a host; with `subdomains` those below it too. `expires` is seconds since the epoch, 0 where that is
    not said. Its value is shown nowhere.
    """

    domain: str
    name: str
    value: str = field(repr=False)
    subdomains: bool = False
    path: str = "/"
    secure: bool = False
    expires: float = 0.0

    def goes_to(self, url: str) -> bool:
        """Whether it belongs to an address (RFC 6265, 5.4), and is not over."""
        parts = urlsplit(url)
        host, path = (parts.hostname or "").lower(), parts.path or "/"
        at_home = host == self.domain or (self.subdomains and host.endswith(f".{self.domain}"))
        inside = path == self.path or path.startswith(self.path.rstrip("/") + "/")
        is_over = bool(self.expires) and self.expires < time.time()
        return at_home and inside and not is_over and (parts.scheme == "https" or not self.secure)


@dataclass(frozen=True, slots=True)
class Access:
    """What a person set for the requests of one source.

    `user_agent` stands in the place of the program's own. All else may be secret: it goes to the origins (scheme,
    host and port) of the addresses in `home` alone, also after a redirect, and is in no message and no `repr`.
    """

    user_agent: str | None = None
    home: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    cookies: tuple[OwnCookie, ...] = field(default=(), repr=False)
    login: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def has_secrets(self) -> bool:
        """Whether it has anything that goes home alone."""
        return bool(self.headers or self.cookies or self.login)

    def belongs_to(self, url: str) -> bool:
        """Whether an address is of an origin that all of it goes to."""
        return any(is_of_origin(url, address) for address in self.home)


USUAL_ACCESS = Access()


def is_of_origin(url: str, home: str) -> bool:
    """Whether two addresses have scheme, host and port in common (RFC 6454)."""
    try:
        return urlsplit(url).scheme == urlsplit(home).scheme and same_origin(url, home)
    except ValueError:
        return False
