"""Instapaper: its CSV (`URL,Title,Selection,Folder,Timestamp`, later with `Tags`), and its HTML.

A folder is the state too: Unread, Archive, Starred; any other one is a name that somebody gave.
"""

import json

from tuinews.model.saved.articles import SavedArticle
from tuinews.saved import fields
from tuinews.saved.links import ExportedLink

COLUMNS = frozenset(("url", "title", "selection", "folder"))
_STATES = ("unread", "archive", "starred", "home", "liked")


def of_row(row: dict[str, str]) -> SavedArticle:
    """An article of the CSV. `Selection` is what somebody had marked while saving it."""
    folder = fields.text(row.get("folder"))
    quote = fields.highlight(row.get("selection"))
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=fields.moment(row.get("timestamp")),
        tags=tuple(dict.fromkeys((*_folder_tag(folder), *_tags(row.get("tags", ""))))),
        read=folder.lower() == "archive",
        starred=folder.lower() in ("starred", "liked"),
        highlights=(quote,) if quote else (),
    )


def of_link(link: ExportedLink) -> SavedArticle:
    """An article of the HTML, under the heading of its folder."""
    return SavedArticle(
        fields.web_address(link.attributes.get("href")),
        fields.text(link.text),
        tags=_folder_tag(link.heading),
        read=link.heading.lower() == "archive",
        starred=link.heading.lower() in ("starred", "liked"),
    )


def _folder_tag(folder: str) -> tuple[str, ...]:
    return () if folder.lower() in _STATES else fields.tags([folder])


def _tags(stated: str) -> tuple[str, ...]:
    if not stated.startswith("["):
        return fields.tags(stated, ";" if ";" in stated else ",")
    try:
        return fields.tags(json.loads(stated))
    except (ValueError, RecursionError):
        return ()
