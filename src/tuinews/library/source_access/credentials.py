"""What a source's requests carry that may be secret, made anew from files, the environment and commands.

It lives in memory for a few minutes, and nowhere else.
"""

import asyncio
import os
import re
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tuinews.errors import FetchError, system_reason
from tuinews.language import N_, _
from tuinews.library.source_access.external_commands import CommandError, output_of
from tuinews.model.source import Source
from tuinews.model.sources.option_values import VARIABLE
from tuinews.web.access import USUAL_ACCESS, Access, OwnCookie, is_of_origin
from tuinews.web.cookie_lines import cookies_of

CHECK_SETTINGS = N_("check the settings of the source")
"""What to do where something that was set for a source does not work."""

_REMEMBERED = 300.0
"""Seconds for which what a command printed is used again: a password manager need not be asked for every page."""

_MOST_COOKIES = 4_000_000
"""Bytes of a file of cookies that are read."""

_MOST_PASSWORD = 16_000
"""Bytes of a cookies.txt, and of a password."""

_CONTROL = re.compile(r"[^\t\x20-\x7e\x80-\xff]")


def home_of(source: Source) -> tuple[str, ...]:
    """The addresses whose origins are a source's own: where it is fetched, and what the user typed for it."""
    return tuple(dict.fromkeys(address for address in (source.url, source.typed_url) if address))


def is_own(source: Source, url: str) -> bool:
    """Whether an address is of a source's own origin."""
    return any(is_of_origin(url, address) for address in home_of(source))


class Credentials:
    """Makes what the requests of sources carry; asks each command once in a few minutes."""

    def __init__(self) -> None:
        self._printed: dict[tuple[str, ...], tuple[float, str]] = {}
        self._turn = asyncio.Lock()

    async def of(self, source: Source, url: str) -> Access:
        """What a request of a source to `url` carries. Raises FetchError if that cannot be had; no message
        holds what a file, a variable or a command gave.
        """
        options = source.options
        if not options.is_bound_to_origin or not is_own(source, url):
            return Access(options.user_agent) if options.user_agent else USUAL_ACCESS
        cookies = await self._cookies(source) if options.cookies or options.cookie_command else ()
        login = await self._login(source) if options.password_command else None
        headers = tuple((name, _filled(source, value)) for name, value in options.headers)
        return Access(options.user_agent, home_of(source), headers, cookies, login)

    def forget(self, source: Source) -> None:
        """Ask the commands of a source anew the next time: what they gave was refused."""
        for command in (source.options.cookie_command, source.options.password_command):
            self._printed.pop(command, None)

    async def _cookies(self, source: Source) -> tuple[OwnCookie, ...]:
        options, host = source.options, _host(source)
        texts: list[tuple[str, str]] = []
        if options.cookies:
            what = _("its file of cookies")
            texts.append((what, await asyncio.to_thread(_file, source, options.cookies, what)))
        if options.cookie_command:
            what = _("its cookie command")
            texts.append((what, await self._output(source, options.cookie_command, what, _MOST_COOKIES)))
        cookies: list[OwnCookie] = []
        for what, text in texts:
            try:
                cookies += cookies_of(text, host)
            except ValueError:
                raise _failure(source, what, _("it has no cookies")) from None
        return tuple(cookies)

    async def _login(self, source: Source) -> tuple[str, str]:
        options, what = source.options, _("its password command")
        text = await self._output(source, options.password_command, what, _MOST_PASSWORD)
        password = text.splitlines()[0] if text else ""
        if not password or not password.isprintable():
            raise _failure(source, what, _("it printed no password"))
        return options.user or _user_of(source), password

    async def _output(self, source: Source, command: Sequence[str], what: str, most: int) -> str:
        key = tuple(command)
        async with self._turn:  # one question to a password manager at a time
            known = self._printed.get(key)
            if known is not None and time.monotonic() - known[0] < _REMEMBERED:
                return known[1]
            try:
                text = (await output_of(key, most)).decode("utf-8", "replace")
            except CommandError as failure:
                raise _failure(source, what, str(failure)) from None
            self._printed[key] = time.monotonic(), text
            return text


def _file(source: Source, path: str, what: str) -> str:
    try:
        with Path(path).expanduser().open("rb") as file:
            return file.read(_MOST_COOKIES).decode("utf-8", "replace")
    except (OSError, RuntimeError) as error:
        why = system_reason(error) if isinstance(error, OSError) else type(error).__name__
        raise _failure(source, what, why) from None


def _filled(source: Source, value: str) -> str:
    """A header's value with the variables of the environment in their places."""

    def variable(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        held = os.environ.get(name)
        if held is None:
            why = _("the environment variable {name} is not set", name=name)
            raise _failure(source, _("its headers"), why)
        return held

    filled = VARIABLE.sub(variable, value)
    if _CONTROL.search(filled):
        raise _failure(source, _("its headers"), _("a variable holds more than one line of plain text"))
    return filled


def _failure(source: Source, what: str, why: str) -> FetchError:
    return FetchError(_host(source), f"{what}: {why}", _(CHECK_SETTINGS))


def _user_of(source: Source) -> str:
    """The user in the address that was typed, `https://lan@paper.example/`; "" if there is none."""
    return unquote(next((user for url in home_of(source) if (user := urlsplit(url).username)), ""))


def _host(source: Source) -> str:
    return (urlsplit(source.url).hostname or "").lower()
