"""What was changed in the open article since it was saved: the words that were added, and those that are gone."""

from dataclasses import replace

from tuinews.language import Signs, _
from tuinews.model.article import Article
from tuinews.model.kept_article import RevisionDiff
from tuinews.typeset.changes.signs import SIGNS, ChangeSigns, with_signs
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.looks.drawn_signs import signs_of
from tuinews.ui.screens.commands.reader.opening import show_reader
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages, versions


def next_changes(state: ReadingState) -> None:
    """Show what was changed since the last version of the open article, then since the one before it, and so on;
    after the first one the article as it is.
    """
    entry_id = state.open_id
    if entry_id is None:
        state.say_here(messages.none_open(state.keymap))
        return

    async def job(library: LibraryProtocol) -> None:
        if state.open_id != entry_id:
            return
        back = state.reader_state.changes_back + 1
        found = await library.changes(entry_id, back)
        if state.open_id != entry_id:
            return
        if found is None:
            state.say_here(_(versions.NEVER_CHANGED))
        elif back > found.versions:
            leave(state)
            state.say_here(_(versions.AS_IT_IS))
        else:
            _show(state, found)

    show_reader(state)
    state.work.in_turn(job)


def leave(state: ReadingState) -> None:
    """Show the open article as it is, where its changes are shown."""
    shown = state.reader_state
    if shown.unmarked is not None:
        state.reader_state = replace(shown, article=shown.unmarked, unmarked=None, changes_back=0)


def _show(state: ReadingState, changes: RevisionDiff) -> None:
    shown = state.reader_state
    article = _said(state, changes.article)
    unmarked = shown.unmarked or shown.article
    state.reader_state = replace(shown, article=article, unmarked=unmarked, changes_back=changes.back)
    state.say_here(versions.changes_since(changes.replaced, changes.back, changes.versions, state.keymap))
    state.call_after_refresh(state.reader.sections.show_first_change)


def _said(state: ReadingState, article: Article) -> Article:
    """The changes in words for people who listen them, in signs where only plain signs are drawn, else by their
    looks."""
    if state.settings.screen_reader:
        added, gone = (text.split("{words}") for text in (_(versions.ADDED), _(versions.GONE)))
        return with_signs(article, ChangeSigns((added[0], added[-1]), (gone[0], gone[-1])))
    return with_signs(article, SIGNS) if signs_of(state.settings) is Signs.PLAIN else article
