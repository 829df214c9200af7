"""What comes over the reading screen. Each is imported when it is asked for: the first paint needs none."""

from dataclasses import replace
from importlib import import_module
from typing import Any

from tuinews.model.row import View
from tuinews.ui.screens.arrival import Arrival
from tuinews.ui.screens.commands.sourcing import arrange, meant_source, refresh
from tuinews.ui.screens.desk import Desk


def help_keys(desk: Desk) -> None:
    """Show every key."""
    screen = import_module("tuinews.ui.screens.help")
    desk.app.push_screen(screen.HelpScreen(desk.keymap))


def settings(desk: Desk) -> None:
    """Show the settings in force, and where they lie."""
    screen = import_module("tuinews.ui.screens.settings")
    desk.app.push_screen(screen.SettingsScreen(desk.keymap, desk.settings, desk.given.settings_file))


def notices(desk: Desk) -> None:
    """Show again what was said at the start."""
    screen = import_module("tuinews.ui.screens.notices")
    desk.app.push_screen(screen.NoticesScreen(desk.keymap, desk.notices))


def failures(desk: Desk) -> None:
    """Show what failed, with the reasons."""
    screen = import_module("tuinews.ui.screens.failures")
    progress = desk.status.progress
    failed = screen.failures_of(desk.sources, progress.failed if progress else desk.status.failed)
    desk.status = replace(desk.status, skipped=0)
    desk.app.push_screen(screen.FailuresScreen(desk.keymap, failed, desk.skipped))


def palette(desk: Desk) -> None:
    """Find a command or a source by its name."""
    screen = import_module("tuinews.ui.screens.palette")
    desk.app.push_screen(screen.PaletteScreen(desk.keymap, desk.sources), desk.go)


def add(desk: Desk) -> None:
    """Add a source."""
    library = desk.library_or_reason()
    if library is not None:
        screen = import_module("tuinews.ui.screens.add_source")
        desk.app.push_screen(screen.AddSourceScreen(library), lambda arrival: _taken(desk, arrival))


def import_list(desk: Desk) -> None:
    """Add the sources of a list."""
    library = desk.library_or_reason()
    if library is not None:
        screen = import_module("tuinews.ui.screens.add_source")
        desk.app.push_screen(screen.ImportScreen(library), lambda arrival: _taken(desk, arrival))


def welcome(desk: Desk) -> None:
    """Offer first sources to an empty library."""
    library = desk.library_or_reason()
    if library is not None:
        screen = import_module("tuinews.ui.screens.welcome")
        desk.app.push_screen(
            screen.WelcomeScreen(library, desk.given.guide, desk.keymap), lambda arrival: _taken(desk, arrival)
        )


def edit_source(desk: Desk) -> None:
    """Edit the name and the folder of the source that is listed, or of that of the entry under the cursor."""
    source = meant_source(desk)
    if source is None:
        desk.say(f"No source is chosen; {desk.keymap.key('next_source')} goes to one")
        return
    screen = import_module("tuinews.ui.screens.edit_source")

    def keep(edited: Any) -> None:
        if edited is not None:
            arrange(desk, source, edited.title, edited.folder)

    desk.app.push_screen(screen.EditSourceScreen(source), keep)


def _taken(desk: Desk, arrival: Arrival | None) -> None:
    """List what was added, and fetch what was not fetched yet (new sources are always due)."""
    if arrival is None:
        return
    if arrival.skipped:
        desk.skipped = arrival.skipped
        desk.status = replace(desk.status, skipped=len(arrival.skipped))
    desk.say(arrival.words)
    desk.visit_new(View(source_id=arrival.shown.id) if arrival.shown else View())
    desk.reload()
    if arrival.to_fetch:
        refresh(desk, due_only=True)
