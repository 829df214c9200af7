"""Where the style sheets are (beside the package when installed, else at the top of a checkout); their parsing."""

from pathlib import Path
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_INSTALLED = Path(__file__).parents[1] / "styles"
_CHECKOUT = Path(__file__).parents[3] / "styles"

ParsedSheets = LRUCache[tuple[Any, ...], list[RuleSet]]
"""What was made of sheets, by Textual's own keys."""


def stylesheet(name: str) -> Path:
    """The path of `styles/NAME.tcss`."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder / f"{name}.tcss"


LOW = [(0, "-low"), (20, "-high")]
"""The classes of a screen by its rows, as VERTICAL_BREAKPOINTS: a low one leaves margins and greetings out."""


class ParsedOnce(Stylesheet):
    """Textual's sheets, each of which is parsed once: for the first overlay, all of them would be parsed anew."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._by_variables: dict[frozenset[tuple[str, str]], ParsedSheets] = {}

    def reparse(self) -> None:
        """Textual's: parse what has come; what was parsed with other variables is kept apart."""
        self.parse()

    def set_variables(self, variables: dict[str, str]) -> None:
        """Textual's: go by other variables; what was parsed for a theme serves when one comes back to it."""
        self._by_variables[frozenset(self._variables.items())] = self._parse_cache
        self._parse_cache = LRUCache(64)
        super().set_variables(variables)
        self._parse_cache = self._by_variables.get(frozenset(variables.items()), self._parse_cache)
