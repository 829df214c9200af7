"""What a typeset article is made of: lines of pieces, each with the role that it plays.

A role says what a piece is, never how it looks; the screen's style sheets map roles to looks.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum

from tuinews.model.document import Mark
from tuinews.model.kept_article import PictureSizes
from tuinews.quick_dataclass import dataclass

DASHES = "-–—― \u00a0"
"""What pages print before the source of a quote, and we print ourselves."""


_CHANGES = frozenset((Mark.INSERTED, Mark.DELETED))


class Role(StrEnum):
    """What a piece of a line is."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    SITE = "site"
    LEAD = "lead"
    HEADING = "heading"
    SUBHEADING = "subheading"
    POST = "post"
    TEXT = "text"
    QUOTE = "quote"
    CITE = "cite"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    CREDIT = "credit"
    ALT = "alt"
    EMBED = "embed"
    TABLE_CAPTION = "table-caption"
    TABLE_HEADER = "table-header"
    TABLE_CELL = "table-cell"
    CODE = "code"
    CODE_KEYWORD = "code-keyword"
    CODE_STRING = "code-string"
    CODE_COMMENT = "code-comment"
    CODE_NUMBER = "code-number"
    CODE_NAME = "code-name"

    PICTURE = "picture"
    INDENT = "indent"
    SEPARATOR = "separator"
    MARKER = "marker"
    QUOTE_BAR = "quote-bar"
    RULE = "rule"
    SIGN = "sign"
    NOTE = "note"
    OWN_NOTE = "own-note"
    NEXT_TITLE = "next-title"
    LINK_NUMBER = "link-number"
    FOOTNOTE_MARK = "footnote-mark"
    FOOTNOTE_LABEL = "footnote-label"
    TABLE_RULE = "table-rule"
    TABLE_GAP = "table-gap"
    CODE_PAD = "code-pad"


FURNITURE = frozenset(list(Role)[list(Role).index(Role.PICTURE) :])
"""Roles of what the typesetter adds: no words of the article, so a find in the text skips them."""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """Row number `row` of the `rows` that are reserved for the picture of `address`."""

    address: str
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one role and look; `link` is the number of its link, from 1.

    `source` is the article's text that it stands for, where that is another: a tab for its blanks. `note` is the
    label of the footnote that a mark points to, or that a label opens. `picture` is what is drawn in place of its
    blanks.
    """

    text: str
    role: Role
    marks: tuple[Mark, ...] = ()
    link: int | None = None
    source: str | None = None
    note: str | None = None
    picture: PictureRow | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page, not wider than the width asked for but where `wide` says so.

    `offset` counts the characters of the article before this line: it hardly depends on the width, so it is the
    place to keep for resuming. `joint` is what stands between this line's words and the next line's in running
    text: a blank, nothing (broken inside a word, or a script without spaces), or a line feed. On the lines of a
    table's columns `cell_joints` says the same for each cell, which goes on in its own column.

    `wide` is the cells of the widest line of its table or code where that is wider than the page, 0 otherwise. It
    is set as long as it is, and scrolls sideways but for its first `fixed` characters, so that one of the cells
    `stops` behind those comes next to them (a column of a table), or any if there are none.
    """

    pieces: tuple[Piece, ...]
    offset: int = 0
    joint: str = "\n"
    cell_joints: tuple[str, ...] = ()
    wide: int = 0
    fixed: int = 0
    stops: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The line as it stands on the screen."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_picture(self) -> bool:
        """Whether a line of a picture is drawn here."""
        return bool(self.pieces) and self.pieces[-1].picture is not None

    @property
    def is_changed(self) -> bool:
        """Whether words in it were added, or are gone, since another version (`typeset.changes`)."""
        return any(mark in _CHANGES for piece in self.pieces for mark in piece.marks)

    @property
    def words(self) -> str:
        """The article's own words on this line, without bars, markers, numbers and padding."""
        return "".join(piece.text for piece in self.pieces if piece.role not in FURNITURE)


@dataclass(frozen=True, slots=True)
class TypesetArticle:
    """An article set for one width. `links` are the addresses in the order of their numbers, from 1."""

    lines: tuple[Line, ...]
    width: int
    links: tuple[str, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line that holds the character at `offset`, to go back to a place after the width changed.

        Where a picture stands right before it, the picture's first line.
        """
        line = max(0, bisect_right(self.lines, offset, key=lambda one: one.offset) - 1)
        first = line
        while first > 0 and self.lines[first - 1].offset == self.lines[line].offset:
            first -= 1
        return next((n for n in range(first, line) if self.lines[n].is_picture), line)


@dataclass(frozen=True, slots=True)
class PictureRoom:
    """How much room a picture has: `rows` at most; `sizes` are those of the pictures that are kept."""

    rows: int
    sizes: PictureSizes = field(hash=False)


class Overflow(StrEnum):
    """What becomes of code and tables that are wider than the page: broken, or left to be scrolled."""

    WRAP = "wrap"
    SCROLL = "scroll"


@dataclass(frozen=True, slots=True)
class Options:
    """How to set an article: `measure` is the widest line in cells, `lang` the language of dates and labels
    (a BCP 47 tag; None is the article's own), `pictures` the room that they have, None if none is shown."""

    measure: int = 80
    lang: str | None = None
    pictures: PictureRoom | None = None
    overflow: Overflow = Overflow.WRAP


_HEADINGS = frozenset((Role.HEADING, Role.SUBHEADING))
_POSTS = frozenset((Role.POST,))


def section_beside(lines: Sequence[Line], here: int, direction: int) -> int | None:
    """The first line of the section after (1) or before (-1) line `here`, None if there is none.

    Where changes are shown, one begins with each. Else a section of a thread is a post, whatever headings the
    posts have; that of another article begins with a heading, and before the first lies the article's beginning.
    """
    changed = [line.is_changed for line in lines]
    starts = [place for place, so in enumerate(changed) if so and not (place and changed[place - 1])]
    starts = starts or _starts(lines, _POSTS) or _starts(lines, _HEADINGS)
    if direction > 0:
        return next((line for line in starts if line > here), None)
    if not starts or here <= 0:
        return None
    return next((line for line in reversed(starts) if line < here), 0)


def _starts(lines: Sequence[Line], roles: frozenset[Role]) -> list[int]:
    """The lines that begin with one of these roles and go on no such line before."""
    begins = [bool(line.pieces) and line.pieces[0].role in roles for line in lines]
    return [place for place, begin in enumerate(begins) if begin and not (place and begins[place - 1])]
