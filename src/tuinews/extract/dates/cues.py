"""What a text calls its date: the day of publication, or of a change; in the words of every language."""

from enum import Enum, auto

from tuinews.extract.dates.tokens import normal, tokens_of
from tuinews.extract.dates.vocabulary.vocabulary import Kind


class Cue(Enum):
    """What a date is called."""

    PUBLISHED = auto()
    UPDATED = auto()


def cue_of(text: str, lang: str | None = None) -> Cue | None:
    """What the date in a short text is called; the publication where it names both; `lang` is a BCP 47 tag."""
    base = (lang or "").lower().replace("_", "-").partition("-")[0]
    kinds = tokens_of(normal(text), base).kinds
    if Kind.PUBLISHED in kinds:
        return Cue.PUBLISHED
    return Cue.UPDATED if Kind.UPDATED in kinds else None


def words_beside(text: str, lang: str | None = None) -> list[str]:
    """The words of a short text that say nothing of time: all but its date and what the date is called."""
    base = (lang or "").lower().replace("_", "-").partition("-")[0]
    tokens = tokens_of(normal(text), base)
    return [word for word, kind in zip(tokens.words, tokens.kinds, strict=True) if kind == Kind.NOISE]
