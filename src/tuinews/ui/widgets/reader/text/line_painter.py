"""One typeset line as segments: roles and marks to looks, links to OSC 8, what stands out in relief."""

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.model.document import Mark
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import width
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.pieces import Line, Piece, Role

_MARKS = {
    Mark.EMPHASIS: "emphasis",
    Mark.STRONG: "strong-mark",
    Mark.STRIKE: "strike",
    Mark.INSERTED: "inserted",
    Mark.DELETED: "deleted",
}
"""The look of each mark, which comes over that of its role."""
_LOOKS = {
    Role.TITLE: "title",
    Role.BYLINE: "quiet",
    Role.DATE: "quiet",
    Role.SITE: "quiet",
    Role.LEAD: "lead",
    Role.HEADING: "heading",
    Role.SUBHEADING: "strong",
    Role.POST: "heading",
    Role.QUOTE: "quote",
    Role.CITE: "quiet",
    Role.CAPTION: "quiet",
    Role.CREDIT: "faint",
    Role.ALT: "faint",
    Role.EMBED: "link",
    Role.TABLE_CAPTION: "quiet",
    Role.TABLE_HEADER: "strong",
    Role.CODE: "code",
    Role.CODE_KEYWORD: "code-keyword",
    Role.CODE_STRING: "code-string",
    Role.CODE_COMMENT: "code-comment",
    Role.CODE_NUMBER: "code-number",
    Role.CODE_NAME: "code-name",
    Role.PICTURE: "picture",
    Role.SEPARATOR: "faint",
    Role.MARKER: "faint",
    Role.QUOTE_BAR: "rule",
    Role.RULE: "rule",
    Role.SIGN: "faint",
    Role.NOTE: "quiet",
    Role.OWN_NOTE: "emphasis",
    Role.NEXT_TITLE: "strong",
    Role.LINK_NUMBER: "faint",
    Role.FOOTNOTE_MARK: "faint",
    Role.FOOTNOTE_LABEL: "faint",
    Role.TABLE_RULE: "rule",
    Role.CODE_PAD: "code",
}
"""The look of each role; the others are plain text. Few looks: Textual works all of them out at every focus."""

LOOK_CLASSES = frozenset(
    f"reader--{look}"
    for look in (*_LOOKS.values(), *_MARKS.values(), "text", "inline-code", "highlight", "match", "match-here")
)


@dataclass(frozen=True, slots=True)
class StyleOverlay:
    """A part of a line that stands out, and the look that comes over its own."""

    part: MatchPart
    look: Style


class LinePainter:
    """Draws lines in the looks of the reader's sheet; `links` are the addresses by number, from 1."""

    def __init__(self, look: Callable[[str], Style], links: Sequence[str]) -> None:
        self._look, self._links = look, links
        self._link_styles: dict[int, Style] = {}

    def segments(self, line: Line) -> list[Segment]:
        """The line as segments of rich, each in its style."""
        return [Segment(piece.text, self._style(piece)) for piece in line.pieces]

    def _style(self, piece: Piece) -> Style:
        style = self._look(f"reader--{_LOOKS.get(piece.role, 'text')}")
        for mark in piece.marks:
            if mark is Mark.CODE:
                style = self._look("reader--inline-code")
            elif mark in _MARKS:
                style += self._mark_style(_MARKS[mark])
        return style + self._link_style(piece) if piece.link else style

    def _mark_style(self, name: str) -> Style:
        """What a mark adds: how it is written; its colour only where the sheet gives it one of its own."""
        look, plain = self._look(f"reader--{name}"), self._look("reader--text")
        written = Style(
            bold=look.bold or None,
            italic=look.italic or None,
            underline=look.underline or None,
            strike=look.strike or None,
        )
        return written if look.color == plain.color else written + Style(color=look.color)

    def _link_style(self, piece: Piece) -> Style:
        """One style a link, so that the terminal takes its pieces on two lines for one link."""
        number = piece.link or 0
        style = self._link_styles.get(number)
        if style is None:
            address = self._links[number - 1] if 0 < number <= len(self._links) else ""
            outside = Style(link=address) if is_web(address) else Style()
            words = self._look("reader--link")
            style = self._link_styles[number] = Style(color=words.color, underline=words.underline) + outside
        return style if piece.role is not Role.LINK_NUMBER else Style(link=style.link)


def is_web(address: str) -> bool:
    """Whether an address is http or https and safe inside a terminal's command: printable ASCII, no blanks."""
    return address.startswith(("http://", "https://")) and address.isascii() and address.isprintable()


def over(strip: Strip, cell: int, text: str, style: Style) -> Strip:
    """The strip with `text` in place of what stands at its cells from `cell` on."""
    end = cell + width(text)
    return Strip.join(
        [strip.crop(0, cell), Strip([Segment(text, style)]), strip.crop(end, max(end, strip.cell_length))]
    )


def painted(segments: Iterable[Segment], part: MatchPart, style: Style) -> Iterable[Segment]:
    """The segments with the characters of `part` in `style`."""
    column = 0
    for segment in segments:
        text = segment.text
        start = min(max(0, part.start - column), len(text))
        end = min(max(0, part.end - column), len(text))
        column += len(text)
        if start >= end:
            yield segment
            continue
        for piece, look in (
            (text[:start], segment.style),
            (text[start:end], (segment.style or Style()) + style),
            (text[end:], segment.style),
        ):
            if piece:
                yield Segment(piece, look)
