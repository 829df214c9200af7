"""Corrects the choice of the line model by the structure of the page.

The model sees each line with its neighbours and is unsure in the middle of its range. What a person sees: a table
has all its cells, a paragraph between paragraphs is one of them, a footnote belongs to the text that refers to it,
and the headline and the byline are no text.
"""

import re

from tuinews.extract.article.blocks.footnotes import NOTE_ID, note_key
from tuinews.extract.article.body.code_region import code_lines
from tuinews.extract.article.body.corrected.called_captions import without_captions
from tuinews.extract.article.body.corrected.ends import without_head, without_signature
from tuinews.extract.article.body.corrected.siblings import first_subhead, siblings, subheads
from tuinews.extract.article.body.corrected.signs import ENDS, LONGEST_BYLINE, TEASER
from tuinews.extract.article.body.definitions import definition_lines, question_lines
from tuinews.extract.article.body.headed.headed_parts import headings_in_rows, with_last_part
from tuinews.extract.article.body.hidden.hidden import titles_of_panels, without_hidden
from tuinews.extract.article.body.interruptions.stray_end import without_stray_end
from tuinews.extract.article.body.lists import is_linked, list_lines, series_lines, step_lines
from tuinews.extract.article.body.next_article import without_next_article
from tuinews.extract.article.body.pictures import is_under_picture
from tuinews.extract.article.body.repetitions import without_repetitions
from tuinews.extract.article.body.tables import row_lines, scattered_cells, table_lines
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

SURE_ENOUGH = 0.8
"""Probability from which a line is kept even in an element with the name of related articles."""

LEAST_CONTENTS = 2
"""Links to sections below a heading from which it is that of the contents."""

_QUOTE, _NAVIGATION, _HEADING = int(Trait.QUOTE), int(Trait.NAVIGATION), int(Trait.HEADING)
_SAID = frozenset(("cite", "footer", "figcaption"))

_IDENTITY = re.compile(r"#(\S+)")


def corrected(page_lines: PageLines, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without headline, byline, captions and the like, and with those that belong to them."""
    kept = without_stray_end(page_lines, kept)
    kept = _without_teasers(page_lines, without_signature(page_lines, without_head(page_lines, kept)), chances)
    kept = without_captions(page_lines, without_hidden(page_lines, kept))
    kept = without_next_article(page_lines, _without_contents(page_lines, kept))
    kept = without_repetitions(page_lines, kept)
    if not kept:
        return kept
    text = set(kept)
    text |= code_lines(page_lines, text)
    text |= table_lines(page_lines, text, chances)
    text -= scattered_cells(page_lines, text)
    if not text:
        return kept
    text |= list_lines(page_lines, text, chances)
    text |= series_lines(page_lines, text) | row_lines(page_lines, text)
    text |= definition_lines(page_lines, text, chances) | question_lines(page_lines, text)
    text |= step_lines(page_lines, chances)
    text |= siblings(page_lines, text, chances)
    text |= code_lines(page_lines, text)
    text |= subheads(page_lines, text, chances) | first_subhead(page_lines, min(text), chances)
    text |= headings_in_rows(page_lines, text)
    text = with_last_part(page_lines, text | titles_of_panels(page_lines, text))
    text |= _notes(page_lines, min(text)) | _cited(page_lines, text)
    text -= {place for place in text if is_under_picture(page_lines, place)}
    return without_repetitions(page_lines, without_next_article(page_lines, sorted(text)))


def _without_contents(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the links of navigation in the text, such as a table of contents, and its heading."""
    return [
        place
        for place in kept
        if not (
            (traits := page_lines.traits[page_lines.lines[place].element]) & (_NAVIGATION | _HEADING)
            and (
                (traits & _NAVIGATION and (traits & _HEADING or is_linked(page_lines, place)))
                or _heads_contents(page_lines, place, kept)
            )
        )
    ]


def _heads_contents(page_lines: PageLines, place: int, text: list[int]) -> bool:
    """Whether links to other places of the page stand below a heading and are not kept, two or more."""
    below = range(place + 1, min(place + 1 + LEAST_CONTENTS, len(page_lines.lines)))
    return len(below) == LEAST_CONTENTS and all(
        page_lines.lines[one].links and _leads_inside(page_lines, one) and one not in text for one in below
    )


def _leads_inside(page_lines: PageLines, place: int) -> bool:
    """Whether the first link of a line leads to another place of the page."""
    link = page_lines.node[page_lines.lines[place].element].css_first("a[href]")
    return link is not None and attribute(link, "href").startswith("#")


def _without_teasers(page_lines: PageLines, kept: list[int], chances: list[float]) -> list[int]:
    """The kept lines without unsure ones that are no sentence, in an element with the name of related articles."""
    return [
        place
        for place in kept
        if chances[place] >= SURE_ENOUGH
        or page_lines.lines[place].text[-1] in ENDS
        or not (
            page_lines.names[page_lines.lines[place].element]
            and TEASER.matches(page_lines.names[page_lines.lines[place].element])
        )
    ]


def _cited(page_lines: PageLines, text: set[int]) -> set[int]:
    """Who said a kept quotation: the last line of its element, as `cite` or `footer`."""
    found = set()
    for place in text:
        element = page_lines.lines[place].element
        if not page_lines.traits[element] & _QUOTE or place + 1 in text or place + 1 >= len(page_lines.lines):
            continue
        said = page_lines.lines[place + 1]
        tag = page_lines.tag[said.element]
        if page_lines.traits[said.element] & _QUOTE and said.size <= LONGEST_BYLINE and tag in _SAID:
            found.add(place + 1)
    return found


def _notes(page_lines: PageLines, start: int) -> set[int]:
    """The lines of the footnotes after line `start` to which the page links."""
    notes: dict[str, range] = {}
    for element, name in enumerate(page_lines.names):
        if "#" in name and start < page_lines.first[element] < page_lines.last[element]:
            identity = _IDENTITY.search(name)
            if identity and NOTE_ID.match(identity[1]):
                notes[note_key(identity[1])] = range(page_lines.first[element], page_lines.last[element])
    if not notes:
        return set()
    links = page_lines.node[0].css("a[href^='#']")
    referred = {note_key((link.attributes.get("href") or "")[1:]) for link in links}
    return {place for key, places in notes.items() if key in referred for place in places}
