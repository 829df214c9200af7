"""What the commands say of sources."""

import shlex

from tuinews.language import N_, _, ngettext

_SIGN_IN, _REFUSED = 401, 403
"""Statuses of HTTP that ask for a password, and that refuse a program."""

NO_SOURCES = N_("No sources yet. Add one: tuinews add https://tuoitre.vn")
KNOWN = N_("already in the library")
MOVED_OUT = N_("moved out of its folder")
REPAIR_CONFLICT = N_("repair: --clear cannot be combined with --body or --drop; see tuinews repair --help")


def unread_of(unread: int, total: int) -> str:
    """How many articles of a source are unread, in a column."""
    return _("{unread:>5} of {total:<5}", unread=unread, total=total)


def renamed_from(title: str) -> str:
    """A known source took on another name."""
    return _("renamed from {title}", title=title)


def moved_to(folder: str) -> str:
    """A known source was put into a folder."""
    return _("moved to {folder}", folder=folder)


def added(kind: str, title: str, entries: int) -> str:
    """A source that was added (docs/commands.md states the form)."""
    return _("{kind}  {title}  {count} articles", kind=kind, title=title, count=entries)


def also_found(kind: str, title: str, entries: int, url: str) -> str:
    """Another candidate at the address."""
    return ngettext(
        "  also found: {kind}  {title}  1 article  {url}",
        "  also found: {kind}  {title}  {count} articles  {url}",
        entries,
        kind=kind,
        title=title,
        url=url,
    )


def or_as_article(address: str) -> str:
    """Behind the error of an address without a list: how to keep it where it is an article."""
    return _("; if it is an article, tuinews read {address} keeps it", address=shlex.quote(address))


def is_article(title: str, address: str) -> str:
    """The address of a source that was added is that of an article."""
    return _(
        "  this address is the article “{title}”; to save it: tuinews read {address}",
        title=title,
        address=shlex.quote(address),
    )


def removed(title: str, url: str) -> str:
    """A source that is gone."""
    return _("removed  {title}  {url}", title=title, url=url)


def no_rule(title: str) -> str:
    """A source whose pages are read like any other's."""
    return _("{title}: no repair rule", title=title)


def what_may_open(status: int | None) -> str:
    """What may help where a server refuses to show an address, behind the reason; "" where nothing is known to."""
    if status == _SIGN_IN:
        return _("; --set user=NAME --set 'password_command=COMMAND' signs in")
    if status == _REFUSED:
        return _("; --set user_agent=… (or headers, cookies, fetch_command) may open it")
    return ""


def check_failed(name: str, why: str) -> str:
    """An address that gave nothing."""
    return _("{name} failed: {why}", name=name, why=why)


def checked(name: str, kind: str, entries: int, newest: str | None) -> str:
    """What an address gave; `newest` is its newest date, None if it states none."""
    dates = _("newest {newest}", newest=newest) if newest else _("no dates")
    return _("{name} {kind:<8} {entries:>4} articles, {dates}", name=name, kind=kind, entries=entries, dates=dates)
