"""The inputs: one line, into which a text of several lines may be pasted."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input

from tuinews.address import MAX_LENGTH
from tuinews.text import clean_line

_LONGEST = MAX_LENGTH
"""Characters of a paste that go into the line; an address is no longer either."""


class LineInput(Input):
    """An input of one line. Of what is pasted it takes every line, put together with blanks.

    Textual's own takes the first line alone: nothing where a copied text begins with a line feed.
    """

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
