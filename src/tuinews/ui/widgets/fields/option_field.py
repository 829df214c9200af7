"""A field of a form in which one of a few values is chosen, not typed."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widget import Widget


class OptionField(Widget, can_focus=True):
    """Shows a value between arrows; the arrow keys, space and a click go to the next of its values."""

    BINDINGS: ClassVar[list[BindingType]] = [("left,h", "step(-1)"), ("right,l,space", "step(1)")]

    value: reactive[str] = reactive("")

    def __init__(self, value: str, choices: Sequence[str], shown: Callable[[str], str], *, id: str) -> None:
        super().__init__(id=id)
        self._choices, self._shown = tuple(choices), shown
        self.set_reactive(OptionField.value, value)

    def render(self) -> Content:
        """The value, as it is said."""
        return Content(f"‹ {self._shown(self.value)} ›")

    def action_step(self, direction: int) -> None:
        """Go to another value, round and round."""
        here = self._choices.index(self.value) if self.value in self._choices else 0
        self.value = self._choices[(here + direction) % len(self._choices)]

    def on_click(self, event: events.Click) -> None:
        """Go to the next value."""
        event.stop()
        self.action_step(1)

    @property
    def cursor_on_screen(self) -> Offset:
        """The cell where the value begins: what the cursor of the terminal goes to."""
        return self.content_region.offset
