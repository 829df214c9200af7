"""Collect the messages of the program into its catalogues: `python docs/catalogue.py`. Stale ones fail the tests.

What `_`, `ngettext` and `N_` mark in the sources is looked for in their syntax trees. A catalogue keeps its
translations; a new message has none yet, one that is gone leaves. Begin another language by its two-letter code:
`python docs/catalogue.py fr`.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tuinews.language.po import Message, read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "tuinews"
CATALOGUES = SOURCE / "language" / "catalogues"
_MARKS = ("_", "N_", "ngettext")
_MARKED = re.compile(r"\b(?:_|N_|ngettext)\s*\(")
"""What a file with messages has somewhere: few have any, and to read the others is most of the time."""

_HEADER = Message(
    "",
    forms=(
        "Project-Id-Version: tuinews\n"
        "Language: {code}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        "Plural-Forms: nplurals=2; plural=(n != 1);\n",
    ),
)
"""Of a catalogue that is begun; its plural forms are for whoever translates it to set right."""


def marked(path: Path) -> Iterator[Message]:
    """The messages of a file, in its order. Raises ValueError for one that cannot be read without running it."""
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)) if _MARKED.search(text) else ():
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS):
            continue
        texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if node.func.id == "ngettext" and len(texts) >= 2:
            yield Message(str(texts[0]), str(texts[1]), places=(_place(path),))
        elif node.func.id != "ngettext" and texts and texts[0]:
            yield Message(str(texts[0]), places=(_place(path),))
        elif any(isinstance(argument, ast.JoinedStr) for argument in node.args) or node.func.id != "_":
            raise ValueError(f"{path}, line {node.lineno}: a message is one plain string")


def messages() -> list[Message]:
    """All messages, each once, by the files that say them."""
    found: dict[str, Message] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for one in marked(path):
            known = found.get(one.id, one)
            places = dict.fromkeys((*known.places, *one.places))
            found[one.id] = replace(known, plural=known.plural or one.plural, places=tuple(places))
    return list(found.values())


def updated(catalogue: str) -> str:
    """The text of a catalogue with the messages that there are now, its translations kept."""
    known = {one.id: one for one in read_po(catalogue)}
    header = known[""]
    forms = int(header.forms[0].partition("nplurals=")[2].partition(";")[0])
    return write_po([header, *(_with_translation(one, known.get(one.id), forms) for one in messages())])


def _with_translation(message: Message, known: Message | None, forms: int) -> Message:
    if known is None or bool(known.plural) != bool(message.plural):
        return replace(message, forms=("",) * (forms if message.plural else 1))
    return replace(message, forms=known.forms, fuzzy=known.fuzzy)


def _place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def main(codes: list[str]) -> int:
    """Bring every catalogue up to date, and begin those of `codes`; name what has no translation yet."""
    for code in codes:
        path = CATALOGUES / f"{code}.po"
        if not path.exists():
            path.write_text(write_po([replace(_HEADER, forms=(_HEADER.forms[0].format(code=code),))]), "utf-8")
    for path in sorted(CATALOGUES.glob("*.po")):
        text = updated(path.read_text("utf-8"))
        path.write_text(text, "utf-8")
        missing = [one.id for one in read_po(text) if not all(one.forms)]
        print(f"{path.name}: {len(missing)} without a translation", *missing[:20], sep="\n  ")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
