"""Accounts on servers: how each stands, and what can be done with it; what is not to be undone is asked twice."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tuinews.language import _
from tuinews.model.accounts.account import AccountStatus
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.ui.screens.overlays.closing import Sheet, close, is_empty
from tuinews.ui.stylesheets import LOW, stylesheet
from tuinews.ui.widgets.fields.choices import Choice, Choices
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.said import Said
from tuinews.ui.words.servers import accounts as words


class AccountStep(Enum):
    """What can be done with an account."""

    SYNC = "sync"
    SIGN_IN = "sign_in"
    RENAME = "rename"
    KEEP = "keep"
    DROP = "drop"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class AccountTask:
    """What was chosen, and of which account; None for a new one."""

    step: AccountStep
    status: AccountStatus | None = None


class AccountsScreen(Sheet[AccountTask | None], inherit_bindings=False):
    """Gives what is to be done with which account; `begin_at` is the step under the cursor at first."""

    CSS_PATH = stylesheet("overlays")
    VERTICAL_BREAKPOINTS = LOW
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,left", "close"),
        ("enter,l,right", "choose"),
        ("D,delete", "remove"),
    ]

    def __init__(self, statuses: Sequence[AccountStatus], begin_at: AccountStep = AccountStep.SYNC) -> None:
        super().__init__()
        self._statuses, self._begin_at = statuses, begin_at
        self._asked: AccountTask | None = None

    def compose(self) -> ComposeResult:
        """A title, the accounts with their steps, and a line that says how one stands."""
        with Vertical(classes="sheet accounts"):
            yield PaneTitle(id="accounts-title", classes="-active")
            yield Choices(id="accounts")
            yield Said(id="said", markup=False)

    def on_mount(self) -> None:
        """List them."""
        if is_empty(self):
            return
        self.query_one(PaneTitle).title = _(words.ACCOUNTS)
        choices = self.query_one(Choices)
        choices.offer(list(self._rows()))
        if self._statuses:
            choices.go_to(AccountTask(self._begin_at, self._statuses[0]))
        choices.focus()
        self._tell()

    def _rows(self) -> Iterator[Choice]:
        for one in self._statuses:
            yield Choice(None, f"{clean_line(one.account.name, 60)} · {words.state_of(one)}")
            yield Choice(AccountTask(AccountStep.SYNC, one), _(words.SYNC_NOW))
            yield Choice(AccountTask(AccountStep.SIGN_IN, one), _(words.SIGN_IN_AGAIN))
            yield Choice(AccountTask(AccountStep.RENAME, one), _(words.RENAME))
            yield Choice(AccountTask(AccountStep.KEEP, one), words.remove_and_keep(one.sources))
            yield Choice(AccountTask(AccountStep.DROP, one), words.remove_with(one.sources))
        yield Choice(AccountTask(AccountStep.ADD), _(words.ADD_ANOTHER))

    def action_choose(self) -> None:
        """Take the step under the cursor."""
        self.query_one(Choices).choose()

    def action_remove(self) -> None:
        """Go to the removal of the account under the cursor, of which it is asked what stays."""
        current = self.query_one(Choices).current
        if isinstance(current, AccountTask) and current.status is not None:
            self.query_one(Choices).go_to(AccountTask(AccountStep.KEEP, current.status))
            self._tell()

    def action_close(self) -> None:
        """Go back, nothing done."""
        close(self, None)

    @on(Choices.Moved)
    def _tell(self) -> None:
        """Say how the account stands; whoever moves has not said yes."""
        self._asked = None
        current = self.query_one(Choices).current
        status = current.status if isinstance(current, AccountTask) else None
        said = [words.full_state(status)] if status else []
        self._say("\n".join([*said, _(words.KEYS)]))

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        task = message.value
        if not isinstance(task, AccountTask):
            return
        if task.status is None or task.step not in (AccountStep.KEEP, AccountStep.DROP) or task == self._asked:
            close(self, task)
            return
        self._asked = task
        self._say(words.warning(task.status, kept=task.step is AccountStep.KEEP), problem=True)

    def _say(self, said: str, *, problem: bool = False) -> None:
        line = self.query_one("#said", Static)
        line.set_class(problem, "-problem")
        line.update(Content(said))
