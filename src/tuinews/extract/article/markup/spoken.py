"""Words inside a sentence that nobody sees there: for screen readers alone, of tooltips, hidden by their style.

A sentence is a line with enough text of its own. A whole line that is hidden is left to the choice of the lines,
and so are short lines, where a hidden word may say what a bar of icons or a byline is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import remove
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.letters import ENDS, WIDE
from tuinews.extract.page.patterns import SPOKEN_ONLY, NamePattern
from tuinews.extract.page.tags import BLOCKS, HEADINGS

SENTENCE, SHORT_SENTENCE = 40, 20
"""Letters of a line, without what is unseen, from which it is a sentence, and from which a paragraph that ends
with a stop is one; a wide letter counts as two."""

_ASKED = (
    ("span", frozenset(("class", "style", "hidden", "role"))),
    *((tag, frozenset(("class", "style", "hidden"))) for tag in ("em", "i", "b", "strong")),
    *((tag, frozenset(("class",))) for tag in ("small", "sup", "sub", "dfn", "abbr")),
    ("a", frozenset(("hidden",))),
)
"""Elements that may be unseen inside a sentence, by the attributes that tell it; any may be a tooltip."""

_TOOLTIPS = "[role=tooltip]"
_TOOLTIP = NamePattern(
    r"(?:^|[\s_-])(?:tool-?tip-?_{0,2}(?:text|content|inner|body|box|bubble|panel)|dfn-panel|"
    r"popover-?(?:body|content|inner))"
    r"(?=$|[\s_-])",
    *("tip", "dfn-panel", "popover"),
)
_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:a11y-(?:text|only|hidden)|sr-text|u-hidden-visually|show-for-sr|offscreen-text)(?=$|\s)"
    r"|(?m:^)(?=.*(?:^|\s)w-(?:px|0)(?:\s|$))(?=.*(?:^|\s)h-(?:px|0)(?:\s|$)).*overflow-hidden"
)
_SPOKEN_STEMS = ("a11y", "sr", "hidden", "offscreen")
"""Parts of words, of which each such name has one."""

_UNSHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|"
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
LONGEST_OTHER_WINDOW = 60
"""Letters of the words with which a link says that it opens another window."""

_OTHER_WINDOW = re.compile(
    r"[\s,(\[]*(?:(?:external(?: link| site)?|link)?[\s,;:]*(?:this link )?(?:will )?"
    r"opens? (?:in )?(?:an? )?(?:new|another|external)(?: browser)? (?:tab|window|site)(?: or (?:tab|window))?"
    r"|external link"
    r"|(?:externer link[,;: ]*)?(?:wird )?(?:öffnet )?(?:sich )?in (?:einem )?neue[mn] (?:fenster|tab)"
    r"|(?:s.ouvre dans (?:une? )?)?(?:nouvelle fenêtre|nouvel onglet)"
    r"|(?:se )?abre en (?:una )?(?:nueva )?(?:ventana|pestaña)(?: nueva)?"
    r"|(?:si )?apre in (?:una )?nuova (?:finestra|scheda)|(?:abre )?(?:em|numa) nova (?:janela|aba)"
    r"|mở (?:ra )?(?:trong|ở) (?:cửa sổ|thẻ|tab) mới|新しい(?:ウィンドウ|タブ)で開く?"
    r"|在新(?:窗口|标签页)中?打开)[\s.)\]]*",
    re.IGNORECASE,
)
"""What a link says to screen readers that opens another window."""

_NOTE = re.compile(r"(?:foot|side|margin|end)-?note", re.IGNORECASE)
_WORD = re.compile(r"\w")


def without_unseen_words(elements: PageElements) -> None:
    """Takes the unseen words out of the sentences of a page."""
    unseen = [
        node
        for tag, asked in _ASKED
        for node, attributes in elements.attributed(tag)
        if not asked.isdisjoint(attributes) and _is_unseen(node, attributes)
    ]
    unseen += [
        said
        for node, attributes in elements.attributed("a")
        if "target" in attributes
        and (said := _last_said(node)) is not None
        and said.tag == "span"
        and _says_other_window(said)
    ]
    unseen += [node for node in elements.tree.css(_TOOLTIPS) if _is_unseen(node, node.attributes)]
    twins = [
        node
        for node, attributes in elements.attributed("span")
        if "aria-hidden" in attributes and _is_said_again(node, attributes)
    ]
    if not unseen and not twins:
        return
    hidden = {node.mem_id for node in unseen}
    twins = [node for node in twins if node.next is not None and node.next.mem_id not in hidden]
    lines = _Lines(hidden)
    remove(elements, [*twins, *(node for node in unseen if lines.is_in_sentence(node))])


def _is_said_again(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is hidden from screen readers, since the next says the same: a letter drawn large."""
    if attributes.get("aria-hidden") != "true" or (twin := node.next) is None or twin.tag != "span":
        return False
    text = node.text(deep=True)
    return bool(text) and text == twin.text(deep=True)


