"""The links of a page that could lead to articles, and what their addresses say about them."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit

from tuinews import address
from tuinews.extract.listing.outline import HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import NO_ARTICLE, RELEASE, SHARE_HOSTS
from tuinews.quick_dataclass import dataclass

_FIRST_OF_PART = 2
"""Nodes from the beginning of a part at which its heading stands."""

_LONGEST_STAMP, _MOST_OF_STAMP = 40, 12
"""Characters and nodes before the heading of a part that say when it was told, or its number."""

MAX_LINKS = 5_000
"""Links that are read; the fullest front pages have about 1,000."""

_IDEOGRAPH = re.compile("[\u2e81-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_NUMBERS = re.compile(r"\d[\d.,:]*")
_LEVELS = 5
"""Elements of a signature: enough to tell a card from a menu, few enough that all zones of a page have the
same."""

_MANY_HYPHENS = 2
"""Hyphens or underscores from which the last part of a path is a slug of words."""

_LONG_SLUG, _SLUG = 5, 3
"""Words of a slug that is surely a headline, and of one that may be."""

_BEST_LIKENESS = 3.0
"""Most points of an address: a date and a long slug. More signs say nothing new."""

_VARYING = re.compile(
    r"^(?:post|id|item|tag|category|article|node|entry)-|^(?:first|last|odd|even|active|current)$"
)
_DIGITS, _YEAR_OR_MORE = re.compile(r"\d+"), re.compile(r"\d{4}")
_INDEX = re.compile(r"/(?:index|default)\.\w+$")
_INDEX_OR_SLASH, _ENDING = re.compile(r"/(?:index|default)\.\w+$|/$"), re.compile(r"\.\w+$")
_BETWEEN_WORDS = re.compile(r"[-_ ]")
_DATED, _OF_A_YEAR = re.compile(r"/(?:19|20)\d\d[/-]?\d"), re.compile(r"/(?:19|20)\d\d/.")
_LONG_NUMBER = re.compile(r"\d{5,}")
_OF_A_PAGE = re.compile(r"\.(?:s?html?|chn|aspx?|php)$")
_NUMBER_IN_QUERY = re.compile(r"(?:^|&)\w*(?:id|p|nid|sid|no)=\d+")
_FILE = re.compile(r"\.(?:zip|t?gz|xz|bz2|7z|dmg|msi|deb|rpm|whl|exe)$")
_NO_ARTICLE_REL = frozenset(("author", "tag", "category", "license", "home", "next", "prev", "search", "help"))
_SECOND_LEVEL = frozenset(
    ["com", "co", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "info", "biz", "mil"]
)


class Rank(IntEnum):
    """Where the words of a link come from, the weakest first: a label, its text, a title class, a heading."""

    LABELLED = 0
    PLAIN = 1
    TITLED = 2
    HEADING = 3


class AddressShape(NamedTuple):
    """What the addresses of one kind of page have in common: where they are, how deep, and what names the page:
    "number" (four figures in a path, any in a query), "slug" (words with hyphens), "".
    """

    host: str
    section: str
    depth: int
    named_by: str


class AddressForm(NamedTuple):
    """What the addresses of all articles of a site have in common, in whatever section: see `AddressShape`."""

    domain: str
    depth: int
    named_by: str
    ending: str


@dataclass(slots=True)
class Link:
    """One link: its node, its address, and its headline, whose node is `inner`.

    `key` is the canonical address, `place` that address in parts, `signature` see `signature_of`; `listing` says
    that it leads to a list or a service.
    """

    node: int
    url: str
    key: str
    place: SplitResult
    signature: str
    offsite: bool
    listing: bool
    title: str = ""
    inner: int = -1
    rank: Rank = Rank.PLAIN
    score: float = 0.0

    @property
    def section(self) -> tuple[str, str]:
        """The host and the first segment of the path, with every number as 9."""
        shape = self.shape
        return shape.host, shape.section

    @property
    def shape(self) -> AddressShape:
        """What its address has in common with those of the same kind of page."""
        return _shape_of(self.place)

    @property
    def form(self) -> AddressForm:
        """What its address has in common with those of all articles of the site."""
        shape = self.shape
        last = self.place.path.rsplit("/", 1)[-1]
        ending = last[last.rfind(".") :] if "." in last else ""
        return AddressForm(registered_domain(self.place.hostname or ""), shape.depth, shape.named_by, ending)


@lru_cache(maxsize=MAX_LINKS)
def _shape_of(place: SplitResult) -> AddressShape:
    head, slash, _ = place.path[1:].partition("/")
    section = _DIGITS.sub("9", head) if slash else ""
    last = place.path.rsplit("/", 1)[-1]
    number = _YEAR_OR_MORE.search(place.path) or _DIGITS.search(place.query)
    slug = last.count("-") + last.count("_") >= _MANY_HYPHENS
    named_by = "number" if number else "slug" if slug else ""
    return AddressShape(place.netloc, section, place.path.count("/"), named_by)


def width(text: str) -> int:
    """The length of a text in Latin letters: an ideograph counts as two, as it does on a terminal."""
    return len(text) if text.isascii() else len(text) + len(_IDEOGRAPH.findall(text))


def same_words(text: str) -> str:
    """A text for comparison, without differences of case, width and composition."""
    return unicodedata.normalize("NFKC", text).casefold()


def without_numbers(text: str) -> str:
    """A text for comparison, every number in it the same."""
    return _NUMBERS.sub("0", same_words(text))


@lru_cache(maxsize=4096)
def registered_domain(host: str) -> str:
    """The registered domain of a host, guessed without the public suffix list."""
    parts = host.split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


def links_of(outline: Outline, url: str, base: str) -> list[Link]:
    """Every link of the page that leads to another page over http(s), in page order."""
    page = address.canonical(url)
    own = registered_domain(address.host_of(url))
    found: list[Link] = []
    for node in outline.nodes:
        if node.tag != "a":
            continue
        target = _target(node, base)
        if target is None:
            continue
        key = address.canonical(target)
        place = urlsplit(key)
        offsite = registered_domain(place.hostname or "") != own
        if key == page or (place.path == "/" and not place.query and not offsite):
            continue
        listing = _leads_to_list(node, place) or (offsite and bool(SHARE_HOSTS.search(place.netloc)))
        found.append(Link(node.index, target, key, place, signature_of(outline, node.index), offsite, listing))
        if len(found) >= MAX_LINKS:
            break
    return found


def anchored_links(outline: Outline, url: str, base: str) -> list[Link]:
    """The links to parts of the page itself, as those of a page that tells all its news on one; in page order."""
    page = address.canonical(url)
    parts = {name for node in outline.nodes if node.attributes for name in _part_names(node)}
    found: list[Link] = []
    for node in outline.nodes:
        href = (node.attributes.get("href") or "") if node.tag == "a" else ""
        target = address.join(base, href) if "#" in href else None
        fragment = target.partition("#")[2] if target else ""
        if target and unquote(fragment) in parts and address.canonical(target) == page:
            key = f"{page}#{fragment}"
            signature = signature_of(outline, node.index)
            found.append(Link(node.index, target, key, urlsplit(key), signature, offsite=False, listing=False))
    return found[:MAX_LINKS]


def named_headings(outline: Outline, url: str) -> list[Link]:
    """The headings of parts of the page that have a name to go to, and no link; in page order.

    The name is the heading's own, that of an anchor in it, or that of the part which it begins, behind no more
    than a day, a time or a number.
    """
    page = address.canonical(url)
    found: list[Link] = []
    for node in outline.nodes:
        if node.tag not in HEADINGS:
            continue
        names = [name for inner in outline.nodes[node.index : node.end] for name in _part_names(inner)]
        holder = outline.nodes[node.parent] if node.parent >= 0 else None
        if not names and holder is not None and _begins(outline, holder, node):
            names = _part_names(holder)
        if names:
            target = f"{url.partition('#')[0]}#{quote(names[0])}"
            key = f"{page}#{names[0]}"
            signature = signature_of(outline, node.index)
            found.append(Link(node.index, target, key, urlsplit(key), signature, offsite=False, listing=False))
    return found[:MAX_LINKS]


def _begins(outline: Outline, part: Node, heading: Node) -> bool:
    """Whether a heading is the first of a part, and what stands before it is at most a stamp."""
    before = outline.nodes[part.index + 1 : min(heading.index, part.index + _MOST_OF_STAMP + 2)]
    if len(before) < _FIRST_OF_PART or len(before) > _MOST_OF_STAMP:
        return len(before) < _FIRST_OF_PART
    text = outline.text_between(part.index, heading.index)
    is_stamp = len(text) <= _LONGEST_STAMP and (not text or any(map(str.isdigit, text)))
    return is_stamp and not any(node.tag in HEADINGS for node in before)


def _part_names(node: Node) -> list[str]:
    names = [node.attributes.get("id"), node.attributes.get("name") if node.tag == "a" else None]
    return [name for name in names if name]


def page_link(url: str) -> Link | None:
    """The page itself as a link, to compare its address with those of its links; None for a broken address."""
    try:
        place = urlsplit(address.canonical(url))
    except ValueError:
        return None
    return Link(-1, url, address.canonical(url), place, "", offsite=False, listing=False)


def signature_of(outline: Outline, index: int) -> str:
    """The elements and first classes of a node and those around it: equal for links with the same markup."""
    parts: list[str] = []
    while index >= 0 and len(parts) < _LEVELS:
        node = outline.nodes[index]
        parts.append(node.tag + _telling(node.first_class))
        index = node.parent
    return "/".join(parts)


@lru_cache(maxsize=MAX_LINKS)
def _telling(name: str) -> str:
    """A class without its numbers behind a dot, "" for one that varies within a list."""
    bare = _DIGITS.sub("", name)
    return "." + bare if bare and not _VARYING.match(bare) else ""


def article_likeness(link: Link) -> float:
    """How much the address of a link looks like an article's: see `_likeness_of`."""
    return _likeness_of(link.place)


