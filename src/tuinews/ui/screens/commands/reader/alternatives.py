"""Other versions of an article's text, for when the extracted one is not right."""

from dataclasses import replace

from tuinews.errors import is_offline
from tuinews.language import _
from tuinews.model.article import Article, SelectorRule, TextKind
from tuinews.model.kept_article import Alternatives
from tuinews.model.source import Source
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.changes import leave
from tuinews.ui.screens.commands.reader.opening import now_kept, show_reader
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.reader.reader_state import ReaderState, Stage
from tuinews.ui.words import messages, versions


def next_way(state: ReadingState) -> None:
    """Show the next version of the open article, and keep it; after the last comes the first.

    Where lines are left out that the site repeats, the next one is the whole text, which is at hand.
    """
    entry_id = state.open_id
    if entry_id is None:
        state.say_here(messages.none_open(state.keymap))
        return
    leave(state)
    shown = state.reader_state
    if shown.whole is not None and shown.entry_id == entry_id:
        show_reader(state)
        state.reader_state = replace(shown, article=shown.whole, whole=None, notes=())
        state.say_here(_(versions.WITH_REPEATED_LINES))
        return

    show_reader(state)
    state.say_here(_(versions.LOOKING))
    state.work.in_turn(lambda library: _show_next(state, library, entry_id))


async def _show_next(state: ReadingState, library: LibraryProtocol, entry_id: int) -> None:
    """Show the next version, where the article is still the open one, and keep it."""
    if state.open_id != entry_id:
        return
    alternatives = await library.alternatives(entry_id)
    if state.open_id != entry_id:
        return
    if alternatives.missing is None:
        state.messages.online()
    else:
        state.fail_here(alternatives.missing)
    place = _next(alternatives, state.reader_state)
    article = alternatives.articles[place]
    if state.reader_state.article is None or article.text != state.reader_state.article.text:
        state.reader_state = replace(state.reader_state, stage=Stage.KEPT, article=article, whole=None, notes=())
        if not library.read_only:
            state.work.mark(lambda library: _keep(state, library, entry_id, article))
    words = _which_version(alternatives, place)
    source = await _source_of(state, library)
    if source is not None and _why_not_for_source(article, source, alternatives) is None:
        words = f"{words}; {versions.usable_for_source(state.keymap)}"
    state.say_here(words)


def keep_way(state: ReadingState) -> None:
    """Use the version that is shown for all pages of its source; no question, since it can be undone."""
    entry_id = state.open_id
    if entry_id is None:
        state.say_here(messages.none_open(state.keymap))
        return

    leave(state)

    async def job(library: LibraryProtocol) -> None:
        alternatives = await library.alternatives(entry_id)
        source = await _source_of(state, library)
        if state.open_id != entry_id or source is None:
            return
        article = next((way for way in alternatives.articles if _is_shown(way, state.reader_state)), None)
        if article is None:
            state.say_here(versions.page_changed(state.keymap))
        elif (refusal := _why_not_for_source(article, source, alternatives)) is not None:
            state.say_here(refusal)
        else:
            state.work.mark(lambda library: _keep_for(state, library, source, article.selector_rule))

    show_reader(state)
    state.work.in_turn(job)


async def _keep_for(
    state: ReadingState, library: LibraryProtocol, source: Source, rule: SelectorRule | None
) -> None:
    await library.set_selector_rule(source.id, rule)
    if rule is None:
        state.say(versions.read_without_rule(source.title, state.keymap))
    else:
        state.say(versions.read_by_rule(source.title, rule.body or rule.drop or "", state.keymap))
    state.reloading.reload()


async def _source_of(state: ReadingState, library: LibraryProtocol) -> Source | None:
    """The source of the open article as it is now; the screen's own may be a moment old."""
    row = state.opened.row
    sources = await library.sources() if row is not None else []
    return next((source for source in sources if row is not None and source.id == row.source_id), None)


def _is_shown(way: Article, shown: ReaderState) -> bool:
    article = shown.whole or shown.article
    return shown.stage is Stage.KEPT and article is not None and article.text == way.text


async def _keep(state: ReadingState, library: LibraryProtocol, entry_id: int, article: Article) -> None:
    await library.choose(entry_id, article)
    now_kept(state, entry_id)


def _next(alternatives: Alternatives, shown: ReaderState) -> int:
    """The version after the one that is shown; the first where none of them is."""
    now = shown.article
    texts = [article.text for article in alternatives.articles]
    if now is None or shown.stage is not Stage.KEPT or now.text not in texts:
        return 0
    return (texts.index(now.text) + 1) % len(texts)


def _which_version(alternatives: Alternatives, place: int) -> str:
    """Which version of the text is shown, of how many, and why there are no more."""
    count, article = len(alternatives.articles), alternatives.articles[place]
    ruled = article.kind is TextKind.EXTRACTED and article.selector_rule is not None
    name = _(versions.BY_RULE) if ruled else versions.name(article.kind)
    words = versions.numbered(place + 1, count, name) if count > 1 else versions.only(name)
    if alternatives.missing is None:
        return words
    if is_offline(alternatives.missing):
        return f"{words}; {_(versions.MORE_ONLINE)}"
    return f"{words}; {versions.no_more(alternatives.missing.why)}"


def _why_not_for_source(article: Article, source: Source, alternatives: Alternatives) -> str | None:
    """Why a version cannot become that of all articles of its source, None if it can."""
    if not source.kind.traits.is_followed:
        return _(versions.NOT_OF_A_SOURCE)
    if article.kind is TextKind.FEED:
        return _(versions.NOT_ON_A_PAGE)
    if alternatives.missing is not None:
        return _(versions.PAGE_MISSING)
    if article.kind is not TextKind.EXTRACTED and article.selector_rule is None:
        return _(versions.NOT_FOUND_ELSEWHERE)
    if article.selector_rule == alternatives.articles[0].selector_rule:
        return versions.already_read_so(source.title)
    if article.selector_rule is None and source.selector_rule is None:
        return versions.set_in_settings(source.title)
    return None
