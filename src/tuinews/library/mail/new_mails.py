"""What is new in a mailbox since the last look, some at a time; a process that reads pages may be told to do this.

What was read is remembered as numbers made of the files' names, of an mbox as the place up to which it was read.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from tuinews.errors import ExtractError, system_reason
from tuinews.language import _
from tuinews.late import late_imports, late_pattern
from tuinews.library.mail.mailboxes import MailboxShape, files_of, is_seen, key_of, shape_of
from tuinews.library.mail.mbox import mails_from
from tuinews.model.entry import Entry
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from tuinews.extract.mail.message import entry_of

LARGEST_MAIL = 20_000_000
"""Bytes of a mail that are read; its text stands before its attachments."""

_NUMBER = 8
"""Bytes of the number that stands for a mail which was read."""

_HEAD = 65_536
"""Bytes of a mail among which its head is."""

_STATUS = late_pattern(rb"^Status: *[A-Z]*R", re.MULTILINE | re.IGNORECASE)
_NO_NEWS = late_pattern(rb"^(?:X-Status: *[A-Z]*[DT]|Status: *[A-Z]*D)", re.MULTILINE | re.IGNORECASE)
"""What was thrown away (D) or is a draft (T), as pine and others write it (mbox(5))."""
_MOZILLA = late_pattern(rb"^X-Mozilla-Status: *([0-9a-f]{4})", re.MULTILINE | re.IGNORECASE)

_MOZILLA_READ, _MOZILLA_EXPUNGED = 0x0001, 0x0008
"""Bits of X-Mozilla-Status (nsMsgMessageFlags.idl)."""

_TAIL = 512
"""Bytes before a place in an mbox by which it is known again."""


@dataclass(frozen=True, slots=True)
class MailboxState:
    """What was read of a mailbox: numbers of files, or the place in an mbox with what stands before it."""

    read: frozenset[bytes] = frozenset()
    place: int = 0
    before: str = ""

    @classmethod
    def from_text(cls, text: str | None) -> "MailboxState":
        """The state that `to_text` wrote; that of a mailbox that nobody has read for anything else."""
        try:
            kept = json.loads(text or "{}")
            joined = b64decode(kept.get("read", ""))
            read = frozenset(joined[start : start + _NUMBER] for start in range(0, len(joined), _NUMBER))
            return cls(read, int(kept.get("place", 0)), str(kept.get("before", "")))
        except (ValueError, AttributeError, TypeError):
            return cls()

    def to_text(self) -> str:
        """The state as JSON."""
        joined = b64encode(b"".join(sorted(self.read))).decode()
        return json.dumps({"read": joined, "place": self.place, "before": self.before})


@dataclass(frozen=True, slots=True)
class NewMails:
    """Some mails that are new, with the state behind them; `is_done`: there are no more. `unreadable` of the files
    that were looked at could not be opened. `seen` are those that another program has marked so."""

    entries: tuple[Entry, ...]
    state: str
    is_done: bool
    unreadable: int = 0
    seen: tuple[Entry, ...] = ()


def new_mails(path: str, state_text: str | None, most: int) -> NewMails:
    """At most `most` of the mails of a mailbox that are new, the newest first where they lie in files.

    Raises ExtractError if there is no mailbox any more, or it cannot be read.
    """
    place, state = Path(path), MailboxState.from_text(state_text)
    try:
        shape = shape_of(place)
        if shape is None and not place.exists():
            raise ExtractError(path, _("it is no longer there"), _("put it back, or remove the source"))
        if shape is MailboxShape.MBOX:
            return _of_mbox(place, state, most)
        if shape is None:
            return NewMails((), state.to_text(), is_done=True)  # emptied
        return _of_files(files_of(place, shape), shape, state, most)
    except OSError as error:
        raise ExtractError(path, system_reason(error), _("check whether you may read it")) from error


def _of_files(files: Sequence[Path], shape: MailboxShape, state: MailboxState, most: int) -> NewMails:
    numbers = {file: _number(key_of(file, shape)) for file in files}
    there = state.read & set(numbers.values())
    unread = [file for file in files if numbers[file] not in there]
    entries: list[Entry] = []
    seen: list[Entry] = []
    unreadable = 0
    for file in unread[:most]:
        try:
            with file.open("rb") as opened:
                found = _entries([opened.read(LARGEST_MAIL)])
        except FileNotFoundError:
            continue  # another program has moved it: it is found again under its other name
        except OSError:
            unreadable += 1
        else:
            (seen if is_seen(file, shape) else entries).extend(found)
    read = there | {numbers[file] for file in unread[:most]}
    state = MailboxState(read)
    return NewMails(tuple(entries), state.to_text(), len(unread) <= most, unreadable, tuple(seen))


def _of_mbox(path: Path, state: MailboxState, most: int) -> NewMails:
    with path.open("rb") as file:
        place = state.place if state.place and _before(path, state.place) == state.before else 0
        mails = list(islice(mails_from(file, place, LARGEST_MAIL), most))
    end = mails[-1].end if mails else place
    after = MailboxState(place=end, before=_before(path, end))
    raws = [(_head(mail.raw), mail.raw) for mail in mails]
    news = [(_is_marked_seen(head), raw) for head, raw in raws if not _is_no_news(head)]
    entries, seen = (_entries(raw for is_seen, raw in news if is_seen is marked) for marked in (False, True))
    return NewMails(tuple(entries), after.to_text(), len(mails) < most, seen=tuple(seen))


def _entries(raws: Iterable[bytes]) -> list[Entry]:
    return [entry for entry in map(entry_of, raws) if entry is not None]


def _head(raw: bytes) -> bytes:
    return raw[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]


def _is_marked_seen(head: bytes) -> bool:
    """Whether the head of a mail of an mbox says that it was read (mbox(5); Mozilla's bits)."""
    return _STATUS.search(head) is not None or bool(_mozilla_bits(head) & _MOZILLA_READ)


def _is_no_news(head: bytes) -> bool:
    """Whether the head of a mail of an mbox says that it was thrown away, or is a draft."""
    return _NO_NEWS.search(head) is not None or bool(_mozilla_bits(head) & _MOZILLA_EXPUNGED)


def _mozilla_bits(head: bytes) -> int:
    bits = _MOZILLA.search(head)
    return int(bits[1], 16) if bits else 0


def _before(path: Path, place: int) -> str:
    """What stands before a place of a file, as a number: where it is another, the file was written anew."""
    start = max(0, place - _TAIL)
    with path.open("rb") as file:
        file.seek(start)
        return blake2b(file.read(place - start), digest_size=16).hexdigest()


def _number(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogateescape"), digest_size=_NUMBER).digest()
