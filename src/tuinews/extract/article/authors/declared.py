"""The authors that a page declares in its metadata: JSON-LD (schema.org `author`) and meta tags."""

import re
from collections.abc import Iterator
from itertools import islice

from tuinews.extract.article.authors.authorship import authorless
from tuinews.extract.article.authors.mentions import Mention
from tuinews.extract.article.authors.persons import MOST_NAMES, Byline, byline_of, is_vietnamese_person
from tuinews.extract.page.letters import WIDE
from tuinews.extract.page.structured import Node, Structured, string_of
from tuinews.text import clean_line

_META = {
    "author": "author",
    "article:author": "article:author",
    "parsely-author": "parsely",
    "sailthru.author": "parsely",
    "byl": "parsely",
    "dc.creator": "dc",
    "dcterms.creator": "dc",
    "citation_author": "dc",
}
_FAMILY_FIRST = frozenset(["dc.creator", "dcterms.creator", "citation_author"])
"""Tags of libraries and journals (Dublin Core, Highwire), in which the family may come first: "Ambros, Stella"."""

_MOST_ARTICLES, _MOST_PERSONS = 4, 3
"""JSON-LD articles and persons that are read; more are those of other articles on the page."""

_LONGEST = 300
"""Characters of one value; a dozen names have fewer."""

_PERSON_NAMES = frozenset(["name", "givenName", "familyName"])

_ADDRESS_BEHIND = re.compile(r"(?<=\w)\s*(?:[-–|,(]\s*https?://\S*|[<(\[]\s*(?:mailto:)?[^\s@]+@[^\s@]+)\s*$")
_ADDRESS_BEFORE = re.compile(r"^\s*[^\s@()]+@[^\s@()]+\s*\(([^()@]+)\)\s*$")
"""As in mails and RSS: "jane@post.example (Jane Doe)"."""

_OTHER_META = re.compile(r"author|byl\b")
_NO_META = re.compile(r"image|url|id$|twitter|facebook|email|link|page")
_WRITTEN = re.compile(
    r"written|by|author|verfasst|geschrieben|écrit|escrito|autor|von|scritto|geschreven|publi|skrev|skriv|napis|tekij"
)


def declared_authors(page: Structured) -> Iterator[Mention]:
    """Every mention of authors in the metadata."""
    people = {name: node for node in page.nodes if (name := _identity(node)) and _PERSON_NAMES & node.keys()}
    for place, node in enumerate(page.articles[:_MOST_ARTICLES]):
        names: list[str] = []
        kinds: set[str] = set()
        for value in _values(node):
            given, kind = _named(value, people)
            names += given
            kinds.add(kind)
        yield from _mentions(names, "ld" if place == 0 else "ld+", kinds)
    persons = [string_of(node.get("name")) for node in page.nodes if "Person" in str(node.get("@type"))]
    yield from _mentions(persons[:_MOST_PERSONS], "node", ())
    for name, values in page.metas.items():
        source = _META.get(name)
        if source is None and ("author" in name or "byl" in name):
            source = "meta+" if _OTHER_META.search(name) and not _NO_META.search(name) else None
        if source:
            family_first = name in _FAMILY_FIRST
            yield from _mentions([_turned(one) for one in values] if family_first else list(values), source, ())
    for number in ("1", "2"):
        if _WRITTEN.match(page.meta("twitter:label" + number).lower()):
            yield from _mentions(list(page.metas.get("twitter:data" + number, ())), "twitter", ())


def _turned(name: str) -> str:
    """A name with the family behind it, where that is one word before the only comma: "van Dam, Petra"."""
    family, comma, given = name.partition(", ")
    surnames = sum(word[:1].isupper() for word in family.split())
    return f"{given} {family}" if comma and "," not in given and surnames == 1 and given[:1].isupper() else name


def declared_names(page: Structured) -> frozenset[str]:
    """Every name of an author in the metadata."""
    return frozenset(name for mention in islice(declared_authors(page), MOST_NAMES) for name in mention.names)


def _mentions(texts: list[str], source: str, kinds: set[str] | tuple[()]) -> Iterator[Mention]:
    """The names of one source: the persons in it, and its whole text if that is more."""
    texts = [_ADDRESS_BEFORE.sub(r"\1", text) if "@" in text else text for text in texts if text]
    texts = [clean_line(_ADDRESS_BEHIND.sub("", text), _LONGEST) for text in texts]
    texts = [text for text in texts if "://" not in text and "@" not in text]
    texts = [text for text in dict.fromkeys(texts) if text][:MOST_NAMES]
    if not texts:
        return
    marks = [f"{source}/{kind}" for kind in sorted(kinds)]
    bylines = [byline_of(authorless(text)) for text in texts]
    if all(byline.complete and byline.persons for byline in bylines):
        persons = tuple(name for byline in bylines for name in byline.persons)
        yield Mention(persons, (source, source + ":persons", *marks))
        return
    names = tuple(name for byline in bylines if (name := _whole(byline, len(texts))))
    yield Mention(names, (source, source + (":list" if len(texts) > 1 else ":whole"), *marks))
    if len(texts) == 1 and bylines[0].persons:
        yield Mention(bylines[0].persons, (source, source + ":some", *marks))


def _whole(byline: Byline, count: int) -> str:
    """The name in a text; only if it is one of several texts, its single person alone."""
    return byline.persons[0] if count > 1 and len(byline.persons) == 1 else byline.whole


def _values(node: Node) -> list[object]:
    value = node.get("author") or node.get("creator")
    return list(value) if isinstance(value, list) else [value]


def _named(value: object, people: dict[str, Node]) -> tuple[list[str], str]:
    """The names in one value of `author`, and its kind: a person, an organization, a plain string."""
    if not isinstance(value, dict):
        return [string_of(value)], "text"
    if not value.get("name"):
        value = people.get(_identity(value), value)
    names = value.get("name") or _name_in_parts(value)
    kind = "organization" if "Organization" in str(value.get("@type")) else "person"
    return ([string_of(name) for name in names] if isinstance(names, list) else [string_of(names)]), kind


def _name_in_parts(person: Node) -> str:
    """The name of a person that is declared only in its parts (schema.org `givenName`, `familyName`).

    In Vietnamese and in ideographs the family comes first, in these without a blank.
    """
    given, additional, family = (
        string_of(person.get(part)) for part in ("givenName", "additionalName", "familyName")
    )
    first = f"{family} {given}"
    if WIDE.search(first) and not additional:
        return (family + given).strip()
    vietnamese = not first.isascii() and is_vietnamese_person(first)
    parts = (family, additional, given) if vietnamese else (given, additional, family)
    return " ".join(part for part in parts if part)


def _identity(node: Node) -> str:
    """The `@id` of a JSON-LD object; "" if there is none or it is no string."""
    identity = node.get("@id")
    return identity if isinstance(identity, str) else ""
