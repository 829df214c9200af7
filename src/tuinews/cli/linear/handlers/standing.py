"""Mutes and rules: made, listed, ended; and tried before they are."""

from datetime import UTC, datetime

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import lists
from tuinews.cli.linear.words import standing as words
from tuinews.folding import fold
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.store_thread import utc_now
from tuinews.model.standing.queries import ArrivalRule
from tuinews.query.mistyped import mistyped
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.ui.screens.overlays.standing.offers import mute_offers


async def mute(session: LinearSession, rest: str) -> None:
    """What a query finds, or an offer of the open article, for ever or until a day. Raises QueryError."""
    if not rest:
        await _offer(session)
        return
    query, until = _until(rest)
    if until is not None and until <= utc_now():
        session.say(_(words.DAY_WANTED))
        return
    if query.isascii() and query.isdigit() and session.reader.id is not None:
        if session.offers_of != session.reader.id:
            await _offer(session)
            return
        offered = await session.offers.one(query)
        if offered is None:
            return
        query = offered
    session.asked = query
    count = await session.library.found_count(query)
    await session.library.mute(query, until)
    session.mutes.forget()
    session.say(words.muted(clean_line(query, 60), count))
    _say_mistyped(session, query, count)


def _until(rest: str) -> tuple[str, datetime | None]:
    """A query, and the day that was named behind it, on which the mute ends."""
    *before, word, day = ["", "", *rest.split()]
    if fold(word) not in ("until", fold(_("until"))):
        return rest, None
    try:
        moment = datetime.fromisoformat(day).astimezone(UTC)
    except (ValueError, OverflowError):
        return rest, None
    return " ".join(before).strip(), moment


async def _offer(session: LinearSession) -> None:
    """Say what can be muted of the open article, numbered."""
    rows, _behind = await session.meant("")
    if rows:
        offers = mute_offers(rows[0])
        session.offers.hold([offer.query for offer in offers])
        session.offers_of = rows[0].id
        names = [offer.name or offer.query.partition(":")[2].strip('"') for offer in offers]
        lines = [
            f"{number}. {_(offer.kind)}: {clean_line(name)}"
            for number, (offer, name) in enumerate(zip(offers, names, strict=True), 1)
        ]
        session.tell([_(words.OFFERS), *lines])


async def mutes(session: LinearSession, _rest: str) -> None:
    """What is muted, numbered."""
    lines = [
        f"{number}. {words.mute_line(clean_line(one.query), _day(one.until))}"
        for number, one in enumerate(await session.mutes.all(), 1)
    ]
    session.tell(lines or [_(words.NO_MUTES)])


def _day(moment: datetime | None) -> str:
    return moment.astimezone().date().isoformat() if moment else ""


async def unmute(session: LinearSession, rest: str) -> None:
    """A mute that ends."""
    one = await session.mutes.one(rest)
    if one is not None:
        await session.library.unmute(one.id)
        session.say(words.unmuted(clean_line(one.query)))


async def rules(session: LinearSession, _rest: str) -> None:
    """The rules, numbered."""
    lines = [f"{number}. {_rule(one)}" for number, one in enumerate(await session.rules.all(), 1)]
    session.tell(lines or [_(words.NO_RULES)])


def _rule(one: ArrivalRule) -> str:
    """A rule, as it is typed."""
    action = f"{one.action.value}={one.tag}" if one.tag else one.action.value
    return f"{clean_line(action)} {clean_line(one.query)}"


async def rule(session: LinearSession, rest: str) -> None:
    """Something that is done to what arrives. Raises QueryError, TuinewsError."""
    action, _blank, query = rest.partition(" ")
    if not query:
        session.say(_(words.RULE_WANTED))
        return
    session.asked = query
    count = await session.library.found_count(query)
    made = await session.library.add_rule(action, query)
    session.rules.forget()
    session.say(words.rule_made(_rule(made), clean_line(query, 60), count))
    _say_mistyped(session, query, count)


async def try_query(session: LinearSession, rest: str) -> None:
    """How many articles that are here a query finds. Raises QueryError."""
    if not rest:
        session.say(_(words.QUERY_WANTED))
        return
    session.asked = rest
    count = await session.library.found_count(rest)
    session.say(words.touches(clean_line(rest, 60), count))
    _say_mistyped(session, rest, count)


async def remove_rule(session: LinearSession, rest: str) -> None:
    """A rule that is kept no longer."""
    one = await session.rules.one(rest)
    if one is not None:
        await session.library.remove_rule(one.id)
        session.say(words.rule_removed(_rule(one)))


def _say_mistyped(session: LinearSession, query: str, count: int) -> None:
    """Say of a query that finds nothing which field in it was mistyped."""
    error = None if count else mistyped(query)
    if error is not None:
        session.say(lists.mistaken(error.column, error.what, f"{error.why}; {error.do}"))


COMMANDS: Commands = {
    "mute": mute,
    "mutes": mutes,
    "unmute": unmute,
    "rules": rules,
    "rule": rule,
    "try": try_query,
    "remove rule": remove_rule,
}
