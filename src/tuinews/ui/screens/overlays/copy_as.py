"""Choose the form in which an article, or what is selected of it, is copied."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tuinews.language import _
from tuinews.text import clean_line
from tuinews.typeset.page.copy_forms import CopyForm
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words import overlays

_SHOWN = 60
"""Characters of a text that its row shows."""


class CopyAsScreen(Sheet[str | None], inherit_bindings=False):
    """Gives the text in the form that was chosen."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,h,left", "close"), ("enter,l,right", "choose")]

    def __init__(self, forms: Mapping[CopyForm, str]) -> None:
        super().__init__()
        self._forms = forms

    def compose(self) -> ComposeResult:
        """A title and the forms."""
        with Vertical(classes="sheet copy-as"):
            yield PaneTitle(id="copy-as-title", classes="-active")
            yield Choices(id="forms")

    def on_mount(self) -> None:
        """Offer the forms, each with what it gives."""
        if is_empty(self):
            return
        title, choices = self.query_one(PaneTitle), self.query_one(Choices)
        title.title, title.note = _(overlays.COPY_AS), _(overlays.ESC_CLOSES)
        choices.offer(
            [
                Choice(form, _(form.value), clean_line(text, _SHOWN), str(number))
                for number, (form, text) in enumerate(self._forms.items(), 1)
            ]
        )
        choices.focus()

    def on_key(self, event: events.Key) -> None:
        """A number chooses at once."""
        forms = list(self._forms)
        if event.key.isdigit() and 0 < int(event.key) <= len(forms):
            event.stop()
            close(self, self._forms[forms[int(event.key) - 1]])

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, CopyForm):
            close(self, self._forms[message.value])

    def action_choose(self) -> None:
        """Take the form under the cursor."""
        self.query_one(Choices).choose()

    def action_close(self) -> None:
        """Go back, nothing copied."""
        close(self, None)
