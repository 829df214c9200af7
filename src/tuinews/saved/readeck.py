"""Readeck: its bookmarks as JSON, in a list or one a file (`info.json` beside `index.html`) in a zip."""

from collections.abc import Iterator

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem

COLUMNS = frozenset(("url", "title", "state", "created", "labels"))


def of_row(row: dict[str, str]) -> SavedArticle:
    """A bookmark of the CSV; its labels are a list in JSON, or names with commas between."""
    labels = row.get("labels", "")
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=fields.moment(row.get("created")),
        tags=fields.tags(labels.strip("[] ").replace('"', "")),
        read="archive" in row.get("state", "").lower(),
    )


def is_item(item: JsonItem) -> bool:
    """Whether it is a bookmark."""
    return "url" in item and ("is_marked" in item or "read_progress" in item or "document_type" in item)


def of_item(item: JsonItem, html: str | None = None) -> SavedArticle | None:
    """A bookmark as an article; None if it is deleted there."""
    if fields.flag(item.get("is_deleted")):
        return None
    return SavedArticle(
        fields.web_address(item.get("url")),
        fields.text(item.get("title")),
        added=fields.moment(item.get("created")),
        published=fields.moment(item.get("published")),
        tags=fields.tags(item.get("labels")),
        read=fields.flag(item.get("is_archived")) or item.get("read_progress") == 100,
        starred=fields.flag(item.get("is_marked")),
        note=fields.lines(item.get("note"), fields.LONGEST_NOTE),
        highlights=fields.highlights(_annotations(item)),
        html=fields.html(html) or fields.html(item.get("content")),
        authors=fields.names(item.get("authors")),
        summary=fields.lines(item.get("description"), 2000),
        lang=fields.text(item.get("lang"))[:20] or None,
        site=fields.text(item.get("site_name")) or None,
    )


def _annotations(item: JsonItem) -> Iterator[SavedHighlight | None]:
    found = item.get("annotations")
    for one in found[: fields.MOST_HIGHLIGHTS] if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield fields.highlight(one.get("text"), one.get("note"), one.get("created"))
