"""How values stand in columns: for each kind of value what is written, and what is read again."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from tuinews.language import as_said_now, to_keep
from tuinews.model.document import Document
from tuinews.model.entry import Enclosure
from tuinews.model.sources.options import SourceOptions
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.text import clean_line

V = TypeVar("V")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Encoding(Generic[V]):
    """A kind of value: `write` gives what stands in each of its columns, `read` takes that, in the same order."""

    write: Callable[[V], tuple[object, ...]]
    read: Callable[..., V]


def _itself(value: object) -> tuple[object, ...]:
    return (value,)


PLAIN: Encoding[str | int | float | None] = Encoding(_itself, lambda value: value)
"""What SQLite keeps as it is."""

TEXT_OR_NONE: Encoding[str | None] = Encoding(lambda value: (value or None,), lambda value: value)
"""A text of which an empty one says nothing."""

FAILURE: Encoding[str | None] = Encoding(
    lambda why: (to_keep(why) if why else why,), lambda kept: clean_line(as_said_now(kept)) if kept else kept
)
"""Why something failed, read in the language that is spoken then."""

FLAG: Encoding[bool] = Encoding(_itself, bool)
MOMENT: Encoding[datetime] = Encoding(lambda moment: (codec.seconds(moment),), codec.utc)
MOMENT_OR_NONE: Encoding[datetime | None] = Encoding(
    lambda moment: (None if moment is None else codec.seconds(moment),), codec.moment
)
WHEN: Encoding[When | None] = Encoding(codec.when_to_columns, codec.when_from_columns)
"""A date as a page states it, in three columns: the moment, its precision, its early end."""

TEXTS: Encoding[tuple[str, ...]] = Encoding(
    lambda values: (codec.strings_to_column(values),), codec.strings_from_column
)
ENCLOSURES: Encoding[tuple[Enclosure, ...]] = Encoding(
    lambda enclosures: (codec.enclosures_to_column(enclosures),), codec.enclosures_from_column
)
DOCUMENT: Encoding[Document] = Encoding(
    lambda document: (codec.document_to_blob(document),), codec.document_from_blob
)

SOURCE_OPTIONS: Encoding[SourceOptions] = Encoding(codec.options_to_columns, codec.options_from_columns)
"""What was set for a source, in two columns: those that are not as usual, and whether it is hidden."""


def computed(read: Callable[..., V]) -> Encoding[V]:
    """A value that no column holds: a select works it out, and nothing writes it."""

    def write(value: V) -> tuple[object, ...]:
        raise TypeError(f"{value!r} is worked out, not written")

    return Encoding(write, read)


def member_of(enum: type[E]) -> Encoding[E]:
    """A member of an enumeration, by its value; reading raises ValueError for what is none."""
    return Encoding(lambda member: (member.value,), enum)
