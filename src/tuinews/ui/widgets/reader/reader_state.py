"""What the reader shows: an article and how far it has come."""

from dataclasses import field
from enum import StrEnum

from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.kept_article import PictureSizes
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight


class Stage(StrEnum):
    """Nothing; what is known at once while the text is fetched; the kept text; what is known, and why no more;
    what is known and kept of an article that is not opened."""

    EMPTY = "empty"
    FETCHING = "fetching"
    KEPT = "kept"
    FAILED = "failed"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class NextUp:
    """What reading on opens: its title, "" where there is nothing, and words about it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """What a person wrote and marked in an entry: its note, "" if there is none, and its highlights."""

    entry_id: int | None = None
    note: str = ""
    highlights: tuple[Highlight, ...] = ()


@dataclass(frozen=True, slots=True)
class ReaderState:
    """An entry in the reader.

    `notes` are lines of our own under the article, each a paragraph: why its text did not come and which key
    helps, or, if there is no article, what to do. `position` is where to resume: the characters of the article
    before that line. `whole` is the article with what its site repeats, None if nothing is left out of it.
    `pictures` are the sizes of its pictures that are kept. `edits` says when its text was changed.

    Where `article` shows what was changed in it, `changes_back` is since how many versions, and `unmarked` the
    article as it is.
    """

    stage: Stage = Stage.EMPTY
    entry_id: int | None = None
    article: Article | None = None
    url: str | None = None
    source: str = ""
    notes: tuple[str, ...] = ()
    position: int = 0
    whole: Article | None = None
    pictures: PictureSizes = field(default_factory=dict)
    edits: str = ""
    changes_back: int = 0
    unmarked: Article | None = None
