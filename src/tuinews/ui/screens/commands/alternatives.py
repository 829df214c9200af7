"""Reading an article another way, where what was made of its page is not right."""

from dataclasses import replace

from tuinews.model.article import Article, SelectorRule
from tuinews.model.kept_article import Alternatives
from tuinews.model.source import Source
from tuinews.ui import wording
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.opening import now_kept, show_reader
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.reader.reader_state import ReaderState, Stage


def next_way(state: ReadingState) -> None:
    """Show the open article the next way, and keep it so; after the last way comes the first."""
    entry_id = state.open_id
    if entry_id is None:
        state.say_here(wording.none_open(state.keymap))
        return

    async def job(library: LibraryProtocol) -> None:
        if state.open_id != entry_id:
            return
        ways = await library.ways(entry_id)
        if state.open_id != entry_id:
            return
        if ways.missing is None:
            state.online()
        else:
            state.fail_here(ways.missing)
        place = _next(ways, state.shown)
        article = ways.articles[place]
        if state.shown.article is None or article.text != state.shown.article.text:
            state.shown = replace(state.shown, stage=Stage.KEPT, article=article, notes=())
            if not library.read_only:
                state.mark(lambda library: _keep(state, library, entry_id, article))
        told = wording.way(ways, place)
        source = await _source_of(state, library)
        if source is not None and wording.why_not_kept(article, source, ways) is None:
            told = f"{told}; {state.keymap.key('keep_way')} keeps it for the source"
        state.say_here(told)

    show_reader(state)
    state.say_here("Looking for other ways to read it…")
    state.in_turn(job)


def keep_way(state: ReadingState) -> None:
    """Read all pages of the open article's source the way that is shown; no question, since it can be undone."""
    entry_id = state.open_id
    if entry_id is None:
        state.say_here(wording.none_open(state.keymap))
        return

    async def job(library: LibraryProtocol) -> None:
        ways = await library.ways(entry_id)
        source = await _source_of(state, library)
        if state.open_id != entry_id or source is None:
            return
        article = next((way for way in ways.articles if _is_shown(way, state.shown)), None)
        if article is None:
            state.say_here(
                f"Its page has changed; {state.keymap.key('next_way')} goes through the ways to read it"
            )
        elif (refusal := wording.why_not_kept(article, source, ways)) is not None:
            state.say_here(refusal)
        else:
            state.mark(lambda library: _keep_for(state, library, source, article.repair))

    show_reader(state)
    state.in_turn(job)


async def _keep_for(
    state: ReadingState, library: LibraryProtocol, source: Source, repair: SelectorRule | None
) -> None:
    await library.repair(source.id, repair)
    state.say(f"{wording.read_from_now_on(source, repair)}; {state.keymap.key('undo')} undoes it")
    state.reload()


async def _source_of(state: ReadingState, library: LibraryProtocol) -> Source | None:
    """The source of the open article as it is now; the screen's own may be a moment old."""
    row = state.open_row
    sources = await library.sources() if row is not None else []
    return next((source for source in sources if row is not None and source.id == row.source_id), None)


def _is_shown(way: Article, shown: ReaderState) -> bool:
    return shown.stage is Stage.KEPT and shown.article is not None and shown.article.text == way.text


async def _keep(state: ReadingState, library: LibraryProtocol, entry_id: int, article: Article) -> None:
    await library.choose(entry_id, article)
    now_kept(state, entry_id)


def _next(ways: Alternatives, shown: ReaderState) -> int:
    """The way behind the one that is shown; the first where none of them is."""
    now = shown.article
    texts = [article.text for article in ways.articles]
    if now is None or shown.stage is not Stage.KEPT or now.text not in texts:
        return 0
    return (texts.index(now.text) + 1) % len(texts)
