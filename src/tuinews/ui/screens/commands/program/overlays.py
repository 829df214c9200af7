"""What comes over the reading  Each is imported when it is asked for: the first paint needs none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.discovery import Candidate
from tuinews.model.entry_row import EntryRow
from tuinews.model.view import View
from tuinews.typeset.cells import width
from tuinews.ui.app_context import SettingsChanged
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands import accounts, folders, views
from tuinews.ui.screens.commands.program.configuring import change, keep, put_in_force
from tuinews.ui.screens.commands.reader.opening import open_entry
from tuinews.ui.screens.commands.sources import refresh, set_source, target_source
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.overlays.adding.result import AddResult
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages
from tuinews.ui.words import themes as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.adding.add_source import AddSourceScreen, ImportScreen
    from tuinews.ui.screens.overlays.adding.linked_list import LinkedListScreen
    from tuinews.ui.screens.overlays.beginning.starters import StartersScreen
    from tuinews.ui.screens.overlays.beginning.ways_screen import WaysScreen
    from tuinews.ui.screens.overlays.beginning.welcome import WelcomeScreen
    from tuinews.ui.screens.overlays.failures import FailuresScreen, failures_of
    from tuinews.ui.screens.overlays.help import HelpScreen
    from tuinews.ui.screens.overlays.notices import NoticesScreen
    from tuinews.ui.screens.overlays.palette import PaletteScreen
    from tuinews.ui.screens.overlays.preferences.settings import SettingsInForce, SettingsScreen
    from tuinews.ui.screens.overlays.preferences.themes import ThemesScreen
    from tuinews.ui.screens.overlays.sheets.edit_source import EditSourceScreen

_WORD = re.compile(r"\w+")
_ARTICLES, _LEAST_TYPED = 30, 2
"""Articles that the palette offers, and cells from which on it looks for them: two letters, or one ideograph."""


def help_keys(state: ReadingState) -> None:
    """Show every key."""
    state.app.push_screen(HelpScreen(state.keymap))


def settings(state: ReadingState) -> None:
    """Show the settings in force, and change them."""

    def now() -> SettingsInForce:
        return SettingsInForce(state.settings, state.keymap, state.context.settings_file)

    state.app.push_screen(SettingsScreen(now, partial(put_in_force, state), partial(keep, state)))


def themes(state: ReadingState) -> None:
    """Show the themes on the screen, and keep one."""

    def show(theme: str) -> None:
        state.post_message(SettingsChanged(replace(state.settings, theme=theme), state.keymap))

    def keep_theme(theme: str | None) -> None:
        if theme is not None:
            change(state, ("theme",), theme)

    note = _(words.FIXED) if getattr(state.app, "theme_is_fixed", False) else ""
    state.app.push_screen(ThemesScreen(state.settings.theme, show, note), keep_theme)


def notices(state: ReadingState) -> None:
    """Show again what was said at the start."""
    state.app.push_screen(NoticesScreen(state.keymap, state.notices))


def failures(state: ReadingState) -> None:
    """Show what failed, with the reasons."""
    progress = state.status.progress
    failed = failures_of(state.sources, progress.failed if progress else state.status.failed)
    state.status = replace(state.status, skipped=0)

    def go_to(source_id: int) -> None:
        state.listing.visit(View(source_id=source_id))

    state.app.push_screen(FailuresScreen(state.keymap, failed, state.skipped, state.sources, go_to))


def palette(state: ReadingState) -> None:
    """Find a command, a source or an article by its name."""

    def go(choice: str | View | int | None) -> None:
        if isinstance(choice, int):
            open_entry(state, choice)
            state.at = PaneName.READER
        else:
            state.go(choice)

    named = partial(_articles_named, state)
    state.app.push_screen(PaletteScreen(state.keymap, state.sources, state.saved_views, named), go)


async def _articles_named(state: ReadingState, typed: str) -> Sequence[EntryRow]:
    """The first articles whose titles have all the words that were typed; none where the library cannot say."""
    library = state.work.library
    words = _WORD.findall(typed)
    if library is None or width(typed) < _LEAST_TYPED or not words:
        return ()
    try:
        ids = await library.entry_ids(View(query=" ".join(f"title:{word}" for word in words)), _ARTICLES)
        return await library.rows(ids)
    except TuinewsError:
        return ()


def add(state: ReadingState) -> None:
    """Add a source; the list on the page that is open is offered, where a link led to it."""
    library = state.work.library_or_reason()
    if library is not None and state.opened.listed_on_page is not None:
        offer_list(state, library, state.opened.listed_on_page)
    elif library is not None:
        state.app.push_screen(AddSourceScreen(library), lambda result: _taken(state, result))


def offer_list(state: ReadingState, library: LibraryProtocol, listed: Candidate) -> None:
    """Offer to add a list of articles that a link led to."""
    state.app.push_screen(LinkedListScreen(library, listed), lambda result: _taken(state, result))


def import_list(state: ReadingState) -> None:
    """Add the sources of a list."""
    library = state.work.library_or_reason()
    if library is not None:
        state.app.push_screen(ImportScreen(library), lambda result: _taken(state, result))


def welcome(state: ReadingState) -> None:
    """Say what one needs first in an empty library."""
    _begin(state, WelcomeScreen)


def starters(state: ReadingState) -> None:
    """Offer newspapers to begin with, and the guide."""
    _begin(state, StartersScreen)


def _begin(state: ReadingState, screen: "type[WaysScreen]") -> None:
    library = state.work.library_or_reason()
    if library is not None:
        shown = screen(library, state.context.guide, state.keymap)
        state.app.push_screen(shown, lambda result: _taken(state, result))


def edit_source(state: ReadingState) -> None:
    """Edit all that is set of the source that is listed, or of that of the entry under the cursor; in the sources
    the path of the folder under the cursor, or the account whose folder it is.
    """
    folder = state.view.folder
    if state.at is PaneName.SOURCES and folder is not None:
        account = accounts.of_folder(state, folder)
        if account is None:
            folders.edit(state, folder)
        else:
            accounts.show_one(state, account)
        return
    saved = state.counting.saved_view(state.view)
    if saved is not None:
        views.edit(state, saved)
        return
    source = target_source(state)
    if source is None and folder is not None:
        folders.edit(state, folder)
        return
    if source is None:
        state.say_here(messages.no_source_selected(state.keymap))
        return

    def keep(changed: Mapping[str, str] | None) -> None:
        if changed is not None:
            set_source(state, source, changed)

    paths = dict.fromkeys(one.folder for one in state.sources if one.folder)
    state.app.push_screen(EditSourceScreen(source, tuple(paths), state.keymap), keep)


def _taken(state: ReadingState, result: AddResult | None) -> None:
    """List what was added, and fetch what was not fetched yet (new sources are always due)."""
    if result is None:
        return
    if result.skipped:
        state.skipped = result.skipped
        state.status = replace(state.status, skipped=len(result.skipped))
    state.say(result.words)
    if result.source and result.source.id not in {source.id for source in state.sources}:
        # The library's own list comes a moment later; until then no key may say that there are no sources.
        state.sources = (*state.sources, result.source)
    state.listing.visit_new(View(source_id=result.source.id) if result.source else View())
    state.reloading.reload()
    if result.opened is not None:
        open_entry(state, result.opened)
    if result.to_fetch:
        refresh(state, due_only=True)
