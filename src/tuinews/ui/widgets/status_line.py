"""The last line of the screen."""

from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.typeset.cells import cut_at_word, width
from tuinews.ui.widgets.status import Status
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.widgets.style_cache import StyleCache
from tuinews.ui.words.shown_keys import Hint, fitting

_MARGIN, _BETWEEN, _AND = 1, "   ", " · "
"""Cells at the left, what stands between two hints, and what between two facts."""

_SOME = 8
"""Cells below which the beginning of a second thing to say says nothing, and only "…" would stand."""


class StatusLine(StyleCache):
    """Draws a `Status`: what happens at the left, the position at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status-line--text",
        "status-line--message",
        "status-line--problem",
        "status-line--busy",
        "status-line--key",
        "status-line--hint",
    }

    status: var[Status] = var(Status, init=False)

    @dataclass
    class HintClicked(Message):
        """The hint of a command was clicked."""

        command_id: str

    def on_click(self, event: events.Click) -> None:
        """A click on a hint is its key, one on what failed lists it."""
        command_id = self._command_at(event.x)
        if command_id:
            self.post_message(self.HintClicked(command_id))

    def watch_status(self, old: Status, new: Status) -> None:
        """Say something else; where only the cursor moved, its place alone is painted."""
        if new.still and old.still and _facts(old) == _facts(new):
            return
        if replace(old, index=new.index, count=new.count) != new:
            self.refresh()
        elif old.position != new.position:
            cells = max(len(old.position), len(new.position)) + 2
            self.refresh(Region(self.size.width - cells, 0, cells, 1))

    def render_line(self, y: int) -> Strip:
        """The status line, in as many cells as there are."""
        text = self.look("status-line--text")
        right = self._right
        room = self._room
        segments = [Segment(" " * _MARGIN, text)]
        for words, name in self._parts(room):
            fitting = cut_at_word(words, room)
            segments.append(Segment(fitting, self.look(f"status-line--{name}")))
            room -= width(fitting)
            if not room or fitting != words:  # a cut may leave a cell, where a blank stood before the ellipsis
                break
        segments += [Segment(" " * (room + 1), text), Segment(right, text)]
        return strip_of(segments).adjust_cell_length(self.size.width, text)

    @property
    def _right(self) -> str:
        """The position, where what is said leaves room for it: that says what to do, and is gone in a moment."""
        right = self.status.position + " " if self.status.position else ""
        said = _AND.join(words for words, _name in _facts(self.status))
        return right if width(said) <= self.size.width - width(right) - 2 else ""

    @property
    def _room(self) -> int:
        """Cells for what happens, between the margin and the position."""
        return max(0, self.size.width - width(self._right) - 2)

    def _parts(self, room: int) -> list[tuple[str, str]]:
        """Words with the names of their looks; hints only where there is nothing to say."""
        said = _facts(self.status)
        if said:
            parts = said[:1]
            for fact in said[1:]:
                left = room - sum(width(words) for words, _name in parts) - width(_AND)
                if left < min(width(fact[0]), _SOME):
                    break
                parts += [(_AND, "text"), fact]
            return parts
        if self.status.asked:
            return [(fitting(self.status.asked, room), "hint")]
        parts = []
        for hint in self._hints(room):
            parts += [(_BETWEEN if parts else "", "hint"), (hint.key, "key"), (f" {hint.words}", "hint")]
        return parts

    def _hints(self, room: int) -> list[Hint]:
        """As many whole hints as there is room for, the last one, which leads to all keys, before the others."""
        if not self.status.hints:
            return []
        *others, last = self.status.hints
        room -= _cells(last)
        shown: list[Hint] = []
        for hint in others:
            room -= _cells(hint) + len(_BETWEEN)
            if room < 0:
                break
            shown.append(hint)
        return [*shown, last]

    def _command_at(self, x: int) -> str:
        """The command that is named at a cell, "" where none is."""
        left = _MARGIN
        facts = _facts(self.status)
        for words, _name in facts:
            if words == self.status.failures and left <= x < left + width(words):
                return "failures"
            left += width(words) + width(_AND)
        if facts or self.status.asked:
            return ""
        for hint in self._hints(self._room):
            if left <= x < left + _cells(hint):
                return hint.command_id
            left += _cells(hint) + len(_BETWEEN)
        return ""


def _cells(hint: Hint) -> int:
    return width(hint.key) + 1 + width(hint.words)


def _facts(status: Status) -> list[tuple[str, str]]:
    """What there is to say, with the names of its looks."""
    facts = [
        (status.typed, "message"),
        (clean_line(status.message), "problem" if status.problem else "message"),
        (status.selected, "message"),
        (status.waiting, "busy"),
        (status.refreshing, "busy"),
        (status.downloading, "busy"),
        (status.offline, "problem"),
        ("" if status.offline else clean_line(status.refresh_error), "problem"),
        (status.failures, "problem"),
        ("" if status.still else clean_line(status.account), "hint"),
    ]
    return [fact for fact in facts if fact[0]]
