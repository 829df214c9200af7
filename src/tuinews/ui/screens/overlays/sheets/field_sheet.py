"""A sheet of fields, a line each: all that can be set of one thing."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tuinews.language import _
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, NARROW, stylesheet
from tuinews.ui.typed_ahead import FORM
from tuinews.ui.widgets.fields.line_input import LineInput
from tuinews.ui.widgets.fields.option_field import OptionField
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words import overlays
from tuinews.ui.words.shown_keys import fitting

_MARGINS = 6
"""Cells of a sheet's border and padding on both sides."""

_LONGEST = 2000
"""Characters of what is said of trouble."""


@dataclass(frozen=True, slots=True)
class SheetField:
    """A field: its name, what it is for, its value as one would type it, and what can be chosen, if anything;
    `shown` says a value that is chosen in words, `is_secret` that nobody may read it over a shoulder, `if_empty`
    what holds while nothing is typed."""

    label: str
    help: str
    value: str
    choices: Sequence[str] = ()
    shown: Callable[[str], str] = str
    is_secret: bool = False
    if_empty: str = ""


class _Fields(VerticalScroll, inherit_bindings=False):
    """The fields, which scroll with the one that has the keys: the arrows go from field to field."""


class FieldSheet(Sheet[Mapping[str, str] | None], inherit_bindings=False):
    """Asks for all that can be set of something; gives what was changed, as typed, by its key, or None."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    HORIZONTAL_BREAKPOINTS = NARROW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close"),
        ("enter", "keep"),
        ("tab,down", "app.focus_next"),
        ("shift+tab,up", "app.focus_previous"),
    ]

    def __init__(self, fields: Mapping[str, SheetField]) -> None:
        super().__init__(classes=FORM)
        self._fields = dict(fields)
        self._problems: dict[str, str] = {}
        self._said, self._is_problem = "", False

    @property
    def heading(self) -> tuple[str, str]:
        """What is edited, and a note beside it."""
        raise NotImplementedError

    @property
    def trouble(self) -> str:
        """What is wrong with what is edited, "" where nothing is."""
        return ""

    def problem(self, key: str, text: str) -> str:
        """Why a value is none, "" where it is one."""
        raise NotImplementedError

    def whole_problem(self, changed: Mapping[str, str]) -> str:
        """Why what was changed is nothing together with the rest, "" where it is something."""
        return ""

    def compose(self) -> ComposeResult:
        """What is wrong, a line a field with what is so now, and a line that says what the keys do."""
        with Vertical(classes="sheet edit"):
            yield PaneTitle(id="edit-title", classes="-active")
            yield Static(id="trouble", markup=False)
            with _Fields(id="fields", can_focus=False):
                for key, field in self._fields.items():
                    with Horizontal(classes="field"):
                        yield Static(field.label, classes="label", markup=False)
                        yield _input(key, field)
            yield Said(id="said", markup=False)

    def on_mount(self) -> None:
        """Name what is edited, say what is wrong, and take the keys."""
        if is_empty(self):
            return
        title = self.query_one(PaneTitle)
        title.title, title.note = self.heading
        trouble = self.query_one("#trouble", Static)
        trouble.display = bool(self.trouble)
        trouble.update(Content(clean_line(self.trouble, _LONGEST)))
        self.query_one(f"#{next(iter(self._fields))}", Input).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the field is for."""
        key = event.widget.id
        if key in self._problems:
            self._say(self._problems.pop(key), problem=True)
        elif key in self._fields:
            self._say(self._fields[key].help)

    def action_close(self) -> None:
        """Go back, nothing changed."""
        close(self, None)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give what was changed; where that is not possible, say why, and go to that field."""
        changed = {key: text for key, field in self._fields.items() if (text := self._text(key)) != field.value}
        for key, text in changed.items():
            why = self.problem(key, text)
            if why:
                field = self.query_one(f"#{key}")
                if field.has_focus:
                    self._say(why, problem=True)
                else:
                    self._problems[key] = why
                    field.focus()
                return
        why = self.whole_problem(changed)
        if why:
            self._say(why, problem=True)
            return
        close(self, changed)

    def _text(self, key: str) -> str:
        field = self.query_one(f"#{key}")
        return field.value if isinstance(field, Input | OptionField) else ""

    def on_resize(self) -> None:
        """Say as much as there is room for now."""
        if self._said:
            self._say(self._said, problem=self._is_problem)

    def _say(self, words: str, *, problem: bool = False) -> None:
        self._said, self._is_problem = words, problem
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        keys = fitting(_(overlays.EDIT_HELP), self.size.width - _MARGINS)
        said.update(Content(words if problem else f"{words}\n{keys}"))


def _input(key: str, field: SheetField) -> Widget:
    if field.choices:
        return OptionField(field.value, field.choices, field.shown, id=key)
    return LineInput(
        field.value,
        placeholder=field.if_empty,
        id=key,
        compact=True,
        select_on_focus=False,
        password=field.is_secret,
    )
