"""Who wrote an entry or a feed, by elements of Atom or by RSS's "ada@example.org (Ada)" in whichever shape."""

import re
from functools import lru_cache

from tuinews.extract.feed.elements import Element, decode_entities
from tuinews.extract.mojibake import mended_value
from tuinews.late import late_pattern
from tuinews.model.entry import Person

_MAX_PERSON = 500
"""Characters of an author's name and address that are read."""

_SEPARATORS = frozenset("-–—|:»·/>")
"""What parts the name of a paper from that of its section."""

_AND = late_pattern(
    r"\s*,\s*(?:(?:and|und|et|y|e|và|и|&)\s+)?|\s+(?:and|und|et|y|e|và|и|&|/|\|)\s+", re.IGNORECASE
)
_ROLE = late_pattern(
    r"(?:\w+ ){0,2}(?:writer|editor|reporter|correspondent|columnist|contributor|photographer|journalist)s?|"
    r"(?:phóng|cộng tác|biên tập|bình luận) viên|redakteur(?:in)?|journaliste?|rédact(?:eur|rice)|redactora?|"
    r"periodista|редактор|корреспондент",
    re.IGNORECASE,
)
"""What somebody is, beside a name."""

_MOST_WORDS = 4
"""Words of a name; more are a sentence, or a paper."""

_EMAIL = late_pattern(r"[\w.+\-]{1,64}+@[\w\-]+(?:\.[\w\-]+)+(?:\?subject=\S+)?")
_HIDDEN_EMAIL = late_pattern(
    r"[\w.+\-]{1,64}+\s*[\[({（]\s*at\s*[\])}）]\s*[\w\-]+(?:(?:\.|\s*[\[({（]\s*dot\s*[\])}）]\s*)[\w\-]+)+",
    re.IGNORECASE,
)
"""An address as it is written so that no program finds it."""

_OF_NOBODY = late_pattern(r"(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|nobody|none|null)@", re.IGNORECASE)
_MARKUP = late_pattern(r"</?[A-Za-z][A-Za-z0-9]*(?:\s+[\w:\-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>]*))*\s*/?>")
"""A tag, and no address between angle brackets."""

_PAIRS = {"(": ")", "[": "]", "<": ">", "（": "）", '"': '"', "“": "”", "«": "»", "'": "'"}
_PARTNERS = {sign: other for pair in _PAIRS.items() for sign, other in (pair, pair[::-1]) if sign != "'"}
_AROUND = " \t\r\n,;:|/·-–—>"
"""What stands between a name and its address."""

_BY = late_pattern(r"(?:by|written by|posted by|bởi)\s+(?=[A-ZÀ-ÞĐ])", re.IGNORECASE)


def person(element: Element) -> Person | None:
    """The author that an element names, None where it names nobody."""
    if element.children:
        parts = {child.name.rpartition(":")[2]: mended_value(child.text) for child in element.children[:20]}
        name, email = parts.get("name") or parts.get("title"), parts.get("email")
        if name or email:
            return Person(f"{name} ({email})" if name and email else name or email, name or None, email or None)
    text = mended_value(element.text[: _MAX_PERSON * 4])
    if "<" in text:
        text = decode_entities(_MARKUP.sub("", text)).strip()
    text = text[:_MAX_PERSON]
    if not text:
        return None
    found = _EMAIL.search(text) if "@" in text else None
    if not found:
        return Person(text, text)
    return Person(text, ", ".join(_beside_addresses(text, _EMAIL)) or None, found[0])


def shown_names(author: Person) -> tuple[str, ...]:
    """The names of an author as people write them, without addresses and what stood around them.

    Who is known by a mail address alone is called so, a machine's address and that of a page are nobody's name.
    """
    return _shown(author.name or author.text or "")


@lru_cache(maxsize=1024)  # a feed has few authors, and they come again and again
def _shown(text: str) -> tuple[str, ...]:
    text = decode_entities(text[: _MAX_PERSON * 2])
    text = _MARKUP.sub("", text) if "<" in text else text
    names = [text]
    for pattern in (_EMAIL, _HIDDEN_EMAIL):
        found = pattern.search(text)
        if found:
            names = _beside_addresses(text, pattern) or ([] if _OF_NOBODY.match(found[0]) else [found[0]])
            break
    whole = (_BY.sub("", _bare(name), count=1) for name in names if not name.startswith(("http://", "https://")))
    return tuple(one for name in whole if name for one in _names_in(name))


def _beside_addresses(text: str, pattern: re.Pattern[str]) -> list[str]:
    """The names that stand beside the addresses of a text, each once."""
    parts = (_bare(part.strip().removesuffix("mailto:")) for part in pattern.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def _bare(text: str) -> str:
    """A name without brackets and quotation marks around it, and without halves of such pairs at its ends."""
    before = None
    while before != text:
        before = text
        text = text.strip(_AROUND)
        if len(text) > 1 and _PAIRS.get(text[0]) == text[-1]:
            text = text[1:-1]
        elif text[:1] in _PARTNERS and _PARTNERS[text[0]] not in text[1:]:
            text = text[1:]
        elif text[-1:] in _PARTNERS and _PARTNERS[text[-1]] not in text[:-1]:
            text = text[:-1]
    return text


def _names_in(text: str) -> tuple[str, ...]:
    """The names that one field holds: several where each part between commas or "and" is a whole name, as in
    "Ada One, Bo Two and Cy Three"; "One, Ada" and "Research and Development" are one. Semicolons part whatever
    stands between them, and what somebody is beside a name is none.
    """
    several = [part.strip() for part in text.split(";") if part.strip()]
    if len(several) > 1:
        return tuple(name for part in several for name in _names_in(part))
    parts = [part for part in _AND.split(text) if part]
    if len(parts) > 1:
        parts = [part for part in parts if not _ROLE.fullmatch(part)] or parts
    words = [part.split() for part in parts]
    are_names = all(1 < len(name) <= _MOST_WORDS and all(map(_is_of_name, name)) for name in words)
    return tuple(" ".join(name) for name in words) if are_names and parts not in ([], [text]) else (text,)


def _is_of_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower() and not any(map(str.isdigit, word))


def is_publisher(author: Person, title: str) -> bool:
    """Whether the author of a feed is its publisher, by the feed's `title`, and so wrote none of its entries."""
    name, whole = (" ".join((text or "").casefold().split()) for text in (author.name or author.text, title))
    rest = whole.removeprefix(name).lstrip()
    return bool(name) and whole.startswith(name) and (not rest or rest[0] in _SEPARATORS)
