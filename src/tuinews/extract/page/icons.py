"""Drawn signs that stand beside a note as a line of their own: 💡, ⚠️."""

import unicodedata

from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait

LONGEST = 4
"""Characters of a drawn sign: an emoji may be put together of several."""

_SIGNS = frozenset(("So", "Mn", "Me", "Cf", "Sk"))
"""Categories of the characters of such signs (Unicode)."""

_SET = int(Trait.TABLE | Trait.LIST)


def is_icon(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is the sign of a note, in a box of its own beside it, or before the box of its text."""
    tag = page_lines.tag[line.element]
    if line.size > LONGEST or tag not in ("div", "aside", "blockquote") or page_lines.traits[line.element] & _SET:
        return False
    begins = page_lines.lines[page_lines.first[line.element]] is line
    return begins and all(unicodedata.category(sign) in _SIGNS for sign in line.text)
