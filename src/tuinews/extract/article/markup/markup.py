"""The tree of an article with the ways in which programs write the same thing brought to one, before it is read.

Each step has a file of its own and looks first whether the page has a word of what it is for, since most pages
have nothing of it. Nodes are known by their place in memory later on: nothing may change once lines are made.
"""

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.markup.code_blocks import plain_code
from tuinews.extract.article.markup.controls import spoken_controls
from tuinews.extract.article.markup.items import plain_items
from tuinews.extract.article.markup.notes import plain_notes
from tuinews.extract.article.markup.permalinks import without_permalinks
from tuinews.extract.article.markup.readings import formulas_once, without_readings
from tuinews.extract.article.markup.spoken import without_unseen_words
from tuinews.extract.article.markup.unseen import with_noscript, with_shadow_roots
from tuinews.extract.page.tree import parse


def plain_tree(html: str) -> LexborHTMLParser:
    """The tree of a page or of a fragment, ready to be read as an article."""
    html = with_shadow_roots(html)
    tree = parse(html)
    with_noscript(tree, html)
    without_readings(tree, html)
    formulas_once(tree, html)
    without_permalinks(tree)
    without_unseen_words(tree)
    spoken_controls(tree, html)
    plain_code(tree, html)
    plain_items(tree, html)
    plain_notes(tree, html)
    return tree
