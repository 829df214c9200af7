"""The links of an article: by the numbers behind them, by letters over those in sight, and by a click."""

from dataclasses import dataclass
from enum import Enum, auto

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from tuinews.typeset.cells import width
from tuinews.typeset.page.selecting import Place, paragraph_at, word_at
from tuinews.typeset.page.targets import other_end, targets_in
from tuinews.typeset.pieces import Piece, Role
from tuinews.ui.widgets.reader.article_pane import ABOVE
from tuinews.ui.widgets.reader.link_hints import LinkHints
from tuinews.ui.widgets.reader.link_number import LinkNumber, NamedLink
from tuinews.ui.widgets.reader.reader_line import over
from tuinews.ui.widgets.reader.selectable_pane import SelectablePane

_NUMBER_AFTER = 1.0
"""Seconds for another digit of a link's number, and to see where the link leads, before it is followed."""

_STEPS = {"tab": 1, "down": 1, "right": 1, "shift+tab": -1, "up": -1, "left": -1}


class LinkUse(Enum):
    """What is to be done with a link."""

    FOLLOW = auto()
    BROWSE = auto()
    COPY = auto()


_USES = {"enter": LinkUse.FOLLOW, "o": LinkUse.BROWSE, "y": LinkUse.COPY}


class LinkedPane(SelectablePane):
    """An article whose links can be chosen."""

    @dataclass
    class LinkChosen(Message):
        """A link was chosen, and what for."""

        address: str
        use: LinkUse = LinkUse.FOLLOW

    @dataclass
    class LinkTyped(Message):
        """`digits` of a link's number are typed so far, of `count` links; `address` is where it leads."""

        digits: str
        count: int
        address: str

    @dataclass
    class LinkHinted(Message):
        """A link in sight is chosen so far: where it leads, "" where it is the mark of a footnote, `note`."""

        address: str
        note: str

    class NextChosen(Message):
        """The title of what comes next was clicked."""

    @dataclass
    class LinkHovered(Message):
        """The mouse is over a link, or ("") over none any more."""

        address: str

    class HintsOver(Message):
        """The letters over the links have gone."""

    @dataclass
    class PlaceLeft(Message):
        """A jump inside the article, away from `position`."""

        position: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._number = LinkNumber()
        self._hints = LinkHints()
        self._hovered = ""
        self.named_link = NamedLink()
        self._number_timer: Timer | None = None

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked; a second click selects the word there, a third its paragraph."""
        # Textual's own handler would select the whole article, and then all that is on the screen.
        event.prevent_default()
        self.end_hints()
        line = int(event.y) + self.top_line
        if event.chain > 1:
            place = Place(line, self.column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self.select(find_part(self._lines, place))
            return
        piece = self.piece_at(int(event.x), line)
        if piece is not None and piece.role is Role.NEXT_TITLE:
            self.post_message(self.NextChosen())
        elif piece is not None:
            self._choose(piece, LinkUse.BROWSE if event.ctrl or event.shift else LinkUse.FOLLOW)

    @property
    def is_typing_link(self) -> bool:
        """Whether a number is typed so far."""
        return bool(self._number.digits)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the link under the mouse leads."""
        line = int(event.y) + self.top_line
        piece = self.piece_at(int(event.x), line) if not event.button else None
        self._hover(self._links[piece.link - 1] if piece is not None and piece.link is not None else "")

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._hover("")

    def _hover(self, address: str) -> None:
        if address != self._hovered:
            self._hovered = address
            self.post_message(self.LinkHovered(address))

    def type_digit(self, digit: str) -> None:
        """Take a digit of a link's number; it is followed when no further one has come for a while."""
        self._number.type(digit)
        count = len(self._links)
        number = int(self._number.digits or 0)
        address = self._links[number - 1] if 0 < number <= count else ""
        self.post_message(self.LinkTyped(self._number.digits, count, address))
        if self._number_timer is not None:
            self._number_timer.stop()
        if not address and self._number.is_whole(count):
            self._number.take()
        else:
            self._number_timer = self.set_timer(_NUMBER_AFTER, self.open_typed_link)

    def open_typed_link(self) -> None:
        """Follow the link whose number is typed so far, where there is one."""
        address = self.take_typed_link()
        if address is not None:
            self.post_message(self.LinkChosen(address))

    def take_typed_link(self) -> str | None:
        """The address of the link whose number is typed so far, None where there is none; it is not followed."""
        if self._number_timer is not None:
            self._number_timer.stop()
        number = self._number.take()
        return self._links[number - 1] if 0 < number <= len(self._links) else None

    def show_hints(self) -> bool:
        """Put letters over the links in sight; False where none is."""
        self.take_typed_link()
        targets = targets_in(self._lines, self.lines_in_sight)
        self._hints = LinkHints([one for one in targets if self.seen_of(one.part.line).part(one.part)])
        self._tell_hint()
        self.refresh()
        return bool(self._hints)

    def end_hints(self) -> None:
        """Take the letters away."""
        if self._hints:
            self._hints = LinkHints()
            self.post_message(self.HintsOver())
            self.refresh()

    def on_key(self, event: events.Key) -> None:
        """While there are letters over the links: choose one; any other key ends that, and does what it does."""
        if not self._hints:
            return
        letter = event.character or ""
        if event.key in _STEPS:
            self._hints.step(_STEPS[event.key])
            self._tell_hint()
        elif event.key in _USES:
            self._choose_hinted(_USES[event.key])
        elif letter.isalpha() and letter.isascii():
            if self._hints.type(letter):
                self._choose_hinted(LinkUse.BROWSE if letter.isupper() else LinkUse.FOLLOW)
            else:
                self._tell_hint()
        else:
            self.end_hints()
            if event.key != "escape":
                return
        event.stop()
        event.prevent_default()
        self.refresh()

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.end_hints()

    def typeset(self) -> None:
        """Set the article in lines; what led elsewhere stands at other places."""
        self.end_hints()
        super().typeset()

    def drawn_text(self, number: int) -> Strip:
        """A line as it is drawn, with letters over its links."""
        strip = super().drawn_text(number)
        if not self._hints:
            return strip
        seen = self.seen_of(number)
        for target, label in self._hints.on_line(number):
            column = width(seen.line.text[: seen.column_of(target.part.start)])
            look = "reader--match-here" if target is self._hints.here else "reader--match"
            strip = over(strip, column, label, self.look(look))
        return strip

    def jump_to_line(self, line: int) -> None:
        """Go to a line of the same article, from where one can come back."""
        self.post_message(self.PlaceLeft(self.reading_position))
        self.jump(line + ABOVE)

    def _choose_hinted(self, use: LinkUse) -> None:
        piece = self._hints.here.piece
        self.end_hints()
        self._choose(piece, use)

    def _choose(self, piece: Piece, use: LinkUse) -> None:
        """Do with what a piece leads to as is wished; a footnote can only be gone to."""
        if piece.link is not None:
            self.post_message(self.LinkChosen(self._links[piece.link - 1], use))
        elif piece.note is not None:
            line = other_end(self._lines, piece)
            if line is not None:
                self.jump_to_line(line)

    def _tell_hint(self) -> None:
        if self._hints:
            piece = self._hints.here.piece
            address = self._links[piece.link - 1] if piece.link is not None else ""
            self.post_message(self.LinkHinted(address, piece.note or ""))
