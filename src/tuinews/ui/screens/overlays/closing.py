"""Overlays that close once, however many keys ask for it in one burst, and by a click beside them."""

from collections.abc import Callable
from typing import TypeVar

from rich.console import RenderableType
from textual import events
from textual.dom import DOMNode
from textual.geometry import Offset
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from tuinews.ui.screens.overlays.beneath import Beneath
from tuinews.ui.widgets.pane_title import PaneTitle

Result = TypeVar("Result")
_BETWEEN, _ESCAPE = " · ", "Esc"
"""How keys stand in the line that says them; the one that closes is last."""


def close(overlay: ModalScreen[Result], result: Result | None = None) -> None:
    """Close an overlay and give its result; nothing where another screen is shown by now, which it would close."""
    if overlay.is_attached and overlay.is_active:
        overlay.dismiss(result)
        _hand_on(overlay)


def _hand_on(overlay: ModalScreen[Result]) -> None:
    """Give the screen beneath what an overlay was to do after it is next painted.

    Textual gives every `call_after_refresh` to the screen on top, whoever asks for it, and forgets it with that
    one (Textual 8.2): a reader beneath, whose looks a sheet sets anew as it opens, never had its pictures again.
    """
    for job, sender in overlay._callbacks:
        owner = getattr(getattr(job, "func", job), "__self__", None)
        if not (isinstance(owner, DOMNode) and overlay in owner.ancestors_with_self):
            overlay.app.screen._invoke_later(job, overlay.app if sender is overlay else sender)
    overlay._callbacks.clear()


def is_empty(overlay: ModalScreen[Result]) -> bool:
    """Whether an overlay was closed before there was anything in it: then there is nothing to begin."""
    return not overlay.children


class Sheet(ModalScreen[Result], inherit_bindings=False):
    """An overlay that leaves something of what lies under it in sight."""

    def render(self) -> RenderableType:
        """Textual's: what is seen beneath it."""
        rendered: RenderableType = super().render()
        return Beneath(rendered.screen, rendered.color) if isinstance(rendered, BackgroundScreen) else rendered

    def awaited(self, key: str) -> Callable[[], bool] | None:
        """Until when the keys behind this one wait, since it may bring an input that they are meant for."""
        return None

    async def on_click(self, event: events.Click) -> None:
        """Close by a click beside it, or on the words that say how; a stray one takes nothing that was typed."""
        if any(one.display and one.value for one in self.query(Input)):
            return
        # The event itself names the screen as what was clicked, whatever lies there.
        clicked, region = self.get_widget_at(*event.screen_offset)
        place = event.screen_offset - region.offset
        if clicked is self or _says_how(clicked, place):
            await self.run_action("close")


def _says_how(clicked: Widget, place: Offset) -> bool:
    """Whether the words at a place of what was clicked say how the overlay is closed."""
    if isinstance(clicked, PaneTitle):
        return clicked.has_note_at(place.x)
    if clicked.id not in ("said", "keys"):
        return False
    line = clicked.render_line(place.y).text
    last = line.rfind(_BETWEEN) + len(_BETWEEN) if _BETWEEN in line else 0
    return place.x >= last and line[last:].strip().startswith(_ESCAPE)
