"""Segments to strips: what terminals draw wider than Textual counts gets the room it was measured with, and what
they turn is turned for itself.
"""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.late import late_pattern
from tuinews.typeset.cells import drawn

_RIGHT_TO_LEFT = late_pattern(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Characters that run from right to left (Unicode, DerivedBidiClass)."""
_LETTER = late_pattern(r"[^\W\d_]")
_REST_OF_SENTENCE = late_pattern(r"(?:\S| (?=\S))*")
"""What follows a letter up to a gap, which two blanks are."""
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


def strip_of(segments: Iterable[Segment]) -> Strip:
    """A strip as wide as `typeset.cells.width` says of its texts, which ends whatever in it runs to the left."""
    parts = [part for segment in segments for part in _with_room(segment)]
    return Strip(parts if all(part.text.isascii() for part in parts) else _ended(parts))


def _ended(parts: list[Segment]) -> list[Segment]:
    """The segments with a mark behind the last letter that runs from right to left.

    A terminal that turns whole lines (VTE) takes such words in two panes for one run and changes their places,
    unless something between them runs to the right. Where the line begins so too, what ends its sentence belongs
    to it, and a mark of the other kind says that.
    """
    number = next((n for n in reversed(range(len(parts))) if _RIGHT_TO_LEFT.search(parts[n].text)), None)
    if number is None:
        return parts
    text, style, control = parts[number]
    end = next(at for at in range(len(text), 0, -1) if _RIGHT_TO_LEFT.match(text[at - 1]))
    mark = _LEFT_TO_RIGHT_MARK
    first = _LETTER.search("".join(part.text for part in parts))
    if first is not None and _RIGHT_TO_LEFT.match(first[0]):
        rest = _REST_OF_SENTENCE.match(text, end)
        end, mark = rest.end() if rest else end, _RIGHT_TO_LEFT_MARK + mark
    marked = Segment(f"{text[:end]}{mark}{text[end:]}", style, control)
    return [*parts[:number], marked, *parts[number + 1 :]]


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
