"""What the screen says of accounts on servers."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tuinews.language import N_, _, ngettext
from tuinews.model.accounts.account import Account, AccountStatus
from tuinews.text import clean_line

TITLE = N_("An account on a server")
OFFER = N_("An account on a server")
OFFER_NOTE = N_("FreshRSS, Miniflux and others: the same reading on every machine")

LABELS = {
    "address": N_("Address"),
    "user": N_("Your name there"),
    "password": N_("Password"),
    "password_command": N_("Password command"),
    "kind": N_("Protocol"),
    "name": N_("Name here"),
}
HELP = {
    "kind": N_("google-reader is for FreshRSS, Miniflux, RSSMonster, TheOldReader and BazQux"),
    "address": N_("The site of the server; the interface is found below it"),
    "user": N_("As you sign in there"),
    "password": N_("FreshRSS and Miniflux have one for the API; it is forgotten when tuinews ends"),
    "password_command": N_("In its place: a command that prints it, so that nobody has to type it again"),
    "name": N_("What it is called here, and its folder; empty: the name of the server"),
}
ADDRESS_MISSING = N_("Where is the server found?")
USER_MISSING = N_("What is your name there?")
PASSWORD_MISSING = N_("A password, or a command that prints it")
QUOTES = N_("Quotes must be closed")


def signing_in(address: str) -> str:
    """A server is asked whether the password is right."""
    return _("Signing in at {address}…", address=clean_line(address, 60))


def added(account: Account) -> str:
    """An account was added."""
    name = clean_line(account.name, 60)
    if not account.is_encrypted:
        return _("{name} added; its address has no encryption, which only a network at home should see", name=name)
    return _("{name} added; its sources are in the folder of that name", name=name)


def account_state(accounts: Sequence[AccountStatus]) -> str:
    """How some accounts stand: when they were in step last, and how many marks wait; "" for none."""
    if not accounts:
        return ""
    waiting = sum(one.waiting for one in accounts)
    times = [one.account.synced for one in accounts if one.account.synced]
    parts = [_synced(min(times))] if len(times) == len(accounts) else [_("not synced yet")]
    return ", ".join([*parts, *([marks_wait(waiting)] if waiting else [])])


def marks_wait(count: int) -> str:
    """Marks that a server has not taken yet."""
    return ngettext("1 mark waits", "{count} marks wait", count)


def _synced(moment: datetime) -> str:
    minutes = int((datetime.now(UTC) - moment).total_seconds() // 60)
    if minutes < 1:
        return _("synced just now")
    if minutes < 60:
        return ngettext("synced 1 min ago", "synced {count} min ago", minutes)
    if minutes < 48 * 60:
        return ngettext("synced 1 h ago", "synced {count} h ago", minutes // 60)
    return ngettext("synced 1 day ago", "synced {count} days ago", minutes // 1440)
