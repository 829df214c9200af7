"""The name of a source: the site's name, then the part of the site.

The title of a page is written for search engines: "Tin kinh doanh: Thị trường, tài chính, kinh tế, doanh nghiệp"
is the title of the business pages of two newspapers, and the newspaper's name at its end is cut off in lists.
"""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tuinews.address import host_of
from tuinews.extract.page.patterns import words
from tuinews.extract.page.tree import attribute, parse
from tuinews.folding import key_of, strip_diacritics
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LONGEST = 40
"""Characters above which a text is a sentence about a site or a part of one, and no name."""

_LONGEST_SCRIPT = 100_000
"""Characters of a JSON-LD script that is read for a name."""

_SEPARATOR = late_pattern(r"\s+[|–—‒\-·•»›:/~]+\s+|\s*[|｜»：]\s*|\s+::\s+|:\s+")
_BETWEEN_WORDS = late_pattern(r"[\W_]+")
_SUFFIX = late_pattern(
    r"(?>\s*[\[(]?\b(?:RSS|Atom)\b(?:\s2(?:\.0)?)?[\])]?|\s+Feeds?\b[\])]?)++\s*$", re.IGNORECASE
)
_BEFORE_SUFFIX = " \t|–—‒-·•»›:/~,"
"""What parts a name from such words."""

_PREFIX = late_pattern(
    r"^\s*(?:RSS|Atom)(?:\s+Feeds?)?(?:\s+(?:of|for|from|của)\s+|\s*[:-]\s+|\s+)", re.IGNORECASE
)
_FILE_TYPE = late_pattern(r"\.\w{2,5}$")
_PAGE_NUMBER = late_pattern(r"^(?:page|trang|seite|página)\s*\d+(?:\s*\W\s*|\s+\w+\s+)?\d*$", re.IGNORECASE)
_SAYS_NOTHING = words(
    """
    rss rssfeed feed feeds atom atomfeed rss20 xml home homepage index default main trangchu untitled notitle
    allposts allcontent startseite accueil inicio
    """
)
"""Texts that are the name of neither a site nor a part of one, as keys."""

_SAYS_LITTLE = words(
    """
    news latestnews latest topstories topnews blog headlines breakingnews tinmoinhat tinmoi tintuc tintucmoinhat
    tinnong baomoinhat thoisu aktuelles nachrichten actualites noticias articles posts
    """
)
"""Texts that could be a part of any site, so that alone they do not distinguish sources."""

_SUFFIX_LABELS = words("com co org net gov edu ac or ne go info biz")
"""Labels before the country in a host; the site's own label is before them."""

_SHARED_HOSTS = words("github.io gitlab.io blogspot.com wordpress.com substack.com medium.com tumblr.com")
"""Hosts of many sites, each with a label of its own before."""

_ORGANISATIONS = frozenset(("Organization", "NewsMediaOrganization", "WebSite"))


@dataclass(frozen=True, slots=True)
class _Site:
    """A site by its host: `label` is its owner's part ("dantri" of dantri.com.vn), "" if there is none."""

    host: str
    label: str

    def is_named_in(self, text: str) -> bool:
        """Whether a text names the site, as "VnExpress Kinh Doanh" does for vnexpress.net."""
        return len(self.label) > 1 and self.label in _key(text)

    def is_host(self, text: str) -> bool:
        """Whether a text is nothing but the host."""
        return text.casefold().strip().removeprefix("www.") in (self.host, f"{self.host}/")

    def name_among(self, texts: Iterable[str]) -> str:
        """The shortest text that names the site, of equals the first; "" if none does."""
        named = [text for text in texts if len(text) <= _LONGEST and self.is_named_in(text) and "/" not in text]
        spoken = [text for text in named if not self.is_host(text)]
        return min(spoken or named, key=lambda text: len(_key(text)), default="")


def page_name(html: str, url: str) -> str:
    """The name of the page at `url` as a source: "VnExpress Kinh Doanh", "Báo Dân trí: Kinh doanh"; never empty
    where the address has a host.
    """
    tree, site = parse(html), _site_of(url)
    heads = [clean_line(node.text(), 200) for node in tree.css("h1")[:10]]
    titles = [_text_of(tree, "head title"), _content_of(tree, "og:title")]
    site_names = [_content_of(tree, "og:site_name"), _content_of(tree, "application-name"), *_organisations(tree)]
    parts = list(chain.from_iterable(map(_parts, titles)))
    name = site.name_among([*parts, *chain.from_iterable(map(_parts, site_names)), *heads])
    if not name or site.is_host(name):
        spoken = [part for text in site_names for part in _parts(text)[:1] if not site.is_host(part)]
        called = next((part for part in spoken if len(part) <= _LONGEST), "")
        name = called or name.removeprefix("www.") or site.host
    place = _place(url)
    if not place or (len(place[-1]) > 3 and place[-1] in _key(name) and not site.is_host(name)):
        return name or clean_line(titles[0], 200)
    others = [[text for text in texts if text != name and not site.is_named_in(text)] for texts in (heads, parts)]
    section = _section(place, *others)
    return _joined(name, section or _words_of(url))


