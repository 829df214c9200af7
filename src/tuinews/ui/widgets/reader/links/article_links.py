"""What leads elsewhere in an article: where it leads, and that it was chosen."""

from tuinews.late import late_imports
from tuinews.typeset.pieces import Piece
from tuinews.ui.widgets.reader.messages import LinkChosen, LinkHovered, LinkUse, PlaceLeft
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.typeset.page.targets import other_end


class ArticleLinks:
    """The links and footnotes of the text, and the link that the mouse is over."""

    def __init__(self, text: ShownText, window: Window) -> None:
        self._text, self._window = text, window
        self._hovered = ""

    def address_of(self, piece: Piece | None) -> str:
        """Where a piece leads outside the article, "" where it does not."""
        return self._text.links[piece.link - 1] if piece is not None and piece.link is not None else ""

    def hover(self, piece: Piece | None) -> None:
        """Tell where the link leads that the mouse is over."""
        address = self.address_of(piece)
        if address != self._hovered:
            self._hovered = address
            self._window.tell(LinkHovered(address))

    def choose(self, piece: Piece, use: LinkUse) -> None:
        """Do with what a piece leads to as is wished; a footnote can only be gone to."""
        if piece.link is not None:
            self._window.tell(LinkChosen(self.address_of(piece), use))
        elif piece.note is not None:
            line = other_end(self._text.lines, piece)
            if line is not None:
                self._window.tell(PlaceLeft(self._window.position))
                self._window.go_to_line(line)
