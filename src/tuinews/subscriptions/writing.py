"""OPML 2.0 of sources and saved views (opml.org/spec2.opml)."""

import html
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from tuinews.model.article import SelectorRule
from tuinews.model.source import Source
from tuinews.model.sources.options import written
from tuinews.model.standing.queries import SavedView
from tuinews.text import clean_line

NAMESPACE = "urn:tuinews"
"""The XML namespace of what other readers know nothing of: `tuinews:body` and `tuinews:drop`, CSS selectors, and
the options of a source by their names (`model.sources.options`)."""


def write_opml(sources: Sequence[Source], title: str, views: Sequence[SavedView] = ()) -> str:
    """OPML 2.0 that NetNewsWire, Miniflux and newsboat take, folders nested.

    A source without a feed has no `xmlUrl`, so that they pass it over; `type` and `htmlUrl` bring it back here.
    A source's selector rule and its options go with it in attributes of a namespace of our own; so do saved
    views, which are outlines without an address.
    """
    has_own = bool(views) or any(source.selector_rule or written(source.options) for source in sources)
    namespace = f' xmlns:tuinews="{NAMESPACE}"' if has_own else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0"{namespace}>',
        f"  <head><title>{_escaped(title)}</title></head>",
        "  <body>",
        *_source_lines(sources),
        *(f"    <outline{_attributes(_view_outline(view))}/>" for view in views),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines)


def _source_lines(sources: Sequence[Source]) -> Iterator[str]:
    """A line for each source, between those that open and close its folders."""
    open_folders: list[str] = []
    for source in sorted(sources, key=lambda source: (source.folder or "").split("/")):
        folders = [name for name in (source.folder or "").split("/") if name.strip()]
        shared = _shared(open_folders, folders)
        yield from _closing_lines(open_folders, shared)
        for name in folders[shared:]:
            yield f"{_indent(open_folders)}<outline{_attributes({'text': name, 'title': name})}>"
            open_folders.append(name)
        yield f"{_indent(open_folders)}<outline{_attributes(_outline(source))}/>"
    yield from _closing_lines(open_folders, 0)


def _shared(some: Sequence[str], others: Sequence[str]) -> int:
    """How many folders two paths have in common."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _closing_lines(open_folders: list[str], left_open: int) -> Iterator[str]:
    """The lines that close folders, the innermost first, until `left_open` of them are open."""
    while len(open_folders) > left_open:
        open_folders.pop()
        yield f"{_indent(open_folders)}</outline>"


def _outline(source: Source) -> dict[str, str | None]:
    named: dict[str, str | None] = {"text": source.title, "title": source.title}
    rule = source.selector_rule or SelectorRule()
    options = {f"tuinews:{key}": value for key, value in written(source.options).items()}
    own = {"tuinews:body": rule.body, "tuinews:drop": rule.drop, **options}
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
