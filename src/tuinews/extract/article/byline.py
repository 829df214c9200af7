"""Whether a line of the text is a byline or a signature; who wrote the article is chosen in `authors`."""

import re

from tuinews.extract.article.byline_words import BEFORE_NAME, COMPANY, NOBODY, ROLE
from tuinews.text import clean_line

LONGEST_NAME = 60

_PREFIX = re.compile(rf"^(?:[^\w(]*)(?:{BEFORE_NAME})(?:\s*[:：/]\s*|\s+|(?=[\u3400-\u9fff]))", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:\||•|·|—|–|-|/|»|›)\s.*$|\s*\(.*$|,?\s+(?:is|was|for|in|at|on|vor|am|le|el|il|het|den)\s.*$"
    r"|\s*(?:updated|published|posted|last|aktualisiert|veröffentlicht|publié|publicado|cập nhật)\b.*$"
    r"|\s*\d.*$|\s*(?:@|https?:|www\.|\S+@\S+).*$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:[,;|/&\n·•、，]|\s(?:and|und|et|y|e|i|og|och|en|và|ve|with|mit|avec|con|dan)\s)\s*")
_NAME_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|authors|writer|journalist|reporter|contributor|autor|auteur|autore|auther|verfasser)"
    r"(?:[-_]{0,2}(?:name|names|link|title|wrap(?:per)?|block|info|meta|list|item|content|text|mail))?(?=$|[\s_-])|[aA]uthor(?:Name)?\b|^vcard|(?:^|\s)fn(?:$|\s)|byline",
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def names_in(text: str) -> list[str]:
    """The names in a byline, its preposition, roles, dates and places taken off."""
    text = clean_line(text, 300)
    text = _PREFIX.sub("", text, count=1) if len(text) < 200 else text
    names = []
    for part in _SPLIT.split(text):
        name = _TAIL.sub("", _PREFIX.sub("", part.strip(" :·*\"'"), count=1)).strip(" :-–—*")
        name = name.strip(".") if not re.search(r"\b\w\.$", name) else name
        name = _MONTH.sub("", ROLE.sub("", name))
        if is_name(name):
            names.append(name)
    return names


def is_name(text: str) -> bool:
    """Whether a text may be a person's name: two to five words that begin with capitals, or a few wide letters."""
    if not 1 < len(text) <= LONGEST_NAME or any(map(str.isdigit, text)) or NOBODY.match(text):
        return False
    if _WIDE.search(text):
        return len(text) <= 12
    words = text.split()
    if not 2 <= len(words) <= 6 or any(sign in text for sign in '?!@#<>{}[]="“”:'):
        return False
    small = sum(word[:1].islower() for word in words)
    return (
        words[0][:1].isupper()
        and words[-1][:1].isupper()
        and small <= len(words) // 2
        and not COMPANY.search(text)
    )


def is_byline_class(names: str) -> bool:
    """Whether the class of an element says that an author's name stands in it."""
    return bool(_NAME_CLASS.search(names))


def begins_as_byline(text: str) -> bool:
    """Whether a line begins with "By", "Von", "Tác giả:" and the like."""
    return bool(_PREFIX.match(text))
