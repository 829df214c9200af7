"""OPML: the sources, folders and views of its outlines (opml.org/spec2.opml).

Read by a scanner of `outline` tags, not by an XML parser: half of the OPML about has a stray ampersand, and what
declares no entity cannot expand one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tuinews.address import join
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.model.article import SelectorRule
from tuinews.model.source import SourceKind
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.options import OPTIONS, SourceOptions, from_written
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.subscriptions.listed import listed_source, listed_view
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.text import clean_line, unescaped

MAX_FOLDERS = 8
"""Folders within each other; what lies deeper is put into the eighth."""

_LESS = r"<(?!/?[\w.:-]*outline|/?body|/?opml)"
"""A sign in a title that nobody escaped; before the next outline a quotation mark was forgotten."""

_OUTLINE = late_pattern(
    r"<(/?)(?:[\w.-]{1,40}:)?(?:outline|OUTLINE|Outline)\b"
    rf"((?>(?:[^<>\"']++|\"(?:[^\"<]++|{_LESS})*+\"|'(?:[^'<]++|{_LESS})*+')*+)(?=>)|[^<>]*+)>"
)
_ATTRIBUTE = late_pattern(r"([^\s=\"'/<>]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++))")


def of_outlines(text: str) -> Iterator[ListedSource | SavedView | SkippedSource]:
    """What the outlines of a document name, in its order; comments are out of it already."""
    paths = [""]
    outlines = [found.groups() for found in _OUTLINE.finditer(text)]
    closings = [*(closing for closing, _tag in outlines), "/"][1:]
    for (closing, tag), next_closes in zip(outlines, closings, strict=False):
        if closing:
            del paths[max(1, len(paths) - 1) :]
            continue
        is_open = not tag.rstrip().endswith("/")
        values = _values(tag)
        if values.get("iscomment", "").lower() == "true" and not is_open:
            continue
        title = values.get("title") or values.get("text")
        folder = paths[-1] or _first_category(values.get("category", ""))
        if values.get("tuinews:query") and not is_open:
            yield _of_view_outline(values, title)
            continue
        source = _of_outline(values, title, folder, holds_others=is_open and not next_closes)
        if isinstance(source, ListedSource):
            source = replace(source, selector_rule=_selector_rule(values), options=_options(values))
        if source is not None:
            yield source
        if is_open:
            # a source that holds others is not a folder, but has a closing tag like one
            paths.append(paths[-1] if source is not None else _below(paths[-1], title))


def _of_view_outline(values: Mapping[str, str], title: str | None) -> SavedView | SkippedSource:
    query, order = values["tuinews:query"], values.get("tuinews:order", "")
    listed = listed_view(title, query)
    if isinstance(listed, SkippedSource):
        return listed
    icon = clean_line(values.get("tuinews:icon"), 2)
    listed = replace(listed, notify=values.get("tuinews:notify") == "yes")
    return replace(listed, icon=icon, order=ViewOrder(order) if order in tuple(ViewOrder) else listed.order)


def _of_outline(
    values: Mapping[str, str], title: str | None, folder: str, *, holds_others: bool
) -> ListedSource | SkippedSource | None:
    """The source of an outline; None for a folder, which some programs give the type of a feed."""
    stated = values.get("type", "").lower()
    if stated == "vfolder":
        return SkippedSource(clean_line(title, 500), _("it is a saved search, not an address"))
    feed = values.get("xmlurl")
    if stated == "include" and not feed:
        where = values.get("url") or title
        return SkippedSource(clean_line(where, 500), _("it is another list: import it separately"))
    if feed:
        listed = listed_source(feed, title, folder, SourceKind.FEED)
        page = join(None, values.get("htmlurl"))
        return replace(listed, site_url=page) if isinstance(listed, ListedSource) else listed
    page = values.get("htmlurl") or values.get("url")
    if page:
        return listed_source(page, title, folder, SourceKind.of_outline(stated))
    is_lost = stated in ("rss", "atom", "link") and not holds_others
    return SkippedSource(clean_line(title, 500), _("it has no address")) if is_lost else None


def _values(tag: str) -> dict[str, str]:
    """The attributes of an outline, however they are quoted; an ampersand that nobody escaped stays."""
    attributes = _ATTRIBUTE.findall(tag.rstrip().removesuffix("/"))
    values = {key.lower(): unescaped(one or other or bare).strip() for key, one, other, bare in attributes}
    for name in ("title", "text"):
        # The names of feeds, which their feeds escape, are escaped once more.
        if "&" in values.get(name, ""):
            values[name] = unescaped(values[name])
    return values


def _first_category(categories: str) -> str:
    """The folder of a source that stands in none: the first of its categories; "/a/b" is one within another."""
    names = (name.strip().strip("/") for name in categories.split(","))
    return clean_line(next((name for name in names if name), ""), 200)


def _selector_rule(values: Mapping[str, str]) -> SelectorRule | None:
    body, drop = (clean_line(values.get(f"tuinews:{name}"), 4096) or None for name in ("body", "drop"))
    return SelectorRule(body, drop) if body or drop else None


def _options(values: Mapping[str, str]) -> SourceOptions:
    """The options that an outline states; what is not understood is as usual."""
    return from_written({key: values[f"tuinews:{key}"] for key in OPTIONS if f"tuinews:{key}" in values})


def _below(path: str, title: str | None) -> str:
    name = clean_line(title, 100).replace("/", "-")
    return f"{path}/{name}".strip("/") if path.count("/") < MAX_FOLDERS - 1 else path
