"""Pictures that the terminal itself draws: kitty's graphics protocol, by its "Unicode placeholders".

The picture is sent once, with a number (https://sw.kovidgoyal.net/kitty/graphics-protocol/). Where it is to
stand, cells hold U+10EEEE with two marks, its row and its column, in the colour of that number: to everybody else
they are cells like all others, which scroll, are covered and are cleared.
"""

import base64
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from textual.message import Message

from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

PLACEHOLDER = "\U0010eeee"
ASKED_SECONDS = 0.5
"""Seconds in which a terminal that knows the protocol has answered; pictures wait for it once, at the first."""

CHUNK = 4096
"""Bytes of base64 in one command, as the specification allows."""

NUMBERS = range(32, 256)
"""Numbers of pictures: as colours they are cells of 256 colours, none of them the user's own sixteen."""

_QUESTION = 4207
"""The id of the picture that is asked about, which the answer repeats."""

_ANSWER = late_pattern(rb"_Gi=%d[^;]*;OK" % _QUESTION)
_ASK_FOR_NAME = "\x1b[>q"
"""Asks what the terminal is and of which version (ctlseqs, XTVERSION)."""
_NAME = late_pattern(rb"P>\|(.*)", re.DOTALL)
_VERSION = late_pattern(rb"\W*(\d+)\.(\d+)")
_WITH_PLACEHOLDERS = {b"kitty": (0, 28), b"ghostty": (0, 0)}
"""Terminals that know placeholders, and since which version: kitty's changelog, Ghostty's pull request 2015."""

_BEGIN_UPDATE, _END_UPDATE = "\x1b[?2026h", "\x1b[?2026l"
_FUSED = frozenset((*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x313, 0x314, 0x342, 0x653, 0x654))
"""Marks that normalization fuses with the letter before them."""
_LAST_MARK = 0x82D
"""The last mark that is used: what lies behind it in the specification's list has cells of its own to some."""

_NO_STRINGS = ("linux", "screen", "tmux")
"""Beginnings of a TERM in which the question would be shown, or taken for a title."""


@dataclass
class KittyAnswered(Message):
    """The terminal has answered that it knows the protocol, and with its name whether placeholders, too."""

    has_placeholders: bool


def is_answer(answer: bytes) -> bool:
    """Whether an answer of the terminal says that it can."""
    return _ANSWER.match(answer) is not None


def name_in(answer: bytes) -> bytes | None:
    """The name and version of the terminal, None if an answer is another one."""
    found = _NAME.match(answer)
    return found[1] if found else None


def has_placeholders(name: bytes) -> bool:
    """Whether a terminal that draws pictures draws them in cells, by its name and version; one without may.

    The protocol is older than its placeholders: WezTerm, Konsole and kitty before 0.28 put the picture where the
    cursor is, and boxes in its cells. So of those that say their name the ones alone that are known to have them.
    """
    name = name.strip().lower()
    if not name:
        return True
    for known, since in _WITH_PLACEHOLDERS.items():
        if name.startswith(known):
            version = _VERSION.match(name, len(known))
            return since <= ((int(version[1]), int(version[2])) if version else (0, 0))
    return False


def question() -> str:
    """Asks what the terminal is, and whether it knows the protocol: a picture of one pixel, which it checks and
    does not keep. It answers in this order.
    """
    return _ASK_FOR_NAME + _command(f"i={_QUESTION},s=1,v=1,a=q,t=d,f=24", "AAAA")


def may_be_asked(environ: Mapping[str, str]) -> bool:
    """Whether a terminal of this environment passes over the question where it does not know it.

    tmux and GNU screen take it for a title, Linux's console and Apple's Terminal print it.
    """
    term = environ.get("TERM", "").lower()
    inside = environ.get("TMUX") or environ.get("STY")
    return not (inside or term.startswith(_NO_STRINGS) or environ.get("TERM_PROGRAM") == "Apple_Terminal")


def sent(number: int, png: bytes, columns: int, rows: int) -> Iterator[str]:
    """The commands that give a picture to the terminal, and a virtual place of that many cells."""
    data = base64.b64encode(png).decode("ascii")
    for start in range(0, len(data), CHUNK):
        more = int(start + CHUNK < len(data))
        first = f"a=t,f=100,t=d,i={number}," if start == 0 else ""
        yield _command(f"{first}q=2,m={more}", data[start : start + CHUNK])
    yield _command(f"a=p,U=1,i={number},c={columns},r={rows},q=2")


def deleted(number: int) -> str:
    """The command that takes a picture and its places from the terminal."""
    return _command(f"a=d,d=I,i={number},q=2")


def in_one_update(commands: Iterator[str], in_tmux: bool) -> str:
    """Commands as one write, of which nothing is painted until its end; inside tmux handed on to its terminal."""
    return _BEGIN_UPDATE + "".join(map(_through_tmux, commands) if in_tmux else commands) + _END_UPDATE


def placeholders(row: int, columns: int) -> str:
    """The cells of one row of a picture; without a mark, a column goes on from the cell before it."""
    marks = _marks()
    own = marks[min(row, len(marks) - 1)]
    return "".join(f"{PLACEHOLDER}{own}{marks[c] if c < len(marks) else ''}" for c in range(columns))


def most_rows() -> int:
    """The rows that can be told apart."""
    return len(_marks())


@cache
def _marks() -> str:
    """The specification's marks for rows and columns, in their order, as far as they are used.

    Its list is that of Unicode 6.0: marks above (class 230) that neither decompose nor fuse. No version since has
    added any in this range.
    """
    return "".join(
        chr(code)
        for code in range(0x300, _LAST_MARK + 1)
        if unicodedata.combining(chr(code)) == 230
        and unicodedata.category(chr(code)) == "Mn"
        and not unicodedata.decomposition(chr(code))
        and code not in _FUSED
    )


def _command(control: str, payload: str = "") -> str:
    return f"\x1b_G{control}{';' if payload else ''}{payload}\x1b\\"


def _through_tmux(command: str) -> str:
    """tmux(1), allow-passthrough: every escape of what is handed on is doubled."""
    return f"\x1bPtmux;{command.replace(chr(27), chr(27) * 2)}\x1b\\"
