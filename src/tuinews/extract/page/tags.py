"""What the tags and attributes of HTML mean for the text inside them (WHATWG HTML, 4 and 15.3)."""

import re
from collections.abc import Mapping
from enum import IntFlag

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.patterns import words

BLOCKS = words(
    """
    p div li ul ol section article header h1 h2 h3 h4 h5 h6 table tr td th thead tbody tfoot caption dl
    dt dd figure figcaption main hr blockquote pre center address details summary body form aside footer
    fieldset legend hgroup menu search nav dialog noindex
    """
)
"""Elements that begin and end a line."""

UNREAD = words(
    """
    script style noscript template svg head iframe select option button textarea object video audio
    input link meta canvas embed img source map area applet datalist label progress meter title base
    frame frameset param track
    """
)
"""Elements whose text is not displayed, or is part of a control; none of them is entered."""

SKIPPED = words(
    """
    script style template svg head select option button textarea object input meta link canvas
    dialog datalist label nav title source map
    """
)
"""Elements of which no block is made; frames, films and `noscript` may be."""

MARGINS = frozenset(["nav", "aside", "footer", "menu", "dialog"])
"""Elements beside the text, not entered at first: of 9,500,000 letters of articles 0.2 % are in one."""

HEADINGS = words(
    """
    h1 h2 h3 h4 h5 h6
    """
)


TEXT, BLOCK, BREAK, PICTURE, WITHOUT_SCRIPTS, NOTHING, INLINE, LINK, BOLD, TIME = range(10)
"""Kinds of nodes for the walk over a page (`page.lines`); from `INLINE` on a node is part of a line."""


_MOST_TAGS = 256
"""lexbor numbers the tags of HTML and SVG from 0 on; any other has a number far beyond, new in each document."""


def _kinds() -> dict[int, int]:
    tree = LexborHTMLParser("text<!-- comment -->")
    kinds = dict.fromkeys(range(_MOST_TAGS), INLINE)
    by_tag = dict.fromkeys(UNREAD, NOTHING) | dict.fromkeys(BLOCKS, BLOCK)
    by_tag |= {"br": BREAK, "img": PICTURE, "noscript": WITHOUT_SCRIPTS}
    by_tag |= {"a": LINK, "b": BOLD, "strong": BOLD, "time": TIME}
    for tag, kind in by_tag.items():
        number = tree.create_node(tag).tag_id
        if number < _MOST_TAGS:
            kinds[number] = kind
    root = tree.root
    for node in root.traverse(include_text=True) if root is not None else ():
        if node.is_text_node or node.is_comment_node:
            kinds[node.tag_id] = TEXT if node.is_text_node else NOTHING
    return kinds


KINDS = [kind for _, kind in sorted(_kinds().items())]
"""The kind of node by `tag_id`, which takes half the time of its name; a tag beyond the list is none of HTML's."""


TIME_TAGS = frozenset(("relative-time", "time-ago", "local-time"))
"""Elements of scripts that show a moment as `time` does, with its `datetime` (GitHub's relative-time-element)."""


class Trait(IntFlag):
    """What an element is, or lies inside; inherited downward."""

    NAVIGATION = 1
    ASIDE = 2
    FOOTER = 4
    HEADER = 8
    FORM = 16
    FIGURE = 32
    CAPTION = 64
    LIST = 128
    TABLE = 256
    QUOTE = 512
    ARTICLE = 1024
    MAIN = 2048
    HIDDEN = 4096
    HEADING = 8192
    PREFORMATTED = 16384
    UNSHOWN = 32768
    """Hidden from everybody; `HIDDEN` is what is hidden from screen readers alone, too."""


_BY_TAG: dict[str, int] = {
    "nav": int(Trait.NAVIGATION),
    "menu": int(Trait.NAVIGATION),
    "dialog": int(Trait.FORM),
    "aside": int(Trait.ASIDE),
    "footer": int(Trait.FOOTER),
    "header": int(Trait.HEADER),
    "form": int(Trait.FORM),
    "figure": int(Trait.FIGURE),
    "figcaption": int(Trait.CAPTION),
    "ul": int(Trait.LIST),
    "ol": int(Trait.LIST),
    "dl": int(Trait.LIST),
    "table": int(Trait.TABLE),
    "blockquote": int(Trait.QUOTE),
    "article": int(Trait.ARTICLE),
    "main": int(Trait.MAIN),
    "pre": int(Trait.PREFORMATTED),
} | dict.fromkeys(HEADINGS, int(Trait.HEADING))
_HIDDEN, _UNSHOWN = int(Trait.HIDDEN), int(Trait.UNSHOWN)

_BY_ROLE: dict[str, int] = {
    "navigation": int(Trait.NAVIGATION),
    "menu": int(Trait.NAVIGATION),
    "menubar": int(Trait.NAVIGATION),
    "search": int(Trait.FORM),
    "complementary": int(Trait.ASIDE),
    "contentinfo": int(Trait.FOOTER),
    "dialog": int(Trait.FORM),
    "alertdialog": int(Trait.FORM),
    "article": int(Trait.ARTICLE),
    "main": int(Trait.MAIN),
    "heading": int(Trait.HEADING),
}

UNSHOWN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
"""The style of an element that nobody sees."""


def traits_of(tag: str, attributes: Mapping[str, str | None]) -> tuple[int, str]:
    """The traits of one element by its tag and attributes, and its class, id and itemprop as one string."""
    found = _BY_TAG.get(tag, 0)
    if not attributes:
        return found, ""
    get = attributes.get
    name = get("class") or ""
    if len(attributes) == 1 and name:
        return found, name
    identity, item, role, style = get("id"), get("itemprop"), get("role"), get("style")
    if identity:
        name += " #" + identity
    if item:
        name += " " + item
    if role:
        found |= _BY_ROLE.get(role, 0)
    if "hidden" in attributes or (style and UNSHOWN_STYLE.search(style)):
        found |= _HIDDEN | _UNSHOWN
    elif get("aria-hidden") == "true":
        found |= _HIDDEN
    return found, name
