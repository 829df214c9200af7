"""From a typed line to a command and what it is about."""

from collections.abc import Mapping, Sequence

from tuinews.cli.linear.words import program
from tuinews.cli.linear.words.table import WORDS, spoken_names
from tuinews.folding import fold
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LONGEST = 2000
"""Characters of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command by its English name, and the rest of the line; without a name, why there is none."""

    name: str
    rest: str = ""
    why: str = ""


def understood(line: str) -> CommandLine:
    """What a line asks for. Nothing is `more`, a number alone opens; marks and capitals make no difference."""
    line = clean_line(line, _LONGEST)
    if not line:
        return CommandLine("more")
    if line.isascii() and line.isdigit():
        return CommandLine("open", line)
    words = {fold(spoken): name for name, word in WORDS.items() for spoken in spoken_names(word)}
    folded = fold(line)
    whole = [spoken for spoken in words if folded == spoken or folded.startswith(f"{spoken} ")]
    if whole:
        spoken = max(whole, key=len)
        return CommandLine(words[spoken], _behind(line, len(spoken.split())))
    count, begun = _begun(folded.split(), words)
    # What is said every day goes before the rest.
    meant = [name for name in begun if WORDS[name].everyday] or begun
    if len(meant) == 1:
        return CommandLine(meant[0], _behind(line, count))
    shown = " ".join(line.split()[:count])[:40]
    if meant:
        return CommandLine(
            "", why=program.several(shown, ", ".join(spoken_names(WORDS[name])[1] for name in meant))
        )
    return CommandLine("", why=program.unknown(shown))


def _begun(typed: Sequence[str], words: Mapping[str, str]) -> tuple[int, list[str]]:
    """The commands that begin with the most words of a line, and how many words these are.

    The first word alone would say little in a language that writes a word in several: ten begin with "các".
    """
    longest = max(len(spoken.split()) for spoken in words)
    for count in range(min(len(typed), longest), 0, -1):
        start = " ".join(typed[:count])
        if begun := list(dict.fromkeys(name for spoken, name in words.items() if spoken.startswith(start))):
            return count, begun
    return 1, []


def _behind(line: str, words: int) -> str:
    return " ".join(line.split()[words:])
