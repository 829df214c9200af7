"""`tuinews account`: servers that keep one's reading, and bringing this library into step with them."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from getpass import getpass
from typing import Any

from tuinews.address import masked
from tuinews.cli.output import is_yes, print_json, print_lines, report
from tuinews.cli.session import with_library
from tuinews.cli.words import accounts as words
from tuinews.language import _
from tuinews.library.library import Library
from tuinews.model.accounts.account import AccountStatus, NewAccount, ServerKind
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.text import clean_line


class _MissingError(Exception):
    """Something was not given, and nobody can be asked."""


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked with accounts."""
    doing: dict[str, Callable[[argparse.Namespace], int]] = {
        "add": _add,
        "list": _listed,
        "sync": _sync,
        "remove": _remove,
    }
    try:
        return doing[arguments.what](arguments)
    except _MissingError as missing:
        report(str(missing))
        return 2


def _add(arguments: argparse.Namespace) -> int:
    new, password = _asked(arguments)
    return with_library(arguments, lambda library: _added(library, new, password, as_json=arguments.json))


def _asked(arguments: argparse.Namespace) -> tuple[NewAccount, str | None]:
    """The account as it was given, or answered; with the password where that was typed."""
    address = arguments.address or _answer(words.WHICH_ADDRESS, "ADDRESS")
    kind = arguments.kind or _kind_answer()
    user = arguments.user or _answer(words.WHICH_USER, "--user")
    new = NewAccount(
        ServerKind(kind),
        address,
        user,
        arguments.name or "",
        arguments.password_command,
        arguments.password_variable,
        arguments.keyring,
    )
    if new.password_command or new.password_variable:
        return new, None
    if not sys.stdin.isatty():
        raise _MissingError(words.missing("--password-command, --password-variable"))
    return new, getpass(_(words.WHICH_PASSWORD))


def _kind_answer() -> str:
    """What the server speaks; nobody need be asked where nearly all speak one."""
    typed = input(_(words.WHICH_KIND)).strip().lower() if sys.stdin.isatty() else ""
    return typed if typed in tuple(ServerKind) else ServerKind.GOOGLE_READER


def _answer(question: str, option: str) -> str:
    typed = input(_(question)).strip() if sys.stdin.isatty() else ""
    if not typed:
        raise _MissingError(words.missing(option))
    return typed


async def _added(library: Library, new: NewAccount, password: str | None, *, as_json: bool) -> int:
    account = await library.accounts.add(new, password)
    if not as_json:
        print_lines([words.added(clean_line(account.name, 60))])
    if not account.is_encrypted:
        report(_(words.UNENCRYPTED))
    if password is not None and not account.keyring:
        report(_(words.NOT_KEPT))
    return _told(await library.accounts.sync([account]), as_json=as_json)


def _listed(arguments: argparse.Namespace) -> int:
    accounts = with_library(arguments, lambda library: library.accounts.every())
    if arguments.json:
        print_json([_as_json(one) for one in accounts])
    else:
        print_lines([_line(one) for one in accounts] or [_(words.NO_ACCOUNTS)])
    return 0


def _sync(arguments: argparse.Namespace) -> int:
    async def sync(library: Library) -> list[SyncResult]:
        chosen = [await library.accounts.find(name) for name in arguments.accounts]
        chosen = chosen or [one.account for one in await library.accounts.every()]
        for account in chosen:
            if sys.stdin.isatty() and not account.keeps_password:
                question = words.which_password(clean_line(account.name, 60))
                await library.accounts.give_password(account, getpass(question))
        return await library.accounts.sync(chosen)

    results = with_library(arguments, sync)
    if not results and not arguments.json:
        print_lines([_(words.NO_ACCOUNTS)])
    return _told(results, as_json=arguments.json)


def _remove(arguments: argparse.Namespace) -> int:
    async def remove(library: Library) -> tuple[AccountStatus, bool]:
        account = await library.accounts.find(arguments.account)
        status = next(one for one in await library.accounts.every() if one.account.id == account.id)
        keep = _keeps(status) if arguments.keep is None else arguments.keep
        count = await library.accounts.remove(account.id, keep_sources=keep)
        return replace(status, sources=count), keep

    status, kept = with_library(arguments, remove)
    if arguments.json:
        print_json({**_as_json(status), "kept": kept})
    else:
        print_lines([words.removed(clean_line(status.account.name, 60), status.sources, kept=kept)])
    return 0


def _keeps(status: AccountStatus) -> bool:
    if not sys.stdin.isatty():
        raise _MissingError(_(words.SAY_WHAT_STAYS))
    return is_yes(input(words.keep_sources(clean_line(status.account.name, 60), status.sources)))


def _told(results: list[SyncResult], *, as_json: bool) -> int:
    """Print how syncs ended; 0 where all went well, 1 where none did, else 3."""
    for one in results:
        name = clean_line(one.account.name, 60)
        for address in one.refused:
            report(words.refused(name, masked(address)))
        if one.error:
            report(f"{name}: {one.error}")
        elif not as_json:
            line = words.synced(name, one.new, one.sent, one.seconds)
            print_lines([words.elsewhere(name) if one.elsewhere else line])
    if as_json:
        print_json([_result_as_json(one) for one in results])
    failed = sum(one.error is not None for one in results)
    return 0 if not failed else 1 if failed == len(results) else 3


def _line(one: AccountStatus) -> str:
    account = one.account
    state = account.error or (words.last_sync(account.synced) if account.synced else _(words.NEVER))
    waits = [words.waiting(one.waiting)] if one.waiting else []
    parts = [account.kind.value, masked(account.address), words.sources(one.sources), state, *waits]
    return f"{account.id:>4}  {clean_line(account.name, 60)}  {clean_line(', '.join(parts))}"


def _as_json(one: AccountStatus) -> dict[str, Any]:
    account = one.account
    return {
        "id": account.id,
        "name": account.name,
        "kind": account.kind.value,
        "address": masked(account.address),
        "user": account.user,
        "sources": one.sources,
        "waiting": one.waiting,
        "synced": account.synced.isoformat() if account.synced else None,
        "error": account.error,
    }


def _result_as_json(one: SyncResult) -> dict[str, Any]:
    return {
        "id": one.account.id,
        "name": one.account.name,
        "new_entries": one.new,
        "sent": one.sent,
        "waiting": one.waiting,
        "refused": [masked(address) for address in one.refused],
        "error": one.error,
        "offline": one.offline,
        "elsewhere": one.elsewhere,
        "seconds": round(one.seconds, 3),
    }
