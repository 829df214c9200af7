"""Whether the terminal's background is light: asked of the terminal, guessed from its environment until then."""

from collections.abc import Mapping

from textual.message import Message

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

ASK_FOR_BACKGROUND = "\x1b]11;?\x1b\\"
"""Asks for the background colour (ctlseqs, "Operating System Commands", Ps = 11)."""
ANSWER_SECONDS = 2.0
"""Seconds after which an answer comes too late: a screen that is being read does not change its colours."""

_ANSWER = late_pattern(rb"\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_LIGHT_NUMBERS = frozenset((7, *range(9, 16)))
"""The light ones of the sixteen colours."""


@dataclass
class BackgroundReported(Message):
    """The terminal has reported its background colour."""

    light: bool


def is_light_environment(environ: Mapping[str, str]) -> bool:
    """Whether COLORFGBG (rxvt, Konsole: `foreground;background`, numbers of the sixteen colours) says light."""
    number = environ.get("COLORFGBG", "").rpartition(";")[2]
    return number.isascii() and number.isdigit() and int(number[:3]) in _LIGHT_NUMBERS


def is_light_answer(answer: bytes) -> bool | None:
    """Whether an answer to the question reports a light background; None if it is another one."""
    found = _ANSWER.match(answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    # Rec. 709 without its curve is near enough: backgrounds are near black or near white.
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)
