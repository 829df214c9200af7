"""The arguments of `account`."""

import argparse
import shlex

from tuinews.cli.arguments.values import json_option, text
from tuinews.language import _

KINDS = ("google-reader", "tt-rss", "fever", "nextcloud-news")
"""As `model.accounts.account.ServerKind` has them; nothing else is imported before argv is parsed."""


def account(parser: argparse.ArgumentParser) -> None:
    """The arguments of `account`."""
    what = parser.add_subparsers(dest="what", metavar="add|list|sync|remove", required=True)
    add = what.add_parser(
        "add",
        help=_("sign in to a server that keeps your reading"),
        description=_(
            "Sign in to FreshRSS, Miniflux or another server, and sync with it from then on. You are "
            "asked for whatever is missing. A password that you type is forgotten when the program ends, "
            "unless --keyring keeps it."
        ),
    )
    _signing_in(add)
    sync = what.add_parser("sync", help=_("sync accounts with their servers"))
    sync.add_argument("accounts", nargs="*", type=text, metavar="ACCOUNT", help=_("names or ids (default: all)"))
    remove = what.add_parser("remove", help=_("forget an account; nothing changes on its server"))
    _forgetting(remove)
    listing = what.add_parser("list", help=_("list the accounts, and what is waiting for their servers"))
    for one in (add, sync, remove, listing):
        json_option(one)


def _signing_in(parser: argparse.ArgumentParser) -> None:
    """Which account, and where its password is."""
    parser.add_argument("address", nargs="?", type=text, metavar="ADDRESS", help=_("address of the server"))
    parser.add_argument("--kind", choices=KINDS, help=_("its protocol (FreshRSS and Miniflux: google-reader)"))
    parser.add_argument("--user", type=text, help=_("your name on the server"))
    parser.add_argument("--name", type=text, help=_("its name here, and that of its folder (default: its host)"))
    secret = parser.add_mutually_exclusive_group()
    secret.add_argument(
        "--password-command",
        type=_command,
        default=(),
        metavar="COMMAND",
        help=_("a command that prints the password, such as a password manager's"),
    )
    secret.add_argument(
        "--password-variable", type=text, metavar="NAME", help=_("an environment variable that holds it")
    )
    secret.add_argument(
        "--keyring",
        action="store_true",
        help=_("keep it in the keyring of this computer (needs the extra “keyring”)"),
    )


def _forgetting(parser: argparse.ArgumentParser) -> None:
    """Which account, and what becomes of its sources."""
    parser.add_argument("account", type=text, metavar="ACCOUNT", help=_("its name or id"))
    stay = parser.add_mutually_exclusive_group()
    stay.add_argument("--keep", action="store_true", default=None, help=_("keep its sources as local ones"))
    stay.add_argument("--no-keep", action="store_false", dest="keep", help=_("remove its sources too"))


def _command(typed: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(text(typed)))
    except ValueError:
        words = ()
    if not words:
        raise argparse.ArgumentTypeError(_("a command with its arguments; quotes must be closed"))
    return words
