"""What is said at the start, on the one line that there is for it."""

from collections.abc import Sequence

from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.words import messages

_BESIDES = 10
"""Cells of the status line that are kept for the position in the list."""


def all_notices(context: AppContext, keymap: Keymap, library: LibraryProtocol | None) -> tuple[str, ...]:
    """What there is to know at the start: of the settings, of the keys, of the library."""
    file = context.settings_file.name if context.settings_file else ""
    of_settings = (problem.said(file) for problem in context.settings_problems)
    return (*of_settings, *keymap.problems, *(library.notices if library else ()))


def notices_line(notices: Sequence[str], context: AppContext, keymap: Keymap, cells: int) -> str:
    """The notices on a line of `cells`; where they do not fit, what is ignored, and how to see why."""
    whole = " · ".join(notices)
    if len(notices) < 2 or width(whole) < cells - _BESIDES:
        return whole
    ignored = (*(problem.called for problem in context.settings_problems), *keymap.misunderstood)
    if ignored:
        settings = cut(", ".join(clean_line(one, 30) for one in ignored), max(10, cells // 2))
        return messages.ignored_keys(settings, keymap)
    return messages.more_notices(len(notices), notices[0], keymap)
