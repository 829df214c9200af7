"""How long an article takes to read.

By the characters that people read in a minute, without blanks: IReST, 17 languages (Trauzettel-Klosinski and
Dietz 2012, table 2): some 900 of most alphabets, 612 of Arabic, 357 of Japanese, 255 of Chinese.
"""

from tuinews.late import late_pattern
from tuinews.model.article import Article

_LETTERS, _ARABIC, _IDEOGRAPHS = 900, 612, 300
_ARABIC_LETTER = late_pattern("[\u0600-\u06ff\u0750-\u077f]")
_IDEOGRAPH = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")
_BLANK = late_pattern(r"\s")


def reading_minutes(article: Article) -> int:
    """The minutes that the text of an article takes, at least 1."""
    text = article.text
    arabic = ideographs = 0
    if not text.isascii():
        arabic, ideographs = (sum(1 for _ in kind.finditer(text)) for kind in (_ARABIC_LETTER, _IDEOGRAPH))
    others = len(text) - sum(1 for _ in _BLANK.finditer(text)) - arabic - ideographs
    return max(1, round(others / _LETTERS + arabic / _ARABIC + ideographs / _IDEOGRAPHS))
