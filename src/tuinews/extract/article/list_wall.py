"""Pages that came in place of a list of articles: told by how they are built, else by what their headings say."""

import re

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.wall import ShownPage, wall_built, wall_worded
from tuinews.extract.page.tree import parse
from tuinews.model.page import Wall

_CHANGING = re.compile(r"https?://\S+|\S*\d\S*")
_MOST_HEADINGS = 6
"""Headings of a page among which a wall says what it is; a front page has a hundred."""


def wall_of_list(html: str) -> Wall | None:
    """The wall that a page without anything known is, None where it does not say so."""
    tree = parse(html)
    said = _headings(tree)
    page = ShownPage(said, (), tree, html)
    return wall_built(page) or wall_worded("\n".join(said))


def wall_called(html: str) -> Wall | None:
    """The wall that a page calls itself in its title or its first heading, None where it does not."""
    tree = parse(html)
    nodes = [*tree.css("head title")[:1], *tree.css("h1")[:1]]
    return wall_worded("\n".join(node.text(separator=" ").strip() for node in nodes))


def said_by(html: str) -> str:
    """What a page says, without the numbers and addresses that differ each time it comes."""
    body = parse(html).body
    for node in body.css("script, style, noscript, template, input") if body is not None else ():
        node.decompose()
    text = body.text(separator=" ") if body is not None else ""
    return " ".join(_CHANGING.sub(" ", text).split())


def _headings(tree: LexborHTMLParser) -> tuple[str, ...]:
    nodes = [*tree.css("head title")[:1], *tree.css("h1, h2, h3")[:_MOST_HEADINGS]]
    return tuple(node.text(separator=" ").strip() for node in nodes)
