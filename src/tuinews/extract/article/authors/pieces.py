"""The pieces of a byline: its text nodes, with the inline elements and the link around each."""

import re
from itertools import pairwise

from selectolax.lexbor import LexborNode

from tuinews.extract.article.authors.authorship import is_authorship
from tuinews.extract.article.authors.persons import is_person
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.quick_dataclass import dataclass

MOST_NODES = 400
"""Nodes of one element that are searched for links; a byline has a dozen."""

_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|people|person|profile?s?|staff|contributors?|by|reporters?|journalists?"
    r"|users?|members?|tac-gia|but-danh|nguoi-(?:dung|viet)|bien-tap-vien|phong-vien|nha-bao|cong-tac-vien|redaktion|writers?|team|newsteam|periodista|editors?|columnists?|ueber-uns|about)"
    r"(?:[/_-](?!(?:log|sign)-?(?:in|up|out)\b|regist|password|subscri|account)|$)|[?&](?:author|user)=",
)
"""For addresses in small letters: a search that ignores case takes three times as long."""

_HANDLE = re.compile(r"^(?:https?://[^/]+)?/@[\w.-]+/?(?:\?|$)")
"""The page of a person where all pages begin with a name, as on Substack and Medium; a paper's own has one too."""

_NAME_PART = re.compile(r"(?:given|first|middle|last|family)[-_]?name|surname", re.IGNORECASE)
"""Class names of the parts of one name."""


@dataclass(frozen=True, slots=True)
class BylinePiece:
    """One text node of a line: its text, the names of the inline elements around it, the address it links to."""

    text: str
    names: str
    href: str
    rel: str

    @property
    def is_author(self) -> bool:
        """Whether it links to the page of an author."""
        rel = self.rel.split()
        leads = "author" in rel or _AUTHORS_PAGE.search(self.href.lower()) is not None
        leads = leads or (_HANDLE.search(self.href) is not None and is_person(self.text))
        return leads and bool(self.href) and "license" not in rel


def pieces_of(page_lines: PageLines, line: PageLine) -> list[BylinePiece]:
    """The text nodes of a line with the inline elements around them."""
    wanted = set(line.nodes)
    root = page_lines.node[line.element]
    pieces: list[BylinePiece] = []
    stack: list[tuple[LexborNode | None, str, str, str]] = [(root.child, "", "", "")]
    budget = MOST_NODES
    while stack and len(pieces) < len(wanted) and budget:
        node, names, href, rel = stack.pop()
        if node is None:
            continue
        budget -= 1
        stack.append((node.next, names, href, rel))
        if node.tag == "-text":
            if node.mem_id in wanted:
                text = " ".join((node.text_content or "").split())
                if text:
                    pieces.append(BylinePiece(text, names, href, rel))
                else:
                    wanted.discard(node.mem_id)
        elif node.child is not None:
            attributes = node.attributes
            inner = f"{names} {attributes.get('class') or ''} {attributes.get('itemprop') or ''}".strip()
            if node.tag == "a":
                href, rel = attributes.get("href") or "#", attributes.get("rel") or ""
            stack.append((node.child, inner, href, rel))
    return pieces


def parted(text: str, pieces: list[BylinePiece]) -> str:
    """The line with a bar between two pieces that only styles separate on the page: `Jane DoeEditor`."""
    for before, after in pairwise(pieces):
        touching = before.text + after.text
        if before.text[-1:].isalnum() and after.text[:1].isalnum() and touching in text:
            parts = _NAME_PART.search(before.names) and _NAME_PART.search(after.names)
            bar = " " if parts or is_authorship(before.text) else " | "
            text = text.replace(touching, before.text + bar + after.text, 1)
    return text
