"""The mouse in the reader: what stands where it is, and what a click there does."""

from collections.abc import Callable

from textual import events

from tuinews.typeset.page.selecting import TextPosition, TextRange, paragraph_at, word_at
from tuinews.typeset.pieces import Piece, Role
from tuinews.ui.widgets.reader.links.article_links import ArticleLinks
from tuinews.ui.widgets.reader.messages import LinkUse, NextChosen
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window


class ReaderMouse:
    """What the mouse does with the text in its window; `select` is what a double click is told to."""

    def __init__(
        self, text: ShownText, window: Window, links: ArticleLinks, select: Callable[[TextRange | None], None]
    ) -> None:
        self._text, self._window, self._links, self._select = text, window, links, select

    def click(self, event: events.Click) -> None:
        """Follow the link that was clicked; a second click selects the word there, a third its paragraph."""
        if event.chain > 1:
            line = int(event.y) + self._window.top_line
            place = TextPosition(line, self._text.column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self._select(find_part(self._text.lines, place))
            return
        piece = self._piece_at(event)
        if piece is not None and piece.role is Role.NEXT_TITLE:
            self._window.tell(NextChosen())
        elif piece is not None:
            self._links.choose(piece, LinkUse.BROWSE if event.ctrl or event.shift else LinkUse.FOLLOW)

    def move(self, event: events.MouseMove) -> None:
        """Tell where the link under the mouse leads, unless something is being selected."""
        self._links.hover(self._piece_at(event) if not event.button else None)

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._links.hover(None)

    def _piece_at(self, event: events.MouseEvent) -> Piece | None:
        return self._text.piece_at(int(event.x), int(event.y) + self._window.top_line)
