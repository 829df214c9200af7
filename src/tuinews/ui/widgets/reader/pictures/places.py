"""Where in the text there is room for pictures, and which of them are near the window."""

from collections.abc import Iterable, Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.pieces import Line
from tuinews.ui.widgets.reader.window import Window


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The room of a picture: its first line, and how many columns and rows it has."""

    line: int
    columns: int
    rows: int

    def is_as_large_as(self, other: "PicturePlace | None") -> bool:
        """Whether what was drawn for the one fits the other."""
        return other is not None and (self.columns, self.rows) == (other.columns, other.rows)


class PicturePlaces:
    """The rooms of the pictures of a text, by their addresses; false if there is none."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._places: dict[str, PicturePlace] = {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def __contains__(self, address: str) -> bool:
        return address in self._places

    def of(self, address: str) -> PicturePlace | None:
        """The room of a picture, None if it has none."""
        return self._places.get(address)

    def take(self, lines: Sequence[Line]) -> list[str]:
        """Note where the pictures are in other lines; those that have no room any more, or one of another size."""
        before, self._places = self._places, {}
        for number, line in enumerate(lines):
            for piece in line.pieces:
                if piece.picture is not None and piece.picture.row == 0:
                    place = PicturePlace(number, len(piece.text), piece.picture.rows)
                    self._places.setdefault(piece.picture.address, place)
        return [address for address, place in before.items() if not place.is_as_large_as(self.of(address))]

    @property
    def most_in_sight(self) -> str | None:
        """The address of the picture of which most is in the window, None if none is."""
        top, bottom = self._window.top_line, self._window.top_line + self._window.page

        def rows_shown(address: str) -> int:
            place = self._places[address]
            return min(bottom, place.line + place.rows) - max(top, place.line)

        best = max(self._places, key=rows_shown, default=None)
        return best if best is not None and rows_shown(best) > 0 else None

    @property
    def near(self) -> list[str]:
        """The pictures in the window first, then those within a page of it."""
        top, page = self._window.top_line, self._window.page

        def within(margin: int) -> Iterable[str]:
            low, high = top - margin, top + page + margin
            return (a for a, place in self._places.items() if place.line < high and place.line + place.rows > low)

        return list(dict.fromkeys([*within(0), *within(page)]))
