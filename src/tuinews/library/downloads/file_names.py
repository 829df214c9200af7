"""What a downloaded file is called: by its article, and so that no system, shell or program minds it.

The name is made of words of other people. It is one part of a path, whatever they are; Windows' reserved names and
characters are left out everywhere, since folders are carried from one system to another.
"""

import mimetypes
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from tuinews.late import late_pattern
from tuinews.text import clean_line

MOST_BYTES = 140
"""Bytes of a name with its number and `.part`: an encrypted home (eCryptfs) has room for 143, others for 255."""

_FORBIDDEN = late_pattern(r'[/\\:*?"<>|\x00-\x1f\x7f\ufffd]+')
_RESERVED = late_pattern(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?$", re.IGNORECASE)
_ENDING = late_pattern(r"\.[A-Za-z0-9]{1,5}$")
_NUMBER_AND_PART = len(" (9999).part")
_USUAL = {
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/x-m4a": ".m4a",
    "video/mp4": ".mp4",
    "audio/ogg": ".ogg",
}
"""Endings that the system's own table does not have, or has otherwise."""

_NAMELESS = "download"


def safe_name(title: str, address: str, media_type: str | None) -> str:
    """The name of the file at `address`, which goes with an article of that title."""
    own_name = PurePosixPath(unquote(urlsplit(address).path)).name
    ending = _ending(own_name, media_type)
    words = _plain(title) or _plain(own_name.removesuffix(ending)) or _NAMELESS
    if _RESERVED.fullmatch(words):
        words = f"_{words}"
    return _cut(words, MOST_BYTES - _NUMBER_AND_PART - len(ending)) + ending


def numbered(name: str) -> Iterator[str]:
    """`name`, then `name (2)` and so on, the number before its ending."""
    yield name
    ending = _ENDING.search(name)
    stem, suffix = (name[: ending.start()], ending[0]) if ending else (name, "")
    for number in range(2, 10_000):
        yield f"{stem} ({number}){suffix}"


def _plain(text: str) -> str:
    """Words as part of a name: through the gate, without what paths are made of, not hidden and no option."""
    words = _FORBIDDEN.sub(" ", clean_line(text, 400))
    return " ".join(words.split()).lstrip(".-~ ").rstrip(". ")


def _ending(own_name: str, media_type: str | None) -> str:
    """The ending: the address's own where it has a plain one, else that of the media type."""
    found = _ENDING.search(own_name)
    if found:
        return found[0].lower()
    kind = (media_type or "").partition(";")[0].strip().lower()
    return _USUAL.get(kind) or mimetypes.guess_extension(kind, strict=False) or ""


def _cut(words: str, most: int) -> str:
    """`words` in at most `most` bytes, whole characters."""
    cut = words.encode("utf-8", "replace")[:most].decode("utf-8", "ignore")
    return cut.rstrip(". ") or _NAMELESS
