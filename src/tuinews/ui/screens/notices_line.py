"""What is said at the start, on the one line that there is for it."""

from collections.abc import Sequence

from tuinews.text import clean_line
from tuinews.typeset.cells import width
from tuinews.ui.keymap import Keymap
from tuinews.ui.words import messages

_BESIDES = 10
"""Cells of the status line that are kept for the position in the list."""


def notices_line(notices: Sequence[str], keymap: Keymap, cells: int) -> str:
    """The notices on a line of `cells`; where they do not fit, what they are of and how to see them."""
    whole = " · ".join(notices)
    if len(notices) < 2 or width(whole) < cells - _BESIDES:
        return whole
    if keymap.misunderstood:
        settings = ", ".join(clean_line(one, 30) for one in keymap.misunderstood)
        return messages.ignored_keys(settings, keymap)
    return messages.more_notices(len(notices), notices[0], keymap)
