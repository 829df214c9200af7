"""How many lines a row has, and how its title is broken into them."""

from functools import lru_cache

from textual.geometry import Size

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.breaks import collapse, stretches
from tuinews.typeset.cells import cut, width

MARGIN = 3
"""The cells before a title: the bar of the open article, the mark of an unread one, a blank."""

ONE_LINE_FROM, TWO_LINES_FROM = 90, 50
"""The cells for a title from which one line, and two, hold 95 of 100 headlines of the press whole."""

_LOW = 14
"""Lines of a list under which a row has two at most, or there would be too few of them."""


@dataclass(frozen=True, slots=True)
class TitleLines:
    """A title broken into lines; `shared` says that the last one is the row's last, where source and age stand."""

    lines: tuple[str, ...]
    shared: bool


SUMMARY = "summary"
"""The value of the setting `rows` with which a row has the summary too."""
SUMMARY_TITLE = 3
"""Lines of such a row that a title may take, the end of which source and age share."""
_WITH_SUMMARY = 5
"""Lines of a row with its summary."""

_BY_SETTING = {"one": 1, "two": 2, SUMMARY: _WITH_SUMMARY}


def row_height(size: Size, beside: int, form: str = "auto") -> int:
    """The lines of a row in a list of `size`; `beside` are the cells that a single line gives away."""
    if form in _BY_SETTING:
        return max(1, min(_BY_SETTING[form], size.height))
    if size.width - MARGIN - beside >= ONE_LINE_FROM:
        return 1
    return 2 if size.width - MARGIN >= TWO_LINES_FROM or size.height < _LOW else 3


@lru_cache(512)
def title_lines(title: str, room: int, height: int, tail: int) -> TitleLines:
    """`title` in at most `height` lines of `room` cells, the last of which leaves `tail` cells free.

    What has no room is cut between clusters, an ellipsis in its place. Remembered for some screenfuls: under the
    cursor a row is drawn anew in other colours.
    """
    text = collapse(title)
    found = stretches(text, room)
    lines = [text[part.start : part.end] for part in found[: height - 1]]
    shared = len(found) >= height
    if shared:
        lines.append(cut(text[found[height - 1].start :], max(1, room - tail)))
    return TitleLines(tuple(lines), shared)


def filled(text: str, cells: int) -> str:
    """`text` in exactly `cells` cells, cut where it is wider."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))
