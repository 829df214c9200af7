"""The h1 elements of a page, and what each may be instead of the headline.

An h1 may be the site's name, which links to the front page, or the last step of a breadcrumb trail: some papers
have a title for search engines there, in small letters, and the headline for readers as an h2.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.extract.page.tags import BLOCKS, Trait, traits_of
from tuinews.extract.page.tree import attribute, elements_beside
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

MAX_HEADINGS = 8
"""Headings that are read; a page with more lists other articles under h1."""

MAX_NODES = 400
"""Nodes of one heading that are read; a headline has a handful."""

MOST_PARTS = 4
"""Elements of a heading that are read by themselves: a label, the headline, a sign."""

TRAIL_HEIGHT = 4
"""Elements around a heading among which the trail is looked for: `nav > ol > li > span`."""

LONGEST_TRAIL = 160
"""Letters of a trail before the title: half a dozen names of sections; more is a text with links."""

LEAST_GLUED = 3
"""Letters on either side of two words that are printed without a blank; fewer are a prefix or a letter."""

LONGEST = 4000
"""Letters of one heading that are read; a title is cut long before."""

_SILENT = frozenset(("style", "script", "template", "noscript", "svg", "rt", "rp", "button"))
_DIALOGS = frozenset(("dialog", "alertdialog"))
_TRAIL_NAME = re.compile(r"bread-?crumb", re.IGNORECASE)
_SITE_NAME = re.compile(r"(?:^|\s)(?:(?:site|blog)-?(?:title|name|logo)|logo|navbar-brand)(?=$|\s)", re.IGNORECASE)
_UNSEEN_NAME = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader|off-?screen)", re.IGNORECASE)
WIDGET_NAME = re.compile(r"(?:^|\s)(?:skiptranslate|goog-(?:gt|te)-\w+|VIpgJd-\w+)", re.IGNORECASE)
"""Names of the box that a translating browser puts into the page that it saves."""

_HIDDEN = int(Trait.HIDDEN)
_LETTER = re.compile(r"\w")
_TRAIL_SEPARATORS = ("|", "/", ">", "»", "›", "→", "·")


@dataclass(frozen=True, slots=True)
class PageHeading:
    """The text of a heading, and what it may be instead of the headline."""

    text: str
    links_home: bool = False
    in_trail: bool = False
    """In a navigation or breadcrumb trail."""
    unseen: bool = False
    """Hidden, for screen readers alone, or in a dialog."""
    parts: tuple[str, ...] = ()
    """The texts of the elements in it, where they are several."""


def headings_of(nodes: Iterable[LexborNode]) -> tuple[PageHeading, ...]:
    """The h1 elements of a page in page order, without empty ones."""
    headings = (
        PageHeading(
            clean_line(text_of(node) or node.text(deep=True)),
            links_home(attribute(node.css_first("a[href]"), "href")) or _is_called_site(node),
            _in_trail(node),
            _is_unseen(node),
            _parts(node),
        )
        for node in islice((node for node in nodes if not _is_of_widget(node)), MAX_HEADINGS)
    )
    return tuple(heading for heading in headings if heading.text)


def _is_called_site(node: LexborNode) -> bool:
    """Whether a heading with a link is called the name of the site, whose front page may have any address."""
    return _SITE_NAME.search(attribute(node, "class")) is not None and node.css_first("a[href]") is not None


def text_of(node: LexborNode) -> str:
    """The visible text of an element: without styles and ruby, with a space where a block begins."""
    return " ".join(_joined(_texts(node))[:LONGEST].split())


def _joined(pieces: Iterable[str]) -> str:
    """The pieces as one text, with a blank between two words that only a style sets apart: `…Coast<span>Nine…`."""
    text = ""
    for piece in pieces:
        touching = text[-LEAST_GLUED:] + piece[:LEAST_GLUED]
        apart = touching.isalpha() and text[-1:].islower() and piece[:1].isupper() and len(touching) > LEAST_GLUED
        text += " " + piece if apart else piece
    return text


def _parts(node: LexborNode) -> tuple[str, ...]:
    inner = [child for child in node.iter(include_text=True) if child.tag not in _SILENT]
    texts = (clean_line(child.text() if child.tag == "-text" else text_of(child)) for child in inner[:MAX_NODES])
    parts = tuple(islice((text for text in texts if _LETTER.search(text)), MOST_PARTS))
    return parts if len(parts) > 1 else ()


def _texts(node: LexborNode) -> Iterator[str]:
    stack, count = [node.child], 0
    while stack and count < MAX_NODES:
        here = stack.pop()
        if here is None:
            continue
        count += 1
        tag = here.tag or ""
        stack.append(here.next)
        if tag == "-text":
            yield here.text_content or ""
        elif tag and tag not in _SILENT and tag[0] not in "-!":
            if tag in BLOCKS or tag == "br":
                yield " "
            stack.append(here.child)


def links_home(href: str) -> bool:
    """Whether an address is a front page."""
    if not href or href.startswith("#"):
        return False
    try:
        return urlsplit(href).path in ("", "/") and not urlsplit(href).query
    except ValueError:
        return False


def _is_of_widget(node: LexborNode) -> bool:
    """Whether a heading is of the box that a translating browser puts into the page that it saves."""
    above = node.parent
    for _ in range(TRAIL_HEIGHT):
        if above is None or above.tag == "body":
            return False
        if WIDGET_NAME.search(f"{attribute(above, 'class')} {attribute(above, 'id')}"):
            return True
        above = above.parent
    return False


def _is_unseen(node: LexborNode) -> bool:
    traits, name = traits_of("h1", node.attributes)
    return bool(traits & _HIDDEN or _UNSEEN_NAME.search(name)) or _is_in_dialog(node)


def _is_in_dialog(node: LexborNode) -> bool:
    """Whether a heading is that of a box which opens over the page: a search, a consent."""
    above = node.parent
    for _ in range(TRAIL_HEIGHT):
        if above is None or above.tag == "body":
            return False
        if above.tag == "dialog" or attribute(above, "role") in _DIALOGS:
            return True
        above = above.parent
    return False


def _in_trail(node: LexborNode) -> bool:
    """Whether a heading is in a navigation or trail, or at the end of links that begin with the front page."""
    above = node.parent
    for _ in range(TRAIL_HEIGHT):
        if above is None or above.tag == "body":
            break
        if above.tag == "nav":
            return True
        if _is_called_trail(above) and above.css_first("a") is not None:
            return True
        above = above.parent
    return _ends_links_from_home(node)


def _is_called_trail(node: LexborNode) -> bool:
    return any(value and _TRAIL_NAME.search(value) for value in node.attributes.values())


def _ends_links_from_home(node: LexborNode) -> bool:
    """Whether a heading is the last in its parent, after nothing but links of which the first is the front page.

    Links in an element of their own are a trail to the heading only if they end with a separator.
    """
    if next(elements_beside(node, "next"), None) is not None:
        return False
    before = list(elements_beside(node, "prev"))
    if len(before) == 1 and before[0].text(deep=True).rstrip()[-1:] not in _TRAIL_SEPARATORS:
        return False
    links = [link for box in before[::-1] for link in ([box] if box.tag == "a" else box.css("a[href]"))]
    if len(links) < 2 or not links_home(attribute(links[0], "href")):
        return False
    letters = [sum(len(_LETTER.findall(each.text(deep=True))) for each in group) for group in (before, links)]
    return letters[0] <= min(LONGEST_TRAIL, letters[1])
