"""Moments that a script shows as an age, with the moment itself in an attribute: made `time` elements."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.tree import attribute

LONGEST_AGE = 40
"""Letters of an age: "2 hours ago", "Đăng 3 giờ trước"."""

MOST = 40
"""Elements of one page that are made so; more are those of comments."""

LEAST_FIGURES = 6
"""Figures of a moment with its year and day; with a month in words and no time of day there are five."""

HEIGHT = 8
"""Elements around an age among which that of a comment is looked for."""

_TAGS = ("span", "abbr", "small", "time")
_ATTRIBUTES = (
    *("datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published"),
    *("data-epoch", "data-unix", "data-unixtime", "data-ts", "title"),
)
_NAMES = frozenset(_ATTRIBUTES)
_MOMENT = re.compile(r"(?:.*\D)?(?:19|20)\d\d(?:\D.*)?", re.DOTALL)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_LONGEST_MOMENT = 60
"""Letters of a text that may be a moment."""

_LENGTH_OF_DAY = 10
"""Characters of a day as it is shown where a script would write it: "2026-11-12"."""

_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_titled_times(elements: PageElements) -> None:
    """Makes `<time datetime="…">` of the elements with an age in them and its moment in an attribute.

    Those that a script would fill show their day.
    """
    found = [
        (node, moment)
        for tag in _TAGS
        for node, attributes in elements.attributed(tag)
        if not _NAMES.isdisjoint(attributes)
        and not (tag == "time" and attributes.get("datetime") and _says_something(node))
        and (moment := next(filter(None, (_moment(attributes.get(name)) for name in _ATTRIBUTES)), ""))
        and (_is_age(node) if _says_something(node) else _is_filled_by_script(tag, attributes))
        and not _is_of_comment(node)
    ]
    for node, moment in found[:MOST]:
        shown = elements.tree.create_node("time")
        shown.attrs["datetime"] = moment
        if _says_something(node):
            for child in list(node.iter(include_text=True)):
                shown.insert_child(child)
        else:
            shown.insert_child(moment[:_LENGTH_OF_DAY])
        node.replace_with(shown)
    if found:
        elements.changed()


def _is_age(node: LexborNode) -> bool:
    text = node.text(deep=True).strip()
    return 0 < len(text) <= LONGEST_AGE and _YEAR.search(text) is None and any(map(str.isalpha, text))


def _says_something(node: LexborNode) -> bool:
    return node.child is not None and any(map(str.isalnum, node.text(deep=True)))


def _is_filled_by_script(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a script writes its date into an element without words: a `time`, or what has its seconds."""
    return tag == "time" or any(_EPOCH.fullmatch(value or "") for value in attributes.values())


def _is_of_comment(node: LexborNode) -> bool:
    """Whether an age is that of a comment, whose moment dates no page."""
    above = node.parent
    for _ in range(HEIGHT):
        if above is None or above.tag in ("body", "html"):
            return False
        if holds_comments(f"{attribute(above, 'class')} #{attribute(above, 'id')}"):
            return True
        above = above.parent
    return False


def _moment(value: str | None) -> str:
    """The moment in an attribute, as a text that says its year and more; "" where there is none."""
    text = (value or "").strip()
    if not text or len(text) > _LONGEST_MOMENT:
        return ""
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return text if _MOMENT.fullmatch(text) and len(_FIGURE.findall(text)) >= LEAST_FIGURES else ""
