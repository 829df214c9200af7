"""Places within the open text: headings, words that are looked for, pictures."""

from tuinews.address import masked
from tuinews.cli.linear.session import Commands, FindState, LinearSession
from tuinews.cli.linear.words import text as words
from tuinews.folding import fold
from tuinews.language import _
from tuinews.model.document import plain
from tuinews.text import clean_line
from tuinews.typeset.pieces import Line, Role

_HEADINGS = frozenset((Role.HEADING, Role.SUBHEADING, Role.POST))


def _headings(lines: list[Line]) -> list[int]:
    """The lines at which headings or posts begin."""
    roles = [next((piece.role for piece in line.pieces if piece.role in _HEADINGS), None) for line in lines]
    return [place for place, role in enumerate(roles) if role and (not place or roles[place - 1] is not role)]


async def headings(session: LinearSession, _rest: str) -> None:
    """The headings, numbered."""
    if session.open_id() is None:
        return
    lines = session.reader.lines
    found = [f"{number}. {lines[place].text.strip()}" for number, place in enumerate(_headings(lines), 1)]
    session.tell(found or [_(words.NO_HEADINGS)])


async def heading(session: LinearSession, rest: str) -> None:
    """On from a heading: that of a number, else the next one that was not heard."""
    if session.open_id() is None:
        return
    places = _headings(session.reader.lines)
    if not places:
        session.say(_(words.NO_HEADINGS))
    elif rest:
        number = session.speaker.number(rest, len(places))
        if number:
            session.reader.say_from(places[number - 1])
    else:
        place = next((one for one in places if one >= session.reader.heard), None)
        if place is None:
            session.say(_(words.NO_HEADING_BEHIND))
        else:
            session.reader.say_from(place)


async def find(session: LinearSession, rest: str) -> None:
    """On from the next line that has some words; from the beginning where none comes any more."""
    if session.open_id() is None:
        return
    before = session.sought
    wanted = rest or before.words
    if not wanted:
        session.say(_(words.WHAT_TO_FIND))
        return
    found = _places(session.reader.lines, wanted)
    if not found:
        session.say(words.not_in_text(clean_line(wanted, 60)))
        return
    session.say(words.places(len(found)))
    is_same = wanted == before.words and before.entry_id == session.reader.id
    place = next((one for one in found if not is_same or one > before.line), None)
    if place is None:
        session.say(_(words.FROM_THE_TOP))
        place = found[0]
    session.sought = FindState(wanted, session.reader.id, place)
    session.reader.say_from(place)


def _places(lines: list[Line], wanted: str) -> list[int]:
    """The lines in which some words begin; they may go on in the next one."""
    sought, folded = fold(wanted), [fold(line.words) for line in lines]
    both = (f"{one} {after}" for one, after in zip(folded, [*folded[1:], ""], strict=True))
    return [place for place, text in enumerate(both) if 0 <= text.find(sought) <= len(folded[place])]


async def pictures(session: LinearSession, _rest: str) -> None:
    """What the pictures show, each with its address."""
    article = session.reader.article
    if session.open_id() is None or article is None:
        return
    lines: list[str] = []
    for number, figure in enumerate(article.document.figures, 1):
        said = clean_line(plain(figure.caption) or figure.alt, 500) or _(words.UNDESCRIBED)
        lines.append(f"{number}. {said}, {clean_line(masked(figure.url), 500)}")
    session.tell(lines or [_(words.NO_PICTURES)])


COMMANDS: Commands = {"headings": headings, "heading": heading, "find": find, "pictures": pictures}
