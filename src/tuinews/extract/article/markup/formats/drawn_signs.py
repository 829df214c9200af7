"""Signs that a program made pictures of, as what they are: emoji, as WordPress has them, and initial letters."""

import re

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements

_LONGEST = 12
"""Characters of a sign: an emoji may be put together of several."""

_SIGN = re.compile(rf"(?=[^\x00-\x7f])[^\w\s<>\"']{{1,{_LONGEST}}}")


def _begins_word(node: LexborNode, sign: str) -> bool:
    """Whether a picture is a letter with which the word behind it begins: an initial that a paper has drawn."""
    behind = node.next
    if len(sign) != 1 or not sign.isupper() or behind is None or behind.tag != "-text":
        return False
    return (behind.text_content or "")[:1].islower()


def signs_for_pictures(elements: PageElements) -> None:
    """Sets the words of a picture in its place where they are one sign."""
    drawn = [
        (node, sign)
        for node, said in elements.attributed("img")
        if len(sign := said.get("alt") or "") == 1 or not sign.isascii()
    ]
    for node, sign in drawn:
        if _SIGN.fullmatch(sign) or _begins_word(node, sign):
            elements.removed(node)
            node.replace_with(sign)
