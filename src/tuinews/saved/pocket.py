"""Pocket: the CSV of its last years (`title,url,time_added,tags,status`, in a zip with annotations), and its HTML.

Its favourites are in neither. What its interface said is read too, since people exported it so.
"""

from collections.abc import Iterator

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem
from tuinews.saved.links import ExportedLink

_ARCHIVED = ("archive", "archived", "1")

COLUMNS = frozenset(("title", "url", "time_added", "status"))


def of_row(row: dict[str, str]) -> SavedArticle:
    """An article of the CSV."""
    return SavedArticle(
        fields.web_address(row.get("url")),
        fields.text(row.get("title")),
        added=fields.moment(row.get("time_added")),
        tags=fields.tags(row.get("tags"), "|" if "|" in row.get("tags", "") else ","),
        read=row.get("status", "").strip().lower() in _ARCHIVED,
        starred=fields.flag(row.get("favorite", "")),
    )


def is_item(item: JsonItem) -> bool:
    """Whether it is an article as Pocket's interface said it, which people's own exports were made of."""
    return "resolved_url" in item or ("given_url" in item and "item_id" in item)


def of_item(item: JsonItem) -> SavedArticle | None:
    """An article of the interface; None if it is deleted there."""
    state = str(item.get("status", ""))
    if state == "2":
        return None
    named = item.get("tags")
    return SavedArticle(
        fields.first_address(item.get("resolved_url"), item.get("given_url")),
        fields.text(item.get("resolved_title")) or fields.text(item.get("given_title")),
        added=fields.moment(item.get("time_added")),
        tags=fields.tags(list(named) if isinstance(named, dict) else named),
        read=state in _ARCHIVED,
        starred=fields.flag(item.get("favorite")),
        summary=fields.lines(item.get("excerpt"), 2000),
    )


def of_link(link: ExportedLink) -> SavedArticle:
    """An article of the HTML, which stands under "Unread" or "Read Archive"."""
    return SavedArticle(
        fields.web_address(link.attributes.get("href")),
        fields.text(link.text),
        added=fields.moment(link.attributes.get("time_added")),
        tags=fields.tags(link.attributes.get("tags", "")),
        read="archive" in link.heading.lower(),
    )


def is_annotated(item: JsonItem) -> bool:
    """Whether it is an object of the annotations beside the CSV."""
    marked = item.get("highlights")
    return "url" in item and isinstance(marked, list) and "slug" not in item and "content" not in item


def of_annotated(item: JsonItem) -> tuple[str | None, tuple[SavedHighlight, ...]]:
    """The address of an article and what was highlighted in it."""
    return fields.web_address(item.get("url")), fields.highlights(_quotes(item))


def _quotes(item: JsonItem) -> Iterator[SavedHighlight | None]:
    for one in item["highlights"][: fields.MOST_HIGHLIGHTS]:
        if isinstance(one, dict):
            yield fields.highlight(one.get("quote"), one.get("note"), one.get("created_at"))
