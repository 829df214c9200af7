"""What a person set for one source: how often it is asked, what is kept of it, what the reader shows of it.

Each option has one name everywhere: the field, the key of `tuinews set`, of `sources --json` and of OPML's
attributes. `OPTIONS` says how each is read from what was typed and written back.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tuinews.errors import TuinewsError
from tuinews.language import N_, _
from tuinews.late import late_imports
from tuinews.model.sources import option_values
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from shlex import join as join_words


class PictureChoice(StrEnum):
    """When the pictures of a source's articles are fetched."""

    NONE = "none"
    OPENED = "opened"
    ALWAYS = "always"


class TextChoice(StrEnum):
    """Which text of a source's articles is read: the likelier one, the page's, or the feed's own."""

    AUTO = "auto"
    PAGE = "page"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """The options of a source; None says that it is as in the settings.

    `refresh_minutes` is how long after a refresh it is due again, `articles` how many of its newest texts a
    refresh keeps; `keep_unread_days`, `keep_read_days` and `keep_most` say how long its articles are kept and how
    many of them (0: for ever, all), `pictures_budget` is the room of their pictures in megabytes;
    `user_agent` what is sent as the name of the program. A source that is `hidden` is left out of
    the lists of all articles and of their counts, and stands in its own. One with `notify` has its new
    articles told by a notification.

    For sites that refuse: `headers` with their values, in which `$NAME` is a variable of the environment;
    `cookies`, the path of a cookies.txt; `cookie_command` and `password_command` (with `user`), which print those,
    and `fetch_command`, which prints a page: lists of arguments, no shell. No secret is among them, only where it
    is.
    """

    refresh_minutes: int | None = None
    articles: int | None = None
    pictures: PictureChoice | None = None
    text: TextChoice = TextChoice.AUTO
    user_agent: str | None = None
    hidden: bool = False
    notify: bool = False
    keep_unread_days: int | None = None
    keep_read_days: int | None = None
    keep_most: int | None = None
    pictures_budget: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    cookies: str | None = None
    cookie_command: tuple[str, ...] = ()
    user: str | None = None
    password_command: tuple[str, ...] = ()
    fetch_command: tuple[str, ...] = ()

    @property
    def is_bound_to_origin(self) -> bool:
        """Whether anything of it is for the source's own origin alone, so that it must not move elsewhere."""
        commands = self.cookie_command or self.password_command or self.fetch_command
        return bool(self.headers or self.cookies or commands)


USUAL_OPTIONS = SourceOptions()
"""Those of a source for which nothing was set."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its words, what is expected, and the way from a text to the value and back.

    `is_risky` says that it runs a command or reads a file or the environment: a stranger's list must not set it.

    `read` raises ValueError for what is none; an empty text is the default. `choices` are the texts that can be
    chosen between, empty where any is typed. `help` says more, where one is typing it.
    """

    label: str
    help: str
    expected: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    choices: tuple[str, ...] = ()
    is_risky: Callable[[Any], bool] = lambda value: False


_COMMAND_EXPECTED = N_("a command with its arguments; quotes must be closed")

OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "refresh_minutes": Option(
            N_("Refresh every"),
            N_("Minutes between two refreshes; empty: as in the settings"),
            N_("minutes, 1 or more"),
            option_values.number_between(1, 1_000_000),
            option_values.shown,
        ),
        "articles": Option(
            N_("Articles kept"),
            N_("How many of the newest articles a refresh saves; empty: as in the settings"),
            N_("a number from 0 to 1000"),
            option_values.number_between(0, 1000),
            option_values.shown,
        ),
        "pictures": Option(
            N_("Pictures"),
            N_("none, opened: when the article is opened, always; empty: as in the settings"),
            N_("one of none, opened, always"),
            lambda text: PictureChoice(text) if text else None,
            option_values.shown,
            ("", *PictureChoice),
        ),
        "text": Option(
            N_("Text"),
            N_("auto: whichever says more, page: always the page's, feed: the feed's own"),
            N_("one of auto, page, feed"),
            lambda text: TextChoice(text or "auto"),
            option_values.shown,
            tuple(TextChoice),
        ),
        "user_agent": Option(
            N_("User agent"),
            N_("The program's name as the server sees it; empty: tuinews"),
            N_("one line of plain letters, digits and signs"),
            option_values.header_text,
            option_values.shown,
        ),
        "hidden": Option(
            N_("Hide from All"),
            N_("yes: its articles are listed under the source and its folder only"),
            N_("yes or no"),
            option_values.yes_or_no,
            lambda value: "yes" if value else "no",
            ("no", "yes"),
        ),
        "notify": Option(
            N_("Notify"),
            N_("yes: you are notified of new articles, as the settings say"),
            N_("yes or no"),
            option_values.yes_or_no,
            lambda value: "yes" if value else "no",
            ("no", "yes"),
        ),
        "keep_unread_days": Option(
            N_("Keep unread for"),
            N_("Days; 0: for ever; empty: as in the settings; what is starred, tagged or half read always stays"),
            N_("days, 0 or more"),
            option_values.number_between(0, 100_000),
            option_values.shown,
        ),
        "keep_read_days": Option(
            N_("Keep read for"),
            N_("Days; 0: for ever; empty: as in the settings; what is starred, tagged or half read always stays"),
            N_("days, 0 or more"),
            option_values.number_between(0, 100_000),
            option_values.shown,
        ),
        "keep_most": Option(
            N_("Keep at most"),
            N_("The newest articles that are kept, read or not; 0: all; empty: as in the settings"),
            N_("a number, 0 or more"),
            option_values.number_between(0, 1_000_000),
            option_values.shown,
        ),
        "pictures_budget": Option(
            N_("Room for pictures"),
            N_("Megabytes that its saved pictures may take; empty: no limit of its own"),
            N_("megabytes, 1 or more"),
            option_values.number_between(1, 1_000_000),
            option_values.shown,
        ),
        "headers": Option(
            N_("Headers"),
            N_("Name: value | Name: value; $NAME is an environment variable"),
            N_("“Name: value | Name: value”, with secrets as $NAME, an environment variable"),
            option_values.headers,
            lambda headers: option_values.BETWEEN_HEADERS.join(f"{name}: {value}" for name, value in headers),
            is_risky=lambda headers: any(option_values.VARIABLE.search(value) for _name, value in headers),
        ),
        "cookies": Option(
            N_("Cookie file"),
            N_("A cookies.txt that a browser or its extension wrote; read at each refresh"),
            N_("the path of a file"),
            option_values.path,
            option_values.shown,
            is_risky=bool,
        ),
        "cookie_command": Option(
            N_("Cookie command"),
            N_("Prints a cookies.txt, or name=value; name=value"),
            _COMMAND_EXPECTED,
            option_values.command,
            join_words,
            is_risky=bool,
        ),
        "user": Option(
            N_("User"),
            N_("Signs in with the password that the command below prints; empty: the user in the address"),
            N_("one line of plain letters, digits and signs"),
            option_values.header_text,
            option_values.shown,
        ),
        "password_command": Option(
            N_("Password command"),
            N_("Prints the password of the user above on its first line"),
            _COMMAND_EXPECTED,
            option_values.command,
            join_words,
            is_risky=bool,
        ),
        "fetch_command": Option(
            N_("Fetch command"),
            N_("Prints the page at the address that stands for {url}, or is its last argument"),
            _COMMAND_EXPECTED,
            option_values.command,
            join_words,
            is_risky=bool,
        ),
    }
)
"""Every option by its name, in the order in which they are shown."""


def with_option(options: SourceOptions, key: str, typed: str) -> SourceOptions:
    """The options with one of them as it was typed; raises TuinewsError for an unknown one or a wrong value."""
    option = OPTIONS.get(key)
    if option is None:
        known = ", ".join(("title", "folder", *OPTIONS))
        raise TuinewsError(
            _("the option “{key}”", key=key[:60]), _("there is none"), _("use one of {known}", known=known)
        )
    try:
        value = option.read(typed.strip())
    except (ValueError, KeyError):
        why = _("must be {expected}", expected=_(option.expected))
        raise TuinewsError(key, why) from None
    return replace(options, **{key: value})


def written(options: SourceOptions) -> dict[str, str]:
    """The options that are not as usual, each as it is typed."""
    return {
        key: option.write(getattr(options, key))
        for key, option in OPTIONS.items()
        if getattr(options, key) != getattr(USUAL_OPTIONS, key)
    }


def without_risks(options: SourceOptions) -> SourceOptions:
    """The options without those that run a command, or read a file or the environment."""
    risky = {key: option.read("") for key, option in OPTIONS.items() if option.is_risky(getattr(options, key))}
    return replace(options, **risky) if risky else options


def from_written(texts: Mapping[str, str]) -> SourceOptions:
    """The options that `written` gave; what is not understood (damage, a newer version) is as usual."""
    options = USUAL_OPTIONS
    for key, typed in texts.items():
        try:
            options = with_option(options, key, str(typed))
        except TuinewsError:
            continue
    return options
