"""Keys that are put together before they mean a command: two that are one, and the digits of a number."""

from tuinews.late import late_imports
from tuinews.ui.keys import Scope
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.pane import Pane

with late_imports(__name__):
    from tuinews.ui.screens.commands import running


class TypedKeys:
    """The keys of the screen as they come; remembers the first of two."""

    def __init__(self, state: ReadingState) -> None:
        self._state = state
        self._chord: str | None = None

    def takes(self, key: str) -> bool:
        """Put two keys together that are one command, and digits that mean none to a number; whether `key` was
        taken for it. Asked as each key comes to where it may mean a command, so that none overtakes another."""
        state, keymap = self._state, self._state.keymap
        first, self._chord = self._chord, None
        command = keymap.chords.get((first, key)) if first else None
        if command is not None:
            if command.scope is Scope.PANE:
                state.part(f"#{state.at}", Pane).action_move(command.id)
            else:
                running.run(state, command.id)
        elif keymap.starts_chord(key):
            self._chord = key
        elif state.at is not PaneName.READER and keymap.begins_number(key):
            state.number.type(key)
        else:
            if state.number and not keymap.is_bound(key):
                state.number.take()
            return False
        return True
