"""What the commands say of the program itself: its settings, its screen, its timer."""

from tuinews.language import N_, _, ngettext

GUIDE_TITLE = N_("The tuinews guide")
DEFAULT_VALUE = N_("default")


def from_line(file: str, line: int | None) -> str:
    """Where a value is set."""
    return file if line is None else _("{file} line {line}", file=file, line=line)


def settings_right(file: object) -> str:
    """Nothing is wrong with the settings."""
    return _("{file}: no problems found", file=file)


def no_settings_file(file: object) -> str:
    """There is no settings file."""
    return _("{file}: there is no such file; the defaults are used", file=file)


INPUT_NOT_TERMINAL = N_("standard input is not a terminal")
ERROR_NOT_TERMINAL = N_("standard error, on which the screen is drawn, is not a terminal")
DUMB_TERMINAL = N_("TERM is not set, or says that the terminal cannot show a screen")


def no_screen(why: str) -> str:
    """There is no terminal that could show the screen."""
    return _("no screen: {why}; run tuinews in a terminal, with --linear, or use its commands (--help)", why=why)


def no_demo_screen(why: str) -> str:
    """The same for the demo."""
    return _("no screen: {why}; use --serve-only and the commands", why=why)


DEMO_RUNNING = N_("The demo site is running; press Ctrl-C to stop it:")
DEMO_STOPPED = N_("Stopped.")
TIMER = N_("Refresh the sources of tuinews that are due")
NO_TIMER = N_("This system has neither systemd for users nor launchd. With cron, add this line by crontab -e:")
NO_TIMER_TO_REMOVE = N_(
    "This system has neither systemd for users nor launchd. With cron, remove this line by crontab -e:"
)
NO_TIMER_INSTALLED = N_("no timer is installed")


def timer_installed(minutes: int) -> str:
    """The timer runs from now on."""
    return ngettext(
        "Sources that are due are refreshed every minute.",
        "Sources that are due are refreshed every {count} minutes.",
        minutes,
    )


def removed_file(file: object) -> str:
    """A file of the timer was deleted."""
    return _("{file} deleted", file=file)
