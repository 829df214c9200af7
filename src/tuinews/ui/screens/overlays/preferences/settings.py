"""The settings: every one with its value, changed here, in force at once and written to the file."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tuinews.configuration.bounds import WholeNumber
from tuinews.configuration.spelling import spelled
from tuinews.configuration.writing import Names
from tuinews.errors import SettingsError
from tuinews.language import _
from tuinews.quick_dataclass import dataclass
from tuinews.settings import TABLE, Settings
from tuinews.text import clean_line
from tuinews.ui.key_presets import PRESETS
from tuinews.ui.keymap import PRESET, Keymap
from tuinews.ui.keys import LINK_ID, shown_keys
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.fields.line_input import LineInput
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words import overlays, setting_names
from tuinews.ui.words import settings as words
from tuinews.ui.words.shown_keys import fitting

PutInForce = Callable[[Names, object], None]
"""Puts a value in force at once."""

Keep = Callable[[Names, object], Awaitable[None]]
"""Writes a value; raises SettingsError if it cannot be written."""


@dataclass(frozen=True, slots=True)
class SettingsInForce:
    """What the screen shows: the settings, the keys made of them, and the file that they are written to."""

    settings: Settings
    keymap: Keymap
    file: Path | None


class SettingsScreen(Sheet[None], inherit_bindings=False):
    """The settings, over the reading screen; `now` says what is in force, `put` changes it, `keep` writes it."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "close"),
        ("right,l,space", "step(1)"),
        ("left,h", "step(-1)"),
        ("enter", "choose"),
        ("d,delete,backspace", "reset"),
        ("question_mark", "explain"),
    ]

    def __init__(self, now: Callable[[], SettingsInForce], put: PutInForce, keep: Keep) -> None:
        super().__init__()
        self._now, self._put_in_force, self._keep = now, put, keep
        self._edited: Names | None = None
        self._obeyed = 0
        """How many times Enter was obeyed."""
        self._said = ""

    def compose(self) -> ComposeResult:
        """The settings, an input for what is typed, and what the setting under the cursor is for."""
        with Vertical(classes="sheet settings"):
            yield PaneTitle(id="settings-title", classes="-active")
            yield Choices(id="settings")
            yield LineInput(compact=True)
            yield Said(id="said")
            yield Static(Content(_(words.HELP)), id="keys")

    def on_mount(self) -> None:
        """List them."""
        if is_empty(self):
            return
        self.query_one(Input).display = False
        self._list()
        choices = self.query_one(Choices)
        choices.focus()

    def action_close(self) -> None:
        """Go back; what is being typed is given up first."""
        if self._edited is None:
            close(self)
        else:
            self._end_input()

    def action_step(self, direction: int) -> None:
        """Take the next (1) or the previous (-1) value."""
        names = self._current
        if names is None:
            return
        value = _stepped(self._now(), names, direction)
        if value is None:
            self._ask(names)
        else:
            self._put(names, value)

    def action_choose(self) -> None:
        """Take the next of a few values; type one of many."""
        names = self._current
        if names is not None and _choices(names):
            self.action_step(1)
        elif names is not None:
            self._ask(names)
        self._obeyed += 1

    def awaited(self, key: str) -> Callable[[], bool] | None:
        """Enter asks for a value or takes the next one, which is known once the cursor is where it goes."""
        before, typed = self._obeyed, self.query_one(Input)
        return (lambda: typed.has_focus or self._obeyed > before) if key == "enter" else None

    def action_reset(self) -> None:
        """Take the default again, and the value out of the file."""
        if self._current is not None:
            self._put(self._current, None)

    def action_explain(self) -> None:
        """Say what the setting is for; where a screen reader speaks every change, a step says it not by itself."""
        names = self._current
        self._say(_explained(self._now(), names) if names else "")

    @on(Choices.Moved)
    def _moved(self) -> None:
        self._explain()

    @on(Choices.Chosen)
    def _chosen(self) -> None:
        self.action_choose()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        names = self._edited
        if names is None:
            return
        value, problem = _understood(self._now(), names, event.value)
        if problem:
            self._say(problem, problem=True)
            return
        self._end_input()
        self._put(names, value)

    @property
    def _current(self) -> Names | None:
        value = self.query_one(Choices).current
        return value if isinstance(value, tuple) and self._edited is None else None

    def _ask(self, names: Names) -> None:
        if names[0] == "repairs":
            self._say(_(words.REPAIR), problem=True)
            return
        self._edited = names
        typed = self.query_one(Input)
        typed.value = _written(self._now(), names)
        typed.display = True
        typed.focus()
        self._name_keys()

    def _end_input(self) -> None:
        self._edited = None
        self.query_one(Input).display = False
        self.query_one(Choices).focus()
        self._name_keys()
        self._explain()

    def _put(self, names: Names, value: object) -> None:
        self._put_in_force(names, value)
        self._list()

        async def job() -> None:
            try:
                await self._keep(names, value)
            except SettingsError as error:
                # The file is named in the title, and there may be little room.
                if self.is_attached:
                    self._say(words.not_saved(error), problem=True)

        # A worker of this screen would end with it.
        begin_worker(self.app, job, group="settings")

    def _list(self) -> None:
        """Show the values that are in force, the cursor where it is."""
        now = self._now()
        title = self.query_one(PaneTitle)
        title.title, title.note = _(words.TITLE), clean_line(now.file or "", 200)
        self._name_keys()
        self.query_one(Choices).renew(tuple(_rows(now)))
        self._explain()

    def on_resize(self) -> None:
        """Name as many keys as there is room for now."""
        self._name_keys()

    def _name_keys(self) -> None:
        """Name the keys of the list, or those of a value that is typed."""
        if self._edited is not None:
            keys = _(overlays.SAVE_KEYS)
        else:
            keys = _(words.SCREEN_READER_HELP if self._now().settings.screen_reader else words.HELP)
        for line in self.query("#keys").results(Static):
            line.update(Content(fitting(keys, self.size.width - 6)))

    def _explain(self) -> None:
        if self._now().settings.screen_reader:
            self._say("")
        else:
            self.action_explain()

    def _say(self, text: str, *, problem: bool = False) -> None:
        if text == self._said:  # said again it would be heard again
            return
        self._said = text
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(text))


