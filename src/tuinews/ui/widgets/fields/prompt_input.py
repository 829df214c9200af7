"""The input of the prompt, which is made at the first question."""

from collections.abc import Callable

from textual import events

from tuinews.ui.widgets.fields.line_input import LineInput


class PromptInput(LineInput):
    """The input of the question: has what is typed completed before the next letter is put in."""

    def __init__(self, complete: Callable[[], bool]) -> None:
        super().__init__(compact=True, select_on_focus=True)
        self._complete = complete

    async def on_key(self, event: events.Key) -> None:
        """Complete by Tab."""
        if event.key == "tab" and self._complete():
            event.stop()
            event.prevent_default()
