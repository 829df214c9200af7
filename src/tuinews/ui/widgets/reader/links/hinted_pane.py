"""The links of an article by letters over those in sight."""

from textual import events
from textual.message import Message
from textual.strip import Strip

from tuinews.late import late_imports
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import width
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.links.link_hints import LinkHints
from tuinews.ui.widgets.reader.links.linked_pane import LinkUse
from tuinews.ui.widgets.reader.links.numbered_pane import NumberedPane
from tuinews.ui.widgets.reader.reader_line import over

with late_imports(__name__):
    from tuinews.typeset.page.targets import targets_in

_STEPS = {"tab": 1, "down": 1, "right": 1, "shift+tab": -1, "up": -1, "left": -1}
_USES = {"enter": LinkUse.FOLLOW, "o": LinkUse.BROWSE, "y": LinkUse.COPY}


class HintedPane(NumberedPane, Layer):
    """An article whose links can be chosen by letters."""

    @dataclass
    class LinkHinted(Message):
        """A link in sight is chosen so far: where it leads, "" where it is the mark of a footnote, `note`."""

        address: str
        note: str

    class HintsOver(Message):
        """The letters over the links have gone."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._hints = LinkHints()

    def on_click(self, event: events.Click) -> None:
        """Take the letters away, before the click is answered."""
        self.end_hints()

    @property
    def has_hints(self) -> bool:
        """Whether there are letters over links, which the next keys mean."""
        return bool(self._hints)

    def show_hints(self) -> bool:
        """Put letters over the links in sight; False where none is."""
        self.take_typed_link()
        targets = targets_in(self.text.lines, self.lines_in_sight)
        self._hints = LinkHints([one for one in targets if self.text.seen_of(one.part.line).part(one.part)])
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
        seen = self.text.seen_of(number)
        for target, label in self._hints.on_line(number):
            column = width(seen.line.text[: seen.column_of(target.part.start)])
            look = "reader--match-here" if target is self._hints.here else "reader--match"
            strip = over(strip, column, label, self.look(look))
        return strip

    def _choose_hinted(self, use: LinkUse) -> None:
        piece = self._hints.here.piece
        self.end_hints()
        self.choose_piece(piece, use)

    def _tell_hint(self) -> None:
        if self._hints:
            piece = self._hints.here.piece
            address = self.text.links[piece.link - 1] if piece.link is not None else ""
            self.post_message(self.LinkHinted(address, piece.note or ""))
