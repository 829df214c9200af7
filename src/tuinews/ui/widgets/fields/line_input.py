"""The inputs: one line, into which a text of several lines may be pasted."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from tuinews.address import MAX_LENGTH
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LONGEST = MAX_LENGTH
"""Characters of a paste that go into the line; an address is no longer either."""

_EDITING: dict[str, str] = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What each key does in Textual's input, by its name."""


class LineInput(Input):
    """An input of one line. Of what is pasted it takes every line, put together with blanks.

    Textual's own takes the first line alone: nothing where a copied text begins with a line feed. And it does what
    a key is bound to only when that has gone up to the program and come back, after the letters that were typed
    behind it: `abc`, Backspace and `d` in one burst were `abc`.
    """

    async def on_key(self, event: events.Key) -> None:
        """Edit in the order in which the keys were pressed."""
        action = _EDITING.get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted text in place of Textual's own handler."""
        event.stop()
        event.prevent_default()
        self.take(event.text)

    def take(self, text: str) -> None:
        """Take a pasted text of any number of lines."""
        self.put(text)

    def put(self, text: str) -> None:
        """Put a text at the cursor, in place of what is selected."""
        line = clean_line(text, _LONGEST)
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)


class AddressInput(LineInput):
    """An input that leaves it to its screen what becomes of several lines, or of a very long one."""

    @dataclass
    class Pasted(Message):
        """A text was pasted that is more than a short line."""

        text: str

    def take(self, text: str) -> None:
        """Put a short line into the input, tell of everything else; a document may be one line."""
        text = text.strip().removeprefix("\ufeff")
        if (
            len(text) > _LONGEST
            or len(text.splitlines()) > 1
            or text.startswith(("<?", "<!", "<opml", "<outline"))
        ):
            self.post_message(self.Pasted(text))
        else:
            self.put(text)
