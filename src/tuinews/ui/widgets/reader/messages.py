"""What the reader tells the screen of."""

from enum import Enum, auto

from textual.message import Message

from tuinews.quick_dataclass import dataclass


class LinkUse(Enum):
    """What is to be done with a link."""

    FOLLOW = auto()
    BROWSE = auto()
    COPY = auto()


@dataclass
class LinkChosen(Message):
    """A link was chosen, and what for."""

    address: str
    use: LinkUse = LinkUse.FOLLOW


@dataclass
class LinkHovered(Message):
    """The mouse is over a link, or ("") over none any more."""

    address: str


@dataclass
class LinkTyped(Message):
    """A number is typed so far; `address` is where the link of that number leads, "" if there is none."""

    digits: str
    address: str


@dataclass
class LinkMissing(Message):
    """A link was asked for by a number (`digits`) that none of the `count` links has."""

    digits: str
    count: int


@dataclass
class LinkHinted(Message):
    """A link in sight is chosen so far: where it leads, "" where it is the mark of a footnote, `note`."""

    address: str
    note: str


class HintsOver(Message):
    """The letters over the links have gone."""


class NextChosen(Message):
    """The title of what comes next was clicked."""


@dataclass
class PlaceLeft(Message):
    """A jump inside the article, away from `position`."""

    position: int


@dataclass
class ReadingPaused(Message):
    """Reading has stopped at `position` of an entry's article: the characters before the line at the top."""

    entry_id: int
    position: int


class SelectingOver(Message):
    """The keys that move select no lines any more."""


@dataclass
class PicturesNeeded(Message):
    """Pictures of an entry's article come near the window."""

    entry_id: int
    addresses: tuple[str, ...]
