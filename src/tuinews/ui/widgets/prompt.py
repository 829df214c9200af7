"""The line in which a text to search or find is typed."""

from dataclasses import dataclass

from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """A question and an input; both are made at the first question, since the first paint needs neither."""

    @dataclass
    class Typed(Message):
        """What is typed so far."""

        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        text: str

    class Cancelled(Message):
        """Escape was pressed."""

    async def ask(self, question: str, text: str) -> None:
        """Show `question` with `text` to edit, and take the keys."""
        if not self.children:
            await self.mount(Static(classes="question"), Input(compact=True, select_on_focus=True))
        self.query_one(Static).update(Content(question))
        typed = self.query_one(Input)
        with self.prevent(Input.Changed):
            typed.value = text
        self.display = True
        typed.focus()

    def close(self) -> None:
        """Hide."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that it is done."""
        event.stop()
        self.post_message(self.Done(event.value))

    def key_escape(self) -> None:
        """Give up."""
        self.post_message(self.Cancelled())
