"""From markup to a tree, in bounded time whatever the markup.

lexbor (selectolax) takes linear time for pages that people write, and quadratic time for three kinds that nobody
writes: with thousands of attributes on one tag, of nested elements, or of options in one list. Counts that take
microseconds find the pages that could have one; only these are scanned tag by tag.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from tuinews.address import join
from tuinews.extract.mojibake import mended
from tuinews.extract.page.composition import composed
from tuinews.extract.page.patterns import words

MAX_MARKUP = 15_000_000
"""Characters of markup that are read (the limit of one fetch is as many bytes)."""

MAX_TAGS = 150_000
"""Tags that are read, closing ones too; the longest pages that people write have a tenth."""

MAX_TAG = 16_384
"""Characters of one tag; what a longer one says beside its class, id and addresses is not read."""

MAX_DEPTH = 400
"""Elements inside each other; deeper ones are opened up, so that their text stays."""

_MANY_TAGS, _MANY_ATTRIBUTES, _MANY_OPTIONS = 16_000, 30_000, 2_000
"""Counts in a page above which it is scanned for nesting, for attributes and for options; few pages have so
many."""

_WHOLE_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)""")
_KEPT_ATTRIBUTE = re.compile(
    r"""\s((?:class|id|href|src|srcset|data-src|content|property|name|itemprop|datetime|rel|lang|alt|type)"""
    r"""\s{0,3}=\s{0,3}(?:"[^"]{0,4096}"|'[^']{0,4096}'|[^\s"'>]{1,4096}))""",
    re.IGNORECASE,
)
_TAG_BEGINS = re.compile(r"</?[a-zA-Z]")
_TAG_NAME = re.compile(r"<[a-zA-Z][^\s/>]{0,40}")
_OPENING_OR_CLOSING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})[^>]*>")
_OPTION = re.compile(r"</?(?:option|optgroup)\b[^>]*>", re.IGNORECASE)
_NEVER_DEEP = words(
    """
    area base br col embed hr img input link meta param source track wbr p li dd dt option optgroup tr
    td th thead tbody tfoot colgroup html head body script style
    """
)


def parse(html: str, *, deep: bool = False) -> LexborHTMLParser:
    """The tree of a page, as it is written: a browser's copies into `selectedcontent` are not made.

    `deep` says that its elements are known to lie deeper than `MAX_DEPTH`; of a page of few tags nobody looks.
    """
    html = html[:MAX_MARKUP]
    raw = html.encode(errors="replace")
    once = mended(html, raw)
    if once is not html:
        raw = once.encode(errors="replace")
    tame = _tamed(composed(once, raw), _count(raw, b"<"), _count(raw, b"="), deep=deep)
    return LexborHTMLParser(raw if tame is once else tame, options=LexborDocumentOptions.WO_EVENTS)


def _count(raw: bytes, sign: bytes) -> int:
    """How often a sign stands in `raw`, in less than half the time of `count`, which looks at each byte."""
    return len(raw) - len(raw.replace(sign, b""))


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """The address against which the links of the page at `url` are to be read (`base`)."""
    return join(url, attribute(tree.css_first("base[href]"), "href")) or url


def attribute(node: LexborNode | None, name: str) -> str:
    """The value of an attribute, "" where the element or the attribute is not there."""
    return "" if node is None else node.attrs.get(name) or ""


def after_blanks(node: LexborNode) -> LexborNode | None:
    """The node after this one, blank text left aside."""
    following = node.next
    while following is not None and following.tag == "-text" and not (following.text_content or "").strip():
        following = following.next
    return following


def elements_beside(node: LexborNode, step: Literal["next", "prev"]) -> Iterator[LexborNode]:
    """The elements after or before a node, on its level, from the nearest."""
    beside = node.next if step == "next" else node.prev
    while beside is not None:
        if (beside.tag or "-")[0] not in "-!":
            yield beside
        beside = beside.next if step == "next" else beside.prev


def _tamed(html: str, tags: int, attributes: int, *, deep: bool) -> str:
    """`html` without what would take quadratic time; almost every page is returned unchanged.

    `tags` and `attributes` are at most how many the page has: the numbers of their signs.
    """
    html = _first_tags(html) if tags > MAX_TAGS else html
    html = _WHOLE_TAG.sub(_shortened, html) if attributes > _MANY_ATTRIBUTES else _without_endless_tags(html)
    if tags > _MANY_OPTIONS and html.count("<option") > _MANY_OPTIONS:
        html = _OPTION.sub(" ", html)
    return _flattened(html) if deep or tags > _MANY_TAGS else html


def _first_tags(html: str) -> str:
    """`html` up to its tag number `MAX_TAGS`."""
    last = next(islice(_TAG_BEGINS.finditer(html), MAX_TAGS, None), None)
    return html[: last.start()] if last else html


def _without_endless_tags(html: str) -> str:
    """`html` with each tag longer than `MAX_TAG` shortened; it is searched in steps of that length."""
    parts: list[str] = []
    done = place = 0
    while place < len(html) - MAX_TAG:
        stop = place + MAX_TAG
        found = html.rfind(">", place, stop)
        if found < 0:
            found = stop - 1
            opening = html.rfind("<", max(done, place - MAX_TAG), stop)
            if opening >= 0 and html.find(">", opening, stop) < 0 and not _in_script(html, opening):
                tag = _WHOLE_TAG.match(html, opening)
                if tag and len(tag[0]) >= MAX_TAG:
                    parts += (html[done:opening], _shortened(tag))
                    done = tag.end()
                    found = max(found, done - 1)
        place = found + 1
    return "".join([*parts, html[done:]]) if parts else html


def _in_script(html: str, place: int) -> bool:
    start = max(0, place - 200_000)
    return html.rfind("<script", start, place) > html.rfind("</script", start, place)


def _shortened(match: re.Match[str]) -> str:
    tag = match[0]
    if len(tag) < MAX_TAG:
        return tag
    name = _TAG_NAME.match(tag)
    kept: dict[str, str] = {}
    for found in _KEPT_ATTRIBUTE.finditer(tag, 0, MAX_TAG * 4):
        kept.setdefault(found[1].split("=", 1)[0].strip().lower(), found[1])
    return f"{name[0] if name else '<span'} {' '.join(kept.values())}>"


def _flattened(html: str) -> str:
    """`html` with the tags of elements deeper than `MAX_DEPTH` taken out.

    What a drawing closes by its slash holds nothing: an HTML parser believes that slash in drawings alone. No more
    of them are believed than tags that a page may have without being looked at: a comment may open a drawing.
    """
    parts: list[str] = []
    opened: Counter[str] = Counter()
    done = depth = drawn = 0
    for match in _OPENING_OR_CLOSING.finditer(html):
        closing, name = match[1], match[2].lower()
        if name in _NEVER_DEEP or (closing and not opened[name]):
            continue
        if match[0].endswith("/>") and opened["svg"] and drawn < _MANY_TAGS:
            drawn += 1
            continue
        if not closing:
            depth += 1
            opened[name] += 1
        if depth > MAX_DEPTH:
            parts.append(html[done : match.start()])
            done = match.end()
        if closing:
            depth -= 1
            opened[name] -= 1
    parts.append(html[done:])
    return "".join(parts)
