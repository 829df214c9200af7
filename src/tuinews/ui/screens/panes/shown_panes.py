"""Which panes are shown, which of them has the keys, and whether the status line is shown under them."""

from dataclasses import replace

from tuinews.model.screen.state import PaneArrangement
from tuinews.ui.screens.commands.reader import opening, previewing
from tuinews.ui.screens.layout import ORDER, PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt
from tuinews.ui.widgets.pane import Pane
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.status_line import StatusLine


class ShownPanes:
    """Shows the panes for which there is room; none before there is something to show in them."""

    def __init__(self, state: ReadingState) -> None:
        self._state = state
        self._revealed = False

    def reveal(self) -> None:
        """Show the panes with their first rows; drawn empty before, they would cost more than they tell."""
        if not self._revealed:
            self._revealed = True
            self.show()

    def expect(self) -> None:
        """Say to the sheets which panes will be shown, before any widget is there: every change of it afterwards
        gives all of them their styles anew.
        """
        classes = self._classes(self._state.rooms.shown)
        self._state.add_class(*(name for name, holds in classes.items() if holds), update=False)

    def show(self) -> None:
        """Show the pane that the keys are in, and give it the keys."""
        state = self._state
        state.zen = state.zen and state.at is PaneName.READER
        if state.at is PaneName.READER:
            previewing.open_previewed(state)
        rooms = state.rooms.shown
        names = rooms if self._revealed else frozenset[PaneName]()
        for name in ORDER:
            title = state.part(f"#{name}-title", PaneTitle)
            state.part(f"#{name}", Pane).display = name in names
            title.display = name in names and not state.zen
            title.set_class(name is state.at, "-active")
        # Together, since every change gives all widgets their styles anew.
        state.update_classes(self._classes(rooms))
        pane = state.part(f"#{state.at}", Pane)
        if names and state.focused is not pane and not state.part("Prompt", Prompt).display:
            # At once, unlike the pane's own `focus`: the next key may be here already.
            state.set_focus(pane, scroll_visible=False)
        if names:
            opening.note_read(state)
        state.selected.tell()
        self.tell_hints()

    def _classes(self, names: frozenset[PaneName]) -> dict[str, bool]:
        """What the sheets go by, where there is room for these panes."""
        classes = {f"-panes-{count}": count == len(names) for count in (1, 2, 3)}
        stacked = self._state.panes.arrangement is PaneArrangement.STACKED
        return classes | {"-sources": PaneName.SOURCES in names, "-stacked": stacked}

    def tell_hints(self) -> None:
        """Name the keys that mean something where they go to; always the same to those who hear each change."""
        state = self._state
        reading = state.at is PaneName.READER and state.open_id is not None and not state.screen_reader
        state.status = replace(state.status, hints=state.keymap.hints(reading=reading))

    def show_status(self) -> None:
        """Keep the status line out of sight while the text stands alone, unless it has something to say."""
        state = self._state
        line = state.part("StatusLine", StatusLine)
        shown = not state.zen or bool(state.status.message or state.status.typed)
        if line.display is not shown:
            line.display = shown
