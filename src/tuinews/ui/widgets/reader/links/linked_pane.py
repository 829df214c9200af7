"""What leads elsewhere in an article: where it leads, and what is done with it, by a click or another choice."""

from enum import Enum, auto

from textual import events
from textual.message import Message

from tuinews.late import late_imports
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.page.selecting import Place, paragraph_at, word_at
from tuinews.typeset.pieces import Piece, Role
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.selectable_pane import SelectablePane
from tuinews.ui.widgets.reader.window import ABOVE

with late_imports(__name__):
    from tuinews.typeset.page.targets import other_end


class LinkUse(Enum):
    """What is to be done with a link."""

    FOLLOW = auto()
    BROWSE = auto()
    COPY = auto()


class LinkedPane(SelectablePane, Layer):
    """An article whose links can be chosen."""

    @dataclass
    class LinkChosen(Message):
        """A link was chosen, and what for."""

        address: str
        use: LinkUse = LinkUse.FOLLOW

    class NextChosen(Message):
        """The title of what comes next was clicked."""

    @dataclass
    class LinkHovered(Message):
        """The mouse is over a link, or ("") over none any more."""

        address: str

    @dataclass
    class PlaceLeft(Message):
        """A jump inside the article, away from `position`."""

        position: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._hovered = ""

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked; a second click selects the word there, a third its paragraph."""
        # Textual's own handler would select the whole article, and then all that is on the screen.
        event.prevent_default()
        line = int(event.y) + self.top_line
        if event.chain > 1:
            place = Place(line, self.text.column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self.select(find_part(self.text.lines, place))
            return
        piece = self.text.piece_at(int(event.x), line)
        if piece is not None and piece.role is Role.NEXT_TITLE:
            self.post_message(self.NextChosen())
        elif piece is not None:
            self.choose_piece(piece, LinkUse.BROWSE if event.ctrl or event.shift else LinkUse.FOLLOW)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the link under the mouse leads."""
        line = int(event.y) + self.top_line
        piece = self.text.piece_at(int(event.x), line) if not event.button else None
        self._hover(self.text.links[piece.link - 1] if piece is not None and piece.link is not None else "")

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._hover("")

    def _hover(self, address: str) -> None:
        if address != self._hovered:
            self._hovered = address
            self.post_message(self.LinkHovered(address))

    def jump_to_line(self, line: int) -> None:
        """Go to a line of the same article, from where one can come back."""
        self.post_message(self.PlaceLeft(self.reading_position))
        self.jump(line + ABOVE)

    def choose_piece(self, piece: Piece, use: LinkUse) -> None:
        """Do with what a piece leads to as is wished; a footnote can only be gone to."""
        if piece.link is not None:
            self.post_message(self.LinkChosen(self.text.links[piece.link - 1], use))
        elif piece.note is not None:
            line = other_end(self.text.lines, piece)
            if line is not None:
                self.jump_to_line(line)
