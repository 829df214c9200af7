"""The passwords of accounts, from where a person keeps them: in memory for the session, and nowhere else.

In this order: what was typed in this session, a command, a variable of the environment, the keyring of the
computer where the extra `keyring` is installed.
"""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from urllib.parse import urlsplit

from tuinews.address import host_of
from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.library.source_access.external_commands import CommandError, output_of
from tuinews.model.accounts.account import NewAccount

_SERVICE = "tuinews"
_MOST = 16_000
"""Bytes of a password."""
_REMEMBERED = 300.0
"""Seconds for which what a command printed is used again."""


class Passwords:
    """Finds the passwords of accounts."""

    def __init__(self) -> None:
        self._typed: dict[str, str] = {}
        self._printed: dict[tuple[str, ...], tuple[float, str]] = {}

    def typed(self, account: NewAccount, password: str) -> None:
        """Use a password that was typed until the program ends."""
        self._typed[_place(account)] = password

    def forget_typed(self, account: NewAccount) -> None:
        """Use what was typed no longer: it was refused."""
        self._typed.pop(_place(account), None)

    def forget(self, account: NewAccount) -> None:
        """Ask the command of an account anew the next time: what it gave was refused."""
        self._printed.pop(account.password_command, None)

    async def of(self, account: NewAccount) -> str:
        """The password of an account. Raises TuinewsError if there is none; no message holds any of it."""
        typed = self._typed.get(_place(account))
        if typed is not None:
            return typed
        if account.password_command:
            return await self._by_command(account)
        if account.password_variable:
            found = os.environ.get(account.password_variable)
            if found:
                return found
            raise _none(account, _("the environment variable {name} is not set", name=account.password_variable))
        if account.keyring:
            return await asyncio.to_thread(_from_keyring, account)
        raise _none(account, _("its password is not stored anywhere"))

    async def _by_command(self, account: NewAccount) -> str:
        known = self._printed.get(account.password_command)
        if known is not None and time.monotonic() - known[0] < _REMEMBERED:
            return known[1]
        try:
            printed = await output_of(account.password_command, _MOST)
        except CommandError as failure:
            raise _none(account, _("its password command: {why}", why=str(failure))) from None
        lines = printed.decode("utf-8", "replace").splitlines()
        if not lines or not lines[0] or not lines[0].isprintable():
            why = _("its password command: {why}", why=_("it printed no password"))
            raise _none(account, why)
        self._printed[account.password_command] = time.monotonic(), lines[0]
        return lines[0]


def has_keyring() -> bool:
    """Whether the extra `keyring` is installed."""
    return find_spec("keyring") is not None


async def keep_in_keyring(account: NewAccount, password: str) -> None:
    """Put a password into the keyring of the computer. Raises TuinewsError if there is none."""
    await asyncio.to_thread(_to_keyring, account, password)


def _to_keyring(account: NewAccount, password: str) -> None:
    with _keyring(account) as keyring:
        keyring.set_password(_SERVICE, _place(account), password)


def _from_keyring(account: NewAccount) -> str:
    with _keyring(account) as keyring:
        found = keyring.get_password(_SERVICE, _place(account))
    if not isinstance(found, str) or not found:
        raise _none(account, _("the keyring has no password for it"))
    return found


@contextmanager
def _keyring(account: NewAccount) -> Iterator[ModuleType]:
    """The keyring's module; what it raises is a TuinewsError."""
    if not has_keyring():
        raise _none(account, _("the extra “keyring” is not installed"))
    keyring = import_module("keyring")
    try:
        yield keyring
    except (keyring.errors.KeyringError, RuntimeError, OSError) as error:
        raise _none(account, _("the keyring refused: {kind}", kind=type(error).__name__)) from None


def _place(account: NewAccount) -> str:
    return f"{account.user}@{urlsplit(account.address).netloc}"


def _none(account: NewAccount, why: str) -> TuinewsError:
    what = _("the password of {account}", account=account.name or host_of(account.address))
    return TuinewsError(what, why, _("add the account once more, with its password or a command that prints it"))
