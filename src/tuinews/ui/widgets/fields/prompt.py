"""The line in which a text to search or find is typed."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from textual import events
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.quick_dataclass import dataclass
from tuinews.ui.words import overlays

with late_imports(__name__):
    from tuinews.query import completion
    from tuinews.ui.widgets.fields.prompt_input import PromptInput


class Purpose(StrEnum):
    """What a text is asked for; the values are the words of the question."""

    SEARCH = overlays.SEARCH
    FIND = overlays.FIND
    EXPORT = overlays.EXPORT_TO
    TAGS = overlays.TAGS
    TAG_ALL = overlays.TAG_ALL
    VIEW_NAME = overlays.SAVE_AS


class Prompt(Horizontal):
    """A question and an input; both are made at the first question, since the first paint needs neither."""

    @dataclass
    class Asked(Message):
        """A question is there to be answered, about what."""

        purpose: Purpose

    @dataclass
    class Closed(Message):
        """The question is over."""

    @dataclass
    class Typed(Message):
        """What is typed so far, for what."""

        purpose: Purpose
        text: str

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        purpose: Purpose
        text: str

    @dataclass
    class ToSave(Message):
        """A search is to be saved as a view."""

        text: str

    @dataclass
    class Cancelled(Message):
        """Escape was pressed; `before` is the text that there was to edit."""

        purpose: Purpose
        before: str

    purpose = Purpose.SEARCH
    before = ""
    names: Mapping[str, Sequence[str]] = {}
    offered: tuple[str, ...] = ()
    """What Tab goes through: completions of what was typed, and that itself."""
    had_keys = False
    """Whether it was given the keys since it asked; what takes them before that came earlier than the question."""

    async def ask(self, purpose: Purpose, text: str, names: Mapping[str, Sequence[str]] = {}) -> None:
        """Ask for a text, with `text` to edit, and take the keys; `names` are what a search can be completed
        by."""
        self.purpose, self.before, self.names, self.offered = purpose, text, names, ()
        if not self.children:
            await self.mount(Static(classes="question"), PromptInput(self.complete))
        self.query_one(Static).update(Content(overlays.question(_(purpose.value))))
        typed = self.query_one(Input)
        # What is typed stands in the place of an old name, but beside the tags that are there.
        typed.select_on_focus = purpose is not Purpose.TAGS
        with self.prevent(Input.Changed):
            typed.value = text
        typed.cursor_position = len(text)
        self.display = True
        typed.focus()
        self.post_message(self.Asked(purpose))

    def close(self) -> None:
        """Hide."""
        self.display, self.had_keys = False, False
        self.post_message(self.Closed())

    def on_descendant_focus(self) -> None:
        """It has the keys."""
        self.had_keys = True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        self.post_message(self.Typed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell that it is done."""
        event.stop()
        self.post_message(self.Done(self.purpose, event.value))

    def complete(self) -> bool:
        """Complete what is typed of a search or of tags; once more for the next completion, and in the end as it
        was. False where what is asked for is completed by nothing."""
        complete = {
            Purpose.SEARCH: completion.completions,
            Purpose.TAGS: completion.list_completions,
            Purpose.TAG_ALL: completion.list_completions,
        }.get(self.purpose)
        if complete is None:
            return False
        typed = self.query_one(Input)
        if typed.value not in self.offered:
            self.offered = (*complete(typed.value, self.names), typed.value)
        following = self.offered[(self.offered.index(typed.value) + 1) % len(self.offered)]
        typed.value, typed.cursor_position = following, len(following)
        return True

    def key_ctrl_s(self, event: events.Key) -> None:
        """Save the search as a view."""
        if self.purpose is Purpose.SEARCH:
            event.stop()
            event.prevent_default()
            self.post_message(self.ToSave(self.query_one(Input).value))

    def key_escape(self, event: events.Key) -> None:
        """Give up; the key is used up by it, and means nothing more to the screen."""
        event.stop()
        self.post_message(self.Cancelled(self.purpose, self.before))