def _rows(now: SettingsInForce) -> Iterator[Choice]:
    for heading, names in setting_names.GROUPS.items():
        yield Choice(None, _(heading))
        for name, label in names.items():
            yield Choice((name,), _(label), _shown(getattr(now.settings, name)))
    yield Choice(None, _(words.KEYS))
    yield Choice(("keys", PRESET), _(words.PRESET_NAME), now.settings.keys.get(PRESET) or _(words.NO_PRESET))
    for command in now.keymap.commands:
        if command.id != LINK_ID:
            yield Choice(("keys", command.id), command.words, shown_keys(command.each) or _(words.NO_KEY))
    if now.settings.repairs:
        yield Choice(None, _(words.REPAIRS))
        for host, rule in now.settings.repairs.items():
            yield Choice(("repairs", host), clean_line(host, 80), clean_line(rule.body or rule.drop or "", 80))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _(words.YES) if value else _(words.NO)
    return setting_names.value(clean_line(value, 80))


def _explained(now: SettingsInForce, names: Names) -> str:
    name = names[0]
    if names == ("keys", PRESET):
        return _(words.PRESET)
    if name == "keys":
        return f"keys.{names[1]}: {_(words.KEYS_OF)}"
    if name == "repairs":
        return _(words.REPAIR)
    setting = TABLE[name]
    effect = words.AT_NEXT_START if setting.at_next_start else words.AT_ONCE
    default = spelled(getattr(Settings(), name))
    said = f"{name}: {words.explained(_(setting.words), _(setting.expected), default)} {_(effect)}"
    return said if now.file is not None else f"{said} {_(words.NO_FILE)}"


def _choices(names: Names) -> tuple[object, ...]:
    """The few values of a setting; nothing where there are many."""
    if names == ("keys", PRESET):
        return ("", *PRESETS)
    return tuple(TABLE[names[0]].bounds.choices) if len(names) == 1 else ()


def _value(now: SettingsInForce, names: Names) -> object:
    if names == ("keys", PRESET):
        return now.settings.keys.get(PRESET, "")
    return getattr(now.settings, names[0])


def _stepped(now: SettingsInForce, names: Names, direction: int) -> object:
    """The next value in a direction; None if it is to be typed."""
    choices = _choices(names)
    value = _value(now, names)
    if choices:
        place = choices.index(value) if value in choices else -direction
        return choices[(place + direction) % len(choices)]
    bounds = TABLE[names[0]].bounds
    if isinstance(bounds, WholeNumber) and isinstance(value, int):
        return min(max(value + direction * bounds.step, bounds.low), bounds.high)
    return None


def _written(now: SettingsInForce, names: Names) -> str:
    """A value as it is to be edited."""
    if names[0] == "keys":
        return ", ".join(now.keymap.command(names[1]).each)
    return str(_value(now, names))


def _understood(now: SettingsInForce, names: Names, typed: str) -> tuple[object, str]:
    """What was typed as a value, and why it is none, or ""."""
    typed = typed.strip()
    if names[0] == "keys":
        mistakes = Keymap({**now.settings.keys, names[1]: typed}).mistakes
        own = [mistake.why for mistake in mistakes if mistake.name == f"keys.{names[1]}"]
        return typed, "; ".join(own)
    setting = TABLE[names[0]]
    value: object = typed
    if isinstance(setting.bounds, WholeNumber):
        value = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None
    return value, "" if setting.bounds.holds(value) else words.refused(_(setting.expected))
