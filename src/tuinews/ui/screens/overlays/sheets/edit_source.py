"""The settings of a source in one sheet: its name, its folder, its options, and why it failed where it did."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tuinews.address import masked
from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.model.sources.options import OPTIONS, with_option
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.closing import close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.typed_ahead import FORM
from tuinews.ui.widgets.line_input import LineInput
from tuinews.ui.widgets.option_field import OptionField
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words import overlays, source_sheet

_LONGEST = 2000
"""Characters of the reason of a failure."""


class _Fields(VerticalScroll, inherit_bindings=False):
    """The fields, which scroll with the one that has the keys: the arrows go from field to field."""


class EditSourceScreen(ModalScreen[Mapping[str, str] | None], inherit_bindings=False):
    """Asks for all that can be set of a source; gives what was changed, as typed, by its key; None for nothing."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "close"),
        ("enter", "keep"),
        ("tab,down", "app.focus_next"),
        ("shift+tab,up", "app.focus_previous"),
    ]

    def __init__(self, source: Source, folders: Sequence[str], keymap: Keymap) -> None:
        super().__init__(classes=FORM)
        self._source, self._folders, self._keymap = source, tuple(folders), keymap
        self._before = dict(_values(source))
        self._problems: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """What failed, a line a field with what is so now, and a line that says what the keys do."""
        with Vertical(classes="sheet edit"):
            yield PaneTitle(id="edit-title", classes="-active")
            yield Static(id="trouble", markup=False)
            with _Fields(id="fields", can_focus=False):
                for key, value in self._before.items():
                    with Horizontal(classes="field"):
                        yield Static(_(source_sheet.LABELS[key]), classes="label", markup=False)
                        yield _field(key, value)
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        """Name what is edited, say what failed, and take the keys."""
        if is_empty(self):
            return
        title = self.query_one(PaneTitle)
        title.title, title.note = _(overlays.EDIT_TITLE), clean_line(masked(self._source.url), 60)
        trouble = self.query_one("#trouble", Static)
        trouble.display = self._source.error is not None
        if self._source.error is not None:
            words = source_sheet.trouble(self._source, datetime.now(UTC), self._keymap)
            trouble.update(Content(clean_line(words, _LONGEST)))
        self.query_one("#title", Input).focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say what the field is for."""
        key = event.widget.id
        if key in self._problems:
            self._say(self._problems.pop(key), problem=True)
        elif key in self._before:
            words = _(source_sheet.HELP[key])
            self._say(source_sheet.with_folders(words, self._folders) if key == "folder" else words)

    def action_close(self) -> None:
        """Go back, nothing changed."""
        close(self, None)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Give what was changed; where that is not possible, say why, and go to that field."""
        changed = {key: text for key in self._before if (text := self._text(key)) != self._before[key]}
        for key, text in changed.items():
            why = _problem(self._source, key, text)
            if why:
                field = self.query_one(f"#{key}")
                if field.has_focus:
                    self._say(why, problem=True)
                else:
                    self._problems[key] = why
                    field.focus()
                return
        close(self, changed)

    def _text(self, key: str) -> str:
        field = self.query_one(f"#{key}")
        return field.value if isinstance(field, Input | OptionField) else ""

    def _say(self, words: str, *, problem: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(problem, "-problem")
        said.update(Content(words if problem else f"{words}\n{_(overlays.EDIT_HELP)}"))


def _values(source: Source) -> Iterator[tuple[str, str]]:
    """What is so now, as one would type it, in the order of the fields."""
    yield "title", clean_line(source.title)
    yield "folder", clean_line(source.folder)
    for key, option in OPTIONS.items():
        yield key, option.write(getattr(source.options, key))


def _field(key: str, value: str) -> Widget:
    option = OPTIONS.get(key)
    if option is not None and option.choices:
        return OptionField(value, option.choices, source_sheet.choice, id=key)
    return LineInput(value, id=key, compact=True, select_on_focus=False)


def _problem(source: Source, key: str, text: str) -> str:
    """Why a value is none, "" where it is one."""
    if key == "title":
        return "" if clean_line(text) else _(overlays.NAME_EMPTY)
    if key == "folder":
        return ""
    try:
        with_option(source.options, key, text)
    except TuinewsError as error:
        return source_sheet.wrong(key, error.why)
    return ""
