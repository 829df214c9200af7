"""The article in a page's data: its text as HTML, and what the data says of it.

Used where the elements of the page show less. Of all values the one counts that says the title or the address of
the page, else the one with the most prose; in it the member with the greater part of the prose is the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import islice
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.page.data.content_keys import ADDRESSES, AUTHORS, DATES, LEADS, TITLES, Node, is_content
from tuinews.extract.page.data.gallery import gallery_markup, objects_in, pictures_in_attributes
from tuinews.extract.page.data.prose import is_markup, plain
from tuinews.extract.page.data.references import References
from tuinews.extract.page.data.rich.rich_text import RichText
from tuinews.extract.page.data.scripts import page_values, script_texts
from tuinews.extract.page.data.weights import Weights
from tuinews.folding import key_of
from tuinews.quick_dataclass import dataclass

LEAST = 300
"""Letters that a text in data must have to be the article."""

LEAST_TITLE, LEAST_SLUG = 12, 8
"""Letters of a title and of the end of an address that no other article has by chance."""

NAMED = 0.15
"""Share of the prose of all data from which what says the title of the page is its article, not a card of it."""

ENOUGH = 1000
"""Letters of what says the title of the page from which it is its article, however much else there is."""

MOST_NAMED, INNER = 8, 0.1
"""Objects that say the title or address of the page which are looked at, and the share of the prose of an outer
one from which an inner one is the article."""

MOST_NAMES, MAX_TEXT = 10, 600
"""Authors of one article that are read, and characters of a title or a name."""


@dataclass(frozen=True, slots=True)
class ArticleData:
    """The article that a page has in its data.

    `markup` is its text as HTML; `is_named` whether the data says the title or the address of the page of it;
    `node` what it says of the article in the words of schema.org (headline, author, datePublished).
    """

    markup: str
    is_named: bool
    node: Node = field(default_factory=dict)


class PageData:
    """The data of a page, decoded and weighed, which may take as long as the rest of the page: two may ask of it.

    `nodes` are the JSON-LD objects of the page, `titles` what it calls itself, `url` its address.
    """

    def __init__(
        self, tree: LexborHTMLParser, nodes: tuple[Node, ...], titles: tuple[str, ...], url: str | None
    ) -> None:
        self._tree = tree
        self._scripts = script_texts(tree)
        values = page_values(tree, self._scripts)
        everything: list[object] = [*nodes, *values.values, *([values.rows] if values.rows else [])]
        self._references = References(values.values, values.rows)
        self._weights = weights = Weights(self._references)
        for value in everything:
            weights.of(value)
        self._heaviest = max(everything, key=weights.of, default=None)
        self._wanted = _Wanted(titles, url)
        self._everything = everything
        self._named = self._article_of_that_name(self._wanted)

    def _article_of_that_name(self, wanted: "_Wanted") -> Node | None:
        """The object that says the title of the page, or its address, if it is not a card of an article."""
        weights = self._weights
        entitled = [one for one in weights.objects if wanted.entitles(one)]
        named = _innermost(entitled or [one for one in weights.objects if wanted.addresses(one)], weights)
        least = max(LEAST, min(NAMED * weights.of(self._heaviest), ENOUGH))
        return named if named is not None and weights.of(named) >= least else None

    def article(self) -> ArticleData | None:
        """The article in the data, None if there is none."""
        found = [*_markup_in_scripts(self._scripts)]
        if self._named is not None:
            found.append(self._read(self._named, is_named=True))
        elif self._weights.of(self._heaviest) >= LEAST:
            found.append(self._read(self._heaviest, is_named=False))
        best = max(found, key=lambda data: len(plain(data.markup)), default=None)
        return best if best is not None and len(plain(best.markup)) >= LEAST else None

    def gallery(self) -> str:
        """The pictures with captions of what says the title of the page, or of an attribute of a slider, as
        figures of HTML; "" without any.
        """
        entitled = (one for one in objects_in(self._everything, self._references) if self._wanted.entitles(one))
        objects = (*islice(entitled, MOST_NAMED), *pictures_in_attributes(self._tree))
        return max((gallery_markup(one, self._references) for one in objects), key=len, default="")

    def named_node(self) -> Node:
        """What the data says of the article of that name in the words of schema.org, {} where it has none."""
        if self._named is None:
            return {}
        _, around = self._weights.text_in(self._named)
        return _node([self._named, *around], self._references)

    def _read(self, value: object, *, is_named: bool) -> ArticleData:
        text, around = self._weights.text_in(value)
        markup = RichText(self._references, is_content, self._weights.of).markup(text, root=True)
        chain = [*([value] if isinstance(value, Mapping) else []), *around]
        return ArticleData(markup, is_named, _node(chain, self._references))


def _innermost(named: list[Node], weights: Weights) -> Node | None:
    """The one with most prose of these objects, or the one inside it that is the article itself."""
    named = sorted((one for one in named if weights.of(one) >= LEAST), key=weights.of, reverse=True)[:MOST_NAMED]
    best = next(iter(named), None)
    for one in named[1:]:
        large = weights.of(one) >= max(2 * LEAST, INNER * weights.of(best))
        if large and one is not best and weights.holds(best, one):
            best = one
    return best


def _markup_in_scripts(scripts: list[tuple[str, str]]) -> Iterator[ArticleData]:
    for kind, text in scripts:
        if ("template" in kind or "html" in kind or "handlebars" in kind) and is_markup(text):
            yield ArticleData(text, is_named=False)


class _Wanted:
    """What the page is called, to find the article of that name."""

    def __init__(self, titles: tuple[str, ...], url: str | None) -> None:
        self.titles = {key for title in titles if len(key := key_of(title)) >= LEAST_TITLE}
        path = unquote(urlsplit(url).path).rstrip("/") if url else ""
        self.slug = path.rsplit("/", 1)[-1].removesuffix(".html").casefold()

    def entitles(self, one: Node) -> bool:
        """Whether an object says the title of the page."""
        return any(self._is_title(_text(one[name])) for name in TITLES if name in one)

    def addresses(self, one: Node) -> bool:
        """Whether an object says the address of the page."""
        return len(self.slug) >= LEAST_SLUG and any(self._is_address(one.get(name)) for name in ADDRESSES)

    def _is_title(self, text: str) -> bool:
        key = key_of(text)
        return len(key) >= LEAST_TITLE and any(
            key == title or (title.startswith(key) and len(key) * 2 > len(title)) for title in self.titles
        )

    def _is_address(self, value: object) -> bool:
        value = value.get("current") if isinstance(value, Mapping) else value
        if not isinstance(value, str):
            return False
        return value.rstrip("/").removesuffix(".html").casefold().endswith(self.slug)


def _node(around: list[Node], references: References) -> Node:
    """What the innermost object with a title says of its article."""
    for one in reversed(around):
        title = next((text for name in TITLES if (text := _text(one.get(name)))), "")
        if title and one.get("@type") is None:
            authors = next((names for name in AUTHORS if (names := _names(one.get(name), references))), [])
            date = next((text for name in DATES if (text := _text(one.get(name)))), "")
            node: dict[str, object] = {"@type": "Article", "headline": title}
            if authors:
                node["author"] = [{"@type": "Person", "name": name} for name in authors]
            if date:
                node["datePublished"] = date
            if lead := next((text for name in LEADS if (text := _text(one.get(name)))), ""):
                node["description"] = lead
            return node
    return {}


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("rendered") or value.get("basic") or value.get("text") or value.get("iso")
    return plain(value[:MAX_TEXT]) if isinstance(value, str) else ""


def _names(value: object, references: References) -> list[str]:
    value = references.follow(value)
    if isinstance(value, Mapping):
        name = next(
            (
                text
                for key in ("name", "displayName", "display_name", "fullName", "full_name", "title")
                if (text := _text(value.get(key)))
            ),
            "",
        )
        if name:
            return [name]
        inner = next(
            (
                value.get(key)
                for key in ("node", "fields", "attributes", "data", "nodes", "by", "items")
                if value.get(key)
            ),
            None,
        )
        return _names(inner, references) if inner is not None else []
    if isinstance(value, list):
        return [name for one in value[:MOST_NAMES] for name in _names(one, references)]
    return [value] if isinstance(value, str) and 0 < len(value) < 100 else []
