"""Lists of sources, in and out: OPML, newsboat's `urls`, and plain lists of addresses.

The content decides which of them a list is. Only http and https are taken: newsboat's `exec:` and `filter:`, a
`|command` or a `file:` from a stranger's list would be run or read by the next refresh, so they are named as
skipped. OPML is read by a scanner of its `outline` tags, not by an XML parser: half of the OPML about has a stray
ampersand, and what declares no entity cannot expand one.

OPML 2.0: opml.org/spec2.opml. newsboat: newsboat.org/releases/2.36/docs/newsboat.html#_urls_configuration_file
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tuinews.address import join, tidy
from tuinews.errors import QueryError, SourceListError
from tuinews.language import N_, _
from tuinews.late import late_pattern
from tuinews.model.article import SelectorRule
from tuinews.model.source import Source, SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.options import (
    OPTIONS,
    USUAL_OPTIONS,
    SourceOptions,
    from_written,
    without_risks,
    written,
)
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.query.newsboat import translated
from tuinews.query.parser import parse
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line, unescaped

MAX_CHARACTERS = 50_000_000
"""A longer list is refused."""

NAMESPACE = "urn:tuinews"
"""The XML namespace of what other readers know nothing of: `tuinews:body` and `tuinews:drop`, CSS selectors, and
the options of a source by their names (`model.sources.options`)."""

MOST_UNASKED = 500
"""Sources of one list that are added unasked: nobody follows more by intent, a wrong or hostile file may."""

MAX_FOLDERS = 8
"""Folders within each other; what lies deeper is put into the eighth."""

_COMMENT = late_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_OUTLINE = late_pattern(
    r"<(/?)(?:outline|OUTLINE|Outline)\b((?>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)(?=>)|[^<>]*+)>"
)
_ATTRIBUTE = late_pattern(r"([^\s=\"'/<>]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++))")
_XML = late_pattern(r"\s*<(?:\?xml|!|opml|outline|[a-z])", re.IGNORECASE)
_WORD = late_pattern(r"\"((?:[^\"\\]|\\.)*)\"|(\S+)")
_BULLET = late_pattern(r"[-*•]\s+")
_REASONS = (
    ("exec:", N_("it runs a command")),
    ("filter:", N_("it runs a command")),
    ("|", N_("it runs a command")),
    ("file:", N_("only http and https addresses are accepted")),
)


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source as a list names it. `folder` is a path, "News/Asia"; `kind` is None where the list does not say.

    `site_url` is the page for people, which stands in where the feed dies; `repair` is not checked yet.
    """

    url: str
    title: str | None = None
    folder: str | None = None
    kind: SourceKind | None = None
    site_url: str | None = None
    repair: SelectorRule | None = None
    options: SourceOptions = USUAL_OPTIONS


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a list names, in its order; an address that it names twice stands there twice."""

    sources: tuple[ListedSource, ...] = ()
    skipped: tuple[SkippedSource, ...] = ()
    views: tuple[SavedView, ...] = ()

    @property
    def asks_first(self) -> bool:
        """Whether a person is to be asked before so many are added."""
        return len(self.sources) > MOST_UNASKED


def parse_source_list(text: str) -> SubscriptionList:
    """The sources of a list that anybody may have written: `parse_own_list` without the options that run a
    command, or read a file or the environment; who has such is named as skipped.
    """
    found = parse_own_list(text)
    safe: list[ListedSource] = []
    named: list[SkippedSource] = []
    for one in found.sources:
        options = without_risks(one.options)
        safe.append(one if options == one.options else replace(one, options=options))
        if options != one.options:
            named.append(SkippedSource(one.url, _("its commands, cookies and variables were left out")))
    return SubscriptionList(tuple(safe), (*found.skipped, *named), found.views)


def parse_own_list(text: str) -> SubscriptionList:
    """The sources of an OPML document, newsboat's urls file or a list of addresses, as their user wrote it.

    Raises SourceListError for another kind of document (a feed, a web page) and for one that is too long. 50,000
    sources take seconds, in steps between which other threads have their turn.
    """
    if len(text) > MAX_CHARACTERS:
        raise SourceListError(_("list of sources"), _("it is too long"), _("split it into parts"))
    text = text.removeprefix("\ufeff").replace("\0", "")
    if not _XML.match(text):
        return _collected(_of_lines(text))
    if not re.search(r"<(?:opml|outline)\b", text, re.IGNORECASE):
        raise SourceListError(
            _("list of sources"), _("this is neither OPML nor a list of addresses"), _("choose another file")
        )
    return _collected(_of_opml(_COMMENT.sub("", text)))


def write_opml(sources: Sequence[Source], title: str, views: Sequence[SavedView] = ()) -> str:
    """OPML 2.0 that NetNewsWire, Miniflux and newsboat take, folders nested.

    A source without a feed has no `xmlUrl`, so that they pass it over; `type` and `htmlUrl` bring it back here.
    A source's repair and its options go with it in attributes of a namespace of our own; so do saved views, which
    are outlines without an address.
    """
    has_own = bool(views) or any(source.repair or written(source.options) for source in sources)
    namespace = f' xmlns:tuinews="{NAMESPACE}"' if has_own else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0"{namespace}>',
        f"  <head><title>{_escaped(title)}</title></head>",
        "  <body>",
    ]
    open_folders: list[str] = []
    for source in sorted(sources, key=lambda source: (source.folder or "").split("/")):
        folders = [name for name in (source.folder or "").split("/") if name.strip()]
        shared = 0
        while shared < len(open_folders) and open_folders[shared : shared + 1] == folders[shared : shared + 1]:
            shared += 1
        while len(open_folders) > shared:
            open_folders.pop()
            lines.append(f"{_indent(open_folders)}</outline>")
        for name in folders[shared:]:
            lines.append(f"{_indent(open_folders)}<outline{_attributes({'text': name, 'title': name})}>")
            open_folders.append(name)
        lines.append(f"{_indent(open_folders)}<outline{_attributes(_outline(source))}/>")
    while open_folders:
        open_folders.pop()
        lines.append(f"{_indent(open_folders)}</outline>")
    lines += [f"    <outline{_attributes(_view_outline(view))}/>" for view in views]
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _outline(source: Source) -> dict[str, str | None]:
    named: dict[str, str | None] = {"text": source.title, "title": source.title}
    repair = source.repair or SelectorRule()
    options = {f"tuinews:{key}": value for key, value in written(source.options).items()}
    own = {"tuinews:body": repair.body, "tuinews:drop": repair.drop, **options}
    if source.kind.traits.is_for_other_readers:
        return {"type": "rss", **named, "xmlUrl": source.url, "htmlUrl": source.site_url, **own}
    return {"type": source.kind.value, **named, "htmlUrl": source.url, **own}


def _view_outline(view: SavedView) -> dict[str, str | None]:
    own = {"tuinews:query": view.query, "tuinews:order": view.order.value, "tuinews:icon": view.icon or None}
    own |= {"tuinews:notify": "yes" if view.notify else None}
    return {"type": "tuinews:view", "text": view.name, "title": view.name, **own}


def _attributes(values: Mapping[str, str | None]) -> str:
    return "".join(f' {key}="{_escaped(value)}"' for key, value in values.items() if value is not None)


def _escaped(value: str) -> str:
    return html.escape(clean_line(value, 4096), quote=True).replace("&#x27;", "&apos;")


def _indent(folders: Sequence[str]) -> str:
    return "    " + "  " * len(folders)


def _collected(found: Iterator[ListedSource | SavedView | SkippedSource]) -> SubscriptionList:
    sources: list[ListedSource] = []
    views: dict[str, SavedView] = {}
    skipped: dict[str, SkippedSource] = {}
    for one in found:
        if isinstance(one, ListedSource):
            sources.append(one)
        elif isinstance(one, SavedView):
            views.setdefault(f"{one.name}\n{one.query}", one)
        else:
            skipped.setdefault(f"{one.url}\n{one.why}", one)
    return SubscriptionList(tuple(sources), tuple(skipped.values()), tuple(views.values()))


def _listed(
    written: str, title: str | None, folder: str | None, kind: SourceKind | None
) -> ListedSource | SkippedSource:
    """The source at `written`, or why it is none."""
    lower = written.strip().lower()
    why = next((_(reason) for start, reason in _REASONS if lower.startswith(start)), None)
    url = None if why else tidy(written)
    if url:
        return ListedSource(url, clean_line(title) or None, folder or None, kind)
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", lower)
    is_web = lower.startswith(("http:", "https:"))  # and then too long, or broken
    why = why or (
        _("only http and https addresses are accepted") if scheme and not is_web else _("this is not an address")
    )
    return SkippedSource(clean_line(written, 500), why)


def _of_opml(text: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    paths = [""]
    outlines = [found.groups() for found in _OUTLINE.finditer(text)]
    closings = [*(closing for closing, _tag in outlines), "/"][1:]
    for (closing, tag), next_closes in zip(outlines, closings, strict=False):
        if closing:
            del paths[max(1, len(paths) - 1) :]
            continue
        is_open = not tag.rstrip().endswith("/")
        values = _values(tag)
        title = values.get("title") or values.get("text")
        folder = paths[-1] or _first_category(values.get("category", ""))
        if values.get("tuinews:query") and not is_open:
            yield _of_view_outline(values, title)
            continue
        source = _of_outline(values, title, folder, holds_others=is_open and not next_closes)
        if isinstance(source, ListedSource):
            source = replace(source, repair=_repair(values), options=_options(values))
        if source is not None:
            yield source
        if is_open:
            # a source that holds others is no folder, but has a closing tag like one
            paths.append(paths[-1] if source is not None else _below(paths[-1], title))


def _of_view_outline(values: Mapping[str, str], title: str | None) -> SavedView | SkippedSource:
    query, order = values["tuinews:query"], values.get("tuinews:order", "")
    listed = _listed_view(title, query)
    if isinstance(listed, SkippedSource):
        return listed
    icon = clean_line(values.get("tuinews:icon"), 2)
    listed = replace(listed, notify=values.get("tuinews:notify") == "yes")
    return replace(listed, icon=icon, order=ViewOrder(order) if order in tuple(ViewOrder) else listed.order)


def _listed_view(name: str | None, query: str) -> SavedView | SkippedSource:
    """A view that a list names, or why it is none."""
    query = clean_line(query, 500)
    try:
        says_something = parse(query) is not None
    except QueryError as error:
        return SkippedSource(query, error.why)
    if not says_something:
        return SkippedSource(clean_line(name, 500), _("its query is empty"))
    return SavedView(name=clean_line(name, 200) or query, query=query)


def _values(tag: str) -> dict[str, str]:
    """The attributes of an outline, however they are quoted; an ampersand that nobody escaped stays."""
    attributes = _ATTRIBUTE.findall(tag.rstrip().removesuffix("/"))
    return {key.lower(): unescaped(one or other or bare).strip() for key, one, other, bare in attributes}


def _first_category(categories: str) -> str:
    """The folder of a source that stands in none: the first of its categories; "/a/b" is one within another."""
    names = (name.strip().strip("/") for name in categories.split(","))
    return clean_line(next((name for name in names if name), ""), 200)


def _of_outline(
    values: Mapping[str, str], title: str | None, folder: str, *, holds_others: bool
) -> ListedSource | SkippedSource | None:
    """The source of an outline; None for a folder, which some programs give the type of a feed."""
    stated = values.get("type", "").lower()
    if stated == "vfolder":
        return SkippedSource(clean_line(title, 500), _("it is a saved search, not an address"))
    feed = values.get("xmlurl")
    if feed:
        listed = _listed(feed, title, folder, SourceKind.FEED)
        page = join(None, values.get("htmlurl"))
        return replace(listed, site_url=page) if isinstance(listed, ListedSource) else listed
    page = values.get("htmlurl") or values.get("url")
    if page:
        return _listed(page, title, folder, SourceKind.of_outline(stated))
    is_lost = stated in ("rss", "atom", "link") and not holds_others
    return SkippedSource(clean_line(title, 500), _("it has no address")) if is_lost else None


def _repair(values: Mapping[str, str]) -> SelectorRule | None:
    body, drop = (clean_line(values.get(f"tuinews:{name}"), 4096) or None for name in ("body", "drop"))
    return SelectorRule(body, drop) if body or drop else None


def _options(values: Mapping[str, str]) -> SourceOptions:
    """The options that an outline states; what is not understood is as usual."""
    return from_written({key: values[f"tuinews:{key}"] for key in OPTIONS if f"tuinews:{key}" in values})


def _below(path: str, title: str | None) -> str:
    name = clean_line(title, 100).replace("/", "-")
    return f"{path}/{name}".strip("/") if path.count("/") < MAX_FOLDERS - 1 else path


def _of_newsboat_query(written: str) -> SavedView | SkippedSource:
    """The view of newsboat's `query:NAME:EXPRESSION`, with its expression in our language."""
    name, _colon, expression = written.partition(":")[2].partition(":")
    try:
        return _listed_view(name, translated(expression))
    except ValueError:
        return SkippedSource(clean_line(written, 500), _("this filter of newsboat has no counterpart here"))


def _of_lines(text: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    """newsboat's `urls`, of which a plain list is the simplest kind: an address, tags, "~title", # comments."""
    for line in text.splitlines():
        line = _BULLET.sub("", line.strip(), count=1)
        if not line or line.startswith("#"):
            continue
        words = [_unquoted(found) for found in _WORD.finditer(line[:20_000])]
        if not words:
            continue
        # An unquoted command has blanks of its own; it is shown whole.
        written = line if line.lower().startswith(("exec:", "filter:", "|")) else words[0]
        if words[0].lower().startswith("query:"):
            yield _of_newsboat_query(words[0])
            continue
        title = next((word[1:] for word in words[1:] if word.startswith("~")), None)
        tags = [word for word in words[1:] if not word.startswith(("~", "!", "#"))]
        yield _listed(written, title, clean_line(tags[0], 100) if tags else None, None)


def _unquoted(found: re.Match[str]) -> str:
    return re.sub(r"\\(.)", r"\1", found[1]) if found[2] is None else found[2]
