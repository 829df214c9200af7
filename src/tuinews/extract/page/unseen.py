"""Text that a parser does not show and a browser does: in a declarative shadow root, and without scripts."""

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements

_TEMPLATE = re.compile(r"<(/?)template\b([^>]{0,2000})>", re.IGNORECASE)
_FRAME_TAG = re.compile(r"<(/?)(frameset|frame|noframes)\b([^>]{0,2000})>", re.IGNORECASE)
_SHADOW = re.compile(r"\bshadowroot(?:mode)?\b", re.IGNORECASE)

LEAST, LEAST_HEADED = 300, 60
"""Letters of paragraphs inside `noscript` that are an article, and of those under an `h1` there: a notice that the
page needs its scripts has none."""

TIMES_AS_LONG = 2
"""How much longer they must be than all other paragraphs of the page."""


def has_shadow_roots(elements: PageElements) -> bool:
    """Whether a template of the page is a declarative shadow root, which its parser does not show."""
    return any(_SHADOW.fullmatch(name) for node in elements.of("template") for name in node.attributes)


def with_shadow_roots(html: str) -> str:
    """The markup with declarative shadow roots as plain elements (WHATWG HTML, 4.12.3)."""
    parts: list[str] = []
    opened: list[bool] = []
    done = 0
    for match in _TEMPLATE.finditer(html):
        if not match[1]:
            shadow = bool(_SHADOW.search(match[2]))
            opened.append(shadow)
        else:
            shadow = opened.pop() if opened else False
        if shadow:
            parts += (html[done : match.start()], "</div>" if match[1] else "<div>")
            done = match.end()
    return "".join([*parts, html[done:]])


def has_frames(elements: PageElements) -> bool:
    """Whether the page is divided into frames, of which a parser shows nothing."""
    return bool(elements.of("frameset"))


def with_frames(html: str) -> str:
    """The markup with each frame as one inside a page, and with what it says to programs that show none."""
    return _FRAME_TAG.sub(_of_frame, html)


def _of_frame(tag: re.Match[str]) -> str:
    if tag[2].lower() == "frame":
        return "" if tag[1] else f"<iframe{tag[3]}></iframe>"
    return f"<{tag[1]}div>"


def with_noscript(elements: PageElements) -> None:
    """Shows what stands in `noscript`, where the page has its article there and almost nothing beside it."""
    if not _holds_much(elements.of("noscript")):
        return
    tree = elements.tree
    inside = tree.css("body noscript")
    size = sum(len(line.text(deep=True)) for node in inside for line in node.css("p, li, h1, h2"))
    if size < LEAST and not (size >= LEAST_HEADED and any(node.css_first("h1 ~ * p") for node in inside)):
        return
    whole = sum(len(line.text(deep=True)) for line in tree.css("body p"))
    if size >= TIMES_AS_LONG * (whole - sum(len(p.text(deep=True)) for node in inside for p in node.css("p"))):
        for node in inside:
            node.unwrap()
        elements.changed()


def _holds_much(nodes: Iterable[LexborNode]) -> bool:
    return sum(len(node.text(deep=True)) for node in nodes) >= LEAST_HEADED
