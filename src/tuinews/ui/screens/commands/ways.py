"""Reading an article another way, where what was made of its page is not right."""

from dataclasses import replace

from tuinews.model.article import Article, Repair
from tuinews.model.row import Ways
from tuinews.model.source import Source
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.commands.opening import now_kept, show_reader
from tuinews.ui.screens.desk import Desk
from tuinews.ui.widgets.shown import Shown, Stage


def next_way(desk: Desk) -> None:
    """Show the open article the next way, and keep it so; after the last way comes the first."""
    entry_id = desk.open_id
    if entry_id is None:
        desk.say_here(wording.none_open(desk.keymap))
        return

    async def job(library: AskedLibrary) -> None:
        if desk.open_id != entry_id:
            return
        ways = await library.ways(entry_id)
        if desk.open_id != entry_id:
            return
        if ways.missing is None:
            desk.online()
        else:
            desk.fail_here(ways.missing)
        place = _next(ways, desk.shown)
        article = ways.articles[place]
        if desk.shown.article is None or article.text != desk.shown.article.text:
            desk.shown = replace(desk.shown, stage=Stage.KEPT, article=article, notes=())
            if not library.read_only:
                desk.mark(lambda library: _keep(desk, library, entry_id, article))
        told = wording.way(ways, place)
        source = await _source_of(desk, library)
        if source is not None and wording.why_not_kept(article, source, ways) is None:
            told = f"{told}; {desk.keymap.key('keep_way')} keeps it for the source"
        desk.say_here(told)

    show_reader(desk)
    desk.say_here("Looking for other ways to read it…")
    desk.in_turn(job)


def keep_way(desk: Desk) -> None:
    """Read all pages of the open article's source the way that is shown; no question, since it can be undone."""
    entry_id = desk.open_id
    if entry_id is None:
        desk.say_here(wording.none_open(desk.keymap))
        return

    async def job(library: AskedLibrary) -> None:
        ways = await library.ways(entry_id)
        source = await _source_of(desk, library)
        if desk.open_id != entry_id or source is None:
            return
        article = next((way for way in ways.articles if _is_shown(way, desk.shown)), None)
        if article is None:
            desk.say_here(f"Its page has changed; {desk.keymap.key('next_way')} goes through the ways to read it")
        elif (refusal := wording.why_not_kept(article, source, ways)) is not None:
            desk.say_here(refusal)
        else:
            desk.mark(lambda library: _keep_for(desk, library, source, article.repair))

    show_reader(desk)
    desk.in_turn(job)


async def _keep_for(desk: Desk, library: AskedLibrary, source: Source, repair: Repair | None) -> None:
    await library.repair(source.id, repair)
    desk.say(f"{wording.read_from_now_on(source, repair)}; {desk.keymap.key('undo')} undoes it")
    desk.reload()


async def _source_of(desk: Desk, library: AskedLibrary) -> Source | None:
    """The source of the open article as it is now; the screen's own may be a moment old."""
    row = desk.open_row
    sources = await library.sources() if row is not None else []
    return next((source for source in sources if row is not None and source.id == row.source_id), None)


def _is_shown(way: Article, shown: Shown) -> bool:
    return shown.stage is Stage.KEPT and shown.article is not None and shown.article.text == way.text


async def _keep(desk: Desk, library: AskedLibrary, entry_id: int, article: Article) -> None:
    await library.choose(entry_id, article)
    now_kept(desk, entry_id)


def _next(ways: Ways, shown: Shown) -> int:
    """The way behind the one that is shown; the first where none of them is."""
    now = shown.article
    texts = [article.text for article in ways.articles]
    if now is None or shown.stage is not Stage.KEPT or now.text not in texts:
        return 0
    return (texts.index(now.text) + 1) % len(texts)
