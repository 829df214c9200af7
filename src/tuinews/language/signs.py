"""The signs that the program draws with: as it has them, or plain ones, which every font and every reader knows.

Plain are the signs of ASCII: no box drawing, no blocks, no bullets, an ellipsis of three full stops. Only what the
program itself draws is meant: what an article says keeps its letters.
"""

_BOXES = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺╼╾―",
    "|": "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▎▏▍▌▕▐",
    "+": "".join(map(chr, (*range(0x250C, 0x254C), *range(0x2552, 0x2574)))),
}
_BLOCKS = {" ": "▁▂▃▄▅▆▇▔░▒▓", "#": "█▉▊▋■▣▦"}
_BULLETS = {"*": "•★✱✓✔", "o": "●◉◦○", "-": "·‣⁃", ">": "▶▸→›", "<": "←‹", "^": "↑▲△", "v": "↓▼▽▾"}
_SIGNS = str.maketrans(
    {sign: plain for signs in (_BOXES, _BLOCKS, _BULLETS) for plain, all_ in signs.items() for sign in all_}
)
_ELLIPSIS = "…"

_plain = False


def choose_signs(plain: bool) -> None:
    """Draw with plain signs from now on, or with all."""
    global _plain
    _plain = plain


def ellipsis() -> str:
    """What stands in place of what is left out."""
    return "..." if _plain else _ELLIPSIS


def signed(message: str) -> str:
    """A message of our own with its signs as they are chosen; it may become longer."""
    return message.replace(_ELLIPSIS, "...") if _plain else message


def drawn_with_signs(text: str) -> str:
    """`text`, whatever it is of, with signs that are as wide as before."""
    return text.translate(_SIGNS) if _plain else text
