"""The notices: what was said at the start, as a list that one can go back to."""

from collections.abc import Sequence

from tuinews.language import _
from tuinews.text import clean_line
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.overlays.text_screen import TextScreen
from tuinews.ui.widgets.text_page import TextPageLine
from tuinews.ui.words import overlays


class NoticesScreen(TextScreen):
    """What the settings and the library had to say, over the reading screen."""

    def __init__(self, keymap: Keymap, notices: Sequence[str]) -> None:
        super().__init__(keymap, _(overlays.NOTICES_TITLE), notice_lines(notices))


def notice_lines(notices: Sequence[str]) -> list[TextPageLine]:
    """A paragraph a notice."""
    lines: list[TextPageLine] = []
    for notice in notices or (_(overlays.NO_NOTICES),):
        lines += [(), ((" • ", "key"), (clean_line(notice, 2000), "words"))]
    return [*lines, ()]
