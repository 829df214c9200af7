"""What the screen says of accounts on servers."""

from collections.abc import Sequence
from datetime import UTC, datetime

from tuinews.address import masked
from tuinews.language import N_, _, ngettext
from tuinews.late import late_imports
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.model.accounts.account import Account, AccountStatus

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
    "address": N_("The server's own address; tuinews finds the API below it"),
    "user": N_("The name you sign in with"),
    "password": N_("FreshRSS and Miniflux have one for the API; it is forgotten when tuinews ends"),
    "password_command": N_("Instead: a command that prints it, so that nobody has to type it again"),
    "name": N_("What it is called here, and its folder; empty: the name of the server"),
}
ADDRESS_MISSING = N_("What is the address of the server?")
USER_MISSING = N_("What is your name there?")
PASSWORD_MISSING = N_("A password, or a command that prints it")
QUOTES = N_("Quotes must be closed")


ACCOUNTS = N_("Accounts")
SYNC_NOW = N_("Sync now")
SIGN_IN_AGAIN = N_("Sign in again, with another password")
RENAME = N_("Rename its folder")
ADD_ANOTHER = N_("Add an account")
KEYS = N_("Enter does it · Esc closes")


def remove_and_keep(count: int) -> str:
    """To forget an account alone."""
    return ngettext(
        "Remove it; its source stays as your own", "Remove it; its {count} sources stay as your own", count
    )


def remove_with(count: int) -> str:
    """To forget an account with all that it brought."""
    return ngettext("Remove it with its source", "Remove it with its {count} sources", count)


def warning(status: AccountStatus, *, kept: bool) -> str:
    """What becomes of an account that is removed; said before it is."""
    name = clean_line(status.account.name, 60)
    stay = _("its sources and articles stay, and tuinews refreshes them itself")
    go = _("its sources and their articles are removed")
    parts = [_("Enter once more removes {name} for good: {what}.", name=name, what=stay if kept else go)]
    if status.waiting:
        parts.append(_("{marks} and will not be sent.", marks=marks_wait(status.waiting)))
    return " ".join([*parts, _("Nothing changes on the server.")])


def removed(name: str, count: int, *, kept: bool) -> str:
    """An account was removed, and what became of its sources."""
    name = clean_line(name, 60)
    if kept:
        return ngettext("{name} removed; 1 source stays", "{name} removed; {count} sources stay", count, name=name)
    return ngettext("{name} removed with 1 source", "{name} removed with {count} sources", count, name=name)


def state_of(status: AccountStatus) -> str:
    """How an account stands, in a few words."""
    return _("failed") if status.account.error else account_state([status])


def full_state(status: AccountStatus) -> str:
    """Whose account it is and where, how it stands, and why it failed last."""
    account = status.account
    place = _(
        "{kind}, {user} at {address}",
        kind=account.kind.value,
        user=clean_line(account.user, 60),
        address=clean_line(masked(account.address), 200),
    )
    lines = [place, account_state([status])]
    if account.error:
        lines.append(_("Last sync failed: {why}", why=clean_line(account.error, 1000)))
    return "\n".join(lines)


def signing_in(address: str) -> str:
    """A server is asked whether the password is right."""
    return _("Signing in at {address}…", address=clean_line(address, 60))


def added(account: Account) -> str:
    """An account was added."""
    name = clean_line(account.name, 60)
    if not account.is_encrypted:
        return _("{name} added; its address is not encrypted, which is for a home network only", name=name)
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
