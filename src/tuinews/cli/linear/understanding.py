"""From a typed line to a command and what it is about."""

from tuinews.cli.linear import phrases
from tuinews.folding import fold
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LONGEST = 2000
"""Characters of a line that are looked at."""

_YIELDING = frozenset(("note", "highlight", "highlights", "unhighlight"))
"""Commands that came later: the first letters of an older one go on meaning that one."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A command by its English name, and the rest of the line; without a name, why there is none."""

    name: str
    rest: str = ""
    why: str = ""


def understood(line: str) -> Understood:
    """What a line asks for. Nothing is `more`, a number alone opens; marks and capitals make no difference."""
    line = clean_line(line, _LONGEST)
    if not line:
        return Understood("more")
    if line.isascii() and line.isdigit():
        return Understood("open", line)
    words = {fold(spoken): name for name in phrases.command_names() for spoken in phrases.spoken_names(name)}
    folded = fold(line)
    whole = [spoken for spoken in words if folded == spoken or folded.startswith(f"{spoken} ")]
    if whole:
        spoken = max(whole, key=len)
        return Understood(words[spoken], _behind(line, len(spoken.split())))
    first = folded.split()[0]
    begun = dict.fromkeys(name for spoken, name in words.items() if spoken.startswith(first))
    older = [name for name in begun if name not in _YIELDING]
    meant = older if len(older) == 1 else list(begun)
    if len(meant) == 1:
        return Understood(meant[0], _behind(line, 1))
    shown = line.split()[0][:40]
    if begun:
        return Understood(
            "", why=phrases.several(shown, ", ".join(phrases.spoken_names(name)[1] for name in begun))
        )
    return Understood("", why=phrases.unknown(shown))


def _behind(line: str, words: int) -> str:
    return " ".join(line.split()[words:])
