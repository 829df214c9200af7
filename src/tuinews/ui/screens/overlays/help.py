"""The help: every key, made from the table of `keys` with the user's own changes."""

from tuinews.language import _
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import CommandGroup, shown_keys
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.entries.entry_row import ANNOTATED, KEPT, NEW, RETITLED, STAR, UNREAD
from tuinews.ui.widgets.source_list import FAILED
from tuinews.ui.widgets.text_page import TextPageLine
from tuinews.ui.words import overlays

_KEY_CELLS = 14


class HelpScreen(TextScreen):
    """The keys, over the reading screen."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(keymap, _(overlays.HELP_TITLE), help_lines(keymap))


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
