"""A list to choose from: of commands, of sources, of ways to begin."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip

from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.typeset.cells import cut_at_word, width
from tuinews.ui.widgets.pane import Motion, Pane, stepped
from tuinews.ui.widgets.strips import strip_of

_UNMARKED = "  "
_SHORT_NOTE, _LEAST_NOTE, _LEAST_WORDS = 12, 8, 18
"""Cells of a note that stays whole beside words that are cut; that a longer one needs; that such words keep."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: its `value` is the chooser's own; a row with the value None is a heading and cannot be chosen."""

    value: object
    words: str
    note: str = ""
    key: str = ""


class Choices(Pane):
    """Rows with a cursor, some of them perhaps marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--words",
        "choices--note",
        "choices--key",
        "choices--heading",
        "choices--cursor",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        value: object

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.choices: tuple[Choice, ...] = ()
        self.marked: set[object] = set()
        self._index = 0
        self.moved = False
        """Whether the cursor has been moved among what is offered now."""

    @property
    def current(self) -> object:
        """The value of the row under the cursor, None if there is none."""
        return self.choices[self._index].value if self._index < len(self.choices) else None

    @property
    def cut_words(self) -> str:
        """The whole words of the row under the cursor where they have no room in it, else nothing."""
        if self._index >= len(self.choices) or not self.line_width:
            return ""
        choice = self.choices[self._index]
        room = max(1, self.line_width - len(_UNMARKED) - width(self._key_column(choice.key)) - 2)
        words = clean_line(choice.words)
        return "" if _side_by_side(words, clean_line(choice.note), room)[0] == words else words

    @property
    def cursor_cell(self) -> Offset:
        """The first cell of the words under the cursor."""
        return Offset(1 + len(_UNMARKED) + len(self._key_column("")), self._index - self.scroll_offset.y)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show other rows, with the cursor on the first that can be chosen."""
        self.choices = tuple(choices)
        # What is said of there being none stands under the title, not at the foot of an empty page.
        self.set_class(not self.choices, "-empty")
        self.moved = False
        self._index = next((n for n, choice in enumerate(self.choices) if choice.value is not None), 0)
        self.virtual_size = Size(self.line_width, len(self.choices))
        self.jump(0)
        self.refresh()

    def go_to(self, value: object) -> None:
        """Put the cursor on the row of a value, where there is one, and bring it into sight."""
        self._index = next((n for n, choice in enumerate(self.choices) if choice.value == value), self._index)
        if self._index >= self.scroll_offset.y + self.page:
            self.jump(self._index - self.page + 1)
        self.refresh()

    def renew(self, choices: Sequence[Choice]) -> None:
        """Show what the same rows say now, the cursor on the value where it is."""
        here = self.current
        self.choices = tuple(choices)
        self.set_class(not self.choices, "-empty")
        places = [(n, choice.value) for n, choice in enumerate(self.choices) if choice.value is not None]
        first = places[0][0] if places else 0
        self._index = next((n for n, value in places if value == here), first)
        self.virtual_size = Size(self.line_width, len(self.choices))
        self.refresh()

    def toggle(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next."""
        if self.current is not None:
            self.marked ^= {self.current}
            self.move(Motion.DOWN)
            self.refresh()

    def move(self, motion: Motion, times: int = 0) -> None:
        """Move the cursor, over headings."""
        if not self.choices:
            return
        self.moved = True
        aim = stepped(self._index, motion, len(self.choices), self.page, times)
        ahead = range(aim, -1, -1) if aim < self._index else range(aim, len(self.choices))
        behind = range(aim, self._index, 1 if aim < self._index else -1)
        rows = (index for index in (*ahead, *behind) if self.choices[index].value is not None)
        before, self._index = self._index, next(rows, self._index)
        if before != self._index:
            self.post_message(self.Moved())
        top = 0 if self._is_first else self._index
        if top < self.scroll_offset.y:
            self.jump(top)
        elif self._index >= self.scroll_offset.y + self.page:
            self.jump(self._index - self.page + 1)
        self.paint_step(before, self._index)

    @property
    def _is_first(self) -> bool:
        """Whether nothing can be chosen above the cursor, but headings may stand there."""
        return all(choice.value is None for choice in self.choices[: self._index])

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def fit(self) -> None:
        """Draw for another size, in which the row under the cursor is in sight."""
        self.virtual_size = Size(self.line_width, len(self.choices))
        if self._index >= self.scroll_offset.y + self.page > 0:
            self.jump(self._index - self.page + 1)
        elif self._index < self.page and self._is_first:
            self.jump(0)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        index = int(event.y) + self.scroll_offset.y
        if 0 <= index < len(self.choices) and self.choices[index].value is not None:
            self._index = index
            self.refresh()
            self.post_message(self.Moved())
            self.choose()

    def render_line(self, y: int) -> Strip:
        """One row."""
        index = y + self.scroll_offset.y
        words = self.look("choices--words")
        if index >= len(self.choices):
            return self.blank(words)
        choice = self.choices[index]
        if choice.value is None:
            heading = [
                Segment(" " + cut_at_word(choice.words, self.line_width - 2), self.look("choices--heading"))
            ]
            return strip_of(heading).adjust_cell_length(self.line_width, words)
        segments = self._segments(choice)
        if index == self._index:
            segments = list(Segment.apply_style(segments, post_style=self.look("choices--cursor")))
        return strip_of(segments).adjust_cell_length(self.line_width, words)

    def _segments(self, choice: Choice) -> list[Segment]:
        mark = "✓ " if choice.value in self.marked else _UNMARKED
        key = self._key_column(choice.key)
        room = max(1, self.line_width - len(mark) - width(key) - 2)
        words, note = _side_by_side(clean_line(choice.words), clean_line(choice.note), room)
        gap = " " * (room - width(words) - width(note))
        return [
            Segment(" " + mark + key, self.look("choices--key")),
            Segment(words + gap, self.look("choices--words")),
            Segment(note + " ", self.look("choices--note")),
        ]

    def _key_column(self, key: str) -> str:
        """A key before the words, in a column that is as wide as the widest; none where no row has one."""
        cells = max((len(choice.key) for choice in self.choices), default=0)
        return f"{key:<{cells}}  " if cells else ""


def _side_by_side(words: str, note: str, room: int) -> tuple[str, str]:
    """Words and note as they find room: the words come first, but a short note (a count, a key) is not cut."""
    beside = room - width(note) - 2 if note else room
    if width(words) <= beside or (width(note) <= _SHORT_NOTE and beside >= _LEAST_WORDS):
        return cut_at_word(words, beside), note
    words = cut_at_word(words, room)
    left = room - width(words) - 2
    return words, cut_at_word(note, left) if left >= _LEAST_NOTE else ""