def feed_name(title: str, link: str | None, url: str | None) -> str:
    """The name of a feed as a source, from its title and the addresses of its site and of itself.

    A title that names its site or something else is kept, without "RSS" and the like.
    """
    site = _site_of(link or url or "")
    parts = [part for part in map(_without_feed_words, _parts(title)) if part and _key(part) not in _SAYS_NOTHING]
    name = site.name_among(parts)
    if name:
        rest = [part for part in parts if part != name and _key(part) not in _key(name) and len(part) <= _LONGEST]
        return _joined(name, " - ".join(rest[:2]))
    if not parts:
        return site.host or clean_line(title, 200)
    whole = _without_feed_words(clean_line(title, 200)) or title
    little = _key(whole) in _SAYS_LITTLE or _key(whole) in _place(url or "")
    return _joined(site.host, whole) if little and site.host else whole


def _site_of(url: str) -> _Site:
    host = host_of(url)
    labels = host.split(".")
    if not host or ":" in host or labels[-1].isdigit() or len(labels) < 2:
        return _Site(host, "")
    if host.endswith(tuple(f".{shared}" for shared in _SHARED_HOSTS)):
        return _Site(host, _key(labels[-3]))
    own = labels[:-1]
    while len(own) > 1 and own[-1] in _SUFFIX_LABELS:
        own.pop()
    return _Site(host, _key(own[-1]))


def _place(url: str) -> list[str]:
    """The segments of an address's path as keys, without those in `_SAYS_NOTHING`."""
    try:
        segments = unquote(urlsplit(url).path).split("/")
    except ValueError:
        return []
    keys = [_key(_FILE_TYPE.sub("", segment)) for segment in segments]
    return [key for key in keys if key and key not in _SAYS_NOTHING]


def _words_of(url: str) -> str:
    """The last segment of a path that is made of words, as words: `chinh-sach-moi.htm` is "Chinh sach moi"."""
    for segment in reversed(unquote(urlsplit(url).path).split("/")):
        text = " ".join(_BETWEEN_WORDS.split(_FILE_TYPE.sub("", segment))).strip()
        is_words = re.search(r"[^\W\d]{3}", text) and not re.search(r"\d", text)
        if is_words and len(text) <= _LONGEST and _key(text) not in _SAYS_NOTHING:
            return text[0].upper() + text[1:]
    return ""


def _section(place: Sequence[str], heads: Sequence[str], parts: Sequence[str]) -> str:
    """The part of the site: a heading or title that the address has too, else the only heading or the title."""
    first_of_heads = [part for head in heads for part in _parts(head)[:1] if len(part) <= _LONGEST]
    short = [part for part in parts if len(part) <= _LONGEST and not _PAGE_NUMBER.match(part)]
    said = next((part for part in (*first_of_heads, *short) if _key(part) in place and not part.isdigit()), "")
    only = first_of_heads[0] if len([head for head in heads if head]) == 1 and first_of_heads else ""
    return said or only or next((part for part in short if _key(part) not in _SAYS_NOTHING | _SAYS_LITTLE), "")


def _joined(site: str, section: str) -> str:
    said, key = _key(site), _key(section)
    if not key or key == said or (len(key) > 3 and key in said and "." not in site):
        return site
    return section if said and said in key else f"{site}: {section}"


def _parts(text: str) -> list[str]:
    return [part for part in (part.strip() for part in _SEPARATOR.split(text)) if part]


def _without_feed_words(text: str) -> str:
    if _key(text) in _SAYS_NOTHING:
        return ""
    said = _SUFFIX.sub("", text)
    return _PREFIX.sub("", said if said == text else said.rstrip(_BEFORE_SUFFIX)).strip()


def _key(text: str) -> str:
    return key_of(strip_diacritics(text))


def _text_of(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return clean_line(node.text(), 500) if node is not None else ""


def _content_of(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f'meta[property="{name}"], meta[name="{name}"]')
    return clean_line(attribute(node, "content"), 500)


def _organisations(tree: LexborHTMLParser) -> list[str]:
    """The names of the site and its publisher in JSON-LD."""
    names: list[str] = []
    for script in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            value = json.loads(script.text()[:_LONGEST_SCRIPT], strict=False)
        except (ValueError, RecursionError):
            continue
        names += [clean_line(string, 200) for node in _nodes(value) if (string := _organisation_of(node))]
    return names


def _nodes(value: object) -> list[object]:
    """The objects of a JSON-LD script, those of their graphs too."""
    nodes = value if isinstance(value, list) else [value]
    graphs = [node.get("@graph") for node in nodes if isinstance(node, dict)]
    return [*nodes, *(one for graph in graphs if isinstance(graph, list) for one in graph)]


def _organisation_of(node: object) -> str:
    """The name of a JSON-LD object that is a site or its publisher, else ""."""
    if not isinstance(node, dict) or not isinstance(node.get("name"), str):
        return ""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return str(node["name"]) if any(kind in _ORGANISATIONS for kind in kinds if isinstance(kind, str)) else ""
