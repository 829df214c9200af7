"""The links of an article by letters over those in sight."""

from textual.strip import Strip

from tuinews.late import late_imports
from tuinews.typeset.cells import width
from tuinews.ui.widgets.reader.links.article_links import ArticleLinks
from tuinews.ui.widgets.reader.links.link_hints import LinkHints
from tuinews.ui.widgets.reader.messages import HintsOver, LinkHinted, LinkUse
from tuinews.ui.widgets.reader.text.line_painter import over
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.typeset.page.targets import targets_in

_STEPS = {"tab": 1, "down": 1, "right": 1, "shift+tab": -1, "up": -1, "left": -1}
_USES = {"enter": LinkUse.FOLLOW, "o": LinkUse.BROWSE, "y": LinkUse.COPY}


class Hinting:
    """The letters over the links in sight, which the next keys mean; false while there are none."""

    def __init__(self, text: ShownText, window: Window, links: ArticleLinks) -> None:
        self._text, self._window, self._links = text, window, links
        self._hints = LinkHints()

    def __bool__(self) -> bool:
        return bool(self._hints)

    def show(self) -> bool:
        """Put letters over the links in sight; False where none is."""
        targets = targets_in(self._text.lines, self._window.lines_in_sight)
        self._hints = LinkHints([one for one in targets if self._text.seen_of(one.part.line).part(one.part)])
        self._tell()
        self._window.refresh()
        return bool(self._hints)

    def end(self) -> None:
        """Take the letters away."""
        if self._hints:
            self._hints = LinkHints()
            self._window.tell(HintsOver())
            self._window.refresh()

    def takes_key(self, key: str, letter: str) -> bool:
        """Choose a link by a key that types `letter`; any other key ends that, and is not taken but for Esc."""
        if not self._hints:
            return False
        if key in _STEPS:
            self._hints.step(_STEPS[key])
            self._tell()
        elif key in _USES:
            self._choose(_USES[key])
        elif letter.isalpha() and letter.isascii():
            if self._hints.type(letter):
                self._choose(LinkUse.BROWSE if letter.isupper() else LinkUse.FOLLOW)
            else:
                self._tell()
        else:
            self.end()
            return key == "escape"
        self._window.refresh()
        return True

    def over(self, strip: Strip, number: int) -> Strip:
        """A line as it is drawn, with letters over its links."""
        if not self._hints:
            return strip
        seen = self._text.seen_of(number)
        for target, label in self._hints.on_line(number):
            column = width(seen.line.text[: seen.column_of(target.part.start)])
            look = "reader--match-here" if target is self._hints.here else "reader--match"
            strip = over(strip, column, label, self._window.look(look))
        return strip

    def _choose(self, use: LinkUse) -> None:
        piece = self._hints.here.piece
        self.end()
        self._links.choose(piece, use)

    def _tell(self) -> None:
        if self._hints:
            piece = self._hints.here.piece
            self._window.tell(LinkHinted(self._links.address_of(piece), piece.note or ""))
