"""Captions among the kept lines, which belong to their pictures, and copies of them."""

from tuinews.extract.article.body.captions import caption_copies
from tuinews.extract.article.body.pictures import is_credited, is_under_picture
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait

_CAPTION = int(Trait.CAPTION)

LONGEST_CREDIT = 80
"""Letters of who made a picture, in an element that is called so."""

MOST_UNNAMED = 0.15
"""Share of the text that captions may have which only their place tells; more are the lines of a photo diary."""

LEAST_REPEATED, COMPARED = 20, 300
"""Letters above which a line that repeats an alt text is a caption, and letters that are compared (as in
`captions`)."""

_CREDIT_NAME = NamePattern(
    r"(?:photo|image|img|picture|foto|media|bild)[-_]?credits?(?=$|[\s_-])",
    "credit",
)

LONGEST_CAPTION = 400
"""Letters of a caption; a longer line is a paragraph, whatever its class."""


def without_captions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without captions, which belong to their picture, and without copies of them."""
    found = caption_copies(page_lines, kept)
    found |= {place for place in kept if place not in found and _is_called_caption(page_lines, place)}
    unnamed = {place for place in kept if place not in found and is_under_picture(page_lines, place, in_text=True)}
    sizes = [sum(page_lines.lines[place].size for place in places) for places in (unnamed, kept)]
    if sizes[0] <= MOST_UNNAMED * sizes[1]:
        found |= unnamed
    return [place for place in kept if place not in found]


def _is_called_caption(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    if line.size > LONGEST_CAPTION or page_lines.tag[line.element] == "caption":
        return False
    name = page_lines.names[line.element]
    called = name in page_lines.index.captions or bool(line.own and holds_caption(line.own))
    called = called or is_credited(line.text)
    called = called or (bool(name) and line.size <= LONGEST_CREDIT and _CREDIT_NAME.matches(name))
    repeats = line.pictures > 0 and line.size > LEAST_REPEATED and line.text[:COMPARED] in page_lines.alts
    traits = page_lines.traits[line.element]
    return called or repeats or bool(traits & _CAPTION) or is_under_picture(page_lines, place)
