"""What is said of how the panes stand."""

from tuinews.language import N_, _
from tuinews.model.screen.state import PaneArrangement

ONE_PANE = N_("One pane has the whole screen: there is nothing to make wider")

_ARRANGED = {
    PaneArrangement.SIDE: N_("List and reader side by side"),
    PaneArrangement.STACKED: N_("List over reader"),
    PaneArrangement.SINGLE: N_("One pane at a time"),
}


def arranged(arrangement: PaneArrangement) -> str:
    """How list and reader stand from now on."""
    return _(_ARRANGED[arrangement])
