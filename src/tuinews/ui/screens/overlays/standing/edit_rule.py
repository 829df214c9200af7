"""A rule or a mute in one sheet: what it finds, what is done to that, and how much it would touch."""

from collections.abc import Mapping
from functools import partial

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from tuinews.errors import QueryError, TuinewsError
from tuinews.language import _
from tuinews.library.standing.edits import standing_of
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.sheets.field_sheet import FieldSheet, SheetField
from tuinews.ui.screens.overlays.standing.rules import CountFound
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.words.standing import rules as words

_TRY_AFTER = 0.2
"""Seconds of rest in typing after which a query is tried."""


class EditRuleScreen(FieldSheet):
    """Asks for all that can be set of a rule; a new one is None."""

    def __init__(self, one: Mute | ArrivalRule | None, count: CountFound, query: str = "") -> None:
        values = whole(one, {}, query)
        super().__init__(dict(_fields(values)))
        self._one, self._count, self._values = one, count, values
        self._rest: Timer | None = None

    @property
    def heading(self) -> tuple[str, str]:
        """Whether it is new."""
        return _(words.NEW if self._one is None else words.CHANGE), ""

    def problem(self, key: str, text: str) -> str:
        """None of one value alone: what a tag is for depends on the action."""
        return ""

    def whole_problem(self, changed: Mapping[str, str]) -> str:
        """Why the values together are no rule."""
        try:
            standing_of({**self._values, **changed})
        except TuinewsError as error:
            return str(error)
        return ""

    def on_mount(self) -> None:
        """Say what the query would touch as it is."""
        super().on_mount()
        self._try(self._values["query"])

    @on(Input.Changed, "#query")
    def _query_typed(self, event: Input.Changed) -> None:
        self._try(event.value)

    def _try(self, query: str) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_TRY_AFTER, lambda: self._try_now(query))

    def _try_now(self, query: str) -> None:
        begin_worker(self, partial(self._tried, query), group="trying", exclusive=True)

    async def _tried(self, query: str) -> None:
        try:
            said = words.finds(await self._count(query)) if query.strip() else ""
        except QueryError as error:
            said = error.why
        for title in self.query(PaneTitle):  # it may have been closed meanwhile
            title.note = clean_line(said)


def whole(one: Mute | ArrivalRule | None, changed: Mapping[str, str], query: str) -> dict[str, str]:
    """All values of a rule with those that were changed; of a new one (None) that begins with a query."""
    values = _values(one) if one is not None else {"query": query, "action": RuleAction.READ.value}
    return {**dict.fromkeys(words.LABELS, ""), **values, **changed}


def _values(one: Mute | ArrivalRule) -> dict[str, str]:
    if isinstance(one, ArrivalRule):
        return {"query": one.query, "action": one.action.value, "tag": one.tag}
    until = "" if one.until is None else one.until.astimezone().date().isoformat()
    return {"query": one.query, "action": RuleAction.HIDE.value, "until": until}


def _fields(values: Mapping[str, str]) -> list[tuple[str, SheetField]]:
    def field(key: str, label: str) -> SheetField:
        choices = tuple(words.ACTIONS) if key == "action" else ()
        return SheetField(
            _(label), _(words.HELP[key]), values.get(key, ""), choices, lambda action: _(words.ACTIONS[action])
        )

    return [(key, field(key, label)) for key, label in words.LABELS.items()]
