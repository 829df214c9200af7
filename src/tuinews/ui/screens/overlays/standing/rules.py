"""The rules and mutes in one sheet: listed with what each would touch, made, changed, removed."""

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from tuinews.errors import TuinewsError
from tuinews.language import _, number
from tuinews.model.standing.queries import ArrivalRule, Mute
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.standing import rules as words

CountFound = Callable[[str], Awaitable[int]]
"""How many articles a query finds; raises QueryError."""


class RuleStep(Enum):
    """What is to be done with a rule."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class RuleTask:
    """What was chosen, and of which rule or mute; None for a new one."""

    step: RuleStep
    one: Mute | ArrivalRule | None = None


class RulesScreen(Sheet[RuleTask | None], inherit_bindings=False):
    """Gives what is to be done with which rule."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,left", "close"),
        ("enter,l,right", "choose"),
        ("a", "add"),
        ("D,delete", "remove"),
    ]

    def __init__(self, standing: Sequence[Mute | ArrivalRule], count: CountFound) -> None:
        super().__init__()
        self._standing = {one.id: one for one in standing}
        self._count = count
        self._counted: dict[int, str] = {}

    def compose(self) -> ComposeResult:
        """A title, the rules and the keys, which break where the sheet is narrow."""
        with Vertical(classes="sheet"):
            yield PaneTitle(id="rules-title", classes="-active")
            yield Choices(id="rules")
            yield Said(_(words.KEYS if self._standing else words.NONE_YET), id="said", markup=False)

    def on_mount(self) -> None:
        """List the rules, and count what they would touch while they can be chosen."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(words.TITLE)
        choices = self.query_one(Choices)
        choices.offer(self._rows)
        choices.focus()
        begin_worker(self, partial(self._count_all, choices))

    @property
    def _rows(self) -> list[Choice]:
        return [
            Choice(one.id, f"{words.action_of(one)}: {clean_line(one.query)}", self._counted.get(one.id, ""))
            for one in self._standing.values()
        ]

    async def _count_all(self, choices: Choices) -> None:
        for one in self._standing.values():
            try:
                self._counted[one.id] = number(await self._count(one.query))
            except TuinewsError:
                # A query that this version cannot read any more: it can be changed or removed.
                self._counted[one.id] = "?"
            if not is_empty(self):
                choices.renew(self._rows)

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if isinstance(message.value, int):
            close(self, RuleTask(RuleStep.CHANGE, self._standing[message.value]))

    def action_choose(self) -> None:
        """Change the rule under the cursor."""
        self.query_one(Choices).choose()

    def action_add(self) -> None:
        """Make a new rule."""
        close(self, RuleTask(RuleStep.ADD))

    def action_remove(self) -> None:
        """Remove the rule under the cursor."""
        current = self.query_one(Choices).current
        if isinstance(current, int):
            close(self, RuleTask(RuleStep.REMOVE, self._standing[current]))

    def action_close(self) -> None:
        """Go back, nothing changed."""
        close(self, None)
