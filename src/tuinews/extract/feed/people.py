"""Who wrote an entry or a feed, by elements of Atom or by RSS's "ada@example.org (Ada)" in whichever shape."""

import re
from functools import lru_cache

from tuinews.extract.feed.elements import Element, decode_entities
from tuinews.extract.mojibake import mended_value
from tuinews.model.entry import Person

_MAX_PERSON = 500
"""Characters of an author's name and address that are read."""

_SEPARATORS = frozenset("-–—|:»·/>")
"""What parts the name of a paper from that of its section."""

_AND = re.compile(r"\s*[,;]\s*(?:(?:and|und|et|y|e|và|и|&)\s+)?|\s+(?:and|und|et|y|e|và|и|&)\s+", re.IGNORECASE)
_MOST_WORDS = 4
"""Words of a name; more are a sentence, or a paper."""

_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+(?:\?subject=\S+)?")
_MARKUP = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>@]*)?/?>")
"""A tag, and no address between angle brackets."""


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
    rest = text.replace(found[0], "").replace("()", "").replace("<>", "").removesuffix("mailto:").strip()
    return Person(text, rest.removeprefix("(").removesuffix(")").strip() or None, found[0])


@lru_cache(maxsize=1024)  # a feed has few authors, and they come again and again
def names_in(text: str) -> tuple[str, ...]:
    """The names that one field holds: several where each part between commas or "and" is a whole name, as in
    "Ada One, Bo Two and Cy Three"; "One, Ada" and "Research and Development" are one.
    """
    parts = [part for part in _AND.split(text) if part]
    words = [part.split() for part in parts]
    are_names = all(1 < len(name) <= _MOST_WORDS and all(map(_is_of_name, name)) for name in words)
    return tuple(" ".join(name) for name in words) if len(parts) > 1 and are_names else (text,)


def _is_of_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower() and not any(map(str.isdigit, word))


def is_publisher(author: Person, title: str) -> bool:
    """Whether the author of a feed is its publisher, by the feed's `title`, and so wrote none of its entries."""
    name, whole = (" ".join((text or "").casefold().split()) for text in (author.name or author.text, title))
    rest = whole.removeprefix(name).lstrip()
    return bool(name) and whole.startswith(name) and (not rest or rest[0] in _SEPARATORS)
