"""The links of an export in HTML, in their order, each with the headings and folders above it.

A scanner of tags and not a parser: these files close nothing (`<DT>`, `<p>`), and selectolax has one owner, which
this room does not know.
"""

import html
import re
from collections.abc import Iterator, Mapping

from tuinews.quick_dataclass import dataclass

_MARKUP = re.compile(
    r"<(/?)(a|h[1-6]|dl|dd|dt|ul|ol|title)\b((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/<>]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++))")
_TAG = re.compile(r"<[^<>]*+>")
_LONGEST = 5000
"""Characters of a heading, a title or a description that are looked at."""

MOST_LINKS = 500_000
"""Links of one file that are read."""


@dataclass(frozen=True, slots=True)
class ExportedLink:
    """An `<a>`: its attributes by their names in lower case, its text, the description behind it.

    `heading` is the nearest heading above it, `folders` those whose lists it stands in; an attribute of a folder's
    heading says what kind of folder it is.
    """

    attributes: Mapping[str, str]
    text: str
    heading: str = ""
    folders: tuple["FolderHeading", ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class FolderHeading:
    """A heading with its attributes."""

    text: str
    attributes: Mapping[str, str]


def links(text: str) -> Iterator[ExportedLink]:
    """The links of a document."""
    last = FolderHeading("", {})
    above: list[FolderHeading] = []
    pending: ExportedLink | None = None
    count = 0
    for found in _MARKUP.finditer(text):
        closes, name = bool(found[1]), found[2].lower()
        if pending is not None and not (name == "a" and closes):
            described = _behind(text, found.end()) if name == "dd" and not closes else ""
            yield ExportedLink(pending.attributes, pending.text, pending.heading, pending.folders, described)
            pending, count = None, count + 1
            if count >= MOST_LINKS:
                return
        if name[0] == "h" and not closes:
            last = FolderHeading(_behind(text, found.end()), _attributes(found[3]))
        elif name == "dl":
            if not closes:
                above.append(last)
            elif above:
                above.pop()
        elif name == "a" and not closes:
            heading = above[-1] if above else last
            pending = ExportedLink(
                _attributes(found[3]), _behind(text, found.end()), heading.text, tuple(above[1:])
            )
    if pending is not None:
        yield pending


def _behind(text: str, start: int) -> str:
    """The text behind a tag, up to the next one of those that matter."""
    end = _MARKUP.search(text, start, start + _LONGEST)
    piece = text[start : end.start() if end else start + _LONGEST]
    return html.unescape(_TAG.sub("", piece)).strip()


def _attributes(written: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(written[:20_000])
    return {name.lower(): html.unescape(quoted or single or bare) for name, quoted, single, bare in found[:50]}
