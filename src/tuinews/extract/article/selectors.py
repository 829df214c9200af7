"""Whether a person's CSS selectors are understood, before they are kept."""

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from tuinews.errors import ExtractError
from tuinews.model.article import Repair
from tuinews.text import clean_line

LONGEST = 500
"""Characters of a selector."""


def check_repair(repair: Repair) -> None:
    """Raises ExtractError, which names the selector, where one of the repair's is not understood."""
    page = LexborHTMLParser("<p>")
    for name, selector in (("body", repair.body), ("drop", repair.drop)):
        if selector is None:
            continue
        try:
            page.css(selector)
        except SelectolaxError:
            sound = False
        else:
            sound = bool(selector.strip()) and len(selector) <= LONGEST
        if not sound:
            what = f"{name} “{clean_line(selector, 80)}”"
            raise ExtractError(what, "this is no CSS selector", "give one such as “div.story”")
