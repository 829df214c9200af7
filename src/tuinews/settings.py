"""settings.toml: what a user may set, each with its default and its bounds.

Nothing in the file keeps the program from starting: what is not understood is told with its line and the nearest
name, and the default stays. docs/settings.md and `tuinews config schema` are made from the table here.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tuinews.configuration.bounds import Bounds, Entries, Fields, Flag, OneOf, Text, WholeNumber
from tuinews.configuration.reading import SettingsProblem, TomlFile, nearest_name, read_toml
from tuinews.language import LANGUAGES, N_, _
from tuinews.model.article import SelectorRule
from tuinews.model.sources.options import PictureChoice
from tuinews.quick_dataclass import dataclass

ROW_FORMS = ("auto", "one", "two", "summary")
AUTO = "auto"
"""As the system, or the terminal, has it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Times are minutes, `measure` cells."""

    refresh_minutes: int = 0
    refresh_in_background: bool = True
    articles_per_source: int = 10
    keep_unread_days: int = 0
    keep_read_days: int = 0
    keep_most: int = 0
    measure: int = 80
    theme: str = AUTO
    ascii: bool = False
    rows: str = "auto"
    stories: bool = True
    preview: bool = True
    resume: bool = True
    day_headings: bool = True
    screen_reader: bool = False
    language: str = "auto"
    requests_per_host: int = 1
    requests_in_all: int = 8
    mark_read_on_open: bool = True
    mark_read_on_scroll: bool = False
    pictures: str = AUTO
    pictures_drawn: str = AUTO
    pictures_kept: str = PictureChoice.OPENED.value
    pictures_budget: int = 300
    player: str = ""
    downloads_folder: str = ""
    downloads_largest: int = 4000
    notifications: str = AUTO
    notification_command: str = ""
    keys: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    repairs: MappingProxyType[str, SelectorRule] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Setting:
    """What one setting may be, the words that explain it, and how its bounds are said.

    `at_next_start` says that a change while the program runs is in force at the next start only.
    """

    words: str
    bounds: Bounds
    expected: str
    at_next_start: bool = False


OWN_THEMES = (AUTO, "dark", "light", "ansi")
TEXTUAL_THEMES = (
    *("textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "catppuccin-latte"),
    *("catppuccin-frappe", "catppuccin-macchiato", "dracula", "tokyo-night", "monokai", "flexoki"),
    *("solarized-dark", "solarized-light", "rose-pine", "rose-pine-moon", "rose-pine-dawn"),
    *("atom-one-dark", "atom-one-light"),
)
"""The themes of Textual 8.2, but for those in the terminal's own colours, which `ansi` is for."""
SHOWN = (AUTO, "on", "off")
NOTIFIED = (AUTO, "desktop", "osc9", "osc777", "command", "off")
DRAWN = (AUTO, "blocks", "kitty")
TABLE: MappingProxyType[str, Setting] = MappingProxyType(
    {
        "refresh_minutes": Setting(
            N_("How long after a refresh a source is due again; 0: by its own rhythm, 10 minutes to a day."),
            WholeNumber(0, 100_000, 10),
            N_("minutes, 0 or more"),
        ),
        "refresh_in_background": Setting(
            N_("Whether sources that are due are refreshed while you read, and not only at the start."),
            Flag(),
            N_("true or false"),
        ),
        "articles_per_source": Setting(
            N_("How many of the newest articles of each source a refresh saves for offline reading."),
            WholeNumber(0, 1000, 5),
            N_("a number from 0 to 1000"),
        ),
        "keep_unread_days": Setting(
            N_(
                "For how many days an unread article is kept after it came; 0: for ever. What its source still "
                "lists stays, as does what has a star, a tag or anything else of yours, or is half read."
            ),
            WholeNumber(0, 100_000, 30),
            N_("days, 0 or more"),
        ),
        "keep_read_days": Setting(
            N_(
                "For how many days an article is kept after it was read; 0: for ever. What its source still "
                "lists stays, as does what has a star, a tag or anything else of yours, or is half read."
            ),
            WholeNumber(0, 100_000, 30),
            N_("days, 0 or more"),
        ),
        "keep_most": Setting(
            N_(
                "How many of the newest articles of each source are kept at most, read or not; 0: all. What has "
                "a star, a tag or anything else of yours, or is half read, is kept besides."
            ),
            WholeNumber(0, 1_000_000, 100),
            N_("a number, 0 or more"),
        ),
        "measure": Setting(
            N_("The maximum width of an article's text."), WholeNumber(20, 200, 5), N_("columns, 20 to 200")
        ),
        "theme": Setting(
            N_("The colour theme of the screen; auto is dark or light, like the terminal."),
            OneOf((*OWN_THEMES, *TEXTUAL_THEMES)),
            N_("auto, dark, light, ansi, or a theme of Textual"),
        ),
        "ascii": Setting(
            N_(
                "Whether everything is drawn in plain characters: no boxes, no bullets, three full stops "
                "for an ellipsis."
            ),
            Flag(),
            N_("true or false"),
        ),
        "rows": Setting(
            N_("How lists show a row: as its headline needs (auto), on one line, on two, or with the summary."),
            OneOf(ROW_FORMS),
            N_("one of auto, one, two, summary"),
        ),
        "stories": Setting(
            N_("Whether the same story from several sources is one row of a list, with the number of the others."),
            Flag(),
            N_("true or false"),
        ),
        "preview": Setting(
            N_("Whether the reader beside the list shows the row under the cursor, without marking it as read."),
            Flag(),
            N_("true or false"),
        ),
        "resume": Setting(
            N_("Whether the next start shows the list, the row and the article at which the last session ended."),
            Flag(),
            N_("true or false"),
        ),
        "day_headings": Setting(
            N_("Whether a list has a heading over each day, source or reading time."),
            Flag(),
            N_("true or false"),
        ),
        "screen_reader": Setting(
            N_(
                "Whether the screen suits a screen reader: one pane, words instead of symbols, nothing that moves."
            ),
            Flag(),
            N_("true or false"),
        ),
        "language": Setting(
            N_("The language of the screen and the commands; auto is the system's (LANGUAGE, LC_ALL, LANG)."),
            OneOf((AUTO, *LANGUAGES)),
            N_("one of auto, en, vi"),
        ),
        "requests_per_host": Setting(
            N_("How many pages are fetched from one host at the same time."),
            WholeNumber(1, 8),
            N_("a number from 1 to 8"),
            at_next_start=True,
        ),
        "requests_in_all": Setting(
            N_("How many pages are fetched at the same time in all."),
            WholeNumber(1, 64),
            N_("a number from 1 to 64"),
            at_next_start=True,
        ),
        "mark_read_on_open": Setting(
            N_("Whether opening an article marks it as read, once its text is there."),
            Flag(),
            N_("true or false"),
        ),
        "mark_read_on_scroll": Setting(
            N_("Whether the articles that the cursor passes on its way down the list are marked as read."),
            Flag(),
            N_("true or false"),
        ),
        "pictures": Setting(
            N_(
                "Whether pictures are shown in articles; auto: if the terminal has 256 colours or more, "
                "and neither ascii nor screen_reader is set."
            ),
            OneOf(SHOWN),
            N_("one of auto, on, off"),
        ),
        "pictures_drawn": Setting(
            N_(
                "How pictures are drawn: in half blocks, or by the terminal itself (kitty's graphics); auto asks "
                "the terminal, except inside tmux."
            ),
            OneOf(DRAWN),
            N_("one of auto, blocks, kitty"),
        ),
        "pictures_kept": Setting(
            N_(
                "Which pictures are saved for offline reading: none, those of opened articles, or always, those "
                "of all articles that a refresh saves."
            ),
            OneOf(tuple(PictureChoice)),
            N_("one of none, opened, always"),
        ),
        "pictures_budget": Setting(
            N_("How much room the saved pictures may take; the oldest are deleted first."),
            WholeNumber(1, 1_000_000, 50),
            N_("megabytes, 1 or more"),
        ),
        "player": Setting(
            N_("The program that plays episodes and films, such as mpv; empty: they open in the browser."),
            Text(),
            N_("a command with its options"),
        ),
        "downloads_folder": Setting(
            N_("Where downloaded files are put; empty: the folder tuinews in your downloads folder."),
            Text(),
            N_("the path of a folder"),
        ),
        "downloads_largest": Setting(
            N_("How large a downloaded file may be."),
            WholeNumber(1, 1_000_000, 500),
            N_("megabytes, 1 or more"),
        ),
        "notifications": Setting(
            N_(
                "How you are notified of new articles, for sources and views where that is set: by the "
                "desktop (notify-send), by the terminal (osc9, osc777), by a command, or not at all; "
                "auto uses what is available."
            ),
            OneOf(NOTIFIED),
            N_("one of auto, desktop, osc9, osc777, command, off"),
        ),
        "notification_command": Setting(
            N_(
                "The program that shows a notification; its title and its text are the last two "
                "arguments, or replace {title} and {body}."
            ),
            Text(),
            N_("a command with its options"),
        ),
        "keys": Setting(
            N_("Other keys for a command, by its id (docs/keys.md): `keys.star = 'S,*'`."),
            Entries(Text()),
            N_("a table of command ids and their keys"),
        ),
        "repairs": Setting(
            N_(
                "Where the text is on the pages of a site that are read wrongly: a CSS selector for what "
                "holds it (body), for what to drop, or both, by host or by the source's address."
            ),
            Entries(Fields(("body", "drop"))),
            N_("a table of hosts or addresses, each with body, drop or both"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings in force, and the file that they come from.

    `stated` has the settings that the file states, with their lines where they can be told; `problems` is what in
    it is not obeyed.
    """

    settings: Settings
    file: Path
    stated: Mapping[tuple[str, ...], int | None] = field(default_factory=dict)
    problems: tuple[SettingsProblem, ...] = ()

    def said(self, place: object) -> tuple[str, ...]:
        """Each problem as one line, the file being called `place`."""
        return tuple(problem.said(place) for problem in self.problems)


def load(path: Path) -> Settings:
    """The settings of the file at `path`, whatever is wrong with it; the defaults if there is none."""
    return read_settings(path).settings


def read_settings(path: Path) -> LoadedSettings:
    """The settings of the file at `path`, and what in it is not obeyed; raises nothing."""
    file = read_toml(path)
    problems = list(file.problems)
    values: dict[str, Any] = {}
    stated: dict[tuple[str, ...], int | None] = {}
    for name, value in file.values.items():
        wrong = _wrong(name, value, file)
        problems += wrong
        if name in TABLE and isinstance(TABLE[name].bounds, Entries) and isinstance(value, Mapping):
            refused = {problem.name for problem in wrong}
            values[name] = {one: v for one, v in value.items() if f"{name}.{one}" not in refused}
            stated |= {(name, one): file.line(name, one) for one in values[name]}
        elif not wrong:
            values[name] = value
            stated[(name,)] = file.line(name)
    problems.sort(key=lambda problem: problem.line or 0)
    return LoadedSettings(settings_of(values), path, stated, tuple(problems))


def settings_of(values: Mapping[str, Any]) -> Settings:
    """Settings from values as TOML has them, all of them within their bounds; the defaults for the others."""
    values = dict(values)
    keys = MappingProxyType(dict(values.pop("keys", {})))
    repairs = MappingProxyType({name: SelectorRule(**one) for name, one in values.pop("repairs", {}).items()})
    return Settings(**values, keys=keys, repairs=repairs)


def with_value(settings: Settings, names: tuple[str, ...], value: Any) -> Settings:
    """The settings with another value of one, which is named after its table; None is the default."""
    name = names[0]
    if len(names) == 1:
        return replace(settings, **{name: getattr(Settings(), name) if value is None else value})
    entries = dict(getattr(settings, name))
    entries.pop(names[1], None)
    if value is not None:
        entries[names[1]] = value
    changed: dict[str, Any] = {name: MappingProxyType(entries)}
    return replace(settings, **changed)


def schema() -> dict[str, Any]:
    """The settings as a JSON Schema, for editors that check a file while it is written."""
    defaults = Settings()
    properties: dict[str, Any] = {}
    for name, setting in TABLE.items():
        properties[name] = {"description": setting.words, **setting.bounds.schema()}
        if not isinstance(setting.bounds, Entries):
            properties[name]["default"] = getattr(defaults, name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tuinews settings.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _wrong(name: str, value: object, file: TomlFile) -> list[SettingsProblem]:
    """What is wrong with a setting: at most one thing, in a table one an entry."""
    if name not in TABLE:
        return [SettingsProblem(name, _("there is no such setting"), file.line(name), nearest_name(name, TABLE))]
    setting = TABLE[name]
    expected = _("it must be {expected}; the default is used", expected=_(setting.expected))
    if not setting.bounds.holds(value):
        meant = [str(one) for one in setting.bounds.choices]
        nearest = nearest_name(value, meant) if isinstance(value, str) else ""
        return [SettingsProblem(name, expected, file.line(name), nearest)]
    if not isinstance(setting.bounds, Entries) or not isinstance(value, Mapping):
        return []
    each = setting.bounds.each
    entry_expected = _("it is ignored; {name} is {expected}", name=name, expected=_(setting.expected))
    return [
        SettingsProblem(f"{name}.{one}", entry_expected, file.line(name, str(one)))
        for one, entry in value.items()
        if not each.holds(entry)
    ]
