"""The highlighted passages of all articles, to go to."""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tuinews.language import _
from tuinews.model.annotations.highlights import ListedHighlight
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.reading import annotations as words
from tuinews.ui.words.shown_keys import ShownKeys


class HighlightsScreen(Sheet[ListedHighlight | None], inherit_bindings=False):
    """Gives the highlight that is to be shown in its article."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,left", "close"),
        ("enter,l,right", "choose"),
        ("D,delete", "remove"),
    ]

    def __init__(
        self, found: Sequence[ListedHighlight], remove: Callable[[ListedHighlight], None], keys: ShownKeys
    ) -> None:
        super().__init__()
        self._remove, self._keys = remove, keys
        self._found = {one.highlight.id: one for one in found}

    def compose(self) -> ComposeResult:
        """A title, the passages and the keys, which break where the sheet is narrow."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="highlights-title", classes="-active")
            yield Choices(id="highlights")
            yield Said(_(words.HELP) if self._found else words.none_yet(self._keys), id="said", markup=False)

    def on_mount(self) -> None:
        """List the passages under the titles of their articles."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(words.HIGHLIGHTS)
        choices = self.query_one(Choices)
        choices.offer(self._rows)
        choices.focus()

    @property
    def _rows(self) -> list[Choice]:
        rows: list[Choice] = []
        for row, highlights in groupby(self._found.values(), attrgetter("row")):
            rows.append(Choice(None, f"{clean_line(row.title)} · {clean_line(row.source_title)}"))
            rows += [_choice(one) for one in highlights]
        return rows

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, int):
            close(self, self._found[message.value])

    def action_choose(self) -> None:
        """Take the passage under the cursor."""
        self.query_one(Choices).choose()

    def action_remove(self) -> None:
        """Take the highlight under the cursor away."""
        choices = self.query_one(Choices)
        if isinstance(choices.current, int):
            self._remove(self._found.pop(choices.current))
            choices.renew(self._rows)
        if not self._found:
            close(self, None)

    def action_close(self) -> None:
        """Go back to what was read."""
        close(self, None)


def _choice(one: ListedHighlight) -> Choice:
    lost = _(words.NOT_IN_TEXT) if one.in_text is False else ""
    return Choice(one.highlight.id, f"“{clean_line(one.highlight.quotation.exact)}”", lost)
