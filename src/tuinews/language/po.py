"""gettext's catalogues: .po as translators write it, .mo as programs read it (GNU gettext manual, 3 and 10.3).

The build compiles each .po into the .mo that is installed; what runs from its sources does so at its start.
Contexts (`msgctxt`) are not used, and not read.
"""

import ast
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass  # the build loads this file alone, where nothing of tuinews is installed

_MAGIC = 0x950412DE
"""Begins a compiled catalogue (GNU gettext manual, "The Format of GNU MO Files")."""

_HEADER = 28
"""Bytes before the first table of a .mo."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: `id`, its plural form ("" where it has none), and its forms in the catalogue's language.

    `id` is "" for the header. `places` are the files that say it; `fuzzy` says that it is to be looked over again.
    """

    id: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    fuzzy: bool = False


def read_po(text: str) -> tuple[Message, ...]:
    """The messages of a .po, its header first; entries that are obsolete (`#~`) are left out.

    Raises ValueError for a line that is none of a catalogue.
    """
    return tuple(_message(block) for block in _blocks(text))


def compiled(messages: Iterable[Message]) -> bytes:
    """The .mo of these messages; those without a translation, and those that are fuzzy, are left out."""
    pairs = sorted(
        ("\0".join(filter(None, (one.id, one.plural))).encode(), "\0".join(one.forms).encode())
        for one in messages
        if all(one.forms) and one.forms and not (one.fuzzy and one.id)
    )
    starts = _HEADER + 16 * len(pairs)
    tables: list[int] = []
    for texts in ([source for source, _ in pairs], [target for _, target in pairs]):
        for text in texts:
            tables += [len(text), starts]
            starts += len(text) + 1
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), _HEADER, _HEADER + 8 * len(pairs), 0, 0)
    body = b"".join(text + b"\0" for column in zip(*pairs, strict=True) for text in column)
    return head + struct.pack(f"<{len(tables)}I", *tables) + body


def _blocks(text: str) -> Iterator[list[str]]:
    """The lines of each entry; a blank line ends one."""
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            if any(not one.startswith("#") for one in block):
                yield block
            block = []


def _message(lines: list[str]) -> Message:
    fields: dict[str, str] = {}
    places: list[str] = []
    fuzzy = False
    name = ""
    for line in lines:
        if line.startswith("#"):
            places += line[2:].split() if line.startswith("#:") else []
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        text = line
        if not line.startswith('"'):
            name, _, text = line.partition(" ")
        if not name.startswith("msg") or not text.startswith('"'):
            raise ValueError(f"this is no line of a catalogue: {line}")
        fields[name] = fields.get(name, "") + ast.literal_eval(text)
    forms = tuple(value for key, value in fields.items() if key.startswith("msgstr"))
    return Message(fields["msgid"], fields.get("msgid_plural", ""), forms, tuple(places), fuzzy)


def write_po(messages: Iterable[Message]) -> str:
    """The .po of these messages, as `read_po` reads it."""
    return "\n".join(map(_entry, messages))


def _entry(message: Message) -> str:
    lines = [f"#: {place}" for place in message.places] + (["#, fuzzy"] if message.fuzzy else [])
    lines += _field("msgid", message.id)
    if message.plural:
        lines += _field("msgid_plural", message.plural)
        for number, form in enumerate(message.forms):
            lines += _field(f"msgstr[{number}]", form)
    else:
        lines += _field("msgstr", message.forms[0] if message.forms else "")
    return "\n".join(lines) + "\n"


def _field(name: str, text: str) -> list[str]:
    """A field on one line; on several where it has several, as the header has."""
    parts = text.splitlines(keepends=True) if "\n" in text else [text]
    return [f'{name} ""', *map(_quoted, parts)] if len(parts) > 1 else [f"{name} {_quoted(text)}"]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