@lru_cache(maxsize=MAX_LINKS)
def _likeness_of(place: SplitResult) -> float:
    """How much an address looks like an article's, -4 to 3.

    A date in the path counts 2 (a year alone 1.5), a number of five digits and more 1.5, a slug of five words 2
    (of three 1), the version of a release 2, a number in the query 1, a file type 0.5. One or two words without a
    number lose 0.5 and the front page 4, but not a part of it. Five digits are the number of an article where four
    may be a year.
    """
    path, query = place.path, place.query
    last = _INDEX_OR_SLASH.sub("", path).rsplit("/", 1)[-1]
    words = [w for w in _BETWEEN_WORDS.split(_ENDING.sub("", last)) if w]
    score = 0.0
    if _DATED.search(path):
        score += 2
    elif _OF_A_YEAR.search(path):
        score += 1.5
    if _LONG_NUMBER.search(path + query):
        score += 1.5
    if len(words) >= _LONG_SLUG:
        score += 2
    elif len(words) >= _SLUG:
        score += 1
    elif not query and len(words) < _SLUG and not _DIGITS.search(last):
        score -= 0.5
    if _OF_A_PAGE.search(path):
        score += 0.5
    if _NUMBER_IN_QUERY.search(query):
        score += 1
    if RELEASE.search(path):
        score += 2
    if path == "/" and not query and not place.fragment:
        score -= 4
    return min(score, _BEST_LIKENESS)


def _target(node: Node, base: str) -> str | None:
    href = (node.attributes.get("href") or "").strip()
    if not href or href.startswith("#"):
        return None
    target = address.join(base, href)
    return target.split("#", 1)[0] if target else None


def _leads_to_list(node: Node, place: SplitResult) -> bool:
    """Whether a link leads, by its `rel` or its address, to a list or a service."""
    if not _NO_ARTICLE_REL.isdisjoint((node.attributes.get("rel") or "").lower().split()):
        return True
    path = _INDEX.sub("/", place.path) + ("?" + place.query if place.query else "")
    if RELEASE.search(place.path) and not _FILE.search(place.path):
        return False
    return bool(NO_ARTICLE.search(path))
