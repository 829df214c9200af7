"""Where the style sheets are (beside the package when installed, else at the top of a checkout); their parsing."""

from pathlib import Path

from textual.css.stylesheet import Stylesheet

_INSTALLED = Path(__file__).parents[1] / "styles"
_CHECKOUT = Path(__file__).parents[3] / "styles"


def stylesheet(name: str) -> Path:
    """The path of `styles/NAME.tcss`."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder / f"{name}.tcss"


LOW = [(0, "-low"), (20, "-high")]
"""The classes of a screen by its rows, as VERTICAL_BREAKPOINTS: a low one leaves margins and greetings out."""


class ParsedOnce(Stylesheet):
    """Textual's sheets, each of which is parsed once: for the first overlay, all of them would be parsed anew."""

    def reparse(self) -> None:
        """Textual's: parse what has come. With other variables it forgets what was parsed, so nothing is stale."""
        self.parse()
