"""Signs that FreshRSS makes wide before it sends a name (`escapeToUnicodeAlternative` in its lib_rss.php).

"A & B" comes as "A ＆ B", and the name of a feed has a wide question mark, slash, comma and semicolon too. Chinese
and Japanese names have such signs themselves, and keep them.
"""

from tuinews.late import late_pattern

_PLAIN = str.maketrans({chr(0xFEE0 + ord(sign)): sign for sign in "&<>?\\/,;"})
_WIDE = late_pattern("[＆＜＞？＼／，；]")
_WIDE_LETTERS = late_pattern(
    "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00020000-\U0003ffff]"
)
"""Letters beside which wide signs are at home: kana, ideographs, hangul, wide letters and digits."""


def plain_signs(text: str) -> str:
    """The text with the signs of ASCII where it is in a script that has no wide ones."""
    if not _WIDE.search(text) or _WIDE_LETTERS.search(text):
        return text
    return text.translate(_PLAIN)
