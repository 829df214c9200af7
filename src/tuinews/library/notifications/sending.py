"""How a notification leaves the program: by the desktop, by the terminal, by a command of the user's own.

The words in it are those of other people. Commands get them as arguments, without a shell; none of them begins as
an option does; the desktop reads markup, which is escaped; a terminal gets them through the gate.
"""

import html
import os
import shlex
import shutil
from collections.abc import Mapping
from enum import StrEnum

from tuinews.language import _
from tuinews.library.asking.outside_commands import CommandFailure, output_of
from tuinews.model.standing.news import Notification, Notified
from tuinews.settings import Settings
from tuinews.text import clean_line

_DESKTOP = "notify-send"
_SECONDS = 10.0
_MOST = 100_000
"""Bytes that a command may print, which nobody reads."""

_BUS = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")
_LONGEST_LINE = 300


class Way(StrEnum):
    """The ways of a notification, as the setting names them."""

    AUTO = "auto"
    DESKTOP = "desktop"
    OSC9 = "osc9"
    OSC777 = "osc777"
    COMMAND = "command"
    OFF = "off"


async def send(what: Notification, settings: Settings, environ: Mapping[str, str] = os.environ) -> Notified:
    """Send a notification as the settings say; what the terminal is to be given, where it goes that way."""
    way = way_of(settings, environ)
    if way in (Way.OSC9, Way.OSC777):
        return Notified(sequence=sequence(what, way, in_tmux=bool(environ.get("TMUX"))))
    arguments = command_of(what, settings) if way is Way.COMMAND else _desktop(what) if way is Way.DESKTOP else []
    if not arguments:
        return Notified()
    try:
        await output_of(arguments, _MOST, _SECONDS)
    except CommandFailure as failure:
        return Notified(
            problem=_("no notification: {program}: {why}", program=clean_line(arguments[0]), why=failure)
        )
    return Notified()


def way_of(settings: Settings, environ: Mapping[str, str]) -> Way:
    """The way of the settings; `auto` is their command, the desktop, or the terminal, whichever is there first."""
    way = Way(settings.notifications)
    if way is not Way.AUTO:
        return way
    if settings.notification_command.strip():
        return Way.COMMAND
    has_desktop = any(environ.get(name) for name in _BUS)
    return Way.DESKTOP if has_desktop and shutil.which(_DESKTOP, path=environ.get("PATH")) else Way.OSC9


def command_of(what: Notification, settings: Settings) -> list[str]:
    """The arguments of the user's command: {title} and {body} stand in their places, else both come last."""
    try:
        words = shlex.split(settings.notification_command)
    except ValueError:  # a quote that is not closed
        return []
    if not words:
        return []
    filled = [word.replace("{title}", what.summary).replace("{body}", what.body) for word in words]
    return filled if filled != words else [*words, what.summary, what.body]


def sequence(what: Notification, way: Way, *, in_tmux: bool) -> str:
    """The control sequence by which a terminal tells it (OSC 9 of iTerm2, OSC 777 of urxvt); tmux passes it on."""
    title = clean_line(what.summary, _LONGEST_LINE)
    body = clean_line(" · ".join(what.lines), _LONGEST_LINE)
    if way is Way.OSC777:
        inner = f"\x1b]777;notify;{title.replace(';', ',')};{body}\x07"
    else:
        inner = f"\x1b]9;{title}: {body}\x07"
    return f"\x1bPtmux;{inner.replace(chr(27), chr(27) * 2)}\x1b\\" if in_tmux else inner


def _desktop(what: Notification) -> list[str]:
    body = html.escape(what.body, quote=False)
    return [_DESKTOP, "--app-name=tuinews", "--category=email.arrived", "--", what.summary, body]
