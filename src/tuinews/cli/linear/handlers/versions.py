"""Other versions of the open text: what was changed in it, and other ways to read its page."""

from tuinews.cli.linear.session import Commands, LinearSession
from tuinews.cli.linear.words import reading as words
from tuinews.language import _
from tuinews.model.article import Article, TextKind
from tuinews.text import clean_line
from tuinews.typeset.changes.signs import ChangeSigns, with_signs


async def changes(session: LinearSession, rest: str) -> None:
    """The words that were added and those that are gone, since that many versions before."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    back = session.speaker.number(rest, 99) if rest else 1
    found = await session.library.changes(entry_id, back) if back else None
    if found is None or back > found.versions:
        if back:
            session.say(_(words.NEVER_CHANGED))
        return
    added, gone = (_(text).split("{words}") for text in (words.ADDED, words.GONE))
    session.say(words.changed_since(found.replaced, found.back, found.versions))
    session.reader.say(with_signs(found.article, ChangeSigns((added[0], added[-1]), (gone[0], gone[-1]))))


async def versions(session: LinearSession, _rest: str) -> None:
    """The versions of the text, numbered."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    session.say(_(words.LOOKING))
    alternatives = await session.library.alternatives(entry_id)
    session.versions.hold(list(alternatives.articles))
    session.versions_of = entry_id
    lines = [
        words.version_line(number, _name(one), len(one.text.split()))
        for number, one in enumerate(alternatives.articles, 1)
    ]
    missing = alternatives.missing
    session.tell([*lines, *([words.other_versions_missing(clean_line(missing.why))] if missing else [])])


def _name(article: Article) -> str:
    ruled = article.kind is TextKind.EXTRACTED and article.selector_rule is not None
    return _(words.BY_RULE if ruled else words.VERSIONS[article.kind.value])


async def version(session: LinearSession, rest: str) -> None:
    """Another version, which is kept."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    if session.versions_of != entry_id:
        session.versions.hold(list((await session.library.alternatives(entry_id)).articles))
        session.versions_of = entry_id
    chosen = await session.versions.one(rest)
    if chosen is None:
        return
    await session.library.choose(entry_id, chosen)
    kept = await session.library.article(entry_id)
    if kept is not None:
        await session.reader.read(kept)
    session.taken = (entry_id, chosen)


async def always(session: LinearSession, _rest: str) -> None:
    """All articles of the source as the version that was taken."""
    entry_id = session.open_id()
    if entry_id is None:
        return
    taken = session.taken[1] if session.taken and session.taken[0] == entry_id else None
    if taken is None:
        session.say(_(words.NO_VERSION_TAKEN))
        return
    row = await session.library.entry(entry_id)
    source = await session.library.source(row.source_id)
    is_plain = taken.kind is TextKind.EXTRACTED or taken.selector_rule is not None
    if taken.kind is TextKind.FEED or not is_plain or not source.kind.traits.is_followed:
        session.say(_(words.NOT_FOR_SOURCE))
        return
    await session.library.set_selector_rule(source.id, taken.selector_rule)
    session.say(words.read_by_rule(clean_line(source.title, 60)))


COMMANDS: Commands = {"changes": changes, "versions": versions, "version": version, "always": always}
