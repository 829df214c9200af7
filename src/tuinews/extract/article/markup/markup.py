"""The tree of an article with the ways in which programs write the same thing brought to one, before it is read.

Each step has a file of its own. Most pages have nothing of most kinds, and a walk of the whole tree for each would
take half of the time in which a page is read: the names of the tags that a page is written with tell which steps
have anything to do. Nodes are known by their place in memory later on: nothing may change once lines are made.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.markup.code_blocks import plain_code
from tuinews.extract.article.markup.controls import CONTROLS, spoken_controls
from tuinews.extract.article.markup.items import listed_by_role, plain_items
from tuinews.extract.article.markup.loose_footnotes import joined_footnotes
from tuinews.extract.article.markup.nodes import class_of
from tuinews.extract.article.markup.notes import plain_notes
from tuinews.extract.article.markup.permalinks import without_permalinks
from tuinews.extract.article.markup.readings import FORMULAS, formulas_once, names_a_formula, without_readings
from tuinews.extract.article.markup.side_notes import notes_out_of_lines
from tuinews.extract.article.markup.spoken import PERHAPS_UNSEEN, without_unseen_words
from tuinews.extract.page.tree import parse
from tuinews.extract.page.unseen import with_noscript, with_shadow_roots

_ASKED = "template|noscript|rt|math|mjx-container|aside|li|pre|code|xmp|listing|button|label|meter|progress|sup"
_TAG = re.compile(rf"<(?:{_ASKED}|{_ASKED.upper()})\b")
"""In small letters or in capitals, as people write them; with a flag for both, `re` does not leap to the sign."""


def plain_tree(html: str) -> LexborHTMLParser:
    """The tree of a page or of a fragment, ready to be read as an article."""
    tags = {tag[1:].lower() for tag in _TAG.findall(html)}
    if "template" in tags:
        html = with_shadow_roots(html)
    tree = parse(html)
    if "noscript" in tags:
        with_noscript(tree)
    if "rt" in tags:
        without_readings(tree)
    candidates = tree.css(PERHAPS_UNSEEN)
    names = "\n".join([class_of(node) for node in candidates])
    if ("note" in names or "aside" in tags) and notes_out_of_lines(tree, html):
        candidates = tree.css(PERHAPS_UNSEEN)
    if tags & FORMULAS or names_a_formula(names):
        formulas_once(tree)
        candidates = tree.css(PERHAPS_UNSEEN)
    without_unseen_words(candidates)
    without_permalinks(tree)
    if tags & CONTROLS:
        spoken_controls(tree)
    plain_code(tree, tags)
    if "listitem" in html:
        listed_by_role(tree)
    if "li" in tags or "listitem" in html:
        plain_items(tree)
    if "aside" in tags:
        plain_notes(tree)
    joined_footnotes(tree, html, tags)
    return tree
