"""What is made of layers is to Textual what any other widget is."""

from typing import Any, ClassVar

from textual.binding import BindingType
from textual.reactive import Reactive, reactive
from textual.widget import Widget

from tuinews.ui.widgets.layers import Layer


class Lowest(Layer, Widget):
    """The lowest layer."""

    DEFAULT_CSS = "Lowest { width: 7; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lowest--part"}
    count: Reactive[int] = reactive(1)


class Middle(Lowest, Layer):
    """A layer on it."""

    double: Reactive[int] = reactive(0)

    def compute_double(self) -> int:
        """Twice the count."""
        return 2 * self.count


class Layered(Middle, can_focus=True):
    """The whole."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "go", "Go")]


class PlainLowest(Widget):
    """The same without layers."""

    DEFAULT_CSS = "PlainLowest { width: 7; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lowest--part"}
    count: Reactive[int] = reactive(1)


class PlainMiddle(PlainLowest):
    """The same without layers."""

    double: Reactive[int] = reactive(0)

    def compute_double(self) -> int:
        """Twice the count."""
        return 2 * self.count


class Plain(PlainMiddle, can_focus=True):
    """The same without layers."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "go", "Go")]


def known(kind: Any) -> dict[str, Any]:
    """What Textual knows of a class."""
    widget = kind()
    widget.count = 4
    return {
        "reactives": sorted(kind._reactives),
        "keys": sorted(widget._bindings.key_to_bindings),
        "names": sorted(
            name.removeprefix("Plain") for name in kind._css_type_names if name not in ("Plain", "Layered")
        ),
        "parts": sorted(widget._get_component_classes()),
        "sheets": [css.replace("Plain", "") for _, css, _, _ in widget._get_default_css()],
        "computed": widget.double,
        "takes keys": kind.can_focus,
    }


def test_textual_knows_of_what_is_made_of_layers_what_it_knows_of_any_widget() -> None:
    assert known(Layered) == known(Plain)
    assert known(Layered)["computed"] == 8
