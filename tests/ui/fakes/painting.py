"""What a screen without a terminal shows: worked out when it is asked for, and anew when something has changed."""

from weakref import WeakKeyDictionary

from textual._compositor import Compositor
from textual.screen import Screen


class Painting:
    """The texts of screens. No frame is painted: a third of a test went into cells that nobody looked at."""

    def __init__(self) -> None:
        self._texts: WeakKeyDictionary[Compositor, str] = WeakKeyDictionary()

    def leave_unpainted(self, compositor: Compositor) -> None:
        """What `Compositor.render_update` does here: note that what was shown is no longer so."""
        compositor._dirty_regions.clear()
        self._texts.pop(compositor, None)

    def text(self, screen: Screen[object]) -> str:
        """What a terminal would show now."""
        compositor = screen._compositor
        if self._waits(screen):
            self._texts.pop(compositor, None)
        if compositor not in self._texts:
            self._texts[compositor] = "\n".join(strip.text for strip in compositor.render_strips())
        return self._texts[compositor]

    @staticmethod
    def _waits(screen: Screen[object]) -> bool:
        """Whether something is to be painted that no frame has had yet."""
        if screen._dirty_widgets or screen._layout_required or screen._scroll_required or screen._repaint_required:
            return True
        return any(widget._repaint_required for widget in screen._compositor.visible_widgets)
