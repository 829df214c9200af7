"""Class names that all begin alike, since a site puts its own before each: "cate-24h-foot-title", "…-foot-sum".

What such a beginning says ("foot", "comment", "share") says nothing of any element, so it is taken off.
"""

import re
from collections.abc import Iterator

from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.extract.page.lines import PageLines

LEAST_NAMES = 4
"""Different names that begin so, that of the headline among them."""

LEAST_TEXTS, LEAST_LETTERS = 3, 80
"""Lines of text, and letters of each, in elements whose names or those next around them begin so."""

_JOINT = re.compile(r"[-_]+")


def without_site_prefix(page_lines: PageLines, lexicon: Lexicon) -> None:
    """Takes the beginning that the names of headline and text share off all names, if it has a word that speaks
    against text.
    """
    if page_lines.h1 < 0:
        return
    headline = page_lines.names[page_lines.lines[page_lines.h1].element].partition(" ")[0]
    for prefix in _prefixes(headline):
        if lexicon.name_range(_JOINT.sub("-", prefix).strip("-"))[0] < 0 and _is_shared(page_lines, prefix):
            page_lines.rename([_less(name, prefix) if prefix in name else name for name in page_lines.names])
            return


def _prefixes(name: str) -> Iterator[str]:
    """What a name has before each of its joints, the longest first."""
    if "#" in name:
        return
    joints = [joint.end() for joint in _JOINT.finditer(name)]
    yield from (name[:end] for end in reversed(joints) if 2 < end < len(name))


def _is_shared(page_lines: PageLines, prefix: str) -> bool:
    names, parent = page_lines.names, page_lines.parent
    if sum(name.startswith(prefix) for name in page_lines.index.each) < LEAST_NAMES:
        return False
    texts = (line.element for line in page_lines.lines[page_lines.h1 + 1 :] if line.size >= LEAST_LETTERS)
    called = 0
    for element in texts:
        called += names[element].startswith(prefix) or names[max(parent[element], 0)].startswith(prefix)
        if called >= LEAST_TEXTS:
            return True
    return False


def _less(name: str, prefix: str) -> str:
    return " ".join(one.removeprefix(prefix) for one in name.split())
