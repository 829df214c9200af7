"""Layers of one widget or screen, a file each, of which Textual keeps a record of the whole alone."""

from typing import Any


class Layer:
    """A base of what is a layer: `class Middle(Lower, Layer)`, and the lowest is `class Lowest(Layer, Widget)`.

    For each class of widgets Textual collects anew what all its bases have: reactives, bindings, computed values,
    names for the sheets. That takes as long as to import four modules, and for a layer nobody asks for it: no
    widget is made of it. So it is done for what has no `Layer` among its own bases (docs/decisions/0002-start.md).
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if Layer not in cls.__bases__:
            super().__init_subclass__(**kwargs)
