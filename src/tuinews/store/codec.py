"""Values to and from columns: moments, dates with a precision, lists, blocks."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from tuinews.late import late_imports
from tuinews.model.document import Document
from tuinews.model.entry import Enclosure
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions, from_written, written
from tuinews.model.when import Precision, When

with late_imports(__name__):
    from tuinews.model.document_json import document_from_json, document_to_json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PRECISIONS = {precision.value: precision for precision in Precision}
_SOUND_CLOCK = (datetime(2020, 1, 1, tzinfo=UTC) - _EPOCH).total_seconds()

WhenColumns = tuple[str | None, str | None, str | None]
"""The columns published, precision, earliest."""


def seconds(moment: datetime) -> float:
    """Seconds since the epoch; a naive moment counts as UTC."""
    return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH).total_seconds()


def moment(value: float | None) -> datetime | None:
    """The moment in UTC of `seconds`; None stays None."""
    return None if value is None else utc(value)


def utc(value: float) -> datetime:
    """The moment in UTC of `seconds`; raises OverflowError for what a calendar does not reach."""
    try:
        # A third of the time that adding to the epoch takes; every row of a list has such a moment.
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OSError) as error:
        raise OverflowError(str(value)) from error


def when_to_columns(when: When | None) -> WhenColumns:
    """A date as the page states it: ISO 8601 with its own offset, or without one."""
    if when is None:
        return None, None, None
    earliest = when.earliest.isoformat() if when.earliest else None
    return when.latest.isoformat(), when.precision.value, earliest


def when_from_columns(published: str | None, precision: str | None, earliest: str | None) -> When | None:
    """The date of `when_to_columns`; None where a damaged file left something else."""
    if published is None:
        return None
    try:
        early = datetime.fromisoformat(earliest) if earliest else None
        return When(datetime.fromisoformat(published), _PRECISIONS[precision or "minute"], early)
    except (ValueError, TypeError, KeyError):
        return None


def sort_key(published: When | None, first_seen: float) -> float:
    """Where an entry stands in a list, newest first: its date, else when it was first seen.

    A date after the time of its own fetch is wrong (a server's clock, a zone left out) and would lead every list
    for years: it counts as the time of the fetch. A clock before 2020 is wrong itself and caps nothing.
    """
    if published is None:
        return first_seen
    latest = published.timestamp
    return min(latest, first_seen) if first_seen > _SOUND_CLOCK else latest


_BEFORE_TEXT = "\0"
"""Stands between the JSON of a document, in which it is written as an escape, and its text."""

_INTERLEAVED = "\1"
"""Stands before a long document that has its text between its pieces; JSON begins with no such character."""

_PIECE = 8_000
"""Characters of JSON behind which stands as much of the text: zlib knows words again within 32 KB, so that the
same words a second time cost nothing much. The pieces are of equal shares, not of the same words."""


def strings_to_column(values: Sequence[str]) -> str:
    """A list of texts as JSON."""
    return _json(list(values)) if values else "[]"


def strings_from_column(column: str) -> tuple[str, ...]:
    """The list of `strings_to_column`; empty where a damaged file left something else."""
    if column == "[]":
        return ()
    try:
        return tuple(str(value) for value in json.loads(column))
    except (ValueError, TypeError):
        return ()


def enclosures_to_column(enclosures: Sequence[Enclosure]) -> str:
    """Enclosures as JSON."""
    return _json([[e.url, e.type, e.length] for e in enclosures]) if enclosures else "[]"


def enclosures_from_column(column: str) -> tuple[Enclosure, ...]:
    """The enclosures of `enclosures_to_column`; none where a damaged file left something else."""
    if column == "[]":
        return ()
    try:
        return tuple(Enclosure(str(url), media_type, length) for url, media_type, length in json.loads(column))
    except (ValueError, TypeError):
        return ()


def document_to_blob(document: Document) -> bytes:
    """Blocks as compressed JSON; zlib's checksum tells a damaged one."""
    return packed(_blocks(document))


def document_with_text(document: Document, text: str) -> bytes:
    """The same `with_text`, compressed once."""
    return packed(_together(_blocks(document), text))


def _blocks(document: Document) -> str:
    return json.dumps(document_to_json(document), ensure_ascii=False, separators=(",", ":"))


def document_from_blob(blob: bytes) -> Document:
    """The blocks of `document_to_blob`, also `with_text`; raises ValueError for anything else."""
    return document_from_json(json.loads(_apart(unpacked(blob))[0]))


def with_text(blob: bytes, text: str) -> bytes:
    """The blob of a document with its plain text behind it, in the place of one that is there.

    Both are the same words, so that the second costs a tenth of the first. What is damaged stays no document, and
    keeps its text.
    """
    try:
        document, _ = _apart(unpacked(blob))
    except ValueError:
        document = ""
    return packed(_together(document, text))


def _together(document: str, text: str) -> str:
    """A document with its text behind it; piece by piece, and how long both are before them, where it is long."""
    if len(document) <= _PIECE:
        return f"{document}{_BEFORE_TEXT}{text}"
    pieces = (
        document[at:end] + text[text_at:text_end]
        for (at, text_at), (end, text_end) in pairwise(_shares(len(document), len(text)))
    )
    return f"{_INTERLEAVED}{len(document)} {len(text)}{_BEFORE_TEXT}{''.join(pieces)}"


def _apart(together: str) -> tuple[str, str]:
    """The document and the text of `_together`; ValueError for what is none."""
    if not together.startswith(_INTERLEAVED):
        document, _, text = together.partition(_BEFORE_TEXT)
        return document, text
    lengths, _, pieces = together[1:].partition(_BEFORE_TEXT)
    of_document, _, of_text = lengths.partition(" ")
    ends = list(pairwise(_shares(int(of_document), int(of_text))))
    document = "".join(pieces[at + text_at : end + text_at] for (at, text_at), (end, _) in ends)
    return document, "".join(pieces[end + text_at : end + text_end] for (_, text_at), (end, text_end) in ends)


def _shares(document: int, text: int) -> list[tuple[int, int]]:
    """Where the pieces of a document and of its text of these lengths end, from 0 on."""
    count = max(1, -(-document // _PIECE))
    return [(document * n // count, text * n // count) for n in range(count + 1)]


def text_of_blob(blob: bytes | None) -> str | None:
    """The plain text of a blob `with_text`; "" where there is none or the blob is damaged, None for None."""
    if blob is None:
        return None
    try:
        return _apart(unpacked(blob))[1]
    except ValueError:
        return ""


def options_to_columns(options: SourceOptions) -> tuple[str | None, int]:
    """The options of a source that are not as usual, and whether it is hidden."""
    named = written(replace(options, hidden=False))
    return (_json(named) if named else None), int(options.hidden)


def options_from_columns(column: str | None, hidden: int) -> SourceOptions:
    """The options of `options_to_columns`; as usual where a damaged file left something else."""
    if not column:
        return replace(USUAL_OPTIONS, hidden=True) if hidden else USUAL_OPTIONS
    try:
        named = json.loads(column)
    except (ValueError, TypeError):
        named = {}
    return replace(from_written(named if isinstance(named, dict) else {}), hidden=bool(hidden))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()


def packed(text: str) -> bytes:
    """Text compressed."""
    return zlib.compress(text.encode("utf-8", "replace"), 6)


def unpacked(blob: bytes) -> str:
    """The text of `packed`; raises ValueError for anything else."""
    try:
        return zlib.decompress(blob).decode("utf-8")
    except (zlib.error, TypeError) as error:
        raise ValueError("damaged text") from error
