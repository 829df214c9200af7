"""Notes and highlights: said, written, taken away."""

from itertools import groupby
from operator import attrgetter

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import marking as words
from tuinews.language import _
from tuinews.model.annotations.highlights import ListedHighlight
from tuinews.text import clean_line

_LONGEST = 5_000
"""Characters of a note or a passage that are said."""


async def note(session: LinearSession, rest: str) -> None:
    """The note of the open article, or another one; `-` removes it. Raises TuinewsError."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    if rest:
        kept = await session.library.annotations.set_note(entry_id, "" if rest == "-" else rest)
        session.say(_(words.NOTE_SAVED) if kept else _(words.NOTE_GONE))
        return
    text = await session.library.annotations.note(entry_id)
    session.say(words.note(clean_line(text, _LONGEST)) if text else _(words.NO_NOTE))


async def highlight(session: LinearSession, rest: str) -> None:
    """A passage of the open article by its words. Raises TuinewsError."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    if rest:
        await session.library.annotations.highlight_words(entry_id, rest)
        session.highlights.forget()
    session.say(_(words.HIGHLIGHTED) if rest else _(words.PASSAGE_WANTED))


async def highlights(session: LinearSession, rest: str) -> None:
    """All highlights, or those of what a query finds, under the titles of their articles, with their numbers."""
    session.asked = rest
    if rest:
        listed = await session.library.annotations.listed_highlights(rest)
        session.highlights.hold(listed)
    else:
        listed = await session.highlights.all()
    numbers = {one.highlight.id: number for number, one in enumerate(listed, 1)}
    lines: list[str] = []
    for row, passages in groupby(listed, attrgetter("row")):
        lines.append(f"{clean_line(row.title)}, {clean_line(row.source_title, 40)}")
        lines += [f"{numbers[one.highlight.id]}. {_passage(one)}" for one in passages]
    session.tell(lines or [_(words.NO_HIGHLIGHTS)])


async def unhighlight(session: LinearSession, rest: str) -> None:
    """A highlight taken away, by its number. Raises TuinewsError."""
    one = await session.highlights.one(rest)
    if one is not None:
        await session.library.annotations.remove_highlight(one.highlight.id)
        session.say(_(words.HIGHLIGHT_GONE))


def _passage(one: ListedHighlight) -> str:
    return clean_line(one.highlight.quotation.exact, _LONGEST)


COMMANDS: Commands = {
    "note": note,
    "highlight": highlight,
    "highlights": highlights,
    "unhighlight": unhighlight,
}
