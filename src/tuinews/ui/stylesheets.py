"""Where the style sheets are (beside the package when installed, else at the top of a checkout); their parsing."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

from tuinews.late import late_pattern

_INSTALLED = Path(__file__).parents[1] / "styles"
_CHECKOUT = Path(__file__).parents[3] / "styles"


class ParsedSheets(LRUCache[tuple[Any, ...], list[RuleSet]]):
    """What was made of sheets with one set of variables, by Textual's own keys, and how each was ranked first."""

    def __init__(self) -> None:
        super().__init__(64)
        self.ranks: dict[tuple[Any, ...], int] = {}


_parsed: dict[frozenset[tuple[str, str]], ParsedSheets] = {}
"""By the variables: what was parsed for a theme serves when one comes back to it, and every app of a process."""


def stylesheet(name: str) -> Path:
    """The path of `styles/NAME.tcss`."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder / f"{name}.tcss"


_COMMENT = late_pattern(r"/\*.*?\*/", re.DOTALL)
_LINE_COMMENT = "# "
"""What begins a comment to the end of its line."""


@cache
def compact(css: str) -> str:
    """A sheet that says the same without what is for its readers.

    Half of a sheet's tokens are white space, and each takes Textual as long as a name: to parse all that the first
    paint needs took a thirtieth of a start.
    """
    if _LINE_COMMENT in css:
        return css
    bare = " ".join(_COMMENT.sub(" ", css).split())
    for sign in "{};,>":
        bare = bare.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return bare.replace(": ", ":")  # a blank before one is between two widgets


LOW = [(0, "-low"), (20, "-high")]
"""The classes of a screen by its rows, as VERTICAL_BREAKPOINTS: a low one leaves margins and greetings out."""

NARROW = [(0, "-narrow"), (50, "-wide")]
"""The classes of a screen by its columns, as HORIZONTAL_BREAKPOINTS: a narrow one has labels over their fields."""


class ParsedOnce(Stylesheet):
    """Textual's sheets, each of which is parsed once: for the first overlay, all of them would be parsed anew."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._take_parsed()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        """Textual's: the rules of a sheet; one that is ranked otherwise now is the same but for its rank."""
        if is_default_rules or Path(read_from[0]).parent in (_INSTALLED, _CHECKOUT):
            css = compact(css)  # the user's own stay as they are: a mistake in them is told by its line
        sheet = (css, read_from, is_default_rules, scope)
        rank = self._parsed.ranks.setdefault(sheet, tie_breaker)
        known = self._parsed.get((css, read_from, is_default_rules, rank, scope))
        if known is not None and rank != tie_breaker:
            key = (css, read_from, is_default_rules, tie_breaker, scope)
            self._parsed[key] = [replace(rule, tie_breaker=tie_breaker) for rule in known]
        rules = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
        for rule in rules:
            rule.__class__ = _QuickRule
        return rules

    def reparse(self) -> None:
        """Textual's: parse what has come; what was parsed with other variables is kept apart."""
        self.parse()

    def set_variables(self, variables: dict[str, str]) -> None:
        """Textual's: go by other variables."""
        self._parse_cache = ParsedSheets()  # Textual empties it
        super().set_variables(variables)
        self._take_parsed()

    def _take_parsed(self) -> None:
        self._parsed = _parsed.setdefault(frozenset(self._variables.items()), ParsedSheets())
        self._parse_cache = self._parsed


class _QuickRule(RuleSet):
    """A rule that is told from others as any object is: Textual's own way takes a call of Python for each look."""

    __hash__ = object.__hash__
