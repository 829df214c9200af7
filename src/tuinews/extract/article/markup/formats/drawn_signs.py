"""Emoji that a program made pictures of, as the signs that they are: WordPress has them so in pages and feeds."""

import re

from tuinews.extract.page.elements import PageElements

_LONGEST = 12
"""Characters of a sign: an emoji may be put together of several."""

_SIGN = re.compile(rf"(?=[^\x00-\x7f])[^\w\s<>\"']{{1,{_LONGEST}}}")


def signs_for_pictures(elements: PageElements) -> None:
    """Sets the words of a picture in its place where they are one sign."""
    drawn = [
        (node, sign) for node, said in elements.attributed("img") if not (sign := said.get("alt") or "").isascii()
    ]
    for node, sign in drawn:
        if _SIGN.fullmatch(sign):
            elements.removed(node)
            node.replace_with(sign)
