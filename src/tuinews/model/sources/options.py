"""What a person set for one source: how often it is asked, what is kept of it, what the reader shows of it.

Each option has one name everywhere: the field, the key of `tuinews set`, of `sources --json` and of OPML's
attributes. `OPTIONS` says how each is read from what was typed and written back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from tuinews.errors import TuinewsError
from tuinews.language import N_, _

LONGEST_VALUE = 4096
"""Characters of one option."""


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
    refresh keeps, `user_agent` what is sent as the name of the program. A source that is `hidden` is left out of
    the lists of all articles and of their counts, and stands in its own.
    """

    refresh_minutes: int | None = None
    articles: int | None = None
    pictures: PictureChoice | None = None
    text: TextChoice = TextChoice.AUTO
    user_agent: str | None = None
    hidden: bool = False


USUAL_OPTIONS = SourceOptions()
"""Those of a source for which nothing was set."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its words, what is expected, and the way from a text to the value and back.

    `read` raises ValueError for what is none; an empty text is the default. `choices` are the texts that can be
    chosen between, empty where any is typed. `help` says more, where one is typing it.
    """

    label: str
    help: str
    expected: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    choices: tuple[str, ...] = ()


def _number(low: int, high: int) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 9 and low <= int(text) <= high):
            raise ValueError(text)
        return int(text)

    return read


def _line(text: str) -> str | None:
    """One line that a header may hold: printable ASCII (RFC 9110, 5.5), so that nothing can follow it."""
    if not (text.isascii() and text.isprintable() and len(text) <= LONGEST_VALUE):
        raise ValueError(text)
    return text or None


def _flag(text: str) -> bool:
    return {"": False, "no": False, "false": False, "0": False, "yes": True, "true": True, "1": True}[text.lower()]


def _shown(value: object) -> str:
    return "" if value is None else str(value)


OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "refresh_minutes": Option(
            N_("Refresh every"),
            N_("Minutes between two refreshes; empty: as in the settings"),
            N_("minutes, 1 or more"),
            _number(1, 1_000_000),
            _shown,
        ),
        "articles": Option(
            N_("Articles kept"),
            N_("How many of the newest articles a refresh saves; empty: as in the settings"),
            N_("a number from 0 to 1000"),
            _number(0, 1000),
            _shown,
        ),
        "pictures": Option(
            N_("Pictures"),
            N_("none, opened: when the article is opened, always; empty: as in the settings"),
            N_("one of none, opened, always"),
            lambda text: PictureChoice(text) if text else None,
            _shown,
            ("", *PictureChoice),
        ),
        "text": Option(
            N_("Text"),
            N_("auto: whichever says more, page: always the page's, feed: the feed's own"),
            N_("one of auto, page, feed"),
            lambda text: TextChoice(text or "auto"),
            _shown,
            tuple(TextChoice),
        ),
        "user_agent": Option(
            N_("User agent"),
            N_("The program's name as the server sees it; empty: tuinews"),
            N_("one line of plain letters, digits and signs"),
            _line,
            _shown,
        ),
        "hidden": Option(
            N_("Hide from All"),
            N_("yes: its articles are listed under the source and its folder only"),
            N_("yes or no"),
            _flag,
            lambda value: "yes" if value else "no",
            ("no", "yes"),
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


def from_written(texts: Mapping[str, str]) -> SourceOptions:
    """The options that `written` gave; what is not understood (damage, a newer version) is as usual."""
    options = USUAL_OPTIONS
    for key, typed in texts.items():
        try:
            options = with_option(options, key, str(typed))
        except TuinewsError:
            continue
    return options
