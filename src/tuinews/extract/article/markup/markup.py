"""The tree of an article with the ways in which programs write the same thing brought to one, before it is read.

Each step has a file of its own. Most pages have nothing of most kinds, and a walk of the whole tree for each would
take half of the time in which a page is read: the elements of the page, found in one walk, tell which steps have
anything to do. Nodes are known by their place in memory later on: nothing may change once lines are made.
"""

from tuinews.extract.article.markup.caption_lines import captions_apart
from tuinews.extract.article.markup.code_blocks import plain_code
from tuinews.extract.article.markup.controls import spoken_controls
from tuinews.extract.article.markup.formats.amp_pictures import plain_pictures
from tuinews.extract.article.markup.formats.choices import plain_choices
from tuinews.extract.article.markup.formats.drawn_signs import signs_for_pictures
from tuinews.extract.article.markup.formats.letters import plain_letters
from tuinews.extract.article.markup.formats.players import plain_players
from tuinews.extract.article.markup.formats.prose_in_pre import prose_out_of_pre
from tuinews.extract.article.markup.formats.quotations import whole_quotations
from tuinews.extract.article.markup.items import last_lines_apart, listed_by_role, paired_pictures, plain_items
from tuinews.extract.article.markup.loose_footnotes import joined_footnotes
from tuinews.extract.article.markup.notes import plain_notes
from tuinews.extract.article.markup.permalinks import without_permalinks
from tuinews.extract.article.markup.readings import formulas_once, without_readings
from tuinews.extract.article.markup.side_notes import notes_out_of_lines
from tuinews.extract.article.markup.spoken import without_unseen_words
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import MAX_DEPTH, parse
from tuinews.extract.page.unseen import has_frames, has_shadow_roots, with_frames, with_noscript, with_shadow_roots


def plain_elements(html: str) -> PageElements:
    """The elements of a page or of a fragment, with their tree, ready to be read as an article."""
    elements = PageElements(parse(html))
    if elements.are_deep(MAX_DEPTH):
        elements = PageElements(parse(html, deep=True))
    if has_shadow_roots(elements):
        elements = PageElements(parse(with_shadow_roots(html)))
    if has_frames(elements):
        elements = PageElements(parse(with_frames(html)))
    with_noscript(elements)
    plain_pictures(elements)
    plain_players(elements)
    signs_for_pictures(elements)
    without_readings(elements)
    notes_out_of_lines(elements)
    formulas_once(elements)
    without_unseen_words(elements)
    without_permalinks(elements)
    plain_choices(elements)
    spoken_controls(elements)
    if elements.of("pre"):
        plain_letters(elements, html)
        prose_out_of_pre(elements)
    plain_code(elements)
    listed_by_role(elements)
    whole_quotations(elements)
    plain_items(elements)
    last_lines_apart(elements)
    captions_apart(elements)
    if elements.of("table"):
        paired_pictures(elements)
    plain_notes(elements)
    joined_footnotes(elements)
    return elements
