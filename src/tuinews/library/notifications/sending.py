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
from tuinews.library.source_access.external_commands import CommandError, output_of
from tuinews.model.standing.news import Notification, NotificationResult
from tuinews.settings import Settings
from tuinews.text import clean_line

_DESKTOP = "notify-send"
_SECONDS = 10.0
"""Seconds that a command which notifies may take."""

_MOST = 100_000
"""Bytes that a command may print, which nobody reads."""

_BUS = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")
_LONGEST_LINE = 300
"""Characters of the title of a notification, and of its text."""


class Channel(StrEnum):
    """What a notification leaves by, as the setting names it."""

    AUTO = "auto"
    DESKTOP = "desktop"
    OSC9 = "osc9"
    OSC777 = "osc777"
    COMMAND = "command"
    OFF = "off"


async def send(
    what: Notification, settings: Settings, environ: Mapping[str, str] = os.environ
) -> NotificationResult:
    """Send a notification as the settings say; what the terminal is to be given, where it goes that way."""
    channel = channel_of(settings, environ)
    match channel:
        case Channel.OSC9 | Channel.OSC777:
            return NotificationResult(sequence=sequence(what, channel, in_tmux=bool(environ.get("TMUX"))))
        case Channel.COMMAND:
            return await _run(command_of(what, settings))
        case Channel.DESKTOP:
            return await _run(_desktop(what))
    return NotificationResult()


async def _run(arguments: list[str]) -> NotificationResult:
    if not arguments:
        return NotificationResult()
    try:
        await output_of(arguments, _MOST, _SECONDS)
    except CommandError as failure:
        return NotificationResult(
            problem=_("no notification: {program}: {why}", program=clean_line(arguments[0]), why=failure)
        )
    return NotificationResult()


def channel_of(settings: Settings, environ: Mapping[str, str]) -> Channel:
    """The one of the settings; `auto` is their command, the desktop, or the terminal, whichever is there first."""
    channel = Channel(settings.notifications)
    if channel is not Channel.AUTO:
        return channel
    if settings.notification_command.strip():
        return Channel.COMMAND
    has_desktop = any(environ.get(name) for name in _BUS)
    if has_desktop and shutil.which(_DESKTOP, path=environ.get("PATH")):
        return Channel.DESKTOP
    return Channel.OSC9


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


def sequence(what: Notification, channel: Channel, *, in_tmux: bool) -> str:
    """The control sequence by which a terminal tells it (OSC 9 of iTerm2, OSC 777 of urxvt); tmux passes it on."""
    title = clean_line(what.summary, _LONGEST_LINE)
    body = clean_line(" · ".join(what.lines), _LONGEST_LINE)
    if channel is Channel.OSC777:
        inner = f"\x1b]777;notify;{title.replace(';', ',')};{body}\x07"
    else:
        inner = f"\x1b]9;{title}: {body}\x07"
    return f"\x1bPtmux;{inner.replace(chr(27), chr(27) * 2)}\x1b\\" if in_tmux else inner


def _desktop(what: Notification) -> list[str]:
    body = html.escape(what.body, quote=False)
    return [_DESKTOP, "--app-name=tuinews", "--category=email.arrived", "--", what.summary, body]
