"""The signs that the program draws with: as it has them, plain ones that every font knows, or none to be heard.

Plain are the signs of ASCII: no box drawing, no blocks, no bullets, an ellipsis of three full stops. Only what the
program itself draws is meant: what an article says keeps its letters.
"""

from enum import Enum

_BOXES = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾―",
    "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▎▏▍▌▕▐",
    "+": "".join(map(chr, (*range(0x250C, 0x254C), *range(0x2552, 0x2574)))),
}
_BLOCKS = {" ": "▁▂▃▄▅▆▇▀▔░▒▓▖▗▘▙▚▛▜▝▞▟", "#": "█▉▊▋■▣▦◆", "=": "≠"}
_BULLETS = {"*": "•★✱✓✔", "o": "●◉◦○", "-": "·‣⁃", ">": "▶▸→›", "<": "←‹", "^": "↑▲△", "v": "↓▼▽▾", '"': "✎"}
_SIGNS = str.maketrans(
    {sign: plain for signs in (_BOXES, _BLOCKS, _BULLETS) for plain, all_ in signs.items() for sign in all_}
)
_ARROWS = "←↑→↓"
"""Signs that stand for keys, whose names say something."""
_BLANKS = {sign: " " for sign in _SIGNS if chr(sign) not in _ARROWS}
_ARROW_KEYS = {"←": "Left", "↑": "Up", "→": "Right", "↓": "Down"}
"""What stands on the keys; in ASCII the signs `<`, `>`, `^` and `v` would be other keys."""
_ELLIPSIS = "…"


class Signs(Enum):
    """All of them; plain ones of ASCII; none, where a screen reader would say the name of each."""

    ALL = "all"
    PLAIN = "plain"
    NONE = "none"


_signs = Signs.ALL


def choose_signs(signs: Signs) -> None:
    """Draw with these signs from now on."""
    global _signs
    _signs = signs


def ellipsis() -> str:
    """What stands in place of what is left out."""
    return _ELLIPSIS if _signs is Signs.ALL else "..."


def signed(message: str) -> str:
    """A message of our own with its signs as they are chosen; it may become longer."""
    if _signs is Signs.PLAIN:
        for arrow, name in _ARROW_KEYS.items():
            message = message.replace(arrow, name)
    return message if _signs is Signs.ALL else message.replace(_ELLIPSIS, "...")


def drawn_with_signs(text: str) -> str:
    """`text`, whatever it is of, with signs that are as wide as before."""
    if _signs is Signs.ALL:
        return text
    return text.translate(_SIGNS if _signs is Signs.PLAIN else _BLANKS)
