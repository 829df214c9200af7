"""Where the style sheets are: beside the package when installed, at the top of a checkout else."""

from pathlib import Path

_INSTALLED = Path(__file__).parents[1] / "styles"
_CHECKOUT = Path(__file__).parents[3] / "styles"


def stylesheet(name: str) -> Path:
    """The path of `styles/NAME.tcss`."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder / f"{name}.tcss"


LOW = [(0, "-low"), (20, "-high")]
"""The classes of a screen by its rows, as VERTICAL_BREAKPOINTS: a low one leaves margins and greetings out."""
