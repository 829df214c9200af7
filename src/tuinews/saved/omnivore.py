"""Omnivore: a zip of `metadata_0_to_20.json` and its like, with `content/SLUG.html` and `highlights/SLUG.md`.

The metadata alone is an export too, without texts.
"""

import re
from collections.abc import Iterator

from tuinews.model.saved.articles import SavedArticle, SavedHighlight
from tuinews.saved import fields
from tuinews.saved.json_items import JsonItem

_LONGEST = 5_000_000
"""Characters of the Markdown of one article that are read."""
_BLANK_LINES = re.compile(r"\n{3,}")
_LABELS = re.compile(r"#(?=[^\s#])")
_LINK_BACK = re.compile(r"\s*\[(?:⤴️?|link|\^)\]\([^)\n]*\)\s*$")


def is_item(item: JsonItem) -> bool:
    """Whether it is an object of the metadata."""
    return "savedAt" in item and ("slug" in item or "readingProgress" in item or "labels" in item)


def of_item(item: JsonItem, html: str | None = None, markdown: str | None = None) -> SavedArticle | None:
    """An article with its text and its highlights; None if it was deleted there.

    What stands before the first quote of the Markdown is a note of the whole article.
    """
    state = fields.text(item.get("state")).lower()
    if state == "deleted":
        return None
    stated = [*_stated(item), *_quoted(markdown or "")]
    before = re.split(r"^>", (markdown or "")[:_LONGEST], maxsplit=1, flags=re.MULTILINE)[0]
    return SavedArticle(
        fields.first_address(item.get("url"), item.get("originalArticleUrl")),
        fields.text(item.get("title")),
        added=fields.moment(item.get("savedAt")),
        published=fields.moment(item.get("publishedAt")),
        tags=fields.tags(item.get("labels")),
        read=state == "archived" or fields.flag(item.get("isArchived")) or _progress(item) >= 100,
        note=fields.lines(before, fields.LONGEST_NOTE),
        highlights=fields.highlights(stated),
        html=fields.html(html) or fields.html(item.get("content")),
        authors=fields.names(item.get("author")),
        summary=fields.lines(item.get("description"), 2000),
    )


def _progress(item: JsonItem) -> float:
    value = item.get("readingProgress", item.get("readingProgressPercent"))
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0


def _stated(item: JsonItem) -> Iterator[SavedHighlight | None]:
    found = item.get("highlights")
    for one in found[: fields.MOST_HIGHLIGHTS] if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield fields.highlight(one.get("quote"), one.get("annotation"), one.get("createdAt"))


def _quoted(markdown: str) -> Iterator[SavedHighlight | None]:
    """The quotes of a file of Markdown, each with the paragraphs behind it as its note; a quote goes on over lines
    without the sign, and the line of its labels is left out.
    """
    quote: list[str] = []
    note: list[str] = []
    for line in markdown.splitlines()[:50_000]:
        if line.startswith(">"):
            if note:
                yield _highlight(quote, note)
                quote, note = [], []
            quote.append(line[1:].strip())
        elif line.strip() and quote and not note:
            quote.append(line.strip())
        elif quote and not (_LABELS.match(line) and not "".join(note)):
            note.append(line.strip())
    yield _highlight(quote, note)


def _highlight(quote: list[str], note: list[str]) -> SavedHighlight | None:
    return fields.highlight(
        _LINK_BACK.sub("", "\n".join(quote)), _BLANK_LINES.sub("\n\n", "\n".join(note)).strip()
    )
