"""Emoji that a program made pictures of, as the signs that they are: WordPress has them so in pages and feeds."""

import re

from tuinews.extract.page.elements import PageElements

_LONGEST = 12
"""Characters of a sign: an emoji may be put together of several."""

_PERHAPS = re.compile(r"\salt\s*=\s*[\"']?(?![\w\s])[^\x00-\x7f]")
_SIGN = re.compile(rf"(?=[^\x00-\x7f])[^\w\s<>\"']{{1,{_LONGEST}}}")


def signs_for_pictures(elements: PageElements, html: str) -> None:
    """Sets the words of a picture in its place where they are one sign; `html` is the page as it was parsed."""
    if not _PERHAPS.search(html):
        return
    drawn = [(node, said.get("alt") or "") for node, said in elements.attributed("img")]
    for node, sign in drawn:
        if _SIGN.fullmatch(sign):
            elements.removed(node)
            node.replace_with(sign)