def _is_unseen(node: LexborNode, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is for screen readers, a tooltip or hidden; a hidden stop still parts two words."""
    name, style = attributes.get("class") or "", attributes.get("style") or ""
    return (
        bool(
            (name and _is_called_unseen(name))
            or (style and _UNSHOWN.search(style))
            or "hidden" in attributes
            or attributes.get("role") == "tooltip"
        )
        and (node.tag or "") not in BLOCKS
        and not (name and _NOTE.search(name))
        and _WORD.search(node.text(deep=True)) is not None
    )


def _last_said(link: LexborNode) -> LexborNode | None:
    """The last child of a link, or the one before the sign that is drawn behind it."""
    last = link.last_child
    return last.prev if last is not None and last.tag in ("svg", "i", "img") else last


def _says_other_window(node: LexborNode) -> bool:
    """Whether an element at the end of a link says where that opens, which is drawn as a sign."""
    return _OTHER_WINDOW.fullmatch(node.text(deep=True)[:LONGEST_OTHER_WINDOW]) is not None


@lru_cache(maxsize=4_000)
def _is_called_unseen(name: str) -> bool:
    if SPOKEN_ONLY.matches(name) or _TOOLTIP.matches(name):
        return True
    return any(stem in name for stem in _SPOKEN_STEMS) and _SPOKEN.search(name) is not None


class _Lines:
    """The lines around what is `unseen`, each read once: one line may have thousands of hidden words."""

    def __init__(self, unseen: set[int]) -> None:
        self._unseen = unseen
        self._known: dict[int, bool] = {}

    def is_in_sentence(self, node: LexborNode) -> bool:
        """Whether the line around an element is a heading, or has text enough without what is unseen."""
        box = node.parent
        while box is not None and (box.tag or "") not in BLOCKS:
            box = box.parent
        if box is None:
            return False
        known = self._known.get(box.mem_id)
        if known is None:
            known = self._known[box.mem_id] = self._is_sentence(box)
        return known

    def _is_sentence(self, box: LexborNode) -> bool:
        text = " ".join("".join(_seen(box, self._unseen)).split())
        if box.tag in HEADINGS:
            return bool(text)
        size = len(text) + len(WIDE.findall(text))
        return size >= SENTENCE or (size >= SHORT_SENTENCE and box.tag == "p" and text[-1] in ENDS)


def _seen(box: LexborNode, unseen: set[int]) -> Iterator[str]:
    """The texts of a line that are seen; what stands in blocks of its own is none of it."""
    stack = [box.child]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        stack.append(node.next)
        tag = node.tag or ""
        if tag == "-text":
            yield node.text_content or ""
        elif tag and tag[0] not in "-!" and node.mem_id not in unseen and tag not in BLOCKS:
            stack.append(node.child)
