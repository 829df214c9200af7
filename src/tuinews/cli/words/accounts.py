"""What `tuinews account` says to people."""

from datetime import datetime

from tuinews.language import N_, _, ngettext

NO_ACCOUNTS = N_("No accounts yet. Add one: tuinews account add")
WHICH_KIND = N_("Which protocol? (google-reader for FreshRSS and Miniflux) [google-reader] ")
WHICH_ADDRESS = N_("The address of the server: ")
WHICH_USER = N_("Your name there: ")
WHICH_PASSWORD = N_("Password (it is not saved): ")
NEVER = N_("not synced yet")
UNENCRYPTED = N_("this address is not encrypted: anyone on the same network can read the password")
NOT_KEPT = N_(
    "the password is not saved: the next sync asks for it again; --password-command, --password-variable "
    "or --keyring avoids that"
)
SAY_WHAT_STAYS = N_("say what should happen to its sources: --keep or --no-keep")


def which_password(name: str) -> str:
    """Asks for the password of an account that keeps none."""
    return _("Password for “{name}” (it is not saved): ", name=name)


def missing(option: str) -> str:
    """Something was not given, and nobody can be asked."""
    return _("{option} is missing, and tuinews cannot ask for it: standard input is not a terminal", option=option)


def added(name: str) -> str:
    """An account was added."""
    return _("signed in; the account is called “{name}”, and so is its folder", name=name)


def keep_sources(name: str, count: int) -> str:
    """Whether the sources of an account stay."""
    return ngettext(
        "Keep its source in “{name}” as a local one? (y/n) ",
        "Keep its {count} sources in “{name}” as local ones? (y/n) ",
        count,
        name=name,
    )


def removed(name: str, count: int, *, kept: bool) -> str:
    """An account was removed, and what became of its sources."""
    if kept:
        return ngettext(
            "“{name}” removed; 1 source stays as a local one",
            "“{name}” removed; {count} sources stay as local ones",
            count,
            name=name,
        )
    return ngettext(
        "“{name}” removed with 1 source; nothing changed on the server",
        "“{name}” removed with {count} sources; nothing changed on the server",
        count,
        name=name,
    )


def waiting(count: int) -> str:
    """Marks that a server has not taken yet."""
    return ngettext("1 mark waits", "{count} marks wait", count)


def sources(count: int) -> str:
    """How many sources an account has."""
    return ngettext("1 source", "{count} sources", count)


def synced(name: str, new: int, sent: int, seconds: float) -> str:
    """An account was brought into step."""
    came = ngettext("1 new article", "{count} new articles", new)
    went = ngettext("1 mark sent", "{count} marks sent", sent)
    return _("{name}: synced ({came}, {went}, {seconds:.1f} s)", name=name, came=came, went=went, seconds=seconds)


def elsewhere(name: str) -> str:
    """Another tuinews syncs an account just now."""
    return _("{name}: another tuinews is syncing it", name=name)


def refused(name: str, address: str) -> str:
    """A source in the folder of an account that its server does not take."""
    return _(
        "{name}: the server does not accept {address}; it stays here, refreshed by tuinews",
        name=name,
        address=address,
    )


def last_sync(moment: datetime) -> str:
    """When an account was in step last."""
    return _("synced {moment}", moment=moment.astimezone().strftime("%Y-%m-%d %H:%M"))
