"""Signs in headings that lead to the heading itself, links that edit it, buttons: none is a word of it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import remove
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute, elements_beside
from tuinews.late import late_pattern

_EDIT_SECTIONS = ".mw-editsection, .mw-editsection-like"
_SOURCES = ".viewcode-link"
"""Links from what Sphinx documents to its source."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "figcaption"))
_SIGN = late_pattern(r"[\s#¶§☍⚓🔗∞↩↑▲⬆◆◇\ufe0f\ue000-\uf8ff]*")
_TO_TOP = late_pattern(
    r"(?:back to )?top|nach oben|haut(?: de page)?|arriba|в начало|lên đầu(?: trang)?", re.IGNORECASE
)
_SIGN_NAME = late_pattern(
    r"(?:^|[\s_-])(?:header-?link|heading-?link|header-?anchor|heading-?anchor|anchor-?(?:link|icon)?|perma-?link|hash-?link|"
    r"direct-?link|copy-?link|headline-?anchor|section-?link|toc-?anchor|deep-?link)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SAYS_LINK = late_pattern(
    r"(?:perma(?:nent )?link|direct link|link|anchor|copy (?:this )?link|link (?:kopieren|zu)|copier le lien"
    r"|lien vers|copiar enlace|sao chép (?:liên kết|link)|リンクをコピー|скопировать ссылку)(?!\w).{0,80}"
    r"|section titled .{1,120}",
    re.IGNORECASE,
)
_EDITS = late_pattern(
    r"\[?\s*(?:edit(?: (?:this )?(?:section|page|source))?|(?:quelltext )?bearbeiten|modifier(?: le code)?|"
    r"editar|modifica|bewerken|redigera|edytuj|править|правка|"
    r"sửa(?: mã nguồn| đổi)?|编辑|編輯|編集|ソースを編集|편집|수정)\s*\]?",
    re.IGNORECASE,
)
LONGEST_EDIT = 30
"""Letters of a link to edit a section, in any language."""

_INLINE = frozenset(("span", "small", "sup", "i", "em", "b"))
_BRACKETS = late_pattern(r"[\s\[\]()|/·]*")
_EDIT_PLACE = late_pattern(r"(?:^|[/?&=])edit(?=$|[/?&#])", re.IGNORECASE)
_EDIT_NAME = late_pattern(r"(?:^|[\s_-])edit(?=$|[\s_-])", re.IGNORECASE)


def without_permalinks(elements: PageElements) -> None:
    """Takes these signs and links out of the headings of a page."""
    found = [
        node
        for node, attributes in elements.attributed("a")
        if ("#" in (href := attributes.get("href") or "") or "edit" in href or attributes.get("class"))
        and _leads_to_heading(node, href, attributes.get("class") or "")
    ]
    found = [_with_brackets(node) for node in found]
    found += [button for button in elements.of("button") if _ends_headline(button)]
    names = elements.inline_names()
    if "mw-editsection" in names:
        found += elements.tree.css(_EDIT_SECTIONS)
    if "viewcode-link" in names:
        found += elements.tree.css(_SOURCES)
    remove(elements, found)


def _with_brackets(node: LexborNode) -> LexborNode:
    """A link, or the element that holds nothing but it and others to edit, between brackets: "[edit | source]"."""
    above = node.parent
    if above is None or above.tag not in _INLINE:
        return node
    inner = list(above.iter(include_text=True))
    signs = (one.text_content or "" for one in inner if one.tag == "-text")
    links = [one for one in inner if one.tag != "-text"]
    only = all(one.tag == "a" and _edits(one, attribute(one, "href"), attribute(one, "class")) for one in links)
    return above if only and _BRACKETS.fullmatch("".join(signs)) else node


def _edits(node: LexborNode, href: str, name: str) -> bool:
    text = " ".join(node.text(deep=True).split())
    return bool(_EDITS.fullmatch(text) or _EDIT_PLACE.search(href) or _EDIT_NAME.search(name))


def _leads_to_heading(node: LexborNode, href: str, name: str) -> bool:
    if "headerlink" in name and "headerlink" in name.split():
        return True
    asked = "#" in href or "edit" in href or "edit" in name
    return asked and ((_is_in_heading(node) and _is_sign(node, href, name)) or _is_sign_beside(node, href, name))


def _is_sign_beside(node: LexborNode, href: str, name: str) -> bool:
    """Whether a link is called a sign, and leads to the heading right before or after it."""
    if not name or _SIGN_NAME.search(name) is None:
        return False
    place = href.partition("#")[2]
    beside = (next(elements_beside(node, step), None) for step in ("prev", "next"))
    return any(one is not None and one.tag in _HEADINGS and attribute(one, "id") == place for one in beside)


def _ends_headline(button: LexborNode) -> bool:
    """Whether a button stands behind the words of a headline, to copy or to mark it."""
    above = button.parent
    if above is None or above.tag != "h1" or not button.text(deep=True).strip():
        return False
    if any(one.text(deep=True).strip() for one in _beside(button, "next")):
        return False
    return any(one.text(deep=True).strip() for one in _beside(button, "prev"))


def _beside(node: LexborNode, step: str) -> Iterator[LexborNode]:
    """What stands before or after a node in the same element, text too."""
    beside: LexborNode | None = getattr(node, step)
    while beside is not None:
        yield beside
        beside = getattr(beside, step)


def _is_in_heading(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in _HEADINGS:
            return True
        above = above.parent
    return False


def _is_behind_words(node: LexborNode) -> bool:
    """Whether a link stands behind other words of its heading."""
    above = node.parent if node.parent is not None and node.parent.tag in _HEADINGS else None
    return above is not None and any(one.text(deep=True).strip(" \n\t[(") for one in _beside(node, "prev"))


def _is_sign(node: LexborNode, href: str, name: str) -> bool:
    text = " ".join(node.text(deep=True).split())
    placed = _EDIT_PLACE.search(href) or _EDIT_NAME.search(name)
    if placed and (_EDITS.fullmatch(text) or (len(text) <= LONGEST_EDIT and _is_behind_words(node))):
        return True
    if "#" not in href or node.css_first("img") is not None:
        return False
    if _SIGN.fullmatch(text) or _TO_TOP.fullmatch(text):
        return True
    return bool(_SIGN_NAME.search(name)) and _SAYS_LINK.fullmatch(text) is not None
