"""Who wrote it: names from JSON-LD and meta tags, from what is marked as a byline, from "By …", from a signature.

A template's default (the publisher, "admin", the agency that runs the site) is no author, though machines are
told so: names of the site and of nobody are left out wherever they stand.
"""

import re
from collections.abc import Iterable, Sequence

from tuinews.extract.article.byline_words import BEFORE_NAME, COMPANY, NOBODY, ROLE
from tuinews.extract.article.structured import Node, Structured, string_of
from tuinews.text import clean_line

LONGEST_NAME = 60

_PREFIX = re.compile(rf"^(?:[^\w(]*)(?:{BEFORE_NAME})(?:\s*[:：/]\s*|\s+|(?=[\u3400-\u9fff]))", re.IGNORECASE)
_COLON_PREFIX = re.compile(rf"^(?:[^\w(]*)(?:{BEFORE_NAME})\s*[:：/]\s*", re.IGNORECASE)
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
_CAPITAL = re.compile(r"[^\W\d_]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def structured_authors(page: Structured, sites: Iterable[str]) -> tuple[str, ...]:
    """The names that the page tells machines, the best-kept source first."""
    known = {_key(site) for site in sites if site}
    people = {node.get("@id"): node for node in page.nodes if node.get("@id") and node.get("name")}
    for node in page.articles:
        found = _clean([n for value in _values(node) for n in _named(value, people)], known)
        if found:
            return found
    label = page.meta("twitter:label1").lower()
    written = (
        page.metas.get("twitter:data1", ())
        if re.match(r"written|by|author|verfasst|geschrieben|écrit|escrito", label)
        else ()
    )
    for values in (
        page.metas.get("author", ()),
        page.metas.get("article:author", ()),
        page.metas.get("parsely-author", ()),
        page.metas.get("sailthru.author", ()),
        page.metas.get("byl", ()),
        page.metas.get("dc.creator", ()),
        page.metas.get("dcterms.creator", ()),
        written,
    ):
        found = _clean([part for value in values for part in names_in(value)], known)
        if found:
            return found
    return ()


def stated_authors(page: Structured) -> tuple[str, ...]:
    """What the page calls its author where no person is found: a desk, an agency, a pen name."""
    for node in page.articles:
        found = [n for value in _values(node) for n in _named(value, {}) if _is_stated(n)]
        if found:
            return tuple(dict.fromkeys(found))
    for name in ("author", "article:author", "dc.creator"):
        found = [value for value in page.metas.get(name, ()) if _is_stated(value)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _is_stated(name: str) -> bool:
    return 1 < len(name) <= LONGEST_NAME and "://" not in name and "@" not in name and not NOBODY.match(name)


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


def _values(node: Node) -> list[object]:
    value = node.get("author") or node.get("creator")
    return list(value) if isinstance(value, list) else [value]


def _named(value: object, people: dict[object, Node]) -> list[str]:
    if isinstance(value, dict):
        if not value.get("name") and value.get("@id") in people:
            value = people[value["@id"]]
        names = value.get("name")
        return [string_of(n) for n in names] if isinstance(names, list) else [string_of(names)]
    return [string_of(value)]


def _clean(names: Sequence[str], sites: set[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for raw in names:
        for name in _people(raw):
            key = _key(name)
            if key and key not in sites and not name.startswith("http") and not NOBODY.match(name):
                kept.setdefault(key, name)
    return tuple(kept.values())


def _people(raw: str) -> list[str]:
    text = clean_line(raw, 300).strip(" ,.;")
    if len(text) > 3 and _PREFIX.match(text):
        text = _PREFIX.sub("", text, count=1)
    if re.search(r",|;|\s(?:and|und|et|y|và)\s", text):
        parts = [part.strip(" ,.") for part in _SPLIT.split(text)]
        good = [part for part in parts if is_name(part)]
        return good or [text]
    return [text] if 1 < len(text) <= 80 else []


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
