"""Segments to strips: what terminals draw wider than Textual counts it gets the room that it was measured with."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.typeset.cells import drawn


def strip_of(segments: Iterable[Segment]) -> Strip:
    """A strip as wide as `typeset.cells.width` says of its texts."""
    return Strip([part for segment in segments for part in _with_room(segment)])


def _with_room(segment: Segment) -> Iterator[Segment]:
    """The segment in parts; where Textual has noted the place of its first character, each part has its own."""
    text, style, _ = segment
    place = style.meta.get("offset") if style is not None else None
    position = 0
    for written, shown in drawn(text):
        yield segment if shown == text else Segment(shown, _at(style, place, position))
        position += len(written)


def _at(style: Style | None, place: tuple[int, int] | None, position: int) -> Style | None:
    if style is None or place is None:
        return style
    return style + Style.from_meta({"offset": (place[0] + position, place[1])})
