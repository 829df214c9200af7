"""What is written to the terminal, so that no terminal's own idea of a width moves what stands beside.

Terminals disagree about emoji of several characters (a thumb with a skin tone is two cells to one and four to the
next), about signs with a variation selector, about scripts whose letters join, and about what is newer than their
tables. So the cells of such a character are blanked, it is drawn over the blanks, and the cursor is set to where
Textual believes it to be: drawn too narrow, blanks are left; too wide, what follows is written over the rest.

CUP, CHA and CUB: ECMA-48, 8.3.21, 8.3.9 and 8.3.18; every terminal that Textual runs in has them.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from tuinews.late import late_pattern
from tuinews.typeset.cells import clusters, width

_UNSURE = late_pattern(
    "[\u0600-\u0605\u070f\u0900-\u0dff\u0f00-\u109f\u1100-\u11ff\u1700-\u1cff\u200c-\u200f\u20d0-\u20ff"
    "\u302a-\u302f\ua800-\uabff\ud7b0-\ud7ff\ufe00-\ufe0f\U00011000-\U00011fff\U00016f00-\U00016fff"
    "\U0001d100-\U0001d1ff\U0001f000-\U000e0fff]"
)
"""Characters, or parts of one, about whose width terminals disagree."""

_TOKEN = late_pattern(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[[0-?]*[ -/]*[@-~]|\x1b\].*?(?:\x1b\\|\x07)|\x1b.?|\n"
    r"|(?P<text>[^\x1b\n]+)",
    re.DOTALL,
)


def anchored(data: str) -> str:
    """A repaint with the cursor set anew behind every character of unsure width."""
    if not _UNSURE.search(data):
        return data
    return "".join(_Repaint(data).written())


def _apart(text: str) -> int:
    """The cells of `text` where each character is drawn for itself, skin tones too."""
    return sum(2 if "\U0001f3fb" <= one <= "\U0001f3ff" else cell_len(one) for one in text)


class _Repaint:
    """One repaint, followed from its cursor moves on. `column` is counted from 1, None if it is not known."""

    def __init__(self, data: str) -> None:
        self._tokens = list(_TOKEN.finditer(data))
        self._texts = [token["text"] or "" for token in self._tokens]
        self._column: int | None = None

    def written(self) -> Iterator[str]:
        """The repaint, piece by piece."""
        for number, token in enumerate(self._tokens):
            if token["column"]:
                self._column = int(token["column"])
            elif token[0] == "\n":
                self._column = None
            if token["text"] is None:
                yield token[0]
            elif self._column is None or not _UNSURE.search(self._texts[number]):
                self._column = None if self._column is None else self._column + cell_len(self._texts[number])
                yield self._texts[number]
            else:
                yield from self._text(number, self._column)

    def _text(self, number: int, column: int) -> Iterator[str]:
        """The text of a token that begins in `column`."""
        text = self._texts[number]
        end = column + cell_len(text)
        rest = clusters(text)
        while rest:
            one = rest.pop(0)
            cells = cell_len(one)
            if not _UNSURE.search(one):
                column += cells
                yield one
                continue
            room = max(0, width(one) - cells)
            if rest:
                cells += self._taken(rest, room)
            else:
                behind = self._taken_behind(number, room)
                cells, end = cells + behind, end + behind
            one = one if _apart(one) <= cells or self._follow(number, rest, one) else one[0]
            column += cells
            back = f"\x1b[{cells}D" if cells else ""
            yield f"{' ' * cells}{back}{one}\x1b[{column}G"
        if column != end:  # a joiner that hides a letter from Textual
            yield f"\x1b[{end}G"
        self._column = end

    def _taken(self, rest: list[str], room: int) -> int:
        """The blanks, at most `room`, that stand next in `rest` to be drawn over; they are taken out."""
        taken = 0
        while taken < room and rest and rest[0] == " ":
            rest.pop(0)
            taken += 1
        return taken

    def _taken_behind(self, number: int, room: int) -> int:
        """The same of the next text, which may have another style."""
        behind = self._next_text(number)
        if behind is None:
            return 0
        text = self._texts[behind]
        taken = min(room, len(text) - len(text.lstrip(" ")))
        self._texts[behind] = text[taken:]
        return taken

    def _next_text(self, number: int) -> int | None:
        for behind in range(number + 1, len(self._tokens)):
            if self._tokens[behind]["column"] or self._tokens[behind][0] == "\n":
                return None
            if self._tokens[behind]["text"]:
                return behind
        return None

    def _follow(self, number: int, rest: list[str], one: str) -> bool:
        """Whether enough follows in this line to be written over what `one` takes too much."""
        needed = _apart(one) - cell_len(one) - sum(map(cell_len, rest))
        behind = self._next_text(number)
        while needed > 0 and behind is not None:
            needed -= cell_len(self._texts[behind])
            behind = self._next_text(behind)
        return needed <= 0
