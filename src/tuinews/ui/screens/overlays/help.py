"""The help: every key, made from the table of `keys` with the user's own changes."""

from collections.abc import Callable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tuinews.folding import fold
from tuinews.language import _
from tuinews.typeset.cells import width
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import CommandGroup, shown_keys
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.entries.entry_row import ANNOTATED, KEPT, NEW, RETITLED, STAR, UNREAD
from tuinews.ui.widgets.fields.line_input import LineInput
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.source_list import FAILED
from tuinews.ui.widgets.text_page import TextPage, TextPageLine
from tuinews.ui.words import overlays

_KEY_CELLS, _MARGINS = 14, 8
_INDENT = (" ", "words")
MOVES = {"up": Motion.UP, "down": Motion.DOWN, "pageup": Motion.PAGE_UP, "pagedown": Motion.PAGE_DOWN}
"""The keys that move while a text is typed."""


class HelpScreen(TextScreen):
    """The keys, over the reading screen; the key that searches finds one of them by its words."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(keymap, _(overlays.HELP_TITLE), help_lines(keymap))

    def compose(self) -> ComposeResult:
        """A title, what is typed to find, and the keys."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="text-page-title", classes="-active")
            typed = LineInput(placeholder=_(overlays.HELP_FIND), compact=True)
            typed.display = False
            yield typed
            yield TextPage(self._lines, id="text-page")

    @property
    def note(self) -> str:
        """How it is searched and closed; the latter alone if there is no room for both."""
        keys = overlays.help_keys(self._keymap)
        room = self.app.size.width - _MARGINS - width(_(overlays.HELP_TITLE))
        return keys if width(keys) <= room else super().note

    def takes(self, event: events.Key) -> bool:
        """Ask what to find; scroll by the arrows alone while that is typed."""
        typed = self.query_one(LineInput)
        if typed.has_focus:
            motion = MOVES.get(event.key)
            if motion is not None:
                self.query_one(TextPage).move(motion)
            return motion is not None
        if event.key not in self._search_keys:
            return False
        typed.display = True
        typed.focus()
        return True

    def awaited(self, key: str) -> Callable[[], bool] | None:
        """The key that searches asks what to find."""
        typed = self.query_one(LineInput)
        return (lambda: typed.has_focus) if key in self._search_keys and not typed.has_focus else None

    @property
    def _search_keys(self) -> tuple[str, ...]:
        return self._keymap.command("search").each

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self.query_one(TextPage).show(found_lines(self._lines, event.value))

    @on(Input.Submitted)
    def _keep_found(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(LineInput).display = bool(event.value.strip())
        self.query_one(TextPage).focus()

    def action_close(self) -> None:
        """Show all keys again where some were found, else go back."""
        typed = self.query_one(LineInput)
        if not typed.display:
            super().action_close()
            return
        typed.value, typed.display = "", False
        self.query_one(TextPage).focus()


def help_lines(keymap: Keymap) -> list[TextPageLine]:
    """The lines of the help: a heading a group, a line a command, the signs of the list."""
    lines: list[TextPageLine] = []
    for group in CommandGroup:
        lines += [(), ((f" {_(group.value)}", "heading"),)]
        for command in keymap.commands:
            if command.group is group:
                keys = shown_keys(command.each) or keymap.key(command.id)
                lines.append(((f"   {keys:<{_KEY_CELLS}} ", "key"), (command.words, "words")))
    lines += [(), ((f" {_(overlays.SIGNS)}", "heading"),)]
    for sign, words in (
        (UNREAD, _(overlays.UNREAD_SIGN)),
        (NEW, _(overlays.NEW_SIGN)),
        (STAR, _(overlays.STAR_SIGN)),
        (KEPT, _(overlays.SAVED_SIGN)),
        (ANNOTATED, _(overlays.ANNOTATED_SIGN)),
        (RETITLED, _(overlays.RETITLED_SIGN)),
        ("+4", _(overlays.STORY_SIGN)),
        (FAILED, _(overlays.FAILED_SIGN)),
        ("[3]", _(overlays.LINK_SIGN)),
    ):
        lines.append(((f"   {sign:<{_KEY_CELLS}} ", "key"), (words, "words")))
    lines.append(())
    return lines


def found_lines(lines: Sequence[TextPageLine], typed: str) -> Sequence[TextPageLine]:
    """The lines in which a word begins with each word of `typed`, under the headings of their groups.

    One sign is a key: where there is such a key, its line alone is found, and its capital is meant.
    """
    wanted = typed.split()
    if not wanted:
        return lines
    if len(typed.strip()) == 1 and (keys := _grouped(lines, lambda line: wanted[0] in line[0][0].split())):
        return keys
    needles = [fold(word) for word in wanted]
    nothing: list[TextPageLine] = [(), (_INDENT, (_(overlays.NOTHING_MATCHES), "words"))]
    return _grouped(lines, lambda line: _holds(line, needles)) or nothing


def _grouped(lines: Sequence[TextPageLine], found: Callable[[TextPageLine], bool]) -> list[TextPageLine]:
    """The lines that are found, each group under its heading."""
    kept: list[TextPageLine] = []
    heading: TextPageLine = ()
    for line in lines:
        if line and line[0][1] == "heading":
            heading = line
        elif line and found(line):
            kept += [(), heading, line] if heading else [line]
            heading = ()
    return kept


def _holds(line: TextPageLine, needles: Sequence[str]) -> bool:
    words = fold(" ".join(text for text, _look in line)).split()
    return all(any(word.startswith(needle) for word in words) for needle in needles)
