"""Running sums over the outline of a page, by which the record of each link is judged."""

import re

from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.outline import Outline

_LONGEST_DATE_LINE = 90
"""Letters of a text that may be the date of a record; a longer one is prose that mentions a date."""

_DATE_LIKE = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d\d|\bago\b|trước|前|назад|fa$|\bvor \d|il y a"
)


class Sums:
    """Prefix sums over an outline, so that any range of it is one subtraction.

    `plain_width`, `dates` and `pictures` are the sums before each node: of text outside links, of texts that look
    like a date, of pictures. `before` is the width of plain text before a node in its line, `line` that of the
    whole line.
    """

    def __init__(self, outline: Outline) -> None:
        inside_link = begun = 0
        self.plain_width, self.dates, self.pictures = [0], [0], [0]
        self.before: list[int] = []
        self.line: list[int] = []
        for node in outline.nodes:
            if node.index in outline.breaks:
                self._end_line(begun)
                begun = self.plain_width[-1]
            self.before.append(self.plain_width[-1] - begun)
            if node.tag == "a":
                inside_link = max(inside_link, node.end)
            text = node.text.strip()
            loose = width(text) if text and node.index >= inside_link else 0
            dated = node.tag == "time" or bool(text and len(text) < _LONGEST_DATE_LINE and _DATE_LIKE.search(text))
            self.plain_width.append(self.plain_width[-1] + loose)
            self.dates.append(self.dates[-1] + dated)
            self.pictures.append(self.pictures[-1] + (node.tag in ("img", "picture")))
        self._end_line(begun)

    def _end_line(self, begun: int) -> None:
        self.line.extend([self.plain_width[-1] - begun] * (len(self.before) - len(self.line)))
